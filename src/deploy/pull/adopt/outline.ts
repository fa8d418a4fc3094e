/** Bodies that lose the statement around them: their lines as a step of their own, or in that statement's place. */
import { keyName } from '../../../constructs/json-values.ts';
import type { RaisedBlock } from '../../../constructs/types.ts';
import { indentAt } from '../../../diagnostics/remedy.ts';
import type { Body } from '../../../syntax/ast.ts';
import { printName } from '../../../syntax/print-leaves.ts';
import type { Labels } from './labels.ts';
import { flowing } from './spots.ts';
import type { Working } from './working.ts';

/** The body as a step, which jumps then name; undefined where nothing stands in it. */
export function outline(
  working: Working,
  body: Body,
  blocks: ReadonlyMap<string, RaisedBlock>,
  labels: Labels,
): string | undefined {
  const [first] = flowing(body).filter(({ kind }) => kind !== 'jump');
  if (first === undefined) return undefined;
  const own = [...working.spotOf].find(([, spot]) => spot.item === first)?.[0];
  const label = printName(keyName(labels.fresh(blocks.get(own ?? ''))), 'step');
  return `  step ${label} {\n${linesOf(working, body, '    ')}\n  }`;
}

/** What stands between the braces, with `indent` before its first line and the others in their relation to that. */
export function linesOf({ text }: Working, body: Body, indent: string): string {
  const inner = text.slice(body.span.start + 1, body.span.end - 1);
  if (!inner.includes('\n')) return indent + inner.trim().replace(/, *(?=->)/, `\n${indent}`);
  const lines = inner
    .replace(/^[^\S\n]*\n/, '')
    .replace(/\s*$/, '')
    .split('\n');
  const [first] = body.items;
  const from = first === undefined ? '' : indentAt(text, first.span.start);
  return lines.map((line) => (line.startsWith(from) ? indent + line.slice(from.length) : line)).join('\n');
}

/** Steps stand last. */
export function atEnd(
  { text, spots }: Working,
  steps: readonly string[],
): { span: { start: number; end: number }; newText: string } {
  const { span } = spots.root.body;
  const at = span.end - 1;
  const before = text.slice(0, at).trimEnd().length;
  return { span: { start: before, end: at }, newText: `${steps.map((step) => `\n\n${step}`).join('')}\n` };
}
