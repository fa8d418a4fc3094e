import { Option } from 'commander';
import { relative, resolve, sep } from 'node:path';
import type { CompiledFlow } from '../../compiler.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Emitted } from '../../flowjson/emit.ts';
import { isUsageProblem } from '../../workspace/diagnostics.ts';
import type { ChoiceFor } from '../../lint/settle.ts';
import type { JsonObject } from '../../text/json.ts';
import type { Span } from '../../text/text.ts';
import { shownPath } from '../../workspace/discover.ts';
import type { Unit } from '../../workspace/load.ts';
import { rulesOf } from '../../workspace/lint.ts';
import { emptyProject } from '../../workspace/project.ts';
import { compilerFor, type CompileUnit } from '../check-workspace.ts';
import { inputWorkspace } from '../input-workspace.ts';
import { isStandardInput } from '../input.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { FLOWS, load } from '../load.ts';
import { growHeapGently } from '../memory.ts';
import type { Progress } from '../progress.ts';
import { progress } from '../progress.ts';
import { openOutput } from '../output-folder.ts';
import type { ReportOptions } from '../report.ts';
import { exitCodeOf, pagesFor, summary, writeDiagnostics } from '../report.ts';
import type { Verb } from '../verb.ts';
import { outputFolder, withReportOptions } from '../verb.ts';

interface BuildOptions extends ReportOptions {
  readonly out?: string;
  readonly env?: string;
  readonly target?: string;
  readonly moduleAlias?: string;
  readonly keepLayout?: boolean;
}

export const verb: Verb<BuildOptions> = {
  define: (command) =>
    withReportOptions(command)
      .description(
        'Compiles flows to flow-language JSON. As tsc does, it writes what it can in spite of errors that ' +
          'leave the meaning clear, and exits with 1; a flow that does not parse, or has a path that leads nowhere, is not written.',
      )
      .argument('[paths...]', 'files and folders; without any, the project; - reads standard input')
      .option('-o, --out <dir>', 'write a file for each flow, and manifest.json, into this folder', outputFolder)
      .option(
        '--env <name>',
        'bind names to what the snapshot of an environment says; without it, ids are made of them',
      )
      .addOption(
        new Option('--target <tool>', 'a template in which the tool puts in the ids').choices([
          'cloudformation',
          'terraform',
        ]),
      )
      .option('--keep-layout', 'leave blocks where the files that are in the output folder show them')
      .option('--module-alias <name>', 'with --target cloudformation: flows call versions of modules by this alias')
      .addHelpText('after', HELP),
  run: async (paths, options, io) => {
    const read = isStandardInput(paths) ? await inputUnit(io) : projectUnit(paths, options, io);
    const { target, moduleAlias, keepLayout } = options;
    if (target !== undefined) {
      if (keepLayout) throw new UsageError('`--keep-layout` does not go with `--target`.');
      const { buildTarget } = await import('../build-target.ts');
      return buildTarget(read, { ...options, target }, io);
    }
    if (moduleAlias !== undefined) throw new UsageError('`--module-alias` goes with `--target cloudformation`.');
    const compileUnit = await compilerFor(options.env, io, {
      to: 'build',
      project: read.unit.project ?? emptyProject(io.cwd),
    });
    const input: Task = { ...read, compileUnit, rules: rulesOf(read.unit.project, io.cwd) };
    if (input.diagnostics.some(isUsageProblem)) return finish(input.diagnostics, input, options, io);
    const out = options.out ?? (paths.length === 0 ? input.unit.project?.out : undefined);
    if (keepLayout && out === undefined)
      throw new UsageError('`--keep-layout` goes with `--out DIR`, where the files are.');
    return out === undefined
      ? buildToOutput(input, options, io)
      : buildToFolder(input, resolve(io.cwd, out), options, io);
  },
};

