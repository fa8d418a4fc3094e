/** Names ⇄ ids of an instance, out of its lists. */
import type { Inventory, Listed } from '../connect/types.ts';
import type { CanonicalKind } from '../entities/types.ts';
import type { IdOf, Names } from './kinds/types.ts';
import { pendingId } from './pending.ts';
import type { ResourceKey } from './types.ts';

export interface Lookup {
  readonly names: Names;
  /** The thing of that kind and name; of two flows with one name the one that is not archived. */
  readonly listed: (kind: CanonicalKind, name: string) => Listed | undefined;
  /** Real where there is one, else pending. */
  readonly idOf: IdOf;
  readonly inventory: Inventory;
}

export function keyOf({ kind, name }: ResourceKey): string {
  return `${kind}/${name.normalize('NFC')}`;
}

const made = new WeakMap<Inventory, Lookup>();

export function lookupOf(inventory: Inventory): Lookup {
  let lookup = made.get(inventory);
  if (lookup === undefined) made.set(inventory, (lookup = makeLookup(inventory)));
  return lookup;
}

function makeLookup(inventory: Inventory): Lookup {
  const byName = new Map<string, Listed>();
  const byId = new Map<string, Listed>();
  for (const thing of inventory.things) {
    const key = keyOf(thing);
    const other = byName.get(key);
    if (other === undefined || other.state === 'ARCHIVED') byName.set(key, thing);
    byId.set(`${thing.kind}/${plainId(thing.id)}`, thing);
    byId.set(`${thing.kind}/${plainId(thing.arn)}`, thing);
  }
  const listed: Lookup['listed'] = (kind, name) => byName.get(keyOf({ kind, name }));
  return {
    inventory,
    listed,
    names: (kind, idOrArn) => byId.get(`${kind}/${plainId(idOrArn)}`)?.name,
    idOf: (kind, name) => listed(kind, name)?.id ?? (isId(name) ? plainId(name) : pendingId(kind, name)),
  };
}

/** What tells a thing from others of its kind: the last part of an ARN, without version or alias. */
export function plainId(idOrArn: string): string {
  if (!idOrArn.startsWith('arn:')) return idOrArn.replace(/:(?:\$\w+|\d+)$/, '');
  const path = idOrArn.split(':').slice(5).join(':');
  if (!path.includes('/')) return path;
  const last = path.slice(path.lastIndexOf('/') + 1);
  // The alias of a bot lies below the bot.
  if (path.startsWith('bot-alias/')) return path.slice('bot-alias/'.length);
  return last.replace(/:.*$/, '');
}

/** An id or ARN that stands for itself: what is pinned in source, or what no list of the instance has. */
function isId(name: string): boolean {
  return name.startsWith('arn:') || /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(name);
}
