/** Throttling and mishaps that are asked for. */
import { describe, expect, it } from 'vitest';
import type { Local } from '../../src/connect/local/start.ts';
import { makeThrottle } from '../../src/connect/local/throttle.ts';
import type { Json } from '../../src/text/json.ts';
import { ask, content, createFlow, start } from './harness.ts';

const list = (local: Local): Promise<number> =>
  ask(local, 'GET', '/contact-flows-summary/{i}').then(
    ({ status }) => status,
    () => 0,
  );

const several = async (count: number, one: () => Promise<number>): Promise<number[]> => {
  const statuses: number[] = [];
  for (let i = 0; i < count; i++) statuses.push(await one());
  return statuses;
};

describe('throttling', () => {
  it('lets five through at once, and two a second', async () => {
    const local = await start({ throttle: { perSecond: 0.001, burst: 3 } });
    expect(await several(5, () => list(local))).toEqual([200, 200, 200, 429, 429]);
    expect((await ask(local, 'GET', '/instance')).type).toBe('ThrottlingException');
  });

  it('is refilled as time goes by', () => {
    const take = makeThrottle({ perSecond: 2, burst: 5 });
    const at = (ms: number, count: number): boolean[] => Array.from({ length: count }, () => take(ms));
    expect(at(0, 6)).toEqual([true, true, true, true, true, false]);
    expect(at(499, 1)).toEqual([false]);
    expect(at(1000, 3)).toEqual([true, true, false]);
    expect(at(60_000, 6)).toEqual([true, true, true, true, true, false]);
  });

  it('is off unless it is asked for', async () => {
    const local = await start();
    expect(new Set(await several(20, () => list(local)))).toEqual(new Set([200]));
  });
});

describe('faults', () => {
  it('happen to the request that they are for', async () => {
    const local = await start({
      faults: [
        { do: 'throttle', at: 2 },
        { do: 'error', at: 4, times: 2 },
        { do: 'cut', operation: 'DescribeInstance' },
      ],
    });
    expect(await several(6, () => list(local))).toEqual([200, 429, 200, 500, 500, 200]);
    await expect(ask(local, 'GET', '/instance/{i}')).rejects.toThrow();
    expect((await ask(local, 'GET', '/instance/{i}')).status).toBe(200);
    expect(local.faults.pending()).toEqual([]);
  });

  it('before the effect leave nothing behind, after it everything', async () => {
    const local = await start();
    const create = (name: string): Promise<number> =>
      ask(local, 'PUT', '/contact-flows/{i}', { Name: name, Type: 'CONTACT_FLOW', Content: content() }).then(
        ({ status }) => status,
        () => 0,
      );
    local.faults.add([{ do: 'cut', when: 'before' }]);
    expect([await create('A'), await create('A')]).toEqual([0, 200]);
    local.faults.add([{ do: 'cut', when: 'after' }]);
    expect([await create('B'), await create('B')]).toEqual([0, 409]);
    local.faults.add([{ do: 'error', when: 'after' }]);
    expect([await create('C'), await create('C')]).toEqual([500, 409]);
  });

  it('can be slow', async () => {
    const local = await start({ faults: [{ do: 'slow', ms: 60 }] });
    const from = performance.now();
    await list(local);
    expect(performance.now() - from).toBeGreaterThan(55);
  });

  it('are asked for and forgotten over the wire', async () => {
    const local = await start();
    const faults: Json = [{ operation: 'ListContactFlows', do: 'error', times: 0 }];
    expect((await ask(local, 'POST', '/-/faults', faults)).body).toEqual({ faults });
    expect(await several(3, () => list(local))).toEqual([500, 500, 500]);
    expect((await ask(local, 'GET', '/-/faults')).body).toEqual({ faults });
    await ask(local, 'DELETE', '/-/faults');
    expect(await list(local)).toBe(200);
  });

  it.each([
    [{ do: 'explode' }],
    [{ do: 'cut', at: -1 }],
    [{ do: 'cut', after: true }],
    ['cut'],
    [{ do: 'cut', when: 'x' }],
  ])('that make no sense are refused: %j', async (fault) => {
    const local = await start();
    const { status, body } = await ask(local, 'POST', '/-/faults', [fault as Json]);
    expect([status, typeof body['Message']]).toEqual([400, 'string']);
    expect(await list(local)).toBe(200);
  });
});

describe('requests', () => {
  it('are remembered, with what became of them', async () => {
    const local = await start({ faults: [{ operation: 'DescribeInstance', do: 'cut' }] });
    await createFlow(local, 'Main');
    await ask(local, 'GET', '/nothing');
    await ask(local, 'GET', '/instance/{i}').catch(() => undefined);
    const requests = [
      { operation: 'CreateContactFlow', status: 200 },
      { operation: 'unknown', status: 404 },
      { operation: 'DescribeInstance', status: 0 },
    ];
    expect(local.seen).toEqual(requests);
    expect((await ask(local, 'GET', '/-/requests')).body).toEqual({ requests });
    await ask(local, 'DELETE', '/-/requests');
    expect(local.seen).toEqual([]);
  });
});
