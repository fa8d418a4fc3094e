import type { ActionEntry } from '../types.ts';

const updateContactCallbackNumber: ActionEntry = {
  type: 'UpdateContactCallbackNumber',
  category: 'contact',
  block: { en: 'Set callback number', ja: 'コールバック番号の設定', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'set callback_number',
      operands: [{ path: 'CallbackNumber', as: 'text' }],
      control: { kind: 'plain' },
      branches: [
        { word: 'invalid_number', error: 'InvalidCallbackNumber', need: 'always' },
        { word: 'not_dialable', error: 'CallbackNumberNotDialable', need: 'always' },
      ],
    },
  ],
  example: 'set callback_number $.CustomerEndpoint.Address { on invalid_number, not_dialable -> next }',
  docStatus: 'documented',
  parameters: [
    {
      name: 'CallbackNumber',
      required: 'yes',
      kind: 'e164',
      mode: 'jsonpath',
      notes: 'single JSONPath, never a literal',
    },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    { type: 'InvalidCallbackNumber', mandatory: 'yes', evidence: 'doc+real' },
    { type: 'CallbackNumberNotDialable', mandatory: 'yes', evidence: 'doc+real' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: ['default when never run: the caller id', 'no NoMatchingError here'],
  errata: [],
  liveChecked: ['flow-as-code/flow-as-code (sandbox, 2026-09)'],
  realFlowUsesSeen: 8,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactcallbacknumber.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-callback-number.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateContactCallbackNumber;
