/** Values that many entries share. */
import type { FlowType } from '../graph/flow-graph.ts';
import type { BranchSlot, Parameter } from './types.ts';

/** The nine types of flows with published action pages; journey flows (CAMPAIGN) have blocks of their own. */
export const everyFlowType: readonly FlowType[] = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
];

/** The catch-all that most actions must have: "failed, and no more specific error is listed". */
export const error: BranchSlot = { word: 'error', error: 'NoMatchingError', need: 'always' };

/** What is spoken: one of four, in every block that speaks. */
export const speechParameters: readonly Parameter[] = [
  {
    name: 'PromptId',
    required: 'no',
    kind: 'id|arn',
    mode: 'single',
    ref: 'prompt',
    excl: 'prompt-source',
    notes: 'voice only',
  },
  {
    name: 'Text',
    required: 'no',
    kind: 'string',
    mode: 'any',
    excl: 'prompt-source',
    maxBilledChars: 3000,
    maxTotalChars: 6000,
    notes: 'plain text; console also writes SSML text here with <speak>',
  },
  { name: 'SSML', required: 'no', kind: 'string', mode: 'any', excl: 'prompt-source', notes: 'voice only' },
  { name: 'Media', required: 'no', kind: 'object', mode: 'static', excl: 'prompt-source', notes: 'S3 audio' },
  {
    name: 'Media.Uri',
    required: 'cond',
    kind: 'string',
    mode: 'any',
    when: 'Media present',
    notes: '.wav, 8 kHz mono u-law, <50 MB, <5 min',
    guard: { path: 'Media' },
  },
  {
    name: 'Media.SourceType',
    required: 'cond',
    kind: 'enum',
    mode: 'static',
    values: ['S3'],
    when: 'Media present',
    guard: { path: 'Media' },
  },
  {
    name: 'Media.MediaType',
    required: 'cond',
    kind: 'enum',
    mode: 'static',
    values: ['Audio'],
    when: 'Media present',
    guard: { path: 'Media' },
  },
];
