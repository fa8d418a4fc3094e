import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updateContactRoutingCriteria: ActionEntry = {
  type: 'UpdateContactRoutingCriteria',
  category: 'contact',
  block: { en: 'Set routing criteria', ja: 'ルーティング条件の設定', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'set routing_criteria',
      entries: [{ key: 'steps', path: 'RoutingCriteria.Steps', as: 'json' }],
      control: { kind: 'plain' },
      branches: [error],
    },
    {
      phrase: 'set routing_criteria',
      operands: [{ path: 'RoutingCriteria', as: 'text' }],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: `set routing_criteria {
  steps: [
    { Expression: { AttributeCondition: { Name: "言語", Value: "英語", ProficiencyLevel: 4, ComparisonOperator: "NumberGreaterOrEqualTo" } } }
  ]
  on error -> next
}`,
  docStatus: 'documented',
  parameters: [
    {
      name: 'RoutingCriteria',
      required: 'yes',
      kind: 'object',
      mode: 'single',
      notes: 'a deployed public sample passes one JSONPath ($.External.RoutingCriteria) for the whole object',
    },
    {
      name: 'RoutingCriteria.Steps',
      required: 'yes',
      kind: 'list<object>',
      mode: 'static',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression',
      required: 'yes',
      kind: 'object',
      mode: 'static',
      notes: 'AttributeCondition | AndExpression | OrExpression | NotAttributeCondition',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression.AndExpression',
      required: 'no',
      kind: 'list<object>',
      mode: 'static',
      notes: 'expressions that must all hold',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression.OrExpression',
      required: 'no',
      kind: 'list<object>',
      mode: 'static',
      notes: 'expressions of which one must hold',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression.NotAttributeCondition',
      required: 'no',
      kind: 'object',
      mode: 'static',
      notes: 'members as those of AttributeCondition',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression.AttributeCondition.Name',
      required: 'cond',
      kind: 'string',
      mode: 'any',
      minLen: 1,
      maxLen: 64,
      when: 'conditions on a proficiency',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression.AttributeCondition.Value',
      required: 'cond',
      kind: 'string',
      mode: 'any',
      minLen: 1,
      maxLen: 64,
      when: 'conditions on a proficiency',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression.AttributeCondition.ProficiencyLevel',
      required: 'cond',
      kind: 'float',
      mode: 'static',
      min: 1,
      max: 5,
      notes: 'console writes "4.0"-like numbers',
      when: 'conditions on a proficiency',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression.AttributeCondition.ComparisonOperator',
      required: 'cond',
      kind: 'enum',
      mode: 'static',
      values: ['NumberGreaterOrEqualTo', 'Range', 'Match'],
      when: 'the expression is an AttributeCondition',
    },
    {
      name: 'RoutingCriteria.Steps[].Expiry.DurationInSeconds',
      required: 'no',
      kind: 'int-string',
      mode: 'static',
      notes: 'all but the last step',
    },
    {
      name: 'RoutingCriteria.Steps[].Expression.AttributeCondition.MatchCriteria.AgentsCriteria.AgentIds',
      required: 'no',
      kind: 'list<string>',
      mode: 'single',
      maxItems: 10,
      notes: 'preferred agents, with ComparisonOperator Match; in console exports',
    },
  ],
  constraints: [
    { rule: 'max', what: 'attributes per AND', value: 8 },
    { rule: 'max', what: 'OR conditions per step', value: 3 },
    { rule: 'max', what: 'preferred agents per step', value: 10 },
  ],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: ['page title is UpdateRoutingCriteria; the service knows only UpdateContactRoutingCriteria (live)'],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-updateroutingcriteria.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-routing-criteria.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateContactRoutingCriteria;
