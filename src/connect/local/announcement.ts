/** Where the process that owns a folder tells others how to reach it. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../../text/json.ts';

export interface Announcement {
  readonly pid: number;
  readonly port: number;
  /** Of this very start: a server that answers with another is another. */
  readonly key: string;
}

const fileIn = (folder: string): string => join(folder, 'server.json');

export function announce(folder: string, announcement: Announcement): void {
  const beside = `${fileIn(folder)}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(announcement)}\n`);
  renameSync(beside, fileIn(folder));
}

export function withdraw(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}

/** What the last process that owned the folder told; it may be gone. */
export function announced(folder: string): Announcement | undefined {
  try {
    const said: unknown = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    if (!isObject(said)) return undefined;
    const { pid, port, key } = said;
    if (typeof pid !== 'number' || typeof port !== 'number' || typeof key !== 'string') return undefined;
    return { pid, port, key };
  } catch {
    return undefined;
  }
}
