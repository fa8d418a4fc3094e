/** Dominators and reachability, held against what their definitions say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominators } from '../../src/graph/dominators.ts';
import { predecessors, reachable, reversePostorder, type Digraph } from '../../src/graph/reach.ts';
import { runs } from '../runs.ts';

const graphs = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

const without = (graph: Digraph, node: number): Digraph =>
  graph.map((targets, i) => (i === node ? [] : targets.filter((t) => t !== node)));

describe('dominators', () => {
  it('are the nodes that every way leads through', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { dominates, parent, size, order } = dominators(graph, 0);
        const reached = reachable(graph, [0]);
        graph.forEach((_, a) => {
          const rest = a === 0 ? new Uint8Array(graph.length) : reachable(without(graph, a), [0]);
          const below = graph.map((__, b) => reached[a] === 1 && reached[b] === 1 && (a === b || rest[b] === 0));
          graph.forEach((__, b) => expect(dominates(a, b)).toBe(below[b]));
          expect(size[a]).toBe(below.filter(Boolean).length);
          expect(order[a] === -1).toBe(reached[a] === 0);
          const above = parent[a] as number;
          if (a === 0 || reached[a] === 0) expect(above).toBe(-1);
          else graph.forEach((__, b) => expect(b !== a && dominates(b, a)).toBe(dominates(b, above)));
        });
      }),
      { numRuns: runs(500) },
    );
  });

  it('takes long chains, also with edges to everywhere', () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => (i === 49_999 ? [] : [i + 1, 49_999]));
    expect(dominators(chain, 0).parent[49_999]).toBe(0);
  });
});

describe('reach', () => {
  it('puts every node behind those that lead to it, where there is no circle', () => {
    const down = graphs.map((graph) => graph.map((targets, i) => targets.filter((t) => t > i)));
    fc.assert(
      fc.property(down, (graph) => {
        const order = reversePostorder(graph, 0);
        expect([...order].sort((a, b) => a - b)).toEqual(
          graph.flatMap((_, i) => (reachable(graph, [0])[i] === 1 ? [i] : [])),
        );
        for (const node of order)
          for (const target of graph[node] ?? []) expect(order.indexOf(target)).toBeGreaterThan(order.indexOf(node));
      }),
      { numRuns: runs(300) },
    );
  });

  it('puts the first successor and all behind it first', () => {
    expect(reversePostorder([[1, 3], [2], [], [2]], 0)).toEqual([0, 1, 3, 2]);
    expect(reversePostorder([[3, 1], [2], [], []], 0)).toEqual([0, 3, 1, 2]);
  });

  it('lists each predecessor once', () => {
    expect(predecessors([[1, 1, 2], [2], [0, 2]])).toEqual([[2], [0], [0, 1, 2]]);
  });
});
