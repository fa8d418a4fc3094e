/** Text to JSON, with diagnostics for what `JSON.parse` refuses or passes over. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject, type Json } from '../text/json.ts';
import { json } from './diagnostics.ts';
import { MAX_DEPTH } from './json-scan.ts';
import type { Layer } from './layer.ts';

export interface Parsed {
  /** Undefined when the text is no JSON; then one diagnostic says so. */
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseJson(layer: Layer): Parsed {
  let value: Json;
  try {
    value = JSON.parse(layer.text) as Json;
  } catch {
    return { value: undefined, diagnostics: [whyNot(layer)] };
  }
  const found = tally(value);
  if (found === undefined) return { value: undefined, diagnostics: [whyNot(layer)] };
  const diagnostics: Diagnostic[] = [];
  if (found.keys !== keysIn(layer.text)) {
    for (const { key, span, first } of layer.scan().duplicates) {
      const related = [{ place: layer.place(first), message: 'The first one stands here.' }];
      diagnostics.push(json('duplicate-key', layer.place(span), { key }, { related }));
    }
  }
  if (found.suspicious) {
    for (const span of layer.scan().numbers) {
      const written = layer.text.slice(span.start, span.end);
      const kept = JSON.stringify(Number(written));
      if (decimal(written) !== decimal(kept)) {
        diagnostics.push(json('inexact-number', layer.place(span), { written, kept }));
      }
    }
  }
  return { value, diagnostics };
}

function whyNot(layer: Layer): Diagnostic {
  const { error, tooDeep } = layer.scan();
  const place = layer.place(error?.span ?? { start: 0, end: 0 });
  if (tooDeep) return json('too-deep', place, { limit: MAX_DEPTH });
  return json('invalid', place, { problem: error?.problem ?? 'it cannot be read' });
}

interface Tally {
  /** Keys in all objects. */
  keys: number;
  /** A number outside of metadata has as many digits as a double can hold, so the text may have had more. */
  suspicious: boolean;
}

/** Undefined when the value is nested too deep. */
function tally(value: Json): Tally | undefined {
  const found: Tally = { keys: 0, suspicious: false };
  return count(value, 0, found) ? found : undefined;
}

function count(value: Json, depth: number, found: Tally): boolean {
  if (typeof value === 'number') {
    const short = Number.isSafeInteger(value) || (!Number.isInteger(value) && String(value).length <= 16);
    if (!short || !Number.isFinite(value) || Object.is(value, -0)) found.suspicious = true;
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  if (!isObject(value)) return value.every((item) => count(item, depth + 1, found));
  const { suspicious } = found;
  for (const key in value) {
    found.keys++;
    if (!count(value[key] as Json, depth + 1, found)) return false;
    // Coordinates have many digits, and nobody minds the last.
    if (key === 'Metadata' || key === 'metadata') found.suspicious = suspicious;
  }
  return true;
}

/** Number of keys in valid JSON text: strings with a colon after them. */
function keysIn(text: string): number {
  let count = 0;
  let at = text.indexOf('"');
  while (at >= 0) {
    let end = at;
    let escaped: boolean;
    do {
      end = text.indexOf('"', end + 1);
      let back = end - 1;
      while (text.charCodeAt(back) === 92) back--;
      escaped = (end - 1 - back) % 2 === 1;
    } while (escaped);
    at = end + 1;
    let c = text.charCodeAt(at);
    while (c === 32 || c === 10 || c === 13 || c === 9) c = text.charCodeAt(++at);
    if (c === 58) count++;
    at = text.indexOf('"', at);
  }
  return count;
}

/** A JSON number in one spelling: sign, digits without zeros around them, exponent. */
function decimal(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return `${sign}0`;
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
