/** A release of twelve flows, its process killed after each single request. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killAtEach } from './kill-at-each.ts';
import { makeKiller, type Killer } from './kill.ts';

let killer: Killer;
beforeAll(async () => {
  killer = await makeKiller();
}, 120_000);
afterAll(() => {
  killer.close();
});

it('a new project ends where an undisturbed run does', { timeout: 1_800_000 }, async () => {
  const requests = await killAtEach(killer, 'twelve', 1);
  expect(requests).toBeGreaterThan(30);
});

it('so does a change to a live one', { timeout: 1_800_000 }, async () => {
  const requests = await killAtEach(killer, 'twelve', 1, 'Good morning');
  expect(requests).toBeGreaterThan(30);
});
