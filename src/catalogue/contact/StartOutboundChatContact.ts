import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const startOutboundChatContact: ActionEntry = {
  type: 'StartOutboundChatContact',
  category: 'contact',
  block: { en: 'Send message (SMS)', ja: 'メッセージの送信 (SMS)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'send sms',
      fixed: {
        'SourceEndpoint.Type': 'CONNECT_PHONENUMBER_ARN',
        'DestinationEndpoint.Type': 'TELEPHONE_NUMBER',
        ContactSubtype: 'connect:SMS',
      },
      operands: [{ path: 'InitialSystemMessage.Content', as: 'text', optional: true }],
      entries: [
        { key: 'from', path: 'SourceEndpoint.Address', as: { ref: 'number' } },
        { key: 'to', path: 'DestinationEndpoint.Address', as: 'phone' },
        { key: 'flow', path: 'ContactFlowArn', as: { ref: 'flow' } },
        { key: 'related', path: 'RelatedContact', as: { enum: { current: 'CURRENT' } } },
      ],
      control: { kind: 'plain' },
      branches: [{ word: 'not_rendered', error: 'TemplateRenderingError', need: 'written' }, error],
    },
  ],
  example: `send sms "ご予約を承りました。" {
  from: SmsLine
  to: $.CustomerEndpoint.Address
  flow: SmsFlow
  on error -> next
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'SourceEndpoint.Address', required: 'yes', kind: 'arn', mode: 'any', ref: 'phone-number' },
    { name: 'SourceEndpoint.Type', required: 'yes', kind: 'enum', mode: 'static', values: ['CONNECT_PHONENUMBER_ARN'] },
    { name: 'DestinationEndpoint.Address', required: 'yes', kind: 'e164', mode: 'any' },
    { name: 'DestinationEndpoint.Type', required: 'yes', kind: 'enum', mode: 'static', values: ['TELEPHONE_NUMBER'] },
    { name: 'ContactFlowArn', required: 'yes', kind: 'arn', mode: 'any', ref: 'flow' },
    {
      name: 'ContactSubtype',
      required: 'yes',
      kind: 'enum',
      mode: 'static',
      values: ['connect:SMS'],
      notes: 'WhatsApp/email forms of the block unconfirmed',
    },
    { name: 'InitialSystemMessage.Content', required: 'no', kind: 'string', mode: 'any', maxLen: 1024 },
    { name: 'RelatedContact', required: 'no', kind: 'enum', mode: 'static', values: ['CURRENT'] },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
    { type: 'TemplateRenderingError', mandatory: 'no', evidence: 'a console export, behind RenderMessageTemplate' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-startoutboundchatcontact.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/send-message.html'],
  unconfirmed: ['WhatsApp and email forms of Send message: Type/keys unpublished'],
  doubts: ['parameters'],
  confidence: 'high',
};

export default startOutboundChatContact;
