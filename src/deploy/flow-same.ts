/**
 * A quick yes to "is this document that flow?", for the many flows of a plan that nobody touched: one walk over both from
 * the start, without making a graph of the document. It says no whenever it is not sure, and then `compare` decides.
 */
import type { FlowAction, FlowGraph } from '../graph/flow-graph.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../text/json.ts';

/** True: the same actions to the letter, in the same wiring. False says nothing. */
export function isCertainlySame(graph: FlowGraph, document: JsonObject): boolean {
  const { StartAction: start, Actions: entries, Metadata: _, ...top } = document;
  if (!Array.isArray(entries) || entries.length !== graph.actions.length || !sameJson(top, graph.top)) return false;
  const actions = new Map(graph.actions.map((action) => [action.id, action]));
  const byIdentifier = new Map<Json | undefined, Json>();
  for (const entry of entries as readonly Json[]) if (isObject(entry)) byIdentifier.set(entry['Identifier'], entry);
  if (actions.size !== entries.length || byIdentifier.size !== entries.length) return false;

  const partner = new Map<string, Json>();
  const queue: [FlowAction, JsonObject][] = [];
  /** Targets are the same when they are partners, or the same name of nothing. */
  const meet = (id: string | undefined, identifier: Json | undefined): boolean => {
    const action = id === undefined ? undefined : actions.get(id);
    const entry = byIdentifier.get(identifier);
    if (action === undefined || !isObject(entry))
      return action === undefined && entry === undefined && id === identifier;
    const known = partner.get(action.id);
    if (known !== undefined) return known === identifier;
    partner.set(action.id, identifier as Json);
    queue.push([action, entry]);
    return true;
  };
  if (graph.start === undefined || !meet(graph.start, start)) return false;
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    if (!isSameAction(next[0], next[1], meet)) return false;
  // Every action has one partner; that no two have the same one follows from all being met.
  return partner.size === entries.length && new Set(partner.values()).size === entries.length;
}

type Meet = (id: string | undefined, identifier: Json | undefined) => boolean;

const ENTRY = new Set(['Identifier', 'Type', 'Parameters', 'Transitions']);
const TRANSITIONS = new Set(['NextAction', 'Errors', 'Conditions']);
const NONE: readonly Json[] = [];

function isSameAction(action: FlowAction, entry: JsonObject, meet: Meet): boolean {
  const { Type, Parameters = {}, Transitions = {} } = entry;
  if (action.type !== Type || action.extra !== undefined || action.transitionsExtra !== undefined) return false;
  if (!isObject(Transitions) || !hasOnly(entry, ENTRY) || !hasOnly(Transitions, TRANSITIONS)) return false;
  const { NextAction, Errors = NONE, Conditions = NONE } = Transitions;
  if (!Array.isArray(Errors) || Errors.length !== action.errors.length) return false;
  if (!Array.isArray(Conditions) || Conditions.length !== action.conditions.length) return false;
  if (!sameJson(Parameters, action.parameters)) return false;
  if ((action.next === undefined) !== (NextAction === undefined) || !meetIfAny(action.next, NextAction, meet))
    return false;
  return (
    action.errors.every(({ type, target, raw }, i) => {
      const { ErrorType, NextAction: to, ...rest } = objectOf(Errors[i] as Json);
      return raw === undefined && ErrorType === type && isEmpty(rest) && meet(target, to);
    }) &&
    action.conditions.every(({ operator, operands, target, raw }, i) => {
      const { Condition, NextAction: to, ...rest } = objectOf(Conditions[i] as Json);
      const { Operator, Operands, ...inner } = objectOf(Condition);
      const isSaid = raw === undefined && Operator === operator && isEmpty(inner) && isEmpty(rest);
      return isSaid && Operands !== undefined && sameJson(Operands, operands as Json) && meet(target, to);
    })
  );
}

function meetIfAny(next: string | undefined, NextAction: Json | undefined, meet: Meet): boolean {
  return next === undefined || meet(next, NextAction);
}

function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}

function hasOnly(object: JsonObject, known: ReadonlySet<string>): boolean {
  for (const key in object) if (!known.has(key)) return false;
  return true;
}

function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0;
}
