/** JSON text in which equal values read alike: keys are sorted by code unit. */
import { isObject, type Json } from '../text/json.ts';

export function canonicalJson(value: Json): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  if (!isObject(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${members.join(',')}}`;
}
