/**
 * The journal of a run: what it found, what it is about to ask for, and what came of it. Lines are appended and are on the
 * disk before the request that they speak of is sent, so a run that is killed at any moment leaves behind what was live
 * before. The next run continues it: what it found stays what was there before.
 */
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { keyOf } from '../lookup.ts';
import { folderOf, makeRecordFolder, namesIn, syncFolder, writeAll } from './folders.ts';
import type { Beginning, Intention, Outcome, Touched } from './records.ts';
import { releasePath } from './releases.ts';

export interface Journal {
  /** Says what is about to be asked for; on the disk when this returns. */
  readonly intend: (intentions: readonly Intention[]) => void;
  /** Says what came of a request; on the disk with the next intention at the latest. */
  readonly answered: (outcome: Outcome) => void;
  /** Ends without the work being done: the next run will continue. */
  readonly leave: () => void;
  /** The work is done and its release is written: this journal, and those that it continues, are closed. */
  readonly close: () => void;
}

const OPEN = '.jsonl';
const CLOSED = '.done.jsonl';

export function beginJournal(root: string, beginning: Beginning): Journal {
  const folder = makeRecordFolder(root, 'journal', beginning.environment);
  const path = join(folder, `${beginning.id}${OPEN}`);
  const file = openSync(path, 'a');
  const writeLines = (lines: readonly object[]): void => {
    writeAll(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), path);
  };
  writeLines([beginning]);
  fdatasyncSync(file);
  syncFolder(folder);
  return {
    intend: (intentions) => {
      writeLines(intentions);
      fdatasyncSync(file);
    },
    answered: (outcome) => {
      writeLines([outcome]);
    },
    leave: () => {
      closeSync(file);
    },
    close: () => {
      fdatasyncSync(file);
      closeSync(file);
      // Its own last: as long as that is open, the others are known to be continued by it.
      for (const id of [...beginning.continues, beginning.id]) closeJournal(folder, id);
    },
  };
}

function closeJournal(folder: string, id: string): void {
  const path = join(folder, `${id}${OPEN}`);
  if (existsSync(path)) renameSync(path, join(folder, `${id}${CLOSED}`));
}

/** A run that did not come to its end. */
export interface OpenJournal extends Beginning {
  /** Keys of what it set out to make; whether it was made is not known. */
  readonly created: readonly string[];
}

/** Runs that did not come to their end, oldest first. Those that only lacked the last stroke are given it. */
export function openJournals(root: string, environment: string): readonly OpenJournal[] {
  const folder = folderOf(root, 'journal', environment);
  const ids = namesIn(folder)
    .filter((name) => name.endsWith(OPEN) && !name.endsWith(CLOSED))
    .map((name) => basename(name, OPEN))
    .sort();
  const open = ids.flatMap((id) => readJournal(join(folder, `${id}${OPEN}`)) ?? []);
  const done = open.filter(({ id }) => existsSync(releasePath(root, environment, id)));
  const closed = new Set(done.flatMap(({ id, continues }) => [...continues, id]));
  for (const id of closed) closeJournal(folder, id);
  return open.filter(({ id }) => !closed.has(id));
}

/** Undefined for a run that was killed before its first line was whole, which had asked for nothing. */
function readJournal(path: string): OpenJournal | undefined {
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const beginning = parsed<Beginning>(first);
  if (beginning === undefined) return undefined;
  const intentions = lines.flatMap((line) => parsed<Partial<Intention>>(line) ?? []);
  const created = intentions.flatMap(({ creates, kind, name }) =>
    creates === true && kind !== undefined && name !== undefined ? [keyOf({ kind, name })] : [],
  );
  return { ...beginning, created };
}

/** The last line of a run that was killed may be a part of one. */
function parsed<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}

/** By key: what was there before the first of these runs, of everything that any of them may have touched. */
export function touchedBefore(journals: readonly Pick<Beginning, 'changes'>[]): ReadonlyMap<string, Touched> {
  const found = new Map<string, Touched>();
  for (const { changes } of journals) {
    for (const change of changes) if (!found.has(keyOf(change))) found.set(keyOf(change), change);
  }
  return found;
}
