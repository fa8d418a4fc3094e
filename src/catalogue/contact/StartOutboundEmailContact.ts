import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const startOutboundEmailContact: ActionEntry = {
  type: 'StartOutboundEmailContact',
  category: 'contact',
  block: { en: 'Send message (email)', ja: 'メッセージの送信 (E メール)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'send email',
      entries: [
        { key: 'from', path: 'FromEmailAddress.EmailAddress', as: 'text' },
        { key: 'from_name', path: 'FromEmailAddress.DisplayName', as: 'text' },
        { key: 'to', path: 'DestinationEmailAddress.EmailAddress', as: 'text' },
        { key: 'to_name', path: 'DestinationEmailAddress.DisplayName', as: 'text' },
        { key: 'source', path: 'EmailMessage.MessageSourceType', as: { enum: { raw: 'RAW' } } },
      ],
      control: { kind: 'plain' },
      branches: [{ word: 'not_rendered', error: 'TemplateRenderingError', need: 'written' }, error],
    },
  ],
  example: `send email {
  from: "support@example.com"
  to: $.CustomerEndpoint.Address
  source: raw
  on error -> disconnect
}`,
  docStatus: 'exports-only',
  parameters: [
    { name: 'FromEmailAddress', required: 'yes', kind: 'object', mode: 'unconfirmed' },
    { name: 'FromEmailAddress.EmailAddress', required: 'yes', kind: 'string', mode: 'unconfirmed' },
    { name: 'FromEmailAddress.DisplayName', required: 'no', kind: 'string', mode: 'unconfirmed' },
    { name: 'DestinationEmailAddress', required: 'no', kind: 'object', mode: 'unconfirmed' },
    { name: 'DestinationEmailAddress.EmailAddress', required: 'no', kind: 'string', mode: 'unconfirmed' },
    { name: 'DestinationEmailAddress.DisplayName', required: 'no', kind: 'string', mode: 'unconfirmed' },
    { name: 'EmailMessage', required: 'yes', kind: 'object', mode: 'unconfirmed' },
    {
      name: 'EmailMessage.MessageSourceType',
      required: 'yes',
      kind: 'enum',
      mode: 'unconfirmed',
      values: ['RAW'],
      notes: 'a template needs another word; unseen',
    },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'console exports' },
    { type: 'TemplateRenderingError', mandatory: 'no', evidence: 'one console export of two' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  restrictions: ['last of the three actions of one Send message block'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 1,
  sourceUrl: '',
  moreUrls: [],
  unconfirmed: ['everything rests on two console exports; no AWS page publishes the type'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default startOutboundEmailContact;
