/** Any JSON as a value of the language, and back: how `action Type { … }` and free-form parameters are written. */
import { valueAt } from '../text/json-members.ts';
import { isPath } from '../text/json-path.ts';
import { isObject, type Json } from '../text/json.ts';
import type { Block, Name, Value } from '../syntax/ast.ts';
import { isBareName } from '../syntax/bare.ts';
import { block, list, name, numeral, param, path, text, word } from '../syntax/make.ts';

/** A key of the user's own: bare where the text is an identifier, else quoted. */
export function keyName(key: string): Name {
  return name(key, !isBareName(key));
}

/** A text operand: bare when it is one JSONPath as a whole, else quoted. */
export function sayText(value: string): Value {
  return isPath(value) ? path(value) : text(value);
}

/** Writes JSON so that `readJson` gives the same JSON: numbers bare, texts quoted, `true false null` words. */
export function sayJson(value: Json): Value {
  if (typeof value === 'string') return sayText(value);
  if (typeof value === 'number') return numeral(String(value));
  if (value === null || typeof value === 'boolean') return word(String(value));
  if (Array.isArray(value)) return list(value.map((item) => sayJson(item as Json)));
  return sayObject(value as { readonly [key: string]: Json });
}

export function sayObject(value: { readonly [key: string]: Json }): Block {
  return block(Object.entries(value).map(([key, item]) => param(keyName(key), sayJson(item))));
}

/** What is wanted where `readJson` finds none. */
export const ANY_JSON = 'a text, number, list or `{ … }`';

/** Reads a value as JSON; undefined when it is none (a phrase, a sign, a block with branches). Bare words are texts. */
export function readJson(value: Value): Json | undefined {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'path':
    case 'literal':
      return value.text;
    case 'number':
      return Number(value.text);
    case 'word':
      return value.text === 'true' ? true : value.text === 'false' ? false : value.text === 'null' ? null : value.text;
    case 'list': {
      const items = value.items.map(readJson);
      return items.includes(undefined) ? undefined : (items as Json[]);
    }
    case 'block':
      return readObject(value);
    default:
      return undefined;
  }
}

export function readObject(value: Block): { readonly [key: string]: Json } | undefined {
  const pairs: [string, Json][] = [];
  for (const entry of value.entries) {
    const item = entry.kind === 'param' ? readJson(entry.value) : undefined;
    if (entry.kind !== 'param' || item === undefined) return undefined;
    pairs.push([entry.key.text, item]);
  }
  return Object.fromEntries(pairs);
}

/** The value at a dotted path; at '' the value itself. */
export function atPath(value: Json | undefined, dotted: string): Json | undefined {
  if (dotted === '') return value;
  return isObject(value) ? valueAt(value, dotted) : undefined;
}
