/**
 * Are two graphs the same flow? Same actions to the letter, same wiring; free are ids, the order of actions and of errors,
 * names, notes, positions and origins. Equal means that a one-to-one matching of the actions was found.
 *
 * Edges of an action are told apart by label, so from the start everything reachable is paired in one walk; only the
 * rest (unreachable blocks, an error type listed twice) needs a search (see isomorphism).
 */
import { jsonDifference, type Difference } from './difference.ts';
import type { FlowGraph } from './flow-graph.ts';
import { completePairing } from './isomorphism.ts';
import { Pairing, viewOf } from './pairing.ts';

export { describeDifference, type Difference, type DifferenceKind } from './difference.ts';

/** Undefined when the graphs are the same flow. */
export function compare(a: FlowGraph, b: FlowGraph): Difference | undefined {
  const result = pairUp(a, b);
  return result instanceof Pairing ? undefined : result;
}

/** The matching that shows two graphs to be the same flow (ids of the first to ids of the second), or what differs. */
export function pairUp(a: FlowGraph, b: FlowGraph): Pairing | Difference {
  const head = differenceOfHeads(a, b);
  if (head !== undefined) return head;
  const pairing = new Pairing(viewOf(a), viewOf(b));
  const start = startDifference(a, b, pairing);
  if (start !== undefined) return start;
  return completePairing(pairing);
}

function differenceOfHeads(a: FlowGraph, b: FlowGraph): Difference | undefined {
  const top = jsonDifference(a.top, b.top, '');
  if (top !== undefined) return { kind: 'top', a: undefined, b: undefined, ...top };
  return undefined;
}

function startDifference(a: FlowGraph, b: FlowGraph, pairing: Pairing): Difference | undefined {
  const from = a.start === undefined ? undefined : pairing.a.index.get(a.start);
  const to = b.start === undefined ? undefined : pairing.b.index.get(b.start);
  const leadsNowhere = from === undefined || to === undefined;
  if (leadsNowhere && (from !== to || a.start !== b.start)) {
    return {
      kind: 'start',
      a: pairing.a.actions[from ?? -1],
      b: pairing.b.actions[to ?? -1],
      path: 'StartAction',
      valueA: a.start,
      valueB: b.start,
    };
  }
  if (!leadsNowhere) pairing.pair(from, to);
  if (pairing.difference !== undefined) return pairing.difference;
  if (a.actions.length === b.actions.length) return undefined;
  return {
    kind: 'count',
    a: pairing.firstFree('a'),
    b: pairing.firstFree('b'),
    path: 'Actions',
    valueA: a.actions.length,
    valueB: b.actions.length,
  };
}
