/** Remedies that several phases offer. */
import type { SourceText, Span, TextEdit } from '../text/text.ts';
import type { Extras } from './diagnostic.ts';

/** Puts `newText` in the place of a stretch; an empty one inserts. */
export function replaceBy(span: Span, newText: string, title: string, safe = false): Extras {
  const edit: TextEdit = { span, newText };
  return { fixes: [{ title, safe, edits: [edit] }] };
}

/** Puts what was probably meant in the place of what is written; nothing where nobody knows what that is. */
export function renameTo(span: Span, suggestion: string | undefined, title = 'Change to'): Extras {
  return suggestion === undefined ? {} : replaceBy(span, suggestion, `${title} \`${suggestion}\``);
}

/** Takes out an entry of braces or a list, with the line or the comma that it leaves behind. */
export function removeEntry(source: SourceText, span: Span, title: string): Extras {
  return replaceBy(withSeparator(source.text, span), '', title);
}

/** An entry alone on its lines goes with them; one among others goes with the comma and the blanks behind or before it. */
function withSeparator(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isFirst = text.slice(lineStart, start).trim() === '';
  const lineEnd = /^[ \t]*,?[ \t]*(\r?\n|$)/.exec(text.slice(end, end + 1000));
  if (isFirst && lineEnd !== null) return { start: lineStart, end: end + lineEnd[0].length };
  const comma = /^[ \t]*,[ \t]*/.exec(text.slice(end, end + 1000));
  if (comma !== null) return { start, end: end + comma[0].length };
  // A comment that stays behind keeps the place where the line began.
  if (isFirst) return { start, end: end + (/^[ \t]*/.exec(text.slice(end, end + 1000))?.[0].length ?? 0) };
  const before = /,?[ \t]*$/.exec(text.slice(lineStart, start));
  return { start: start - (before?.[0].length ?? 0), end };
}

/** The blanks that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return /^[^\S\r\n]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
