/** Hashes of what is live: of each thing for itself, and one of everything that a plan was made from. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../graph/canonical.ts';
import { keyOf } from './lookup.ts';
import type { LiveResource, ResourceKey } from './types.ts';

/** The hash of what is not there. */
const ABSENT = '';

const hashed = new WeakMap<LiveResource, string>();

export function hashOf(live: LiveResource): string {
  let hash = hashed.get(live);
  if (hash === undefined) hashed.set(live, (hash = newHashOf(live)));
  return hash;
}

function newHashOf({ listed, settings, flow }: LiveResource): string {
  const hash = createHash('sha256').update(`${listed.id} ${canonicalJson(settings)}`);
  if (flow !== undefined) hash.update(`\n${flow.type} ${flow.content}`);
  return hash.digest('hex');
}

/** By `keyOf`, in alphabetical order. `asked`: all that was looked for; that something is not there is known too. */
export function hashesOf(
  asked: readonly ResourceKey[],
  resources: readonly LiveResource[],
): ReadonlyMap<string, string> {
  const found = new Map(resources.map((resource) => [keyOf(resource), resource]));
  const keys = [...new Set([...asked, ...resources].map(keyOf))].sort();
  return new Map(
    keys.map((key) => {
      const live = found.get(key);
      return [key, live === undefined ? ABSENT : hashOf(live)];
    }),
  );
}

/** One hash of everything live that a plan was made from. */
export function fingerprintOf(asked: readonly ResourceKey[], resources: readonly LiveResource[]): string {
  return fingerprintOfHashes(hashesOf(asked, resources));
}

export function fingerprintOfHashes(hashes: ReadonlyMap<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...hashes]))
    .digest('hex');
}
