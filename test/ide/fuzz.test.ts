import { expect, test } from 'vitest';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { corpusTexts, fuzz } from './fuzz.ts';

test.skipIf(!corpusIsThere)(`random changes of real flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`, () => {
  const texts = corpusTexts(4000);
  expect(texts.length).toBeGreaterThan(20);
  for (let seed = 0; seed < 3; seed++) fuzz(texts.slice(seed * 5, seed * 5 + 3), { seed, edits: 60, every: 3 });
});
