/** Reading members of requests and of stored things: their types are checked before, so these only say so to the compiler. */
import { isObject, type Json, type JsonObject } from '../../../../text/json.ts';

export function text(input: JsonObject, member: string): string {
  const value = input[member];
  return typeof value === 'string' ? value : '';
}

export function optionalText(input: JsonObject, member: string): string | undefined {
  const value = input[member];
  return typeof value === 'string' ? value : undefined;
}

export function numeral(input: JsonObject, member: string): number | undefined {
  const value = input[member];
  return typeof value === 'number' ? value : undefined;
}

export function flag(input: JsonObject, member: string): boolean {
  return input[member] === true;
}

export function object(input: JsonObject, member: string): JsonObject | undefined {
  const value = input[member];
  return isObject(value) ? value : undefined;
}

export function objects(input: JsonObject, member: string): readonly JsonObject[] {
  const value = input[member];
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

export function texts(input: JsonObject, member: string): readonly string[] {
  const value = input[member];
  return Array.isArray(value) ? (value as readonly Json[]).filter((item) => typeof item === 'string') : [];
}

/** What may be left out. */
export type Loose = Readonly<Record<string, Json | undefined>>;

/** The members that are there. */
export function present(members: Loose): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) kept[name] = value;
  return kept;
}

/** Those of the members that are there, under the same names. */
export function pick(from: JsonObject, names: readonly string[]): JsonObject {
  const kept: Record<string, Json> = {};
  for (const name of names) {
    const value = from[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** Updates clear a text by sending an empty one; answers then leave it out. */
export function cleared(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
