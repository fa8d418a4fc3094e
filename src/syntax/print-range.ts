/**
 * Formatting a part of a file: whole members, on lines of their own, in the smallest braces around the range. All else
 * stays as it stands.
 */
import { builders } from 'prettier/doc';
import type { SourceText, Span, TextEdit } from '../text/text.ts';
import type { SourceFile } from './ast.ts';
import { holdersIn, membersOf, type Holder, type Member } from './comments.ts';
import { partDoc } from './print-body.ts';
import { isIgnored, type Doc, type Part, type Printing } from './print-doc.ts';
import { insideOfFile, layOut, lineEndOf, printingOf, type PrintOptions } from './print.ts';

const { hardline, indent } = builders;

/** Neighbours in one holder, and the lines that they take. */
interface Run extends Part {
  readonly holder: Holder;
  /** Holders around, without the file. */
  readonly depth: number;
  /** From the beginning of the first line to the end of the last, without its line end. */
  readonly lines: Span;
}

/**
 * The edit that formats what `range` touches; nothing where it touches nothing, or only what is to be left alone. Lines
 * end as they do in the file.
 */
export function rangeEdit(
  tree: SourceFile,
  source: SourceText,
  range: Span,
  options: PrintOptions = {},
): TextEdit | undefined {
  const printing = printingOf(tree, source, options);
  const run = runIn(tree, range, 0, source, printing);
  if (run === undefined || run === 'untouched') return undefined;
  const { holder, depth, lines } = run;
  const members = holder.kind === 'file' ? insideOfFile(holder, printing, run).members : partDoc(holder, run, printing);
  let doc: Doc = [hardline, members];
  for (let i = 0; i < depth; i++) doc = indent(doc);
  const text = layOut(doc, source, { ...options, endOfLine: lineEndOf(source.text) });
  const newText = text.replace(/^\r?\n|^\r/, '');
  return newText === source.text.slice(lines.start, lines.end) ? undefined : { span: lines, newText };
}

/** Undefined: these members share lines with what is around them. */
function runIn(
  holder: Holder,
  range: Span,
  depth: number,
  source: SourceText,
  printing: Printing,
): Run | 'untouched' | undefined {
  const members = membersOf(holder);
  const extents = members.map((_, i) => extentOf(holder, i, source, printing));
  const isTouched = ({ start, end }: Span): boolean => start < range.end && end > range.start;
  const first = extents.findIndex(isTouched);
  const last = extents.findLastIndex(isTouched);
  const member = members[first];
  if (member === undefined) return 'untouched';
  if (first === last) {
    if (isIgnored(member, printing.comments)) return 'untouched';
    const inner = holdersIn(member).find((one) => one.span.start < range.start && range.end < one.span.end);
    const found = inner && runIn(inner, range, depth + 1, source, printing);
    if (found) return found;
  }
  const lines = wholeLines(extents[first] as Span, extents[last] as Span, source);
  return lines && hasItsComments(member, lines, printing) ? { holder, first, last, depth, lines } : undefined;
}

/** A member with its documentation, and with the comments above it and behind it. */
function extentOf(holder: Holder, at: number, source: SourceText, printing: Printing): Span {
  const { comments } = printing;
  const members = membersOf(holder);
  const member = members[at] as Member;
  const before = members[at - 1];
  const from = before
    ? Math.max(before.span.end, lastEnd(comments.behind.get(before)))
    : Math.max(holder.kind === 'file' ? 0 : holder.span.start + 1, lastEnd(comments.opening.get(holder)));
  const start = from + Math.max(0, source.text.slice(from, member.span.start + 1).search(/[^\s,\ufeff]/));
  return { start, end: Math.max(member.span.end, lastEnd(comments.behind.get(member))) };
}

function lastEnd(comments: readonly { readonly span: Span }[] | undefined): number {
  return comments?.at(-1)?.span.end ?? 0;
}

function wholeLines({ start }: Span, { end }: Span, { text }: SourceText): Span | undefined {
  const before = /[^\S\r\n]*$/.exec(text.slice(lineStart(text, start), start));
  const behind = /[^\S\r\n]*,?[^\S\r\n]*(?=[\r\n]|$)/y;
  behind.lastIndex = end;
  const rest = behind.exec(text);
  const isWhole = before && start - before[0].length === lineStart(text, start) && rest;
  return isWhole ? { start: start - before[0].length, end: end + rest[0].length } : undefined;
}

function lineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return start === 0 && text.startsWith('\ufeff') ? 1 : start;
}

/** Comments beside an `else` go into its braces, which moves them over lines that are not formatted. */
function hasItsComments(first: Member, lines: Span, printing: Printing): boolean {
  return (printing.comments.above.get(first) ?? []).every(({ span }) => span.start >= lines.start);
}
