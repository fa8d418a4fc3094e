/** Reading what a declaration says, and writing only what is said. */
import { isObject, type Json, type JsonObject } from '../text/json.ts';

export function textAt(data: JsonObject, key: string): string | undefined {
  const value = data[key];
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(data: JsonObject, key: string): number | undefined {
  const value = data[key];
  return typeof value === 'number' ? value : undefined;
}

export function flagAt(data: JsonObject, key: string): boolean | undefined {
  const value = data[key];
  return typeof value === 'boolean' ? value : undefined;
}

export function objectAt(data: JsonObject, key: string): JsonObject {
  const value = data[key];
  return isObject(value) ? value : {};
}

export function listAt(data: JsonObject, key: string): readonly Json[] {
  const value = data[key];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function objectsAt(data: JsonObject, key: string): readonly JsonObject[] {
  return listAt(data, key).filter(isObject);
}

/** The members that have a value. */
export function members(all: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** The same, or undefined where none has one. */
export function someMembers(all: Readonly<Record<string, Json | undefined>>): JsonObject | undefined {
  const said = members(all);
  return Object.keys(said).length === 0 ? undefined : said;
}

/** Undefined where there is nothing in the list. */
export function someOf(list: readonly (Json | undefined)[]): readonly Json[] | undefined {
  const there = list.filter((item): item is Json => item !== undefined);
  return there.length === 0 ? undefined : there;
}
