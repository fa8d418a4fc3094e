import { ofJourneys, optionalError } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const sendSMS: ActionEntry = {
  type: 'SendSMS',
  category: 'contact',
  ...ofJourneys,
  block: { en: 'Send communication (SMS)', ja: 'コミュニケーションの送信 (SMS)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'send communication sms',
      fixed: { 'Message.MessageSourceType': 'TEMPLATE', 'SourceEndpoint.Type': 'CONNECT_PHONENUMBER_ARN' },
      entries: [
        { key: 'template', path: 'Message.TemplatedMessage.WisdomMessageTemplateArn', as: 'text' },
        { key: 'knowledge_base', path: 'Message.TemplatedMessage.WisdomKnowledgeBaseArn', as: 'text' },
        { key: 'from', path: 'SourceEndpoint.Address', as: { ref: 'number' } },
      ],
      control: { kind: 'plain' },
      branches: [optionalError],
    },
  ],
  example: `send communication sms {
  template: "arn:aws:wisdom:ap-northeast-1:000000000000:message-template/example/example"
  knowledge_base: "arn:aws:wisdom:ap-northeast-1:000000000000:knowledge-base/example"
  from: SmsLine
  on error -> next
}`,
  parameters: [
    { name: 'Message', required: 'yes', kind: 'object', mode: 'unconfirmed' },
    { name: 'Message.MessageSourceType', required: 'yes', kind: 'enum', mode: 'unconfirmed', values: ['TEMPLATE'] },
    { name: 'Message.TemplatedMessage', required: 'no', kind: 'object', mode: 'unconfirmed' },
    { name: 'Message.TemplatedMessage.WisdomKnowledgeBaseArn', required: 'no', kind: 'arn', mode: 'unconfirmed' },
    { name: 'Message.TemplatedMessage.WisdomMessageTemplateArn', required: 'no', kind: 'arn', mode: 'unconfirmed' },
    { name: 'SourceEndpoint', required: 'no', kind: 'object', mode: 'unconfirmed' },
    { name: 'SourceEndpoint.Address', required: 'no', kind: 'arn', mode: 'unconfirmed', ref: 'phone-number' },
    {
      name: 'SourceEndpoint.Type',
      required: 'no',
      kind: 'enum',
      mode: 'unconfirmed',
      values: ['CONNECT_PHONENUMBER_ARN'],
    },
  ],
  results: [],
  restrictions: ['journey flows only'],
};

export default sendSMS;
