/**
 * Where somebody types. Told from the text alone, because what is being typed is rarely a tree yet: the braces around the
 * place, the words before each of them, and the words of the line up to the place.
 */
import type { Span } from '../../text/text.ts';

export interface Context {
  /** What stands before each open brace, from the outside inwards: `inbound flow Main`, `step support`, `set queue Q`. */
  readonly headers: readonly string[];
  /** Where each header begins, and last where the statement, entry or branch begins that is being typed. */
  readonly starts: readonly number[];
  /** Offset behind the innermost open brace; 0 at the top. */
  readonly inside: number;
  /** What stands before the place in the same statement, entry or branch, without the word that is being typed. */
  readonly lead: string;
  /** The word that is being typed: what will be replaced. */
  readonly word: Span;
  readonly isInText: boolean;
  /** Where the quotes open that the place is in; undefined outside of them, and in a text of several lines. */
  readonly quote: number | undefined;
  /** What stood before the braces that were closed last, if they were closed on the line of the place. */
  readonly closed: string | undefined;
  readonly isInComment: boolean;
}

const WORD = /[\p{L}\p{N}\p{Mn}\p{Mc}_・-]/u;

export function contextAt(text: string, offset: number): Context {
  const headers: string[] = [];
  const openings: number[] = [];
  const starts: number[] = [];
  let start = 0;
  let state: 'code' | 'text' | 'block text' | 'comment' | 'block comment' = 'code';
  let lists = 0;
  let quote = 0;
  let closed: string | undefined;
  for (let i = 0; i < offset; i++) {
    const c = text.charAt(i);
    if (c === '\n' || c === ',' || c === '{') closed = undefined;
    const three = text.startsWith('"""', i);
    if (state === 'text') {
      if (c === '\\') i++;
      else if (c === '"' || c === '\n') state = 'code';
      if (c === '\n') start = i + 1;
    } else if (state === 'block text') {
      if (three) {
        state = 'code';
        i += 2;
      }
    } else if (state === 'comment') {
      if (c === '\n') {
        state = 'code';
        start = i + 1;
      }
    } else if (state === 'block comment') {
      if (text.startsWith('*/', i)) {
        state = 'code';
        i++;
      }
    } else if (three) {
      state = 'block text';
      i += 2;
    } else if (c === '"') {
      state = 'text';
      quote = i;
    } else if (text.startsWith('//', i)) state = 'comment';
    else if (text.startsWith('/*', i)) state = 'block comment';
    else if (c === '[' || c === '(') lists++;
    else if (c === ']' || c === ')') lists = Math.max(0, lists - 1);
    else if (c === '{') {
      headers.push(text.slice(start, i).trim());
      starts.push(pastBlanks(text, start, i));
      openings.push(i + 1);
      start = i + 1;
      lists = 0;
    } else if (c === '}') {
      closed = headers.pop();
      starts.pop();
      openings.pop();
      start = i + 1;
    } else if (c === '\n' && lists === 0) start = i + 1;
    else if (c === ',' && lists === 0 && !/^\s*on\b/.test(text.slice(start, i))) start = i + 1;
  }
  let from = offset;
  while (from > start && WORD.test(text.charAt(from - 1))) from--;
  let to = offset;
  while (to < text.length && WORD.test(text.charAt(to))) to++;
  return {
    headers,
    starts: [...starts, pastBlanks(text, start, from)],
    inside: openings.at(-1) ?? 0,
    lead: text.slice(start, from).trimStart(),
    word: { start: from, end: to },
    isInText: state === 'text' || state === 'block text',
    quote: state === 'text' ? quote : undefined,
    closed,
    isInComment: state === 'comment' || state === 'block comment',
  };
}

function pastBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** What a pair of braces holds, by what stands before it. */
export function bracesOf(header: string): 'flow' | 'statements' | 'branch' | 'entries' {
  if (/^(?:\w+\s+)?flow\b|^module\b/u.test(header) && !/^existing\b/.test(header)) return 'flow';
  if (/^on\b/.test(header) || /^else\b/.test(header)) return 'branch';
  const words = header.replace(/^[\p{L}_][\p{L}\p{N}_]*:\s*/u, '');
  return /^(?:step|if|repeat|else)\b/.test(words) ? 'statements' : 'entries';
}

/** Bare words of a piece of source; a quoted text is one. */
export function wordsOf(source: string): string[] {
  return source.match(/"(?:[^"\\]|\\.)*"|[^\s,{}]+/gu) ?? [];
}

/** The statement of a header, without a label before it. */
export function unlabelled(header: string): string {
  return header.replace(/^(?:"[^"]*"|[\p{L}_][\p{L}\p{N}_]*):\s+(?=[a-z]|$)/u, '');
}
