/** Checks what a workspace holds: each project as a whole, each raw JSON file for itself. */
import { checkJson, compile } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../text/text.ts';
import type { Unit, Workspace } from '../workspace/load.ts';
import { growHeapGently } from './memory.ts';
import type { Progress } from './progress.ts';

/**
 * Diagnostics for the files that were asked for. Of the rest of a project only what cannot be parsed is told: it may be
 * why a name is not found.
 */
export function diagnosticsFor(unit: Unit, found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (unit.selected.size === unit.flows.length) return found;
  return found.filter(
    (diagnostic) =>
      unit.selected.has(diagnostic.place.source.path) ||
      (diagnostic.severity === 'error' && diagnostic.code.startsWith('syntax/')),
  );
}

/** Everything that is wrong. */
export function checkWorkspace(workspace: Workspace, shown?: Progress): Diagnostic[] {
  const diagnostics = [...workspace.diagnostics];
  for (const unit of workspace.units) {
    growHeapGently(unit.flows.length);
    const only = (source: SourceText) => unit.selected.has(source.path);
    const { diagnostics: found } = compile(unit.flows, { only, take: () => shown?.step() });
    diagnostics.push(...diagnosticsFor(unit, found));
  }
  for (const source of workspace.json) diagnostics.push(...checkJson(source));
  shown?.end();
  return diagnostics;
}
