/** A local instance in this process. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { apiRate } from '../../catalogue/quotas.ts';
import type { LocalOptions, OwnLocal } from './about.ts';
import { DEFAULT_PORT, endpointOf, LocalUnavailable, THE_INSTANCE } from './about.ts';
import type { Control, Seen } from './control.ts';
import { makeFaults } from './faults.ts';
import { announce, announced, withdraw } from './announcement.ts';
import { lockFolder } from './lock.ts';
import type { Lock } from './lock.ts';
import { memoryStore } from './memory-store.ts';
import { quotasIn } from './operations/instances.ts';
import { seedInstance } from './seed.ts';
import type { SeedFile } from './seed/seed-file.ts';
import { addSeed, applySeedFile, readSeedFile } from './seed/seed-file.ts';
import type { RunningServer, ServerParts } from './server.ts';
import { serve } from './server.ts';
import { beginState, hasState, openStore } from './store.ts';
import type { Context, Store } from './types.ts';

export { THE_INSTANCE } from './about.ts';

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
  const control: Control = {
    faults,
    seen,
    about: { pid: process.pid, key, instance: THE_INSTANCE.arn },
    seed: (said) => addSeed(said, context),
  };
  const rate = throttle === true ? apiRate : throttle === false ? undefined : throttle;
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

/** The state, filled when it is new. */
function openContext({ folder, reset = false, seed, quotas }: LocalOptions): Context {
  const state = join(folder, 'state');
  if (reset) renameAside(state);
  removeAside(folder);
  const file = typeof seed === 'string' ? readSeedFile(seed) : (seed ?? {});
  const extra: SeedFile = { ...file, quotas: { ...file.quotas, ...quotas } };
  if (!hasState(state)) {
    const store = memoryStore();
    const fresh = contextOf(store);
    seedInstance(fresh);
    applySeedFile(extra, fresh);
    beginState(state, store.everything());
    return contextOf(openStore(state));
  }
  const context = contextOf(openStore(state));
  applySeedFile(extra, context);
  return context;
}

function contextOf(store: Store): Context {
  return {
    store,
    instance: THE_INSTANCE,
    now: () => Date.now() / 1000,
    newId: randomUUID,
    get quotas() {
      return quotasIn(store, THE_INSTANCE.id);
    },
  };
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
