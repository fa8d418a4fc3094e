/** Pieces of the tree as text, to be put into a text that stands. */
import { builders, printer } from 'prettier/doc';
import type { Clause, Item, Param, Value } from '../../../syntax/ast.ts';
import { NO_COMMENTS } from '../../../syntax/comments.ts';
import { body } from '../../../syntax/make.ts';
import { blockDoc, bodyDoc, valueDoc, wordsDoc } from '../../../syntax/print-body.ts';
import { printName } from '../../../syntax/print-leaves.ts';
import { DEFAULT_WIDTH } from '../../../syntax/print.ts';
import type { Doc, Printing } from '../../../syntax/print-doc.ts';

const PRINTING: Printing = { width: DEFAULT_WIDTH, source: undefined, comments: NO_COMMENTS, isTarget: () => true };

/** `indent`: the blanks that the line begins with on which the text will stand. */
function printed(doc: Doc, indent: string): string {
  const printWidth = Math.max(40, DEFAULT_WIDTH - indent.length);
  const { formatted } = printer.printDocToString(doc, { printWidth, tabWidth: 2 });
  return indent === '' ? formatted : formatted.replaceAll('\n', `\n${indent}`);
}

export function sayValueText(value: Value, indent: string, isFirst = false): string {
  return printed(valueDoc(value, isFirst ? 'first' : 'operand', PRINTING), indent);
}

export function sayWords(words: readonly Value[], indent: string): string {
  return printed(wordsDoc(words, PRINTING), indent);
}

export function sayEntry(entry: Param | Clause, indent: string): string {
  if (entry.kind === 'param') return `${printName(entry.key, 'key')}: ${sayValueText(entry.value, indent)}`;
  const { join } = builders;
  const doc = join(' ', [wordsDoc(entry.words, PRINTING), ...(entry.block ? [blockDoc(entry.block, PRINTING)] : [])]);
  return printed(doc, indent);
}

/** A text by which two values are told apart, whatever their places and forms. */
export function keyOf(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) =>
    key === 'span' || key === 'form' || key === 'parts' || key === 'quoted' ? undefined : inner,
  );
}

/** Items as lines, each with `indent` before it. */
export function sayItems(items: readonly Item[], indent: string): string {
  const width = DEFAULT_WIDTH - indent.length + 2;
  const doc = bodyDoc(body(items), { ...PRINTING, width }, false);
  const { formatted } = printer.printDocToString(doc, { printWidth: width, tabWidth: 2 });
  return formatted
    .split('\n')
    .slice(1, -1)
    .map((line) => (line === '' ? '' : indent + line.slice(2)))
    .join('\n');
}
