/** `Parameters` of an action, as JSON Schema, from the facts of the catalogue. */
import type { ActionEntry, Constraint, Guard, Parameter } from '../../src/catalogue/types.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';
import { numberRange } from './number-range.ts';

/** Facts that rest on a guess or one export close nothing: keys and errors that nobody has seen yet are let through. */
export function isOpen(entry: ActionEntry): boolean {
  return entry.confidence === 'low';
}

/** Objects whose kinds of content the pages name but do not spell out. */
const UNSPELT = new Set(['UpdateContactRoutingCriteria RoutingCriteria.Steps[].Expression']);

/** A JSONPath: the value of an attribute while the flow runs. */
const PATH = '\\$\\.';

interface Node {
  readonly name: string;
  parameter: Parameter | undefined;
  readonly children: Map<string, Node>;
}

export function parametersSchema(entry: ActionEntry): JsonObject {
  const root: Node = { name: '', parameter: undefined, children: new Map() };
  for (const parameter of entry.parameters) {
    if (parameter.refused === undefined) plant(root, parameter);
  }
  const rules = [...entry.constraints.flatMap(constraintSchema), ...entry.parameters.flatMap(guardedSchema)];
  const schema = objectSchema(root, entry);
  return rules.length === 0 ? schema : { ...schema, allOf: rules };
}

/** True when the service refuses the action without Parameters. */
export function needsParameters(entry: ActionEntry): boolean {
  return entry.parameters.some((parameter) => parameter.required === 'yes') || entry.parameters.some((p) => p.guard?.absent === true);
}

/** The condition as a schema of `Parameters`. */
export function guardSchema(guard: Guard): JsonObject {
  if (guard.absent === true) return { not: nested(guard.path, undefined) };
  const value: JsonObject | undefined =
    guard.is === undefined ? undefined : { anyOf: [{ const: guard.is }, { type: 'array', contains: { const: guard.is } }] };
  const there = nested(guard.path, value);
  return guard.unless === undefined ? there : { ...there, not: nested(guard.unless, undefined) };
}

