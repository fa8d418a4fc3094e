import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const associateContactToCustomerProfile: ActionEntry = {
  type: 'AssociateContactToCustomerProfile',
  category: 'interaction',
  block: {
    en: 'Customer profiles (Associate contact to profile)',
    ja: 'Customer Profiles (関連付け)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'associate profile',
      entries: [
        { key: 'profile', path: 'ProfileRequestData.ProfileId', as: 'text' },
        { key: 'contact', path: 'ProfileRequestData.ContactId', as: 'text' },
        { key: 'returns', path: 'ProfileResponseData', as: 'json' },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'associate profile { profile: $.Customer.ProfileId, contact: $.ContactId, on error -> next }',
  docStatus: 'documented',
  parameters: [
    { name: 'ProfileRequestData.ProfileId', required: 'yes', kind: 'string', mode: 'any' },
    { name: 'ProfileRequestData.ContactId', required: 'yes', kind: 'string', mode: 'any' },
    { name: 'ProfileResponseData', required: 'no', kind: 'object|list', mode: 'static' },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/interactions-associatecontacttocustomerprofile.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles-block.html'],
  unconfirmed: [],
  confidence: 'medium (doc only)',
};

export default associateContactToCustomerProfile;
