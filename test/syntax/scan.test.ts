/** The scanner against Chevrotain's lexer of the same tokens, which the tests may build and production need not. */
import { type IToken, Lexer } from 'chevrotain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan } from '../../grammar/scan.ts';
import { lexedTokens } from '../../grammar/tokens.ts';
import { runs } from '../runs.ts';

const lexer = new Lexer(lexedTokens, {
  positionTracking: 'onlyOffset',
  skipValidations: true,
  ensureOptimizations: true,
});

const said = (tokens: readonly IToken[]) =>
  tokens.map(({ image, startOffset, tokenType, payload }) => [tokenType.name, image, startOffset, payload]);

const words = ['on', 'only', 'if', 'a-b', 'a・b', '_', '受付', 'é', '$.a', '$', '1', '30%', '5s', '+81', '09:00-18:00'];
const signs = [
  '->',
  '--',
  '-',
  '=>',
  '==',
  '=',
  '!=',
  '!',
  '<=',
  '>',
  '|',
  '||',
  '&&',
  '&',
  '*',
  '#',
  ':',
  ',',
  ';',
  '~~',
  '\\',
];
const others = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '"""',
  "'",
  '“',
  '”',
  '「',
  '」',
  '１',
  '２s',
  '、',
  '：',
  '//',
  '/*',
  '*/',
  '/',
  '2026-12-29',
];
const blanks = [' ', '\n', '\r\n', '\r', '\u3000', '\v', '\0', '\uD800', '\uFEFF', '\u2028'];
const piece = fc.constantFrom(...words, ...signs, ...others, ...blanks);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
);

test('the scanner gives the tokens of the lexer, for any text', () => {
  fc.assert(
    fc.property(text, (input) => {
      const { tokens, groups } = lexer.tokenize(input);
      const scanned = scan(input);
      expect(said(scanned.tokens)).toEqual(said(tokens));
      expect(said(scanned.comments)).toEqual(said(groups['comments'] ?? []));
    }),
    { numRuns: runs(3000) },
  );
});
