import { asName } from '../../constructs/json-values.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { locate } from '../locate.ts';
import type { Action } from '../types.ts';
import type { ActionRequest } from './index.ts';

/** Declares a name that is spoken of as something that the instance has. */
export function declareExisting({ analysis, path, source }: ActionRequest, diagnostic: Diagnostic): readonly Action[] {
  if (diagnostic.code !== 'check/unknown-reference') return [];
  const { span } = diagnostic.place;
  const said = source.text.slice(span.start, span.end);
  const kind = kindIn(diagnostic.message, analysis.inventory?.things.map((thing) => thing.kind) ?? []);
  const { declaration } = locate(analysis, path, span.start) ?? {};
  if (kind === undefined || declaration === undefined || said.startsWith('"')) return [];
  const newText = `existing ${kind} ${asName(said)}\n\n`;
  // Documentation lines belong to the declaration that they stand above.
  const above = /(?:^[ \t]*\/\/\/[^\n]*\n)*$/m.exec(source.text.slice(0, declaration.span.start))?.[0].length ?? 0;
  const start = declaration.doc === undefined ? declaration.span.start : declaration.span.start - above;
  return [
    {
      title: `Declare \`existing ${kind} ${said}\``,
      kind: 'quickfix',
      edits: [{ source, edits: [{ span: { start, end: start }, newText }] }],
      preferred: false,
      fixes: [diagnostic],
    },
  ];
}

const KINDS = ['queue', 'hours', 'prompt', 'lambda', 'bot', 'module', 'flow', 'user', 'view', 'quick_connect'];

function kindIn(message: string, more: readonly string[]): string | undefined {
  const words = message
    .toLowerCase()
    .replaceAll('quick connect', 'quick_connect')
    .split(/[^a-z_]+/);
  return [...KINDS, ...more].find((kind) => words.includes(kind));
}
