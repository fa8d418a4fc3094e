import { inInstance } from './shared.ts';
import type { EntityModel } from './types.ts';

const view: EntityModel = {
  kind: 'view',
  spellings: ['view'],
  console: { en: 'View', ja: 'ビュー', plural: 'views' },
  doc: 'A page that a flow shows to an agent or a customer: `show view 注文一覧`. Its declaration says which actions it may come back with.',
  managed: false,
  lifecycle: 'Found by its name. Views are never created or updated.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 255, source: 'CreateView.Name' },
  properties: [
    {
      key: 'version',
      type: {
        is: 'either',
        of: [
          { is: 'number', min: 1 },
          { is: 'word', words: ['latest', 'saved'] },
        ],
      },
      describes: true,
      doc: 'The version that flows show: a number, `latest` (published) or `saved` (draft). Without it, the latest.',
      source: 'DescribeView.ViewId qualifier',
    },
    {
      key: 'actions',
      type: { is: 'list', of: { is: 'text', minLength: 1, maxLength: 255 } },
      describes: true,
      doc: 'Actions that it may come back with: `on "Submit"`.',
      source: 'ViewInputContent.Actions',
    },
    {
      key: 'input',
      type: { is: 'map', of: { is: 'type' } },
      describes: true,
      braces: true,
      doc: 'What flows pass in `data { }`.',
    },
    {
      key: 'returns',
      type: { is: 'map', of: { is: 'type' } },
      describes: true,
      braces: true,
      doc: 'What it comes back with; flows read it as `$.Views.ViewResultData.…`.',
    },
  ],
  clauses: [],
  rules: [],
  api: {
    list: 'ListViews',
    nameMember: 'Name',
    listed: { items: 'ViewsSummaryList', page: 100, status: 'Status' },
    describe: 'DescribeView',
    update: [],
  },
  arn: { template: inInstance('view'), localId: 'uuid' },
  example: 'view 注文一覧 "Orders" { version: 3, actions: ["選択", "戻る"] }',
};

export default view;
