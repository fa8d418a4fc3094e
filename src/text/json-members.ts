/**
 * Members of plain JSON, found along dotted paths (`Media.Uri`, `Messages.0.Text`); what is there in another type counts
 * as absent.
 */
import { isObject, type Json, type JsonObject } from './json.ts';

/** What stands under a key; nothing that every object has. */
export function own(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

export function valueAt(value: JsonObject, path: string): Json | undefined {
  if (!path.includes('.')) return own(value, path);
  let at: Json | undefined = value;
  for (let start = 0; start <= path.length;) {
    if (typeof at !== 'object' || at === null) return undefined;
    const dot = path.indexOf('.', start);
    const end = dot < 0 ? path.length : dot;
    at = own(at as JsonObject, path.slice(start, end));
    start = end + 1;
  }
  return at;
}

export function textAt(value: JsonObject, path: string): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function objectAt(value: JsonObject, path: string): JsonObject {
  const found = valueAt(value, path);
  return isObject(found) ? found : {};
}

export function objectsAt(value: JsonObject, path: string): readonly JsonObject[] {
  return listAt(value, path).filter(isObject);
}

export function textsAt(value: JsonObject, path: string): readonly string[] {
  return listAt(value, path).filter((item) => typeof item === 'string');
}

export function listAt(value: JsonObject, path: string): readonly Json[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}
