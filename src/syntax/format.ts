/** The formatter: parse and print. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../text/text.ts';
import { parse } from './parse.ts';
import { printFile, type PrintOptions } from './print.ts';

export interface Formatted {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text in its one layout. A file with syntax errors comes back as it is, with its diagnostics. */
export function format(source: SourceText, options: PrintOptions = {}): Formatted {
  const { tree, diagnostics } = parse(source);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { text: source.text, diagnostics };
  return { text: printFile(tree, source, options), diagnostics };
}
