/** Diagnostics as text, in the format that the reader wants. */
import type { Diagnostic } from '../diagnostic.ts';
import { renderGithub } from './github.ts';
import { renderHuman } from './human.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderSarif, type Pages } from './sarif.ts';

export type { Pages } from './sarif.ts';

export const FORMATS = ['human', 'json', 'sarif', 'github', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

export interface RenderOptions {
  readonly format: Format;
  /** ANSI colours; only `human` has any. */
  readonly colour: boolean;
  /** Columns of the terminal; only `human` looks at it. */
  readonly width: number;
  /** Paths of all files that were looked at, for formats that list clean ones too (`junit`). */
  readonly files?: readonly string[];
  /** What is known of the codes, for formats that say it (`sarif`). */
  readonly pages?: Pages | undefined;
}

/** The report, in the order given. Ends with a line end, or is empty (`human` and `github` without diagnostics). */
export function render(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  switch (options.format) {
    case 'human':
      return diagnostics.map((diagnostic) => `${renderHuman(diagnostic, options)}\n\n`).join('');
    case 'json':
      return renderJson(diagnostics);
    case 'sarif':
      return renderSarif(diagnostics, options.pages);
    case 'github':
      return renderGithub(diagnostics);
    case 'junit':
      return renderJunit(diagnostics, options.files);
  }
}
