/** Text to JSON, with diagnostics for what `JSON.parse` refuses or passes over. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject, type Json } from '../text/json.ts';
import { json, type NotJson } from './diagnostics.ts';
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
  const keys = countKeys(value);
  if (keys === undefined) return { value: undefined, diagnostics: [whyNot(layer)] };
  const diagnostics: Diagnostic[] = [];
  if (keys !== keysIn(layer.text)) {
    for (const { key, span, first } of layer.scan().duplicates) {
      const related = [{ place: layer.place(first), message: 'The first one stands here.' }];
      diagnostics.push(json('duplicate-key', layer.place(span), { key }, { related }));
    }
  }
  return { value, diagnostics };
}

function whyNot(layer: Layer): Diagnostic {
  const { error, tooDeep } = layer.scan();
  const place = layer.place(error?.span ?? { start: 0, end: 0 });
  if (tooDeep) return json('too-deep', place, { limit: MAX_DEPTH });
  const rather = error === undefined ? undefined : whatRather(layer.text, error.span.start);
  return json('invalid', place, { problem: error?.problem ?? 'it cannot be read', rather });
}

function whatRather(text: string, at: number): NotJson | undefined {
  if (isPlaceholder(text, at)) return 'template';
  return /^\s*$/.test(text.slice(0, at)) && /[\p{L}#-]/u.test(text.charAt(at)) ? 'other format' : undefined;
}

/** Whether a template of Terraform, Jinja or the like has a placeholder without quotes there. */
function isPlaceholder(text: string, at: number): boolean {
  return /^(?:[$%]\{|\{%|<<|%%)/.test(text.slice(at, at + 2)) || text.slice(at - 1, at + 1) === '{{';
}

/** Keys in all objects; undefined when the value is nested too deep. */
function countKeys(value: Json, depth = 0): number | undefined {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > MAX_DEPTH) return undefined;
  const inner = isObject(value) ? Object.values(value) : (value as readonly Json[]);
  let keys = isObject(value) ? inner.length : 0;
  for (const item of inner) {
    const found = countKeys(item, depth + 1);
    if (found === undefined) return undefined;
    keys += found;
  }
  return keys;
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
