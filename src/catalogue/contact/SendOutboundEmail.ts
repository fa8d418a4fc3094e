import { ofJourneys, optionalError } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const sendOutboundEmail: ActionEntry = {
  type: 'SendOutboundEmail',
  category: 'contact',
  ...ofJourneys,
  block: { en: 'Send communication (email)', ja: 'コミュニケーションの送信 (E メール)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'send communication email',
      fixed: { 'EmailMessage.MessageSourceType': 'TEMPLATE' },
      entries: [
        { key: 'template', path: 'EmailMessage.TemplatedMessage.WisdomMessageTemplateArn', as: 'text' },
        { key: 'knowledge_base', path: 'EmailMessage.TemplatedMessage.WisdomKnowledgeBaseArn', as: 'text' },
        { key: 'from', path: 'FromEmailAddress.EmailAddress', as: 'text' },
      ],
      control: { kind: 'plain' },
      branches: [optionalError],
    },
  ],
  example: `send communication email {
  template: "arn:aws:wisdom:ap-northeast-1:000000000000:message-template/example/example"
  knowledge_base: "arn:aws:wisdom:ap-northeast-1:000000000000:knowledge-base/example"
  from: "clinic@example.com"
  on error -> next
}`,
  parameters: [
    { name: 'EmailMessage', required: 'yes', kind: 'object', mode: 'unconfirmed' },
    {
      name: 'EmailMessage.MessageSourceType',
      required: 'yes',
      kind: 'enum',
      mode: 'unconfirmed',
      values: ['TEMPLATE'],
    },
    { name: 'EmailMessage.TemplatedMessage', required: 'no', kind: 'object', mode: 'unconfirmed' },
    { name: 'EmailMessage.TemplatedMessage.WisdomKnowledgeBaseArn', required: 'no', kind: 'arn', mode: 'unconfirmed' },
    {
      name: 'EmailMessage.TemplatedMessage.WisdomMessageTemplateArn',
      required: 'no',
      kind: 'arn',
      mode: 'unconfirmed',
    },
    { name: 'FromEmailAddress', required: 'no', kind: 'object', mode: 'unconfirmed' },
    { name: 'FromEmailAddress.EmailAddress', required: 'no', kind: 'string', mode: 'unconfirmed' },
  ],
  results: [],
  restrictions: ['journey flows only'],
};

export default sendOutboundEmail;
