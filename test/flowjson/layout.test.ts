import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layeredOf } from '../../src/flowjson/layers.ts';
import { blockHeight, BLOCK_WIDTH, layOut, type Layout } from '../../src/flowjson/layout.ts';
import { edgesOf, type FlowAction, type FlowGraph } from '../../src/graph/flow-graph.ts';
import { anyGraph } from './arbitrary.ts';
import { action, graph } from './make.ts';
import { runs } from '../runs.ts';

/** Pairs of blocks that cover one another. */
function overlaps({ actions }: FlowGraph, { positions }: Layout): string[] {
  const boxes = actions.map((a) => {
    const { x, y } = positions.get(a.id) ?? { x: NaN, y: NaN };
    return { id: a.id, x, y, height: blockHeight(edgesOf(a).length) };
  });
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const apart =
        a.x + BLOCK_WIDTH <= b.x || b.x + BLOCK_WIDTH <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return apart ? [] : [`${a.id} and ${b.id}`];
    }),
  );
}

const chain = (count: number, more: (i: number) => Partial<FlowAction> = () => ({})): FlowGraph =>
  graph([
    ...Array.from({ length: count }, (_, i) =>
      action(`a${i}`, 'X', { next: i + 1 < count ? `a${i + 1}` : 'end', ...more(i) }),
    ),
    action('end', 'DisconnectParticipant'),
  ]);

describe('a layout', () => {
  it('is a straight line where the flow is', () => {
    const { entry, positions } = layOut(chain(3));
    expect(entry).toEqual({ x: 40, y: 40 });
    expect([...positions.values()]).toEqual([200, 480, 760, 1040].map((x) => ({ x, y: 40 })));
  });

  it('begins beside the entry point, whatever stands above', () => {
    const loop = graph(
      [
        action('a', 'X', { next: 'end' }),
        action('b', 'X', { next: 'end' }),
        action('start', 'X', { next: 'a', errors: [{ type: 'E', target: 'b' }] }),
        action('end', 'DisconnectParticipant'),
      ],
      { start: 'start' },
    );
    const { entry, positions } = layOut(loop);
    expect(positions.get('start')).toEqual({ x: 200, y: entry.y });
  });

  it('puts branches below one another, and what they share to their right', () => {
    const menu = graph([
      action('menu', 'Menu', {
        next: 'a',
        errors: [{ type: 'E', target: 'b' }],
        conditions: [{ operator: 'Equals', operands: ['1'], target: 'c' }],
      }),
      action('a', 'X', { next: 'end' }),
      action('b', 'X', { next: 'end' }),
      action('c', 'X', { next: 'end' }),
      action('end', 'DisconnectParticipant'),
    ]);
    const { positions } = layOut(menu);
    const [root, a, b, c, end] = ['menu', 'a', 'b', 'c', 'end'].map((id) => positions.get(id) ?? { x: 0, y: 0 });
    expect([a?.x, b?.x, c?.x, end?.x]).toEqual([480, 480, 480, 760]);
    expect([a?.y, c?.y, b?.y].map(Number)).toEqual([a?.y, c?.y, b?.y].map(Number).sort((x, y) => x - y));
    expect(root?.y).toBe(c?.y);
    expect(end?.y).toBe(c?.y);
  });

  it('crosses no lines that need not cross', () => {
    // Two ladders, listed so that their rungs would cross if kept in source order.
    const crossed = graph([
      action('s', 'X', { next: 'a', errors: [{ type: 'E', target: 'b' }] }),
      action('y', 'X', {}),
      action('x', 'X', {}),
      action('b', 'X', { next: 'y' }),
      action('a', 'X', { next: 'x' }),
    ]);
    const y = (id: string) => layOut(crossed).positions.get(id)?.y ?? 0;
    expect(Math.sign(y('a') - y('b'))).toBe(Math.sign(y('x') - y('y')));
  });

  it('takes a loop for what it is', () => {
    const loop = graph([
      action('loop', 'Loop', {
        next: 'end',
        conditions: [{ operator: 'Equals', operands: ['ContinueLooping'], target: 'body' }],
      }),
      action('body', 'X', { next: 'loop' }),
      action('end', 'DisconnectParticipant'),
    ]);
    const x = (id: string) => layOut(loop).positions.get(id)?.x;
    expect([x('loop'), x('body'), x('end')]).toEqual([200, 480, 480]);
  });

  it('has every block of any graph, apart from each other, the same each time', () => {
    fc.assert(
      fc.property(anyGraph({ maxActions: 25 }), (any) => {
        const layout = layOut(any);
        expect([...layout.positions.keys()].sort()).toEqual(any.actions.map(({ id }) => id).sort());
        expect(overlaps(any, layout)).toEqual([]);
        for (const { x, y } of layout.positions.values()) expect([x % 8, Math.abs(y % 8)]).toEqual([0, 0]);
        expect(layOut(structuredClone(any))).toEqual(layout);
      }),
      { numRuns: runs(300) },
    );
  });

  it('has a last block right of all that lead to it', () => {
    fc.assert(
      fc.property(anyGraph({ maxActions: 25 }), ({ actions, ...rest }) => {
        const any: FlowGraph = { ...rest, actions };
        const { positions } = layOut(any);
        const last = new Set(actions.filter((a) => edgesOf(a).length === 0).map(({ id }) => id));
        for (const a of actions) {
          for (const { target } of edgesOf(a)) {
            if (last.has(target)) expect(positions.get(target)?.x).toBeGreaterThan(positions.get(a.id)?.x ?? NaN);
          }
        }
      }),
    );
  });

  it('stays where people put the blocks, if asked to', () => {
    const at = (x: number, y: number) => ({ position: { x, y } });
    const moved = graph([
      action('a', 'X', { next: 'b', ...at(-300, 77) }),
      action('b', 'X', { next: 'c' }),
      action('c', 'X', at(500, 500)),
    ]);
    const { entry, positions } = layOut(moved, { keepPositions: true });
    expect(positions.get('a')).toEqual({ x: -300, y: 77 });
    expect(positions.get('b')).toEqual({ x: -20, y: 77 });
    expect(positions.get('c')).toEqual({ x: 500, y: 500 });
    expect(entry).toEqual({ x: -460, y: 77 });
    expect(layOut(moved).positions.get('a')).toEqual({ x: 200, y: 40 });
    fc.assert(
      fc.property(anyGraph(), (any) => {
        const kept = layOut(any, { keepPositions: true });
        const fresh = any.actions.filter(({ position }) => position === undefined).map(({ id }) => id);
        for (const a of any.actions) if (a.position !== undefined) expect(kept.positions.get(a.id)).toEqual(a.position);
        // Blocks that people put on top of each other stay so.
        for (const pair of overlaps(any, kept))
          expect(fresh.some((id) => pair.split(' and ').includes(id))).toBe(false);
      }),
    );
  });

  it('of a large flow has few nodes for its long lines, whose number is what it takes its time for', () => {
    const shared = chain(249, (i) => ({
      errors: [
        { type: 'NoMatchingError', target: 'end' },
        { type: 'Other', target: `a${(i * 7) % 249}` },
      ],
    }));
    expect(layOut(shared).positions.size).toBe(shared.actions.length);
    expect(layeredOf(shared).nodes).toBeLessThan(shared.actions.length + 1_600);
  });
});
