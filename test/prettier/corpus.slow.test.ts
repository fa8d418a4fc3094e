/** The laws of the formatter over every real flow. */
import { describe, expect, it } from 'vitest';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { commented } from './commented.ts';
import { importedFlows } from './imports.ts';
import { expectSameBytes, ownersOf, tokensBefore } from './laws.ts';
import { byFmt, LAYOUTS } from './pretty.ts';

describe.skipIf(!corpusIsThere)(`every imported flow${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`, () => {
  const flows = importedFlows(1);

  it('is what fmt makes of it, and the same by Prettier, in every layout', async () => {
    for (const [path, text] of flows) {
      expect(byFmt(text), path).toBe(text);
      for (const layout of LAYOUTS) await expectSameBytes(text, layout);
    }
    expect(flows).toHaveLength(383);
  });

  it('keeps comments where they belong', () => {
    for (const [path, flow] of flows) {
      const text = commented(
        byFmt(flow, { printWidth: 1e6 }),
        Array.from({ length: 30 }, (_, i) => i * 7919),
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
