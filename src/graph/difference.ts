/** How two flows differ: the first difference, in flow terms. */
import { own } from '../text/json-members.ts';
import { isObject, sameJson, type Json } from '../text/json.ts';
import { canonicalJson } from './canonical.ts';
import type { ConditionEdge, ErrorEdge, FlowAction } from './flow-graph.ts';

/**
 * `top`: a member beside StartAction and Actions. `start`, `target`: where control goes. `count`: number of actions.
 * `type`, `parameters`, `extra`: what an action is. `next`, `error`, `condition`: a branch that is there or not, or what it
 * says. `unmatched`: an action with no equal on the other side. `undecided`: the search was given up, which no real flow does.
 */
export type DifferenceKind =
  | 'top'
  | 'start'
  | 'count'
  | 'type'
  | 'parameters'
  | 'extra'
  | 'next'
  | 'error'
  | 'condition'
  | 'target'
  | 'unmatched'
  | 'undecided';

/** The first difference found, walking from the start. `a` is on the side of the first graph, `b` on that of the second. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The actions that ought to be equal. */
  readonly a: FlowAction | undefined;
  readonly b: FlowAction | undefined;
  /** Path in the document's own terms: `Settings`, `Parameters.Media.Uri`, `Transitions.Errors.NoMatchingError`. */
  readonly path: string;
  /** What stands there on each side; undefined where nothing does. */
  readonly valueA: Json | undefined;
  readonly valueB: Json | undefined;
}

/** What differs in two actions themselves, whatever their edges lead to. */
export function actionDifference(a: FlowAction, b: FlowAction): Difference | undefined {
  const of = (kind: DifferenceKind, path: string, valueA: Json | undefined, valueB: Json | undefined): Difference => {
    return { kind, a, b, path, valueA, valueB };
  };
  if (a.type !== b.type) return of('type', 'Type', a.type, b.type);
  const parameters = jsonDifference(a.parameters, b.parameters, 'Parameters');
  if (parameters !== undefined) return { kind: 'parameters', a, b, ...parameters };
  const extra = jsonDifference(a.extra ?? {}, b.extra ?? {}, '');
  if (extra !== undefined) return { kind: 'extra', a, b, ...extra };
  const more = jsonDifference(a.transitionsExtra ?? {}, b.transitionsExtra ?? {}, 'Transitions');
  if (more !== undefined) return { kind: 'extra', a, b, ...more };
  if ((a.next === undefined) !== (b.next === undefined)) return of('next', 'Transitions.NextAction', a.next, b.next);
  return errorsDifference(a, b) ?? conditionsDifference(a, b);
}

function errorsDifference(a: FlowAction, b: FlowAction): Difference | undefined {
  const left = sortedErrors(a);
  const right = sortedErrors(b);
  for (let i = 0; i < left.length || i < right.length; i++) {
    const x = left[i];
    const y = right[i];
    if (x?.key === y?.key) continue;
    // Of two sorted lists the smaller key is the one that the other side lacks.
    const onlyA = y === undefined || (x !== undefined && x.key < y.key);
    const edge = onlyA ? x?.edge : y?.edge;
    const path = `Transitions.Errors.${edge?.type ?? ''}`;
    const twin = (onlyA ? b : a).errors.find((other) => other.type === edge?.type);
    const value = edge === undefined ? undefined : errorEntry(edge);
    const other = twin === undefined ? undefined : errorEntry(twin);
    return { kind: 'error', a, b, path, valueA: onlyA ? value : other, valueB: onlyA ? other : value };
  }
  return undefined;
}

function sortedErrors({ errors }: FlowAction): readonly { readonly key: string; readonly edge: ErrorEdge }[] {
  const keyed = errors.map((edge) => ({
    key: edge.raw === undefined ? edge.type : `${edge.type} ${canonicalJson(edge.raw)}`,
    edge,
  }));
  return keyed.length < 2 ? keyed : keyed.sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : 0));
}

function conditionsDifference(a: FlowAction, b: FlowAction): Difference | undefined {
  const count = Math.max(a.conditions.length, b.conditions.length);
  for (let i = 0; i < count; i++) {
    const x = a.conditions[i];
    const y = b.conditions[i];
    const valueA = x === undefined ? undefined : conditionEntry(x);
    const valueB = y === undefined ? undefined : conditionEntry(y);
    const found = jsonDifference(valueA, valueB, `Transitions.Conditions[${i}]`);
    if (found !== undefined) return { kind: 'condition', a, b, ...found };
  }
  return undefined;
}

function errorEntry({ type, raw }: ErrorEdge): Json {
  return raw === undefined ? { ErrorType: type } : raw;
}

export function conditionEntry({ operator, operands, raw }: ConditionEdge): Json {
  return raw === undefined ? { Condition: { Operator: operator, Operands: operands } } : raw;
}

/** The first place where two values differ. */
export function jsonDifference(
  a: Json | undefined,
  b: Json | undefined,
  path: string,
): { readonly path: string; readonly valueA: Json | undefined; readonly valueB: Json | undefined } | undefined {
  if (a === b || (a !== undefined && b !== undefined && sameJson(a, b))) return undefined;
  if (isObject(a) && isObject(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const inner = jsonDifference(own(a, key), own(b, key), path === '' ? key : `${path}.${key}`);
      if (inner !== undefined) return inner;
    }
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    for (let i = 0; i < a.length; i++) {
      const inner = jsonDifference(a[i] as Json, b[i] as Json, `${path}[${i}]`);
      if (inner !== undefined) return inner;
    }
  }
  return { path, valueA: a, valueB: b };
}

/** The difference as a sentence. `sides` are what the two graphs are called. */
export function describeDifference(
  difference: Difference,
  sides: readonly [string, string] = ['the first', 'the second'],
): string {
  const { kind, a, b, path, valueA, valueB } = difference;
  const values = `${shown(valueA)} in ${sides[0]}, ${shown(valueB)} in ${sides[1]}`;
  switch (kind) {
    case 'top':
      return `The flow's ${path} differs: ${values}.`;
    case 'start':
      return `The start differs: ${values}.`;
    case 'count':
      return `The number of actions differs: ${values}.`;
    case 'unmatched':
      return a === undefined
        ? `${nameOf(b)} of ${sides[1]} has no equal in ${sides[0]}.`
        : `${nameOf(a)} of ${sides[0]} has no equal in ${sides[1]}.`;
    case 'undecided':
      return `The flows are too regular to tell whether they are the same.`;
    default:
      return `${nameOf(a)}${a?.id === b?.id ? '' : ` and ${nameOf(b)}`}: ${path} is ${values}.`;
  }
}

function nameOf(action: FlowAction | undefined): string {
  return action === undefined
    ? 'nothing'
    : `${action.type === '' ? 'an action' : action.type} "${action.label ?? action.id}"`;
}

function shown(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
