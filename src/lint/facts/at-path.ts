import type { Json, JsonObject } from '../../text/json.ts';

/** The value at a path of keys joined by dots (`Media.Uri`, `Messages.0.Text`); undefined where there is none. */
export function atPath(parameters: JsonObject, path: string): Json | undefined {
  let at: Json | undefined = parameters;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.prototype.hasOwnProperty.call(at, key)) return undefined;
    at = (at as JsonObject)[key];
  }
  return at;
}

/** The text at a path, or undefined when there is none or it is no text. */
export function textAt(parameters: JsonObject, path: string): string | undefined {
  const value = path.includes('.') ? atPath(parameters, path) : parameters[path];
  return typeof value === 'string' ? value : undefined;
}
