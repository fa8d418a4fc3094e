import { describe, expect, it } from 'vitest';
import { carry } from '../../src/graph/dataflow.ts';
import { isCircular, reachBack, reachFrom, rings, wireKey, wiringOf } from '../../src/graph/dataflow-wiring.ts';
import type { FlowAction, FlowGraph } from '../../src/graph/flow-graph.ts';

/** `a: b c` leads a to b by NextAction and to c by an error branch; conditions stand behind `?`. */
function graph(...lines: readonly string[]): FlowGraph {
  const actions = lines.map((line): FlowAction => {
    const [head = '', rest = ''] = line.split(':');
    const [plain = '', decided = ''] = rest.split('?');
    const [next, ...errors] = plain.trim().split(' ').filter(Boolean);
    return {
      id: head,
      label: undefined,
      type: 'T',
      parameters: {},
      next,
      errors: errors.map((target, i) => ({ type: `E${i}`, target })),
      conditions: decided
        .trim()
        .split(' ')
        .filter(Boolean)
        .map((target) => ({ operator: 'Equals', operands: [target], target })),
    };
  });
  return {
    name: undefined,
    description: undefined,
    type: undefined,
    start: actions[0]?.id,
    actions,
    notes: [],
    top: {},
  };
}

const ids = (of: FlowGraph, numbers: readonly number[]): string => numbers.map((i) => of.actions[i]?.id).join('');

describe('wiring', () => {
  it('numbers wires by what they are, and counts those that lead nowhere', () => {
    const of = graph('a:b c?d gone', 'b:', 'c:', 'd:a');
    const wiring = wiringOf(of);
    const action = of.actions[0];
    expect(wiring.out[0]?.map((wire) => `${action === undefined ? '' : wireKey(action, wire)}→${wire.to}`)).toEqual([
      'next→1',
      'E0→2',
      'condition:0→3',
    ]);
    expect(wiring.into[0]?.map(({ from }) => from)).toEqual([3]);
    expect(wiring.loose).toBe(1);
    expect(wiring.start).toBe(0);
    expect(wiringOf({ ...of, start: 'gone' }).start).toBe(-1);
  });

  it('is walked in reverse postorder', () => {
    const of = graph('a:b c', 'b:d', 'c:d', 'd:', 'e:d');
    const { reached, order } = reachFrom(wiringOf(of), 0);
    expect(reached).toEqual([true, true, true, true, false]);
    expect(order[0]).toBe(0);
    expect(order[3]).toBe(3);
    expect(reachFrom(wiringOf(of), -1)).toEqual({ reached: [false, false, false, false, false], order: [] });
    expect(ids(of, reachFrom(wiringOf(of), 0, ({ kind }) => kind === 'next').order)).toBe('abd');
  });

  it('is walked backwards', () => {
    const of = graph('a:b', 'b:c a', 'c:', 'd:d');
    expect(reachBack(wiringOf(of), [2])).toEqual([true, true, true, false]);
  });

  it('knows its circles', () => {
    const circular = (of: FlowGraph): boolean => isCircular(wiringOf(of), reachFrom(wiringOf(of), 0));
    expect(circular(graph('a:b c', 'b:c', 'c:'))).toBe(false);
    expect(circular(graph('a:b', 'b:a'))).toBe(true);
    expect(circular(graph('a:a'))).toBe(true);
    expect(circular(graph('a:', 'b:b'))).toBe(false);
  });

  it('finds rings, and one inside another when wires are left out', () => {
    const of = graph('a:b', 'b:c a', 'c:d', 'd:e c', 'e:', 'f:f', 'g:a');
    const all = rings(wiringOf(of)).map((ring) => ids(of, ring));
    expect([...all].sort()).toEqual(['ab', 'cd', 'f']);
    expect(rings(wiringOf(of), ({ kind }) => kind === 'next').map((ring) => ids(of, ring))).toEqual(['f']);
  });
});

describe('facts carried forward', () => {
  // a decides between b (which learns fact 0) and c; both meet at d; d goes back to a or ends at e.
  const of = graph('a:b c', 'b:d', 'c:d', 'd:e a', 'e:');
  const wiring = wiringOf(of);
  const reach = reachFrom(wiring, 0);
  const learn =
    (from: number, gain: readonly number[], lose?: readonly number[]) => (wire: { readonly from: number }) =>
      wire.from === from ? { gain, lose } : undefined;

  it('hold on every path or on some', () => {
    const every = carry(wiring, reach, 1, [], learn(1, [0]), 'every');
    const some = carry(wiring, reach, 1, [], learn(1, [0]), 'some');
    expect([0, 1, 2, 3, 4].map((i) => every.at(i, 0))).toEqual([false, false, false, false, false]);
    expect([0, 1, 2, 3, 4].map((i) => some.at(i, 0))).toEqual([true, true, true, true, true]);
  });

  it('hold from the start until they are lost', () => {
    const every = carry(wiring, reach, 40, [39], learn(1, [], [39]), 'every');
    expect([0, 2, 3].map((i) => every.at(i, 39))).toEqual([false, false, false]);
    const kept = carry(wiring, reach, 40, [39], () => undefined, 'every');
    expect([0, 1, 2, 3, 4].map((i) => kept.at(i, 39))).toEqual([true, true, true, true, true]);
  });

  it('never hold where control does not come', () => {
    const island = graph('a:', 'b:a');
    const known = carry(wiringOf(island), reachFrom(wiringOf(island), 0), 1, [0], () => undefined, 'every');
    expect(known.at(1, 0)).toBe(false);
  });
});
