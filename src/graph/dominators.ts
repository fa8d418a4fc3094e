/**
 * Dominators: `a` dominates `b` when every way from the root to `b` leads through `a`. Computed as Cooper, Harvey and
 * Kennedy do ("A Simple, Fast Dominance Algorithm"), without recursion.
 */
import { predecessors, reversePostorder, type Digraph } from './reach.ts';

export interface Dominators {
  /** The closest node that dominates a node; -1 for the root and for what cannot be reached. */
  readonly parent: Int32Array;
  /** Nodes by parent, in reverse postorder. */
  readonly children: readonly (readonly number[])[];
  /** Place of a node in reverse postorder; -1 where it cannot be reached. */
  readonly order: Int32Array;
  /** How many nodes a node dominates, itself included; 0 where it cannot be reached. */
  readonly size: Int32Array;
  /** Whether `a` dominates `b`; every node that can be reached dominates itself. */
  readonly dominates: (a: number, b: number) => boolean;
}

export function dominators(graph: Digraph, root: number): Dominators {
  const sequence = reversePostorder(graph, root);
  const order = new Int32Array(graph.length).fill(-1);
  sequence.forEach((node, i) => (order[node] = i));
  const parent = closestDominators(graph, root, sequence, order);
  const children: number[][] = graph.map(() => []);
  for (const node of sequence) if (node !== root) children[parent[node] as number]?.push(node);
  const size = new Int32Array(graph.length);
  for (let i = sequence.length - 1; i >= 0; i--) {
    const node = sequence[i] as number;
    size[node] = (size[node] as number) + 1;
    if (node !== root) size[parent[node] as number] = (size[parent[node] as number] as number) + (size[node] as number);
  }
  const first = numberTree(children, size, sequence);
  return {
    parent,
    children,
    order,
    size,
    dominates: (a, b) => {
      const [from, to] = [first[a] as number, first[b] as number];
      return from >= 0 && to >= from && to < from + (size[a] as number);
    },
  };
}

function closestDominators(graph: Digraph, root: number, sequence: readonly number[], order: Int32Array): Int32Array {
  const into = predecessors(graph);
  const parent = new Int32Array(graph.length).fill(-1);
  parent[root] = root;
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y) {
      while ((order[x] as number) > (order[y] as number)) x = parent[x] as number;
      while ((order[y] as number) > (order[x] as number)) y = parent[y] as number;
    }
    return x;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const node of sequence) {
      if (node === root) continue;
      const from = into[node] ?? [];
      let closest = -1;
      // From the last to the first: neighbours in a long chain meet at once.
      for (let i = from.length - 1; i >= 0; i--) {
        const each = from[i] as number;
        if (order[each] === -1 || parent[each] === -1) continue;
        closest = closest === -1 ? each : meet(each, closest);
      }
      if (parent[node] !== closest) {
        parent[node] = closest;
        changed = true;
      }
    }
  }
  parent[root] = -1;
  return parent;
}

/** Preorder numbers of the tree, so that a subtree is an interval. A node is numbered before its children are. */
function numberTree(
  children: readonly (readonly number[])[],
  size: Int32Array,
  sequence: readonly number[],
): Int32Array {
  const first = new Int32Array(size.length).fill(-1);
  const [root] = sequence;
  if (root !== undefined) first[root] = 0;
  for (const node of sequence) {
    let next = (first[node] as number) + 1;
    for (const child of children[node] ?? []) {
      first[child] = next;
      next += size[child] as number;
    }
  }
  return first;
}
