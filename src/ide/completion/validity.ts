/** Which blocks are worth offering at a place. */
import { eventHooks, flowTypeOf } from '../../catalogue/flow-types.ts';
import type { ActionEntry } from '../../catalogue/types.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import { failsOn } from '../../lint/facts/channels.ts';
import type { Asking } from './asking.ts';
import { wordsOf } from './context.ts';

/** Whether a block may stand in this kind of flow, and does anything for the contacts that come here. */
export function validity(asking: Asking): (entry: ActionEntry, phrase?: string) => boolean {
  const [first = ''] = wordsOf(asking.context.headers[0] ?? '');
  const type = flowTypeOf(first);
  const channels = asking.here()?.channels ?? [];
  return (entry, phrase) => {
    if (!isValidIn(entry, type)) return false;
    const setIn = eventHooks.find((hook) => hook.phrase === phrase)?.setIn ?? 'every';
    if (type !== undefined && type !== 'MODULE' && setIn !== 'every' && !setIn.includes(type)) return false;
    return channels.length === 0 || !channels.every((channel) => failsOn(entry, channel));
  };
}

/** Whether a block may stand in a flow of a type: where one of the two pages says so, or nobody says anything. */
function isValidIn(entry: ActionEntry, type: FlowType | undefined): boolean {
  const { flowTypesAllowed, flowTypesDisallowed, flowTypesBlockPage } = entry;
  if (type === undefined || type === 'CAMPAIGN') return true;
  if (type === 'MODULE') return true;
  if (entry.type === 'EndFlowModuleExecution') return false;
  if (flowTypesAllowed === null) return !flowTypesDisallowed.includes(type);
  return flowTypesAllowed.includes(type) || flowTypesBlockPage?.includes(type) === true;
}
