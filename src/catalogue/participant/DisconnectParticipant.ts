import type { ActionEntry } from '../types.ts';

const disconnectParticipant: ActionEntry = {
  type: 'DisconnectParticipant',
  category: 'participant',
  block: { en: 'Disconnect / hang up', ja: '切断/ハングアップ', jaStatus: 'unconfirmed' },
  forms: [{ phrase: 'disconnect', control: { kind: 'terminal' } }],
  example: 'disconnect',
  docStatus: 'documented',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [],
  terminal: true,
  nextAction: 'none',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: null,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [
    'older page: usable everywhere, current page: contact, transfer and customer queue flows',
    'live: whisper and hold flows refuse it; use EndFlowExecution there (whisper) or end in MessageParticipantIteratively (hold)',
  ],
  errata: [
    'Parameters {} and Transitions {} exactly; adding NextAction/Errors gives: Action does not support transitions',
  ],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 298,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-disconnectparticipant.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/disconnect-hang-up.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default disconnectParticipant;
