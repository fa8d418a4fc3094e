/** One block of the old export format, read parameter by parameter so that what nobody asked for can be reported. */
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { dynamicPath } from './attributes.ts';

/** A parameter of a block. */
export interface OldParameter {
  readonly name: string;
  readonly key: string | undefined;
  /** What the block says here today: a literal, or a JSONPath where the value came from an attribute. */
  readonly value: string | undefined;
  readonly resourceName: string | undefined;
  readonly raw: JsonObject;
}

/** A way out of a block. */
export interface OldBranch {
  readonly word: string;
  /** For `Evaluate` and the queue checks: how the value is compared, and with what. */
  readonly operator: string | undefined;
  readonly operand: string | undefined;
  readonly target: string;
}

/** A block, as the rules read it. */
export interface OldModule {
  readonly type: string;
  readonly target: string | undefined;
  readonly branches: readonly OldBranch[];
  readonly has: (name: string) => boolean;
  /** The first parameter of this name; it counts as read. */
  readonly one: (name: string) => OldParameter | undefined;
  /** All parameters of these names, in the order of the export. */
  readonly all: (...names: readonly string[]) => readonly OldParameter[];
  /** The value of the parameter; undefined when it is not there or empty. */
  readonly text: (name: string) => string | undefined;
  /** True or false in any of the format's spellings. */
  readonly flag: (name: string) => boolean | undefined;
  /** The id of the resource of this name, see `resourceOf`. */
  readonly resource: (name: string, path: string) => string | undefined;
  /** A resource's id, whose name is noted for today's parameter at `path`. '' where the export knows only the name. */
  readonly resourceOf: (parameter: OldParameter | undefined, path: string) => string | undefined;
  /** Names of resources, by today's parameter path. */
  readonly display: ReadonlyMap<string, string>;
  /** Names of parameters that were never read. */
  readonly unread: () => readonly string[];
  /** Sentences' ends about what could not be said today. */
  readonly losses: string[];
}

/** Reads an entry of `modules`. */
export function oldModule(entry: JsonObject): OldModule {
  const parameters = list(entry['parameters']).flatMap((raw) => (isObject(raw) ? [parameterOf(raw)] : []));
  const read = new Set<string>();
  const display = new Map<string, string>();
  const losses: string[] = [];
  const all = (...names: readonly string[]): readonly OldParameter[] => {
    for (const name of names) read.add(name);
    return parameters.filter((parameter) => names.includes(parameter.name));
  };
  const one = (name: string): OldParameter | undefined => all(name)[0];
  const text = (name: string): string | undefined => one(name)?.value || undefined;
  const resourceOf = (parameter: OldParameter | undefined, path: string): string | undefined => {
    if (parameter?.resourceName === undefined) return parameter?.value;
    display.set(path, parameter.resourceName);
    return parameter.value ?? '';
  };
  return {
    type: typeof entry['type'] === 'string' ? entry['type'] : '',
    target: typeof entry['target'] === 'string' ? entry['target'] : undefined,
    branches: list(entry['branches']).flatMap((raw) => (isObject(raw) ? [branchOf(raw)] : [])),
    has: (name) => parameters.some((parameter) => parameter.name === name),
    one,
    all,
    text,
    flag: (name) => {
      const value = text(name)?.toLowerCase();
      return value === undefined ? undefined : value === 'true';
    },
    resource: (name, path) => resourceOf(one(name), path),
    resourceOf,
    display,
    unread: () => [...new Set(parameters.map(({ name }) => name))].filter((name) => !read.has(name)),
    losses,
  };
}

function parameterOf(raw: JsonObject): OldParameter {
  const { name, key, resourceName } = raw;
  return {
    name: typeof name === 'string' ? name : '',
    key: typeof key === 'string' ? key : undefined,
    value: valueOf(raw['value'], raw['namespace']),
    resourceName: typeof resourceName === 'string' && resourceName !== '' ? resourceName : undefined,
    raw,
  };
}

/** Everything is a string today; a value from a namespace is a JSONPath. */
export function valueOf(value: Json | undefined, namespace: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return typeof namespace === 'string' && namespace !== '' ? dynamicPath(namespace, text) : text;
}

function branchOf(raw: JsonObject): OldBranch {
  const { condition, conditionType, transition } = raw;
  return {
    word: typeof condition === 'string' ? condition : '',
    operator: typeof conditionType === 'string' ? conditionType : undefined,
    operand: valueOf(raw['conditionValue'], undefined),
    target: typeof transition === 'string' ? transition : '',
  };
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
