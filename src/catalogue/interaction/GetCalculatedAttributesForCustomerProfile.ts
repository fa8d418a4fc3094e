import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const getCalculatedAttributesForCustomerProfile: ActionEntry = {
  type: 'GetCalculatedAttributesForCustomerProfile',
  category: 'interaction',
  block: {
    en: 'Customer profiles (Get calculated attributes)',
    ja: 'Customer Profiles (計算属性の取得)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'get profile_attributes',
      entries: [
        { key: 'profile', path: 'ProfileRequestData.ProfileId', as: 'text' },
        { key: 'returns', path: 'ProfileResponseData', as: { list: 'text' } },
      ],
      control: { kind: 'plain' },
      branches: [{ word: 'none', error: 'NoneFoundError', need: 'always' }, error],
    },
  ],
  example: `get profile_attributes {
  profile: $.Customer.ProfileId
  returns: ["CalculatedAttributes.calls"]
  on none, error -> next
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'ProfileRequestData.ProfileId', required: 'yes', kind: 'string', mode: 'any' },
    {
      name: 'ProfileResponseData',
      required: 'no',
      kind: 'list<field>',
      mode: 'static',
      notes: 'CalculatedAttributes.<name>',
    },
  ],
  constraints: [],
  results: ['$.Customer.CalculatedAttributes.<name>'],
  conditions: { supported: false },
  errors: [
    { type: 'NoneFoundError', mandatory: 'yes', evidence: 'doc' },
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
  ],
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
  sourceUrl:
    'https://docs.aws.amazon.com/connect/latest/devguide/interactions-getcalculatedattributesforcustomerprofile.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles-block.html'],
  unconfirmed: [],
  confidence: 'medium (doc only)',
};

export default getCalculatedAttributesForCustomerProfile;
