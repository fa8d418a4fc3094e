import type { ActionEntry } from '../types.ts';

const messageParticipantIteratively: ActionEntry = {
  type: 'MessageParticipantIteratively',
  category: 'participant',
  block: { en: 'Loop prompts', ja: 'プロンプトのループ', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'loop_prompts',
      entries: [
        { key: 'play', path: 'Messages', as: 'speeches' },
        { key: 'interrupt', path: 'InterruptFrequencySeconds', as: 'duration' },
        { key: 'continue_during_interrupt', path: 'ContinueMessagingDuringInterrupt', as: { flag: ['true', 'false'] } },
      ],
      control: {
        kind: 'check',
        success: { equals: 'MessagesInterrupted' },
        mirror: undefined,
        onlyWith: 'InterruptFrequencySeconds',
      },
      branches: [{ word: 'error', error: 'NoMatchingError', need: 'written' }],
    },
  ],
  example: 'loop_prompts { play "ただいま混み合っております。", play prompt HoldMusic, interrupt: 30s }',
  docStatus: 'documented',
  parameters: [
    { name: 'Messages', required: 'yes', kind: 'list<object>', mode: 'static', minItems: 1 },
    { name: 'Messages[].Text', required: 'no', kind: 'string', mode: 'any', excl: 'message-source' },
    {
      name: 'Messages[].PromptId',
      required: 'no',
      kind: 'id|arn',
      mode: 'single',
      ref: 'prompt',
      excl: 'message-source',
    },
    { name: 'Messages[].SSML', required: 'no', kind: 'string', mode: 'any', excl: 'message-source' },
    {
      name: 'Messages[].Media',
      required: 'no',
      kind: 'object',
      mode: 'static',
      excl: 'message-source',
      notes: 'same fields as MessageParticipant.Media',
    },
    {
      name: 'InterruptFrequencySeconds',
      required: 'no',
      kind: 'int-string',
      mode: 'static',
      min: 1,
      notes: 'console text advises 20 s or more',
    },
    {
      name: 'ContinueMessagingDuringInterrupt',
      required: 'no',
      kind: 'bool-string',
      mode: 'static',
      values: ['true', 'false'],
      notes: 'undocumented; resume prompts where they stopped',
    },
  ],
  constraints: [{ rule: 'exactlyOne', scope: 'Messages[]', keys: ['Text', 'PromptId', 'SSML', 'Media'] }],
  results: ['MessagesInterrupted'],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['MessagesInterrupted'],
    requiredOperands: ['MessagesInterrupted when InterruptFrequencySeconds is set'],
    demanded: [{ operand: 'MessagesInterrupted', guard: { path: 'InterruptFrequencySeconds' } }],
  },
  errors: [
    {
      type: 'NoMatchingError',
      mandatory: 'no',
      evidence: 'doc+live',
      when: 'console exports of hold/queue flows omit it',
    },
  ],
  terminal: false,
  nextAction: 'optional (console exports have none: the action holds the contact)',
  flowTypesAllowed: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD'],
  flowTypesDisallowed: [
    'CONTACT_FLOW',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  flowTypesBlockPage: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD'],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: [
    'a flow may legally end here with no NextAction (hold flow)',
    'console forbids it after: Get customer input, Loop, Play prompt, Start/Stop media streaming, Store customer input, Transfer to phone number, Transfer to queue',
    'on chat it goes straight to the error branch; with no error branch the flow stops and the contact goes to the next agent',
  ],
  errata: ['action may have no NextAction, no Errors, no Conditions at all and is still valid'],
  liveChecked: ['flow-as-code/flow-as-code (sandbox, 2026-09)'],
  realFlowUsesSeen: 25,
  sourceUrl:
    'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipantiteratively.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/loop-prompts.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default messageParticipantIteratively;
