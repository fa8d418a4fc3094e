import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const startVoiceIdStream: ActionEntry = {
  type: 'StartVoiceIdStream',
  category: 'flow_control',
  block: { en: 'Set Voice ID', ja: 'Voice ID の設定', jaStatus: 'unconfirmed' },
  forms: [{ phrase: 'start voice_id', control: { kind: 'plain' }, branches: [error] }],
  retired: 'Amazon Connect Voice ID ended on 2026-05-20.',
  example: 'start voice_id { on error -> next }',
  docStatus: 'documented',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'AGENT_HOLD'],
  flowTypesBlockPage: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: ['Voice ID ended 2026-05-20; not in hold flows'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 2,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-startvoiceidstream.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-voice-id.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default startVoiceIdStream;
