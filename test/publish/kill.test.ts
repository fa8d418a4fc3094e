/** Real processes, really killed: three flows, at a few of their requests. The slow suite does it at every one, with twelve. */
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

it(
  'ends where an undisturbed run does, though it was killed after any of its requests',
  { timeout: 60_000 },
  async () => {
    const requests = await killAtEach(killer, 'three', 12);
    expect(requests).toBeGreaterThan(12);
  },
);
