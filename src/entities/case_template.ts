import type { EntityModel } from './types.ts';

const case_template: EntityModel = {
  kind: 'case_template',
  spellings: ['case_template'],
  console: { en: 'Case template', ja: 'ケーステンプレート', plural: 'case templates' },
  doc: 'The template that `create case` fills in. Its declaration may say which fields it has.',
  managed: false,
  lifecycle:
    'Connect has no list of them: its id is pinned, `= "…"` or the name of a param. Templates are never created or updated.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 100 },
  properties: [
    {
      key: 'fields',
      type: { is: 'map', of: { is: 'type' } },
      describes: true,
      braces: true,
      doc: 'Fields of the template by id, with their types.',
    },
  ],
  clauses: [],
  rules: [],
  api: { update: [] },
  arn: { template: '{id}', localId: 'uuid' },
  example: 'existing case_template 問い合わせ "General inquiry" { fields { title: text, case_reason: text } }',
};

export default case_template;
