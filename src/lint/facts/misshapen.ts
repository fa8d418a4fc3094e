/** Members of an action that are there and of a JSON type that no action has: `service/wrong-member` tells of them. */
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { JsonObject } from '../../text/json.ts';

type Member = 'Parameters' | 'NextAction' | 'Errors' | 'Conditions';

/** Whether nobody can know what the member holds: it is misshapen itself, or the `Transitions` around it are. */
export function isMisshapen({ extra, transitionsExtra }: FlowAction, member: Member): boolean {
  if (member === 'Parameters') return has(extra, member);
  return has(transitionsExtra, member) || has(extra, 'Transitions');
}

function has(object: JsonObject | undefined, key: string): boolean {
  return object !== undefined && Object.hasOwn(object, key);
}
