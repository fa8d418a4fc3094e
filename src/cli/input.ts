/** Standard input as a source: `-` on the command line. */
import type { SourceText } from '../text/text.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { jsonText } from '../workspace/load.ts';
import { flowText, SIZE_LIMIT, tooLarge } from '../workspace/read.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';

export const STDIN = '<stdin>';

export interface Input {
  readonly source: SourceText | undefined;
  readonly kind: 'flow' | 'json';
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether the paths say standard input, alone. */
export function isStandardInput(paths: readonly string[]): boolean {
  if (!paths.includes('-')) return false;
  if (paths.length > 1) throw new UsageError('`-` reads standard input and stands alone; leave the other paths out.');
  return true;
}

/** Reads all of it. JSON begins with a brace, a bracket or a quote, which `.flow` text never does. */
export async function readStandardInput(io: Io): Promise<Input> {
  const bytes = await io.readInput();
  if (bytes.length > SIZE_LIMIT) return { source: undefined, kind: 'flow', diagnostics: [tooLarge(STDIN)] };
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80 && byte !== 0);
  const isJson = first === 0x7b || first === 0x5b || first === 0x22;
  return isJson ? { ...jsonText(bytes, STDIN), kind: 'json' } : { ...flowText(bytes, STDIN), kind: 'flow' };
}
