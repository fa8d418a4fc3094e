/** Logical ids: letters and digits of ASCII, the same for the same thing whatever else is in the project. */
import { localUuid } from '../../check/local-id.ts';
import type { Named } from '../../check/program.ts';

/**
 * `QueueFrontDesk` for the queue FrontDesk. A name with other signs keeps those that may stay and gets eight of a hash, so
 * that the id depends on the thing alone: a resource under a new id is a new resource, and the old one is deleted.
 */
export function logicalId(named: Pick<Named, 'kind' | 'name'>, suffix = ''): string {
  const kind = named.kind.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const name = named.name.normalize('NFC');
  if (/^[A-Za-z0-9]{1,200}$/.test(name)) return kind + name + suffix;
  const hash = localUuid(`logical id ${named.kind}/${name}`).slice(0, 8);
  return kind + name.replace(/[^A-Za-z0-9]+/g, '').slice(0, 200) + hash + suffix;
}
