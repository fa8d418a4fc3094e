/** What every verb that speaks to an instance begins with: which environment, which project, and a connection. */
import type { Command } from 'commander';
import { resolveTarget, type Wish } from '../connect/credentials.ts';
import { readInventory } from '../connect/inventory.ts';
import { openConnection, type OpenOptions } from '../connect/open.ts';
import type { SeedFile } from '../connect/local/start.ts';
import type { Wait } from '../connect/retry.ts';
import type { Connection, Inventory } from '../connect/types.ts';
import type { CanonicalKind } from '../entities/types.ts';
import { positionAt } from '../text/text.ts';
import { environmentNamed, LOCAL_NAME, nothingSaid, type EnvironmentSettings } from '../workspace/environments.ts';
import { isUsageProblem } from '../workspace/diagnostics.ts';
import { shownPath } from '../workspace/discover.ts';
import { emptyProject, projectRootOf, readProject, type Project } from '../workspace/project.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import { showReading } from './progress.ts';
import { shellWord } from './shell-word.ts';
import { unknownEnvironment } from './unknown-environment.ts';

/** What the command line says of the environment. */
export interface EnvironmentOptions {
  readonly env?: string | undefined;
  readonly instance?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
  /** No progress. */
  readonly quiet?: boolean;
}

export interface ChosenEnvironment {
  readonly name: string;
  readonly settings: EnvironmentSettings;
  /** The project that is worked on; where there is no project file, the working folder itself. */
  readonly project: Project;
}

export interface OpenedEnvironment extends ChosenEnvironment {
  readonly connection: Connection;
  /** The lists of these kinds, or of all. Read once: later changes are not in it. */
  readonly inventory: (kinds?: readonly CanonicalKind[]) => Promise<Inventory>;
  /** Adds to the project's local instance; undefined for all others, which are not ours to fill. */
  readonly seed?: ((seed: SeedFile) => Promise<void>) | undefined;
  /** Ends the connection, and the local instance if it was started for this. */
  readonly close: () => Promise<void>;
}

export function withEnvironmentOptions(command: Command): Command {
  return command
    .option('--env <name>', 'the environment of flowc.json (default: FLOWC_ENV, or local)')
    .option('--instance <instance>', 'id, ARN or alias of the instance')
    .option('--region <region>', 'AWS Region')
    .option('--profile <profile>', 'profile of the AWS configuration with the credentials')
    .option('--endpoint-url <url>', 'another endpoint than the service’s own');
}

/** A command for the same project and environment: what said which are meant has to be said again. */
export function sameEnvironment(command: string, { root }: Project, options: EnvironmentOptions, io: Io): string {
  const { env, instance, region, profile, endpointUrl } = options;
  const said = { '--env': env, '--instance': instance, '--region': region, '--profile': profile };
  const words = [command, ...Object.entries({ ...said, '--endpoint-url': endpointUrl }).flatMap(sayOption)].join(' ');
  const here = projectRootOf(io.cwd) ?? io.cwd;
  return root === here ? words : `cd ${shellWord(shownPath(root, io.cwd))} && ${words}`;
}

function sayOption([option, value]: readonly [string, string | undefined]): readonly string[] {
  return value === undefined ? [] : [option, value];
}

/** The project around the working folder. Throws `UsageError` when its file is wrong. */
export function projectHere(io: Io): Project {
  const root = projectRootOf(io.cwd);
  const project = root === undefined ? emptyProject(io.cwd) : readProject(root, io.cwd);
  const problem = project.diagnostics.find(isUsageProblem);
  if (problem === undefined) return project;
  const { line, column } = positionAt(problem.place.source, problem.place.span.start);
  throw new UsageError(
    `${problem.place.source.path}:${line}:${column}: ${problem.message} ${problem.help ?? ''}`.trimEnd(),
  );
}

