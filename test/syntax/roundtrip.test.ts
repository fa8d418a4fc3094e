import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/syntax/format.ts';
import { parse } from '../../src/syntax/parse.ts';
import { printFile } from '../../src/syntax/print.ts';
import { arbitraryFile, meaning } from './arbitrary.ts';

describe('printing and parsing', () => {
  test('what is printed reads as the same tree', () => {
    fc.assert(
      fc.property(arbitraryFile, fc.constantFrom(40, 100), (tree, width) => {
        const text = printFile(tree, undefined, { width });
        const read = parse({ path: 'tree.flow', text });
        expect(read.diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([]);
        expect(meaning(read.tree)).toEqual(meaning(tree));
      }),
      { numRuns: 400 },
    );
  });

  test('formatting what was printed changes nothing, and formatting twice neither', () => {
    fc.assert(
      fc.property(arbitraryFile, (tree) => {
        const text = printFile(tree);
        expect(format({ path: 'tree.flow', text }).text).toBe(text);
      }),
      { numRuns: 400 },
    );
  });
});
