/** Whether a JSON value is one that Connect takes for a parameter, by the facts of the catalogue. */
import { scalarRoots } from '../../catalogue/attributes.ts';
import type { Parameter } from '../../catalogue/types.ts';
import { pathsIn, wholePath } from '../../graph/paths.ts';
import { isObject, type Json } from '../../text/json.ts';
import type { Shape } from './card.ts';
import { isRoot } from './reads.ts';
import { DOUBLED_PATH, hasToken, isIdOrArn, wholeNumber } from './values.ts';

export interface ValueProblem {
  /** `type`: wrong JSON type; `range`: a number outside the documented range; the others say themselves. */
  readonly kind:
    | 'type'
    | 'boolean'
    | 'number'
    | 'enum'
    | 'range'
    | 'shape'
    | 'id'
    | 'empty'
    | 'static'
    | 'whole'
    | 'path'
    | 'length';
  /** The end of the sentence "… is X, and Connect takes ‹wanted›". */
  readonly wanted: string;
  readonly value: Json;
  /** Beyond what the designer offers, and nothing says that the service refuses it. */
  readonly designer?: true;
  /** Keys below the parameter, where the problem is deeper. */
  readonly below?: string;
}

const BOOLEAN = /^(?:true|false)$/i;

const FIXED = 'a fixed value and no path';

/** The first thing that is wrong with a value, or undefined. */
export function valueProblem(parameter: Parameter, shape: Shape, value: Json): ValueProblem | undefined {
  const { kind } = parameter;
  if (shape !== 'text' && parameter.mode === 'static' && isPath(value)) return { kind: 'static', wanted: FIXED, value };
  if (shape === 'list') return listProblem(parameter, value);
  if (shape === 'map') return mapProblem(parameter, value);
  if (shape === 'object') {
    if (isObject(value) || isPathOrToken(value) || (kind === 'object|list' && Array.isArray(value))) return undefined;
    return value === ''
      ? { kind: 'empty', wanted: 'no empty text', value }
      : { kind: 'type', wanted: 'an object', value };
  }
  if (typeof value === 'string') return textProblem(parameter, value);
  if (kind === 'bool' && typeof value === 'boolean') return undefined;
  if (kind === 'string|object' && isObject(value)) return undefined;
  if (kind === 'float' && typeof value === 'number') return rangeProblem(parameter, value, value);
  if (typeof value === 'boolean')
    return { kind: 'boolean', wanted: `a string such as "${booleanWord(parameter, value)}"`, value };
  if (typeof value === 'number') {
    if (kind === 'number' || parameter.mode === 'unconfirmed') return undefined;
    // The service reads a number as the text that it would be, so a wrong one is refused for what it says.
    const problem = literalProblem(parameter, String(value));
    if (problem !== undefined) return { ...problem, value };
    return parameter.alsoNumber === true ? undefined : { kind: 'number', wanted: `the string "${value}"`, value };
  }
  return { kind: 'type', wanted: 'a string', value };
}

function booleanWord(parameter: Parameter, value: boolean): string {
  const word = String(value);
  return parameter.values?.find((known) => known.toLowerCase() === word) ?? (value ? 'True' : 'False');
}

function isPathOrToken(value: Json): boolean {
  return typeof value === 'string' && (pathsIn(value).length > 0 || hasToken(value));
}

function isPath(value: Json): boolean {
  return typeof value === 'string' && pathsIn(value).length > 0 && !hasToken(value);
}

function textProblem(parameter: Parameter, value: string): ValueProblem | undefined {
  if (value === '') return { kind: 'empty', wanted: 'no empty text', value };
  const literal = literalProblem(parameter, value);
  if (literal === undefined || hasToken(value)) return undefined;
  return literal;
}

function literalProblem(parameter: Parameter, value: string): ValueProblem | undefined {
  const { kind, mode } = parameter;
  if (mode === 'any' && kind === 'string' && parameter.maxLen === undefined) return undefined;
  if (value.includes('$')) {
    const paths = pathsIn(value);
    if (paths.length > 0) {
      // `unconfirmed` modes may be anything.
      if (mode === 'static') return { kind: 'static', wanted: FIXED, value };
      const whole = wholePath(value) !== undefined;
      // A doubled path has a rule of its own, which knows what was meant.
      if (mode === 'jsonpath' && !whole && !DOUBLED_PATH.test(value)) {
        return { kind: 'path', wanted: 'one path such as `$.Attributes.name`, and nothing around it', value };
      }
      if ((mode === 'single' || mode === 'jsonpath') && !whole) {
        return { kind: 'whole', wanted: 'one path as a whole, or a fixed value', value };
      }
      if (mode === 'jsonpath') return pathProblem(value);
      return undefined;
    }
  }
  if (mode === 'jsonpath') return { kind: 'path', wanted: 'a path such as `$.Attributes.name`', value };
  if (parameter.maxLen !== undefined && value.length > parameter.maxLen) {
    return { kind: 'length', wanted: `at most ${parameter.maxLen} characters`, value };
  }
  if (parameter.charset !== undefined && !new RegExp(`^[${parameter.charset}]*$`).test(value)) {
    return { kind: 'shape', wanted: `characters of ${parameter.charset} only`, value };
  }
  switch (kind) {
    case 'enum':
    case 'bool-string':
      if (parameter.values === undefined || parameter.values.includes(value)) return undefined;
      if (parameter.orLike !== undefined && new RegExp(`^(?:${parameter.orLike})$`).test(value)) return undefined;
      return { kind: 'enum', wanted: oneOf(parameter.values), value };
    case 'bool':
      return BOOLEAN.test(value) ? undefined : { kind: 'shape', wanted: 'true or false', value };
    case 'int-string': {
      const number = wholeNumber(value);
      if (number === undefined) return { kind: 'shape', wanted: 'a whole number in a string', value };
      return rangeProblem(parameter, number, value);
    }
    case 'float': {
      const number = Number(value);
      if (value.trim() === '' || Number.isNaN(number)) return { kind: 'shape', wanted: 'a number', value };
      return rangeProblem(parameter, number, value);
    }
    case 'e164':
      return /^\+[1-9][0-9X]{1,14}$/.test(value)
        ? undefined
        : { kind: 'shape', wanted: 'a number like "+81501234XXXX"', value };
    case 'bcp47':
      return /^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2,3})?$/.test(value)
        ? undefined
        : { kind: 'shape', wanted: 'a language code like "ja-JP"', value };
    case 'iso2':
      return /^[A-Z]{2}$/.test(value) ? undefined : { kind: 'shape', wanted: 'a country code of two capitals', value };
    case 'id|arn':
      // The views that AWS makes go by bare names: `form`, `detail`.
      if (parameter.ref === 'view') return undefined;
      return isIdOrArn(value) ? undefined : { kind: 'id', wanted: 'an id or an ARN', value };
    case 'arn':
      return value.startsWith('arn:') ? undefined : { kind: 'id', wanted: 'an ARN', value };
    default:
      return undefined;
  }
}

