/** Remedies that the checker of statements offers. None is safe: each guesses what somebody meant. */
import type { Extras } from '../diagnostics/diagnostic.ts';
import { indentAt, removeEntry, replaceBy } from '../diagnostics/remedy.ts';
import type { Body, Branch, Item, Pattern, Statement } from '../syntax/ast.ts';
import { cover, type SourceText, type Span } from '../text/text.ts';
import { bodiesOf } from '../syntax/walk.ts';

/** Takes out a pattern of `on a, b -> …`; the whole branch where it is the only one. */
export function removePattern(source: SourceText, branch: Branch, pattern: Pattern): Extras {
  const title = 'Remove the second';
  const at = branch.patterns.indexOf(pattern);
  const before = branch.patterns[at - 1];
  const after = branch.patterns[at + 1];
  if (before !== undefined) return replaceBy({ start: before.span.end, end: pattern.span.end }, '', title);
  if (after !== undefined) return replaceBy({ start: pattern.span.start, end: after.span.start }, '', title);
  return removeEntry(source, branch.span, title);
}

/** Adds a branch to a statement, in braces of its own where it has none. */
export function addBranch(source: SourceText, item: Statement, branch: string): Extras {
  const title = `Add \`${branch}\``;
  const { text } = source;
  if (item.block === undefined) {
    const { end } = item.words.reduce((span, word) => cover(span, word.span), item.words[0]?.span ?? item.span);
    return replaceBy({ start: end, end }, ` { ${branch} }`, title);
  }
  const { span, entries } = item.block;
  const last = entries[entries.length - 1];
  const at = last?.span.end ?? span.start + 1;
  const isOpen = text.slice(span.start, span.end).includes('\n');
  const indent = last === undefined ? `${indentAt(text, item.span.start)}  ` : indentAt(text, last.span.start);
  const newText = isOpen ? `\n${indent}${branch}` : `${last === undefined ? ' ' : ', '}${branch}`;
  return replaceBy({ start: at, end: at }, newText, title);
}

/** Puts a last statement behind the one whose words are at `head`. */
export function endPath(source: SourceText, body: Body, head: Span, word: string): Extras {
  const item = itemAt(body, head);
  if (item === undefined) return {};
  const { start, end } = item.span;
  return replaceBy({ start: end, end }, `\n${indentAt(source.text, start)}${word}`, `End it with \`${word}\``);
}

function itemAt(body: Body, head: Span): Item | undefined {
  for (const item of body.items) {
    if (head.start < item.span.start || head.end > item.span.end) continue;
    const inner = bodiesOf(item).map((each) => itemAt(each, head));
    return inner.find((found) => found !== undefined) ?? item;
  }
  return undefined;
}
