/** Holds values against the shapes of the model. The same for what comes in and, in tests, for what goes out. */
import type { Json, JsonObject } from '../../../text/json.ts';
import { isObject } from '../../../text/json.ts';
import type { Shape, StructureShape, TextShape } from '../model/index.ts';
import { shapeNamed } from '../model/index.ts';

export interface Misfit {
  /** `hours.0.name`: as the service writes it, with small first letters. */
  readonly path: string;
  /** `Member must not be null`. */
  readonly constraint: string;
}

/**
 * What does not fit. Members that the model does not know pass, as in the service, unless `strict`; null is as good as
 * not there.
 */
export function misfits(value: JsonObject, structure: StructureShape, strict = false): readonly Misfit[] {
  const found: Misfit[] = [];
  inStructure(value, structure, { path: '', strict, found });
  return found;
}

interface Place {
  readonly path: string;
  readonly strict: boolean;
  readonly found: Misfit[];
}

function inStructure(value: JsonObject, structure: StructureShape, place: Place): void {
  for (const [name, member] of Object.entries(structure.members)) {
    const said = Object.hasOwn(value, name) ? value[name] : undefined;
    if (said === undefined || said === null) {
      if (member.required && !member.token) complain(within(place, name), 'Member must not be null');
    } else {
      inShape(said, shapeNamed(member.of), within(place, name));
    }
  }
  if (structure.is === 'union' && Object.values(value).filter((said) => said !== null).length !== 1) {
    complain(place, 'Member must have exactly one value set');
  }
  if (!place.strict) return;
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(structure.members, name)) complain(within(place, name), 'Member is not known');
  }
}

function inShape(value: Json, shape: Shape, place: Place): void {
  switch (shape.is) {
    case 'structure':
    case 'union':
      return isObject(value) ? inStructure(value, shape, place) : complain(place, 'Member must be a structure');
    case 'list': {
      if (!Array.isArray(value)) return complain(place, 'Member must be a list');
      const items = value as readonly Json[];
      countFits(items.length, shape, place, 'length');
      const of = shapeNamed(shape.of);
      items.forEach((item, index) => inShape(item, of, within(place, `${index + 1}.member`)));
      return;
    }
    case 'map': {
      if (!isObject(value)) return complain(place, 'Member must be a map');
      const entries = Object.entries(value);
      countFits(entries.length, shape, place, 'length');
      const of = shapeNamed(shape.of);
      for (const [key, item] of entries) inShape(item, of, within(place, `${key}.member`));
      return;
    }
    case 'string':
      return typeof value === 'string' ? textFits(value, shape, place) : complain(place, 'Member must be a string');
    case 'number':
      if (typeof value !== 'number') return complain(place, 'Member must be a number');
      return countFits(value, shape, place, 'value');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : complain(place, 'Member must be a boolean');
    case 'timestamp':
      return typeof value === 'number' ? undefined : complain(place, 'Member must be a timestamp in epoch seconds');
  }
}

function textFits(value: string, shape: TextShape, place: Place): void {
  const { min, max, pattern } = shape;
  // Characters are only counted when there could be too many or too few: flows are long.
  if ((max !== undefined && value.length > max) || (min !== undefined && value.length < min * 2)) {
    countFits([...value].length, shape, place, 'length');
  }
  if (pattern !== undefined && !regularExpression(pattern).test(value)) {
    complain(place, `Member must satisfy regular expression pattern: ${pattern}`);
  }
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    complain(place, `Member must satisfy enum value set: [${shape.enum.join(', ')}]`);
  }
}

function countFits(
  count: number,
  { min, max }: { readonly min?: number; readonly max?: number },
  place: Place,
  what: 'length' | 'value',
): void {
  const have = what === 'length' ? 'have length' : 'have value';
  if (min !== undefined && count < min) complain(place, `Member must ${have} greater than or equal to ${min}`);
  if (max !== undefined && count > max) complain(place, `Member must ${have} less than or equal to ${max}`);
}

const compiled = new Map<string, RegExp>();

function regularExpression(pattern: string): RegExp {
  let made = compiled.get(pattern);
  if (made === undefined) compiled.set(pattern, (made = compile(pattern)));
  return made;
}

/** A few of the service's patterns are Java's and no JavaScript: with `u` where that compiles, else without. */
function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

function within({ path, strict, found }: Place, name: string): Place {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  return { path: path === '' ? small : `${path}.${small}`, strict, found };
}

function complain({ path, found }: Place, constraint: string): void {
  found.push({ path, constraint });
}
