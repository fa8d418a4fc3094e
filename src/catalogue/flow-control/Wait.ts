import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const wait: ActionEntry = {
  type: 'Wait',
  category: 'flow_control',
  block: { en: 'Wait', ja: '待機', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'wait',
      operands: [{ path: 'TimeLimitSeconds', as: 'duration' }],
      entries: [
        {
          key: 'until',
          path: 'Events',
          as: {
            list: { enum: { customer_returned: 'CustomerReturned', bot_disconnected: 'BotParticipantDisconnected' } },
            lone: true,
          },
        },
        { key: 'keep_running', path: 'ContinueExecution', as: { enum: { on: 'True' } } },
        { key: 'minimum', path: 'MinimumWaitTimeSeconds', as: 'duration' },
      ],
      control: { kind: 'check', success: { equals: 'WaitCompleted', last: true }, mirror: 'NoMatchingError' },
      branches: [
        { word: 'customer_returned', equals: 'CustomerReturned', need: 'written' },
        { word: 'bot_disconnected', equals: 'BotParticipantDisconnected', need: 'written' },
        { word: 'running', equals: 'Continue', need: 'written' },
        { word: 'not_found', error: 'ParticipantNotFound', need: 'written' },
        error,
      ],
    },
  ],
  example: `wait 5m {
  until: customer_returned
  on customer_returned -> next
  on error -> disconnect
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'TimeLimitSeconds', required: 'yes', kind: 'int-string', mode: 'single', min: 1, max: 604800 },
    {
      name: 'Events',
      required: 'no',
      kind: 'list<enum>',
      mode: 'static',
      values: ['CustomerReturned', 'BotParticipantDisconnected'],
    },
    {
      name: 'TimeoutSeconds',
      required: 'no',
      kind: 'int-string',
      mode: 'single',
      refused: 'live CreateContactFlow: it is TimeLimitSeconds',
    },
    {
      name: 'ContinueExecution',
      required: 'no',
      kind: 'enum',
      mode: 'static',
      values: ['True'],
      notes: 'keep running while waiting; live',
    },
    {
      name: 'MinimumWaitTimeSeconds',
      required: 'cond',
      kind: 'int-string',
      mode: 'single',
      when: 'ContinueExecution',
      guard: { path: 'ContinueExecution' },
    },
  ],
  constraints: [],
  results: [],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['WaitCompleted', 'CustomerReturned', 'BotParticipantDisconnected', 'Continue'],
    requiredOperands: ['WaitCompleted', 'each listed event', 'Continue with ContinueExecution'],
    demanded: [
      { operand: 'WaitCompleted' },
      { operand: 'CustomerReturned', guard: { path: 'Events', is: 'CustomerReturned' } },
      { operand: 'BotParticipantDisconnected', guard: { path: 'Events', is: 'BotParticipantDisconnected' } },
      { operand: 'Continue', guard: { path: 'ContinueExecution' } },
    ],
  },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
    {
      type: 'ParticipantNotFound',
      mandatory: 'conditional',
      evidence: 'doc',
      when: 'mandatory with BotParticipantDisconnected',
      guard: { path: 'Events', is: 'BotParticipantDisconnected' },
    },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE'],
  channels: { voice: 'inbound flow with keep-running or event wait only', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [
    'action page: every flow type but chat only; block page: inbound and customer queue',
    "no Wait inside a Continue branch: Unsupported Action In Wait Action's Continue Branch",
  ],
  errata: [
    'page names TimeoutSeconds: refused; real name TimeLimitSeconds',
    'Lambda/case/external-tool event waits exist in the console, keys unconfirmed',
  ],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 4,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-wait.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/wait.html'],
  unconfirmed: ['keys of event-based waits'],
  doubts: ['parameters', 'conditions'],
  confidence: 'high',
};

export default wait;
