/** Conditions on an action's own parameters, by which other parameters, errors and conditions are due. */
import type { Guard } from '../../../catalogue/types.ts';
import { pathsIn } from '../../../graph/paths.ts';
import type { Json, JsonObject } from '../../../text/json.ts';

/** The value at a path of names joined by dots. */
export function valueAt(parameters: JsonObject, path: string): Json | undefined {
  let at: Json | undefined = parameters;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as JsonObject)[name];
  }
  return at;
}

/** `unsure` where the running contact decides, or the parameter that decides is not there. */
export function holds({ path, is, absent, unless }: Guard, parameters: JsonObject): 'yes' | 'no' | 'unsure' {
  if (unless !== undefined && valueAt(parameters, unless) !== undefined) return 'no';
  const value = valueAt(parameters, path);
  if (absent === true) return value === undefined ? 'yes' : 'no';
  if (is === undefined) return value === undefined ? 'no' : 'yes';
  if (value === undefined) return 'unsure';
  if (value === is || (Array.isArray(value) && value.includes(is))) return 'yes';
  return isDynamic(value) || isOtherSpelling(value, is) ? 'unsure' : 'no';
}

/** `true` where `True` is meant: the service takes the value, and what it makes of it nobody has seen. */
function isOtherSpelling(value: Json, is: Json): boolean {
  return typeof value === 'string' && typeof is === 'string' && value.toLowerCase() === is.toLowerCase();
}

/** A path stands in the text, whose value only the running contact knows. */
export function isDynamic(value: Json): boolean {
  return typeof value === 'string' && pathsIn(value).length > 0;
}
