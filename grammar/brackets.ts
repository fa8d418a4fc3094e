/** Which bracket closes which. */
import type { TokenType } from 'chevrotain';
import { LCurly, LParen, LSquare, RCurly, RParen, RSquare } from './tokens.ts';

export function closerOf(type: TokenType): TokenType | undefined {
  if (type === LCurly) return RCurly;
  if (type === LSquare) return RSquare;
  return type === LParen ? RParen : undefined;
}

export function openerOf(closer: TokenType): TokenType {
  if (closer === RCurly) return LCurly;
  return closer === RSquare ? LSquare : LParen;
}

export function isOpener(type: TokenType): boolean {
  return type === LCurly || type === LSquare || type === LParen;
}

export function isCloser(type: TokenType): boolean {
  return type === RCurly || type === RSquare || type === RParen;
}

/** The bracket as it is written, also of a token that balancing has put in. */
export function signOf(type: TokenType): string {
  if (type === LCurly) return '{';
  if (type === RCurly) return '}';
  if (type === LSquare) return '[';
  if (type === RSquare) return ']';
  return type === LParen ? '(' : ')';
}
