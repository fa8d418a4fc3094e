/** Conditions on an action's own parameters, which say when another parameter or an error is due. */
import type { Guard } from '../../catalogue/types.ts';
import type { Json, JsonObject } from '../../text/json.ts';
import { valueAt } from '../../text/json-members.ts';
import { hasToken } from './values.ts';

/** `unknown` where no value stands in the parameter that decides: a token, a path, a wrong value, or nothing where something should. */
export type Holds = 'yes' | 'no' | 'unknown';

export function holds(guard: Guard, parameters: JsonObject): Holds {
  if (guard.unless !== undefined && valueAt(parameters, guard.unless) !== undefined) return 'no';
  const value = valueAt(parameters, guard.path);
  if (guard.absent === true) return value === undefined ? 'yes' : 'no';
  if (guard.is === undefined) return value === undefined ? 'no' : 'yes';
  if (value === undefined) return 'unknown';
  if (Array.isArray(value)) return value.includes(guard.is) ? 'yes' : 'no';
  if (value === guard.is) return 'yes';
  return isTelling(value, guard.is) ? 'no' : 'unknown';
}

/** Whether another value than the wanted one decides anything: a path, a token, or a misspelt switch does not. */
function isTelling(value: Json, wanted: Json): boolean {
  if (typeof value !== 'string') return false;
  if (value === '' || value.includes('$') || hasToken(value)) return false;
  if (typeof wanted !== 'string' || !SWITCH.test(wanted)) return true;
  return SWITCH.test(value) && value.toLowerCase() !== wanted.toLowerCase();
}

const SWITCH = /^(?:true|false)$/i;

/** Ends a sentence: "… is needed ‹where StoreInput is "True"›"; `name` is how the path is called there. */
export function guardWords(guard: Guard, name: string = guard.path): string {
  if (guard.absent === true) return `where there is no ${name}`;
  return guard.is === undefined ? `beside ${name}` : `where ${name} is ${JSON.stringify(guard.is)}`;
}
