import { error, everyFlowType } from '../common.ts';
import type { ActionEntry, Form } from '../types.ts';

const channels = { voice: 'Voice', chat: 'Chat', task: 'Task', email: 'Email' };

const getMetricData: ActionEntry = {
  type: 'GetMetricData',
  category: 'flow_control',
  block: { en: 'Get metrics (Get queue metrics)', ja: 'メトリクスの取得', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'get metrics',
      operands: [
        { path: 'QueueId', as: { ref: 'queue' }, optional: true },
        { path: 'QueueChannel', as: { enum: channels }, optional: true },
      ],
      entries: [{ key: 'agent', path: 'AgentId', as: { ref: 'user' } }],
      control: { kind: 'plain' },
      branches: [error],
    },
    // Without a queue a bare word would read as the name of one.
    ...Object.entries(channels).map(([word, QueueChannel]): Form => ({
      phrase: `get metrics ${word}`,
      fixed: { QueueChannel },
      entries: [{ key: 'agent', path: 'AgentId', as: { ref: 'user' } }],
      control: { kind: 'plain' },
      branches: [error],
    })),
  ],
  example: 'get metrics ProductSupport voice { on error -> next }',
  docStatus: 'documented',
  parameters: [
    { name: 'QueueId', required: 'no', kind: 'id|arn', mode: 'single', ref: 'queue', excl: 'target' },
    { name: 'AgentId', required: 'no', kind: 'id|arn', mode: 'single', ref: 'user', excl: 'target' },
    {
      name: 'QueueChannel',
      required: 'no',
      kind: 'enum',
      mode: 'any',
      values: ['Voice', 'Chat', 'Task', 'Email'],
      notes: 'the page has Voice and Chat; a console export writes Email',
    },
  ],
  constraints: [],
  results: ['$.Metrics.*'],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['5-10 s delay; null when no activity'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 5,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-getmetricdata.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/get-queue-metrics.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default getMetricData;
