/** Times as one speaks them (`5 minutes`), which the language writes as one word (`5m`). */
import type { Phrase, Value } from '../syntax/ast.ts';
import { phrase } from '../syntax/make.ts';

/** A number and the unit behind it as one value: nobody means two by them. */
export function spelledTime(amount: Value, unit: Value | undefined): Phrase | undefined {
  if (amount.kind !== 'number' || unit?.kind !== 'word' || !UNIT.test(unit.text)) return undefined;
  return { ...phrase([amount, unit]), span: { start: amount.span.start, end: unit.span.end } };
}

/** How the language writes it. */
export function writtenTime(value: Value): string | undefined {
  if (value.kind !== 'phrase' || value.words.length !== 2) return undefined;
  const [amount, unit] = value.words;
  if (amount?.kind !== 'number' || unit?.kind !== 'word' || !UNIT.test(unit.text)) return undefined;
  return `${amount.text}${unit.text.slice(0, 1).toLowerCase()}`;
}

const UNIT = /^(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)$/i;
