/**
 * What a resource of another tool may say: facts about its properties, and whether something keeps to them. Values that
 * only the other tool will know (references) are taken at their word.
 */
import { isObject } from '../text/json.ts';

export type Shape =
  | {
      readonly is: 'text';
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: string;
      readonly of?: readonly string[];
    }
  | { readonly is: 'number'; readonly min?: number; readonly max?: number }
  | { readonly is: 'flag' }
  | { readonly is: 'list'; readonly of: Shape; readonly min?: number; readonly max?: number }
  | { readonly is: 'map'; readonly of: Shape }
  | { readonly is: 'object'; readonly required: Members; readonly optional: Members };

export type Members = Readonly<Record<string, Shape>>;

export interface ResourceSchema {
  /** Arguments that it must have, and may have. */
  readonly required: Members;
  readonly optional: Members;
  /** What others may read of it. */
  readonly attributes: readonly string[];
}

export interface Violation {
  /** `QuickConnectConfig.PhoneConfig.PhoneNumber`, `Tags[0].Key`. */
  readonly path: string;
  /** What is wrong with it, as the end of a sentence that begins with the path. */
  readonly problem: string;
}

/** What a resource says that its schema does not know or does not allow. `isReference`: a value that stands for another. */
export function violations(
  schema: Pick<ResourceSchema, 'required' | 'optional'>,
  properties: unknown,
  isReference: (value: unknown) => boolean,
): readonly Violation[] {
  const found: Violation[] = [];
  checkObject(schema, properties, '', { isReference, found });
  return found;
}

interface Checking {
  readonly isReference: (value: unknown) => boolean;
  readonly found: Violation[];
}

function checkObject(
  { required, optional }: { readonly required: Members; readonly optional: Members },
  value: unknown,
  path: string,
  checking: Checking,
): void {
  if (!isObject(value)) {
    checking.found.push({ path, problem: 'is not an object' });
    return;
  }
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  for (const key of Object.keys(required)) {
    if (!Object.hasOwn(value, key)) checking.found.push({ path: at(key), problem: 'is missing' });
  }
  for (const [key, member] of Object.entries(value)) {
    const shape = Object.hasOwn(required, key)
      ? required[key]
      : Object.hasOwn(optional, key)
        ? optional[key]
        : undefined;
    if (shape === undefined) checking.found.push({ path: at(key), problem: 'is not known there' });
    else checkValue(shape, member, at(key), checking);
  }
}

function checkValue(shape: Shape, value: unknown, path: string, checking: Checking): void {
  if (checking.isReference(value)) return;
  const wrong = (problem: string) => void checking.found.push({ path, problem });
  switch (shape.is) {
    case 'text':
      if (typeof value !== 'string') wrong('is not a text');
      else checkText(shape, value, wrong);
      return;
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value)) wrong('is not a whole number');
      else if (value < (shape.min ?? -Infinity) || value > (shape.max ?? Infinity)) {
        wrong(`is ${value}; it may be ${range(shape)}`);
      }
      return;
    case 'flag':
      if (typeof value !== 'boolean') wrong('is neither true nor false');
      return;
    case 'list':
      if (!Array.isArray(value)) wrong('is not a list');
      else {
        if (value.length < (shape.min ?? 0) || value.length > (shape.max ?? Infinity)) {
          wrong(`has ${value.length} entries; it may have ${range(shape)}`);
        }
        value.forEach((item, i) => {
          checkValue(shape.of, item, `${path}[${i}]`, checking);
        });
      }
      return;
    case 'map':
      if (!isObject(value)) wrong('is not an object');
      else for (const [key, item] of Object.entries(value)) checkValue(shape.of, item, `${path}.${key}`, checking);
      return;
    case 'object':
      checkObject(shape, value, path, checking);
  }
}

function checkText(shape: Shape & { is: 'text' }, value: string, wrong: (problem: string) => void): void {
  const { length } = value;
  if (length < (shape.min ?? 0) || length > (shape.max ?? Infinity)) {
    wrong(`has ${length} characters; it may have ${range(shape)}`);
  } else if (shape.of !== undefined && !shape.of.includes(value)) {
    wrong(`is ${JSON.stringify(value)}; it may be ${shape.of.join(', ')}`);
  } else if (shape.pattern !== undefined && !new RegExp(shape.pattern, 'u').test(value)) {
    wrong(`is ${JSON.stringify(value)}, which is not of the form that it must have`);
  }
}

function range({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (max === undefined) return `${min ?? 0} or more`;
  return min === undefined ? `${max} at most` : `${min} to ${max}`;
}
