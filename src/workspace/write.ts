/** Files are written whole or not at all: to a file beside, which then takes the name. */
import { closeSync, fchmodSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs';
import { rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { errorCode, project, reasonOf, wholeFile } from './diagnostics.ts';

let serial = 0;

/**
 * Writes a text as UTF-8. A file that has these bytes already is left alone, so that its time stamp says when it changed;
 * an existing file keeps its mode, and a link stays a link. `path` is what messages call the file.
 * Returns what went wrong, if anything did.
 */
export function writeWhole(absolute: string, text: string, path: string): Diagnostic | undefined {
  const bytes = Buffer.from(text);
  let temporary: string | undefined;
  try {
    const target = linkTarget(absolute);
    const mode = existingMode(target);
    if (mode !== undefined && readFileSync(target).equals(bytes)) return undefined;
    temporary = join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}-${serial++}.tmp`);
    writeNew(temporary, bytes, mode);
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    return project('not-written', wholeFile(path), { reason: reasonOf(error) });
  }
}

/** Makes a folder and those around it. Returns what went wrong, if anything did. */
export function makeFolder(absolute: string, path: string): Diagnostic | undefined {
  try {
    mkdirSync(absolute, { recursive: true });
    return undefined;
  } catch (error) {
    return project('not-written', wholeFile(path), { reason: reasonOf(error) });
  }
}

function linkTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return path;
    throw error;
  }
}

/** The mode of a file that is there; undefined where there is none. A folder in its place is refused. */
function existingMode(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  return stats && stats.mode & 0o7777;
}

function writeNew(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const handle = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(handle, mode);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
  } finally {
    closeSync(handle);
  }
}
