/** `timeout 8s`: what should be a parameter and lacks its colon. */
import { replaceBy } from '../diagnostics/remedy.ts';
import type { Clause, Value } from '../syntax/ast.ts';
import { cover } from '../text/text.ts';
import { report, type Lowering } from './lowering.ts';

/** True for a key without a colon, whether its value is there already or not. */
export function lacksColon(entry: Clause): boolean {
  if (entry.block !== undefined) return false;
  const kind = entry.words[0]?.kind;
  return kind === 'word' || kind === 'text' || kind === 'path';
}

/** Those within the braces of a value, however deep. */
export function colonsMissing(value: Value): readonly Clause[] {
  if (value.kind === 'list') return value.items.flatMap(colonsMissing);
  if (value.kind !== 'block') return [];
  return value.entries.flatMap((entry) => {
    if (entry.kind === 'param') return colonsMissing(entry.value);
    return entry.kind === 'clause' && lacksColon(entry) ? [entry] : [];
  });
}

/** Longer values are not said again. */
const MOST_SHOWN = 40;

/**
 * Tells how the entry is written, with its colon and the value that it has; `…` stands for one that it lacks. `isMap`: what
 * the key holds is written in braces of its own, without a colon.
 */
export function reportMissingColon(lowering: Lowering, entry: Clause, isMap = false): void {
  const [key, ...rest] = entry.words;
  if (key === undefined) return;
  const { text } = lowering.source;
  const first = rest[0];
  const last = rest[rest.length - 1];
  const value = first === undefined || last === undefined ? undefined : cover(first.span, last.span);
  const name = text.slice(key.span.start, key.span.end);
  const behind = value === undefined ? '…' : text.slice(value.start, value.end);
  const shown = behind.length > MOST_SHOWN || behind.includes('\n') ? '…' : behind;
  const params = {
    said: value === undefined ? name : `${name} ${shown}`,
    form: isMap && value === undefined ? `${name} { … }` : `${name}: ${shown}`,
  };
  const { end } = key.span;
  const fixes = value === undefined ? {} : replaceBy({ start: end, end }, ':', 'Add the colon', true);
  report(lowering, 'parameter-form', entry.span, params, fixes);
}
