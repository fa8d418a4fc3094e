import { expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { progress, progressOfSearch, showReading } from '../../src/cli/progress.ts';

function lines(
  steps: number,
  msPerStep: number,
  setting: { quiet?: boolean; CI?: string; terminal?: boolean } = {},
): string[] {
  const written: string[] = [];
  let asked = 0;
  const err = {
    write: (text: string) => written.push(text),
    isTerminal: () => {
      asked++;
      return setting.terminal ?? true;
    },
    columns: () => 80,
  };
  const io = { err, env: { CI: setting.CI } } as unknown as Io;
  let time = 0;
  const shown = progress(steps, 'flows', { io, quiet: setting.quiet ?? false, now: () => time });
  for (let step = 0; step < steps; step++) {
    time += msPerStep;
    shown.step();
  }
  shown.end();
  expect(asked).toBeLessThan(2);
  return written;
}

it('says nothing of work that is soon done', () => {
  expect(lines(90, 10)).toEqual([]);
});

it('says how far long work is, now and then, and wipes the line in the end', () => {
  const written = lines(1000, 10);
  expect(written[0]).toBe('\r100 of 1000 flows, about 9 s left \u001b[K');
  expect(written).toHaveLength(47);
  expect(written.at(-1)).toBe('\r\u001b[K');
});

it.each([{ quiet: true }, { CI: 'true' }, { terminal: false }])('says nothing with %j', (setting) => {
  expect(lines(1000, 10, setting)).toEqual([]);
});

it('wipes the line of reading that fails, and knows how much there is when the work does', async () => {
  const written: string[] = [];
  const err = { write: (text: string) => written.push(text), isTerminal: () => true, columns: () => 80 };
  let time = 0;
  const setting = { io: { err, env: {} }, quiet: false, now: () => time };
  const failing = showReading('lists', setting, ({ total, step }) => {
    total(3);
    for (const moment of [600, 1200]) {
      time = moment;
      step();
    }
    return Promise.reject(new Error('gone'));
  });
  await expect(failing).rejects.toThrow('gone');
  expect(written).toEqual(['\r2 of 3 lists, about 1 s left \u001b[K', '\r\u001b[K']);
});

it('says what a search has seen, as nobody knows how much there is', () => {
  const written: string[] = [];
  const err = { write: (text: string) => written.push(text), isTerminal: () => true, columns: () => 80 };
  let time = 0;
  const shown = progressOfSearch('looking for flows', 'files and folders', {
    io: { err, env: {} },
    quiet: false,
    now: () => time,
  });
  for (let step = 0; step < 120; step++) {
    time += 10;
    shown.step();
  }
  shown.end();
  expect(written).toEqual([
    '\rlooking for flows: 100 files and folders so far \u001b[K',
    '\rlooking for flows: 120 files and folders so far \u001b[K',
    '\r\u001b[K',
  ]);
});
