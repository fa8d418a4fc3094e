/** Whether a single value is one that the service takes for a parameter. */
import { attributeRoots, scalarRoots } from '../../../catalogue/attributes.ts';
import type { Parameter } from '../../../catalogue/types.ts';
import { wholePath } from '../../../graph/paths.ts';
import { isObject, type Json } from '../../../text/json.ts';
import { isDynamic } from './guards.ts';
import type { Sheet } from './sheet.ts';

/**
 * `empty`: a text of no length, which the service never takes. `boolean`: a JSON boolean, which it takes for another
 * action altogether. `invalid`: any other value that it does not take.
 */
export type Fault = 'empty' | 'boolean' | 'invalid';

/** How much is known of the action. */
type Firmness = Pick<Sheet, 'isFirm' | 'namesAreFirm'>;

export function faultOf(fact: Parameter, value: Json, firmness: Firmness): Fault | undefined {
  if (value === '') return 'empty';
  if (typeof value === 'string') return isText(fact, value, firmness) ? undefined : 'invalid';
  if (typeof value === 'boolean') return fact.kind === 'bool' ? undefined : 'boolean';
  if (fact.kind === 'string|object' && isObject(value)) return undefined;
  if (typeof value !== 'number') return 'invalid';
  // Numbers are taken as the texts that they would be.
  return fact.kind === 'number' || fact.mode === 'unconfirmed' || isText(fact, String(value), firmness)
    ? undefined
    : 'invalid';
}

function isText(fact: Parameter, value: string, { isFirm, namesAreFirm }: Firmness): boolean {
  if (fact.mode === 'jsonpath') return isPathOfOneValue(value);
  if (isDynamic(value)) return true;
  if (fact.ref !== undefined) return true;
  if (!isFirm || fact.unchecked !== undefined) return true;
  if (fact.maxLen !== undefined && value.length > fact.maxLen) return false;
  if (fact.charset !== undefined && !new RegExp(`^[${fact.charset}]*$`).test(value)) return false;
  switch (fact.kind) {
    case 'enum':
    case 'bool-string':
      return (
        !namesAreFirm ||
        isWord(fact.values, value) ||
        (fact.orLike !== undefined && new RegExp(`^(?:${fact.orLike})$`).test(value))
      );
    case 'bool':
      return isWord(['true', 'false'], value);
    case 'int-string':
      return /^[+-]?\d{1,19}$/.test(value) && isInRange(fact, Number(value));
    case 'float':
      return value.trim() !== '' && isInRange(fact, Number(value));
    case 'e164':
      // X stands for digits that are not shown.
      return /^\+[1-9][\dX]{1,14}$/.test(value);
    case 'bcp47':
      return /^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2,3})?$/.test(value);
    case 'iso2':
      return /^[A-Z]{2}$/.test(value);
    default:
      return true;
  }
}

/** Capitals are as pages, exports and live calls each have them: all were taken. */
export function isWord(words: readonly string[] | undefined, value: string): boolean {
  if (words === undefined || words.includes(value)) return true;
  const lower = value.toLowerCase();
  return words.some((word) => word.toLowerCase() === lower);
}

function isInRange({ name, min, max, maxBy }: Parameter, value: number): boolean {
  if (Number.isNaN(value) || (min !== undefined && value < min)) return false;
  // The service stores a longer limit than it keeps to, and than the designer's field takes.
  return max === undefined || value <= max || maxBy === 'designer' || name === 'InvocationTimeLimitSeconds';
}

let known: ReadonlySet<string> | undefined;

/** What a path may begin with. */
function roots(): ReadonlySet<string> {
  return (known ??= new Set(attributeRoots.map(({ root }) => root.split('.')[0] ?? '')));
}

function isPathOfOneValue(value: string): boolean {
  const [root, ...keys] = wholePath(value)?.segments ?? [];
  return root !== undefined && (keys.length > 0 ? roots().has(root) : scalarRoots.has(root));
}
