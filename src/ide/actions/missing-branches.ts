import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { addBranch } from '../../constructs/fixes.ts';
import { locate } from '../locate.ts';
import type { Action } from '../types.ts';
import type { ActionRequest } from './index.ts';

/** One branch for all that a statement has to handle and does not. */
export function missingBranches(request: ActionRequest, here: readonly Diagnostic[]): readonly Action[] {
  const { analysis, path, source, span } = request;
  const missing = here.filter(({ code }) => code === 'check/unhandled-branch');
  const { statement, form } = locate(analysis, path, missing[0]?.place.span.start ?? span.start) ?? {};
  if (missing.length < 2 || statement === undefined || form === undefined) return [];
  const words = (form.form.branches ?? [])
    .map(({ word }) => word)
    .filter((word) => missing.some(({ message }) => message.includes(`\`${word}\``) || message.includes(`on ${word}`)));
  if (words.length < 2) return [];
  const { fixes } = addBranch(source, statement, `on ${words.join(', ')} -> next`);
  return (fixes ?? []).map(({ edits }) => ({
    title: `Add all missing branches: ${words.join(', ')}`,
    kind: 'quickfix',
    edits: [{ source, edits }],
    preferred: false,
    fixes: missing,
  }));
}
