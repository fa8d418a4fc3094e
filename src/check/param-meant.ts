/** A param's name alone where a value is wanted: what is told of it says to write `param` before it. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import type { Param } from './params.ts';

/** Diagnostics whose place ends with the word that is no value. */
const OF_WORDS: ReadonlySet<string> = new Set([
  'check/missing-operand',
  'check/property-kind',
  'check/surplus-operand',
  'check/value-kind',
]);

export function withParamsMeant(diagnostics: readonly Diagnostic[], params: readonly Param[]): readonly Diagnostic[] {
  if (params.length === 0) return diagnostics;
  const names = new Set(params.map(({ name }) => name));
  return diagnostics.map((diagnostic) => {
    if (!OF_WORDS.has(diagnostic.code)) return diagnostic;
    const { source, span } = diagnostic.place;
    const word = /(?:^|[ \t])([\p{L}\p{N}_-]+)$/u.exec(source.text.slice(span.start, span.end))?.[1];
    if (word === undefined || !names.has(word)) return diagnostic;
    const meant = `param ${word}`;
    const { fixes } = renameTo({ start: span.end - word.length, end: span.end }, meant);
    return { ...diagnostic, help: `Did you mean \`${meant}\`?`, ...(fixes && { fixes }) };
  });
}
