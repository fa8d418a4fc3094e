/**
 * Two versions of a flow, written so that they differ only in what changed: blocks that are the same block have one
 * identifier and one name, things that are said in two spellings are said in one.
 */
import type { FlowAction, FlowGraph } from '../graph/flow-graph.ts';
import { matchActions } from '../graph/match-actions.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../text/json.ts';
import { plainGraph, plainReference } from './flow-compare.ts';

export interface Versions {
  readonly before: FlowGraph;
  readonly after: FlowGraph;
  /** What the instance calls the blocks that it has, by the identifiers that both versions have here. */
  readonly liveNames: ReadonlyMap<string, string>;
}

export function alignedVersions(before: FlowGraph, after: FlowGraph, instanceArn: string): Versions {
  const plainBefore = plainGraph(before, instanceArn);
  const plainAfter = plainGraph(after, instanceArn);
  const { pairs } = matchActions(plainBefore, plainAfter);
  const taken = new Set(after.actions.map(({ id }) => id));
  const renamed = new Map<string, string>();
  for (const { id } of before.actions) {
    let now = pairs.get(id) ?? id;
    if (!pairs.has(id)) for (let n = 2; taken.has(now); n++) now = `${id} (${n})`;
    taken.add(now);
    renamed.set(id, now);
  }
  const to = (target: string): string => renamed.get(target) ?? target;
  const wanted = new Map(after.actions.map((action, i) => [action.id, { action, i, plain: plainAfter.actions[i] }]));
  const spelled = spellingsOf(after, instanceArn);
  const actions = before.actions.map((action, i): FlowAction => {
    const id = to(action.id);
    const partner = pairs.has(action.id) ? wanted.get(id) : undefined;
    const isSame = partner !== undefined && sameJson(plainBefore.actions[i]?.parameters, partner.plain?.parameters);
    return {
      ...action,
      id,
      label: partner === undefined ? action.label : partner.action.label,
      parameters: isSame
        ? partner.action.parameters
        : (respelled(action.parameters, spelled, instanceArn) as JsonObject),
      next: action.next === undefined ? undefined : to(action.next),
      errors: action.errors.map((edge) => ({ ...edge, target: to(edge.target) })),
      conditions: action.conditions.map((edge) => ({ ...edge, target: to(edge.target) })),
    };
  });
  // Text follows the edges, and where these do not tell, the order of the document.
  const place = ({ id }: FlowAction) => wanted.get(id)?.i ?? after.actions.length;
  const { name, description, type } = after;
  const alike = { name, description, type, notes: [] };
  return {
    before: {
      ...before,
      ...alike,
      start: before.start === undefined ? undefined : to(before.start),
      actions: [...actions].sort((a, b) => place(a) - place(b)).map(withoutDisplay),
    },
    after: { ...after, ...alike, actions: after.actions.map(withoutDisplay) },
    liveNames: new Map([...renamed].map(([live, now]) => [now, live])),
  };
}

/** Names of resources come from the instance's lists, not from what the designer once wrote down. */
function withoutDisplay(action: FlowAction): FlowAction {
  return action.display === undefined ? action : { ...action, display: undefined };
}

/** How the wanted version spells what may be said by id or ARN. */
function spellingsOf(graph: FlowGraph, instanceArn: string): ReadonlyMap<string, string> {
  const spelled = new Map<string, string>();
  const visit = (value: Json): void => {
    if (typeof value === 'string') {
      const plain = plainReference(value, instanceArn);
      if (plain !== value) spelled.set(plain, value);
    } else if (Array.isArray(value)) (value as readonly Json[]).forEach(visit);
    else if (isObject(value)) Object.values(value).forEach(visit);
  };
  for (const { parameters } of graph.actions) visit(parameters);
  return spelled;
}

function respelled(value: Json, spelled: ReadonlyMap<string, string>, instanceArn: string): Json {
  if (typeof value === 'string') return spelled.get(plainReference(value, instanceArn)) ?? value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => respelled(item, spelled, instanceArn));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, respelled(item, spelled, instanceArn)]));
}
