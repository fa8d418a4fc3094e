import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const transferContactToQueue: ActionEntry = {
  type: 'TransferContactToQueue',
  category: 'contact',
  block: { en: 'Transfer to queue', ja: 'キューへ転送', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'transfer to queue',
      control: { kind: 'leave', mirror: 'NoMatchingError' },
      branches: [{ word: 'at_capacity', error: 'QueueAtCapacity', need: 'always' }, error],
    },
  ],
  example: `set queue ProductSupport { on error -> disconnect }
transfer to queue { on at_capacity, error -> disconnect }`,
  docStatus: 'documented',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    { type: 'QueueAtCapacity', mandatory: 'yes', evidence: 'live+real' },
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
  ],
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
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [
    'needs a target queue set before (UpdateContactTargetQueue) or the error branch runs',
    'fails when the contact is already queued',
    'no whisper, queue or hold flows',
  ],
  errata: [
    'success ends the flow at runtime yet NextAction must be present (72 of 73 flows seen; doc sample writes "")',
    'Parameters key missing in 21 of 73 flows seen',
  ],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 73,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-transfercontacttoqueue.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-queue.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default transferContactToQueue;
