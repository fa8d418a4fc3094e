/** How settings differ, property by property, in the words of the entity model. */
import { wordOfFlowType } from '../catalogue/flow-types.ts';
import { entityModel } from '../entities/index.ts';
import type { CanonicalKind } from '../entities/types.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../text/json.ts';
import type { PropertyChange, Resource } from './types.ts';

/** Flows of two types: no publishing makes one of the other, but they are not the same either. */
export function typeChange(before: Pick<Resource, 'flow'>, after: Pick<Resource, 'flow'>): readonly PropertyChange[] {
  const [had, has] = [before.flow?.type, after.flow?.type];
  if (had === undefined || has === undefined || had === has) return [];
  return [{ path: 'type', before: wordOfFlowType(had), after: wordOfFlowType(has) }];
}

/** Every place where settings differ; keys with `$` are bookkeeping and no settings. */
export function propertyChanges(
  kind: CanonicalKind,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): PropertyChange[] {
  const changes: PropertyChange[] = [];
  for (const key of keysOf(before, after)) {
    if (key.startsWith('$')) continue;
    compare(kind, key, own(before, key), own(after, key), changes);
  }
  return changes;
}

function compare(
  kind: CanonicalKind,
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  changes: PropertyChange[],
): void {
  if (before === after || (before !== undefined && after !== undefined && sameJson(before, after))) return;
  const operand = operandOf(kind, path);
  if (operand !== undefined) {
    const left = byOperand(before, operand);
    const right = byOperand(after, operand);
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      compare(kind, `${path} ${key}`, left.get(key), right.get(key), changes);
    }
  } else if (isBraces(before) && isBraces(after) && (before !== undefined || after !== undefined)) {
    for (const key of keysOf(before, after)) {
      compare(kind, `${path}.${key}`, own(before, key), own(after, key), changes);
    }
  } else changes.push({ path, before, after });
}

/** Braces are compared key by key, also where one side has none; types of values are one thing each. */
function isBraces(value: Json | undefined): value is JsonObject | undefined {
  return value === undefined || (isObject(value) && !Object.hasOwn(value, 'is'));
}

/** The key that tells one `serves` from another. */
function operandOf(kind: CanonicalKind, path: string): string | undefined {
  return entityModel(kind).clauses.find(({ word }) => word === path)?.operand?.name;
}

function byOperand(list: Json | undefined, operand: string): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const item of Array.isArray(list) ? (list as readonly Json[]) : []) {
    if (!isObject(item)) continue;
    const { [operand]: named, ...rest } = item;
    const base = JSON.stringify(named ?? '');
    let key = base;
    for (let n = 2; found.has(key); n++) key = `${base} (${n})`;
    found.set(key, rest);
  }
  return found;
}

function keysOf(before: JsonObject | undefined, after: JsonObject | undefined): readonly string[] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
}

function own(value: JsonObject | undefined, key: string): Json | undefined {
  return value !== undefined && Object.hasOwn(value, key) ? value[key] : undefined;
}
