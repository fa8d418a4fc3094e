import { error, everyFlowType } from '../common.ts';
import { profileFields } from '../fields.ts';
import type { ActionEntry } from '../types.ts';

const createCustomerProfile: ActionEntry = {
  type: 'CreateCustomerProfile',
  category: 'interaction',
  block: { en: 'Customer profiles (Create profile)', ja: 'Customer Profiles (作成)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'create profile',
      entries: [
        { key: 'fields', path: 'ProfileRequestData', as: 'json', braces: true },
        { key: 'returns', path: 'ProfileResponseData', as: { list: { enum: profileFields } } },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: `create profile {
  fields { PhoneNumber: $.CustomerEndpoint.Address, Attributes: { tier: "gold" } }
  returns: [FirstName, LastName]
  on error -> next
}`,
  docStatus: 'documented',
  parameters: [
    {
      name: 'ProfileRequestData',
      required: 'yes',
      kind: 'object',
      mode: 'any',
      notes:
        'FirstName MiddleName LastName PhoneNumber EmailAddress AccountNumber AdditionalInformation PartyType BusinessName BirthDate Gender MobilePhoneNumber HomePhoneNumber BusinessPhoneNumber BusinessEmailAddress Address1-4 City County Country PostalCode Province State Shipping*/Mailing*/Billing* address fields Attributes.<x>',
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
  results: ['$.Customer.ProfileId and listed fields'],
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
  realFlowUsesSeen: 7,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/interactions-createcustomerprofile.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles-block.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default createCustomerProfile;
