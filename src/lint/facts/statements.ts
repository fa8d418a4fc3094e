/** Remedies in `.flow` text that are about whole statements: another one before or behind, one entry more. */
import type { Extras } from '../../diagnostics/diagnostic.ts';
import { indentAt } from '../../diagnostics/remedy.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { Body, Item, Statement } from '../../syntax/ast.ts';
import { bodiesOf } from '../../syntax/walk.ts';
import type { Place, TextEdit } from '../../text/text.ts';
import type { LintContext } from '../context.ts';

/** A statement, and the body that it is directly in. */
export interface Written {
  readonly statement: Statement;
  readonly body: Body;
}

/** The statement that an action was written as; undefined for JSON, and for what the compiler added. */
export function statementOf(context: LintContext, action: FlowAction): Written | undefined {
  const place = action.origin?.place;
  if (place === undefined || action.hint === undefined) return undefined;
  const file = context.program?.files.find(({ source }) => source === place.source);
  for (const declaration of file?.tree.declarations ?? []) {
    if (declaration.kind !== 'flow' || !isInside(place, declaration)) continue;
    return find(declaration.body, place);
  }
  return undefined;
}

function find(body: Body, place: Place): Written | undefined {
  const item = body.items.find((each) => isInside(place, each));
  if (item === undefined) return undefined;
  for (const inner of bodiesOf(item)) {
    if (isInside(place, inner)) return find(inner, place);
  }
  return item.kind === 'statement' ? { statement: item, body } : undefined;
}

function isInside({ span }: Place, { span: around }: Pick<Item | Body, 'span'>): boolean {
  return span.start >= around.start && span.start < around.end;
}

/** Puts a statement before another. Undefined where that one has a label: who jumps to it would pass the new one by. */
export function before(item: Item, place: Place, statement: string): TextEdit | undefined {
  return 'label' in item && item.label !== undefined ? undefined : ahead(item, place, statement);
}

/** Puts a statement before another, where it need not run again when somebody jumps to that one. */
export function ahead({ span }: Item, { source: { text } }: Place, statement: string): TextEdit {
  if (!beginsLine(text, span.start)) return { span: { start: span.start, end: span.start }, newText: `${statement}, ` };
  let line = lineStart(text, span.start);
  // Comments above a statement belong to it.
  while (line > 0 && COMMENT.test(text.slice(lineStart(text, line - 1), line))) line = lineStart(text, line - 1);
  const indent = indentAt(text, span.start);
  const at = line + (/^[ \t]*/.exec(text.slice(line))?.[0].length ?? 0);
  return { span: { start: at, end: at }, newText: `${statement}${lineEnd(text)}${indent}` };
}

const COMMENT = /^[ \t]*\/\//;

/** Puts a statement behind another, where its success goes on. */
export function behind({ span }: Statement, { source: { text } }: Place, statement: string): TextEdit {
  const { start, end } = span;
  const rest = /^[ \t]*(?:\/\/[^\n\r]*)?(?=[\r\n]|$)/.exec(text.slice(end, end + 1000));
  if (rest === null || !beginsLine(text, start)) return { span: { start: end, end }, newText: `, ${statement}` };
  const at = end + rest[0].length;
  return { span: { start: at, end: at }, newText: `${lineEnd(text)}${indentAt(text, start)}${statement}` };
}

/** Takes out a statement that stands alone on its lines. Undefined where it has a label, or is all that its body has. */
export function without({ statement, body }: Written, { source: { text } }: Place): TextEdit | undefined {
  const { start, end } = statement.span;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 1000));
  if (statement.label !== undefined || body.items.length < 2 || rest === null || !beginsLine(text, start))
    return undefined;
  return { span: { start: lineStart(text, start), end: end + rest[0].length }, newText: '' };
}

/** Adds an entry to a statement's braces, or braces with the entry. */
export function withEntry({ block, span }: Statement, entry: string): TextEdit {
  if (block === undefined) return { span: { start: span.end, end: span.end }, newText: ` { ${entry} }` };
  const at = block.span.start + 1;
  return { span: { start: at, end: at }, newText: ` ${entry}${block.entries.length === 0 ? ' ' : ','}` };
}

/** One remedy of these edits; none where one of them could not be made. */
export function edited(title: string, edits: readonly (TextEdit | undefined)[], safe = false): Extras {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length < edits.length || made.length === 0 ? {} : { fixes: [{ title, safe, edits: made }] };
}

function beginsLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The line end that the file has. */
function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
