import type { EntityModel } from './types.ts';

const task_template: EntityModel = {
  kind: 'task_template',
  spellings: ['task_template'],
  console: { en: 'Task template', ja: 'タスクテンプレート', plural: 'task templates' },
  doc: 'The form that `create task` fills in. Its declaration may say which fields it has.',
  managed: false,
  lifecycle: 'Found by its name. Templates are never created or updated.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 100, source: 'CreateTaskTemplate.Name' },
  properties: [
    {
      key: 'fields',
      type: { is: 'map', of: { is: 'type' }, max: 50 },
      describes: true,
      braces: true,
      doc: 'Fields of the template by name, with their types.',
      source: 'CreateTaskTemplate.Fields; quota “Custom fields per task template”',
    },
  ],
  clauses: [],
  rules: [],
  api: {
    list: 'ListTaskTemplates',
    nameMember: 'Name',
    listed: { items: 'TaskTemplates', page: 100 },
    describe: 'GetTaskTemplate',
    update: [],
  },
  arn: { template: '{id}', localId: 'uuid' },
  quota: { max: 50, adjustable: false, name: 'Task templates per instance' },
  example: 'existing task_template 折り返し依頼 "Call back" { fields { 顧客名: text, 期限: text } }',
};

export default task_template;
