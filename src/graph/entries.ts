/** Entries of `Errors` and `Conditions` as edges: read alike from a document and from what the text quotes of one. */
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { ConditionEdge, ErrorEdge } from './flow-graph.ts';

/** An entry of `Errors`; one of a shape that no flow has is kept whole in `raw`. */
export function errorEdge(entry: Json): ErrorEdge {
  if (!isObject(entry)) return { type: '', target: '', raw: entry };
  const { target, rest } = targetOf(entry);
  const { ErrorType, ...others } = rest;
  const type = typeof ErrorType === 'string' ? ErrorType : '';
  const plain = typeof ErrorType === 'string' && Object.keys(others).length === 0;
  return plain ? { type, target } : { type, target, raw: rest };
}

/** An entry of `Conditions`; one of a shape that no flow has is kept whole in `raw`, and read as far as it goes. */
export function conditionEdge(entry: Json): ConditionEdge {
  if (!isObject(entry)) return { operator: '', operands: [], target: '', raw: entry };
  const { target, rest } = targetOf(entry);
  const { Condition, ...others } = rest;
  const { Operator, Operands, ...inner } = isObject(Condition) ? Condition : {};
  const operator = typeof Operator === 'string' ? Operator : '';
  const operands = Array.isArray(Operands) ? (Operands as readonly Json[]) : [];
  const plain =
    typeof Operator === 'string' &&
    Array.isArray(Operands) &&
    Object.keys(inner).length === 0 &&
    Object.keys(others).length === 0;
  return plain ? { operator, operands, target } : { operator, operands, target, raw: rest };
}

/** A NextAction that is no text stays in the rest (null: there is none), which tells it from ''. */
function targetOf(entry: JsonObject): { readonly target: string; readonly rest: JsonObject } {
  const { NextAction, ...rest } = entry;
  if (typeof NextAction === 'string') return { target: NextAction, rest };
  return { target: '', rest: { ...rest, NextAction: NextAction ?? null } };
}
