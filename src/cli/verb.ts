/** How a verb is put together: one file per verb exports one of these, loaded only when it is called. */
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../diagnostics/render/index.ts';
import type { ReportOptions } from './report.ts';
import type { ExitCode, Io } from './io.ts';

export interface Verb<Options> {
  /** Arguments, options and help. */
  readonly define: (command: Command) => Command;
  readonly run: (paths: readonly string[], options: Options, io: Io) => ExitCode | Promise<ExitCode>;
}

/** The options that every verb with diagnostics has. */
export function withReportOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', 'how to write diagnostics')
        .choices(FORMATS)
        .default('human' satisfies ReportOptions['format']),
    )
    .option('-q, --quiet', 'errors only, and no closing line');
}

/** A folder to write into. What `-` means elsewhere, standard output, is what these verbs do without it. */
export function outputFolder(text: string): string {
  if (text === '-') throw new InvalidArgumentError('Leave it out: without it the text goes to standard output.');
  return text;
}

/** A file to write into, which standard output cannot take the place of: what goes there is for people. */
export function outputFile(text: string): string {
  if (text === '-')
    throw new InvalidArgumentError('Name a file: standard output shows the plan, or with --json its data.');
  return text;
}

/** A count on the command line. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number, 0 or more.');
  return Number(text);
}
