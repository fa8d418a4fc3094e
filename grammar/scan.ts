/**
 * Text to raw tokens, by the first character. It gives exactly what Chevrotain's lexer gives for the same tokens (a test
 * holds it to that, on any text); but that lexer takes 7 ms to build, a third of a bare Node's start, and this one nothing.
 */
import type { IToken, TokenType } from 'chevrotain';
import { LITERAL_SOURCE, MALFORMED_SOURCE } from './lexemes.ts';
import {
  And,
  Arrow,
  Colon,
  Comma,
  Comment,
  Comparison,
  Else,
  Equals,
  Identifier,
  If,
  LCurly,
  Literal,
  Lookalike,
  LOOKALIKE_SOURCE,
  LParen,
  LSquare,
  Malformed,
  matchComment,
  matchName,
  matchPath,
  matchStrange,
  matchText,
  Newline,
  Not,
  On,
  Or,
  OTHER_QUOTES,
  Path,
  RCurly,
  RParen,
  RSquare,
  Sign,
  Strange,
  Text,
} from './tokens.ts';

export interface Scanned {
  readonly tokens: IToken[];
  readonly comments: IToken[];
}

type Matcher = (text: string, offset: number) => string | undefined;

const sticky = (source: string): Matcher => {
  const pattern = new RegExp(source, 'y');
  return (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
  };
};

const blanks = sticky('[^\\S\\r\\n]+');
const lineEnd = sticky('(?:\\r\\n?|\\n)\\s*');
const literal = sticky(LITERAL_SOURCE);
const malformed = sticky(MALFORMED_SOURCE);
const comparison = sticky('[=!]=|[<>]=?');
const lookalike = sticky(LOOKALIKE_SOURCE);

const KEYWORDS: ReadonlyMap<string, TokenType> = new Map([
  ['on', On],
  ['if', If],
  ['else', Else],
  ['and', And],
  ['or', Or],
  ['not', Not],
]);

const SINGLE: ReadonlyMap<number, TokenType> = new Map(
  (
    [
      [':', Colon],
      [',', Comma],
      ['{', LCurly],
      ['}', RCurly],
      ['[', LSquare],
      [']', RSquare],
      ['(', LParen],
      [')', RParen],
      ['*', Sign],
      ['#', Sign],
    ] as const
  ).map(([sign, type]) => [sign.charCodeAt(0), type]),
);

/** All tokens of a text, blanks left out and comments apart. Total: what begins nothing is `Strange`. */
export function scan(text: string): Scanned {
  const tokens: IToken[] = [];
  const comments: IToken[] = [];
  const names = new Map<string, string>();
  for (let offset = 0; offset < text.length;) {
    const c = text.charCodeAt(offset);
    if (c === 32 || c === 9) {
      offset++;
      continue;
    }
    const blank = c > 127 || (c > 10 && c < 13) ? blanks(text, offset) : undefined;
    if (blank !== undefined) {
      offset += blank.length;
      continue;
    }
    const token = tokenAt(text, offset, c);
    if (token.tokenType === Identifier) token.image = once(names, token.image);
    (token.tokenType === Comment ? comments : tokens).push(token);
    offset += token.image.length;
  }
  return { tokens, comments };
}

/** The same words stand in a file again and again; the tree of a large project would hold each as a string of its own. */
function once(names: Map<string, string>, name: string): string {
  const known = names.get(name);
  if (known === undefined) names.set(name, name);
  return known ?? name;
}

function tokenAt(text: string, offset: number, c: number): IToken {
  if (isLetter(c) || c === 95) return nameAt(text, offset) ?? strangeAt(text, offset);
  const single = SINGLE.get(c);
  if (single !== undefined) return token(single, text.charAt(offset), offset);
  if (c === 10 || c === 13) return token(Newline, lineEndAt(text, offset), offset);
  if (c === 34 || OTHER_QUOTES.has(c)) return textAt(text, offset) ?? otherAt(text, offset, c);
  return otherAt(text, offset, c);
}

/** What is not decided by its first character alone, in the order in which the tokens are tried. */
function otherAt(text: string, offset: number, c: number): IToken {
  if (c === 47) {
    const comment = matchComment(text, offset)?.[0];
    if (comment !== undefined) return token(Comment, comment, offset);
  } else if (c === 36) {
    const path = matchPath(text, offset)?.[0];
    if (path !== undefined) return token(Path, path, offset);
  } else if (c === 43 || c === 45 || (c >= 48 && c <= 57)) {
    const number = literal(text, offset);
    if (number !== undefined) return token(Literal, number, offset);
    const odd = malformed(text, offset);
    if (odd !== undefined) return token(Malformed, odd, offset);
    if (c === 45 && text.charCodeAt(offset + 1) === 62) return token(Arrow, '->', offset);
  } else {
    const alike = lookalike(text, offset);
    if (alike !== undefined) return token(Lookalike, alike, offset);
    const compared = comparison(text, offset);
    if (compared !== undefined) return token(Comparison, compared, offset);
    if (c === 61) return token(Equals, '=', offset);
    if (c === 124) return token(Sign, '|', offset);
    if (c > 127) return nameAt(text, offset) ?? strangeAt(text, offset);
  }
  return strangeAt(text, offset);
}

/** A line end with the blanks behind it; a regular expression only where those are no plain ones. */
function lineEndAt(text: string, offset: number): string {
  let at = offset + 1;
  for (let c = text.charCodeAt(at); c === 32 || (c >= 9 && c <= 13); c = text.charCodeAt(at)) at++;
  return text.charCodeAt(at) > 127 ? (lineEnd(text, offset) ?? '\n') : text.slice(offset, at);
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function nameAt(text: string, offset: number): IToken | undefined {
  const image = matchName(text, offset)?.[0];
  return image === undefined ? undefined : token(KEYWORDS.get(image) ?? Identifier, image, offset);
}

function textAt(text: string, offset: number): IToken | undefined {
  const match = matchText(text, offset);
  if (match === null) return undefined;
  const made = token(Text, match[0], offset);
  if (match.payload !== undefined) made.payload = match.payload;
  return made;
}

function strangeAt(text: string, offset: number): IToken {
  return token(Strange, matchStrange(text, offset)?.[0] ?? text.charAt(offset), offset);
}

function token(tokenType: TokenType, image: string, startOffset: number): IToken {
  return { image, startOffset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx as number };
}
