/** Which `///` lines document what stands below them. */
import type { IToken } from 'chevrotain';
import { Newline } from '../../grammar/tokens.ts';

/**
 * By the offset of the first token below: the documentation lines directly above it. A `///` behind something on its
 * line documents nothing, and neither does `////`.
 */
export function docsOf(tokens: readonly IToken[], comments: readonly IToken[], text: string): Map<number, IToken[]> {
  const docs = new Map<number, IToken[]>();
  const lines = comments.filter((comment) => isDoc(comment.image) && beginsLine(text, comment.startOffset));
  let at = 0;
  for (const token of tokens) {
    if (at === lines.length) break;
    if (token.tokenType === Newline) continue;
    const from = at;
    while (at < lines.length && (lines[at] as IToken).startOffset < token.startOffset) at++;
    if (at > from) docs.set(token.startOffset, lines.slice(from, at));
  }
  return docs;
}

function isDoc(comment: string): boolean {
  return comment.startsWith('///') && !comment.startsWith('////');
}

/** Whether nothing but blanks stands before a place on its line. */
export function beginsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t' || text[at] === '\ufeff')) at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}

/** A text as `///` lines give it back: with plain line ends, and without blanks before them. */
export function asDocText(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The lines without slashes and the space behind them, joined by line feeds. */
export function docText(lines: readonly IToken[]): string {
  return lines.map((line) => line.image.slice(line.image.startsWith('/// ') ? 4 : 3).trimEnd()).join('\n');
}