/** Which environment is meant; reads the project file, opens nothing. Throws `UsageError` when there is none of the name. */
export function chooseEnvironment(options: EnvironmentOptions, io: Io, project = projectHere(io)): ChosenEnvironment {
  const fromShell = io.env['FLOWC_ENV'];
  const named = options.env ?? (fromShell === '' ? undefined : fromShell);
  // An instance that is said on the command line needs no environment; it must not be taken for the local one.
  const name = named ?? options.instance ?? LOCAL_NAME;
  if (named === undefined && options.instance !== undefined) {
    return { name: fileName(options.instance), settings: nothingSaid(fileName(options.instance)), project };
  }
  const settings = environmentNamed(project.environments, name);
  if (settings !== undefined) return { name, settings, project };
  throw unknownEnvironment(name, project);
}

/** The last part of an ARN; ids and aliases as they are. */
function fileName(instance: string): string {
  return instance.slice(instance.lastIndexOf('/') + 1);
}

/**
 * Opens an environment's instance. For `local` without an endpoint that is the one on this machine, which is started when
 * none runs. Throws `UsageError` for what is asked wrongly, `ServiceError` when the service refuses or cannot be reached.
 */
export async function openEnvironment(
  options: EnvironmentOptions,
  io: Io,
  open: OpenOptions = {},
): Promise<OpenedEnvironment> {
  return openChosen(chooseEnvironment(options, io), options, io, open);
}

export async function openChosen(
  chosen: ChosenEnvironment,
  options: EnvironmentOptions,
  io: Io,
  open: OpenOptions = {},
): Promise<OpenedEnvironment> {
  const { settings, project } = chosen;
  const flags: Wish = { ...options, endpoint: options.endpointUrl };
  const endpoint = flags.endpoint ?? settings.endpoint;
  const isLocal = settings.name === LOCAL_NAME && endpoint === undefined && flags.instance === undefined;
  const local = isLocal ? await startLocal(project.root) : undefined;
  try {
    const target =
      local === undefined
        ? resolveTarget(flags, settings, io.env)
        : resolveTarget(
            { endpoint: local.endpoint, region: local.instance.region, instance: local.instance.arn },
            {},
            {},
          );
    const connection = await openConnection(target, {
      requestsPerSecond: settings.requestsPerSecond,
      ...(local === undefined ? {} : { instance: local.instance }),
      onWait: (wait) => tellOfWait(wait, io),
      ...open,
    });
    const read = (kinds: readonly CanonicalKind[] | undefined) =>
      showReading('lists', { io, quiet: options.quiet === true }, (onRead) => readInventory(connection, kinds, onRead));
    let inventory = remembered(read);
    return {
      ...chosen,
      connection,
      inventory: (kinds) => inventory(kinds),
      seed:
        local &&
        (async (seed) => {
          await addSeed(local.endpoint, seed);
          inventory = remembered(read);
        }),
      close: async () => {
        connection.close();
        await local?.close();
      },
    };
  } catch (error) {
    await local?.close();
    throw error;
  }
}

async function addSeed(endpoint: string, seed: SeedFile): Promise<void> {
  const { sendSeed } = await import('../connect/local/ensure.ts');
  const wrong = await sendSeed(endpoint, seed);
  if (wrong !== undefined) throw new UsageError(`the local instance takes no stand-ins: ${wrong}`);
}

/** Milliseconds of waiting that people want to know the reason of. */
const LONG_WAIT = 5000;

function tellOfWait({ milliseconds, failure: { facts } }: Wait, io: Io): void {
  if (milliseconds < LONG_WAIT) return;
  const reason = facts.status === 0 ? 'there is no answer' : `the service says ${facts.code}`;
  io.err.write(`${reason}; trying again in ${Math.round(milliseconds / 1000)} s\n`);
}

async function startLocal(root: string) {
  const { ensureLocal } = await import('../connect/local/ensure.ts');
  return ensureLocal(root);
}

/** Reads each set of lists once: a verb may ask again for what it asked before. */
function remembered(
  read: (kinds: readonly CanonicalKind[] | undefined) => Promise<Inventory>,
): OpenedEnvironment['inventory'] {
  const known = new Map<string, Promise<Inventory>>();
  return (kinds) => {
    const key = kinds === undefined ? '*' : [...kinds].sort().join(' ');
    let found = known.get('*') ?? known.get(key);
    if (found === undefined) known.set(key, (found = read(kinds)));
    return found;
  };
}
