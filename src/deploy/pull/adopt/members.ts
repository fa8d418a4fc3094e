/** Members of braces and lists: some go, some come, and commas and lines between the others stay right. */
import { indentAt } from '../../../diagnostics/remedy.ts';
import type { SourceText, Span, TextEdit } from '../../../text/text.ts';
import { lineSpan } from './remove.ts';

export interface Member {
  readonly span: Span;
}

/** Takes members out, and puts texts behind the last that stays. `holder`: with its braces or brackets. */
export function memberEdits(
  source: SourceText,
  holder: Span,
  members: readonly Member[],
  gone: ReadonlySet<Member>,
  added: readonly string[],
): TextEdit[] {
  const { text } = source;
  const kept = members.filter((member) => !gone.has(member));
  const first = members[0];
  const last = members[members.length - 1];
  if (first === undefined || last === undefined) {
    if (added.length === 0) return [];
    const at = holder.start + 1;
    return [{ span: { start: at, end: holder.end - 1 }, newText: ` ${added.join(', ')} ` }];
  }
  const isOpen = text.slice(holder.start, first.span.start).includes('\n');
  const gap = isOpen ? `\n${indentAt(text, first.span.start)}` : ', ';
  const behind = kept[kept.length - 1];
  if (behind === undefined) {
    const span = { start: first.span.start, end: last.span.end };
    return [added.length === 0 ? { span: wholeLines(text, span), newText: '' } : { span, newText: added.join(gap) }];
  }
  const edits = runsOf(members, gone).map((run) => removal(text, members, run));
  if (added.length > 0) {
    const { end } = behind.span;
    const rest = isOpen ? /^[ \t]*,?[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n)/.exec(text.slice(end, end + 4000)) : null;
    const at = rest === null ? end : end + rest[0].length;
    edits.push({ span: { start: at, end: at }, newText: added.map((each) => gap + each).join('') });
  }
  return edits;
}

function wholeLines(text: string, span: Span): Span {
  return text.slice(span.start, span.end).includes('\n') ? lineSpan(text, span) : span;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Neighbours that all go. */
function runsOf(members: readonly Member[], gone: ReadonlySet<Member>): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < members.length; i++) {
    if (!gone.has(members[i] as Member)) continue;
    const from = i;
    while (i + 1 < members.length && gone.has(members[i + 1] as Member)) i++;
    runs.push({ from, to: i });
  }
  return runs;
}

function removal(text: string, members: readonly Member[], { from, to }: Run): TextEdit {
  const start = (members[from] as Member).span.start;
  const end = (members[to] as Member).span.end;
  const before = members[from - 1];
  const after = members[to + 1];
  const isAlone = (a: number, b: number) => text.slice(a, b).includes('\n');
  const opens = before === undefined || isAlone(before.span.end, start);
  const closes = after === undefined || isAlone(end, after.span.start);
  if (opens && closes) return { span: lineSpan(text, { start, end }), newText: '' };
  if (after !== undefined && !closes) return { span: { start, end: after.span.start }, newText: '' };
  return { span: { start: before?.span.end ?? start, end }, newText: '' };
}
