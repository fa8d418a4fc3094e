/**
 * How fast requests go out. The service takes 2 a second with bursts of 5, for all operations of an account and Region
 * together (https://docs.aws.amazon.com/connect/latest/APIReference/best-practices-connect-apis.html); others use
 * the account too, so the pace falls when it says that it is too much, and rises again.
 */
import { apiRate } from '../catalogue/quotas.ts';

export interface Clock {
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const systemClock: Clock = {
  now: () => process.uptime() * 1000,
  sleep: (milliseconds) => new Promise((settle) => setTimeout(settle, milliseconds)),
};

export interface Limiter {
  /** Settles when the next request may go out; in the order in which they asked. */
  readonly take: () => Promise<void>;
  /** The service said that it was too much. */
  readonly slowDown: () => void;
  /** A request was answered: the pace may rise again. */
  readonly speedUp: () => void;
  /** Requests a second at present; Infinity where there is no limit. */
  readonly pace: () => number;
}

export const unlimited: Limiter = {
  take: () => Promise.resolve(),
  slowDown: () => undefined,
  speedUp: () => undefined,
  pace: () => Infinity,
};

/** Below this the pace does not fall: a request every four seconds. */
const SLOWEST = 0.25;
/** Requests that are refused together say one thing: the pace falls once in this many milliseconds. */
const PAUSE = 1000;

/** A bucket that holds `burst` tokens at most and gets `perSecond` of them a second. */
export function tokenBucket({
  perSecond = apiRate.perSecond as number,
  burst = apiRate.burst as number,
  clock = systemClock,
}: {
  readonly perSecond?: number;
  readonly burst?: number;
  readonly clock?: Clock;
} = {}): Limiter {
  let rate = perSecond;
  let tokens = burst;
  let filled = clock.now();
  let slowed = -Infinity;
  let queue: Promise<void> = Promise.resolve();

  function fill(): void {
    const now = clock.now();
    tokens = Math.min(burst, tokens + ((now - filled) / 1000) * rate);
    filled = now;
  }

  async function wait(): Promise<void> {
    for (fill(); tokens < 1; fill()) await clock.sleep(Math.max(1, Math.ceil(((1 - tokens) / rate) * 1000)));
    tokens -= 1;
  }

  return {
    take: () => (queue = queue.then(wait)),
    slowDown() {
      fill();
      tokens = Math.min(tokens, 0);
      if (filled - slowed < PAUSE) return;
      slowed = filled;
      rate = Math.max(Math.min(SLOWEST, perSecond), rate * 0.6);
    },
    speedUp() {
      fill();
      rate = Math.min(perSecond, rate + perSecond / 40);
    },
    pace: () => rate,
  };
}

/** No limit, until the service says that there is one: then the service's own. */
export function limitedWhenTold(clock: Clock = systemClock): Limiter {
  let limiter = unlimited;
  return {
    take: () => limiter.take(),
    slowDown() {
      if (limiter === unlimited) limiter = tokenBucket({ burst: 1, clock });
      else limiter.slowDown();
    },
    speedUp: () => limiter.speedUp(),
    pace: () => limiter.pace(),
  };
}
