/** Where the things of a project lie: one folder for each kind, one file for each thing. */
import type { Listed } from '../../connect/types.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import { fileNamer } from '../../workspace/file-names.ts';
import { codecFor } from '../kinds/index.ts';
import type { Identifiers } from './identifiers.ts';

export interface PulledFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The file of things that are only spoken of. */
export const EXISTING_FILE = 'existing.flow';

/** Kinds whose things the service does not hand out whole: they are spoken of, not written. */
const NOT_WHOLE: ReadonlySet<CanonicalKind> = new Set(['prompt']);

/** Whether a pull writes things of that kind as the project's own. */
export function isManaged(kind: CanonicalKind): boolean {
  return codecFor(kind) !== undefined && !NOT_WHOLE.has(kind);
}

/** Where declarations of one kind lie. */
export function folderOf(kind: CanonicalKind): string {
  const plural = kind === 'hours' ? kind : kind.endsWith('s') ? `${kind}es` : `${kind}s`;
  return plural.replaceAll('_', '-');
}

export function filesOf(things: readonly Listed[], identifiers: Identifiers): ReadonlyMap<Listed, string> {
  const namers = new Map<CanonicalKind, (name: string) => string>();
  return new Map(
    things.map((thing) => {
      const namer = namers.get(thing.kind) ?? fileNamer('.flow');
      namers.set(thing.kind, namer);
      return [thing, `${folderOf(thing.kind)}/${namer(identifiers.of(thing))}`];
    }),
  );
}
