import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/syntax/format.ts';
import { parse } from '../../src/syntax/parse.ts';
import { printFile } from '../../src/syntax/print.ts';
import { runs } from '../runs.ts';

/** Pieces that tokens are made of, so that random rows of them reach deep into the grammar. */
const PIECES = [
  ...['{', '}', '[', ']', '(', ')', ':', ',', '=', '==', '!=', '<', '>=', '->', '|', '*', '#', '\n', '\n', '\n  ', ' '],
  ...[
    'on',
    'if',
    'else',
    'and',
    'or',
    'not',
    'step',
    'repeat',
    'flow',
    'module',
    'existing',
    'inbound',
    'queue',
    'match',
  ],
  ...[
    'play',
    'error',
    'next',
    '問い合わせ',
    '$.Attributes.a',
    '$',
    '"text"',
    '"',
    '"""',
    "'x'",
    '“x”',
    '5',
    '5s',
    '5x',
    '30%',
  ],
  ...[
    '+81501234XXXX',
    '09:00-18:00',
    '2026-12-29',
    '// c\n',
    '/* c */',
    '/*',
    '/// d\n',
    '=>',
    '：',
    '｛',
    '、',
    '\\',
    '\0',
    '\ud800',
  ],
];

/** Parsing, printing and formatting hold on anything; places lie within the text. */
function holds(text: string): void {
  const source = { path: 'a.flow', text };
  const { tree, diagnostics } = parse(source);
  for (const { place, message, fixes } of diagnostics) {
    expect(message).not.toBe('');
    for (const { start, end } of [place.span, ...(fixes ?? []).flatMap((fix) => fix.edits.map((edit) => edit.span))]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
  expect(typeof printFile(tree, source)).toBe('string');
  const formatted = format(source);
  if (diagnostics.length > 0) expect(formatted.text).toBe(text);
  else expect(format({ path: 'a.flow', text: formatted.text })).toEqual({ text: formatted.text, diagnostics: [] });
}

describe('any text', () => {
  test('is parsed without a throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holds), { numRuns: runs(300) });
  });

  test('made of tokens is parsed without a throw', () => {
    const row = fc.array(fc.constantFrom(...PIECES), { maxLength: 60, size: 'max' }).map((pieces) => pieces.join(' '));
    fc.assert(fc.property(row, holds), { numRuns: runs(1000) });
  });

  test.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeffflow F { disconnect }\r\n'],
    ['carriage returns', 'flow F {\r  disconnect\r}\r'],
    ['null bytes', 'flow F { \0\0\0 disconnect }'],
    ['a lone surrogate', 'flow F { play "\ud800" }'],
    ['a keyword for a kind', 'existing on queue'],
    ['a text for a kind', 'existing "on" queue'],
    ['a path for a kind', 'existing $.a Q = "arn:aws:connect:x"'],
    ['nothing for a kind', 'existing'],
    ['a line separator within a text', 'flow F { play "a\u2028b" }'],
  ])('%s', (_, text) => {
    holds(text);
  });
});

describe('a text without measure', () => {
  const deep = 100_000;
  const many = 20_000;
  const long = 300_000;
  test.each([
    ['opening braces', 'a {'.repeat(deep)],
    ['closing braces', '}'.repeat(deep)],
    ['nested braces', `${'a {'.repeat(deep)}${'}'.repeat(deep)}`],
    ['nested braces, a line each', `${'a {\n'.repeat(deep)}${'}\n'.repeat(deep)}`],
    ['nested bodies', `flow F { ${'step a { '.repeat(deep)}${'}'.repeat(deep)} }`],
    ['nested lists', `a ${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['parentheses', `flow F { if ${'('.repeat(deep)}x${')'.repeat(deep)} -> a }`],
    ['brackets that alternate', '([{'.repeat(many)],
    ['brackets crosswise', `${'{['.repeat(many)}${'}]'.repeat(many)}`],
    ['not', `flow F { if ${'not '.repeat(deep)} x -> a }`],
    ['and', `flow F { if x ${'and x '.repeat(many)} -> a }`],
    ['else if', `flow F { if x { a } ${'else if x { a } '.repeat(many)} }`],
    ['quotes', '"'.repeat(many)],
    ['escapes', `flow F { play "${'\\n'.repeat(many)}" }`],
    ['mistakes', 'a = \n'.repeat(many)],
    ['strange characters', '\u0001 '.repeat(many)],
    ['arrows', '-> '.repeat(many)],
    ['on', 'on '.repeat(many)],
    ['colons', 'a: '.repeat(many)],
    ['a number', `${'1'.repeat(long)}x`],
    ['a name', 'ab'.repeat(long)],
    ['a name in another script', 'あ'.repeat(long)],
    ['dashes', `a${'-'.repeat(long)}`],
    ['a path', `a $.${'あ'.repeat(long)} }`],
    ['blanks', `${' '.repeat(long)}}`],
    ['lines', `${'\n'.repeat(long)}}`],
    ['a comment', `/*${'*'.repeat(long)}`],
  ])('%s: a few messages', (_, text) => {
    const { tree, diagnostics } = parse({ path: 'a.flow', text });
    expect(typeof printFile(tree)).toBe('string');
    expect(diagnostics.length).toBeGreaterThanOrEqual(/escapes/.test(_) ? 0 : 1);
    expect(diagnostics.length).toBeLessThanOrEqual(200);
  });

  test('a line of ten million characters', () => {
    const text = `flow F { play "${'あ'.repeat(10_000_000)}" }`;
    const { tree, diagnostics } = parse({ path: 'a.flow', text });
    expect(diagnostics).toEqual([]);
    expect(tree.declarations).toHaveLength(1);
    expect(parse({ path: 'a.flow', text: text.replace('"', '') }).diagnostics.length).toBeGreaterThan(0);
  });

  test('more than can be a source is refused', () => {
    const { diagnostics } = parse({ path: 'a.flow', text: ' '.repeat(33_000_000) });
    expect(diagnostics.map((d) => d.code)).toEqual(['syntax/file-too-long']);
  });
});