/** Objects around a value: all of them required, the last as `value` says. */
function nested(path: string, value: JsonObject | undefined): JsonObject {
  const [head = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? value : nested(rest.join('.'), value);
  return { ...(inner === undefined ? {} : { properties: { [head]: inner } }), required: [head] };
}

function plant(root: Node, parameter: Parameter): void {
  let node = root;
  for (const segment of parameter.name.replaceAll('[]', '.[]').split('.')) {
    const name = node.name === '' ? segment : segment === '[]' ? `${node.name}[]` : `${node.name}.${segment}`;
    const next = node.children.get(segment) ?? { name, parameter: undefined, children: new Map<string, Node>() };
    node.children.set(segment, next);
    node = next;
  }
  node.parameter = parameter;
}

function nodeSchema(node: Node, entry: ActionEntry): JsonObject {
  const parameter = node.parameter;
  const described: JsonObject = parameter?.notes === undefined ? {} : { description: parameter.notes };
  const item = node.children.get('[]');
  if (item !== undefined) {
    return { ...described, type: 'array', items: nodeSchema(item, entry), ...itemBounds(parameter) };
  }
  const any = node.children.get('<key>');
  if (any !== undefined) return { ...described, type: 'object', additionalProperties: nodeSchema(any, entry) };
  if (node.children.size === 0) return parameter === undefined ? {} : { ...described, ...leafSchema(parameter) };
  const object = objectSchema(node, entry);
  return parameter?.mode === 'single' ? { ...described, anyOf: [path(), object] } : { ...described, ...object };
}

function objectSchema(node: Node, entry: ActionEntry): JsonObject {
  const children = [...node.children];
  const required = children.filter(([, child]) => isRequired(child, node.name)).map(([key]) => key);
  const open = isOpen(entry) || UNSPELT.has(`${entry.type} ${node.name}`) || node.parameter?.kind.startsWith('map') === true;
  return {
    type: 'object',
    properties: Object.fromEntries(children.map(([key, child]) => [key, nodeSchema(child, entry)])),
    ...(required.length === 0 ? {} : { required }),
    ...(open ? {} : { additionalProperties: false }),
  };
}

/** Within an object that is there: `yes`, or `cond` on that object itself; or something below it is. */
function isRequired(node: Node, parent: string): boolean {
  const parameter = node.parameter;
  if (parameter !== undefined) return parameter.required === 'yes' || (parent !== '' && isGuardedBy(parameter, parent));
  return [...node.children.values()].some((child) => isRequired(child, parent));
}

/** The object around it is there, so what it hangs on is there too. */
function isGuardedBy({ guard }: Parameter, parent: string): boolean {
  if (guard === undefined || guard.absent === true || guard.is !== undefined) return false;
  return parent === guard.path || parent.startsWith(`${guard.path}.`);
}

/** `cond` parameters whose condition lies elsewhere than in the object around them. */
function guardedSchema(parameter: Parameter): JsonObject[] {
  const { guard } = parameter;
  if (parameter.required !== 'cond' || guard === undefined) return [];
  const around = guard.absent === undefined && guard.is === undefined && parameter.name.startsWith(`${guard.path}.`);
  if (around) return [];
  return [{ if: guardSchema(guard), then: nested(parameter.name, undefined) }];
}

function constraintSchema(constraint: Constraint): JsonObject[] {
  const keys = constraint.keys ?? [];
  if (keys.length === 0) return [];
  const rule = keysRule(constraint.rule, keys);
  if (constraint.scope === undefined) return [rule];
  const scope = constraint.scope.replace(/\[\]$/, '');
  const inner = constraint.scope.endsWith('[]') ? { items: rule } : rule;
  return [{ properties: { [scope]: inner } }];
}

function keysRule(rule: string, keys: readonly string[]): JsonObject {
  const each = keys.map((key) => ({ required: [key] }));
  if (rule === 'exactlyOne') return { oneOf: each };
  if (rule === 'atLeastOne') return { anyOf: each };
  const pairs = keys.flatMap((a, i) => keys.slice(i + 1).map((b) => ({ required: [a, b] })));
  return { not: { anyOf: pairs } };
}

/** What is no single value may be one path, too, unless it is static: the attribute holds the list or the map. */
function leafSchema(parameter: Parameter): JsonObject {
  const { kind, mode } = parameter;
  const fixed = fixedSchema(parameter);
  const isWhole = kind.startsWith('list') || kind.startsWith('map') || kind === 'object' || kind === 'object|list';
  return isWhole && mode !== 'static' ? { anyOf: [path(), fixed] } : fixed;
}

function fixedSchema(parameter: Parameter): JsonObject {
  const { kind } = parameter;
  if (kind.startsWith('list')) return listSchema(parameter);
  if (kind.startsWith('map<string,string>') || kind === 'map<field,value>') return { type: 'object', ...(parameter.maxItems === undefined ? {} : { maxProperties: parameter.maxItems }), additionalProperties: text() };
  if (kind === 'map<enum,flow>') {
    return { type: 'object', properties: Object.fromEntries((parameter.keys ?? []).map((key) => [key, text()])), additionalProperties: false };
  }
  if (kind === 'map<string,object>') return { type: 'object', additionalProperties: { type: 'object' } };
  if (kind.startsWith('map') || kind === 'object') return { type: 'object' };
  if (kind === 'object|list') return { type: ['object', 'array'] };
  if (kind === 'string|object') return { type: ['string', 'object'] };
  if (kind === 'bool') return { enum: [true, false, 'true', 'false'] };
  if (kind === 'number' && parameter.mode === 'single') return { type: ['number', 'string'] };
  if (kind === 'number') return { type: 'number', ...bounds(parameter) };
  if (kind === 'float') return { type: ['number', 'string'], ...bounds(parameter) };
  if (parameter.alsoNumber === true) return { anyOf: [{ type: 'integer', ...bounds(parameter) }, scalarSchema(parameter)] };
  return scalarSchema(parameter);
}

function scalarSchema(parameter: Parameter): JsonObject {
  const { kind, mode, values, charset } = parameter;
  if (mode === 'jsonpath') return path();
  const literal =
    kind === 'int-string' ? numberRange(parameter.min, parameter.max) : charset === undefined ? undefined : `[${charset}]{1,${parameter.maxLen ?? ''}}`;
  if (literal !== undefined) return mode === 'static' ? pattern(`^${literal}$`) : pattern(`^${literal}$|^${PATH}`);
  // Where a path may stand inside, or nobody knows, any text may be right.
  if (values !== undefined && mode === 'static') return { enum: [...values] };
  if (values !== undefined && mode === 'single') return { anyOf: [{ enum: [...values] }, path()] };
  return { ...text(), ...(parameter.maxLen === undefined || mode !== 'static' ? {} : { maxLength: parameter.maxLen }) };
}

function listSchema(parameter: Parameter): JsonObject {
  const { kind, values } = parameter;
  const items: JsonObject =
    kind === 'list' ? {} : kind === 'list<object>' ? { type: 'object' } : values === undefined ? text() : { enum: [...values] };
  return { type: 'array', ...(Object.keys(items).length === 0 ? {} : { items }), ...itemBounds(parameter) };
}

function itemBounds(parameter: Parameter | undefined): JsonObject {
  return {
    ...(parameter?.minItems === undefined ? {} : { minItems: parameter.minItems }),
    ...(parameter?.maxItems === undefined ? {} : { maxItems: parameter.maxItems }),
  };
}

function bounds(parameter: Parameter): JsonObject {
  return {
    ...(parameter.min === undefined ? {} : { minimum: parameter.min }),
    ...(parameter.max === undefined ? {} : { maximum: parameter.max }),
  };
}

/** The service refuses an empty string everywhere; a single space is one. */
function text(): JsonObject {
  return { type: 'string', minLength: 1 };
}

function path(): JsonObject {
  return pattern(`^${PATH}`);
}

function pattern(source: string): JsonObject {
  return { type: 'string', pattern: source } satisfies Record<string, Json>;
}
