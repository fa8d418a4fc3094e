/** Diagnostics to the person or program that asked, and what they mean for the exit code. */
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { byPlace } from '../diagnostics/diagnostic.ts';
import type { Format, Pages } from '../diagnostics/render/index.ts';
import { render } from '../diagnostics/render/index.ts';
import { isUsageProblem } from '../workspace/diagnostics.ts';
import type { ExitCode, Io, Output } from './io.ts';

export interface ReportOptions {
  readonly format: Format;
  /** Errors only, and no closing line. */
  readonly quiet?: boolean;
  /** What is known of the codes, for formats that say it. */
  readonly pages?: Pages | undefined;
}

/** What `sarif` says of each rule. Loaded for it alone. */
export async function pagesFor(format: Format): Promise<Pages | undefined> {
  if (format !== 'sarif') return undefined;
  const { allCodes } = await import('../diagnostics/codes.ts');
  return allCodes();
}

export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /** Shown paths of all files that were looked at. */
  readonly files: readonly string[];
}

/** Whether to colour: a terminal that can, unless somebody says otherwise (https://no-color.org, FORCE_COLOR as Node has it). */
export function wantsColour(io: Io, output: Output): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM, CI } = io.env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (TERM === 'dumb' || (CI !== undefined && CI !== '' && CI !== 'false')) return false;
  return output.isTerminal();
}

/** Writes the diagnostics to `output`. */
export function writeDiagnostics(report: Report, options: ReportOptions, io: Io, output: Output): void {
  const { format, quiet, pages } = options;
  const shown = report.diagnostics.filter((d) => !quiet || d.severity === 'error').sort(byPlace);
  if (shown.length === 0 && (format === 'human' || format === 'github')) return;
  const forPeople = format === 'human';
  output.write(
    render(shown, {
      format,
      colour: forPeople && wantsColour(io, output),
      width: forPeople ? output.columns() : 100,
      files: report.files,
      pages,
    }),
  );
}

/** The closing line for people: how many problems in how many files. */
export function summary({ diagnostics, files }: Report): string {
  const count = (severity: Severity) => diagnostics.filter((d) => d.severity === severity).length;
  const parts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const number = count(severity);
    return number === 0 ? [] : [`${number} ${severity}${number === 1 ? '' : 's'}`];
  });
  const found = parts.length === 0 ? 'no problems' : parts.join(', ');
  return files.length === 0 ? found : `${found} in ${files.length === 1 ? '1 file' : `${files.length} files`}`;
}

/** What the diagnostics mean for the exit code. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  if (diagnostics.some(isUsageProblem)) return 2;
  return diagnostics.some((d) => d.severity === 'error') ? 1 : 0;
}
