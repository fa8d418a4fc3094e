/** Checks what a workspace holds: each project as a whole, each raw JSON file for itself. */
import { checkJson, compile, type CompileOptions } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../text/text.ts';
import type { Unit, Workspace } from '../workspace/load.ts';
import type { Project } from '../workspace/project.ts';
import type { Io } from './io.ts';
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

/** Compiles the flows of a unit and says what is wrong with the files that were asked for. */
export type CompileUnit = (unit: Unit, options: Pick<CompileOptions, 'only' | 'take'>) => readonly Diagnostic[];

/**
 * How to compile for an environment, or for none. Throws `UsageError` when `project` (that around the working folder) has
 * none of the name; the compiler itself throws it when the project of a unit has none.
 */
export async function compilerFor(env: string | undefined, io: Io, project?: Project): Promise<CompileUnit> {
  const plainly: CompileUnit = (unit, options) => diagnosticsFor(unit, compile(unit.flows, options).diagnostics);
  if (env === undefined) return plainly;
  const { compileOffline, chooseEnvironment } = await import('./offline.ts');
  if (project !== undefined) chooseEnvironment({ env }, io, project);
  return (unit, options) => {
    const found = compileOffline(env, unit, io, options);
    return found === undefined ? plainly(unit, options) : diagnosticsFor(unit, found);
  };
}

/** Everything that is wrong. */
export function checkWorkspace(workspace: Workspace, compileUnit: CompileUnit, shown?: Progress): Diagnostic[] {
  const diagnostics = [...workspace.diagnostics];
  for (const unit of workspace.units) {
    growHeapGently(unit.flows.length);
    const only = (source: SourceText) => unit.selected.has(source.path);
    diagnostics.push(...compileUnit(unit, { only, take: () => shown?.step() }));
  }
  for (const source of workspace.json) diagnostics.push(...checkJson(source));
  shown?.end();
  return diagnostics;
}
