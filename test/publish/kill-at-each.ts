import { expect } from 'vitest';
import { historyOf } from '../../src/deploy/publish/history.ts';
import type { Killer } from './kill.ts';
import { codes, planOf, publishText, site, todo } from './project.ts';
import { stateOf } from './state.ts';
import { projectText } from './twelve.ts';

/**
 * Kills a process that publishes after every `step`th of its requests, publishes again, and holds the end against that of
 * an undisturbed run. `words`: the project is live with other words before. Returns how many requests a run takes.
 */
export async function killAtEach(killer: Killer, size: string, step: number, words?: string): Promise<number> {
  const before = words === undefined ? [] : [projectText(size, 'Hello')];
  const wanted = projectText(size, words ?? 'Hello');
  const calm = await site();
  for (const text of [...before, wanted]) expect(codes(await publishText(calm, text))).toEqual([]);
  const state = await stateOf(calm.connection);
  await calm.close();
  for (let n = 1; ; n += step) {
    const place = await site();
    for (const text of before) await publishText(place, text);
    const wasKilled = await killer.publishAndKill(place, n, size, words ?? 'Hello');
    const published = await publishText(place, wanted);
    expect(codes(published), `killed at request ${n}`).toEqual([]);
    expect(await stateOf(place.connection), `killed at request ${n}`).toEqual(state);
    expect(todo(await planOf(place, wanted))).toEqual([]);
    const { releases, unfinished } = historyOf(place.root, 'local');
    expect(unfinished).toEqual([]);
    expect(releases).toHaveLength(before.length + 1);
    await place.close();
    if (!wasKilled) return n - 1;
  }
}
