import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decompile } from '../../decompiler.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { checkText } from '../../flowjson/schema-check.ts';
import { readFlow } from '../../flowjson/read.ts';
import { respelledNames } from '../../flowjson/respelled.ts';
import type { SourceText } from '../../text/text.ts';
import { project, wholeFile } from '../../workspace/diagnostics.ts';
import { shownPath } from '../../workspace/discover.ts';
import { fileNamer } from '../../workspace/file-names.ts';
import { PROJECT_FILE, projectRootOf } from '../../workspace/project.ts';
import { makeFolder, writeWhole } from '../../workspace/write.ts';
import { isStandardInput, readStandardInput } from '../input.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { load } from '../load.ts';
import { projectFileText } from '../project-file.ts';
import type { ReportOptions } from '../report.ts';
import { exitCodeOf, summary, writeDiagnostics } from '../report.ts';
import type { Verb } from '../verb.ts';
import { outputFolder, withReportOptions } from '../verb.ts';

interface ImportOptions extends ReportOptions {
  readonly out?: string;
  readonly force?: boolean;
}

export const verb: Verb<ImportOptions> = {
  define: (command) =>
    withReportOptions(command)
      .description(
        'Writes flow JSON as .flow text that compiles to the same flow. Reads API content, exports of the ' +
          'flow designer in both formats, and answers of describe-contact-flow.',
      )
      .argument('<json...>', 'files and folders; - reads standard input')
      .option(
        '-o, --out <dir>',
        'write a project into this folder: a file for each flow, and entities.flow',
        outputFolder,
      )
      .option('-f, --force', 'overwrite files in that folder')
      .addHelpText('after', HELP),
  run: async (paths, options, io) => {
    const { sources, diagnostics, files } = await readInputs(paths, options, io);
    if (sources.length === 0 && diagnostics.length === 0)
      throw new UsageError('there is no JSON to import in these files.');
    const all = [...diagnostics];
    const inputs = sources.flatMap((source) => {
      const { graph, contract, diagnostics: problems } = readFlow(source);
      all.push(...problems, ...(contract?.problems ?? []));
      if (graph !== undefined && problems.length === 0) all.push(...checkText(source));
      if (graph !== undefined) all.push(...respelledNames(source, graph));
      return graph ? [{ source, graph, contract: contract?.settings }] : [];
    });
    if (options.out !== undefined) {
      const fileName = fileNamer('', ['entities']);
      const written = inputs.length === 0 ? [] : decompile(inputs, { project: true, fileName }).files;
      const problems = writeProject(written, options.out, options.force === true, io);
      all.push(...problems);
      const done = written.length === 1 ? '1 file' : `${written.length} files`;
      const isDone = problems.length === 0 && written.length > 0;
      return finish(all, files, options, io, isDone ? `${done} written to ${options.out}` : undefined);
    }
    if (inputs.length > 1) {
      throw new UsageError(
        `${inputs.length} flows do not fit on standard output; choose a folder with \`--out DIR\`, or one file.`,
      );
    }
    for (const file of decompile(inputs, { project: false }).files) io.out.write(file.text);
    return finish(all, files, options, io);
  },
};

const HELP = `
Examples
  flowc import main.json                     the text on standard output
  flowc import main.json > main.flow
  flowc import exports/ --out flows          a project: flows, and what they refer to
  aws connect describe-contact-flow --instance-id $INSTANCE --contact-flow-id $FLOW | flowc import -
`;

interface Inputs {
  readonly sources: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly string[];
}

async function readInputs(paths: readonly string[], options: ImportOptions, io: Io): Promise<Inputs> {
  if (!isStandardInput(paths)) {
    const { json, diagnostics, files } = load(paths, { inFolders: 'json', named: 'any' }, io, options);
    return { sources: json, diagnostics, files: files.map((file) => file.path) };
  }
  const { source, kind, diagnostics } = await readStandardInput(io);
  if (kind === 'flow' && source !== undefined) {
    throw new UsageError('standard input is not JSON; `import` reads flow JSON.');
  }
  return { sources: source ? [source] : [], diagnostics, files: source ? [source.path] : [] };
}

function writeProject(
  files: readonly { readonly path: string; readonly text: string }[],
  out: string,
  force: boolean,
  io: Io,
): Diagnostic[] {
  if (files.length === 0) return [];
  const folder = resolve(io.cwd, out);
  const shown = (path: string) => shownPath(join(folder, path), io.cwd);
  const problem = makeFolder(folder, shown(''));
  if (problem) return [problem];
  const inTheWay = force ? [] : files.filter((file) => existsSync(join(folder, file.path)));
  if (inTheWay.length > 0) return inTheWay.map((file) => project('in-the-way', wholeFile(shown(file.path)), {}));
  // Flows that are imported into a project belong to it; elsewhere the folder becomes one.
  const complete = projectRootOf(folder) ? files : [{ path: PROJECT_FILE, text: projectFileText() }, ...files];
  for (const file of complete) {
    const failed = writeWhole(join(folder, file.path), file.text, shown(file.path));
    if (failed) return [failed];
  }
  return [];
}

function finish(
  diagnostics: readonly Diagnostic[],
  files: readonly string[],
  options: ImportOptions,
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
