import { inInstance } from './shared.ts';
import type { EntityModel } from './types.ts';

const data_table: EntityModel = {
  kind: 'data_table',
  spellings: ['data_table'],
  console: { en: 'Data table', ja: 'データテーブル', plural: 'data tables' },
  doc: 'A table that flows read and write: `get table 店舗`. Its declaration may say which attributes it has.',
  managed: false,
  lifecycle: 'Found by its name. Tables are never created or updated.',
  operand: {
    role: 'display name',
    required: false,
    minLength: 1,
    maxLength: 127,
    pattern: "^[\\p{L}\\p{Z}\\p{N}\\-_.:=@'|]+$",
    source: 'CreateDataTable.Name',
  },
  properties: [
    {
      key: 'primary',
      type: { is: 'list', of: { is: 'text', minLength: 1 }, max: 5 },
      describes: true,
      doc: 'Primary attributes: which of the attributes find a row.',
      source: 'quota “Primary attributes per data table”',
    },
    {
      key: 'attributes',
      type: { is: 'map', of: { is: 'type' }, max: 100 },
      describes: true,
      braces: true,
      doc: 'Attributes (columns) with their types.',
      source: 'quota “Attributes per data table”',
    },
  ],
  clauses: [],
  rules: [],
  api: {
    list: 'ListDataTables',
    nameMember: 'Name',
    listed: { items: 'DataTableSummaryList', page: 1000 },
    describe: 'DescribeDataTable',
    update: [],
  },
  arn: { template: inInstance('data-table'), localId: 'uuid' },
  quota: { max: 100, adjustable: true, name: 'Data tables per instance' },
  example: 'existing data_table 店舗 "Shops" { primary: ["code"], attributes { code: text, phone: text } }',
};

export default data_table;
