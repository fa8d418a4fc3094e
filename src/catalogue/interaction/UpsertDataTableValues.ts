import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const upsertDataTableValues: ActionEntry = {
  type: 'UpsertDataTableValues',
  category: 'interaction',
  block: { en: 'Data Table (Write)', ja: 'データテーブル (書き込み)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'write table',
      operands: [{ path: 'DataTableId', as: { ref: 'data_table' } }],
      entries: [
        { key: 'lock', path: 'LockVersion', as: 'json', braces: true },
        { key: 'rows', path: 'DataTableUpsertAttributes', as: 'json' },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: `write table Calls {
  lock: "LATEST"
  rows: [
    {
      PrimaryKeyGroupName: "caller"
      PrimaryValues: [{ Name: "phone", Value: $.CustomerEndpoint.Address }]
      Attributes: [{ Name: "last_call", Value: $.ContactId }]
    }
  ]
  on error -> next
}`,
  docStatus: 'admin guide block + third-party console exports',
  parameters: [
    { name: 'DataTableId', required: 'yes', kind: 'id|arn', mode: 'static', ref: 'data-table' },
    {
      name: 'LockVersion',
      required: 'yes',
      kind: 'string|object',
      mode: 'any',
      notes: '"LATEST" is "Use latest" of the block, by a builder written from exports; or one path',
    },
    {
      name: 'DataTableUpsertAttributes',
      required: 'yes',
      kind: 'list<object>',
      mode: 'static',
      minItems: 1,
      maxItems: 25,
    },
    { name: 'DataTableUpsertAttributes[].PrimaryKeyGroupName', required: 'yes', kind: 'string', mode: 'static' },
    { name: 'DataTableUpsertAttributes[].PrimaryValues[].Name', required: 'yes', kind: 'string', mode: 'static' },
    { name: 'DataTableUpsertAttributes[].PrimaryValues[].Value', required: 'yes', kind: 'string', mode: 'any' },
    {
      name: 'DataTableUpsertAttributes[].Attributes',
      required: 'no',
      kind: 'list<object>',
      mode: 'any',
      maxItems: 25,
      notes: 'none: the primary values alone are written',
    },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'third-party export' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['25 attributes in total per block', 'upsert'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/data-table-block.html',
  moreUrls: [],
  unconfirmed: ['parameters and errors rest on third-party exports, not on AWS pages'],
  doubts: ['parameters', 'errors'],
  confidence: 'low',
};

export default upsertDataTableValues;
