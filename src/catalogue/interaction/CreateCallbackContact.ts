import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const createCallbackContact: ActionEntry = {
  type: 'CreateCallbackContact',
  category: 'interaction',
  block: {
    en: 'Transfer to queue > Transfer to callback queue',
    ja: 'キューへ転送 > コールバックキューへ転送',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'transfer to callback_queue',
      entries: [
        { key: 'queue', path: 'QueueId', as: { ref: 'queue' } },
        { key: 'agent', path: 'AgentId', as: { ref: 'user' } },
        { key: 'delay', path: 'InitialCallDelaySeconds', as: 'duration', implied: '5' },
        { key: 'attempts', path: 'MaximumConnectionAttempts', as: 'number', implied: '1' },
        { key: 'retry_after', path: 'RetryDelaySeconds', as: 'duration', implied: '600' },
        { key: 'caller_id', path: 'CallerId', as: 'phone' },
        { key: 'flow', path: 'ContactFlowId', as: { ref: 'flow' } },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: `transfer to callback_queue {
  queue: ProductSupport
  delay: 30s
  attempts: 2
  retry_after: 10m
  on error -> disconnect
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'QueueId', required: 'no', kind: 'id|arn', mode: 'single', ref: 'queue', excl: 'target' },
    { name: 'AgentId', required: 'no', kind: 'id|arn', mode: 'single', ref: 'user', excl: 'target' },
    { name: 'InitialCallDelaySeconds', required: 'yes', kind: 'int-string', mode: 'static', min: 1, max: 259200 },
    {
      name: 'MaximumConnectionAttempts',
      required: 'yes',
      kind: 'int-string',
      mode: 'static',
      min: 1,
      notes: '1 = no retry',
    },
    { name: 'RetryDelaySeconds', required: 'yes', kind: 'int-string', mode: 'static', min: 1, max: 259200 },
    {
      name: 'ContactFlowId',
      required: 'no',
      kind: 'id|arn',
      mode: 'single',
      ref: 'flow',
      notes: 'flow run when the callback contact is created; InitialCallDelaySeconds then ignored',
    },
    { name: 'CallerId', required: 'no', kind: 'e164', mode: 'single', notes: 'number claimed on the instance' },
  ],
  constraints: [{ rule: 'atMostOne', keys: ['QueueId', 'AgentId'] }],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: ['no target: contact TargetQueue', 'number comes from UpdateContactCallbackNumber or caller id'],
  errata: [
    'strings, not numbers',
    'console field is "maximum number of retries" (1 = two calls) while the language names attempts; console-to-JSON mapping of the number unconfirmed',
  ],
  liveChecked: ['flow-as-code/flow-as-code (sandbox, 2026-09)'],
  realFlowUsesSeen: 8,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/interactions-createcallbackcontact.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-queue.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default createCallbackContact;
