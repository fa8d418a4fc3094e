import type { FlowType } from '../../graph/flow-graph.ts';

const CALL_ERRORS: ReadonlySet<string> = new Set(['CallFailed', 'ConnectionTimeLimitExceeded']);

/** Errors that a kind of flow does not have: a call to a third party cannot fail in an agent transfer (live calls). */
export function isRefusedIn(flowType: FlowType, error: string): boolean {
  return flowType === 'AGENT_TRANSFER' && CALL_ERRORS.has(error);
}
