/** What can be done at a place with one key: fixes of diagnostics, and small changes of the text. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceText, Span } from '../../text/text.ts';
import type { Action, Analysis } from '../types.ts';
import { addStep } from './add-step.ts';
import { bindByName } from './bind-by-name.ts';
import { declareExisting } from './declare.ts';
import { extractStep } from './extract-step.ts';
import { matchToIf } from './match-to-if.ts';
import { suppress } from './suppress.ts';

export interface ActionRequest {
  readonly analysis: Analysis;
  readonly path: string;
  readonly source: SourceText;
  readonly span: Span;
}

export function actionsAt(analysis: Analysis, path: string, span: Span): readonly Action[] {
  const source = analysis.files.get(path)?.source;
  if (source === undefined) return [];
  const all = analysis.diagnostics.get(path) ?? [];
  const here = all.filter(({ place }) => place.span.start <= span.end && span.start <= place.span.end);
  const request: ActionRequest = { analysis, path, source, span };
  return [
    ...here.flatMap((diagnostic) => fixesOf(diagnostic, source)),
    ...here.flatMap((diagnostic) => declareExisting(request, diagnostic)),
    ...here.flatMap((diagnostic) => addStep(request, diagnostic)),
    ...bindByName(request, here),
    ...matchToIf(request),
    ...extractStep(request),
    ...fixAll(source, all),
    ...suppress(request, here),
  ];
}

function fixesOf(diagnostic: Diagnostic, source: SourceText): readonly Action[] {
  const fixes = diagnostic.fixes ?? [];
  return fixes.map(({ title, edits }) => ({
    title,
    kind: 'quickfix',
    edits: [{ source, edits }],
    preferred: fixes.length === 1,
    fixes: [diagnostic],
  }));
}

/** All fixes that cannot change what a caller meets; of those that overlap the first. */
function fixAll(source: SourceText, diagnostics: readonly Diagnostic[]): readonly Action[] {
  const safe = diagnostics.filter(({ fixes }) => fixes?.[0]?.safe === true);
  const taken: Span[] = [];
  const edits = safe.flatMap(({ fixes }) => {
    const these = fixes?.[0]?.edits ?? [];
    const isFree = these.every(({ span }) => taken.every((one) => span.end < one.start || one.end < span.start));
    if (isFree) taken.push(...these.map(({ span }) => span));
    return isFree ? these : [];
  });
  if (edits.length === 0) return [];
  const title = 'Fix all that is safe to fix in this file';
  return [{ title, kind: 'source.fixAll', edits: [{ source, edits }], preferred: false, fixes: safe }];
}
