/** Where records stand, and how they are written so that they are there after a power cut. */
import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  existsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { lockFolder, type Lock } from '../../connect/local/lock.ts';

export type Records = 'journal' | 'releases' | 'unchanged';

/** `root` is the project's folder. */
export function folderOf(root: string, records: Records, environment: string): string {
  return join(root, '.flowc', records, encodeURIComponent(environment));
}

/** What is in a folder of records; nothing where it was never made. One that cannot be read throws: it is not empty. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Makes a folder inside `.flowc`, which keeps itself out of git. */
export function makeRecordFolder(root: string, records: Records, environment: string): string {
  const folder = folderOf(root, records, environment);
  mkdirSync(folder, { recursive: true });
  const ignore = join(root, '.flowc', '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  return folder;
}

/** Writes a file whole or not at all, and returns when it is on the disk. */
export function writeDurably(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  const file = openSync(beside, 'w');
  try {
    writeAll(file, text, path);
    fdatasyncSync(file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  syncFolder(dirname(path));
}

/** All of a text; `path` is what an error says of the file. */
export function writeAll(file: number, text: string, path: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}

/** Names of new and renamed files are on the disk after this. Windows has no such thing. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** One process at a time publishes to an environment from one project. Returns who does, where it is another. */
export function lockRecords(root: string, environment: string): Lock | { readonly heldBy: number } {
  return lockFolder(makeRecordFolder(root, 'journal', environment));
}
