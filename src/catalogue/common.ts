/** Values that many entries share. */
import type { FlowType } from '../graph/flow-graph.ts';
import type { BranchSlot } from './types.ts';

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
