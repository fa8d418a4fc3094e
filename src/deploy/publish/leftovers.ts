/** What `--prune` deletes: flows and modules that an earlier release of this project archived, and nobody has taken up since. */
import type { Inventory, Listed } from '../../connect/types.ts';
import { keyOf } from '../lookup.ts';
import type { Plan } from '../types.ts';
import type { Release } from './records.ts';

export interface Leftover {
  readonly listed: Listed;
  /** The release that archived it. */
  readonly release: string;
}

/** `releases`: oldest first. */
export function leftovers(
  releases: readonly Release[],
  { things }: Inventory,
  { changes }: Pick<Plan, 'changes'>,
): readonly Leftover[] {
  const archived = new Map<string, { readonly id: string; readonly release: string }>();
  for (const { id: release, changes: touched } of releases) {
    for (const { kind, name, action, before } of touched) {
      const key = keyOf({ kind, name });
      const id = before?.listed.id;
      if (action === 'archive' && id !== undefined) archived.set(key, { id, release });
      else archived.delete(key);
    }
  }
  const wanted = new Set(changes.map(keyOf));
  return things.flatMap((listed) => {
    const key = keyOf(listed);
    const by = archived.get(key);
    const isOurs = by?.id === listed.id && listed.state === 'ARCHIVED' && !wanted.has(key);
    return isOurs ? [{ listed, release: by.release }] : [];
  });
}
