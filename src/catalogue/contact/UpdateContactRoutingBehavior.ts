import type { ActionEntry } from '../types.ts';

const updateContactRoutingBehavior: ActionEntry = {
  type: 'UpdateContactRoutingBehavior',
  category: 'contact',
  block: { en: 'Change routing priority / age', ja: 'ルーティングの優先度/時間を変更する', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'set routing',
      entries: [
        { key: 'priority', path: 'QueuePriority', as: 'number' },
        { key: 'age', path: 'QueueTimeAdjustmentSeconds', as: 'signed_duration' },
      ],
      control: { kind: 'plain' },
    },
  ],
  example: 'set routing { priority: 1 }',
  docStatus: 'documented',
  parameters: [
    {
      name: 'QueuePriority',
      required: 'cond',
      kind: 'int-string',
      mode: 'static',
      min: 1,
      max: 9223372036854776000,
      default: 5,
      excl: 'adj',
    },
    {
      name: 'QueueTimeAdjustmentSeconds',
      required: 'cond',
      kind: 'int-string',
      mode: 'static',
      notes: 'negative allowed',
      excl: 'adj',
    },
  ],
  constraints: [
    {
      rule: 'exactlyOne',
      keys: ['QueuePriority', 'QueueTimeAdjustmentSeconds'],
      evidence: 'doc says never both; builders require one',
    },
  ],
  results: [],
  conditions: { supported: false },
  errors: [],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW'],
  flowTypesDisallowed: [
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  flowTypesBlockPage: ['OUTBOUND_WHISPER', 'CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [
    'no error branch at all',
    'action page: inbound only; block page: inbound, customer queue, outbound whisper, transfer flows (conflict)',
    'up to 60 s until effective for queued contacts',
  ],
  errata: ['values are strings'],
  liveChecked: ['flow-as-code/flow-as-code (sandbox, 2026-09)'],
  realFlowUsesSeen: 14,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactroutingbehavior.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/change-routing-priority.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateContactRoutingBehavior;
