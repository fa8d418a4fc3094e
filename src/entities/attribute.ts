import type { EntityModel } from './types.ts';

const attribute: EntityModel = {
  kind: 'attribute',
  spellings: ['attribute'],
  console: { en: 'Contact attribute', ja: 'コンタクト属性', plural: 'contact attributes' },
  doc: 'A user-defined attribute that flows set and read as `$.Attributes.tier`. Its declaration says which values it may have.',
  managed: false,
  lifecycle: 'It exists in contacts only: nothing is written and nothing is looked up.',
  operand: {
    role: 'attribute key',
    required: false,
    minLength: 1,
    pattern: '^[^$.]+$',
    source: 'UpdateContactAttributes.Attributes',
  },
  properties: [
    {
      key: 'values',
      type: { is: 'list', of: { is: 'text', minLength: 1 }, min: 1 },
      describes: true,
      doc: 'The values that it may have. Without them, any text.',
    },
    {
      key: 'default',
      type: { is: 'text', minLength: 1 },
      describes: true,
      doc: 'What it counts as where no flow has set it; one of `values`.',
    },
    {
      key: 'description',
      type: { is: 'text', minLength: 1 },
      describes: true,
      doc: 'What it means. Without it, the `///` comment above the declaration is used.',
    },
  ],
  clauses: [],
  rules: [],
  alsoCalled: {
    allowed: 'values',
    enum: 'values',
    options: 'values',
    initial: 'default',
  },
  api: { update: [] },
  arn: { template: '{id}', localId: 'name' },
  example: `/// Contract of the customer
attribute tier { values: ["gold", "platinum", "basic"] }`,
};

export default attribute;
