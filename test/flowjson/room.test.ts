/** Blocks on the canvas make way for those that stand there. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyRoom, type Box } from '../../src/flowjson/room.ts';
import { runs } from '../runs.ts';

const [WIDTH, GAP] = [200, 30];
const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < WIDTH && a.y < b.y + b.height && b.y < a.y + a.height;

const anyBox = fc.record({
  x: fc.integer({ min: -400, max: 800 }),
  y: fc.integer({ min: -300, max: 900 }),
  height: fc.integer({ min: 1, max: 400 }),
});

it('moves a block down no further than it must', () => {
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 12 }), anyBox, (others, box) => {
      const room = emptyRoom(WIDTH, GAP);
      others.forEach(room.take);
      const y = room.freeFrom(box);
      expect(others.filter((other) => overlap({ ...box, y }, other))).toEqual([]);
      const around = others.map((other) => ({ ...other, height: other.height + GAP }));
      for (let above = box.y; above < y; above++) {
        expect(around.some((other) => overlap({ ...box, y: above }, other))).toBe(true);
      }
    }),
    { numRuns: runs(300) },
  );
});

it('lets a block stay where nothing stands, whatever is beside it', () => {
  const room = emptyRoom(WIDTH, GAP);
  room.take({ x: 0, y: 0, height: 100 });
  expect(room.freeFrom({ x: 200, y: 50, height: 100 })).toBe(50);
  expect(room.freeFrom({ x: 199, y: 50, height: 100 })).toBe(130);
  expect(room.freeFrom({ x: 0, y: 100, height: 100 })).toBe(100);
});

it('finds room for thousands among thousands at once', () => {
  const room = emptyRoom(WIDTH, GAP);
  for (let i = 0; i < 2_000; i++) room.take({ x: 0, y: i * 400, height: 100 });
  const begun = Date.now();
  for (let i = 0; i < 2_000; i++) {
    const y = room.freeFrom({ x: 0, y: 0, height: 150 });
    room.take({ x: 0, y, height: 150 });
    expect(y).toBe(i * 400 + 130);
  }
  // A search through all of them for each step would take a minute.
  expect(Date.now() - begun).toBeLessThan(5_000);
});
