import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const tagContact: ActionEntry = {
  type: 'TagContact',
  category: 'contact',
  block: { en: 'Contact tags (Tag)', ja: 'コンタクトタグ', jaStatus: 'unconfirmed' },
  forms: [{ phrase: 'tag', rest: { path: 'Tags', as: 'texts' }, control: { kind: 'plain' }, branches: [error] }],
  example: 'tag { campaign: "spring", on error -> next }',
  docStatus: 'documented',
  parameters: [
    {
      name: 'Tags',
      required: 'yes',
      kind: 'map<string,string>',
      mode: 'any',
      maxItems: 6,
      notes: 'aws: prefix is for system tags',
    },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'live (page says none)' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [
    'page says Errors none; service: Action is missing required error. Error: NoMatchingError',
    'more than 6: More than 6 tags in Parameters.Tags',
  ],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-tagcontact.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/contact-tags-block.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default tagContact;
