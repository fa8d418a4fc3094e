/** One hash of everything live that a plan was made from. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../graph/canonical.ts';
import { keyOf } from './lookup.ts';
import type { LiveResource, ResourceKey } from './types.ts';

/** `asked`: all that was looked for; that something is not there is part of what a plan knows. */
export function fingerprintOf(asked: readonly ResourceKey[], resources: readonly LiveResource[]): string {
  const hash = createHash('sha256');
  const found = new Map(resources.map((resource) => [keyOf(resource), resource]));
  for (const key of [...new Set([...asked, ...resources].map(keyOf))].sort()) {
    const live = found.get(key);
    hash.update(live === undefined ? `${key}\n` : `${key} ${live.listed.id} ${canonicalJson(live.settings)}\n`);
    if (live?.flow !== undefined) hash.update(`${live.flow.type} ${live.flow.content}\n`);
  }
  return hash.digest('hex');
}
