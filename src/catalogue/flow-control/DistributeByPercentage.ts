import type { ActionEntry } from '../types.ts';

const distributeByPercentage: ActionEntry = {
  type: 'DistributeByPercentage',
  category: 'flow_control',
  block: { en: 'Distribute by percentage', ja: '割合で分散', jaStatus: 'unconfirmed' },
  forms: [],
  example: 'split { on 30% -> next, on 70% -> disconnect }',
  docStatus: 'documented',
  parameters: [],
  constraints: [],
  results: ['random integer 1..100'],
  conditions: {
    supported: true,
    operators: ['NumberLessThan'],
    operands: ['1..100'],
    requiredOperands: ['ascending cumulative thresholds'],
  },
  errors: [{ type: 'NoMatchingCondition', mandatory: 'yes', evidence: 'doc' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [
    'page says NumericLessThan; the operator is NumberLessThan',
    'console writes threshold = 1 + percentages so far (3%,6%,8% -> "4","10","18")',
    'Parameters may be missing in exports',
  ],
  liveChecked: ['flow-as-code/flow-as-code (sandbox, 2026-09)'],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-distributebypercentage.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/distribute-by-percentage.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default distributeByPercentage;
