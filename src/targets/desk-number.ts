import type { JsonObject } from '../text/json.ts';
import { objectAt, textAt } from '../text/json-members.ts';

/** The telephone of a user who has one: `phone: desk "+81…"`. */
export function deskNumber(data: JsonObject): string | undefined {
  return textAt(objectAt(data, 'phone'), 'desk');
}
