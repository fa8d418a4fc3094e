import { error, everyFlowType } from '../common.ts';
import { profileFields } from '../fields.ts';
import type { ActionEntry } from '../types.ts';

const updateCustomerProfile: ActionEntry = {
  type: 'UpdateCustomerProfile',
  category: 'interaction',
  block: { en: 'Customer profiles (Update profile)', ja: 'Customer Profiles (更新)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'update profile',
      entries: [
        { key: 'fields', path: 'ProfileRequestData', as: 'json', braces: true },
        { key: 'returns', path: 'ProfileResponseData', as: { list: { enum: profileFields } } },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'update profile { fields { City: "札幌" }, on error -> next }',
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
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['profile must have been got or created earlier in the flow'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/interactions-updatecustomerprofile.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles-block.html'],
  unconfirmed: [],
  confidence: 'medium (doc only)',
};

export default updateCustomerProfile;
