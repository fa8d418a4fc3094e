/** Structure recovery on flows of a size that no one draws: quick, and without deep recursion. */
import { describe, expect, it } from 'vitest';
import { structure } from '../../src/constructs/structure/index.ts';
import type { RaisedBlock } from '../../src/constructs/types.ts';
import { differences, figuresOf } from './expect.ts';
import { compare, disconnect, invoke, loop, menu, play, to } from './make-blocks.ts';

const numbers = (size: number) => Array.from({ length: size }, (_, i) => i);
const b = (i: number) => to(`b${i}`);

/** Deterministic pseudo-random numbers below 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** The same shapes over and over, every edge to somewhere near or, now and then, anywhere. */
function mixed(size: number, seed: number): RaisedBlock[] {
  const next = random(seed);
  const near = (i: number) =>
    next() < 0.08 ? Math.floor(next() * size) : Math.min(size - 1, i + 1 + Math.floor(next() * 6));
  return numbers(size).map((i) => {
    const id = `b${i}`;
    const [one, two, three] = [b(near(i)), b(near(i)), b(near(i))];
    if (i === size - 1) return disconnect(id);
    switch (i % 6) {
      case 0:
        return compare(id, { a: one }, two);
      case 1:
        return menu(id, { '1': one, '2': two }, { timeout: three, default: three, error: b(size - 1) });
      case 2:
        return loop(id, one, two);
      case 3:
        return invoke(id, one, b(size - 2));
      case 4:
        return compare(id, { a: one, b: two }, three);
      default:
        return play(id, one);
    }
  });
}

describe('size', () => {
  it.each([1, 2, 3])('takes 1,000 mixed blocks (%i)', (seed) => {
    const blocks = mixed(1000, seed);
    expect(differences(blocks, 'b0', structure({ blocks, start: 'b0' }))).toEqual([]);
  });

  it.each<[string, (i: number, size: number) => RaisedBlock]>([
    ['plays', (i) => play(`b${i}`, b(i + 1))],
    ['lambdas with one error', (i, size) => invoke(`b${i}`, b(i + 1), b(size - 1))],
    ['lambdas with an own error', (i, size) => invoke(`b${i}`, b(i + 1), b((i * 7919) % size))],
    ['ifs', (i, size) => compare(`b${i}`, { a: b(size - 1) }, b(i + 1))],
    ['ifs that fall', (i, size) => compare(`b${i}`, { a: b(i + 1) }, b(size - 1))],
    ['matches', (i, size) => compare(`b${i}`, { a: b(i + 1), b: b(size - 1) }, b(Math.max(0, i - 1)))],
    ['loops', (i) => loop(`b${i}`, b(i + 1), b(i + 1))],
    ['loops in loops', (i, size) => loop(`b${i}`, b(i + 1), b(size - 1))],
    [
      'menus',
      (i, size) =>
        menu(`b${i}`, { '1': b(i + 1), '2': b(size - 1) }, { timeout: b(i), default: b(i), error: b(size - 1) }),
    ],
  ])('takes a chain of 10,000 %s', (_, link) => {
    const size = 10_000;
    const blocks = [...numbers(size - 1).map((i) => link(i, size)), disconnect(`b${size - 1}`)];
    const { items } = structure({ blocks, start: 'b0' });
    expect(figuresOf(items).depth).toBeLessThan(30);
  });

  it('takes 10,000 blocks that nothing leads to', () => {
    const blocks = numbers(10_000).map((i) => play(`b${i}`, b(Math.max(0, i - 1))));
    expect(structure({ blocks, start: undefined }).items.length).toBeGreaterThan(1);
  });
});
