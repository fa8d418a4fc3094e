/**
 * Between lexer and parser: which line ends count, and whether brackets balance. After it the parser sees separators
 * only where an entry ends, keys as keys, and never a bracket without its fellow.
 */
import type { IToken, TokenType } from 'chevrotain';
import { span } from '../src/text/text.ts';
import { balance } from './balance.ts';
import { closerOf, isCloser, isOpener } from './brackets.ts';
import type { Finding } from './findings.ts';
import {
  And,
  Arrow,
  Colon,
  Comma,
  Else,
  endOf,
  Identifier,
  If,
  Key,
  Label,
  LCurly,
  LParen,
  LSquare,
  Newline,
  On,
  Or,
  Path,
  RCurly,
  retype,
  RParen,
  RSquare,
} from './tokens.ts';

/**
 * Brackets deeper than this are not read. Real flows nest ten deep at most; the parser recurses, and no text may bring
 * it to the end of its stack.
 */
export const MAX_DEPTH = 100;

/** The tokens that the parser gets. */
export function layOut(tokens: IToken[], text: string, findings: Finding[]): IToken[] {
  return arrange(isBalanced(tokens) ? tokens : balance(tokens, text, findings), findings);
}

function isBalanced(tokens: readonly IToken[]): boolean {
  const open: TokenType[] = [];
  for (const { tokenType } of tokens) {
    if (isOpener(tokenType)) open.push(tokenType);
    else if (isCloser(tokenType) && closerOf(open.pop() as TokenType) !== tokenType) return false;
  }
  return open.length === 0;
}

/** Line ends and keys, in tokens whose brackets balance. */
function arrange(tokens: readonly IToken[], findings: Finding[]): IToken[] {
  const out: IToken[] = [];
  const open: TokenType[] = [];
  let last: IToken | undefined;
  let inCondition = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as IToken;
    const type = token.tokenType;
    switch (type) {
      case Newline:
        if (endsEntry(last, open[open.length - 1]) && !joinCondition(tokens[i + 1], tokens[i + 2])) {
          inCondition = false;
          push(token);
        }
        break;
      case If:
        if (tokens[i + 1]?.tokenType === Colon) retype(token, Key);
        else inCondition = true;
        push(token);
        break;
      case Arrow:
        inCondition = false;
        push(token);
        break;
      case LCurly:
      case LSquare:
      case LParen:
        if (open.length === MAX_DEPTH) {
          findings.push({ kind: 'too-deep', span: span(token.startOffset, endOf(token)) });
          i = closingIndex(tokens, i);
          break;
        }
        if (type === LCurly && isLineEnd(tokens[i + 1])) joinBrace(token);
        open.push(type);
        push(token);
        break;
      case RCurly:
      case RSquare:
      case RParen:
        open.pop();
        push(token);
        break;
      case Else:
        if (tokens[i + 1]?.tokenType === Colon) retype(token, Key);
        else if (isElseOfLineBefore()) out.pop();
        push(token);
        break;
      case On:
        if (tokens[i + 1]?.tokenType === Colon) retype(token, Key);
        else if (!beginsEntry(last, open[open.length - 1])) retype(token, Identifier);
        push(token);
        break;
      default: {
        const next = tokens[i + 1];
        if (next?.tokenType === Colon && mayBeKey(type)) {
          if (open.length === 0 && isBehindWords()) {
            findings.push({
              kind: 'colon-after-name',
              span: span(next.startOffset, endOf(next)),
              before: endOf(token),
            });
            i++;
          } else retype(token, Key);
        }
        push(token);
      }
    }
  }
  return out;

  function push(token: IToken): void {
    out.push(token);
    last = token;
  }

  /** Outside of braces words begin a declaration, and no key follows: `param Greeting: text`, as other languages write. */
  function isBehindWords(): boolean {
    let at = out.length - 1;
    while (at >= 0 && isLabel((out[at] as IToken).tokenType)) at--;
    return at < out.length - 1 && (at < 0 || (out[at] as IToken).tokenType === Newline);
  }

  /** `}` or `-> name`, line end, `else`: the line end does not count. */
  function isElseOfLineBefore(): boolean {
    if (last?.tokenType !== Newline) return false;
    return out[out.length - 2]?.tokenType === RCurly || out[out.length - 3]?.tokenType === Arrow;
  }

  /**
   * Whether the condition of an `if` goes on behind a line end, outside of parentheses: no line begins or ends with `and`
   * or `or` otherwise.
   */
  function joinCondition(next: IToken | undefined, second: IToken | undefined): boolean {
    if (!inCondition || last === undefined || isLineEnd(next)) return false;
    const joint = isJoint(last) ? last : isJoint(next) && second?.tokenType !== Colon ? next : undefined;
    if (joint === undefined) return false;
    findings.push({
      kind: 'condition-on-next-line',
      span: span(joint.startOffset, endOf(joint)),
      lineEnd: endOf(last),
      next: (next as IToken).startOffset,
    });
    return true;
  }

  /** A `{` at the start of a line belongs to the line above: nothing begins with one but an element of a list. */
  function joinBrace(brace: IToken): void {
    if (last?.tokenType !== Newline || open[open.length - 1] === LSquare) return;
    const before = out[out.length - 2];
    if (before === undefined || isCloser(before.tokenType) || before.tokenType === Newline) return;
    out.pop();
    findings.push({
      kind: 'brace-on-next-line',
      span: span(brace.startOffset, endOf(brace)),
      lineEnd: endOf(before),
    });
  }
}

function isJoint(token: IToken | undefined): boolean {
  return token?.tokenType === And || token?.tokenType === Or;
}

function isLineEnd(token: IToken | undefined): boolean {
  return token === undefined || token.tokenType === Newline;
}

function endsEntry(last: IToken | undefined, within: TokenType | undefined): boolean {
  if (last === undefined || within === LParen) return false;
  const type = last.tokenType;
  return type !== Newline && type !== Comma && type !== LCurly && type !== LSquare;
}

function beginsEntry(last: IToken | undefined, within: TokenType | undefined): boolean {
  if (within === LSquare || within === LParen) return false;
  const type = last?.tokenType;
  return type === undefined || type === Newline || type === Comma || type === LCurly;
}

function mayBeKey(type: TokenType): boolean {
  return type === Path || isLabel(type);
}

function isLabel(type: TokenType): boolean {
  return type.CATEGORIES?.includes(Label) ?? false;
}

/** Where the bracket at `start` closes. */
function closingIndex(tokens: readonly IToken[], start: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    const type = (tokens[i] as IToken).tokenType;
    if (isOpener(type)) depth++;
    else if (isCloser(type) && --depth === 0) return i;
  }
  return tokens.length;
}
