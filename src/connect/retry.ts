/** Trying again: what may go well another time is sent again after a while, and not by everybody at once. */
import type { Answer, Failure } from './aws.ts';
import type { Clock, Limiter } from './rate.ts';

export interface Retrying {
  readonly limiter: Limiter;
  readonly clock: Clock;
  /** From 0 to 1, without 1. */
  readonly random: () => number;
  /** Told before each wait. */
  readonly onWait?: ((wait: Wait) => void) | undefined;
}

export interface Wait {
  readonly milliseconds: number;
  /** What went wrong. */
  readonly failure: Failure;
  /** How often it was tried so far. */
  readonly attempts: number;
}

/** Throttling passes when one waits; a service that fails, or a connection that is cut, may not come back. */
const MOST_ATTEMPTS = { throttled: 12, other: 6 } as const;
const FIRST_WAIT = 400;
const LONGEST_WAIT = 20_000;

/** Sends until an answer is final. `attempts` says how often it was sent: a create that was sent twice may meet itself. */
export async function withRetries(
  send: () => Promise<Answer>,
  { limiter, clock, random, onWait }: Retrying,
): Promise<{ readonly answer: Answer; readonly attempts: number }> {
  for (let attempts = 1; ; attempts++) {
    await limiter.take();
    const answer = await send();
    if (answer.ok) {
      limiter.speedUp();
      return { answer, attempts };
    }
    const throttled = answer.facts.status === 429 && answer.worthRetrying;
    if (throttled) limiter.slowDown();
    if (!answer.worthRetrying || attempts >= (throttled ? MOST_ATTEMPTS.throttled : MOST_ATTEMPTS.other)) {
      return { answer, attempts };
    }
    const milliseconds = waitOf(attempts, answer.retryAfter, random);
    onWait?.({ milliseconds, failure: answer, attempts });
    await clock.sleep(milliseconds);
  }
}

/** Full jitter: anything up to a limit that doubles; what the service asks for is the least. */
function waitOf(attempts: number, retryAfter: number | undefined, random: () => number): number {
  const limit = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1));
  return Math.round(Math.min(LONGEST_WAIT, (retryAfter ?? 0) * 1000) + random() * limit);
}
