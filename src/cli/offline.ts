/** Environments without their instance: what a snapshot recorded stands for it. */
import { readFileSync } from 'node:fs';
import type { Named } from '../check/program.ts';
import type { CompileOptions } from '../compiler.ts';
import { kindInConsole } from '../connect/bind.ts';
import type { Inventory } from '../connect/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compileFor } from '../workspace/compile-for.ts';
import { errorCode, project as problem } from '../workspace/diagnostics.ts';
import { shownPath } from '../workspace/discover.ts';
import { LOCAL_NAME } from '../workspace/environments.ts';
import type { Unit } from '../workspace/load.ts';
import { parseFor } from '../workspace/params.ts';
import { emptyProject, type Project } from '../workspace/project.ts';
import { readSnapshot, snapshotPath } from '../workspace/snapshot.ts';
import { chooseEnvironment } from './environment.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';

export { chooseEnvironment };

/** The snapshot of an environment. Throws `UsageError` when there is none, or it cannot be read. */
export function snapshotOf(name: string, project: Project, cwd: string): Inventory {
  const inventory = recordedSnapshot(name, project, cwd);
  if (inventory !== undefined) return inventory;
  const shown = shownPath(snapshotPath(project.root, name), cwd);
  throw new UsageError(`\`${name}\` has no snapshot (${shown}); make one with \`flowc refresh --env ${name}\`.`);
}

function recordedSnapshot(name: string, project: Project, cwd: string): Inventory | undefined {
  const file = snapshotPath(project.root, name);
  const shown = shownPath(file, cwd);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw new UsageError(`${shown} cannot be read: ${errorCode(error) ?? String(error)}.`);
  }
  const inventory = readSnapshot(text);
  if (typeof inventory !== 'string') return inventory;
  throw new UsageError(`${shown} cannot be used: ${inventory}. Make it anew with \`flowc refresh --env ${name}\`.`);
}

export interface Offline {
  readonly diagnostics: readonly Diagnostic[];
  /** Those among them that keep every flow from being written, wherever they are. */
  readonly unbound: readonly Diagnostic[];
}

/**
 * Compiles for an environment by its snapshot. `local` needs none: without one its names get ids made from the names, as
 * without an environment. Throws `UsageError` when there is no such environment, or no snapshot of it.
 */
export function compileOffline(
  name: string,
  { project = undefined, flows }: Pick<Unit, 'project' | 'flows'>,
  io: Io,
  options: Pick<CompileOptions, 'only' | 'take' | 'rules'>,
): Offline | undefined {
  const here = project ?? emptyProject(io.cwd);
  const { settings } = chooseEnvironment({ env: name }, io, here);
  const inventory = name === LOCAL_NAME ? recordedSnapshot(name, here, io.cwd) : snapshotOf(name, here, io.cwd);
  if (inventory === undefined) return undefined;
  const spokenOf = new Set<Named>();
  const take: typeof options.take = (flow, found) => {
    for (const { named } of flow.references) spokenOf.add(named);
    options.take?.(flow, found);
  };
  const { diagnostics, pending, unbound } = compileFor(
    parseFor(flows, here, settings),
    { inventory, settings },
    { ...options, take },
  );
  const missing = pending.filter((named) => spokenOf.has(named));
  return { diagnostics: [...diagnostics, ...missing.map((named) => notThereYet(named, name))], unbound };
}

function notThereYet(named: Named, environment: string): Diagnostic {
  const kind = kindInConsole(named.kind);
  return problem(
    'not-there-yet',
    { source: named.source, span: named.span },
    { environment, kind, name: named.display },
  );
}
