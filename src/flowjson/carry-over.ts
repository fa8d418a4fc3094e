/**
 * A new version of a flow that lives in an instance already, written so that the stored document differs from the live one
 * in what changed and in nothing else: places, sizes, notes and whatever the designer keeps of blocks stay, the order of
 * blocks and of members stays, and so do identifiers, which flow logs and the dashboards made of them know.
 */
import type { FlowAction, FlowGraph } from '../graph/flow-graph.ts';
import { matchActions } from '../graph/match-actions.ts';
import { isObject, present, type Json, type JsonObject } from '../text/json.ts';
import { NOWHERE } from '../text/text.ts';
import { keptActions, type Pair } from './carry-over-actions.ts';
import { keptMetadata } from './carry-over-metadata.ts';
import { keptIdentifiers } from './carry-over-identifiers.ts';
import { inOrderOf } from './in-order-of.ts';
import { limits } from '../catalogue/quotas.ts';
import { readDocument } from './read-document.ts';

/** What is to be sent in place of the new version. */
export interface CarriedOver {
  /** Compact JSON, as it is sent. */
  readonly content: string;
  readonly document: JsonObject;
  /** For each of the document's `Actions`, its index in those of the new version: source maps are told by the latter. */
  readonly order: readonly number[];
  /** Identifiers of the new version to those that the document has in their stead. */
  readonly identifiers: ReadonlyMap<string, string>;
}

/** `live` and `next` are documents as JSON text. What is no document of flow language is not carried over. */
export function carryOver(live: string, next: string): CarriedOver {
  const nextDocument = documentOf(next);
  const liveDocument = documentOf(live);
  if (nextDocument === undefined || liveDocument === undefined) return asItIs(next, nextDocument ?? {});
  const a = versionOf(liveDocument);
  const b = versionOf(nextDocument);
  const partnerOf = partnersOf(a, b);
  const identifiers = keptIdentifiers(b.graph, partnerOf);
  const pairs = inLiveOrder(a.graph, b, partnerOf);
  const { Actions: _, Metadata: __, StartAction, ...others } = nextDocument;
  const metadata = keptMetadata({
    live: liveDocument['Metadata'],
    next: nextDocument['Metadata'],
    liveGraph: a.graph,
    nextGraph: b.graph,
    pairs,
    identifiers,
  });
  const made: [string, Json | undefined][] = [
    ...Object.entries(others),
    ['StartAction', typeof StartAction === 'string' ? (identifiers.get(StartAction) ?? StartAction) : StartAction],
    ['Metadata', metadata],
    ['Actions', keptActions(pairs, identifiers)],
  ];
  const document = inOrderOf(present(made), liveDocument) as JsonObject;
  const content = JSON.stringify(document);
  // What the designer keeps must not push a flow over the limit that it keeps to by itself.
  if (content.length > limits.contentCharacters && next.length <= limits.contentCharacters)
    return asItIs(next, nextDocument);
  return { content, document, order: pairs.map(({ index }) => index), identifiers };
}

/** One version of the flow: its graph, and for each action the entry in the document. */
interface Version {
  readonly graph: FlowGraph;
  readonly entries: readonly JsonObject[];
  readonly indices: readonly number[];
}

function versionOf(document: JsonObject): Version {
  const nowhere = { source: { path: '', text: '' }, span: NOWHERE };
  const { graph, indices } = readDocument(document, () => nowhere);
  const all = document['Actions'] as readonly Json[];
  return { graph, indices, entries: indices.map((index) => all[index] as JsonObject) };
}

/** By id of the new version, the live block that it is a later version of. Blocks without a proper identifier have none. */
function partnersOf(live: Version, next: Version): ReadonlyMap<string, { action: FlowAction; entry: JsonObject }> {
  const byId = new Map(live.graph.actions.map((action, i) => [action.id, { action, entry: live.entries[i] ?? {} }]));
  const found = new Map<string, { action: FlowAction; entry: JsonObject }>();
  for (const [from, to] of matchActions(live.graph, next.graph).pairs) {
    const partner = byId.get(from);
    if (partner !== undefined && partner.entry['Identifier'] === from) found.set(to, partner);
  }
  return found;
}

/** Blocks that stay in the order in which they are stored; each new one behind the block that precedes it in the source. */
function inLiveOrder(live: FlowGraph, next: Version, partnerOf: ReturnType<typeof partnersOf>): readonly Pair[] {
  const all = next.graph.actions.map((action, i): Pair => {
    const entry = next.entries[i] ?? {};
    return { action, entry, index: next.indices[i] ?? i, live: partnerOf.get(action.id) };
  });
  const byLive = new Map(all.map((pair) => [pair.live?.action.id, pair]));
  const ordered = live.actions.flatMap(({ id }) => byLive.get(id) ?? []);
  let at = 0;
  for (const pair of all) {
    if (pair.live === undefined) ordered.splice(at++, 0, pair);
    else at = ordered.indexOf(pair) + 1;
  }
  return ordered;
}

function documentOf(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) && Array.isArray(value['Actions']) ? value : undefined;
  } catch {
    return undefined;
  }
}

function asItIs(content: string, document: JsonObject): CarriedOver {
  const { Actions } = document;
  const order = Array.isArray(Actions) ? Actions.map((_, i) => i) : [];
  return { content, document, order, identifiers: new Map() };
}
