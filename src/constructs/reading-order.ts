/** The order in which the actions of a graph are met when it is read from its start. */
import { edgesOf, type FlowAction, type FlowGraph } from '../graph/flow-graph.ts';
import { inOrderOfText, type Actions } from './raise-branches.ts';

/**
 * Actions as one meets them from the start, then the unreachable ones. It depends on the edges alone, not on how a
 * document lists them, so names come out the same for the same flow.
 */
export function actionsInReadingOrder(
  graph: FlowGraph,
  actions: Actions,
  incoming: ReadonlyMap<string, number>,
): readonly FlowAction[] {
  const seen = new Set<FlowAction>();
  const visit = (start: string | undefined) => {
    const stack = [start];
    while (stack.length > 0) {
      const action = actions.get(stack.pop() ?? '');
      if (action === undefined || seen.has(action)) continue;
      seen.add(action);
      const errors = [...action.errors].sort(inOrderOfText);
      const targets = [action.next, ...action.conditions.map((c) => c.target), ...errors.map((e) => e.target)];
      for (let i = targets.length - 1; i >= 0; i--) stack.push(targets[i]);
    }
  };
  visit(graph.start);
  // What nothing leads to comes before what lies behind it, wherever the document has the two.
  for (const { id } of graph.actions) if (!incoming.has(id)) visit(id);
  for (const { id } of graph.actions) visit(id);
  return [...seen];
}

/** By id, how many edges lead to it; that the flow starts there is one more. */
export function countIncoming(graph: FlowGraph): ReadonlyMap<string, number> {
  const incoming = new Map<string, number>();
  const add = (id: string | undefined) => id !== undefined && incoming.set(id, (incoming.get(id) ?? 0) + 1);
  add(graph.start);
  for (const action of graph.actions) for (const { target } of edgesOf(action)) add(target);
  return incoming;
}
