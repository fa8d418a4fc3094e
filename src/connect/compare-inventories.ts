/** How two instances differ, as far as their lists tell: names that only one has, and what lists say besides. */
import type { CanonicalKind } from '../entities/types.ts';
import type { Inventory, Listed } from './types.ts';

export type InventoryDifference =
  | { readonly difference: 'only in a'; readonly kind: CanonicalKind; readonly name: string }
  | { readonly difference: 'only in b'; readonly kind: CanonicalKind; readonly name: string }
  | {
      readonly difference: 'setting';
      readonly kind: CanonicalKind;
      readonly name: string;
      readonly property: 'type' | 'state' | 'status';
      readonly a: string | undefined;
      readonly b: string | undefined;
    };

const PROPERTIES = ['type', 'state', 'status'] as const;

/** By kind and name. Kinds that one of them could not list are left out: what is there cannot be told. */
export function compareInventories(a: Inventory, b: Inventory): readonly InventoryDifference[] {
  const unread = { ...a.unread, ...b.unread };
  const [left, right] = [a, b].map(({ things }) => byKey(things.filter(({ kind }) => unread[kind] === undefined)));
  if (left === undefined || right === undefined) return [];
  const differences: InventoryDifference[] = [];
  for (const key of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const one = left.get(key);
    const other = right.get(key);
    const { kind, name } = (one ?? other) as Listed;
    if (one === undefined) differences.push({ difference: 'only in b', kind, name });
    else if (other === undefined) differences.push({ difference: 'only in a', kind, name });
    else {
      for (const property of PROPERTIES) {
        if (one[property] === other[property]) continue;
        differences.push({ difference: 'setting', kind, name, property, a: one[property], b: other[property] });
      }
    }
  }
  return differences;
}

/** Of two with one name the first counts. */
function byKey(things: readonly Listed[]): ReadonlyMap<string, Listed> {
  const table = new Map<string, Listed>();
  for (const thing of things) {
    const key = `${thing.kind}\n${thing.name}`;
    if (!table.has(key)) table.set(key, thing);
  }
  return table;
}
