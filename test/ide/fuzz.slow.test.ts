/**
 * All texts of the corpus under random changes. `FLOWC_FUZZ_EDITS` says how many changes in all (200,000, which takes some
 * twenty minutes), `FLOWC_FUZZ_PART=2/4` runs the second quarter of the rounds alone.
 */
import { describe, expect, test } from 'vitest';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { corpusTexts, fuzz } from './fuzz.ts';

const EDITS = Number(process.env['FLOWC_FUZZ_EDITS'] ?? 200_000);
const [PART = 1, PARTS = 1] = (process.env['FLOWC_FUZZ_PART'] ?? '1/1').split('/').map(Number);
/** About three flows in a project. */
const ROUNDS = 120;

const rounds = Array.from({ length: ROUNDS }, (_, round) => round).filter((round) => round % PARTS === PART - 1);

describe.skipIf(!corpusIsThere)(
  `${EDITS} random changes of real flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`,
  () => {
    const texts = corpusIsThere ? corpusTexts(Infinity) : [];
    test.each(rounds)('round %d', (round) => {
      const share = texts.filter((_, i) => i % ROUNDS === round);
      expect(share.length).toBeGreaterThan(0);
      fuzz(share, { seed: round, edits: Math.ceil(EDITS / ROUNDS), every: 20, isStrict: round % 4 === 3 });
    });
  },
);
