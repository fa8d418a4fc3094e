/**
 * The tokens of `.flow`. Offsets only, every pattern with its first characters and without line counting, so that the
 * lexer is built quickly. Words that name Connect's blocks are plain identifiers: only six words are grammar.
 */
import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain';
import { PATH_SOURCE } from '../src/text/json-path.ts';
import { endOfName, LITERAL_SOURCE, LONGEST_PATH, MALFORMED_SOURCE } from './lexemes.ts';

/** A path whose names are plain ASCII, up to what may belong to it in another way. */
const plainPath = /\$(?:\.[A-Za-z0-9_]+)+(?![-.[\w\u0080-\uffff])/y;
let path: RegExp | undefined;

// ----------------------------------------------------------------------------------------------------------- matchers

const isAsciiNamePart = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  if ((c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95) isAsciiNamePart[c] = 1;
}

export function matchName(text: string, offset: number): [string] | null {
  let at = offset;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c >= 128) return matchUnicodeName(text, offset);
    if (isAsciiNamePart[c] === 1) {
      at++;
    } else if (c === 45) {
      let after = at + 1;
      while (text.charCodeAt(after) === 45) after++;
      const next = text.charCodeAt(after);
      if (next >= 128) return matchUnicodeName(text, offset);
      if (isAsciiNamePart[next] !== 1) break;
      at = after;
    } else break;
  }
  return at > offset ? [text.slice(offset, at)] : null;
}

function matchUnicodeName(text: string, offset: number): [string] | null {
  const end = endOfName(text, offset);
  return end > offset ? [text.slice(offset, end)] : null;
}

export function matchPath(text: string, offset: number): [string] | null {
  plainPath.lastIndex = offset;
  const plain = plainPath.exec(text);
  if (plain !== null && plain[0].length < LONGEST_PATH) return plain as unknown as [string];
  path ??= new RegExp(`^${PATH_SOURCE}`, 'u');
  return path.exec(text.slice(offset, offset + LONGEST_PATH)) as [string] | null;
}

/** Why a text token is not quite one; the text itself is usable all the same. */
export type TextFlaw = 'unclosed' | 'other-quotes';

type TextMatch = [string] & { payload?: TextFlaw };

function flawed(image: string, flaw: TextFlaw): TextMatch {
  const match: TextMatch = [image];
  match.payload = flaw;
  return match;
}

/** Signs that open a text elsewhere, with those that close it there: of other languages, of word processors, full-width. */
export const OTHER_QUOTES: ReadonlyMap<number, string> = new Map(
  ["''", '``', '“”', '””', '„“', '「」', '『』', '＂＂'].map((pair) => [pair.charCodeAt(0), pair.charAt(1)]),
);

export function matchText(text: string, offset: number): TextMatch | null {
  const open = text.charCodeAt(offset);
  if (open === 34) {
    return text.startsWith('"""', offset) ? matchTextBlock(text, offset) : matchTextLine(text, offset);
  }
  // Of characters above ASCII the lexer knows no more than a range.
  const close = OTHER_QUOTES.get(open);
  if (close === undefined) return null;
  for (let at = offset + 1; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) break;
    if (text[at] === close) return flawed(text.slice(offset, at + 1), 'other-quotes');
  }
  return null;
}

function matchTextLine(text: string, offset: number): TextMatch {
  let at = offset + 1;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) return [text.slice(offset, at + 1)];
    if (c === 10 || c === 13) break;
    if (c === 92 && at + 1 < text.length && !isLineEnd(text.charCodeAt(at + 1))) at++;
  }
  return flawed(withoutBrackets(text.slice(offset, at)), 'unclosed');
}

/**
 * An unclosed text ends at its line, before the bracket that opens a block there; and a quote before a closing bracket
 * is a quote too many.
 */
