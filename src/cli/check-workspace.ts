/** Checks what a workspace holds: each project as a whole, each raw JSON file for itself. */
import { checkJson, compile, compileParsed, type CompileOptions } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { RECOMMENDED } from '../lint/levels.ts';
import type { ChoiceFor } from '../lint/settle.ts';
import type { SourceText } from '../text/text.ts';
import type { Unit, Workspace } from '../workspace/load.ts';
import { environmentNamed, LOCAL_NAME, nothingSaid } from '../workspace/environments.ts';
import { allSettingProblems, anyValues, parseFor } from '../workspace/params.ts';
import { rulesOf } from '../workspace/lint.ts';
import { emptyProject, type Project } from '../workspace/project.ts';
import type { Io } from './io.ts';
import { growHeapGently } from './memory.ts';
import type { Progress } from './progress.ts';

/**
 * Diagnostics for the files that were asked for. Of the rest of a project only what cannot be parsed is told, as it may be
 * why a name is not found, and names that the environment does not have: nothing is written because of them.
 */
export function diagnosticsFor(
  unit: Pick<Unit, 'flows' | 'selected'>,
  found: readonly Diagnostic[],
  unbound: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  if (unit.selected.size === unit.flows.length) return found;
  const ofAll = new Set(unbound);
  return found.filter(
    (diagnostic) =>
      unit.selected.has(diagnostic.place.source.path) ||
      ofAll.has(diagnostic) ||
      (diagnostic.severity === 'error' && diagnostic.code.startsWith('syntax/')),
  );
}

/** Compiles the flows of a unit and says what is wrong with the files that were asked for. */
export type CompileUnit = (
  unit: Unit,
  options: Pick<CompileOptions, 'only' | 'take' | 'rules'>,
) => readonly Diagnostic[];

/**
 * How to compile for an environment, or for none. Throws `UsageError` when the project has no environment of the name, even
 * if nothing is compiled.
 */
export async function compilerFor(
  env: string | undefined,
  io: Io,
  purpose: { readonly to: 'check' } | { readonly to: 'build'; readonly project: Project },
): Promise<CompileUnit> {
  const plainly = purpose.to === 'check' ? checkAnyhow : compileLocally;
  if (env === undefined) return plainly;
  const { compileOffline, chooseEnvironment } = await import('./offline.ts');
  if (purpose.to === 'build') chooseEnvironment({ env }, io, purpose.project);
  return (unit, options) => {
    const found = compileOffline(env, unit, io, options);
    return found === undefined ? plainly(unit, options) : diagnosticsFor(unit, found.diagnostics, found.unbound);
  };
}

/** With the values of `local`, as ids are those of no instance. */
const compileLocally: CompileUnit = ({ project, ...unit }, options) => {
  const here = project ?? emptyProject('');
  const settings = environmentNamed(here.environments, LOCAL_NAME) ?? nothingSaid(LOCAL_NAME);
  return diagnosticsFor(unit, compileParsed(parseFor(unit.flows, here, settings), options).diagnostics);
};

/** With any values of params: what they are matters in their environments. Says what is wrong with the values of all. */
const checkAnyhow: CompileUnit = ({ project, ...unit }, options) => {
  const params = project && anyValues(project);
  const compiled = compile(unit.flows, { ...options, params });
  const ofSettings = project === undefined ? [] : allSettingProblems(project, compiled.params);
  return [...diagnosticsFor(unit, compiled.diagnostics), ...ofSettings];
};

/** Changes what a project chose, as a command line does. */
export type Narrow = (rules: ChoiceFor | undefined) => ChoiceFor | undefined;

/** Everything that is wrong. */
export function checkWorkspace(
  workspace: Workspace,
  compileUnit: CompileUnit,
  options: { readonly cwd: string; readonly shown?: Progress | undefined; readonly narrow?: Narrow | undefined },
): Diagnostic[] {
  const { cwd, shown, narrow = (choice) => choice } = options;
  const rulesFor = (project: Project | undefined): ChoiceFor | undefined => narrow(rulesOf(project, cwd));
  const diagnostics = [...workspace.diagnostics];
  for (const unit of workspace.units) {
    // Which files are the project's is not known: they may include what is none of it, and names that are there twice.
    if (unit.project?.isIncludeGuessed === true) continue;
    growHeapGently(unit.flows.length);
    const only = (source: SourceText) => unit.selected.has(source.path);
    diagnostics.push(...compileUnit(unit, { only, take: () => shown?.step(), rules: rulesFor(unit.project) }));
  }
  for (const source of workspace.json) {
    const rules = rulesFor(workspace.projectOf(source));
    diagnostics.push(...checkJson(source, rules?.(source) ?? RECOMMENDED));
  }
  shown?.end();
  return diagnostics;
}
