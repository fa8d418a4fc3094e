import { own } from '../../text/json-members.ts';
import type { Json, JsonObject } from '../../text/json.ts';

/** The value at a path of keys joined by dots (`Media.Uri`, `Messages.0.Text`); undefined where there is none. */
export function atPath(parameters: JsonObject, path: string): Json | undefined {
  if (!path.includes('.')) return own(parameters, path);
  let at: Json | undefined = parameters;
  for (let start = 0; start <= path.length;) {
    if (typeof at !== 'object' || at === null) return undefined;
    const dot = path.indexOf('.', start);
    const end = dot < 0 ? path.length : dot;
    at = own(at as JsonObject, path.slice(start, end));
    start = end + 1;
  }
  return at;
}

/** The text at a path, or undefined when there is none or it is no text. */
export function textAt(parameters: JsonObject, path: string): string | undefined {
  const value = path.includes('.') ? atPath(parameters, path) : parameters[path];
  return typeof value === 'string' ? value : undefined;
}
