/** Directed graphs on the numbers 0 … n-1, as lists of successors; and what can be reached in them. */

/** `graph[node]` holds the nodes that an edge of `node` leads to; one may stand there more than once. */
export type Digraph = readonly (readonly number[])[];

/** For every node the nodes that have an edge to it, each once, in the order of their numbers. */
export function predecessors(graph: Digraph): number[][] {
  const into: number[][] = graph.map(() => []);
  graph.forEach((targets, node) => {
    for (const target of targets) {
      const list = into[target];
      if (list !== undefined && list[list.length - 1] !== node) list.push(node);
    }
  });
  return into;
}

/** Marks every node that can be reached from `roots`; they themselves are. */
export function reachable(graph: Digraph, roots: readonly number[]): Uint8Array {
  const seen = new Uint8Array(graph.length);
  const open = [...roots];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen[node] !== 0) continue;
    seen[node] = 1;
    for (const target of graph[node] ?? []) if (seen[target] === 0) open.push(target);
  }
  return seen;
}

/**
 * The nodes that can be reached from `root`, every node before those that it alone leads to (reverse postorder). Where a
 * node has several successors, the first one and all behind it stand first.
 */
export function reversePostorder(graph: Digraph, root: number): number[] {
  const order: number[] = [];
  const seen = new Uint8Array(graph.length);
  const stack: number[] = [root];
  const at: number[] = [0];
  seen[root] = 1;
  while (stack.length > 0) {
    const top = stack.length - 1;
    const node = stack[top] as number;
    const targets = graph[node] ?? [];
    // Successors are walked backwards, so that in the reversed order the first comes first.
    const turn = at[top] as number;
    if (turn < targets.length) {
      at[top] = turn + 1;
      const target = targets[targets.length - 1 - turn] as number;
      if (seen[target] === 0) {
        seen[target] = 1;
        stack.push(target);
        at.push(0);
      }
    } else {
      order.push(node);
      stack.pop();
      at.pop();
    }
  }
  return order.reverse();
}
