/** The order of work: what others need comes first, as far as circles allow. */
import type { CompiledFlow } from '../compiler.ts';
import { canonicalKind } from '../entities/index.ts';
import { KIND_ORDER } from './kinds/index.ts';
import { keyOf } from './lookup.ts';
import type { Change } from './types.ts';

/** By kind; modules and flows after those that they call; what goes out of use last. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  const byName = [...changes].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const ranked = KIND_ORDER.flatMap((kind) => {
    const ofKind = byName.filter((change) => change.kind === kind && change.action !== 'archive');
    return kind === 'flow' || kind === 'module' ? calleesFirst(ofKind) : ofKind;
  });
  return [...ranked, ...byName.filter(({ action }) => action === 'archive')];
}

function calleesFirst(changes: readonly Change[]): readonly Change[] {
  const byKey = new Map(changes.map((change) => [keyOf(change), change]));
  const ordered = new Set<Change>();
  const begun = new Set<Change>();
  const visit = (change: Change): void => {
    if (begun.has(change)) return;
    begun.add(change);
    // What a flow speaks of that stays as it is, is there.
    for (const key of change.action === 'none' ? [] : calledBy(change.after?.flow?.compiled)) {
      const callee = byKey.get(key);
      if (callee !== undefined) visit(callee);
    }
    ordered.add(change);
  };
  changes.forEach(visit);
  return [...ordered];
}

/** Keys of the flows and modules that a flow speaks of, in alphabetical order. */
function calledBy(compiled: CompiledFlow | undefined): readonly string[] {
  const keys = new Set<string>();
  for (const { named } of compiled?.references ?? []) {
    const kind = canonicalKind(named.kind);
    if (kind === 'flow' || kind === 'module') keys.add(keyOf({ kind, name: named.display }));
  }
  return [...keys].sort();
}
