import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../grammar/lexer.ts';
import { endOf, Newline } from '../../grammar/tokens.ts';
import { format } from '../../src/syntax/format.ts';
import { parse } from '../../src/syntax/parse.ts';
import { printFile } from '../../src/syntax/print.ts';
import { arbitraryFile, meaning } from './arbitrary.ts';
import { runs } from '../runs.ts';

function formatted(text: string): string {
  const result = format({ path: 'a.flow', text });
  expect(result.diagnostics).toEqual([]);
  return result.text;
}

/** Puts numbered comments before tokens and at line ends; `places` chooses where, of which kind. */
function withComments(text: string, places: readonly number[]): { text: string; written: string[] } {
  const { tokens, comments } = tokenize(text, []);
  const taken = new Set(comments.map(endOf));
  const written: string[] = [];
  const edits = new Map<number, string>();
  places.forEach((place, i) => {
    const token = tokens[place % Math.max(1, tokens.length)];
    if (token === undefined) return;
    const isLineEnd = token.tokenType === Newline;
    const comment = isLineEnd && place % 2 === 0 ? `// c${i}` : `/* c${i} */`;
    const ownLine = isLineEnd && place % 3 === 0;
    if (edits.has(token.startOffset) || taken.has(token.startOffset)) return;
    written.push(comment);
    edits.set(token.startOffset, ownLine ? `\n\n${comment}` : ` ${comment} `);
  });
  let out = '';
  for (let i = 0; i <= text.length; i++) out += (edits.get(i) ?? '') + (text[i] ?? '');
  return { text: out, written };
}

describe('comments', () => {
  test('every comment is kept, wherever it stands, and none moves when formatted again', () => {
    fc.assert(
      fc.property(arbitraryFile, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (tree, places) => {
        const plain = printFile(tree, undefined, { width: 1000 });
        const commented = withComments(plain, places);
        const once = formatted(commented.text);
        expect(
          parse({ path: 'a.flow', text: once })
            .tree.comments.map((c) => c.text)
            .sort(),
        ).toEqual(commented.written.sort());
        expect(meaning(parse({ path: 'a.flow', text: once }).tree)).toEqual(meaning(tree));
        expect(formatted(once)).toBe(once);
      }),
      { numRuns: runs(300) },
    );
  });
});
