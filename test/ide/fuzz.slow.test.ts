import { describe, expect, test } from 'vitest';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { corpusTexts, fuzz } from './fuzz.ts';

const EDITS = Number(process.env['FLOWC_FUZZ_EDITS'] ?? 200_000);
const ROUNDS = 100;

describe.skipIf(!corpusIsThere)(
  `${EDITS} random changes of real flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`,
  () => {
    const texts = corpusIsThere ? corpusTexts(40_000) : [];
    test.each(Array.from({ length: ROUNDS }, (_, round) => round))('round %d', (round) => {
      const share = texts.filter((_, i) => i % ROUNDS === round).slice(0, 6);
      expect(share.length).toBeGreaterThan(0);
      fuzz(share, { seed: round, edits: EDITS / ROUNDS, every: 20 });
    });
  },
);