async function buildToFolder(input: Task, folder: string, options: BuildOptions, io: Io): Promise<ExitCode> {
  const { unit } = input;
  const shown = shownPath(folder, io.cwd);
  const from = unit.project?.root ?? io.cwd;
  const sourcePath = (path: string) => relative(from, resolve(io.cwd, path)).split(sep).join('/');
  const output = openOutput({ folder, shown, sourcePath, covers: input.covers });
  const diagnostics = await compileInput(input, output.write, {
    shown: progressOf(input, options, io),
    earlier: options.keepLayout ? output.earlier : undefined,
  });
  const failed = output.finish(exitCodeOf(diagnostics) === 0);
  const done = failed.length === 0 ? `${count(output.count())} written to ${shown}` : undefined;
  return finish([...diagnostics, ...failed], input, options, io, done);
}

async function buildToOutput(input: Task, options: BuildOptions, io: Io): Promise<ExitCode> {
  const documents: string[] = [];
  const diagnostics = await compileInput(input, (_flow, { json }) => documents.push(json), {
    shown: progressOf(input, options, io),
  });
  const [document, ...others] = documents;
  if (document === undefined && exitCodeOf(diagnostics) === 0) {
    throw new UsageError('there is no flow to build in these files.');
  }
  if (others.length > 0) {
    throw new UsageError(
      `${count(documents.length)} do not fit on standard output; choose a folder with \`--out DIR\`, or a file with one flow.`,
    );
  }
  if (document !== undefined) io.out.write(document);
  return finish(diagnostics, input, options, io);
}

/**
 * Compiles, and hands on each flow whose meaning is clear, though it may not be what Connect takes. Documents are held
 * against the published schema as well; what that says counts where no rule has said anything of the file.
 */
async function compileInput(
  { unit, diagnostics, compileUnit, rules }: Task,
  take: (flow: CompiledFlow, emitted: Emitted) => void,
  { shown, earlier }: { shown: Progress; earlier?: ((flow: CompiledFlow) => JsonObject | undefined) | undefined },
): Promise<readonly Diagnostic[]> {
  growHeapGently(unit.flows.length);
  const { checkEmitted } = await import('../../flowjson/schema-check.ts');
  const isUnclear = unclearFlows();
  const remarks: Diagnostic[] = [];
  const found = compileUnit(unit, {
    only: (source) => unit.selected.has(source.path),
    rules,
    take: (flow, found) => {
      shown.step();
      if (isUnclear(flow, found)) return;
      const emitted = flow.emitted(earlier?.(flow));
      const remark = checkEmitted(emitted.document, { source: flow.source, span: flow.declaration.name.span });
      if (remark !== undefined) remarks.push(remark);
      take(flow, emitted);
    },
  });
  shown.end();
  const judged = new Set(found.filter(({ code }) => !code.startsWith('lint/')).map(({ place }) => place.source.path));
  return [...diagnostics, ...found, ...remarks.filter(({ place }) => !judged.has(place.source.path))];
}

function progressOf({ unit }: Input, options: BuildOptions, io: Io): Progress {
  return progress(unit.selected.size, 'files', { io, quiet: options.quiet === true });
}

/** Errors after which it is a guess where control goes, and a guess is not written. */
const STRUCTURE = new Set([
  'check/unknown-statement',
  'check/unknown-target',
  'check/target-not-here',
  'check/outside-repeat',
  'check/jump-in-circles',
  'check/path-without-end',
]);

/** Whether a flow is in a file that does not parse, or has an error of structure. Looks at each diagnostic once. */
function unclearFlows(): (flow: CompiledFlow, found: readonly Diagnostic[]) => boolean {
  let seen = 0;
  const unparsed = new Set<string>();
  const unclear = new Map<string, Span[]>();
  return ({ source, declaration: { span: flow } }, found) => {
    for (; seen < found.length; seen++) {
      const { code, severity, place } = found[seen] as Diagnostic;
      const { path } = place.source;
      if (severity === 'error' && code.startsWith('syntax/')) unparsed.add(path);
      if (STRUCTURE.has(code)) unclear.set(path, [...(unclear.get(path) ?? []), place.span]);
    }
    return (
      unparsed.has(source.path) ||
      (unclear.get(source.path) ?? []).some((span) => span.start >= flow.start && span.end <= flow.end)
    );
  };
}

