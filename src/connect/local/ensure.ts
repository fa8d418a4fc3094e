/** A project's local instance: the one that runs, or one in this process. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { reasonOf } from '../../workspace/diagnostics.ts';
import type { SeedFile } from './seed/seed-file.ts';
import type { ClientRequest, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { Announcement } from './announcement.ts';
import { announced } from './announcement.ts';
import type { Lock } from './lock.ts';
import { lockFolder } from './lock.ts';
import type { Local, OwnLocal } from './about.ts';
import { endpointOf, LocalUnavailable, THE_INSTANCE } from './about.ts';

/** The folder of a project's local instance. */
export const localFolder = (root: string): string => join(root, '.flowc', 'local');

/** Seeds a project's local instance, where the project has such a file. */
export const SEED_FILE = 'local-seed.json';

/** Milliseconds: how long a process may take from locking the folder to answering, and how often to look. */
const PATIENCE = 10_000;
const STEP = 20;

/**
 * The project's local instance: the one that runs, or else one in this process, until it is closed. When the process that
 * runs it goes away, this one takes its place, at the same address. It does not keep the process alive.
 * Throws `LocalUnavailable`, `DamagedState`, `SeedError`.
 */
export async function ensureLocal(root: string): Promise<Local> {
  const folder = prepareFolder(root);
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    const running = await runningIn(folder);
    if (running !== undefined) return joined(root, running, (await import('node:http')).request);
    const lock = lockFolder(folder);
    if (!('heldBy' in lock)) return startIn(root, lock, 0);
    await later(STEP);
  }
  throw new LocalUnavailable(`the local instance does not answer; end the process that ${join(folder, 'lock')} names.`);
}

/** Made with the note that keeps git from taking it for source. Throws `LocalUnavailable`. */
export function prepareFolder(root: string): string {
  const folder = localFolder(root);
  try {
    mkdirSync(folder, { recursive: true });
    const note = join(root, '.flowc', '.gitignore');
    if (!existsSync(note)) writeFileSync(note, '*\n');
  } catch (error) {
    throw new LocalUnavailable(
      `the local instance keeps its state in ${folder}, which cannot be made: ${reasonOf(error)}.`,
    );
  }
  return folder;
}

/** The project's own seed file, if it has one. */
export function seedOf(root: string): string | undefined {
  const path = join(root, SEED_FILE);
  return existsSync(path) ? path : undefined;
}

/** The server itself is loaded where it is needed: mostly one runs already. */
async function startIn(root: string, lock: Lock, port: number): Promise<OwnLocal> {
  const { startLocked } = await import('./start.ts');
  return startLocked({ folder: localFolder(root), port, seed: seedOf(root), keepsAlive: false }, lock);
}

/** What the folder announces, if that is alive. */
async function runningIn(folder: string): Promise<Announcement | undefined> {
  const said = announced(folder);
  if (said === undefined) return undefined;
  const { request } = await import('node:http');
  const key = await new Promise<unknown>((settle) => {
    const asked = ask(request, said.port, '/-/health', (text) => settle(keyIn(text)));
    asked.setTimeout(2_000, () => asked.destroy());
    asked.on('error', () => settle(undefined));
  });
  return key === said.key ? said : undefined;
}

function keyIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { readonly key?: unknown }).key;
  } catch {
    return undefined;
  }
}

type Request = typeof httpRequest;

/** Adds to a running instance what a seed file would; returns why that cannot be. */
export async function sendSeed(endpoint: string, seed: SeedFile): Promise<string | undefined> {
  const { request } = await import('node:http');
  return new Promise((settle) => {
    const asked = request(`${endpoint}/-/seed`, { method: 'POST', agent: false }, (response) => {
      const parts: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (part: string) => parts.push(part));
      response.on('close', () => settle(response.statusCode === 200 ? undefined : messageIn(parts.join(''))));
    });
    asked.on('error', (error) => settle(error.message));
    asked.end(JSON.stringify(seed));
  });
}

function messageIn(text: string): string {
  try {
    return (JSON.parse(text) as { readonly Message?: string }).Message ?? text;
  } catch {
    return text;
  }
}

/** `done` gets the whole answer, when it has ended. */
function ask(request: Request, port: number, path: string, done: (text: string) => void): ClientRequest {
  const asked = request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
    const parts: string[] = [];
    response.setEncoding('utf8');
    response.on('data', (part: string) => parts.push(part));
    response.on('close', () => done(parts.join('')));
  });
  asked.end();
  return asked;
}

/** Uses what another process runs, and stands ready to go on with it. */
function joined(root: string, { port }: Announcement, request: Request): Local {
  let closed = false;
  let own: OwnLocal | undefined;
  let watch: ClientRequest | undefined;
  let taking: Promise<void> | undefined;
  const stand = (): void => {
    const gone = (): void => {
      if (!closed) taking ??= takeOver();
    };
    watch = ask(request, port, '/-/watch', gone);
    watch.on('socket', (socket) => socket.unref());
    watch.on('error', gone);
  };
  const takeOver = async (): Promise<void> => {
    own = await takePlace(root, port, () => closed);
    taking = undefined;
    if (own === undefined && !closed && (await runningIn(localFolder(root)))?.port === port) stand();
  };
  stand();
  return {
    endpoint: endpointOf(port),
    instance: THE_INSTANCE,
    close: async () => {
      closed = true;
      watch?.destroy();
      await taking;
      await own?.close();
    },
  };
}

/** The other process is gone: of those that are left, the first takes its place, and the others use that. */
async function takePlace(root: string, port: number, isClosed: () => boolean): Promise<OwnLocal | undefined> {
  const folder = localFolder(root);
  for (let waited = 0; waited < PATIENCE && !isClosed(); waited += STEP) {
    const lock = lockFolder(folder);
    // The port may still be that of a process that is about to be gone.
    const own = 'heldBy' in lock ? undefined : await startIn(root, lock, port).catch(() => undefined);
    if (own !== undefined || (await runningIn(folder)) !== undefined) return own;
    await later(STEP, false);
  }
  return undefined;
}

/** `holds`: whether the process stays for it. */
function later(ms: number, holds = true): Promise<void> {
  return new Promise((settle) => {
    const timer = setTimeout(settle, ms);
    if (!holds) timer.unref();
  });
}
