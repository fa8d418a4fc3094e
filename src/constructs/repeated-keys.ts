/** Keys that stand twice in one pair of braces: of two values one would be lost without a word. */
import { removeEntry } from '../diagnostics/remedy.ts';
import type { Entry, Param, Value } from '../syntax/ast.ts';
import type { Span } from '../text/text.ts';
import { report, type Lowering } from './lowering.ts';

/** Entries whose key one before them has, also in the braces within their values. */
export function repeatedKeys(entries: readonly Entry[]): readonly Param[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    if (entry.kind !== 'param') return [];
    const isAgain = seen.has(entry.key.text);
    seen.add(entry.key.text);
    return isAgain ? [entry] : repeatedIn(entry.value);
  });
}

/** The same for the braces of a value, however deep. */
export function repeatedIn(value: Value): readonly Param[] {
  if (value.kind === 'list') return value.items.flatMap(repeatedIn);
  return value.kind === 'block' ? repeatedKeys(value.entries) : [];
}

/** `span` is the whole second entry. */
export function reportRepeatedKey(lowering: Lowering, key: string, span: Span): void {
  report(lowering, 'duplicate-parameter', span, { key }, removeEntry(lowering.source, span, 'Remove the second'));
}
