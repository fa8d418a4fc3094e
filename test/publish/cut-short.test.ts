/** Runs that end before their work does: whatever was the last request, the next run brings everything to the same end. */
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../src/connect/types.ts';
import { historyOf } from '../../src/deploy/publish/history.ts';
import { codes, planOf, publishText, rollBack, site, todo, type Site } from './project.ts';
import { stateOf } from './state.ts';
import { twelve } from './twelve.ts';

const READS = /^(List|Describe|Get|Search|BatchGet)/;

/**
 * A connection that goes silent for good at one of the requests that change something: what a process sees that is killed
 * there. `after`: the request has its effect, and its answer comes to nobody. `silent` settles when nothing is under way.
 */
function silentAt(connection: Connection, nth: number, when: 'before' | 'after') {
  const never = new Promise<never>(() => undefined);
  const underWay = new Set<Promise<unknown>>();
  let seen = 0;
  let tell: () => void;
  const silent = new Promise<void>((settle) => (tell = settle));
  const call: Connection['call'] = async (operation, input) => {
    if (seen >= nth) return never;
    if (READS.test(operation)) return connection.call(operation, input);
    const isLast = ++seen === nth;
    if (!isLast || when === 'after') {
      const answer = connection.call(operation, input);
      underWay.add(answer);
      await answer;
      if (!isLast) return answer;
    }
    await Promise.allSettled(underWay);
    tell();
    return never;
  };
  return { connection: { ...connection, call }, silent };
}

async function undisturbed(
  texts: readonly string[],
): Promise<{ readonly state: readonly string[]; readonly requests: number }> {
  const calm = await site();
  let requests = 0;
  for (const text of texts) ({ requests } = await publishText(calm, text));
  const state = await stateOf(calm.connection);
  await calm.close();
  return { state, requests };
}

describe('a run that is cut short', () => {
  it('leaves a state from which the next run makes what an undisturbed one makes', { timeout: 120_000 }, async () => {
    const { state, requests } = await undisturbed([twelve('Hello')]);
    expect(requests).toBeGreaterThan(15);
    for (let n = 1; n <= requests; n += 9) {
      const here = await site();
      const { connection, silent } = silentAt(here.connection, n, n % 2 === 1 ? 'after' : 'before');
      void publishText({ ...here, connection }, twelve('Hello'));
      await silent;
      expect(historyOf(here.root, 'local').unfinished).toHaveLength(1);
      const published = await publishText(here, twelve('Hello'));
      expect(codes(published)).toEqual([]);
      expect(await stateOf(here.connection)).toEqual(state);
      expect(todo(await planOf(here, twelve('Hello')))).toEqual([]);
      expect(published.release?.changes.map(({ before }) => before)).toEqual(Array(15).fill(null));
      expect(historyOf(here.root, 'local').unfinished).toEqual([]);
      await here.close();
    }
  });

  it('keeps what was live before, so that all of it can be taken back', { timeout: 120_000 }, async () => {
    const { state, requests } = await undisturbed([twelve('Hello'), twelve('Welcome')]);
    const here = await site();
    const first = await publishText(here, twelve('Hello'));
    const before = await stateOf(here.connection);
    const { connection, silent } = silentAt(here.connection, Math.ceil(requests / 2), 'after');
    void publishText({ ...here, connection }, twelve('Welcome'));
    await silent;
    const published = await publishText(here, twelve('Welcome'));
    expect(codes(published)).toEqual([]);
    expect(await stateOf(here.connection)).toEqual(state);
    const written = new Map(
      first.release?.changes.map(({ kind, name, after }) => [`${kind} ${name}`, after?.flow?.content]),
    );
    const flows = published.release?.changes.filter(({ kind }) => kind === 'flow' || kind === 'module') ?? [];
    expect(flows).toHaveLength(12);
    for (const { kind, name, before: kept } of flows) {
      expect(kept?.flow?.content, name).toBe(written.get(`${kind} ${name}`));
    }
    expect(before).toHaveLength((await stateOf(here.connection)).length);
    await here.close();
  });
});

describe('a rollback that is cut short', () => {
  /** A first release, a second one, and how many requests it takes to take that back. */
  const requestsBack = async (): Promise<number> => {
    const calm = await site();
    for (const text of ['Hello', 'Welcome']) await publishText(calm, twelve(text));
    const { requests } = await rollBack(calm);
    await calm.close();
    return requests;
  };
  const cut = async (here: Site, nth: number, when: 'before' | 'after', work: (site: Site) => unknown) => {
    const { connection, silent } = silentAt(here.connection, nth, when);
    void work({ ...here, connection });
    await silent;
    expect(historyOf(here.root, 'local').unfinished).not.toEqual([]);
  };
  const expectFirst = async (here: Site, state: readonly string[]) => {
    expect(await stateOf(here.connection)).toEqual(state);
    expect(todo(await planOf(here, twelve('Hello')))).toEqual([]);
    expect(historyOf(here.root, 'local').unfinished).toEqual([]);
  };

  it('goes on when it is asked for again, and publishing goes on from it, too', { timeout: 120_000 }, async () => {
    const requests = await requestsBack();
    for (let n = 1; n <= requests; n += 6) {
      const here = await site();
      await publishText(here, twelve('Hello'));
      const first = await stateOf(here.connection);
      await publishText(here, twelve('Welcome'));
      await cut(here, n, n % 4 === 1 ? 'after' : 'before', rollBack);
      expect(codes(await rollBack(here)), `cut at request ${n}`).toEqual([]);
      await expectFirst(here, first);
      expect(codes(await publishText(here, twelve('Welcome')))).toEqual([]);
      await cut(here, n, n % 4 === 1 ? 'before' : 'after', rollBack);
      expect(codes(await publishText(here, twelve('Good morning'))), `cut at request ${n}`).toEqual([]);
      expect(todo(await planOf(here, twelve('Good morning')))).toEqual([]);
      expect(historyOf(here.root, 'local').unfinished).toEqual([]);
      await here.close();
    }
  });

  it('takes back a release that was cut short itself', { timeout: 120_000 }, async () => {
    for (const [published, takenBack] of [
      [4, 2],
      [8, 1],
      [9, 5],
    ] as const) {
      const here = await site();
      await publishText(here, twelve('Hello'));
      const first = await stateOf(here.connection);
      await cut(here, published, 'after', (site) => publishText(site, twelve('Welcome')));
      await cut(here, takenBack, 'after', rollBack);
      expect(codes(await rollBack(here)), `cut at ${published} and ${takenBack}`).toEqual([]);
      await expectFirst(here, first);
      await here.close();
    }
  });
});
