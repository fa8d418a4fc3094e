/** Names for the ids and ARNs in flows: as the source calls things, else as the instance does. */
import { allNames } from '../check/names.ts';
import type { Program } from '../check/program.ts';
import { listedFor } from '../connect/bind.ts';
import { pascalCase, type KnownNames } from '../constructs/naming.ts';
import { canonicalKind } from '../entities/index.ts';
import { plainId, type Lookup } from './lookup.ts';
import { pendingId } from './pending.ts';

/** Made when the first flow that changed is shown; one for all flows, so that a thing has one name everywhere. */
export function sourceNames(program: Program, lookup: Lookup): KnownNames {
  const identifiers = new Map<string, string>();
  const taken = new Set<string>();
  for (const named of allNames(program)) {
    const kind = canonicalKind(named.kind);
    const listed = listedFor(named, lookup.inventory);
    const id = named.pin ?? listed?.id ?? pendingId(kind, named.display);
    identifiers.set(`${kind}/${plainId(id)}`, named.name);
    taken.add(`${kind}/${named.name}`);
  }
  for (const { kind, id, name } of lookup.inventory.things) {
    const key = `${kind}/${plainId(id)}`;
    const identifier = pascalCase(name).slice(0, 60);
    if (identifiers.has(key) || identifier === '' || taken.has(`${kind}/${identifier}`)) continue;
    identifiers.set(key, identifier);
    taken.add(`${kind}/${identifier}`);
  }
  const values = new Map<string, string>();
  return {
    nameOf: (entityKind, value) => {
      const kind = canonicalKind(entityKind);
      const name = identifiers.get(`${kind}/${plainId(value)}`);
      if (name === undefined) return undefined;
      // A name stands for one spelling; another version of the same thing gets a name of its own.
      return [name, ...versioned(name, value)].find((candidate) => {
        const key = `${kind}/${candidate}`;
        if (candidate !== name && taken.has(key)) return false;
        const known = values.get(key) ?? value;
        values.set(key, known);
        return known === value;
      });
    },
    valueOf: (entityKind, name) => values.get(`${canonicalKind(entityKind)}/${name}`),
  };
}

/** `Verify_LATEST`, `Verify_live`, `Verify_3`. */
function versioned(name: string, value: string): readonly string[] {
  const [, version] = /:\$?([\w-]+)$/.exec(value) ?? [];
  return version === undefined ? [] : [`${name}_${version}`];
}
