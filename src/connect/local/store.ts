/**
 * The state of an instance: in memory, and each thing a file of its own, `<folder>/<collection>/<name>.json`. A file is
 * written beside, flushed, and put in place by renaming, so at every moment it is the old one or the new one. Several
 * changes at once are first written down in `intent.json`; a process that dies meanwhile leaves that, and the next one
 * does it again from the start, which is the same as once. What was there in the beginning is in one file, `base.json`:
 * the others say what is different since.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../../text/json.ts';
import type { Change, Store, StoredEntity } from './types.ts';

/** A file of the state cannot be read. The message names it, and says what to do. */
export class DamagedState extends Error {
  override readonly name = 'UsageError';
}

/** What is in a file: the place among others of its collection, and the thing; or which one of the first is gone. */
interface Kept {
  readonly order: number;
  readonly thing: StoredEntity;
}

interface Gone {
  readonly gone: string;
}

/** By collection and id. */
type Collections = Map<string, Map<string, Kept>>;

const BASE = 'base.json';
const INTENT = 'intent.json';
const UNFINISHED = '.new';

/** Whether there is a state in `folder`. */
export const hasState = (folder: string): boolean => existsSync(join(folder, BASE));

/** Begins a state in `folder` with what is there at first, in one step. */
export function beginState(folder: string, first: readonly Change[]): void {
  writeFile(join(folder, BASE), `${JSON.stringify(first, undefined, 1)}\n`);
}

/** The state that lies in `folder`. Throws `DamagedState`. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  finishIntent(folder);
  const base = loadBase(folder);
  const collections = load(folder, base);
  const isFirst = (collection: string, id: string): boolean => base.get(collection)?.has(id) === true;
  let next = 1 + lastOrder(collections);
  let halted = false;

  const apply = (change: Change, order: number): void => {
    const collection = collectionIn(collections, change.in);
    if ('remove' in change) collection.delete(change.remove);
    else collection.set(change.put.Id, { order: collection.get(change.put.Id)?.order ?? order, thing: change.put });
  };

  return {
    all: (collection) => [...(collections.get(collection)?.values() ?? [])].map(({ thing }) => thing),
    get: (collection, id) => collections.get(collection)?.get(id)?.thing,
    write: (changes) => {
      const orders = changes.map((change) => {
        const stands = 'put' in change ? collections.get(change.in)?.get(change.put.Id)?.order : undefined;
        return stands ?? next++;
      });
      const steps = changes.map((change, i) => stepOf(change, orders[i] ?? 0, isFirst));
      // After half a change nothing else may come: the next start finishes it, as if nothing had been since.
      if (halted) throw new Error('an earlier change could not be written whole');
      if (steps.length > 1) writeFile(join(folder, INTENT), JSON.stringify(steps));
      halted = steps.length > 1;
      for (const step of steps) perform(folder, step);
      if (steps.length > 1) rmSync(join(folder, INTENT), { force: true });
      halted = false;
      changes.forEach((change, i) => apply(change, orders[i] ?? 0));
    },
  };
}

function lastOrder(collections: Collections): number {
  let last = 0;
  for (const kept of collections.values()) for (const { order } of kept.values()) last = Math.max(last, order);
  return last;
}

/** One file put in place or taken away: all that an intent consists of. */
interface Step {
  readonly collection: string;
  readonly file: string;
  readonly kept?: Kept | Gone;
}

function stepOf(change: Change, order: number, isFirst: (collection: string, id: string) => boolean): Step {
  if ('put' in change) {
    return { collection: change.in, file: fileOf(change.put.Id), kept: { order, thing: change.put } };
  }
  const { remove, in: collection } = change;
  return { collection, file: fileOf(remove), ...(isFirst(collection, remove) ? { kept: { gone: remove } } : {}) };
}

/** Ids may be names, which may be anything: what no file system would mistake stands for itself, else its hash does. */
function fileOf(id: string): string {
  const name = /^[0-9a-z][0-9a-z-]{0,60}$/.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 40);
  return `${name}.json`;
}

function perform(folder: string, { collection, file, kept }: Step): void {
  const path = join(folder, collection, file);
  if (kept === undefined) return rmSync(path, { force: true });
  writeFile(path, `${JSON.stringify(kept, undefined, 1)}\n`);
}

function writeFile(path: string, text: string): void {
  const beside = path + UNFINISHED;
  const file = openFor(beside);
  try {
    writeFileSync(file, text); // all of it, unlike one call of the system, of which a full disk takes a part
    fsyncSync(file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw Object.assign(error as Error, { path });
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

/** Folders of collections are made when the first thing comes. */
function openFor(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(join(path, '..'), { recursive: true });
    return openSync(path, 'w');
  }
}

function finishIntent(folder: string): void {
  const path = join(folder, INTENT);
  const steps = readJson(path);
  if (steps === undefined) return;
  if (!Array.isArray(steps)) throw damaged(path);
  for (const step of steps as readonly Step[]) perform(folder, step);
  rmSync(path, { force: true });
}

function loadBase(folder: string): Collections {
  const path = join(folder, BASE);
  const changes = readJson(path);
  const collections: Collections = new Map();
  if (changes === undefined) return collections;
  if (!Array.isArray(changes)) throw damaged(path);
  for (const [order, change] of (changes as readonly unknown[]).entries()) {
    if (!isObject(change) || typeof change['in'] !== 'string') throw damaged(path);
    const kept: unknown = { order, thing: change['put'] };
    if (!isKept(kept)) throw damaged(path);
    collectionIn(collections, change['in']).set(kept.thing.Id, kept);
  }
  return collections;
}

function collectionIn(collections: Collections, name: string): Map<string, Kept> {
  const known = collections.get(name) ?? new Map<string, Kept>();
  collections.set(name, known);
  return known;
}

/** The first things, and what is different since. */
function load(folder: string, base: Collections): Collections {
  const collections: Collections = new Map([...base].map(([name, things]) => [name, new Map(things)]));
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const things = collectionIn(collections, entry.name);
    for (const kept of filesOf(join(folder, entry.name))) {
      if ('gone' in kept) things.delete(kept.gone);
      else things.set(kept.thing.Id, kept);
    }
    const ordered = [...things].sort(([, a], [, b]) => a.order - b.order);
    collections.set(entry.name, new Map(ordered));
  }
  return collections;
}

function filesOf(folder: string): readonly (Kept | Gone)[] {
  const kept: (Kept | Gone)[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith(UNFINISHED)) {
      rmSync(path, { force: true });
    } else if (name.endsWith('.json')) {
      const read = readJson(path);
      if (!isKept(read) && !isGone(read)) throw damaged(path);
      kept.push(read);
    }
  }
  return kept;
}

/** `undefined`: there is no such file. */
function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(path);
  }
}

function isGone(value: unknown): value is Gone {
  return isObject(value) && typeof value['gone'] === 'string';
}

function isKept(value: unknown): value is Kept {
  return (
    isObject(value) &&
    typeof value['order'] === 'number' &&
    isObject(value['thing']) &&
    typeof value['thing']['Id'] === 'string'
  );
}

function damaged(path: string): DamagedState {
  return new DamagedState(
    `the local instance's state is damaged: ${path} cannot be read; \`flowc local --reset\` begins anew.`,
  );
}
