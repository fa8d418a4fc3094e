/** A growing one-to-one matching of the actions of two graphs. Pairing two actions forces the pairs their edges lead to. */
import { sameJson } from '../text/json.ts';
import { actionDifference, type Difference } from './difference.ts';
import type { FlowAction, FlowGraph } from './flow-graph.ts';

/** An edge by number: `to` is the index of an action, or -1 and `literal` says what stands there. */
export interface NumberedEdge {
  readonly label: string;
  readonly to: number;
  readonly literal: string;
}

export interface GraphView {
  readonly actions: readonly FlowAction[];
  readonly index: ReadonlyMap<string, number>;
  readonly edges: readonly (readonly NumberedEdge[])[];
}

export function viewOf(graph: FlowGraph): GraphView {
  const index = new Map<string, number>();
  graph.actions.forEach((action, i) => {
    if (action.id !== '' && !index.has(action.id)) index.set(action.id, i);
  });
  const edges = graph.actions.map((action) => {
    const found: NumberedEdge[] = [];
    const add = (label: string, target: string): void => {
      const to = index.get(target);
      found.push(to === undefined ? { label, to: -1, literal: target } : { label, to, literal: '' });
    };
    if (action.next !== undefined) add('next', action.next);
    for (const { type, target } of action.errors) add(`error ${type}`, target);
    for (let i = 0; i < action.conditions.length; i++) add(`condition ${i}`, action.conditions[i]?.target ?? '');
    return found;
  });
  return { actions: graph.actions, index, edges };
}

export class Pairing {
  readonly a: GraphView;
  readonly b: GraphView;
  /** For each action of a, its partner in b, and the other way round; -1 while free. */
  readonly ofA: Int32Array;
  readonly ofB: Int32Array;
  /** Actions that list one error type twice: their edges do not force a pair, and are checked at the end. */
  readonly unsure: number[];
  /** Why the pairs asked for cannot be; once set, the pairing is of no use. */
  difference: Difference | undefined;

  constructor(a: GraphView, b: GraphView, from?: Pairing) {
    this.a = a;
    this.b = b;
    this.ofA = from === undefined ? new Int32Array(a.actions.length).fill(-1) : from.ofA.slice();
    this.ofB = from === undefined ? new Int32Array(b.actions.length).fill(-1) : from.ofB.slice();
    this.unsure = from === undefined ? [] : from.unsure.slice();
    this.difference = from?.difference;
  }

  copy(): Pairing {
    return new Pairing(this.a, this.b, this);
  }

  firstFree(side: 'a' | 'b'): FlowAction | undefined {
    return side === 'a' ? this.a.actions[this.ofA.indexOf(-1)] : this.b.actions[this.ofB.indexOf(-1)];
  }

  /** Ids of a to ids of b. */
  byId(): ReadonlyMap<string, string> {
    const pairs = new Map<string, string>();
    this.a.actions.forEach((action, i) => {
      const partner = this.b.actions[this.ofA[i] ?? -1];
      if (partner !== undefined) pairs.set(action.id, partner.id);
    });
    return pairs;
  }

  /** Pairs two actions, and all that follow from it; false, with `difference` set, when that is impossible. */
  pair(first: number, second: number): boolean {
    const queue: [number, number][] = [[first, second]];
    this.ofA[first] = second;
    this.ofB[second] = first;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [i, j] = next;
      const x = this.a.actions[i] as FlowAction;
      const y = this.b.actions[j] as FlowAction;
      this.difference = actionDifference(x, y);
      if (this.difference !== undefined) return false;
      if (repeatsError(x)) this.unsure.push(i);
      else if (!this.follow(i, j, queue)) return false;
    }
    return true;
  }

  /** Whether edges of an unsure action lead to partners, in any order within one error type. */
  holds(i: number): boolean {
    const keys = (edges: readonly NumberedEdge[], action: FlowAction, partner: (to: number) => number): string[] =>
      edges
        .map(({ label, to, literal }, at) => {
          const error = action.errors[at - (action.next === undefined ? 0 : 1)];
          const raw = label.startsWith('error ') ? JSON.stringify(error?.raw ?? null) : '';
          return `${label}\n${raw}\n${to < 0 ? `"${literal}"` : partner(to)}`;
        })
        .sort();
    const j = this.ofA[i] ?? -1;
    const left = keys(this.a.edges[i] ?? [], this.a.actions[i] as FlowAction, (to) => this.ofA[to] ?? -1);
    const right = keys(this.b.edges[j] ?? [], this.b.actions[j] as FlowAction, (to) => to);
    return sameJson(left, right);
  }

  private follow(i: number, j: number, queue: [number, number][]): boolean {
    const edges = this.a.edges[i] as readonly NumberedEdge[];
    const others = this.b.edges[j] as readonly NumberedEdge[];
    for (let at = 0; at < edges.length; at++) {
      const edge = edges[at] as NumberedEdge;
      // Mostly both sides list their errors in the same order.
      const same = others[at]?.label === edge.label ? others[at] : others.find(({ label }) => label === edge.label);
      if (same === undefined) continue;
      const free = edge.to >= 0 && same.to >= 0 && this.ofA[edge.to] === -1 && this.ofB[same.to] === -1;
      if (free) {
        this.ofA[edge.to] = same.to;
        this.ofB[same.to] = edge.to;
        queue.push([edge.to, same.to]);
      } else if (
        edge.to < 0 ? same.to >= 0 || edge.literal !== same.literal : this.ofA[edge.to] !== same.to || same.to < 0
      ) {
        this.difference = this.targetDifference(i, j, edge, same);
        return false;
      }
    }
    return true;
  }

  private targetDifference(i: number, j: number, edge: NumberedEdge, same: NumberedEdge): Difference {
    const [kind = '', ...rest] = edge.label.split(' ');
    const which = rest.join(' ');
    const path =
      kind === 'next'
        ? 'NextAction'
        : kind === 'error'
          ? `Errors.${which}.NextAction`
          : `Conditions[${which}].NextAction`;
    return {
      kind: 'target',
      a: this.a.actions[i],
      b: this.b.actions[j],
      path: `Transitions.${path}`,
      valueA: edge.to < 0 ? edge.literal : (this.a.actions[edge.to]?.id ?? ''),
      valueB: same.to < 0 ? same.literal : (this.b.actions[same.to]?.id ?? ''),
    };
  }
}

function repeatsError({ errors }: FlowAction): boolean {
  for (let i = 1; i < errors.length; i++) {
    for (let j = 0; j < i; j++) if (errors[i]?.type === errors[j]?.type) return true;
  }
  return false;
}
