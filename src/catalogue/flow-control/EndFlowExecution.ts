import type { ActionEntry } from '../types.ts';

const endFlowExecution: ActionEntry = {
  type: 'EndFlowExecution',
  category: 'flow_control',
  block: { en: 'End flow / Resume', ja: 'フローの終了/再開', jaStatus: 'unconfirmed' },
  forms: [{ phrase: 'end', control: { kind: 'terminal' } }],
  example: 'end',
  docStatus: 'documented',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [],
  terminal: true,
  nextAction: 'none',
  flowTypesAllowed: ['CUSTOMER_QUEUE', 'CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesDisallowed: ['CONTACT_FLOW', 'CUSTOMER_HOLD', 'AGENT_HOLD', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  flowTypesBlockPage: ['CUSTOMER_QUEUE', 'CUSTOMER_WHISPER', 'OUTBOUND_WHISPER', 'AGENT_WHISPER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 42,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-endflowexecution.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/end-flow-resume.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default endFlowExecution;
