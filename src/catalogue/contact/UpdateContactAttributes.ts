import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updateContactAttributes: ActionEntry = {
  type: 'UpdateContactAttributes',
  category: 'contact',
  block: { en: 'Set contact attributes', ja: 'コンタクト属性の設定', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'set attributes',
      rest: { path: 'Attributes', as: 'texts' },
      control: { kind: 'plain' },
      branches: [error],
    },
    {
      phrase: 'set attributes for current',
      fixed: { TargetContact: 'Current' },
      rest: { path: 'Attributes', as: 'texts' },
      control: { kind: 'plain' },
      branches: [error],
    },
    {
      phrase: 'set attributes for related',
      fixed: { TargetContact: 'Related' },
      rest: { path: 'Attributes', as: 'texts' },
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'set attributes { topic: "support", phone: $.CustomerEndpoint.Address, on error -> next }',
  docStatus: 'documented',
  parameters: [
    {
      name: 'Attributes',
      required: 'yes',
      kind: 'map<string,string>',
      mode: 'any',
      notes: 'keys may not contain $ or . ; empty string value refused (Empty value in Parameters.Attributes)',
    },
    {
      name: 'TargetContact',
      required: 'no',
      kind: 'enum',
      mode: 'static',
      values: ['Current', 'Related'],
      notes: 'new console always writes it; older exports omit it',
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
  restrictions: ['all or nothing', 'total attributes up to 32 KB'],
  errata: [],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 319,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactattributes.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-contact-attributes.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateContactAttributes;
