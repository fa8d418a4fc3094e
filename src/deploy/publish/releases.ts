/** Releases: one file each, with what was live before, so that all of it can be restored together. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hash32 } from '../../check/local-id.ts';
import { folderOf, makeRecordFolder, namesIn, writeDurably } from './folders.ts';
import type { Release } from './records.ts';

export function releasePath(root: string, environment: string, id: string): string {
  return join(folderOf(root, 'releases', environment), `${id}.json`);
}

/**
 * A name for a release that no other has: when, and a mark of what (`20260309T084205123Z-4f1c09aa`). Names sort by time.
 */
export function freshId(root: string, environment: string, at: Date, content: string): string {
  const time = at.toISOString().replace(/[-:.]/g, '');
  for (let n = 0; ; n++) {
    const id = `${time}-${hash32(content, n).toString(16).padStart(8, '0')}`;
    const journal = join(folderOf(root, 'journal', environment), id);
    const names = [releasePath(root, environment, id), `${journal}.jsonl`, `${journal}.done.jsonl`];
    if (!names.some((name) => existsSync(name))) return id;
  }
}

export function writeRelease(root: string, release: Release): void {
  makeRecordFolder(root, 'releases', release.environment);
  writeDurably(releasePath(root, release.environment, release.id), `${JSON.stringify(release, null, 2)}\n`);
}

/** Ids, oldest first. */
export function releaseIds(root: string, environment: string): readonly string[] {
  return namesIn(folderOf(root, 'releases', environment))
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .sort();
}

/** Undefined where there is none, or its file is not what was written. */
export function readRelease(root: string, environment: string, id: string): Release | undefined {
  const path = releasePath(root, environment, id);
  if (!existsSync(path)) return undefined;
  try {
    const release = JSON.parse(readFileSync(path, 'utf8')) as Release;
    return Array.isArray(release.changes) ? release : undefined;
  } catch {
    return undefined;
  }
}
