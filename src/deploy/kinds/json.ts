/** Plain JSON taken apart and put together along dotted paths; values are never changed in place. */
import { isObject, type Json, type JsonObject } from '../../text/json.ts';

export function withPath(value: JsonObject, path: string, said: Json): JsonObject {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...value, [key]: said };
  const inner = Object.hasOwn(value, key) ? value[key] : undefined;
  return { ...value, [key]: withPath(isObject(inner) ? inner : {}, rest.join('.'), said) };
}

/** Without what stands at a path; braces that are empty then go too. */
export function without(value: JsonObject, path: string): JsonObject {
  const [key = '', ...rest] = path.split('.');
  const inner = Object.hasOwn(value, key) ? value[key] : undefined;
  if (inner === undefined) return value;
  const left = rest.length > 0 && isObject(inner) ? without(inner, rest.join('.')) : {};
  const { [key]: _, ...others } = value;
  return Object.keys(left).length === 0 ? others : { ...value, [key]: left };
}

/** Texts and numbers in an order that does not depend on where they come from. */
export function sorted<T extends string | number>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

export function inChunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
