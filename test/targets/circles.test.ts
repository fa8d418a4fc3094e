/** Circles are opened, whatever refers to whatever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCircles, type Edge } from '../../src/targets/circles.ts';

const graphs = fc.nat({ max: 12 }).chain((last) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: last + 1 }, (_, i) => i)),
    edges: fc.array(fc.record({ from: fc.nat({ max: last }), to: fc.nat({ max: last }), optional: fc.boolean() }), {
      maxLength: 40,
    }),
  }),
);

/** Whether everything can be created, each after what it refers to. */
function canBeCreated(nodes: readonly number[], edges: readonly Edge<number>[]): boolean {
  const done = new Set<number>();
  for (let before = -1; before !== done.size;) {
    before = done.size;
    for (const node of nodes) {
      if (edges.every(({ from, to }) => from !== node || done.has(to))) done.add(node);
    }
  }
  return done.size === nodes.length;
}

describe('circles of references', () => {
  it('are opened by leaving out optional references only', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const { cut, circles, closed } = openCircles(nodes, edges);
        const isCut = ({ from, to }: Edge<number>) => cut.get(from)?.has(to) === true;
        const left = edges.filter((edge) => !(edge.optional && isCut(edge)));
        const firm = edges.filter(({ optional }) => !optional);
        expect(closed.length === 0).toBe(canBeCreated(nodes, firm));
        if (closed.length === 0) expect(canBeCreated(nodes, left)).toBe(true);
        expect(circles.length === 0).toBe(canBeCreated(nodes, edges));
        for (const [from, targets] of cut) {
          for (const to of targets) expect(edges).toContainEqual({ from, to, optional: true });
        }
        for (const { path } of circles) {
          path.forEach((from, i) => {
            const to = path[(i + 1) % path.length];
            expect(edges.some((edge) => edge.from === from && edge.to === to)).toBe(true);
          });
        }
      }),
    );
  });

  it('leave out what most lead to', () => {
    const edge = (from: string, to: string): Edge<string> => ({ from, to, optional: true });
    const { cut } = openCircles(['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'b'), edge('c', 'a')]);
    expect(cut).toEqual(
      new Map([
        ['a', new Set(['b'])],
        ['c', new Set(['b'])],
      ]),
    );
  });
});
