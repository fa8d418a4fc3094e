import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { indentAt } from '../../diagnostics/remedy.ts';
import { knownCodes } from '../../lint/codes.ts';
import { suppressionDiagnostic } from '../../lint/suppression-diagnostics.ts';
import type { TextEdit } from '../../text/text.ts';
import { chainAt } from '../locate.ts';
import type { Action } from '../types.ts';
import { startWithDoc } from './declare.ts';
import type { ActionRequest } from './index.ts';

/** To be replaced by whoever takes the action; a comment without a reason suppresses nothing. */
const REASON = 'say why this is right here';

/** What a comment may stand above. */
const MEMBERS: ReadonlySet<string> = new Set([
  ...['flow', 'entity', 'statement', 'if', 'repeat', 'step', 'jump', 'branch', 'param', 'clause'],
]);

/** A comment that suppresses a finding where it is, or in the whole file. Errors cannot be suppressed. */
export function suppress(request: ActionRequest, here: readonly Diagnostic[]): readonly Action[] {
  const { source } = request;
  const codes = [...new Set(here.map(({ code }) => code))].filter(isSuppressible);
  return codes.flatMap((code) => {
    const found = here.filter((one) => one.code === code);
    const make = (title: string, edit: TextEdit): Action => ({
      title,
      kind: 'quickfix',
      edits: [{ source, edits: [edit] }],
      preferred: false,
      fixes: found,
    });
    const end = source.text.includes('\r\n') ? '\r\n' : '\n';
    const above = aboveWhatHolds(request, found[0]?.place.span.start ?? 0);
    const atTop = { span: { start: 0, end: 0 }, newText: `// flowc-ignore-file ${code}: ${REASON}${end}` };
    const inFile = make(`Suppress \`${code}\` in this file, with a reason`, atTop);
    if (above === undefined) return [inFile];
    const { start, indent } = above;
    const newText = `${indent}// flowc-ignore ${code}: ${REASON}${end}`;
    return [make(`Suppress \`${code}\` here, with a reason`, { span: { start, end: start }, newText }), inFile];
  });
}

function isSuppressible(code: string): boolean {
  const known = knownCodes().get(code);
  if (known === undefined || known.severity === 'error') return false;
  return !Object.hasOwn(suppressionDiagnostic.table, code.slice(code.indexOf('/') + 1));
}

/** The beginning of the line of the smallest thing around a place that begins its line, above its documentation. */
function aboveWhatHolds(
  { analysis, path, source: { text } }: ActionRequest,
  offset: number,
): { readonly start: number; readonly indent: string } | undefined {
  const tree = analysis.files.get(path)?.tree;
  const around = tree === undefined ? [] : chainAt(tree, offset).filter(({ kind }) => MEMBERS.has(kind));
  const member = around.findLast(({ span }) => indentAt(text, span.start).length === columnOf(text, span.start));
  if (member === undefined) return undefined;
  const indent = indentAt(text, member.span.start);
  const start = Math.min(startWithDoc(text, member), member.span.start - indent.length);
  return { start, indent };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
