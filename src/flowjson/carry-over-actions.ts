/** The `Actions` of a new version, each like the live one but for what changed. */
import type { ErrorEdge, FlowAction } from '../graph/flow-graph.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../text/json.ts';
import { saysTheSame } from './carry-over-identifiers.ts';
import { inOrderOf } from './in-order-of.ts';

/** A block of the new version, and the live one that it is a later version of. */
export interface Pair {
  readonly action: FlowAction;
  readonly entry: JsonObject;
  /** Of the entry, in the new version's `Actions`. */
  readonly index: number;
  readonly live: { readonly action: FlowAction; readonly entry: JsonObject } | undefined;
}

/** `identifiers`: by id of the new version, the one to write. */
export function keptActions(pairs: readonly Pair[], identifiers: ReadonlyMap<string, string>): Json {
  const to = (target: string): string => identifiers.get(target) ?? target;
  return pairs.map(({ action, entry, live }) => {
    if (live === undefined) return renamed(entry, to);
    if (to(action.id) === live.action.id && saysTheSame(live.action, action) && leadsAlike(live.action, action, to)) {
      return live.entry;
    }
    return inOrderOf(withErrorsInOrderOf(renamed(entry, to), live.action.errors), live.entry);
  });
}

function leadsAlike(live: FlowAction, next: FlowAction, to: (target: string) => string): boolean {
  const entries = (errors: readonly ErrorEdge[], name: (target: string) => string): string[] =>
    errors.map(({ type, target, raw }) => JSON.stringify([type, name(target), raw])).sort();
  return (
    live.next === (next.next === undefined ? undefined : to(next.next)) &&
    live.conditions.every(({ target }, i) => target === to(next.conditions[i]?.target ?? '')) &&
    sameJson(
      entries(live.errors, (target) => target),
      entries(next.errors, to),
    ) &&
    sameJson(live.transitionsExtra ?? {}, next.transitionsExtra ?? {})
  );
}

function renamed(entry: JsonObject, to: (target: string) => string): JsonObject {
  const { Identifier, Transitions } = entry;
  return {
    ...entry,
    ...(typeof Identifier === 'string' ? { Identifier: to(Identifier) } : {}),
    ...(isObject(Transitions) ? { Transitions: renamedTransitions(Transitions, to) } : {}),
  };
}

function renamedTransitions(transitions: JsonObject, to: (target: string) => string): JsonObject {
  const one = (edge: Json): Json =>
    isObject(edge) && typeof edge['NextAction'] === 'string' ? { ...edge, NextAction: to(edge['NextAction']) } : edge;
  const all = (edges: Json): Json => (Array.isArray(edges) ? (edges as readonly Json[]).map(one) : edges);
  return Object.fromEntries(
    Object.entries(transitions).map(([key, value]): [string, Json] => {
      if (key === 'NextAction') return [key, typeof value === 'string' ? to(value) : value];
      return [key, key === 'Errors' || key === 'Conditions' ? all(value) : value];
    }),
  );
}

/** The order of errors carries no meaning, so that of the live version is as good as any. */
function withErrorsInOrderOf(entry: JsonObject, live: readonly ErrorEdge[]): JsonObject {
  const transitions = entry['Transitions'];
  if (!isObject(transitions) || !Array.isArray(transitions['Errors'])) return entry;
  const place = (edge: Json): number => {
    const at = live.findIndex(({ type }) => isObject(edge) && type === edge['ErrorType']);
    return at < 0 ? live.length : at;
  };
  const errors = [...(transitions['Errors'] as readonly Json[])].sort((x, y) => place(x) - place(y));
  return { ...entry, Transitions: { ...transitions, Errors: errors } };
}
