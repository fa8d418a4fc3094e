import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const loadContactContent: ActionEntry = {
  type: 'LoadContactContent',
  category: 'contact',
  block: { en: 'Get stored content', ja: '保存されたコンテンツの取得', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'get stored_content',
      operands: [{ path: 'ContentType', as: { enum: { email: 'EmailMessage' } } }],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'get stored_content email { on error -> next }',
  docStatus: 'documented (admin guide)',
  parameters: [{ name: 'ContentType', required: 'yes', kind: 'enum', mode: 'static', values: ['EmailMessage'] }],
  constraints: [],
  results: ['$.Email.EmailMessage.Plaintext'],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'admin guide' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'no', chat: 'no', task: 'no', email: 'yes' },
  restrictions: ['email only; plain text up to 32 KB; also in disconnect flows'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/get-stored-content.html',
  moreUrls: [],
  unconfirmed: [],
  confidence: 'medium (doc only)',
};

export default loadContactContent;
