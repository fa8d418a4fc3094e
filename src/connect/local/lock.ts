/** One process owns a folder: it holds a file there that names it. What a dead process left behind counts for nothing. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Lock {
  readonly release: () => void;
}

/** The lock of a folder that exists, or the id of the process that has it. */
export function lockFolder(folder: string): Lock | { readonly heldBy: number } {
  const path = join(folder, 'lock');
  const own = join(folder, `lock.${unique()}`);
  try {
    writeFileSync(own, `${process.pid} ${startOf(process.pid) ?? ''} ${unique()}\n`);
    const text = readFileSync(own, 'utf8');
    for (;;) {
      // A link has its content from the first moment, unlike a file that is made and then written.
      if (linked(own, path)) return { release: () => release(path, text) };
      const held = read(path);
      if (held === undefined) continue;
      const [pid = '', start = ''] = held.split(/\s/);
      if (isRunning(Number(pid), start)) return { heldBy: Number(pid) };
      takeAway(path, held);
    }
  } catch (error) {
    throw Object.assign(error as Error, { path }); // where a disk is full the system does not say which file it was
  } finally {
    rmSync(own, { force: true });
  }
}

/** On this machine, and at any time. */
const unique = (): string => `${process.pid}.${process.hrtime.bigint()}`;

function linked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return copied(own, path);
  }
}

/** For file systems without links. */
function copied(own: string, path: string): boolean {
  try {
    writeFileSync(path, readFileSync(own), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function release(path: string, text: string): void {
  if (read(path) === text) rmSync(path, { force: true });
}

/** Removes a dead process's lock; should somebody have been quicker and hold it by now, it is put back. */
function takeAway(path: string, held: string): void {
  const aside = `${path}.${unique()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== held) linked(aside, path);
  rmSync(aside, { force: true });
}

function isRunning(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // Ids are used again; where the system tells when a process began, another one is not mistaken for the holder.
  const now = startOf(pid);
  return now === undefined || start === '' || now === start;
}

/**
 * When a process began, in the system's own ticks; `undefined` where there is no way to know. Of one that is dead, but that
 * nobody has asked about yet, another text.
 */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'dead' : fields[19];
  } catch {
    return undefined;
  }
}
