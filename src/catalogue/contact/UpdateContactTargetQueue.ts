import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updateContactTargetQueue: ActionEntry = {
  type: 'UpdateContactTargetQueue',
  category: 'contact',
  block: { en: 'Set working queue', ja: '作業キューの設定', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'set queue',
      operands: [{ path: 'QueueId', as: { ref: 'queue' } }],
      control: { kind: 'plain' },
      branches: [error],
    },
    {
      phrase: 'set queue of agent',
      operands: [{ path: 'AgentId', as: { ref: 'user' } }],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'set queue ProductSupport { on error -> disconnect }',
  docStatus: 'documented',
  parameters: [
    { name: 'QueueId', required: 'cond', kind: 'id|arn', mode: 'single', ref: 'queue', excl: 'target' },
    { name: 'AgentId', required: 'cond', kind: 'id|arn', mode: 'single', ref: 'user', excl: 'target' },
  ],
  constraints: [{ rule: 'exactlyOne', keys: ['QueueId', 'AgentId'] }],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  flowTypesDisallowed: [
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
  ],
  flowTypesBlockPage: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [
    'nested object or Queue key refused: Invalid Action property value ... QueueId',
    'a queue name instead of id/ARN: Failed to convert id: <name>',
  ],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 85,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttargetqueue.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-working-queue.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateContactTargetQueue;
