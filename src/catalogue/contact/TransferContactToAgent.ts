import type { ActionEntry } from '../types.ts';

const transferContactToAgent: ActionEntry = {
  type: 'TransferContactToAgent',
  category: 'contact',
  block: { en: 'Transfer to agent (beta)', ja: 'エージェントへの転送 (ベータ)', jaStatus: 'unconfirmed' },
  forms: [{ phrase: 'transfer to agent', control: { kind: 'terminal' } }],
  example: 'transfer to agent',
  docStatus: 'documented',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [],
  terminal: true,
  nextAction: 'none',
  flowTypesAllowed: ['AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  flowTypesDisallowed: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
  ],
  flowTypesBlockPage: ['AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: ['voice only', 'if the agent is busy the contact is disconnected'],
  errata: [],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 1,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-transfercontacttoagent.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-agent-block.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default transferContactToAgent;
