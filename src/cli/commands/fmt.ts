import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { format } from '../../syntax/format.ts';
import type { PrintOptions } from '../../syntax/print.ts';
import { ConfigurationError, formatOptionsReader } from '../../workspace/format-options.ts';
import { writeAnew } from '../../workspace/write.ts';
import { isStandardInput, readStandardInput, STDIN } from '../input.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { FLOWS, load } from '../load.ts';
import type { ReportOptions } from '../report.ts';
import { exitCodeOf, writeDiagnostics } from '../report.ts';
import type { Verb } from '../verb.ts';
import { withReportOptions } from '../verb.ts';

interface FmtOptions extends ReportOptions {
  readonly check?: boolean;
}

export const verb: Verb<FmtOptions> = {
  define: (command) =>
    withReportOptions(command)
      .description(
        'Formats .flow files in their place, and lists those that changed. A file that does not parse is left as it is.',
      )
      .argument('[paths...]', 'files and folders; without any, the project; - formats standard input')
      .option('--check', 'change nothing; list the files that would change, and exit with 1 if there are any')
      .addHelpText('after', HELP),
  run: async (paths, options, io) => {
    if (isStandardInput(paths)) return formatInput(options, io);
    const workspace = load(paths, FLOWS, io, options);
    const diagnostics = [...workspace.diagnostics];
    const places = new Map(workspace.files.map((file) => [file.path, file.absolute]));
    const changed: string[] = [];
    const optionsFor = optionsReader();
    for (const unit of workspace.units) {
      for (const source of unit.flows) {
        const absolute = unit.selected.has(source.path) ? places.get(source.path) : undefined;
        if (absolute === undefined) continue;
        const { text, diagnostics: problems } = format(source, await optionsFor(absolute));
        diagnostics.push(...problems);
        if (text === source.text) continue;
        const problem = options.check ? undefined : writeAnew(absolute, text, source.path);
        if (problem) diagnostics.push(problem);
        else changed.push(source.path);
      }
    }
    io.out.write(changed.map((path) => `${path}\n`).join(''));
    if (options.check && changed.length > 0 && options.format === 'human' && !options.quiet) {
      const files = changed.length === 1 ? '1 file is' : `${changed.length} files are`;
      io.err.write(`${files} not formatted; \`flowc fmt\` does it\n`);
    }
    return finish(diagnostics, options.check === true && changed.length > 0, options, io);
  },
};

const HELP = `
Examples
  flowc fmt                    the project around the working folder
  flowc fmt main.flow
  flowc fmt --check            for CI
  cat main.flow | flowc fmt -  for editors

Lines are 100 columns wide and indented by two blanks, unless .prettierrc or .editorconfig say
otherwise (printWidth, tabWidth, useTabs, endOfLine). \`// prettier-ignore\` above something leaves it
as it stands.
`;

function optionsReader(): (absolute: string) => Promise<PrintOptions> {
  const read = formatOptionsReader();
  return async (absolute) => {
    try {
      return await read(absolute);
    } catch (error) {
      if (error instanceof ConfigurationError) throw new UsageError(error.message);
      throw error;
    }
  };
}

async function formatInput(options: FmtOptions, io: Io): Promise<ExitCode> {
  const { source, kind, diagnostics } = await readStandardInput(io);
  if (kind === 'json') throw new UsageError('standard input is JSON; `fmt` formats .flow text.');
  if (source === undefined) return finish(diagnostics, false, options, io);
  const { text, diagnostics: problems } = format(source, await optionsReader()(join(io.cwd, STDIN)));
  const differs = text !== source.text;
  if (options.check) io.out.write(differs ? `${STDIN}\n` : '');
  // What cannot be parsed goes back as it came, so that an editor that pipes through loses nothing.
  else io.out.write(text);
  return finish([...diagnostics, ...problems], options.check === true && differs, options, io);
}

function finish(diagnostics: readonly Diagnostic[], differs: boolean, options: FmtOptions, io: Io): ExitCode {
  writeDiagnostics({ diagnostics, files: [] }, options, io, io.err);
  return exitCodeOf(diagnostics) || (differs ? 1 : 0);
}
