/** Source lines with a span underlined, aligned by what a terminal shows rather than by code units. */
import type { Place } from '../../text/text.ts';
import { lineText, positionAt } from '../../text/text.ts';
import { visible, widthOf } from './visible.ts';

export interface ExcerptLine {
  /** From 1; undefined for lines left out. */
  readonly number: number | undefined;
  readonly text: string;
  /** Display columns before the underline, and under it; the underline is at least one column wide. */
  readonly from: number;
  readonly length: number;
}

const TAB = '    ';

function shown(text: string): string {
  return text
    .split('\t')
    .map((part) => visible(part))
    .join(TAB);
}

/** Offsets must not fall between the halves of a surrogate pair. */
function wholeCharacters(text: string, offset: number): number {
  const before = text.charCodeAt(offset - 1);
  return before >= 0xd800 && before <= 0xdbff ? offset - 1 : offset;
}

/** The longest part of `text`, from its start or its end, that fits `columns`. */
function fitting(text: string, columns: number, side: 'start' | 'end'): string {
  const characters = Array.from(text);
  if (side === 'end') characters.reverse();
  let width = 0;
  let count = 0;
  for (const character of characters) {
    width += widthOf(character);
    if (width > columns) break;
    count++;
  }
  const kept = characters.slice(0, count);
  return (side === 'end' ? kept.reverse() : kept).join('');
}

/** One line with the code units from `start` to `end` underlined, cut around them where it is longer than `width`. */
function underlined(number: number, line: string, start: number, end: number, width: number): ExcerptLine {
  // A megabyte in one line is not measured whole: every code unit takes a column in nearly all texts.
  const reach = width * 4;
  const first = wholeCharacters(line, Math.max(0, start - reach));
  const last = wholeCharacters(line, Math.min(line.length, start + reach));
  let before = shown(line.slice(first, start));
  let marked = shown(line.slice(start, Math.min(end, last)));
  let after = shown(line.slice(Math.min(end, last), last));
  let cutBefore = first > 0;
  let cutAfter = last < line.length;

  if (cutBefore || cutAfter || widthOf(before) + widthOf(marked) + widthOf(after) > width) {
    const room = Math.max(20, width - 2);
    const keptMark = fitting(marked, Math.floor(room * 0.7), 'start');
    if (keptMark !== marked) after = '';
    cutAfter ||= keptMark !== marked;
    marked = keptMark;
    const free = room - widthOf(marked);
    const keptBefore = fitting(before, Math.max(free - widthOf(after), free >> 1), 'end');
    cutBefore ||= keptBefore !== before;
    before = keptBefore;
    const keptAfter = fitting(after, free - widthOf(before), 'start');
    cutAfter ||= keptAfter !== after;
    after = keptAfter;
  }
  const lead = cutBefore ? '…' : '';
  return {
    number,
    text: `${lead}${before}${marked}${after}${cutAfter ? '…' : ''}`,
    from: widthOf(lead) + widthOf(before),
    length: Math.max(1, widthOf(marked)),
  };
}

const LEFT_OUT: ExcerptLine = { number: undefined, text: '', from: 0, length: 0 };

/** The lines of a place: one, or the first and the last of several. `width` is what the source text may take. */
export function excerpt(place: Place, width: number): ExcerptLine[] {
  const { source, span } = place;
  const start = positionAt(source, span.start);
  const end = positionAt(source, Math.max(span.start, span.end));
  const firstLine = lineText(source, start.line);
  const from = Math.min(start.column - 1, firstLine.length);
  if (end.line === start.line) {
    return [underlined(start.line, firstLine, from, Math.max(from, end.column - 1), width)];
  }
  const lines = [underlined(start.line, firstLine, from, firstLine.length, width)];
  for (let line = start.line + 1; line <= end.line; line++) {
    if (line > start.line + 2 && line < end.line) {
      lines.push(LEFT_OUT);
      line = end.line;
    }
    const text = lineText(source, line);
    const stop = line === end.line ? Math.min(end.column - 1, text.length) : text.length;
    const indent = Math.min(/^[ \t]*/.exec(text)?.[0].length ?? 0, stop);
    if (stop > indent) lines.push(underlined(line, text, indent, stop, width));
  }
  return lines;
}
