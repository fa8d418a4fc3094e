/** Real ids of things, as they come to be known while a plan is carried out. */
import type { Inventory } from '../../connect/types.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import type { Json } from '../../text/json.ts';
import { keyOf, lookupOf, plainId } from '../lookup.ts';
import type { Names } from '../kinds/types.ts';
import { pendingId, replacePendingIn } from '../pending.ts';
import type { Plan, ResourceKey } from '../types.ts';

export interface Ids {
  /** The real id, or the pending one of what does not exist yet. */
  readonly of: (kind: CanonicalKind, name: string) => string;
  readonly learn: (key: ResourceKey, id: string) => void;
  /** The same JSON with real ids in the place of pending ones. */
  readonly filledIn: <J extends Json>(value: J) => J;
  /** The name of what an id or ARN stands for. */
  readonly nameOf: Names;
  /** Which thing of the plan an id belongs to, real or pending. */
  readonly keyOfId: (id: string) => string | undefined;
}

export function idsOf({ changes }: Plan, inventory: Inventory): Ids {
  const byKey = new Map<string, string>();
  const byPending = new Map<string, string>();
  const keys = new Map<string, string>();
  const { names } = lookupOf(inventory);
  const learned = new Map<string, string>();
  for (const { kind, name, id, state } of inventory.things) {
    const key = keyOf({ kind, name });
    if (state !== 'ARCHIVED' || !byKey.has(key)) byKey.set(key, id);
  }
  for (const change of changes) {
    const key = keyOf(change);
    const live = change.before?.listed.id;
    if (live !== undefined) byKey.set(key, live);
    for (const id of [live, pendingId(change.kind, change.name)]) if (id !== undefined) keys.set(id, key);
  }
  const of = (kind: CanonicalKind, name: string) => byKey.get(keyOf({ kind, name })) ?? pendingId(kind, name);
  return {
    of,
    learn: ({ kind, name }, id) => {
      byKey.set(keyOf({ kind, name }), id);
      byPending.set(pendingId(kind, name), id);
      learned.set(`${kind} ${id}`, name);
      keys.set(id, keyOf({ kind, name }));
    },
    filledIn: (value) => replacePendingIn(value, (pending) => byPending.get(pending)),
    nameOf: (kind, idOrArn) => names(kind, idOrArn) ?? learned.get(`${kind} ${plainId(idOrArn)}`),
    keyOfId: (id) => keys.get(id),
  };
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Everything of the plan that a text speaks of, by key; each once. */
export function referencesIn(text: string, { keyOfId }: Ids): readonly string[] {
  const found = new Set<string>();
  for (const [id] of text.matchAll(UUID)) {
    const key = keyOfId(id);
    if (key !== undefined) found.add(key);
  }
  return [...found];
}