const HELP = `
A name stands for an id in some instance. Without --env, ids are made from the names alone, so that
the same source gives the same bytes everywhere.

Examples
  flowc build main.flow                one flow: its JSON on standard output
  flowc build main.flow > main.json
  flowc build --out build              the project: a file for each flow, and manifest.json
  flowc build --out build --keep-layout
                                       where built JSON is kept in git: a new block moves no other
  flowc build --target terraform --out infra/flows
                                       everything the project declares, for Terraform to create
  flowc build --env prod --out build   with the ids of that instance, which \`flowc refresh\` recorded
  cat main.flow | flowc build -
`;

interface Input {
  readonly unit: Unit;
  /** Whether all flows of a source file, as the manifest calls it, are built if there are any. */
  readonly covers: (source: string | undefined) => boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly string[];
}

/** With the way to compile it, which depends on the environment. */
interface Task extends Input {
  readonly compileUnit: CompileUnit;
  readonly rules: ChoiceFor | undefined;
}

const NOTHING: Unit = { project: undefined, flows: [], selected: new Set() };

function projectUnit(paths: readonly string[], options: BuildOptions, io: Io): Input {
  const workspace = load(paths, FLOWS, io, options);
  const [unit = NOTHING, ...others] = workspace.units;
  if (others.length > 0) {
    const roots = workspace.units.map(({ project }) =>
      project ? shownPath(project.root, io.cwd) : 'files of no project',
    );
    throw new UsageError(`these paths belong to several projects (${roots.join(', ')}); build one at a time.`);
  }
  const covers =
    unit.project === undefined
      ? isUnder(paths.length === 0 ? ['.'] : paths, io.cwd)
      : isAllOf(unit)
        ? EVERYTHING
        : NOTHING_ELSE;
  return { unit, covers, diagnostics: workspace.diagnostics, files: workspace.files.map((file) => file.path) };
}

async function inputUnit(io: Io): Promise<Input> {
  const { units, json, diagnostics } = await inputWorkspace(io);
  if (json.length > 0) throw new UsageError('standard input is JSON already; `flowc import -` makes .flow text of it.');
  const [unit] = units;
  return unit === undefined
    ? { unit: NOTHING, covers: NOTHING_ELSE, diagnostics, files: [] }
    : {
        unit,
        covers: unit.project !== undefined && isAllOf(unit) ? EVERYTHING : NOTHING_ELSE,
        diagnostics,
        files: [...unit.selected],
      };
}

const EVERYTHING = () => true;
const NOTHING_ELSE = () => false;

/** Of files that no project file stands above, only those that were named, or lie in folders that were, are known. */
function isUnder(paths: readonly string[], cwd: string): Input['covers'] {
  const named = paths.map((path) => relative(cwd, resolve(cwd, path)).split(sep).join('/'));
  return (source = '') =>
    named.some((path) => (path === '' ? !source.startsWith('../') : source === path || source.startsWith(`${path}/`)));
}

function isAllOf({ selected, flows }: Unit): boolean {
  return selected.size === flows.length;
}

function count(flows: number): string {
  return flows === 1 ? '1 flow' : `${flows} flows`;
}

async function finish(
  diagnostics: readonly Diagnostic[],
  { files }: Input,
  options: BuildOptions,
  io: Io,
  done?: string,
): Promise<ExitCode> {
  const report = { diagnostics, files };
  writeDiagnostics(report, { ...options, pages: await pagesFor(options.format) }, io, io.err);
  if (options.format === 'human' && !options.quiet) {
    if (diagnostics.length > 0) io.err.write(`${summary(report)}\n`);
    if (done !== undefined) io.err.write(`${done}\n`);
  }
  return exitCodeOf(diagnostics);
}
