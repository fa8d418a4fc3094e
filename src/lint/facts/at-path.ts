import { valueAt } from '../../text/json-members.ts';
import type { JsonObject } from '../../text/json.ts';

/** The text at a path, the empty one too, or undefined when there is none or it is no text. */
export function textAt(parameters: JsonObject, path: string): string | undefined {
  const value = valueAt(parameters, path);
  return typeof value === 'string' ? value : undefined;
}
