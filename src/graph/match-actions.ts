/** Which actions of two versions of a flow are the same block: what drift and diff are told by. */
import { canonicalJson } from './canonical.ts';
import { pairUp } from './compare.ts';
import type { FlowAction, FlowGraph } from './flow-graph.ts';
import { Pairing, viewOf, type GraphView } from './pairing.ts';

export interface Matching {
  /** Ids of the first graph to ids of the second. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Actions that the other side has no block for, in source order. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/**
 * Matches by what is surest first: the same id and type; content that occurs once on each side; then along equal branches
 * from blocks that are matched already, as long as the type is the same. Two graphs that are the same flow match completely.
 */
export function matchActions(a: FlowGraph, b: FlowGraph): Matching {
  const same = pairUp(a, b);
  if (same instanceof Pairing) return { pairs: same.byId(), onlyA: [], onlyB: [] };
  const left = viewOf(a);
  const right = viewOf(b);
  const partnerOfA = new Map<number, number>();
  const partnerOfB = new Map<number, number>();
  const queue: [number, number][] = [];
  const match = (i: number | undefined, j: number | undefined): void => {
    if (i === undefined || j === undefined || partnerOfA.has(i) || partnerOfB.has(j)) return;
    if (left.actions[i]?.type !== right.actions[j]?.type) return;
    partnerOfA.set(i, j);
    partnerOfB.set(j, i);
    queue.push([i, j]);
  };
  const spread = (): void => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [i, j] = next;
      for (const { label, to } of left.edges[i] ?? []) {
        const same = right.edges[j]?.find((edge) => edge.label === label);
        if (to >= 0 && same !== undefined && same.to >= 0) match(to, same.to);
      }
    }
  };

  left.actions.forEach((action, i) => {
    match(i, right.index.get(action.id));
  });
  matchUnique(left, right, partnerOfA, partnerOfB, match);
  spread();
  match(left.index.get(a.start ?? ''), right.index.get(b.start ?? ''));
  spread();
  // What is alike and left over is matched in source order.
  const waiting = new Map<string, number[]>();
  right.actions.forEach((action, j) => {
    if (partnerOfB.has(j)) return;
    const key = contentOf(action);
    waiting.set(key, [...(waiting.get(key) ?? []), j]);
  });
  left.actions.forEach((action, i) => {
    if (!partnerOfA.has(i)) match(i, waiting.get(contentOf(action))?.shift());
  });
  spread();

  const pairs = new Map<string, string>();
  for (const [i, j] of [...partnerOfA].sort((x, y) => x[0] - y[0])) {
    pairs.set(left.actions[i]?.id ?? '', right.actions[j]?.id ?? '');
  }
  return {
    pairs,
    onlyA: left.actions.flatMap(({ id }, i) => (partnerOfA.has(i) ? [] : [id])),
    onlyB: right.actions.flatMap(({ id }, j) => (partnerOfB.has(j) ? [] : [id])),
  };
}

function matchUnique(
  left: GraphView,
  right: GraphView,
  partnerOfA: ReadonlyMap<number, number>,
  partnerOfB: ReadonlyMap<number, number>,
  match: (i: number, j: number) => void,
): void {
  const found = new Map<string, { a: number[]; b: number[] }>();
  const see = (view: GraphView, matched: ReadonlyMap<number, number>, side: 'a' | 'b'): void => {
    view.actions.forEach((action, i) => {
      if (matched.has(i)) return;
      const key = contentOf(action);
      const each = found.get(key) ?? { a: [], b: [] };
      each[side].push(i);
      found.set(key, each);
    });
  };
  see(left, partnerOfA, 'a');
  see(right, partnerOfB, 'b');
  for (const { a, b } of found.values()) {
    const [i] = a;
    const [j] = b;
    if (i !== undefined && j !== undefined && a.length === 1 && b.length === 1) match(i, j);
  }
}

function contentOf(action: FlowAction): string {
  return action.type + canonicalJson(action.parameters);
}
