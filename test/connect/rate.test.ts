import { describe, expect, it } from 'vitest';
import type { Answer, Failure } from '../../src/connect/aws.ts';
import { limitedWhenTold, tokenBucket, unlimited, type Clock } from '../../src/connect/rate.ts';
import { withRetries, type Wait } from '../../src/connect/retry.ts';

/** Time that passes only by sleeping. */
function fakeClock(): Clock & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

async function times(count: number, take: () => Promise<void>, clock: Clock): Promise<number[]> {
  const at: number[] = [];
  for (let i = 0; i < count; i++) {
    await take();
    at.push(clock.now());
  }
  return at;
}

describe('the rate', () => {
  it('is two a second behind a burst of five', async () => {
    const clock = fakeClock();
    expect(await times(9, tokenBucket({ clock }).take, clock)).toEqual([0, 0, 0, 0, 0, 500, 1000, 1500, 2000]);
  });

  it('lets those that ask together go in their order', async () => {
    const clock = fakeClock();
    const { take } = tokenBucket({ perSecond: 10, burst: 1, clock });
    const order: string[] = [];
    const ask = async (name: string) => {
      await take();
      order.push(`${name} ${clock.now()}`);
    };
    await Promise.all(['a', 'b', 'c'].map(ask));
    expect(order).toEqual(['a 0', 'b 100', 'c 200']);
  });

  it('fills up no further than the burst', async () => {
    const clock = fakeClock();
    const { take } = tokenBucket({ clock });
    await take();
    await clock.sleep(60_000);
    expect((await times(6, take, clock)).filter((at) => at === 60_000)).toHaveLength(5);
  });

  it('falls when the service says that it is too much, once for refusals that come together, and rises again', async () => {
    const clock = fakeClock();
    const limiter = tokenBucket({ clock });
    await limiter.take();
    limiter.slowDown();
    limiter.slowDown();
    limiter.slowDown();
    expect(limiter.pace()).toBeCloseTo(1.2);
    const before = clock.now();
    await limiter.take();
    expect(clock.now() - before).toBeGreaterThanOrEqual(800);
    for (let i = 0; i < 100; i++) limiter.speedUp();
    expect(limiter.pace()).toBe(2);
  });

  it('never falls to nothing', async () => {
    const clock = fakeClock();
    const limiter = tokenBucket({ clock });
    for (let i = 0; i < 50; i++) {
      limiter.slowDown();
      await clock.sleep(1000);
    }
    expect(limiter.pace()).toBe(0.25);
  });
});

const GOOD: Answer = { ok: true, value: {} };

function failure(code: string, status: number, more: Partial<Failure> = {}): Failure {
  const facts = { operation: 'X', code, status, problems: [], requestId: undefined };
  return { ok: false, message: code, facts, worthRetrying: true, retryAfter: undefined, ...more };
}

async function run(answers: readonly Answer[], random = () => 0.5) {
  const clock = fakeClock();
  const waits: Wait[] = [];
  const limiter = tokenBucket({ perSecond: 1000, burst: 1000, clock });
  let sent = 0;
  const send = () => Promise.resolve(answers[Math.min(sent++, answers.length - 1)] as Answer);
  const result = await withRetries(send, { limiter, clock, random, onWait: (wait) => waits.push(wait) });
  return { ...result, sent, clock, waits, limiter };
}

describe('trying again', () => {
  it('takes a good answer at once', async () => {
    expect(await run([GOOD])).toMatchObject({ answer: GOOD, attempts: 1, sent: 1, waits: [] });
  });

  it('waits longer each time, by chance, but never beyond a limit', async () => {
    const answers = [...Array.from({ length: 9 }, () => failure('ThrottlingException', 429)), GOOD];
    const { attempts, waits } = await run(answers, () => 0.999);
    expect(attempts).toBe(10);
    expect(waits.map(({ milliseconds }) => Math.round(milliseconds / 100))).toEqual([
      4, 8, 16, 32, 64, 128, 200, 200, 200,
    ]);
    expect((await run(answers, () => 0)).waits.every(({ milliseconds }) => milliseconds === 0)).toBe(true);
  });

  it('tells of each wait before it', async () => {
    const { waits } = await run([failure('InternalServiceException', 500), GOOD]);
    expect(waits).toMatchObject([{ milliseconds: 200, attempts: 1, failure: { facts: { status: 500 } } }]);
  });

  it('waits at least as long as the service asks', async () => {
    const { waits } = await run([failure('ThrottlingException', 429, { retryAfter: 3 }), GOOD], () => 0);
    expect(waits[0]?.milliseconds).toBe(3000);
  });

  it('slows down after 429 only', async () => {
    expect((await run([failure('ThrottlingException', 429), GOOD])).limiter.pace()).toBeLessThan(1000);
    expect((await run([failure('InternalServiceException', 500), GOOD])).limiter.pace()).toBe(1000);
  });

  it.each([
    ['LimitExceededException', 429],
    ['DuplicateResourceException', 409],
    ['InvalidRequestException', 400],
    ['ServiceQuotaExceededException', 402],
  ])('gives up at once after %s', async (code, status) => {
    expect(await run([failure(code, status, { worthRetrying: false })])).toMatchObject({ sent: 1, waits: [] });
  });

  it('gives up in the end: sooner where the service fails than where it is busy', async () => {
    expect((await run([failure('InternalServiceException', 500)])).sent).toBe(6);
    expect((await run([failure('NetworkError', 0)])).sent).toBe(6);
    expect((await run([failure('ThrottlingException', 429)])).sent).toBe(12);
  });

  it('needs no limiter', async () => {
    await unlimited.take();
    expect(unlimited.pace()).toBe(Infinity);
  });

  it('keeps to the rate of the service once it is told that there is one', async () => {
    const clock = fakeClock();
    const limiter = limitedWhenTold(clock);
    expect(await times(20, limiter.take, clock)).toEqual(Array.from({ length: 20 }, () => 0));
    limiter.slowDown();
    expect(await times(3, limiter.take, clock)).toEqual([0, 500, 1000]);
    limiter.slowDown();
    expect(limiter.pace()).toBeCloseTo(1.2);
  });
});
