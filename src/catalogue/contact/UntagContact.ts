import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const untagContact: ActionEntry = {
  type: 'UntagContact',
  category: 'contact',
  block: { en: 'Contact tags (Untag)', ja: 'コンタクトタグ (解除)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'untag',
      operands: [{ path: 'TagKeys', as: { list: 'text' } }],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'untag ["campaign"] { on error -> next }',
  docStatus: 'documented',
  parameters: [{ name: 'TagKeys', required: 'yes', kind: 'list<string>', mode: 'static', minItems: 1 }],
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
  errata: ['documented as UnTagContact; the service refuses that spelling: Invalid Action type. Type: UnTagContact'],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-untagcontact.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/contact-tags-block.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default untagContact;
