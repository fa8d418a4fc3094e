/** A type of what flows exchange (`check/types.ts`) as declarations write it. */
import { TYPE_WORDS } from '../check/types.ts';
import type { Block, Value } from '../syntax/ast.ts';
import { block, list, param, phrase, sign, text, word } from '../syntax/make.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { keyName } from './json-values.ts';

/** Undefined for what is no type. */
export function sayType(json: Json | undefined): Value | undefined {
  if (!isObject(json)) return undefined;
  const { is, values, of, fields } = json as { readonly [key: string]: Json | undefined };
  switch (is) {
    case 'text':
      return Array.isArray(values)
        ? oneOf((values as readonly Json[]).map((value) => text(String(value))))
        : word('text');
    case 'list': {
      const inner = isObject(of) && of['is'] === 'any' ? undefined : sayType(of);
      return inner === undefined ? word('list') : list([inner]);
    }
    case 'object':
      return isObject(fields) ? sayFields(fields) : word('object');
    case 'either': {
      const all = Array.isArray(of) ? (of as readonly Json[]).map(sayType).filter((each) => each !== undefined) : [];
      return oneOf(all.flatMap((each) => (each.kind === 'phrase' ? each.words.filter(isNoBar) : [each])));
    }
    default:
      return TYPE_WORDS.some((known) => known === is) ? word(String(is)) : undefined;
  }
}

/** `{ key: type, … }`; without the keys whose types are none. */
export function sayFields(fields: JsonObject): Block {
  return block(
    Object.entries(fields).flatMap(([key, type]) => {
      const said = sayType(type);
      return said === undefined ? [] : [param(keyName(key), said)];
    }),
  );
}

function isNoBar(value: Value): boolean {
  return value.kind !== 'sign';
}

function oneOf(values: readonly Value[]): Value | undefined {
  const [only] = values;
  if (values.length <= 1) return only;
  return phrase(values.flatMap((value, i) => (i === 0 ? [value] : [sign('|'), value])));
}
