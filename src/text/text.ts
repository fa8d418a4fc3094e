/**
 * Source text and places in it. Offsets are UTF-16 code units, lines and columns count from 1,
 * as editors and terminals show them.
 */

/** A stretch of source: `start` is the first code unit, `end` the one after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One file as the compiler sees it. `path` is what messages print; it need not exist on disk. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A place that knows its file. */
export interface Place {
  readonly source: SourceText;
  readonly span: Span;
}

/** A replacement of `span` by `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Line and column, both from 1; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const NOWHERE: Span = { start: 0, end: 0 };

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

const lineStarts = new WeakMap<SourceText, readonly number[]>();

/** Offsets at which lines begin; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStartsOf(source: SourceText): readonly number[] {
  let starts = lineStarts.get(source);
  if (starts === undefined) {
    const found = [0];
    const { text } = source;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (c === 10 || c === 13) found.push(i + 1);
    }
    starts = found;
    lineStarts.set(source, starts);
  }
  return starts;
}

/** The position of an offset. Offsets outside the text are clamped. */
export function positionAt(source: SourceText, offset: number): Position {
  const starts = lineStartsOf(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

/** The text of a line (from 1) without its line end. */
export function lineText(source: SourceText, line: number): string {
  const starts = lineStartsOf(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  return source.text.slice(start, starts[line] ?? source.text.length).replace(/[\r\n]+$/, '');
}

/** Applies edits that do not overlap. Of two that do, the one that begins later is left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let out = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.span.start < at) continue;
    out += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return out + text.slice(at);
}
