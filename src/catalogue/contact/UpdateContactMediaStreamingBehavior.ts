import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updateContactMediaStreamingBehavior: ActionEntry = {
  type: 'UpdateContactMediaStreamingBehavior',
  category: 'contact',
  block: {
    en: 'Start media streaming / Stop media streaming',
    ja: 'メディアストリーミングの開始 / メディアストリーミングの停止',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'start streaming',
      fixed: { MediaStreamingState: 'Enabled' },
      entries: [
        {
          key: 'customer',
          path: 'Participants',
          as: 'streams',
          implied: [{ ParticipantType: 'Customer', MediaDirections: ['From', 'To'] }],
        },
        { key: 'media', path: 'MediaStreamType', as: { enum: { audio: 'Audio' } }, implied: 'Audio' },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
    {
      phrase: 'stop streaming',
      fixed: { MediaStreamingState: 'Disabled' },
      entries: [
        {
          key: 'customer',
          path: 'Participants',
          as: 'streams',
          implied: [{ ParticipantType: 'Customer', MediaDirections: ['From', 'To'] }],
        },
        { key: 'media', path: 'MediaStreamType', as: { enum: { audio: 'Audio' } }, implied: 'Audio' },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'start streaming { customer: [from, to], on error -> next }',
  docStatus: 'documented',
  parameters: [
    { name: 'MediaStreamingState', required: 'yes', kind: 'enum', mode: 'static', values: ['Enabled', 'Disabled'] },
    { name: 'Participants', required: 'yes', kind: 'list<object>', mode: 'static' },
    { name: 'Participants[].ParticipantType', required: 'yes', kind: 'enum', mode: 'static', values: ['Customer'] },
    {
      name: 'Participants[].MediaDirections',
      required: 'yes',
      kind: 'list<enum>',
      mode: 'static',
      values: ['From', 'To'],
    },
    { name: 'MediaStreamType', required: 'yes', kind: 'enum', mode: 'static', values: ['Audio'] },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
  ],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'AGENT_HOLD'],
  flowTypesBlockPage: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: ['instance needs live media streaming (KVS)', 'not in hold flows'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 45,
  sourceUrl:
    'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactmediastreamingbehavior.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/start-media-streaming.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default updateContactMediaStreamingBehavior;
