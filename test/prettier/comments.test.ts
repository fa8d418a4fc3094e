import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printFile } from '../../src/syntax/print.ts';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { arbitraryFile } from '../syntax/arbitrary.ts';
import { commented } from './commented.ts';
import { importedFlows } from './imports.ts';
import { ownersOf, tokensBefore } from './laws.ts';
import { byFmt, LAYOUTS } from './pretty.ts';
import { runs } from '../runs.ts';

const places = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });

describe('comments', () => {
  it('stay with the statement that they are about, wherever they stand', () => {
    fc.assert(
      fc.property(arbitraryFile, places, fc.constantFrom(...LAYOUTS), (tree, picked, layout) => {
        const text = commented(printFile(tree, undefined, { width: 1000 }), picked, true);
        expect(ownersOf(byFmt(text, layout))).toEqual(ownersOf(text));
      }),
      { numRuns: runs(200) },
    );
  });

  it('stand between the same tokens, if they have a line or the end of one for themselves', () => {
    fc.assert(
      fc.property(arbitraryFile, places, fc.constantFrom(...LAYOUTS), (tree, picked, layout) => {
        // Wide, because patterns over several lines are one statement, whose inner comments go above it.
        const text = commented(printFile(tree, undefined, { width: 1e6 }), picked);
        expect(tokensBefore(byFmt(text, layout))).toEqual(tokensBefore(text));
      }),
      { numRuns: runs(200) },
    );
  });

  it.skipIf(!corpusIsThere)(`do so in imported flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`, () => {
    for (const [path, flow] of importedFlows(40)) {
      const text = commented(
        byFmt(flow, { printWidth: 1e6 }),
        Array.from({ length: 40 }, (_, i) => i * 7919),
      );
      for (const layout of LAYOUTS) {
        const formatted = byFmt(text, layout);
        expect(ownersOf(formatted), path).toEqual(ownersOf(text));
        expect(tokensBefore(formatted), path).toEqual(tokensBefore(text));
        expect(byFmt(formatted, layout), path).toBe(formatted);
      }
    }
  });
});
