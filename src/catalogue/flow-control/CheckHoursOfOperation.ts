import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const checkHoursOfOperation: ActionEntry = {
  type: 'CheckHoursOfOperation',
  category: 'flow_control',
  block: { en: 'Check hours of operation', ja: 'オペレーション時間を確認する', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'check hours',
      operands: [{ path: 'HoursOfOperationId', as: { ref: 'hours' }, optional: true }],
      control: { kind: 'check', success: { equals: 'True' }, mirror: 'NoMatchingError' },
      branches: [{ word: 'closed', equals: 'False', need: 'always' }, error],
    },
  ],
  example: 'check hours BusinessHours { on closed, error -> disconnect }',
  docStatus: 'documented',
  parameters: [
    {
      name: 'HoursOfOperationId',
      required: 'no',
      kind: 'id|arn',
      mode: 'single',
      ref: 'hours',
      notes: 'absent: hours of the target queue (queue of agent type has none: error branch)',
    },
  ],
  constraints: [],
  results: ['True', 'False'],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['True', 'False'],
    requiredOperands: ['True', 'False'],
    demanded: [{ operand: 'True' }, { operand: 'False' }],
  },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [
    'the block can have a branch for each override that it names; how flow language writes it is unconfirmed',
  ],
  errata: ['both conditions are mandatory, nothing else; NoMatchingCondition is not an error here'],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 22,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkhoursofoperation.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/check-hours-of-operation.html'],
  unconfirmed: ['conditions of the branches for overrides'],
  doubts: ['conditions'],
  confidence: 'high',
};

export default checkHoursOfOperation;
