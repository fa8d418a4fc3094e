/**
 * How many random cases a property is tried on. The gate tries the same ones each time, so that it is green or red for
 * what changed and not by luck; the slow suite tries twenty times as many, other ones in each run.
 */
import fc from 'fast-check';

/** `FLOWC_SEED` is `random`, or the seed that a failure printed, to see it again. */
const { FLOWC_SEED: seed = '1', FLOWC_RUNS: times = '1' } = process.env;

fc.configureGlobal({ ...(seed === 'random' ? {} : { seed: Number(seed) }), numRuns: runs(100) });

/** For `numRuns` of a property: `usual` in the gate. */
export function runs(usual: number): number {
  return usual * Number(times);
}
