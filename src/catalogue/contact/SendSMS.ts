import type { ActionEntry } from '../types.ts';

const sendSMS: ActionEntry = {
  type: 'SendSMS',
  category: 'contact',
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
      branches: [{ word: 'error', error: 'NoMatchingError', need: 'optional' }],
    },
  ],
  example: `send communication sms {
  template: "arn:aws:wisdom:ap-northeast-1:000000000000:message-template/example/example"
  knowledge_base: "arn:aws:wisdom:ap-northeast-1:000000000000:knowledge-base/example"
  from: SmsLine
  on error -> next
}`,
  docStatus: 'admin guide shows examples',
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

export default sendSMS;
