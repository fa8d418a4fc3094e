/** Which identifier each block of a new version gets, where the block is known from the live one. */
import type { FlowAction, FlowGraph } from '../graph/flow-graph.ts';
import { conditionEntry } from '../graph/difference.ts';
import { sameJson } from '../text/json.ts';
import { danglingTargets } from './identifiers.ts';
import { limits } from '../catalogue/quotas.ts';
import { isUuid } from './read-metadata.ts';

/**
 * A block that says what it said keeps the identifier that it is known by. One that says something else takes the name that
 * the source gives it; without a name it keeps the identifier as well, unless that was made from what it said before: that
 * would tell readers of logs what is no longer so.
 */
export function keptIdentifiers(
  next: FlowGraph,
  partnerOf: ReadonlyMap<string, { readonly action: FlowAction }>,
): ReadonlyMap<string, string> {
  const taken = danglingTargets(next);
  const result = new Map<string, string>();
  const take = (id: string, wanted: string | undefined): void => {
    if (wanted === undefined || result.has(id) || taken.has(wanted)) return;
    taken.add(wanted);
    result.set(id, wanted);
  };
  const liveOf = (action: FlowAction) => partnerOf.get(action.id)?.action;
  for (const action of next.actions) {
    const live = liveOf(action);
    if (live !== undefined && saysTheSame(live, action)) take(action.id, live.id);
  }
  for (const { id, label } of next.actions) if (label !== undefined) take(id, id);
  for (const action of next.actions) {
    const live = liveOf(action);
    if (live !== undefined && !isMadeUp(live)) take(action.id, live.id);
  }
  for (const { id } of next.actions) take(id, id);
  for (const { id } of next.actions) for (let n = 2; !result.has(id); n++) take(id, numbered(id, n));
  return result;
}

/** True when two versions of a block are alike in all but where they lead. */
export function saysTheSame(a: FlowAction, b: FlowAction): boolean {
  return (
    a.type === b.type &&
    sameJson(a.parameters, b.parameters) &&
    sameJson(a.extra ?? {}, b.extra ?? {}) &&
    sameJson(a.conditions.map(conditionEntry), b.conditions.map(conditionEntry))
  );
}

/** Made by a compiler from what the block says: neither a name that somebody gave it nor a UUID. */
function isMadeUp({ id, label }: FlowAction): boolean {
  return label === undefined && !isUuid(id);
}

function numbered(id: string, n: number): string {
  const suffix = ` ${n}`;
  return id.slice(0, limits.identifierCharacters - suffix.length).replace(/[\ud800-\udbff]$/, '') + suffix;
}
