import type { EntityModel } from './types.ts';

/** Where a number leads is no key of it. */
const LED = 'number Name "+81…" -> Flow';

const number: EntityModel = {
  kind: 'number',
  spellings: ['number'],
  console: { en: 'Phone number', ja: '電話番号', plural: 'phone numbers' },
  doc: 'A claimed phone number. It points at one flow; a flow may serve many numbers.',
  managed: true,
  lifecycle: 'Found by its digits and pointed at its flow. Numbers are never claimed and never released.',
  operand: { role: 'phone number', required: true, source: 'DescribePhoneNumber.PhoneNumber' },
  target: {
    key: 'flow',
    type: { is: 'ref', kind: 'flow', flowTypes: ['CONTACT_FLOW'] },
    doc: 'The inbound flow that callers of this number meet.',
    source: 'AssociatePhoneNumberContactFlow.ContactFlowId',
  },
  properties: [
    {
      key: 'description',
      type: { is: 'text', maxLength: 500 },
      doc: 'Shown in the console. Without it, the `///` comment above the declaration is used.',
      source: 'UpdatePhoneNumberMetadata.PhoneNumberDescription',
    },
  ],
  clauses: [],
  rules: [],
  alsoCalled: {
    flow: LED,
    contactflow: LED,
    target: LED,
    number: LED,
    phonenumber: LED,
  },
  api: {
    list: 'ListPhoneNumbersV2',
    nameMember: 'PhoneNumber',
    listed: { items: 'ListPhoneNumbersSummaryList', page: 1000, id: 'PhoneNumberId', arn: 'PhoneNumberArn' },
    describe: 'DescribePhoneNumber',
    update: ['AssociatePhoneNumberContactFlow', 'DisassociatePhoneNumberContactFlow', 'UpdatePhoneNumberMetadata'],
  },
  arn: { template: 'arn:{partition}:connect:{region}:{account}:phone-number/{id}', localId: 'uuid' },
  quota: { max: 10, adjustable: true, name: 'Phone numbers per instance' },
  example: 'number 代表番号 "+81501234XXXX" -> 受付',
};

export default number;
