import type { ActionEntry } from '../types.ts';

const sendOutboundEmail: ActionEntry = {
  type: 'SendOutboundEmail',
  category: 'contact',
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
      branches: [{ word: 'error', error: 'NoMatchingError', need: 'optional' }],
    },
  ],
  example: `send communication email {
  template: "arn:aws:wisdom:ap-northeast-1:000000000000:message-template/example/example"
  knowledge_base: "arn:aws:wisdom:ap-northeast-1:000000000000:knowledge-base/example"
  from: "clinic@example.com"
  on error -> next
}`,
  docStatus: 'admin guide shows examples',
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
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'unconfirmed', evidence: 'example of the admin guide' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: ['CAMPAIGN'],
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  restrictions: ['journey flows only'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/create-campaigns-api-cli.html',
  moreUrls: [],
  unconfirmed: ['no page lists its parameters, conditions and errors'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default sendOutboundEmail;
