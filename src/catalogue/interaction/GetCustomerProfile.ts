import { error, everyFlowType } from '../common.ts';
import { profileFields } from '../fields.ts';
import type { ActionEntry } from '../types.ts';

const getCustomerProfile: ActionEntry = {
  type: 'GetCustomerProfile',
  category: 'interaction',
  block: {
    en: 'Customer profiles (Get profile)',
    ja: 'Customer Profiles (プロファイルの取得)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'get profile',
      entries: [
        { key: 'where', path: 'ProfileRequestData', as: 'profile_query', braces: true },
        { key: 'returns', path: 'ProfileResponseData', as: { list: { enum: profileFields } } },
      ],
      control: { kind: 'plain' },
      branches: [
        { word: 'multiple', error: 'MultipleFoundError', need: 'always' },
        { word: 'none', error: 'NoneFoundError', need: 'always' },
        error,
      ],
    },
  ],
  example: `get profile {
  where { _phone: $.CustomerEndpoint.Address }
  returns: [FirstName, LastName]
  on multiple, none, error -> next
}`,
  docStatus: 'documented',
  parameters: [
    {
      name: 'ProfileRequestData',
      required: 'yes',
      kind: 'object',
      mode: 'any',
      notes:
        'IdentifierName+IdentifierValue, or SearchCriteria[] (up to 5) + LogicalOperator AND|OR; older exports: PhoneNumber/EmailAddress keys',
    },
    {
      name: 'ProfileResponseData',
      required: 'no',
      kind: 'list<field>',
      mode: 'static',
      notes: 'doc shows an object; exports write a list of field names',
    },
  ],
  constraints: [],
  results: ['$.Customer.<field>'],
  conditions: { supported: false },
  errors: [
    { type: 'MultipleFoundError', mandatory: 'yes', evidence: 'real+field' },
    { type: 'NoneFoundError', mandatory: 'yes', evidence: 'real+field' },
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
  realFlowUsesSeen: 10,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/interactions-getcustomerprofile.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles-block.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default getCustomerProfile;
