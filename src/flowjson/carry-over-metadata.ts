/** The `Metadata` of a new version: what the designer keeps of blocks that stay, and free places for those that are new. */
import type { FlowAction, FlowGraph, Point } from '../graph/flow-graph.ts';
import { own } from '../text/json-members.ts';
import { isObject, present, type Json, type JsonObject } from '../text/json.ts';
import type { Pair } from './carry-over-actions.ts';
import { saysTheSame } from './carry-over-identifiers.ts';
import { keptNotes } from './carry-over-notes.ts';
import { inOrderOf } from './in-order-of.ts';
import { layOutAround, type Layout } from './layout.ts';
import { pointOf } from './read-metadata.ts';

/** `live` and `next` are the `Metadata` of the two versions. */
export interface MetadataInput {
  readonly live: Json | undefined;
  readonly next: Json | undefined;
  readonly liveGraph: FlowGraph;
  readonly nextGraph: FlowGraph;
  readonly pairs: readonly Pair[];
  /** By id of the new version, the identifier to write. */
  readonly identifiers: ReadonlyMap<string, string>;
}

/** The `Metadata` to write; undefined where neither version has any. */
export function keptMetadata(input: MetadataInput): Json | undefined {
  const next = objectOf(input.next);
  if (!isObject(input.live)) return isObject(input.next) ? freshMetadata(next, input) : input.next;
  const live = input.live;
  const layout = layoutOf(input, live);
  const { entryPointPosition, ActionMetadata, Annotations, name: _, description: __, type, ...others } = live;
  const entry = layout === undefined ? next['entryPointPosition'] : entryPointPosition;
  const notes = keptNotes(
    { live: Annotations, next: next['Annotations'], pairs: input.pairs, identifiers: input.identifiers },
    placesOf(input, layout),
  );
  const made: [string, Json | undefined][] = [
    ['entryPointPosition', entry],
    ['ActionMetadata', inOrderOf(aboutActions(input, live, next, layout), objectOf(ActionMetadata))],
    ['Annotations', notes],
    // Head of the flow, of which these are copies: what the new version says goes.
    ['name', next['name']],
    ['description', next['description']],
    ['type', next['type'] ?? type],
    ...Object.entries(others),
  ];
  return inOrderOf(present(made), live);
}

/** There is nothing to keep. */
function freshMetadata(next: JsonObject, { identifiers }: MetadataInput): JsonObject {
  const about = Object.entries(objectOf(next['ActionMetadata']));
  const renamed = about.map(([id, entry]): [string, Json] => [identifiers.get(id) ?? id, entry]);
  return { ...next, ActionMetadata: Object.fromEntries(renamed) };
}

/**
 * Where blocks stand: the live ones where they stood, the others near their neighbours. Undefined when the live version has
 * no layout to speak of: no places, or one place for all, as other tools write it.
 */
function layoutOf({ liveGraph, nextGraph, pairs }: MetadataInput, live: JsonObject): Layout | undefined {
  const places = new Set(liveGraph.actions.map(({ position: at }) => (at === undefined ? '' : `${at.x} ${at.y}`)));
  places.delete('');
  if (places.size === 0 || (places.size === 1 && liveGraph.actions.length > 1)) return undefined;
  const stays = new Map(pairs.map(({ action, live: partner }) => [action.id, partner?.action.position]));
  return layOutAround(nextGraph, (id) => stays.get(id), pointOf(live['entryPointPosition']));
}

function aboutActions(
  { pairs, identifiers, liveGraph }: MetadataInput,
  live: JsonObject,
  next: JsonObject,
  layout: Layout | undefined,
): JsonObject {
  const liveEntries = objectOf(live['ActionMetadata']);
  const nextEntries = objectOf(next['ActionMetadata']);
  const liveIds = new Set(liveGraph.actions.map(({ id }) => id));
  const renamed = new Map<string, string>();
  for (const { action, live: partner } of pairs) {
    if (partner !== undefined) renamed.set(partner.action.id, identifiers.get(action.id) ?? action.id);
  }
  // What the designer keeps of something that is no block is not ours to judge.
  const strangers = Object.entries(liveEntries).filter(([id]) => !liveIds.has(id));
  const entries = pairs.map(({ action, live: partner }): [string, Json] => {
    const identifier = identifiers.get(action.id) ?? action.id;
    const fresh = objectOf(own(nextEntries, action.id));
    const old = partner === undefined ? undefined : own(liveEntries, partner.action.id);
    const at = layout?.positions.get(action.id);
    // A place that stays is left to the letter.
    const stays =
      layout !== undefined && partner?.action.position !== undefined ? objectOf(old)['position'] : undefined;
    const position: Json | undefined = stays ?? (at === undefined ? fresh['position'] : point(at));
    const about = partner === undefined ? fresh : kept(old, fresh, partner.action, action, renamed);
    return [identifier, position === undefined ? about : { ...about, position }];
  });
  return Object.fromEntries([...strangers, ...entries]);
}

/** What the designer keeps of a block that was there before. Of one that says something else now, what was made from its words is made anew. */
function kept(
  stored: Json | undefined,
  fresh: JsonObject,
  live: FlowAction,
  next: FlowAction,
  renamed: ReadonlyMap<string, string>,
): JsonObject {
  const old = objectOf(stored);
  const same = isObject(stored) && saysTheSame(live, next);
  const stays = Object.entries(old).filter(([key]) => same || !MADE_FROM_WORDS.has(key));
  const about = Object.fromEntries(stays.map(([key, value]) => [key, withRenamed(key, value, renamed)]));
  // It speaks of the identifier.
  const { isFriendlyName: friendly } = renamed.get(live.id) === live.id ? old : fresh;
  const { isFriendlyName: _, ...made } = { ...about, ...(same ? {} : fresh) } as JsonObject;
  return inOrderOf({ ...made, ...(friendly === undefined ? {} : { isFriendlyName: friendly }) }, old) as JsonObject;
}

/** Members that are made from a block's parameters and conditions (see block-extras). */
const MADE_FROM_WORDS: ReadonlySet<string> = new Set([
  'parameters',
  'useDynamic',
  'dynamicMetadata',
  'dynamicParams',
  'conditions',
  'conditionMetadata',
  'queue',
  'Hours',
  'contactFlow',
  'ContactFlow',
  'contactFlowModuleName',
  'lexV2BotName',
  'lexV2BotAliasName',
  'promptName',
  'audio',
  'timeoutUnit',
  'toCustomer',
  'fromCustomer',
  'customerOrAgent',
  'overrideConsoleVoice',
]);

/** Blocks that the designer shows as one name each other: `children` is a list of ids, `fragments` has them as values. */
function withRenamed(key: string, value: Json, renamed: ReadonlyMap<string, string>): Json {
  const to = (id: Json): Json => (typeof id === 'string' ? (renamed.get(id) ?? id) : id);
  if (key === 'children' && Array.isArray(value)) return (value as readonly Json[]).map(to);
  if (key !== 'fragments' || !isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, id]) => [name, to(id)]));
}

/** By identifier as it is written: where each block stands. */
function placesOf({ identifiers, nextGraph }: MetadataInput, layout: Layout | undefined): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  for (const { id, position } of nextGraph.actions) {
    const at = layout === undefined ? position : layout.positions.get(id);
    if (at !== undefined) places.set(identifiers.get(id) ?? id, at);
  }
  return places;
}

function point({ x, y }: Point): JsonObject {
  return { x, y };
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
