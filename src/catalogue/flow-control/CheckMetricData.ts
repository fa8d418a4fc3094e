import { error } from '../common.ts';
import type { ActionEntry, Form } from '../types.ts';

const common = {
  operands: [{ path: 'QueueId', as: { ref: 'queue' }, optional: true }],
  entries: [{ key: 'agent', path: 'AgentId', as: { ref: 'user' } }],
  control: { kind: 'check', success: 'comparison', mirror: 'NoMatchingError' },
  branches: [{ word: 'default', error: 'NoMatchingCondition', need: 'always' }, error],
  cases: 'comparisons',
} satisfies Omit<Form, 'phrase'>;

const checkMetricData: ActionEntry = {
  type: 'CheckMetricData',
  category: 'flow_control',
  block: {
    en: 'Check staffing / Check queue status',
    ja: '人員の確認 / キューの状態を確認する',
    jaStatus: 'part confirmed',
  },
  forms: [
    { phrase: 'check staffing', fixed: { MetricType: 'NumberOfAgentsStaffed' }, ...common },
    { phrase: 'check agents_available', fixed: { MetricType: 'NumberOfAgentsAvailable' }, ...common },
    { phrase: 'check agents_online', fixed: { MetricType: 'NumberOfAgentsOnline' }, ...common },
    { phrase: 'check queue_size', fixed: { MetricType: 'NumberOfContactsInQueue' }, ...common },
    {
      phrase: 'check oldest_contact',
      fixed: { MetricType: 'OldestContactInQueueAgeSeconds' },
      ...common,
      caseAs: 'duration_ms',
    },
  ],
  example: 'check staffing ProductSupport > 0 { on default, error -> disconnect }',
  docStatus: 'documented',
  parameters: [
    {
      name: 'MetricType',
      required: 'yes',
      kind: 'enum',
      mode: 'static',
      values: [
        'NumberOfAgentsAvailable',
        'NumberOfAgentsStaffed',
        'NumberOfAgentsOnline',
        'OldestContactInQueueAgeSeconds',
        'NumberOfContactsInQueue',
      ],
    },
    { name: 'QueueId', required: 'no', kind: 'id|arn', mode: 'single', ref: 'queue', excl: 'target' },
    { name: 'AgentId', required: 'no', kind: 'id|arn', mode: 'single', ref: 'user', excl: 'target' },
  ],
  constraints: [{ rule: 'atMostOne', keys: ['QueueId', 'AgentId'] }],
  results: [],
  conditions: {
    supported: true,
    operators: ['NumberGreaterThan', 'Equals', 'NumberGreaterOrEqualTo', 'NumberLessThan', 'NumberLessOrEqualTo'],
    operands: ['0 for NumberOfAgents*', 'number'],
    requiredOperands: ['at least one; NumberOfAgents*: only NumberGreaterThan 0'],
  },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
    {
      type: 'NoMatchingCondition',
      mandatory: 'yes',
      evidence: 'live+real',
      when: 'page limits it to the two queue metrics; service wants it always',
    },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: ['OldestContactInQueueAgeSeconds operands are MILLISECONDS in console exports (300 s -> "300000")'],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 12,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkmetricdata.html',
  moreUrls: [
    'https://docs.aws.amazon.com/connect/latest/adminguide/check-staffing.html',
    'https://docs.aws.amazon.com/connect/latest/adminguide/check-queue-status.html',
  ],
  unconfirmed: [],
  confidence: 'high',
};

export default checkMetricData;
