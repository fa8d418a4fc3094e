import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../grammar/lexer.ts';
import { endOf, Newline } from '../../grammar/tokens.ts';
import { format } from '../../src/syntax/format.ts';
import { parse } from '../../src/syntax/parse.ts';
import { printFile } from '../../src/syntax/print.ts';
import { arbitraryFile, meaning } from './arbitrary.ts';
import { runs } from '../runs.ts';

/** The same tokens with other blanks, line ends and blank lines between them; `choices` says which. */
function relaid(text: string, choices: readonly number[]): string {
  const { tokens, comments } = tokenize(text, []);
  const afterComment = new Set(comments.map(endOf));
  let out = '';
  let at = 0;
  let turn = 0;
  const choose = (of: readonly string[]): string => of[(choices[turn++ % choices.length] as number) % of.length] ?? '';
  for (const token of tokens) {
    const gap = text.slice(at, token.startOffset);
    out += gap.trim() === '' && gap !== '' ? choose([' ', '  ', '\t', '\u3000']) : gap;
    const isFree = token.tokenType === Newline && !afterComment.has(token.startOffset);
    out += isFree ? choose(['\n', '\n\n', '\n    ', '\r\n', '\n\n\n\n\t', '\r\n\r\n ']) : token.image;
    if (token.image === '{' || token.image === '[' || token.image === ',')
      out += choose(['', '', ' ', '\n', '\r\n\r\n']);
    at = endOf(token);
  }
  return out + text.slice(at);
}

describe('printing and parsing', () => {
  test('what is printed reads as the same tree', () => {
    fc.assert(
      fc.property(arbitraryFile, fc.constantFrom(40, 100), (tree, width) => {
        const text = printFile(tree, undefined, { width });
        const read = parse({ path: 'tree.flow', text });
        expect(read.diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([]);
        expect(meaning(read.tree)).toEqual(meaning(tree));
      }),
      { numRuns: runs(400) },
    );
  });

  test('formatting what was printed changes nothing, and formatting twice neither', () => {
    fc.assert(
      fc.property(arbitraryFile, (tree) => {
        const text = printFile(tree);
        expect(format({ path: 'tree.flow', text }).text).toBe(text);
      }),
      { numRuns: runs(400) },
    );
  });

  test('however the tokens are laid out, formatting finds the same tree and settles at once', () => {
    const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(arbitraryFile, choices, (tree, picked) => {
        const text = relaid(printFile(tree), picked);
        const once = format({ path: 'tree.flow', text });
        expect(once.diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([]);
        expect(meaning(parse({ path: 'tree.flow', text: once.text }).tree)).toEqual(meaning(tree));
        expect(format({ path: 'tree.flow', text: once.text }).text).toBe(once.text);
        expect(once.text).not.toMatch(/[ \t]\n|\r|\n\n\n|\{\n\n|\n\n *\}/);
      }),
      { numRuns: runs(300) },
    );
  });
});
