/** All parameters of a flow, held against the catalogue in one walk; the rules each report their own kind of finding. */
import type { Constraint, Guard, Parameter } from '../../catalogue/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { valueAt } from '../../text/json-members.ts';
import { shapeOf, type Card, type ParameterNode } from './card.ts';
import { valueProblem, type ValueProblem } from './check-value.ts';
import { holds } from './guard.ts';
import { isMisshapen } from './misshapen.ts';
import { hasToken } from './values.ts';

export interface ParameterFindings {
  readonly unknown: {
    readonly action: FlowAction;
    readonly path: string;
    /** Names that would be right there. */
    readonly known: readonly string[];
    /** False where some names are not published. */
    readonly certain: boolean;
  }[];
  /** `guard`: what makes it necessary there. */
  readonly missing: { readonly action: FlowAction; readonly path: string; readonly guard: Guard | undefined }[];
  readonly values: {
    readonly action: FlowAction;
    readonly path: string;
    readonly parameter: Parameter;
    readonly problem: ValueProblem;
  }[];
  /** Several of the keys stand together. */
  readonly several: { readonly action: FlowAction; readonly scope: string; readonly keys: readonly string[] }[];
  /** None of the keys is there. */
  readonly none: { readonly action: FlowAction; readonly scope: string; readonly keys: readonly string[] }[];
}

export function findingsOf(blocks: readonly { readonly action: FlowAction; readonly card: Card }[]): ParameterFindings {
  const findings: ParameterFindings = { unknown: [], missing: [], values: [], several: [], none: [] };
  for (const { action, card: known } of blocks) {
    if (isMisshapen(action, 'Parameters')) continue;
    walk(action, known, action.parameters, known.parameters, '', findings);
    for (const constraint of known.entry.constraints) hold(action, constraint, findings);
    for (const { name, guard } of known.guarded) {
      if (
        holds(guard, action.parameters) === 'yes' &&
        valueAt(action.parameters, name) === undefined &&
        mayHave(action.parameters, name)
      ) {
        findings.missing.push({ action, path: name, guard });
      }
    }
  }
  return findings;
}

/** False where the group of a parameter is there and no object, which is told of the group; of a path or token it is not. */
function mayHave(parameters: JsonObject, name: string): boolean {
  const dot = name.lastIndexOf('.');
  const group = dot < 0 ? undefined : valueAt(parameters, name.slice(0, dot));
  if (group === undefined || isObject(group)) return true;
  return typeof group === 'string' && (group.includes('$') || hasToken(group));
}

function walk(
  action: FlowAction,
  card: Card,
  value: JsonObject,
  at: ParameterNode,
  prefix: string,
  findings: ParameterFindings,
): void {
  for (const key of at.required) {
    if (value[key] === undefined)
      for (const path of requiredBelow(at, key))
        findings.missing.push({ action, path: prefix + path, guard: undefined });
  }
  for (const key in value) {
    const item = value[key] as Json;
    const child = at.children.get(key) ?? at.any;
    if (child === undefined) {
      const fact = card.anywhere.get(key);
      if (fact !== undefined) {
        const problem = valueProblem(fact, shapeOf(fact.kind), item);
        if (problem !== undefined)
          findings.values.push({ action, path: prefix + key + below(problem), parameter: fact, problem });
      } else if (at.children.size > 0 || prefix === '') {
        // Of a group that is not published, exports show some members; there may be more.
        const certain = card.parametersKnown && at.parameter?.mode !== 'unconfirmed';
        // Whether or not there is such a parameter: none is ever empty.
        if (item === '' && !(certain && card.firm))
          findings.values.push({ action, path: prefix + key, parameter: GROUP, problem: EMPTY });
        if (card.parametersKnown || card.entry.parameters.length > 0) {
          findings.unknown.push({ action, path: prefix + key, known: taken(at), certain });
        }
      }
      continue;
    }
    const { parameter } = child;
    if (parameter !== undefined) {
      const problem = valueProblem(parameter, child.shape, item);
      if (problem !== undefined)
        findings.values.push({ action, path: prefix + key + below(problem), parameter, problem });
      if (parameter.refused !== undefined)
        findings.unknown.push({ action, path: prefix + key, known: taken(at), certain: true });
    } else if (child.items === undefined ? !isObject(item) : !Array.isArray(item)) {
      // A group that has no row of its own: it is known by its members only.
      const problem = valueProblem(GROUP, child.items === undefined ? 'object' : 'list', item);
      if (problem !== undefined) findings.values.push({ action, path: prefix + key, parameter: GROUP, problem });
    }
    if (child.items !== undefined) {
      if (Array.isArray(item)) {
        const items = child.items;
        (item as readonly Json[]).forEach((element, i) => {
          if (isObject(element)) walk(action, card, element, items, `${prefix}${key}.${i}.`, findings);
        });
      }
    } else if ((child.children.size > 0 || child.any !== undefined) && isObject(item)) {
      walk(action, card, item, child, `${prefix}${key}.`, findings);
    }
  }
}

/** Names that the service takes there. */
function taken(at: ParameterNode): readonly string[] {
  return [...at.children].filter(([, child]) => child.parameter?.refused === undefined).map(([key]) => key);
}

const EMPTY: ValueProblem = { kind: 'empty', wanted: 'no empty text', value: '' };
const GROUP: Parameter = { name: '', required: 'no', kind: 'object', mode: 'static' };

/** A missing group is named by the members that make it necessary: `ProfileRequestData.ProfileId`. */
function requiredBelow(at: ParameterNode, key: string): readonly string[] {
  const child = at.children.get(key);
  if (child === undefined || child.parameter !== undefined) return [key];
  return child.required.flatMap((below) => requiredBelow(child, below).map((path) => `${key}.${path}`));
}

function below(problem: ValueProblem): string {
  return problem.below === undefined ? '' : `.${problem.below}`;
}

/** `exactlyOne`, `atMostOne`, `atLeastOne`, `neverBoth` of the catalogue. */
function hold(action: FlowAction, constraint: Constraint, findings: ParameterFindings): void {
  const { rule, keys, scope } = constraint;
  if (keys === undefined) return;
  const judge = (value: JsonObject, path: string): void => {
    // An empty text beside another value is told of by itself: leaving it out puts both right.
    let count = 0;
    let filled = 0;
    for (const key of keys) {
      if (value[key] === undefined) continue;
      count++;
      if (value[key] !== '') filled++;
    }
    if (count === 0 && (rule === 'exactlyOne' || rule === 'atLeastOne'))
      findings.none.push({ action, scope: path, keys });
    if (filled > 1 && (rule === 'exactlyOne' || rule === 'atMostOne' || rule === 'neverBoth')) {
      const there = keys.filter((key) => value[key] !== undefined && value[key] !== '');
      findings.several.push({ action, scope: path, keys: there });
    }
  };
  // A scope names an object (`InputValidation`) or the elements of a list (`Messages[]`); an absent one is not asked about.
  if (scope === undefined) judge(action.parameters, '');
  else if (scope.endsWith('[]')) {
    const name = scope.slice(0, -2);
    const list = valueAt(action.parameters, name);
    if (!Array.isArray(list)) return;
    (list as readonly Json[]).forEach((value, i) => {
      if (isObject(value)) judge(value, `${name}.${i}`);
    });
  } else {
    const value = valueAt(action.parameters, scope);
    if (isObject(value)) judge(value, scope);
  }
}
