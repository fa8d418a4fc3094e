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
      entries: [
        { key: 'template', path: 'WisdomMessageTemplateArn', as: 'text' },
        { key: 'knowledge_base', path: 'WisdomKnowledgeBaseArn', as: 'text' },
      ],
      control: { kind: 'plain' },
      branches: [{ word: 'not_rendered', error: 'TemplateRenderingError', need: 'always' }, error],
    },
  ],
  example: 'render message_template { on not_rendered, error -> disconnect }',
  docStatus: 'exports-only',
  parameters: [
    { name: 'WisdomMessageTemplateArn', required: 'no', kind: 'arn', mode: 'unconfirmed' },
    { name: 'WisdomKnowledgeBaseArn', required: 'no', kind: 'arn', mode: 'unconfirmed' },
  ],
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
    'first action of one Send message block; CreateContact and StartOutboundEmailContact (email) or StartOutboundChatContact (SMS) follow',
  ],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 1,
  sourceUrl: '',
  moreUrls: [],
  unconfirmed: ['everything rests on two console exports; no AWS page publishes the type'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default renderMessageTemplate;
