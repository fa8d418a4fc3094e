import { flowTypeOf, lastWordOf } from '../../catalogue/flow-types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { indentAt } from '../../diagnostics/remedy.ts';
import { flowAt } from '../locate.ts';
import type { Action } from '../types.ts';
import type { ActionRequest } from './index.ts';

/** A step of the name that a jump leads to and nothing has, at the end of the flow; what is done there is to be written. */
export function addStep({ analysis, path, source }: ActionRequest, diagnostic: Diagnostic): readonly Action[] {
  if (diagnostic.code !== 'check/unknown-target') return [];
  const { span } = diagnostic.place;
  const flow = flowAt(analysis, path, span.start);
  const last = flow?.body.items.at(-1);
  if (flow === undefined || last === undefined) return [];
  const name = source.text.slice(span.start, span.end);
  const outer = indentAt(source.text, flow.span.start);
  const type = flow.type === undefined ? undefined : flowTypeOf(flow.type.text);
  const end = source.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = ['', '', `${outer}  step ${name} {`, `${outer}    ${lastWordOf(type)}`, `${outer}  }`];
  // A comment behind the last statement stays with it.
  const lineEnd = /^[^\r\n}]*/.exec(source.text.slice(last.span.end))?.[0].trimEnd().length ?? 0;
  const at = last.span.end + lineEnd;
  const edit = { span: { start: at, end: at }, newText: lines.join(end) };
  const title = `Add \`step ${name}\``;
  const preferred = diagnostic.fixes === undefined;
  return [{ title, kind: 'quickfix', edits: [{ source, edits: [edit] }], preferred, fixes: [diagnostic] }];
}
