/** Reading what a declaration says, and writing only what is said. */
import { present, type Json, type JsonObject } from '../text/json.ts';
import { contractText } from '../flowjson/module-contract.ts';

export function numberAt(data: JsonObject, key: string): number | undefined {
  const value = data[key];
  return typeof value === 'number' ? value : undefined;
}

export function flagAt(data: JsonObject, key: string): boolean | undefined {
  const value = data[key];
  return typeof value === 'boolean' ? value : undefined;
}

/** The members that have a value. */
export function members(all: Readonly<Record<string, Json | undefined>>): JsonObject {
  return present(Object.entries(all));
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

/** What a module takes and gives, as the `Settings` of its resource; undefined for a module that says nothing of it. */
export function contractOf(data: JsonObject): string | undefined {
  const contract = contractText(data);
  return contract === '{}' ? undefined : contract;
}
