import { asName } from '../../syntax/bare.ts';
import { entityModel } from '../../entities/index.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Declaration } from '../../syntax/ast.ts';
import type { Span, TextEdit } from '../../text/text.ts';
import { locate } from '../locate.ts';
import { missingIn } from '../missing.ts';
import type { Action } from '../types.ts';
import type { ActionRequest } from './index.ts';

/** Declares a name that is spoken of as something that the instance has. */
export function declareExisting({ analysis, path, source }: ActionRequest, diagnostic: Diagnostic): readonly Action[] {
  const missing = missingIn(diagnostic);
  const { declaration } = locate(analysis, path, diagnostic.place.span.start) ?? {};
  if (missing === undefined || declaration === undefined) return [];
  const { kind, name: said } = missing;
  // A number is nothing without its digits, which nobody but the author knows.
  if (entityModel(kind).operand.required) return [];
  const edit = declarationBefore(source.text, declaration, `existing ${kind} ${asName(said)}`);
  return [
    {
      title: `Declare \`existing ${kind} ${said}\``,
      kind: 'quickfix',
      edits: [{ source, edits: [edit] }],
      preferred: false,
      fixes: [diagnostic],
    },
  ];
}

/** Puts a line before a declaration and its documentation. */
export function declarationBefore(text: string, declaration: Declaration, line: string): TextEdit {
  const start = startWithDoc(text, declaration);
  return { span: { start, end: start }, newText: `${line}\n\n` };
}

/** Where something begins with the documentation above it: at the beginning of a line, if it has any. */
export function startWithDoc(text: string, { span, doc }: { readonly span: Span; readonly doc?: string | undefined }) {
  if (doc === undefined) return span.start;
  let start = text.lastIndexOf('\n', span.start - 1) + 1;
  for (let before = start; before > 0;) {
    before = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^[ \t]*\/\/\//.test(text.slice(before, start))) break;
    start = before;
  }
  return start;
}
