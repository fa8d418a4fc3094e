import { relative, resolve, sep } from 'node:path';
import type { CompiledFlow } from '../../compiler.ts';
import { compile } from '../../compiler.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Emitted } from '../../flowjson/emit.ts';
import { isUsageProblem } from '../../workspace/diagnostics.ts';
import { shownPath } from '../../workspace/discover.ts';
import type { Unit } from '../../workspace/load.ts';
import { loadWorkspace } from '../../workspace/load.ts';
import { diagnosticsFor } from '../check-workspace.ts';
import { isStandardInput, readStandardInput } from '../input.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { writeOutput } from '../output-folder.ts';
import type { ReportOptions } from '../report.ts';
import { exitCodeOf, summary, writeDiagnostics } from '../report.ts';
import type { Verb } from '../verb.ts';
import { withReportOptions } from '../verb.ts';

interface BuildOptions extends ReportOptions {
  readonly out?: string;
  readonly env?: string;
}

export const verb: Verb<BuildOptions> = {
  define: (command) =>
    withReportOptions(command)
      .description(
        'Compiles flows to flow-language JSON. As tsc does, it writes what it can in spite of errors that\n' +
          'leave the meaning clear, and exits with 1; a flow that does not parse, or has a path that leads\nnowhere, is not written.',
      )
      .argument('[paths...]', 'files and folders; without any, the project; - reads standard input')
      .option('-o, --out <dir>', 'write a file for each flow, and manifest.json, into this folder')
      .option('--env <name>', 'bind names to the ids of an environment; without it, ids are made from names')
      .addHelpText('after', HELP),
  run: async (paths, options, io) => {
    if (options.env !== undefined && options.env !== 'local') {
      throw new UsageError(
        `there is no environment \`${options.env}\`; \`local\`, which needs no instance, is the only one.`,
      );
    }
    const { unit, diagnostics, files } = isStandardInput(paths) ? await inputUnit(io) : projectUnit(paths, io);
    if (diagnostics.some(isUsageProblem)) return finish(diagnostics, files, options, io);
    const compiled = compile(unit.flows);
    const all = [...diagnostics, ...diagnosticsFor(unit, compiled.diagnostics)];
    const isClear = clearFlows(compiled.diagnostics);
    const flows = compiled.flows.filter((flow) => unit.selected.has(flow.source.path) && isClear(flow));

    const inspect = inspectorOf(all, await import('../../flowjson/schema-check.ts'));
    const out = options.out ?? (paths.length === 0 ? unit.project?.out : undefined);
    if (out !== undefined) {
      const folder = resolve(io.cwd, out);
      const from = unit.project?.root ?? io.cwd;
      const complete = exitCodeOf(all) === 0 && unit.selected.size === unit.flows.length;
      all.push(...writeOutput(flows, { folder, shown: shownPath(folder, io.cwd), complete, sourcePath, inspect }));
      return finish(all, files, options, io, `${count(flows.length)} written to ${shownPath(folder, io.cwd)}`);

      function sourcePath(path: string): string {
        return relative(from, resolve(io.cwd, path)).split(sep).join('/');
      }
    }
    const [flow, ...others] = flows;
    if (flow === undefined && exitCodeOf(all) === 0) throw new UsageError('there is no flow to build in these files.');
    if (others.length > 0) {
      throw new UsageError(
        `${count(flows.length)} do not fit on standard output; choose a folder with \`--out DIR\`, or one file.`,
      );
    }
    if (flow !== undefined) {
      const emitted = flow.emitted();
      all.push(...inspect(flow, emitted));
      io.out.write(emitted.json);
    }
    return finish(all, files, options, io);
  },
};

const HELP = `
A name stands for an id in some instance. Without --env, ids are made from the names alone, so that
the same source gives the same bytes everywhere.

Examples
  flowc build main.flow                one flow: its JSON on standard output
  flowc build main.flow > main.json
  flowc build --out build              the project: a file for each flow, and manifest.json
  cat main.flow | flowc build -
`;

interface Input {
  readonly unit: Unit;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly string[];
}

const NOTHING: Unit = { project: undefined, flows: [], selected: new Set() };

function projectUnit(paths: readonly string[], io: Io): Input {
  const workspace = loadWorkspace(paths, { cwd: io.cwd, wanted: { inFolders: 'flow', named: 'flow' } });
  const [unit = NOTHING, ...others] = workspace.units;
  if (others.length > 0) {
    const roots = workspace.units.map(({ project }) =>
      project ? shownPath(project.root, io.cwd) : 'files of no project',
    );
    throw new UsageError(`these paths belong to several projects (${roots.join(', ')}); build one at a time.`);
  }
  return { unit, diagnostics: workspace.diagnostics, files: workspace.files.map((file) => file.path) };
}

async function inputUnit(io: Io): Promise<Input> {
  const { source, kind, diagnostics } = await readStandardInput(io);
  if (kind === 'json') throw new UsageError('standard input is JSON already; `flowc import -` makes .flow text of it.');
  if (source === undefined) return { unit: NOTHING, diagnostics, files: [] };
  return {
    unit: { project: undefined, flows: [source], selected: new Set([source.path]) },
    diagnostics,
    files: [source.path],
  };
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

/** Whether what a flow means is clear, though it may not be what Connect takes. */
function clearFlows(diagnostics: readonly Diagnostic[]): (flow: CompiledFlow) => boolean {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const unparsed = new Set(errors.filter((d) => d.code.startsWith('syntax/')).map((d) => d.place.source.path));
  const unclear = errors.filter((d) => STRUCTURE.has(d.code)).map((d) => d.place);
  return ({ source, declaration: { span: flow } }) =>
    !unparsed.has(source.path) &&
    !unclear.some(
      ({ source: at, span }) => at.path === source.path && span.start >= flow.start && span.end <= flow.end,
    );
}

/** Holds documents against the published schema, where no rule has found anything that the schema would say again. */
function inspectorOf(
  found: readonly Diagnostic[],
  { checkEmitted }: typeof import('../../flowjson/schema-check.ts'),
): (flow: CompiledFlow, emitted: Emitted) => readonly Diagnostic[] {
  const judged = new Set(found.filter(({ code }) => !code.startsWith('lint/')).map(({ place }) => place.source.path));
  return ({ source, declaration }, { document }) => {
    const remark = judged.has(source.path)
      ? undefined
      : checkEmitted(document, { source, span: declaration.name.span });
    return remark === undefined ? [] : [remark];
  };
}

function count(flows: number): string {
  return flows === 1 ? '1 flow' : `${flows} flows`;
}

function finish(
  diagnostics: readonly Diagnostic[],
  files: readonly string[],
  options: BuildOptions,
  io: Io,
  done?: string,
): ExitCode {
  const report = { diagnostics, files };
  writeDiagnostics(report, options, io, io.err);
  if (options.format === 'human' && !options.quiet) {
    if (diagnostics.length > 0) io.err.write(`${summary(report)}\n`);
    if (done !== undefined) io.err.write(`${done}\n`);
  }
  return exitCodeOf(diagnostics);
}
