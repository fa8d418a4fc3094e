/** Values that many entries share. */
import type { FlowType } from '../graph/flow-graph.ts';
import type { ActionEntry, BranchSlot, Parameter } from './types.ts';

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

/** The same where nobody knows whether the action must have it. */
export const optionalError: BranchSlot = { word: 'error', error: 'NoMatchingError', need: 'optional' };

/** Operators that ask whether something is there, and have no operand; `Exists` is in create-campaigns-api-cli of the admin guide. */
export const presenceOperators: ReadonlySet<string> = new Set(['KeyExists', 'Exists']);

/** What is known of all blocks of journey flows: one page shows them in examples, and none describes them. */
export const ofJourneys = {
  docStatus: 'admin guide shows examples',
  constraints: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'unconfirmed', evidence: 'example of the admin guide' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: ['CAMPAIGN'],
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/create-campaigns-api-cli.html',
  moreUrls: [],
  unconfirmed: ['no page lists its parameters, conditions and errors'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
} as const satisfies Partial<ActionEntry>;

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
