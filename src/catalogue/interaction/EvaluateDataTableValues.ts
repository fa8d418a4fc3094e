import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const evaluateDataTableValues: ActionEntry = {
  type: 'EvaluateDataTableValues',
  category: 'interaction',
  block: { en: 'Data Table (Evaluate)', ja: 'データテーブル (評価)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'get table',
      operands: [{ path: 'DataTableId', as: { ref: 'data_table' } }],
      entries: [{ key: 'queries', path: 'Queries', as: 'json' }],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: `get table Rates {
  queries: [
    { QueryName: "rate", Attributes: ["price"], PrimaryValues: [{ AttributeName: "plan", Value: $.Attributes.plan }] }
  ]
  on error -> next
}`,
  docStatus: 'admin guide block + third-party console exports',
  parameters: [
    { name: 'DataTableId', required: 'yes', kind: 'id|arn', mode: 'static', ref: 'data-table' },
    { name: 'Queries', required: 'yes', kind: 'list<object>', mode: 'static', minItems: 1, maxItems: 5 },
    { name: 'Queries[].QueryName', required: 'yes', kind: 'string', mode: 'static', notes: 'unique in the flow' },
    { name: 'Queries[].Attributes', required: 'yes', kind: 'list<string>', mode: 'static' },
    { name: 'Queries[].PrimaryValues[].AttributeName', required: 'yes', kind: 'string', mode: 'static' },
    { name: 'Queries[].PrimaryValues[].Value', required: 'yes', kind: 'string', mode: 'any' },
  ],
  constraints: [],
  results: ['$.DataTables.<QueryName>.<Attribute>'],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'third-party export' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['next data-table action clears earlier results', 'list-typed values unsupported'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/data-table-block.html',
  moreUrls: [],
  unconfirmed: ['parameters and errors rest on third-party exports, not on AWS pages'],
  doubts: ['parameters', 'errors'],
  confidence: 'low',
};

export default evaluateDataTableValues;
