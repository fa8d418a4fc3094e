import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const createContact: ActionEntry = {
  type: 'CreateContact',
  category: 'contact',
  block: {
    en: 'Send message (email): contact',
    ja: 'メッセージの送信 (E メール): コンタクト',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'create contact',
      entries: [
        { key: 'channel', path: 'Channel', as: { enum: { email: 'EMAIL' } } },
        { key: 'related', path: 'RelatedContact', as: { enum: { current: 'CURRENT' } } },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'create contact { channel: email, related: current, on error -> disconnect }',
  docStatus: 'exports-only',
  parameters: [
    { name: 'Channel', required: 'yes', kind: 'enum', mode: 'unconfirmed', values: ['EMAIL'] },
    { name: 'RelatedContact', required: 'no', kind: 'enum', mode: 'unconfirmed', values: ['CURRENT'] },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'one console export' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  restrictions: ['second of the three actions of one Send message block'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 1,
  sourceUrl: '',
  moreUrls: [],
  unconfirmed: ['everything rests on one console export; no AWS page publishes the type'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default createContact;
