import type { ActionEntry } from '../types.ts';

const routeContactToAgent: ActionEntry = {
  type: 'RouteContactToAgent',
  category: 'contact',
  block: { en: 'Interrupt agent', ja: 'エージェントへの割り込み', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'interrupt agent',
      control: { kind: 'plain' },
      branches: [{ word: 'error', error: 'NoMatchingError', need: 'optional' }],
    },
  ],
  example: 'interrupt agent { on error -> next }',
  docStatus: 'admin guide names the type; parameters unpublished',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'unconfirmed', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CUSTOMER_QUEUE'],
  flowTypesDisallowed: [
    'CONTACT_FLOW',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  flowTypesBlockPage: ['CUSTOMER_QUEUE'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [
    'offers the contact to one agent even at full concurrency; rings 30 s, not configurable; then back to the queue flow',
    'block branches: Success, Error',
  ],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/interrupt-agent.html',
  moreUrls: [],
  unconfirmed: [
    'parameter names',
    'conditions',
    'error list',
    'live create refused with empty parameters (Invalid Action type, 2026-10)',
  ],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default routeContactToAgent;
