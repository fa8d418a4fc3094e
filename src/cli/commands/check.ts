import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Wanted } from '../../workspace/discover.ts';
import type { Workspace } from '../../workspace/load.ts';
import { checkWorkspace, compilerFor, type Narrow } from '../check-workspace.ts';
import { inputWorkspace } from '../input-workspace.ts';
import { isStandardInput } from '../input.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { load } from '../load.ts';
import { progress, type Progress } from '../progress.ts';
import type { Report, ReportOptions } from '../report.ts';
import { exitCodeOf, pagesFor, summary, writeDiagnostics } from '../report.ts';
import type { Verb } from '../verb.ts';
import { wholeNumber, withReportOptions } from '../verb.ts';

interface CheckOptions extends ReportOptions {
  readonly fix?: boolean;
  readonly watch?: boolean;
  readonly maxWarnings?: number;
  readonly env?: string;
  readonly only?: string;
  readonly listRules?: boolean;
}

/** What `--only` named. */
interface Only {
  readonly narrow: Narrow;
  readonly shows: (diagnostic: Diagnostic) => boolean;
}

const WANTED: Wanted = { inFolders: 'flow-or-json', named: 'both' };

export const verb: Verb<CheckOptions> = {
  define: (command) =>
    withReportOptions(command)
      .description(
        'Says what is wrong with flows, without writing anything. Takes .flow files, flow JSON in any ' +
          'format that Connect exports, folders of either, or - for standard input.',
      )
      .argument('[paths...]', 'files and folders; without any, the project')
      .option('--fix', 'apply the fixes that cannot change what a caller meets')
      .option('--watch', 'check again whenever a file changes')
      .option('--env <name>', 'against what the snapshot of an environment says')
      .option('--only <rules>', 'only these rules, by code, separated by commas')
      .option('--list-rules', 'list the rules, and the level that each has here')
      .option('--max-warnings <number>', 'exit with 1 when there are more warnings', wholeNumber)
      .addHelpText('after', HELP),
  run: async (paths, options, io) => {
    const only = options.only === undefined ? undefined : await onlyOf(options.only);
    if (options.listRules) return listed(options, io);
    if (isStandardInput(paths)) {
      if (options.fix || options.watch) throw new UsageError('standard input can be checked, not fixed or watched.');
      return (await once(await inputWorkspace(io), options, io, only)).code;
    }
    const read = () => load(paths, WANTED, io, options);
    if (options.watch) {
      const { watch } = await import('../watch.ts');
      return watch(() => once(read(), options, io, only, read), io);
    }
    return (await once(read(), options, io, only, read)).code;
  },
};

async function onlyOf(text: string): Promise<Only> {
  const { isShown, onlyCodes, switchOn } = await import('../list-rules.ts');
  const codes = onlyCodes(text);
  const named = new Set(codes);
  return { narrow: switchOn(codes), shows: ({ code }) => isShown(code, named) };
}

async function listed({ only, format }: CheckOptions, io: Io): Promise<ExitCode> {
  const { listRules, onlyCodes } = await import('../list-rules.ts');
  await listRules(only === undefined ? undefined : onlyCodes(only), format, io);
  return 0;
}

const HELP = `
Diagnostics for people go to standard error; the other formats go to standard output.

Examples
  flowc check                              the project around the working folder
  flowc check main.flow                    one file, with the names of its project
  flowc check exports/                     flow JSON that was never written as .flow
  flowc check --max-warnings 0             for CI
  flowc check --env prod                   whether prod has what the flows speak of
  flowc check --format github              annotations on a pull request
  flowc check --only lint/no-queue         one rule, though the project may have it off
  flowc check --list-rules                 all rules, and what they count as here
  cat main.flow | flowc check -            with the names of the project around the working folder
`;

/** One check of everything, told. Also what a watcher needs to know. `reread`: reads it again when fixes were written. */
async function once(
  read: Workspace,
  options: CheckOptions,
  io: Io,
  only?: Only,
  reread: () => Workspace = () => read,
): Promise<{ readonly code: ExitCode; readonly workspace: Workspace }> {
  const compileUnit = await compilerFor(options.env, io, { to: 'check' });
  let workspace = read;
  const shown = progress(workspace.files.length, 'files', { io, quiet: options.quiet === true });
  const checked = (what: Workspace, shown?: Progress): Diagnostic[] => {
    const found = checkWorkspace(what, compileUnit, { cwd: io.cwd, shown, narrow: only?.narrow });
    return only === undefined ? found : found.filter(only.shows);
  };
  let diagnostics = checked(workspace, shown);
  if (options.fix) {
    const { applyFixes } = await import('../fix.ts');
    const look = () => {
      const again = reread();
      return { workspace: again, diagnostics: checked(again) };
    };
    ({ workspace, diagnostics } = applyFixes({ workspace, diagnostics }, look, io));
  }
  const files = workspace.files.map((file) => file.path);
  return { workspace, code: await tell({ diagnostics, files }, options, io) };
}

async function tell(report: Report, options: CheckOptions, io: Io): Promise<ExitCode> {
  const forPeople = options.format === 'human';
  writeDiagnostics(report, { ...options, pages: await pagesFor(options.format) }, io, forPeople ? io.err : io.out);
  if (forPeople && !options.quiet) io.err.write(`${summary(report)}\n`);
  const code = exitCodeOf(report.diagnostics);
  const warnings = report.diagnostics.filter((diagnostic) => diagnostic.severity === 'warning').length;
  if (options.maxWarnings === undefined || warnings <= options.maxWarnings) return code;
  if (!options.quiet)
    io.err.write(
      `flowc: ${warnings === 1 ? '1 warning is' : `${warnings} warnings are`} more than --max-warnings ${options.maxWarnings}.\n`,
    );
  return code === 0 ? 1 : code;
}
