/** What plan, publish, drift and adopt have in common: a project, compiled for an environment, held against its instance. */
import type { Command } from 'commander';
import type { Program } from '../check/program.ts';
import { kindInConsole } from '../connect/bind.ts';
import type { Inventory } from '../connect/types.ts';
import { withoutConsequences } from '../check/consequences.ts';
import { compileParsed, type Compiled, type ParsedProject } from '../compiler.ts';
import { kindsNeeded } from '../deploy/desired.ts';
import { planProject, type Planned } from '../deploy/plan-project.ts';
import { withReleasesSince } from '../deploy/publish/as-written.ts';
import { standInsFor } from '../deploy/stand-ins.ts';
import { unchangedFlows, type Unchanged } from '../deploy/unchanged.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { entityModel } from '../entities/index.ts';
import type { CanonicalKind } from '../entities/types.ts';
import { lintService, ofBlocks } from '../lint/index.ts';
import type { SourceText } from '../text/text.ts';
import { compileFor } from '../workspace/compile-for.ts';
import { shownPath } from '../workspace/discover.ts';
import { raisesErrors, rulesOf } from '../workspace/lint.ts';
import type { Unit } from '../workspace/load.ts';
import { parseFor } from '../workspace/params.ts';
import { projectRootOf, type Project } from '../workspace/project.ts';
import { isUsageProblem } from '../workspace/diagnostics.ts';
import {
  chooseEnvironment,
  openChosen,
  type ChosenEnvironment,
  type EnvironmentOptions,
  type OpenedEnvironment,
} from './environment.ts';
import type { ExitCode, Io } from './io.ts';
import { UsageError } from './io.ts';
import { FLOWS, load } from './load.ts';
import { growHeapGently } from './memory.ts';
import { showReading } from './progress.ts';
import { writeDiagnostics } from './report.ts';

export interface PlanningOptions extends EnvironmentOptions {
  readonly prune?: boolean;
  readonly quiet?: boolean;
}

/** `quiet`: what is shown with `--quiet`. */
export function withPlanningOptions(command: Command, quiet: string): Command {
  return command
    .option('--prune', 'archive flows and modules that the project does not have')
    .option('-q, --quiet', quiet);
}

export interface SourceFiles {
  readonly unit: Unit;
  readonly diagnostics: readonly Diagnostic[];
  /** Shown paths of what was asked for. */
  readonly files: readonly string[];
}