function withoutBrackets(image: string): string {
  if (/^"\s*[}\])]/.test(image)) return '"';
  return image.trimEnd().replace(/\s*[{[(]$/, '');
}

function matchTextBlock(text: string, offset: number): TextMatch {
  for (let at = offset + 3; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 92) at++;
    else if (c === 34 && text.startsWith('"""', at)) return [text.slice(offset, at + 3)];
  }
  return flawed(text.slice(offset, endOfSetInLines(text, offset)), 'unclosed');
}

/** Where the lines end that are set in deeper than the line at `offset`: as far as an unclosed `"""` reaches. */
function endOfSetInLines(text: string, offset: number): number {
  let lineStart = offset;
  while (lineStart > 0 && !isLineEnd(text.charCodeAt(lineStart - 1))) lineStart--;
  const indent = /^[^\S\r\n]*/.exec(text.slice(lineStart, offset))?.[0].length ?? 0;
  const line = /[^\r\n]*(?:\r\n?|\n|$)/y;
  line.lastIndex = offset;
  line.exec(text);
  let end = offset + text.slice(offset, line.lastIndex).trimEnd().length;
  while (line.lastIndex < text.length) {
    const start = line.lastIndex;
    const found = line.exec(text)?.[0] ?? '';
    const content = found.trimEnd();
    if (content !== '' && content.length - content.trimStart().length <= indent) break;
    if (content !== '') end = start + content.length;
  }
  return end;
}

function isLineEnd(c: number): boolean {
  return c === 10 || c === 13;
}

export function matchComment(text: string, offset: number): [string] | null {
  const second = text.charCodeAt(offset + 1);
  let end: number;
  if (second === 47) {
    end = endOfLine(text, offset);
  } else if (second === 42) {
    const close = text.indexOf('*/', offset + 2);
    end = close >= 0 ? close + 2 : endOfLine(text, offset);
  } else return null;
  return [text.slice(offset, end)];
}

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

export function matchStrange(text: string, offset: number): [string] | null {
  const strange = /[^\p{L}\s\x21-\x7e]{1,999}|([\x21-\x7e])\1{0,999}|[^]/uy;
  strange.lastIndex = offset;
  return strange.exec(text) as [string] | null;
}

/** A representative of every bucket of first characters that the lexer tells apart above ASCII. */
const ABOVE_ASCII: readonly number[] = [
  ...Array.from({ length: 128 }, (_, i) => 128 + i),
  ...Array.from({ length: 257 }, (_, i) => Math.min(255 * (i + 1) + 1, 0xffff)),
];
const LETTERS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'];
const DIGITS: readonly string[] = [...'0123456789'];

// --------------------------------------------------------------------------------------------------------- categories

const category = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

/** Ends an entry: a line end or a comma. */
export const Separator = category('Separator');
/** Any word, text, path, number or sign: what operands are made of. */
export const Atom = category('Atom');
/** What a condition compares. */
export const Scalar = category('Scalar');
/** What a label may be called. */
export const Label = category('Label');
/** What no entry begins with and nothing else explains; the parser skips its line. */
export const Stray = category('Stray');

// ------------------------------------------------------------------------------------------------------------- tokens

const plain = (name: string, pattern: string, categories: TokenType[] = []): TokenType =>
  createToken({ name, pattern, categories, line_breaks: false });

export const Newline = createToken({
  name: 'Newline',
  pattern: /(?:\r\n?|\n)\s*/,
  start_chars_hint: ['\r', '\n'],
  categories: [Separator],
  line_breaks: false,
});
export const Whitespace = createToken({
  name: 'Whitespace',
  pattern: /[^\S\r\n]+/,
  start_chars_hint: [...' \t\v\f\u00a0\u1680\u2000\u2028\u3000\ufeff'],
  group: Lexer.SKIPPED,
  line_breaks: false,
});
export const Comment = createToken({
  name: 'Comment',
  pattern: { exec: matchComment },
  start_chars_hint: ['/'],
  group: 'comments',
  line_breaks: false,
});

export const Identifier = createToken({
  name: 'Identifier',
  pattern: { exec: matchName },
  start_chars_hint: [...LETTERS, ...ABOVE_ASCII],
  categories: [Atom, Scalar, Label],
  line_breaks: false,
});
const keyword = (word: string, categories: TokenType[]): TokenType =>
  createToken({
    name: (word[0] ?? '').toUpperCase() + word.slice(1),
    pattern: word,
    longer_alt: Identifier,
    categories: [Label, ...categories],
    line_breaks: false,
  });
/** Only where an entry begins; elsewhere the layout makes it a word (`set logging on`). */
export const On = keyword('on', []);
export const If = keyword('if', []);
export const Else = keyword('else', [Stray]);
export const And = keyword('and', [Atom]);
export const Or = keyword('or', [Atom]);
export const Not = keyword('not', [Atom]);

export const Text = createToken({
  name: 'Text',
  pattern: { exec: matchText },
  start_chars_hint: ['"', ...[...OTHER_QUOTES.keys()].map((code) => String.fromCharCode(code))],
  categories: [Atom, Scalar, Label],
  line_breaks: false,
});
export const Path = createToken({
  name: 'Path',
  pattern: { exec: matchPath },
  start_chars_hint: ['$'],
  categories: [Atom, Scalar],
  line_breaks: false,
});
export const Literal = createToken({
  name: 'Literal',
  pattern: new RegExp(LITERAL_SOURCE),
  start_chars_hint: ['+', '-', ...DIGITS],
  categories: [Atom, Scalar],
  line_breaks: false,
});
/** A digit that begins neither a number nor a date; the layout reports it and makes it a word. */
export const Malformed = createToken({
  name: 'Malformed',
  pattern: new RegExp(MALFORMED_SOURCE),
  start_chars_hint: ['+', '-', ...DIGITS],
  line_breaks: false,
});
export const Sign = createToken({
  name: 'Sign',
  pattern: /[|*#]/,
  start_chars_hint: ['|', '*', '#'],
  categories: [Atom],
  line_breaks: false,
});

/** A word, text or path directly before a colon. The layout makes it: the lexer does not look ahead. */
export const Key = createToken({ name: 'Key', pattern: Lexer.NA });

export const Arrow = plain('Arrow', '->');
export const Comparison = createToken({
  name: 'Comparison',
  pattern: /[=!]=|[<>]=?/,
  start_chars_hint: ['=', '!', '<', '>'],
  line_breaks: false,
});
export const Equals = plain('Equals', '=', [Stray]);
export const Colon = plain('Colon', ':', [Stray]);
export const Comma = plain('Comma', ',', [Separator]);
export const LCurly = plain('LCurly', '{');
export const RCurly = plain('RCurly', '}');
export const LSquare = plain('LSquare', '[');
export const RSquare = plain('RSquare', ']');
export const LParen = plain('LParen', '(');
export const RParen = plain('RParen', ')');

/** Spellings from other languages and from full-width keyboards, with the token that they stand for. */
export const LOOKALIKES: ReadonlyMap<string, { readonly type: TokenType; readonly instead: string }> = new Map([
  ['=>', { type: Arrow, instead: '->' }],
  ['→', { type: Arrow, instead: '->' }],
  ['⇒', { type: Arrow, instead: '->' }],
  ['&&', { type: And, instead: 'and' }],
  ['||', { type: Or, instead: 'or' }],
  ['!', { type: Not, instead: 'not' }],
  ['；', { type: Newline, instead: '' }],
  [';', { type: Newline, instead: '' }],
  ['：', { type: Colon, instead: ':' }],
  ['，', { type: Comma, instead: ',' }],
  ['、', { type: Comma, instead: ',' }],
  ['＝', { type: Equals, instead: '=' }],
  ['｛', { type: LCurly, instead: '{' }],
  ['｝', { type: RCurly, instead: '}' }],
  ['［', { type: LSquare, instead: '[' }],
  ['］', { type: RSquare, instead: ']' }],
  ['（', { type: LParen, instead: '(' }],
  ['）', { type: RParen, instead: ')' }],
  ['＊', { type: Sign, instead: '*' }],
  ['＃', { type: Sign, instead: '#' }],
]);
/** The spellings above, and numbers in full-width digits with their unit. */
export const LOOKALIKE_SOURCE = '=>|&&|\\|\\||!(?!=)|[→⇒；;：，、＝｛｝［］（）＊＃]|[０-９]{1,400}(?:ms|[smhd%％])?';
export const Lookalike = createToken({
  name: 'Lookalike',
  pattern: new RegExp(LOOKALIKE_SOURCE),
  start_chars_hint: [...'=&|!→⇒；;：，、＝｛｝［］（）＊＃０１２３４５６７８９'],
  line_breaks: false,
});

/** Characters that begin nothing; the layout reports and drops them. */
export const Strange = createToken({
  name: 'Strange',
  pattern: { exec: matchStrange },
  start_chars_hint: [...Array.from({ length: 128 }, (_, i) => i), ...ABOVE_ASCII],
  line_breaks: false,
});

/** In the order in which the lexer tries them. */
export const lexedTokens: TokenType[] = [
  Whitespace,
  Newline,
  Comment,
  Lookalike,
  On,
  If,
  Else,
  And,
  Or,
  Not,
  Identifier,
  Text,
  Path,
  Literal,
  Malformed,
  Arrow,
  Comparison,
  Equals,
  Colon,
  Comma,
  LCurly,
  RCurly,
  LSquare,
  RSquare,
  LParen,
  RParen,
  Sign,
  Strange,
];

/** What the parser knows: the lexer's tokens that reach it, the layout's, and the categories. */
export const vocabulary: TokenType[] = [...lexedTokens, Key, Separator, Atom, Scalar, Label, Stray];

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** Makes a token what the layout knows it to be. */
export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx as number;
}

/** A token that stands nowhere in the text: a bracket that balancing has put in, at `offset`. */
export function virtualToken(type: TokenType, offset: number): IToken {
  return { image: '', startOffset: offset, tokenType: type, tokenTypeIdx: type.tokenTypeIdx as number };
}
