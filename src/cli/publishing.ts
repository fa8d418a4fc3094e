/** What publish and rollback have in common: they ask where asking is wanted, show how far they are, and say what they did. */
import { join } from 'node:path';
import type { Connection, Inventory } from '../connect/types.ts';
import { author, commitOf } from '../deploy/publish/author.ts';
import { lockRecords } from '../deploy/publish/folders.ts';
import { publish, type Published, type PublishOptions, type Restoring } from '../deploy/publish/publish.ts';
import { sayKey } from '../deploy/render/words.ts';
import type { Plan } from '../deploy/types.ts';
import { visible } from '../diagnostics/render/visible.ts';
import { reasonOf } from '../workspace/diagnostics.ts';
import type { OpenedEnvironment } from './environment.ts';
import type { ExitCode, Io } from './io.ts';
import { UsageError } from './io.ts';
import { progress, type Progress } from './progress.ts';
import { writeDiagnostics } from './report.ts';

export interface PublishingOptions {
  readonly yes?: boolean;
  readonly quiet?: boolean;
}

/** Keeps others from publishing to the environment meanwhile. Throws `UsageError` when somebody does, or it cannot be. */
export async function whileLocked<T>({ project, name }: OpenedEnvironment, work: () => Promise<T>): Promise<T> {
  let lock: ReturnType<typeof lockRecords>;
  try {
    lock = lockRecords(project.root, name);
  } catch (error) {
    throw new UsageError(
      `what is published is recorded in ${join(project.root, '.flowc')}, which cannot be written: ${reasonOf(error)}.`,
    );
  }
  if ('heldBy' in lock) {
    throw new UsageError(
      `process ${lock.heldBy} is publishing to \`${name}\` from this project; wait until it is done.`,
    );
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Whether what is about to happen is to be shown: nobody can answer a question about what was not. */
export function isShown({ settings }: OpenedEnvironment, { quiet, yes }: PublishingOptions, io: Io): boolean {
  return quiet !== true || (io.ask !== undefined && needsAnswer(settings, yes));
}

function needsAnswer(settings: OpenedEnvironment['settings'], yes: boolean | undefined): boolean {
  return settings.protected && yes !== true;
}

/**
 * Whether to go on. An environment that is protected wants a yes, from somebody at a terminal or on the command line.
 * Throws `UsageError` where there is nobody to ask. `look`: the command that shows what would be done.
 */
export async function isWanted(
  { settings, name }: OpenedEnvironment,
  { yes }: PublishingOptions,
  io: Io,
  { question, look }: { readonly question: string; readonly look: string },
): Promise<boolean> {
  if (!needsAnswer(settings, yes)) return true;
  const answer = await io.ask?.(`${question} [y/N] `);
  if (answer !== undefined) return /^\s*y(?:es)?\s*$/i.test(answer);
  throw new UsageError(`\`${name}\` is protected, and nobody is here to ask; look at \`${look}\`, then say \`--yes\`.`);
}

export interface CarryOut {
  readonly plan: Plan;
  readonly inventory: Inventory;
  readonly restores?: Restoring;
  readonly remove?: PublishOptions['remove'];
  /** Where things are declared. */
  readonly places?: PublishOptions['places'];
}

/**
 * Carries a plan out, with progress on a terminal. Undefined when somebody interrupts it: then nothing more is asked for,
 * the journal has what was, and it is said how to go on.
 */
export async function carryOut(
  { project, connection, settings }: OpenedEnvironment,
  { plan, inventory, restores, places, remove }: CarryOut,
  { quiet }: PublishingOptions,
  io: Io,
  goOn: string,
): Promise<Published | undefined> {
  let shown: Progress | undefined;
  let isInterrupted = false;
  const interrupted = io.interrupted().then(() => {
    isInterrupted = true;
    return undefined;
  });
  const call: Connection['call'] = (operation, input) =>
    isInterrupted ? new Promise(() => undefined) : connection.call(operation, input);
  const carriedOut = publish(plan, {
    root: project.root,
    connection: { ...connection, call },
    inventory,
    places,
    remove,
    alias: settings.modules.alias,
    by: author(io.env),
    commit: commitOf(project.root),
    onStart: (requests) => {
      shown = progress(requests, 'requests', { io, quiet: quiet === true });
    },
    onRequest: () => shown?.step(),
    ...(restores === undefined ? {} : { restores }),
  });
  const published = await Promise.race([carriedOut, interrupted]);
  shown?.end();
  if (published === undefined) io.err.write(`flowc: interrupted; the journal knows what was done. ${goOn}\n`);
  return published;
}

/** What went wrong, and the exit code that it means: 3 for what the service refused, 1 for what is not live as it was written. */
export function report({ diagnostics, differences }: Published, { quiet }: PublishingOptions, io: Io): ExitCode {
  writeDiagnostics({ diagnostics, files: [] }, { format: 'human', quiet: quiet === true }, io, io.err);
  for (const { what, ...key } of differences) {
    io.err.write(`${sayKey(key)} is not live as it was written: ${visible(what)}\n`);
  }
  if (differences.length > 0) {
    io.err.write('Somebody may have changed it at the same time; `flowc plan` shows what is live now.\n');
  }
  if (diagnostics.length > 0) return 3;
  return differences.length > 0 ? 1 : 0;
}
