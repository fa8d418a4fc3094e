/**
 * A flow's wires with what they are (next, error, condition), and what can be reached over a choice of them. Actions are
 * numbered in source order. For plain digraphs see reach.ts.
 */
import type { FlowAction, FlowGraph } from './flow-graph.ts';

export interface Wire {
  readonly from: number;
  readonly to: number;
  readonly kind: 'next' | 'error' | 'condition';
  /** Index in `errors` or `conditions`; 0 for `next`. */
  readonly at: number;
}

export interface Wiring {
  /** Number of an action by its id; of two with the same id, the first. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Number of the first action, or -1. */
  readonly start: number;
  /** By number of the action they leave. Wires that lead nowhere are not there. */
  readonly out: readonly (readonly Wire[])[];
  /** By number of the action they enter. */
  readonly into: readonly (readonly Wire[])[];
  /** How many branches name no action, or nothing. */
  readonly loose: number;
}

export function wiringOf(graph: FlowGraph): Wiring {
  const { actions } = graph;
  const numbers = new Map<string, number>();
  for (let i = 0; i < actions.length; i++) {
    const { id } = actions[i] as FlowAction;
    if (!numbers.has(id)) numbers.set(id, i);
  }
  const out: Wire[][] = [];
  const into: Wire[][] = actions.map(() => []);
  let loose = 0;
  const add = (wires: Wire[], from: number, target: string | undefined, kind: Wire['kind'], at: number): void => {
    if (target === undefined) return;
    const to = numbers.get(target);
    if (to === undefined) {
      loose++;
      return;
    }
    const wire: Wire = { from, to, kind, at };
    wires.push(wire);
    (into[to] as Wire[]).push(wire);
  };
  for (let i = 0; i < actions.length; i++) {
    const action = actions[i] as FlowAction;
    const wires: Wire[] = [];
    add(wires, i, action.next, 'next', 0);
    for (let k = 0; k < action.errors.length; k++) add(wires, i, action.errors[k]?.target, 'error', k);
    for (let k = 0; k < action.conditions.length; k++) add(wires, i, action.conditions[k]?.target, 'condition', k);
    out.push(wires);
  }
  return { numbers, start: graph.start === undefined ? -1 : (numbers.get(graph.start) ?? -1), out, into, loose };
}

/** The key of a wire as in Origin.branches: `next`, an ErrorType, `condition:0`. */
export function wireKey(action: FlowAction, wire: Wire): string {
  if (wire.kind === 'next') return 'next';
  if (wire.kind === 'condition') return `condition:${wire.at}`;
  return action.errors[wire.at]?.type ?? 'next';
}

export interface Reach {
  /** By action number. */
  readonly reached: readonly boolean[];
  /** Reached actions in reverse postorder: every action after those that lead to it, back wires aside. */
  readonly order: readonly number[];
}

export type Follow = (wire: Wire) => boolean;

/** What can be reached from an action over the wires that `follow` lets through; the action itself is. */
export function reachFrom(wiring: Wiring, start: number, follow?: Follow): Reach {
  const reached: boolean[] = new Array<boolean>(wiring.out.length).fill(false);
  const postorder: number[] = [];
  const stack: number[] = [];
  const position: number[] = [];
  const enter = (node: number): void => {
    reached[node] = true;
    stack.push(node);
    position.push(0);
  };
  if (start >= 0) enter(start);
  while (stack.length > 0) {
    const top = stack.length - 1;
    const node = stack[top] as number;
    const wires = wiring.out[node] as readonly Wire[];
    const at = position[top] as number;
    if (at === wires.length) {
      postorder.push(node);
      stack.pop();
      position.pop();
      continue;
    }
    position[top] = at + 1;
    const wire = wires[at] as Wire;
    if (reached[wire.to] !== true && (follow === undefined || follow(wire))) enter(wire.to);
  }
  return { reached, order: postorder.reverse() };
}

/** True when some wire leads back to where control has been: without one no path is endless. */
export function isCircular(wiring: Wiring, { reached, order }: Reach): boolean {
  const position: number[] = [];
  for (let i = 0; i < order.length; i++) position[order[i] as number] = i;
  for (const node of order) {
    const at = position[node] as number;
    for (const { to } of wiring.out[node] as readonly Wire[])
      if (reached[to] === true && (position[to] as number) <= at) return true;
  }
  return false;
}

/** Everything from which one of `goals` can be reached, the goals included, over the wires that `follow` lets through. */
export function reachBack(wiring: Wiring, goals: readonly number[], follow?: Follow): readonly boolean[] {
  const reached: boolean[] = new Array<boolean>(wiring.out.length).fill(false);
  const stack = [...goals];
  for (const goal of goals) reached[goal] = true;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const wire of wiring.into[node] as readonly Wire[]) {
      if (reached[wire.from] === true || follow?.(wire) === false) continue;
      reached[wire.from] = true;
      stack.push(wire.from);
    }
  }
  return reached;
}

/**
 * Rings: sets of actions that can all reach one another over the wires that `follow` lets through (Tarjan's strongly
 * connected components). An action that no wire leads back to is in none.
 */
export function rings(wiring: Wiring, follow?: Follow): readonly (readonly number[])[] {
  const count = wiring.out.length;
  const order: number[] = new Array<number>(count).fill(-1);
  const low: number[] = new Array<number>(count).fill(0);
  const open: boolean[] = new Array<boolean>(count).fill(false);
  const pending: number[] = [];
  const found: number[][] = [];
  const stack: number[] = [];
  const position: number[] = [];
  let next = 0;
  const enter = (node: number): void => {
    order[node] = low[node] = next++;
    open[node] = true;
    pending.push(node);
    stack.push(node);
    position.push(0);
  };
  const leave = (node: number): void => {
    stack.pop();
    position.pop();
    const parent = stack[stack.length - 1];
    if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
    if (low[node] !== order[node]) return;
    const ring: number[] = [];
    for (let member = -1; member !== node;) {
      member = pending.pop() as number;
      open[member] = false;
      ring.push(member);
    }
    const toItself = (wire: Wire): boolean => wire.to === node && (follow === undefined || follow(wire));
    if (ring.length > 1 || (wiring.out[node] as readonly Wire[]).some(toItself)) found.push(ring.sort((a, b) => a - b));
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    while (stack.length > 0) {
      const top = stack.length - 1;
      const node = stack[top] as number;
      const wires = wiring.out[node] as readonly Wire[];
      const at = position[top] as number;
      if (at === wires.length) {
        leave(node);
        continue;
      }
      position[top] = at + 1;
      const wire = wires[at] as Wire;
      if (follow !== undefined && !follow(wire)) continue;
      if (order[wire.to] === -1) enter(wire.to);
      else if (open[wire.to] === true) low[node] = Math.min(low[node] as number, order[wire.to] as number);
    }
  }
  return found;
}
