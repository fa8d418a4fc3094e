/** A local instance in this process. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL, localInstanceArn } from '../../check/environment.ts';
import { isObject } from '../../text/json.ts';
import type { Instance } from '../types.ts';
import type { Control, Seen } from './control.ts';
import type { Fault, Faults } from './faults.ts';
import { makeFaults } from './faults.ts';
import { announce, announced, DEFAULT_PORT, withdraw } from './announcement.ts';
import { lockFolder } from './lock.ts';
import type { Lock } from './lock.ts';
import { memoryStore } from './memory-store.ts';
import { INSTANCE } from './operations/instances.ts';
import { seedInstance } from './seed.ts';
import type { SeedFile } from './seed/seed-file.ts';
import { applySeedFile, readSeedFile } from './seed/seed-file.ts';
import type { RunningServer, ServerParts } from './server.ts';
import { serve } from './server.ts';
import { openStore } from './store.ts';
import type { Rate } from './throttle.ts';
import type { Context } from './types.ts';

export interface LocalOptions {
  /** Where the state is kept; made when it is not there. One process at a time. */
  readonly folder: string;
  /** On 127.0.0.1. 0, or nothing, takes a free one; `any` the usual one, unless that is taken. */
  readonly port?: number | 'any' | undefined;
  /** What to add to a new instance, or to one that lacks it: a seed file, or its path. */
  readonly seed?: SeedFile | string | undefined;
  /** Begins anew. */
  readonly reset?: boolean | undefined;
  readonly faults?: readonly Fault[] | undefined;
  /** Refuses what comes faster; `true` is the service's own rate, 2 a second and 5 at once. */
  readonly throttle?: boolean | Rate | undefined;
  /** Quotas by name, other than the service's defaults. They stay with the state. */
  readonly quotas?: Readonly<Record<string, number>> | undefined;
  /** `false`: the process may end though the instance runs. */
  readonly keepsAlive?: boolean | undefined;
}

export interface Local {
  /** `http://127.0.0.1:8765` */
  readonly endpoint: string;
  readonly instance: Instance;
  readonly close: () => Promise<void>;
}

/** One that runs in this process. */
export interface OwnLocal extends Local {
  readonly faults: Faults;
  /** Every request since the start. */
  readonly seen: readonly Seen[];
}

/** The folder cannot be had, or the port. The message says why. */
export class LocalUnavailable extends Error {
  override readonly name = 'UsageError';
}

/** The service's default rate. */
const SERVICE_RATE: Rate = { perSecond: 2, burst: 5 };

export const THE_INSTANCE: Instance = {
  id: LOCAL.instance,
  arn: localInstanceArn(),
  alias: 'local',
  partition: LOCAL.partition,
  region: LOCAL.region,
  account: LOCAL.account,
};

/** Starts an instance in this process. Throws `LocalUnavailable`, `DamagedState`, `SeedError`. */
export async function startLocal(options: LocalOptions): Promise<OwnLocal> {
  mkdirSync(options.folder, { recursive: true });
  const lock = lockFolder(options.folder);
  if (!('heldBy' in lock)) return startLocked(options, lock);
  const running = announced(options.folder);
  const where = running === undefined ? '' : ` at ${endpointOf(running.port)}`;
  throw new LocalUnavailable(`a local instance runs already${where}, in process ${lock.heldBy}.`);
}

/** The same for who has locked the folder; the lock is let go when it fails. */
export async function startLocked(options: LocalOptions, lock: Lock): Promise<OwnLocal> {
  try {
    return await startWith(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startWith(options: LocalOptions, lock: Lock): Promise<OwnLocal> {
  const { folder, port = 0, throttle = false } = options;
  const context = openContext(options);
  const faults = makeFaults();
  faults.add(options.faults ?? []);
  const seen: Seen[] = [];
  const key = randomUUID();
  const control: Control = { faults, seen, about: { pid: process.pid, key, instance: THE_INSTANCE.arn } };
  const rate = throttle === true ? SERVICE_RATE : throttle === false ? undefined : throttle;
  const running = await listen(port, { context, control, rate });
  if (options.keepsAlive === false) running.server.unref();
  announce(folder, { pid: process.pid, port: running.port, key });
  let closing: Promise<void> | undefined;
  return {
    endpoint: endpointOf(running.port),
    instance: THE_INSTANCE,
    faults,
    seen,
    close: () =>
      (closing ??= running.close().then(() => {
        withdraw(folder);
        lock.release();
      })),
  };
}

async function listen(port: number | 'any', parts: ServerParts): Promise<RunningServer> {
  try {
    return await serve(port === 'any' ? DEFAULT_PORT : port, parts);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (port === 'any' && code === 'EADDRINUSE') return listen(0, parts);
    throw new LocalUnavailable(`port ${port} ${code === 'EADDRINUSE' ? 'is taken' : `cannot be had: ${message}`}.`);
  }
}

export const endpointOf = (port: number): string => `http://127.0.0.1:${port}`;

/** The state, filled when it is new. */
function openContext({ folder, reset = false, seed, quotas }: LocalOptions): Context {
  const state = join(folder, 'state');
  if (reset) renameAside(state);
  removeAside(folder);
  const store = openStore(state);
  const extra = typeof seed === 'string' ? readSeedFile(seed) : (seed ?? {});
  const given = { ...extra.quotas, ...quotas };
  const parts = { instance: THE_INSTANCE, now: () => Date.now() / 1000, newId: randomUUID };
  if (store.get(INSTANCE, THE_INSTANCE.id) === undefined) {
    const fresh: Context = { ...parts, store: memoryStore(), quotas: given };
    seedInstance(fresh);
    keepQuotas(fresh, given);
    applySeedFile(extra, fresh);
    store.write((fresh.store as ReturnType<typeof memoryStore>).everything());
    return { ...parts, store, quotas: given };
  }
  const context: Context = { ...parts, store, quotas: keepQuotas({ ...parts, store }, given) };
  applySeedFile(extra, context);
  return context;
}

/** Quotas stay with the instance; those that are given now win. Returns all of them. */
function keepQuotas({ store, instance }: Context, given: Readonly<Record<string, number>>): Record<string, number> {
  const kept = store.get(INSTANCE, instance.id);
  const before = kept?.['Quotas'];
  const all = { ...(isObject(before) ? (before as Record<string, number>) : {}), ...given };
  if (kept !== undefined && Object.keys(given).length > 0)
    store.write([{ put: { ...kept, Quotas: all }, in: INSTANCE }]);
  return all;
}

/** In one step, so that a reset that is cut short leaves no half of a state. */
function renameAside(state: string): void {
  try {
    renameSync(state, `${state}.old.${randomUUID()}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function removeAside(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('state.old.')) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
