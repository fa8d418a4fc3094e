/** Facts that the catalogue keeps in prose. */
import type { ActionEntry } from '../../../catalogue/types.ts';
import type { FlowType } from '../../../graph/flow-graph.ts';

/** A call to a third party cannot fail in an agent transfer flow (live calls). */
export function isRefusedIn(flowType: FlowType, error: string): boolean {
  return flowType === 'AGENT_TRANSFER' && (error === 'CallFailed' || error === 'ConnectionTimeLimitExceeded');
}

/** Known from console exports only, so that nothing is known about what it may have. */
export const EXPORTS_ONLY: ReadonlySet<string> = new Set(['InvokeThirdPartyAction']);

/** Whether the action belongs in flows of the type: one of the two pages says so, or none says anything. */
export function belongsIn(entry: ActionEntry, flowType: FlowType): boolean {
  if (flowType === 'MODULE' || flowType === 'CAMPAIGN') return true;
  if (entry.type === 'EndFlowModuleExecution') return false;
  // Seen in published exports, where it hangs up.
  if (entry.type === 'EndFlowExecution' && flowType === 'CONTACT_FLOW') return true;
  const { flowTypesAllowed, flowTypesBlockPage } = entry;
  return (
    flowTypesAllowed === null || flowTypesAllowed.includes(flowType) || flowTypesBlockPage?.includes(flowType) === true
  );
}
