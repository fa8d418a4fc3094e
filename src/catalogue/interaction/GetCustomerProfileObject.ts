import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const getCustomerProfileObject: ActionEntry = {
  type: 'GetCustomerProfileObject',
  category: 'interaction',
  block: {
    en: 'Customer profiles (Get profile object)',
    ja: 'Customer Profiles (オブジェクトの取得)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'get profile_object',
      entries: [
        { key: 'profile', path: 'ProfileRequestData.ProfileId', as: 'text' },
        { key: 'object', path: 'ProfileRequestData.ObjectType', as: 'text' },
        { key: 'latest', path: 'ProfileRequestData.UseLatest', as: 'json' },
        { key: 'identifier', path: 'ProfileRequestData.IdentifierName', as: 'text' },
        { key: 'value', path: 'ProfileRequestData.IdentifierValue', as: 'text' },
        { key: 'returns', path: 'ProfileResponseData', as: { list: 'text' } },
      ],
      control: { kind: 'plain' },
      branches: [{ word: 'none', error: 'NoneFoundError', need: 'always' }, error],
    },
  ],
  example: `get profile_object {
  profile: $.Customer.ProfileId
  object: "Order"
  latest: true
  returns: ["Order.Status"]
  on none, error -> next
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'ProfileRequestData.ProfileId', required: 'yes', kind: 'string', mode: 'any' },
    { name: 'ProfileRequestData.ObjectType', required: 'yes', kind: 'string', mode: 'static' },
    { name: 'ProfileRequestData.UseLatest', required: 'cond', kind: 'bool', mode: 'static', excl: 'how' },
    { name: 'ProfileRequestData.IdentifierName', required: 'cond', kind: 'string', mode: 'any', excl: 'how' },
    { name: 'ProfileRequestData.IdentifierValue', required: 'cond', kind: 'string', mode: 'any' },
    { name: 'ProfileResponseData', required: 'no', kind: 'list<field>', mode: 'static' },
  ],
  constraints: [],
  results: ['$.Customer.Asset.*, $.Customer.Order.*, $.Customer.Case.*, $.Customer.ObjectAttributes.<x>'],
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
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/interactions-getcustomerprofileobject.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles-block.html'],
  unconfirmed: [],
  confidence: 'medium (doc only)',
};

export default getCustomerProfileObject;
