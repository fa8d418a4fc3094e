/** All parameters of a flow, held against the catalogue in one walk; the rules each report their own kind of finding. */
import type { Constraint, Parameter } from '../../catalogue/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { atPath } from './at-path.ts';
import type { Card, ParameterNode } from './card.ts';
import { valueProblem, type ValueProblem } from './check-value.ts';
import { guardWords, holds } from './guard.ts';

export interface ParameterFindings {
  readonly unknown: {
    readonly action: FlowAction;
    readonly path: string;
    /** Names that would be right there. */
    readonly known: readonly string[];
    /** False where some names are not published. */
    readonly certain: boolean;
  }[];
  readonly missing: { readonly action: FlowAction; readonly path: string; readonly why: string | undefined }[];
  readonly values: { readonly action: FlowAction; readonly path: string; readonly parameter: Parameter; readonly problem: ValueProblem }[];
  /** Several of the keys stand together. */
  readonly several: { readonly action: FlowAction; readonly scope: string; readonly keys: readonly string[] }[];
  /** None of the keys is there. */
  readonly none: { readonly action: FlowAction; readonly scope: string; readonly keys: readonly string[] }[];
}

export function findingsOf(actions: readonly FlowAction[], card: (type: string) => Card | undefined): ParameterFindings {
  const findings: ParameterFindings = { unknown: [], missing: [], values: [], several: [], none: [] };
  for (const action of actions) {
    const known = card(action.type);
    if (known === undefined) continue;
    walk(action, known, action.parameters, known.parameters, '', findings);
    for (const constraint of known.entry.constraints) hold(action, constraint, findings);
    for (const { name, guard } of known.guarded) {
      if (atPath(action.parameters, name) === undefined && holds(guard, action.parameters) === 'yes') {
        findings.missing.push({ action, path: name, why: guardWords(guard) });
      }
    }
  }
  return findings;
}

function walk(action: FlowAction, card: Card, value: JsonObject, at: ParameterNode, prefix: string, findings: ParameterFindings): void {
  for (const key of at.required) {
    if (value[key] === undefined) for (const path of requiredBelow(at, key)) findings.missing.push({ action, path: prefix + path, why: undefined });
  }
  for (const key in value) {
    const item = value[key] as Json;
    const child = at.children.get(key) ?? at.any;
    if (child === undefined) {
      const fact = card.anywhere.get(key);
      if (fact !== undefined) check(action, fact, item, prefix + key, findings);
      else if (at.children.size > 0 || prefix === '') {
        if (card.parametersKnown || card.entry.parameters.length > 0) {
          findings.unknown.push({ action, path: prefix + key, known: [...at.children.keys()], certain: card.parametersKnown });
        }
      }
      continue;
    }
    const { parameter } = child;
    if (parameter !== undefined) check(action, parameter, item, prefix + key, findings);
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

/** A missing group is named by the members that make it necessary: `ProfileRequestData.ProfileId`. */
function requiredBelow(at: ParameterNode, key: string): readonly string[] {
  const child = at.children.get(key);
  if (child === undefined || child.parameter !== undefined) return [key];
  return child.required.flatMap((below) => requiredBelow(child, below).map((path) => `${key}.${path}`));
}

function check(action: FlowAction, parameter: Parameter, value: Json, path: string, findings: ParameterFindings): void {
  const problem = valueProblem(parameter, value);
  if (problem === undefined) return;
  findings.values.push({ action, path: problem.below === undefined ? path : `${path}.${problem.below}`, parameter, problem });
}

/** `exactlyOne`, `atMostOne`, `atLeastOne`, `neverBoth` of the catalogue. */
function hold(action: FlowAction, constraint: Constraint, findings: ParameterFindings): void {
  const { rule, keys, scope } = constraint;
  if (keys === undefined) return;
  for (const place of scopesOf(action.parameters, scope)) {
    let count = 0;
    for (const key of keys) if (place.value[key] !== undefined) count++;
    if (count === 0 && (rule === 'exactlyOne' || rule === 'atLeastOne')) findings.none.push({ action, scope: place.path, keys });
    if (count > 1 && (rule === 'exactlyOne' || rule === 'atMostOne' || rule === 'neverBoth')) {
      findings.several.push({ action, scope: place.path, keys: keys.filter((key) => place.value[key] !== undefined) });
    }
  }
}

/** The objects that a scope (`InputValidation`, `Messages[]`) names. An absent one holds nothing to ask about. */
function scopesOf(parameters: JsonObject, scope: string | undefined): readonly { readonly path: string; readonly value: JsonObject }[] {
  if (scope === undefined) return [{ path: '', value: parameters }];
  if (scope.endsWith('[]')) {
    const name = scope.slice(0, -2);
    const list = atPath(parameters, name);
    if (!Array.isArray(list)) return [];
    return (list as readonly Json[]).flatMap((value, i) => (isObject(value) ? [{ path: `${name}.${i}`, value }] : []));
  }
  const value = atPath(parameters, scope);
  return isObject(value) ? [{ path: scope, value }] : [];
}
