import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const dequeueContactAndTransferToQueue: ActionEntry = {
  type: 'DequeueContactAndTransferToQueue',
  category: 'contact',
  block: {
    en: 'Transfer to queue (customer queue flow)',
    ja: 'キューへ転送 (顧客キューフロー)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'transfer to queue',
      operands: [{ path: 'QueueId', as: { ref: 'queue' } }],
      control: { kind: 'leave', mirror: 'NoMatchingError' },
      branches: [{ word: 'at_capacity', error: 'QueueAtCapacity', need: 'always' }, error],
    },
    {
      phrase: 'transfer to queue of agent',
      operands: [{ path: 'AgentId', as: { ref: 'user' } }],
      control: { kind: 'leave', mirror: 'NoMatchingError' },
      branches: [{ word: 'at_capacity', error: 'QueueAtCapacity', need: 'always' }, error],
    },
  ],
  example: 'transfer to queue Overflow { on at_capacity, error -> end }',
  docStatus: 'documented',
  parameters: [
    { name: 'QueueId', required: 'cond', kind: 'id|arn', mode: 'single', ref: 'queue', excl: 'target' },
    { name: 'AgentId', required: 'cond', kind: 'id|arn', mode: 'single', ref: 'user', excl: 'target' },
  ],
  constraints: [{ rule: 'atMostOne', keys: ['QueueId', 'AgentId'] }],
  results: [],
  conditions: { supported: false },
  errors: [
    { type: 'QueueAtCapacity', mandatory: 'yes', evidence: 'live+real' },
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
  ],
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
    'only CUSTOMER_QUEUE',
    'queue-to-queue at most 11 times (chain of 12 contacts)',
    'needs a Loop prompts block before it',
  ],
  errata: [],
  liveChecked: ['flow-as-code/flow-as-code (sandbox, 2026-09)'],
  realFlowUsesSeen: 2,
  sourceUrl:
    'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-dequeuecontactandtransfertoqueue.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-queue.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default dequeueContactAndTransferToQueue;