function pathProblem(value: string): ValueProblem | undefined {
  const path = wholePath(value);
  const root = path?.segments[0];
  if (root !== undefined && !isRoot(root)) return { kind: 'path', wanted: 'a path of one of its namespaces', value };
  if (path === undefined || root === undefined || path.segments.length > 1 || scalarRoots.has(root)) return undefined;
  return { kind: 'path', wanted: `a path to one value, such as \`$.${root}.name\``, value };
}

function rangeProblem(parameter: Parameter, number: number, value: Json): ValueProblem | undefined {
  const { min, max, maxBy } = parameter;
  if ((min === undefined || number >= min) && (max === undefined || number <= max)) return undefined;
  // A limit beyond what numbers are exact for says nothing to people.
  const range =
    max === undefined || max > Number.MAX_SAFE_INTEGER
      ? `${min} or more`
      : min === undefined
        ? `at most ${max}`
        : `${min} to ${max}`;
  const designer = maxBy === 'designer' && max !== undefined && number > max;
  return { kind: 'range', wanted: range, value, ...(designer ? { designer } : {}) };
}

function listProblem(parameter: Parameter, value: Json): ValueProblem | undefined {
  if (!Array.isArray(value)) {
    if (isPathOrToken(value)) return undefined;
    return { kind: value === '' ? 'empty' : 'type', wanted: 'a list', value };
  }
  const items = value as readonly Json[];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Json;
    if (parameter.kind === 'list<object>') {
      if (!isObject(item)) return { kind: 'type', wanted: 'an object', value: item, below: String(i) };
    } else if (parameter.mode === 'static' && isPath(item)) {
      return { kind: 'static', wanted: FIXED, value: item, below: String(i) };
    } else if (parameter.kind === 'list<enum>') {
      if (typeof item !== 'string') return { kind: 'type', wanted: 'a string', value: item, below: String(i) };
      if (parameter.values !== undefined && !parameter.values.includes(item) && !isPathOrToken(item)) {
        return { kind: item === '' ? 'empty' : 'enum', wanted: oneOf(parameter.values), value: item, below: String(i) };
      }
    } else if (item === '') {
      return { kind: 'empty', wanted: 'no empty text', value: item, below: String(i) };
    } else if (parameter.kind === 'list<string>' && typeof item !== 'string') {
      return { kind: 'type', wanted: 'a string', value: item, below: String(i) };
    }
  }
  if (parameter.minItems !== undefined && items.length < parameter.minItems) {
    return {
      kind: 'length',
      wanted: `at least ${parameter.minItems} element${parameter.minItems === 1 ? '' : 's'}`,
      value,
    };
  }
  if (parameter.maxItems !== undefined && items.length > parameter.maxItems) {
    return { kind: 'length', wanted: `at most ${parameter.maxItems} elements`, value };
  }
  return undefined;
}

function mapProblem(parameter: Parameter, value: Json): ValueProblem | undefined {
  if (!isObject(value)) {
    if (isPathOrToken(value)) return undefined;
    return { kind: value === '' ? 'empty' : 'type', wanted: 'an object', value };
  }
  const strings = parameter.kind === 'map<string,string>';
  if (parameter.keys !== undefined) {
    for (const key in value) {
      if (!parameter.keys.includes(key)) return { kind: 'enum', wanted: oneOf(parameter.keys), value: key, below: key };
    }
  }
  for (const key in value) {
    const item = value[key] as Json;
    if (item === '') return { kind: 'empty', wanted: 'no empty text', value: item, below: key };
    if (parameter.ref !== undefined && typeof item === 'string' && !isPathOrToken(item) && !isIdOrArn(item))
      return { kind: 'id', wanted: 'an id or an ARN', value: item, below: key };
    if (strings && typeof item !== 'string')
      return { kind: typeof item === 'boolean' ? 'boolean' : 'type', wanted: 'a string', value: item, below: key };
  }
  return undefined;
}

function oneOf(values: readonly string[]): string {
  const shown = values.slice(0, 8).map((value) => `"${value}"`);
  return `${values.length > 8 ? 'one of ' : ''}${shown.join(', ')}${values.length > 8 ? ', …' : ''}`;
}