/** What verbs that hold source against an instance work with: files that can be read, for an environment. */
export interface Source extends SourceFiles {
  readonly parsed: ParsedProject;
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** The project that the paths belong to. Throws `UsageError` when there are several, or none has a flow. */
function sourceFiles(paths: readonly string[], options: PlanningOptions, io: Io): SourceFiles {
  const workspace = load(paths, FLOWS, io, options);
  // Without paths it is the project here that is meant, not others that lie within its folders.
  const here = paths.length === 0 ? projectRootOf(io.cwd) : undefined;
  const units = workspace.units.filter(({ project }) => here === undefined || project?.root === here);
  const [unit = { project: undefined, flows: [], selected: new Set<string>() }, ...others] = units;
  if (others.length > 0) {
    const roots = units.map(({ project }) =>
      project === undefined ? 'files of no project' : shownPath(project.root, io.cwd),
    );
    throw new UsageError(`these paths belong to several projects (${roots.join(', ')}); take one at a time.`);
  }
  return { unit, diagnostics: workspace.diagnostics, files: workspace.files.map(({ path }) => path) };
}

export interface PlannedFor {
  /** Undefined where the source has errors: there is then nothing to be held against the instance. */
  readonly planned: Planned | undefined;
  /** Errors, of the source and of what it wants of the instance. */
  readonly errors: readonly Diagnostic[];
  /** Kinds whose lists were read. */
  readonly kinds: readonly CanonicalKind[];
}

/** Compiles for the environment and plans. Throws `ServiceError` when the service refuses, or cannot be reached. */
export async function planFor(
  { unit, diagnostics, parsed }: Source,
  environment: OpenedEnvironment,
  { prune, quiet }: Pick<PlanningOptions, 'prune' | 'quiet'>,
  io: Io,
): Promise<PlannedFor> {
  const { connection, settings, name, project } = environment;
  const kinds = kindsNeeded(parsed.program);
  const isSelected = (source: SourceText) => unit.selected.has(source.path);
  const lists = await listsOf(environment, parsed.program, kinds, (line) => {
    if (quiet !== true) io.err.write(line);
  });
  const unchanged = unchangedFor(environment, parsed, io);
  const compiled = compileFor(
    parsed,
    { inventory: lists, settings },
    // What Connect would refuse is asked of the flows that change; of the other rules only those that a project made errors.
    {
      only: isSelected,
      lint: project.lint !== undefined && raisesErrors(project.lint),
      rules: rulesOf(project, io.cwd),
      ...(unchanged === undefined ? {} : { work: unchanged.work }),
    },
  );
  const errors = [...diagnostics, ...compiled.diagnostics].filter(isError);
  if (errors.length > 0) return { planned: undefined, errors, kinds };
  const made = await showReading('things', { io, quiet: quiet === true }, (onRead) =>
    planProject({
      connection,
      inventory: lists,
      program: compiled.program,
      flows: compiled.flows,
      environment: name,
      tags: settings.tags,
      // Nobody's telephone rings behind a number of the local instance.
      digit: environment.seed === undefined ? undefined : '0',
      only: isSelected,
      prune: prune === true,
      unchanged,
      onRead,
    }),
  );
  const planned = { ...made, plan: withReleasesSince(made.plan, project.root) };
  const found = [...refusals(planned, compiled), ...planned.diagnostics];
  return { planned, errors: found.filter(isError), kinds };
}

/** Not for a build that is not known, since it may make another flow of the same text; and files alone leave nothing behind. */
function unchangedFor(
  { name, project, settings, connection }: OpenedEnvironment,
  parsed: ParsedProject,
  io: Io,
): Unchanged | undefined {
  const build = io.build?.();
  if (build === undefined || project.source === undefined) return undefined;
  const instanceArn = connection.instance.arn;
  return unchangedFlows({ root: project.root, environment: name, build, instanceArn, values: settings.params }, parsed);
}

/** What Connect would refuse of the flows that change. Those that stay as they are it has taken already. */
function refusals({ plan }: Planned, { program, diagnostics }: Compiled): readonly Diagnostic[] {
  const findings = plan.changes.flatMap(({ action, after }) => {
    const compiled = after?.flow?.compiled;
    return action === 'none' || compiled === undefined ? [] : lintService(compiled.graph, { program });
  });
  return withoutConsequences(program.files, diagnostics, findings, ofBlocks);
}

/** The lists of an instance; in a local one stand-ins are made for what the project names and nobody can publish. */
async function listsOf(
  { inventory, seed, settings }: OpenedEnvironment,
  program: Program,
  kinds: readonly CanonicalKind[],
  tell: (line: string) => void,
): Promise<Inventory> {
  const lists = await inventory(kinds);
  const standIns = seed === undefined ? undefined : standInsFor(program, lists, settings);
  if (seed === undefined || standIns === undefined) return lists;
  await seed(standIns.seed);
  const made = [...standIns.made].map(([kind, count]) => countOf(count, kind)).join(', ');
  tell(`The local instance has stand-ins now for ${made}.\n`);
  return inventory(kinds);
}

function countOf(count: number, kind: CanonicalKind): string {
  return `${count} ${count === 1 ? kindInConsole(kind) : entityModel(kind).console.plural}`;
}

/** Opens the environment of a project, or of the one here, does something there, and closes it whatever happens. */
export async function inEnvironment<T>(
  options: EnvironmentOptions,
  io: Io,
  work: (environment: OpenedEnvironment) => Promise<T>,
  project?: Project,
): Promise<T> {
  return inChosen(chooseEnvironment(options, io, project), options, io, work);
}

async function inChosen<T>(
  chosen: ChosenEnvironment,
  options: EnvironmentOptions,
  io: Io,
  work: (environment: OpenedEnvironment) => Promise<T>,
): Promise<T> {
  const environment = await openChosen(chosen, options, io);
  try {
    return await work(environment);
  } finally {
    await environment.close();
  }
}

/** What a verb works with that holds source against an instance. */
export interface Given {
  readonly source: Source;
  readonly environment: OpenedEnvironment;
  /** Tells errors, to people. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/** Reads source and opens the environment; where files or the project file cannot be read that is told, and nothing is opened. */
export async function withSource(
  paths: readonly string[],
  options: PlanningOptions,
  io: Io,
  work: (given: Given) => Promise<ExitCode>,
): Promise<ExitCode> {
  const files = sourceFiles(paths, options, io);
  const { unit } = files;
  const report: Given['report'] = (diagnostics) => {
    writeDiagnostics({ diagnostics, files: files.files }, { format: 'human', quiet: true }, io, io.err);
  };
  if (files.diagnostics.some(isUsageProblem)) {
    report(files.diagnostics);
    return 2;
  }
  // The environments are those of the project that the paths lie in, wherever it is asked from.
  const chosen = chooseEnvironment(options, io, unit.project);
  growHeapGently(unit.flows.length);
  const parsed = parseFor(unit.flows, chosen.project, chosen.settings);
  if (parsed.diagnostics.some(isError)) {
    const only = ({ path }: SourceText) => unit.selected.has(path);
    report([...files.diagnostics, ...compileParsed(parsed, { only, lint: false }).diagnostics].filter(isError));
    return 1;
  }
  return inChosen(chosen, options, io, (environment) => work({ source: { ...files, parsed }, environment, report }));
}
