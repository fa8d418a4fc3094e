import { everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const compare: ActionEntry = {
  type: 'Compare',
  category: 'flow_control',
  block: { en: 'Check contact attributes', ja: 'コンタクト属性を確認する', jaStatus: 'confirmed' },
  forms: [],
  example: `match $.Attributes.tier {
  on "gold", "platinum" -> next
  on default -> disconnect
}`,
  docStatus: 'documented',
  parameters: [
    {
      name: 'ComparisonValue',
      required: 'yes',
      kind: 'jsonpath',
      mode: 'jsonpath',
      notes: 'needs a leaf ($.External alone and literals are refused)',
    },
  ],
  constraints: [],
  results: [],
  conditions: {
    supported: true,
    operators: [
      'Equals',
      'TextStartsWith',
      'TextEndsWith',
      'TextContains',
      'NumberGreaterThan',
      'NumberGreaterOrEqualTo',
      'NumberLessThan',
      'NumberLessOrEqualTo',
      'KeyExists',
    ],
    inJourneys: ['Exists'],
    operands: ['any non-empty string'],
    requiredOperands: ['at least one'],
    notes: 'operand literal only; empty operand refused (Invalid branch. Path: N.Evaluate)',
  },
  errors: [{ type: 'NoMatchingCondition', mandatory: 'yes', evidence: 'doc+live+real' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [
    'NoMatchingError refused: Invalid Action error',
    'And/Or/Not and nested conditions refused although the page describes nesting',
    'KeyExists works though unlisted',
    'NextAction equals the NoMatchingCondition target in every export',
  ],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 217,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/check-contact-attributes.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default compare;
