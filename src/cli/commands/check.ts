import { checkJson, compile } from '../../compiler.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Wanted } from '../../workspace/discover.ts';
import { loadWorkspace } from '../../workspace/load.ts';
import type { Workspace } from '../../workspace/load.ts';
import { checkWorkspace, compilerFor } from '../check-workspace.ts';
import { isStandardInput, readStandardInput, STDIN } from '../input.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { progress } from '../progress.ts';
import type { Report, ReportOptions } from '../report.ts';
import { exitCodeOf, summary, writeDiagnostics } from '../report.ts';
import type { Verb } from '../verb.ts';
import { wholeNumber, withReportOptions } from '../verb.ts';

interface CheckOptions extends ReportOptions {
  readonly fix?: boolean;
  readonly watch?: boolean;
  readonly maxWarnings?: number;
  readonly env?: string;
}

const WANTED: Wanted = { inFolders: 'flow-or-json', named: 'both' };

export const verb: Verb<CheckOptions> = {
  define: (command) =>
    withReportOptions(command)
      .description(
        'Says what is wrong with flows, without writing anything. Takes .flow files, flow JSON in any\n' +
          'format that Connect exports, folders of either, or - for standard input.',
      )
      .argument('[paths...]', 'files and folders; without any, the project')
      .option('--fix', 'apply the fixes that cannot change what a caller meets')
      .option('--watch', 'check again whenever a file changes')
      .option('--env <name>', 'against what the snapshot of an environment says')
      .option('--max-warnings <number>', 'exit with 1 when there are more warnings', wholeNumber)
      .addHelpText('after', HELP),
  run: async (paths, options, io) => {
    if (isStandardInput(paths)) {
      if (options.fix || options.watch) throw new UsageError('standard input can be checked, not fixed or watched.');
      return tell(await checkInput(io), options, io);
    }
    if (options.watch) {
      const { watch } = await import('../watch.ts');
      return watch(() => once(paths, options, io), io);
    }
    return (await once(paths, options, io)).code;
  },
};

const HELP = `
Diagnostics for people go to standard error; the other formats go to standard output.

Examples
  flowc check                              the project around the working folder
  flowc check main.flow                    one file, with the names of its project
  flowc check exports/                     flow JSON that was never written as .flow
  flowc check --max-warnings 0             for CI
  flowc check --env prod                   whether prod has what the flows speak of
  flowc check --format github              annotations on a pull request
  cat main.flow | flowc check -
`;

/** One check of everything, told. Also what a watcher needs to know. */
async function once(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<{ readonly code: ExitCode; readonly workspace: Workspace }> {
  const compileUnit = await compilerFor(options.env, io, { to: 'check' });
  const load = () => loadWorkspace(paths, { cwd: io.cwd, wanted: WANTED });
  let workspace = load();
  const shown = progress(workspace.files.length, 'files', { io, quiet: options.quiet === true });
  let diagnostics = checkWorkspace(workspace, compileUnit, shown);
  if (options.fix) {
    const { applyFixes } = await import('../fix.ts');
    const look = () => {
      const again = load();
      return { workspace: again, diagnostics: checkWorkspace(again, compileUnit) };
    };
    ({ workspace, diagnostics } = applyFixes({ workspace, diagnostics }, look, io));
  }
  const files = workspace.files.map((file) => file.path);
  return { workspace, code: tell({ diagnostics, files }, options, io) };
}

async function checkInput(io: Io): Promise<Report> {
  const { source, kind, diagnostics } = await readStandardInput(io);
  const found: readonly Diagnostic[] = !source
    ? []
    : kind === 'json'
      ? checkJson(source)
      : compile([source]).diagnostics;
  return { files: [STDIN], diagnostics: [...diagnostics, ...found] };
}

function tell(report: Report, options: CheckOptions, io: Io): ExitCode {
  const forPeople = options.format === 'human';
  writeDiagnostics(report, options, io, forPeople ? io.err : io.out);
  if (forPeople && !options.quiet) io.err.write(`${summary(report)}\n`);
  const code = exitCodeOf(report.diagnostics);
  const warnings = report.diagnostics.filter((diagnostic) => diagnostic.severity === 'warning').length;
  if (options.maxWarnings === undefined || warnings <= options.maxWarnings) return code;
  if (!options.quiet)
    io.err.write(`flowc: ${warnings} warnings are more than --max-warnings ${options.maxWarnings}.\n`);
  return code === 0 ? 1 : code;
}
