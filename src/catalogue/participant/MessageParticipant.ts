import { speechParameters } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const messageParticipant: ActionEntry = {
  type: 'MessageParticipant',
  category: 'participant',
  block: { en: 'Play prompt (also Send message on some channels)', ja: 'プロンプトの再生', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'play',
      operands: [{ path: '', as: 'speech' }],
      entries: [{ key: 'skip_when_buffered', path: 'SkipWhenDTMFBufferEnabled', as: { flag: ['true', 'false'] } }],
      control: { kind: 'plain' },
      branches: [{ word: 'error', error: 'NoMatchingError', need: 'optional' }],
    },
  ],
  example: 'play "お電話ありがとうございます。"',
  docStatus: 'documented',
  parameters: [
    ...speechParameters,
    {
      name: 'SkipWhenDTMFBufferEnabled',
      required: 'no',
      kind: 'bool-string',
      mode: 'unconfirmed',
      values: ['true', 'false'],
      default: 'false',
      notes: 'skips or breaks off the prompt while touchtones are buffered; on the page of the block only',
    },
  ],
  constraints: [{ rule: 'exactlyOne', keys: ['PromptId', 'Text', 'SSML', 'Media'] }],
  results: [],
  conditions: { supported: false },
  errors: [
    {
      type: 'NoMatchingError',
      mandatory: 'no',
      evidence: 'doc+live',
      when: 'console samples omit it; service accepts without',
    },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: [
    'CONTACT_FLOW',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
  ],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'AGENT_HOLD'],
  flowTypesBlockPage: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  channels: { voice: 'yes', chat: 'yes', task: 'success_no_effect', email: 'success_no_effect' },
  restrictions: [
    'not in hold flows',
    'PromptId and SSML are voice-only; other channels use Text',
    'whisper flows: library prompts only, no S3 audio',
    'cannot be used when neither agent nor customer is present (e.g. before a callback is answered): error branch',
  ],
  errata: [
    'block table: on tasks and emails nothing happens; page of the block: tasks get text, emails take the error branch',
    'Service message when two are set: Only one of these properties may be defined. Properties: [...]',
    'Error branch runtime causes: S3 fetch failure, bad format, >50 MB or >5 min, bad SSML, >6000 chars, bad prompt ARN',
  ],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 634,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipant.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/play.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default messageParticipant;
