/** Files are written whole or not at all: to a file beside, which then takes the name. */
import { chmodSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { errorCode, project, reasonOf, wholeFile } from './diagnostics.ts';
import { hasByteOrderMark } from './read.ts';

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
    const existing = statSync(absolute, { throwIfNoEntry: false });
    if (existing?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (existing?.size === bytes.length && readFileSync(absolute).equals(bytes)) return undefined;
    const target = existing === undefined ? absolute : realpathSync.native(absolute);
    temporary = join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}-${serial++}.tmp`);
    writeFileSync(temporary, bytes, { flag: 'wx' });
    if (existing !== undefined) chmodSync(temporary, existing.mode & 0o7777);
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) takeAway(temporary);
    return project('not-written', wholeFile(path), { reason: reasonOf(error) });
  }
}

/** Writes a text in place of the one that was read there: readers take the byte order mark off, and so it is put back. */
export function writeAnew(absolute: string, text: string, path: string): Diagnostic | undefined {
  return writeWhole(absolute, hasByteOrderMark(absolute) ? `\ufeff${text}` : text, path);
}

/** What cannot be taken away was never made: below a file, say, of which Node 24 does not think as of nothing. */
function takeAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Why it could not be written is told.
  }
}

/** Makes a folder and those around it. Returns what went wrong, if anything did. */
export function makeFolder(absolute: string, path: string): Diagnostic | undefined {
  try {
    makeWithParents(absolute);
    return undefined;
  } catch (error) {
    return project('not-written', wholeFile(path), { reason: reasonOf(error) });
  }
}

/** Not `recursive` of Node's own, which never comes back where a folder that is there takes no others (`/proc`). */
function makeWithParents(absolute: string): void {
  try {
    mkdirSync(absolute);
  } catch (error) {
    if (isFolder(absolute)) return;
    const parent = dirname(absolute);
    if (errorCode(error) !== 'ENOENT' || parent === absolute) throw error;
    makeWithParents(parent);
    mkdirSync(absolute);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
