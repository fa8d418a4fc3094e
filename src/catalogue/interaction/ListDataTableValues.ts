import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const listDataTableValues: ActionEntry = {
  type: 'ListDataTableValues',
  category: 'interaction',
  block: { en: 'Data Table (List)', ja: 'データテーブル (一覧)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'list table',
      operands: [{ path: 'DataTableId', as: { ref: 'data_table' } }],
      entries: [{ key: 'groups', path: 'PrimaryKeyGroups', as: 'json' }],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'list table Rates { groups: [], on error -> next }',
  docStatus: 'admin guide block + third-party console exports',
  parameters: [
    { name: 'DataTableId', required: 'yes', kind: 'id|arn', mode: 'static', ref: 'data-table' },
    {
      name: 'PrimaryKeyGroups',
      required: 'yes',
      kind: 'list<object>',
      mode: 'static',
      maxItems: 5,
      notes: 'empty list = whole table',
    },
    { name: 'PrimaryKeyGroups[].PrimaryKeyGroupName', required: 'yes', kind: 'string', mode: 'static' },
    { name: 'PrimaryKeyGroups[].PrimaryValues[].Name', required: 'yes', kind: 'string', mode: 'static' },
    { name: 'PrimaryKeyGroups[].PrimaryValues[].Value', required: 'yes', kind: 'string', mode: 'any' },
  ],
  constraints: [],
  results: ['$.DataTableList.ResultData.*'],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'third-party export' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['32 KB result'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/data-table-block.html',
  moreUrls: [],
  unconfirmed: ['parameters and errors rest on third-party exports, not on AWS pages'],
  doubts: ['parameters', 'errors'],
  confidence: 'low',
};

export default listDataTableValues;
