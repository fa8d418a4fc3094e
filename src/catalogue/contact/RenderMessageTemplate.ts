import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const renderMessageTemplate: ActionEntry = {
  type: 'RenderMessageTemplate',
  category: 'contact',
  block: {
    en: 'Send message (email): message template',
    ja: 'メッセージの送信 (E メール): テンプレート',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'render message_template',
      control: { kind: 'plain' },
      branches: [{ word: 'not_rendered', error: 'TemplateRenderingError', need: 'always' }, error],
    },
  ],
  example: 'render message_template { on not_rendered, error -> disconnect }',
  docStatus: 'exports-only',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'one console export' },
    { type: 'TemplateRenderingError', mandatory: 'yes', evidence: 'one console export' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  restrictions: [
    'first of the three actions of one Send message block: RenderMessageTemplate, CreateContact, StartOutboundEmailContact',
  ],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 1,
  sourceUrl: '',
  moreUrls: [],
  unconfirmed: ['everything rests on one console export; no AWS page publishes the type'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default renderMessageTemplate;
