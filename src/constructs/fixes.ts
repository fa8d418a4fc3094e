/** Remedies that the checker of statements offers. None is safe: each guesses what somebody meant. */
import type { Extras } from '../diagnostics/diagnostic.ts';
import type { Branch, Pattern, Statement } from '../syntax/ast.ts';
import { cover, type SourceText, type Span, type TextEdit } from '../text/text.ts';

/** Puts what was probably meant in the place of what is written. */
export function renameTo(span: Span, suggestion: string | undefined, title = 'Change to'): Extras {
  if (suggestion === undefined) return {};
  return fix(`${title} \`${suggestion}\``, { span, newText: suggestion });
}

/** Takes out an entry of braces with the line or the comma that it leaves behind. */
export function removeEntry(source: SourceText, span: Span, title: string): Extras {
  return fix(title, { span: withSeparator(source.text, span), newText: '' });
}

/** Takes out a pattern of `on a, b -> …`; the whole branch where it is the only one. */
export function removePattern(source: SourceText, branch: Branch, pattern: Pattern): Extras {
  const title = 'Remove the second';
  const at = branch.patterns.indexOf(pattern);
  const before = branch.patterns[at - 1];
  const after = branch.patterns[at + 1];
  if (before !== undefined) return fix(title, { span: { start: before.span.end, end: pattern.span.end }, newText: '' });
  if (after !== undefined)
    return fix(title, { span: { start: pattern.span.start, end: after.span.start }, newText: '' });
  return removeEntry(source, branch.span, title);
}

/** Adds a branch to a statement, in braces of its own where it has none. */
export function addBranch(source: SourceText, item: Statement, branch: string): Extras {
  const title = `Add \`${branch}\``;
  const head = item.words.reduce((span, word) => cover(span, word.span), {
    start: item.span.end,
    end: item.span.start,
  });
  if (item.block === undefined)
    return fix(title, { span: { start: head.end, end: head.end }, newText: ` { ${branch} }` });
  const { text } = source;
  const last = item.block.entries[item.block.entries.length - 1];
  const at = last?.span.end ?? item.block.span.start + 1;
  const lines = text.slice(item.block.span.start, item.block.span.end).includes('\n');
  const newText = lines
    ? `\n${indentOf(text, last?.span.start ?? item.span.start, last === undefined)}${branch}`
    : `${last === undefined ? ' ' : ', '}${branch}`;
  return fix(title, { span: { start: at, end: at }, newText });
}

/** The indent of the line that an offset is on, one level deeper where asked. */
function indentOf(text: string, offset: number, deeper: boolean): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return `${/^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ''}${deeper ? '  ' : ''}`;
}

/** An entry alone on its lines goes with them; one among others goes with the comma and the blanks behind or before it. */
function withSeparator(text: string, { start, end }: Span): Span {
  const before = /(^|\n)[ \t]*$/.exec(text.slice(0, start));
  const after = /^[ \t]*,?[ \t]*(\r?\n|$)/.exec(text.slice(end));
  if (before !== null && after !== null)
    return { start: before.index + (before[1] ?? '').length, end: end + after[0].length };
  const comma = /^[ \t]*,[ \t]*/.exec(text.slice(end));
  if (comma !== null) return { start, end: end + comma[0].length };
  const comesAfter = /,?[ \t]*$/.exec(text.slice(0, start));
  return { start: comesAfter?.index ?? start, end };
}

function fix(title: string, edit: TextEdit): Extras {
  return { fixes: [{ title, safe: false, edits: [edit] }] };
}
