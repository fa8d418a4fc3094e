import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

describe('a comment in the examples', () => {
  const texts = readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.flow'))
    .map((path) => [path, readFileSync(join('examples', path), 'utf8')] as const);

  test.each(texts)('stays behind its line, or above it: %s', (_path, text) => {
    const lines = text.split('\n').slice(0, -1);
    lines.forEach((line, i) => {
      const isText =
        lines
          .slice(0, i + 1)
          .join('')
          .split('"""').length %
          2 ===
        0;
      if (isText || line === '' || line.trimStart().startsWith('//') || line.includes('"""')) return;
      const indent = `${/^ */.exec(line)?.[0] ?? ''}${/^ *[})]/.test(line) ? '  ' : ''}`;
      // Documentation stands directly above what it documents: nothing comes between.
      const isDocumented = lines[i - 1]?.trimStart().startsWith('///');
      for (const put of [[`${line} // here`], ...(isDocumented ? [] : [[`${indent}// here`, line]])]) {
        const commented = [...lines.slice(0, i), ...put, ...lines.slice(i + 1), ''].join('\n');
        expect(formatted(commented)).toBe(commented);
      }
    });
  });
});

test.each([
  ['( // a\n"x" "y")', '( // a\n    "x"\n    "y"\n  )'],
  ['("x" // a\n"y"\n)', '(\n    "x" // a\n    "y"\n  )'],
  ['("x"\n// a\n"y" // b\n)', '(\n    "x"\n    // a\n    "y" // b\n  )'],
  ['("x"\n\n\n"y"\n// a\n)', '(\n    "x"\n\n    "y"\n    // a\n  )'],
  ['("x" /* a */ "y")', '(\n    "x" /* a */\n    "y"\n  )'],
])('a comment among texts in brackets stays beside its text: %s', (texts, result) => {
  const flow = (value: string): string => `flow F {\n  play ${value}\n  disconnect\n}\n`;
  expect(formatted(flow(texts))).toBe(flow(result));
  expect(formatted(flow(result))).toBe(flow(result));
});
