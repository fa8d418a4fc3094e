import type { Json } from '../../text/json.ts';

/** Every text in a JSON value, keys left aside. */
export function eachText(value: Json, visit: (text: string) => void): void {
  if (typeof value === 'string') {
    visit(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) eachText(item, visit);
    return;
  }
  const object = value as Record<string, Json>;
  for (const key in object) eachText(object[key] as Json, visit);
}
