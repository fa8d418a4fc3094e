/** `build --target`: the project as a template of another tool, which then creates everything. */
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { cloudFormation } from '../targets/cloudformation/template.ts';
import { documentText, type TargetOptions, type TargetOutput } from '../targets/target.ts';
import { terraform } from '../targets/terraform/configuration.ts';
import type { ParsedProject } from '../compiler.ts';
import { shownPath } from '../workspace/discover.ts';
import { environmentNamed, LOCAL_NAME, nothingSaid } from '../workspace/environments.ts';
import type { Unit } from '../workspace/load.ts';
import { parseFor } from '../workspace/params.ts';
import { emptyProject } from '../workspace/project.ts';
import { makeFolder, writeWhole } from '../workspace/write.ts';
import { diagnosticsFor } from './check-workspace.ts';
import type { ExitCode, Io } from './io.ts';
import { UsageError } from './io.ts';
import type { ReportOptions } from './report.ts';
import { exitCodeOf, summary, writeDiagnostics } from './report.ts';
import { unknownEnvironment } from './unknown-environment.ts';

const TARGETS: Readonly<Record<string, (parsed: ParsedProject, options: TargetOptions) => TargetOutput>> = {
  cloudformation: cloudFormation,
  terraform,
};

export interface TargetBuild extends ReportOptions {
  readonly target: string;
  readonly out?: string;
  readonly env?: string;
  readonly moduleAlias?: string;
}

export interface TargetInput {
  readonly unit: Unit;
  readonly diagnostics: readonly Diagnostic[];
  /** Shown paths of the files that were asked for. */
  readonly files: readonly string[];
}

/**
 * Writes the template, or nothing at all where the source has errors: a template in which a flow is missing would have the
 * tool delete the flow.
 */
export function buildTarget({ unit, diagnostics, files }: TargetInput, options: TargetBuild, io: Io): ExitCode {
  const output = templateOf(unit, options);
  const found = [...diagnostics, ...diagnosticsFor(unit, output.diagnostics)];
  const isWrong = exitCodeOf(found) !== 0;
  if (output.resources === 0 && !isWrong) throw new UsageError('there is nothing in these files for a template.');
  const written = isWrong ? undefined : write(output, options, io);
  if (typeof written === 'object') found.push(written);
  const report = { diagnostics: found, files };
  writeDiagnostics(report, options, io, io.err);
  if (options.format === 'human' && !options.quiet) {
    if (found.length > 0) io.err.write(`${summary(report)}\n`);
    for (const note of isWrong ? [] : output.notes) io.err.write(`note: ${note}\n`);
    if (typeof written === 'string') io.err.write(`${count(output.resources)} written to ${written}\n`);
  }
  return exitCodeOf(found);
}

function templateOf(unit: Unit, { target, env, moduleAlias }: TargetBuild): TargetOutput {
  const make = Object.hasOwn(TARGETS, target) ? TARGETS[target] : undefined;
  if (make === undefined) throw new UsageError(`there is no target \`${target}\`.`);
  if (moduleAlias !== undefined && target !== 'cloudformation') {
    throw new UsageError(
      '`--module-alias` goes with `--target cloudformation` only: Terraform has no module versions.',
    );
  }
  if (moduleAlias !== undefined && !/^([$0-9a-zA-Z][_-]?)+$/.test(moduleAlias)) {
    throw new UsageError(
      `\`${moduleAlias}\` is no name of an alias: letters, digits, single \`_\` and \`-\` between them.`,
    );
  }
  const output = make(parsedFor(unit, env), { only: (source) => unit.selected.has(source.path), moduleAlias });
  const [reason] = output.refused;
  if (reason !== undefined) throw new UsageError(`there can be no template: ${reason}.`);
  return output;
}

/** With the values that the environment gives params; names are for the tool to bind. Without one, those of `local`. */
function parsedFor({ project, flows }: Unit, env = LOCAL_NAME): ParsedProject {
  const here = project ?? emptyProject('');
  const settings = environmentNamed(here.environments, env);
  if (settings !== undefined || env === LOCAL_NAME) return parseFor(flows, here, settings ?? nothingSaid(LOCAL_NAME));
  throw unknownEnvironment(env, here);
}

/** The shown path of what was written; what went wrong; undefined after standard output. */
function write({ document, file }: TargetOutput, { out }: TargetBuild, io: Io): string | Diagnostic | undefined {
  const text = documentText(document);
  if (out === undefined) {
    io.out.write(text);
    return undefined;
  }
  const folder = resolve(io.cwd, out);
  const shown = shownPath(folder, io.cwd);
  return makeFolder(folder, shown) ?? writeWhole(join(folder, file), text, `${shown}/${file}`) ?? `${shown}/${file}`;
}

function count(resources: number): string {
  return resources === 1 ? '1 resource' : `${resources} resources`;
}
