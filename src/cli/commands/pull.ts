import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { entityModels } from '../../entities/index.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import { folderOf } from '../../deploy/pull/layout.ts';
import { pullProject, type Pulled } from '../../deploy/pull/project.ts';
import { sayUnread } from '../../deploy/render/words.ts';
import { project as problem, wholeFile } from '../../workspace/diagnostics.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { visible } from '../../diagnostics/render/visible.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { discover, shownPath } from '../../workspace/discover.ts';
import { environmentNamed, LOCAL_NAME, nothingSaid } from '../../workspace/environments.ts';
import { PROJECT_FILE, projectRootOf, readProject } from '../../workspace/project.ts';
import { makeFolder, writeWhole } from '../../workspace/write.ts';
import type { ChosenEnvironment, EnvironmentOptions, OpenedEnvironment } from '../environment.ts';
import { chooseEnvironment, openChosen, projectHere, withEnvironmentOptions } from '../environment.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { showReading } from '../progress.ts';
import { projectFileText } from '../project-file.ts';
import { writeDiagnostics } from '../report.ts';
import type { Verb } from '../verb.ts';

interface PullOptions extends EnvironmentOptions {
  readonly force?: boolean;
  readonly drafts?: boolean;
  readonly without?: string;
  readonly quiet?: boolean;
}

export const verb: Verb<PullOptions> = {
  define: (command) =>
    withEnvironmentOptions(command)
      .description(
        'Writes an instance as a project: all flows and modules, queues, hours, profiles, people and numbers, a ' +
          'file for each thing in a folder for each kind. Right after it, `flowc plan` has nothing to do.',
      )
      .argument('[dir]', 'the folder to write into (default: the working folder)')
      .option('-f, --force', 'overwrite files in that folder')
      .option('--drafts', 'flows that were never published too; publishing the project then publishes them')
      .option('--without <kinds>', 'leave out kinds of things, for example `user,agent_status`')
      .option('-q, --quiet', 'no progress, and no closing lines')
      .addHelpText('after', HELP),
  run: async ([dir = '.'], options, io): Promise<ExitCode> => {
    const folder = resolve(io.cwd, dir);
    const without = kindsIn(options.without);
    const chosen = choose(options, io);
    const environment = await openChosen(chosen, options, io);
    try {
      return await pullInto(folder, environment, without, options, io);
    } finally {
      await environment.close();
    }
  },
};

const HELP = `
Lambda functions, bots, prompts and views are written as \`existing\`: they are looked up by name. Of
people the e-mail addresses and mobile numbers are left out. A flow that cannot be read does not
stop it: it is told at the end, and the exit code is 3.

Examples
  flowc pull support --env prod --instance my-centre --region ap-northeast-1
  cd support && flowc plan --env prod          nothing to do
  flowc pull --env prod --without user         thousands of agents take a request each
`;

/** An environment that no project file names yet, when the command line says which instance it is. */
function choose(options: PullOptions, io: Io): ChosenEnvironment {
  const project = projectHere(io);
  const { env, instance } = options;
  const isNew =
    env !== undefined && instance !== undefined && environmentNamed(project.environments, env) === undefined;
  return isNew ? { name: env, settings: nothingSaid(env), project } : chooseEnvironment(options, io, project);
}

function kindsIn(said: string | undefined): ReadonlySet<CanonicalKind> {
  const words = (said ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const kinds = Object.keys(entityModels);
  for (const word of words) {
    if (kinds.includes(word)) continue;
    const meant = nearest(word, kinds);
    const help = meant === undefined ? `there are ${kinds.join(', ')}.` : `did you mean \`${meant}\`?`;
    throw new UsageError(`there is no kind \`${word}\`; ${help}`);
  }
  return new Set(words as CanonicalKind[]);
}

async function pullInto(
  folder: string,
  environment: OpenedEnvironment,
  without: ReadonlySet<CanonicalKind>,
  options: PullOptions,
  io: Io,
): Promise<ExitCode> {
  const { connection, settings } = environment;
  const shown = (path: string) => shownPath(join(folder, path), io.cwd);
  let inTheWay: readonly Diagnostic[] = [];
  const mayWrite = (paths: readonly string[]): boolean => {
    const taken = options.force === true ? [] : paths.filter((path) => existsSync(join(folder, path)));
    inTheWay = taken.map((path) => problem('in-the-way', wholeFile(shown(path)), {}));
    return taken.length === 0;
  };
  const isOwn = becomesProject(folder, options, io);
  const inventory = await environment.inventory();
  const pulled = await showReading('things', { io, quiet: options.quiet === true }, (onRead) =>
    pullProject({ connection, inventory, settings, without, drafts: options.drafts, mayWrite, onRead }),
  );
  const project = { path: PROJECT_FILE, text: projectText(environment, options) };
  const files = pulled === undefined ? [] : [...(isOwn ? [project] : []), ...pulled.files];
  if (pulled === undefined || !mayWrite(files.map(({ path }) => path))) return fail(inTheWay, io);
  for (const { path, text } of files) {
    const target = join(folder, path);
    const failed = makeFolder(dirname(target), shown(path)) ?? writeWhole(target, text, shown(path));
    if (failed !== undefined) return fail([failed], io);
  }
  if (options.quiet !== true) io.err.write(summaryOf(pulled, files.length, shown('')));
  for (const thing of pulled.unread) io.err.write(`  ${sayUnread(thing)}\n`);
  const lists = Object.entries(inventory.unread ?? {}).filter(([kind]) => !without.has(kind as CanonicalKind));
  for (const [kind, reason] of lists) io.err.write(`  without any ${kind}: ${visible(reason)}\n`);
  return pulled.unread.length + lists.length === 0 ? 0 : 3;
}

/**
 * Whether the folder becomes a project of its own: there is none around it, or one that has flows already, which would be
 * declared twice. Throws `UsageError` when the folder itself is such a project, unless told to overwrite.
 */
function becomesProject(folder: string, { force }: PullOptions, io: Io): boolean {
  const root = projectRootOf(folder);
  if (root === undefined) return true;
  const around = readProject(root, io.cwd);
  const file = shownPath(join(root, PROJECT_FILE), io.cwd);
  if (root === folder && !around.include.some((path) => isWithin(folder, path))) {
    throw new UsageError(
      `${file} includes other folders only, so what is pulled here would be no part of the project; take a new folder: \`flowc pull <dir>\`.`,
    );
  }
  const skip = [...(around.out === undefined ? [] : [around.out]), ...(root === folder ? [] : [folder])];
  const { files } = discover(around.include, { inFolders: 'flow', named: 'flow' }, { cwd: io.cwd, skip });
  const hasFlows = files.some(({ absolute }) => projectRootOf(dirname(absolute)) === root);
  if (root === folder && hasFlows && force !== true) {
    throw new UsageError(
      'this project has flows already, which would be declared twice. `flowc adopt --all` takes into them what the instance has besides; `flowc pull <dir>` makes a project of its own; `--force` overwrites files of the same names.',
    );
  }
  return root !== folder && hasFlows;
}

function isWithin(folder: string, parent: string): boolean {
  return folder === parent || folder.startsWith(parent.endsWith(sep) ? parent : parent + sep);
}

function fail(diagnostics: readonly Diagnostic[], io: Io): ExitCode {
  writeDiagnostics({ diagnostics, files: [] }, { format: 'human' }, io, io.err);
  return 2;
}

/** The project file, which remembers the instance. */
function projectText({ name, connection, settings }: OpenedEnvironment, options: PullOptions): string {
  const profile = options.profile ?? settings.profile;
  const endpoint = options.endpointUrl ?? settings.endpoint;
  if (name === LOCAL_NAME && endpoint === undefined) return projectFileText();
  const { arn, region } = connection.instance;
  const environment = {
    instance: arn,
    region,
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
  return projectFileText({ environments: { [name]: environment } });
}

function summaryOf({ counts, archived, drafts, pinned, unread }: Pulled, files: number, folder: string): string {
  const kinds = (Object.keys(entityModels) as CanonicalKind[]).filter((kind) => counts.has(kind));
  const said = (kind: CanonicalKind, count: number) => `${count} ${count === 1 ? kind : folderOf(kind)}`;
  const parts = kinds.map((kind) => said(kind, counts.get(kind) ?? 0).replace(/[_-]/g, ' '));
  const names = (list: readonly string[]) => visible(list.join(', '));
  const lines = [`${files} files written to ${folder}: ${parts.join(', ')}`];
  if (archived.length > 0) lines.push(`  left out, since archived: ${names(archived)}`);
  if (drafts.length > 0) lines.push(`  left out, since never published (--drafts takes them): ${names(drafts)}`);
  if (pinned.length > 0) lines.push(`  with ids instead of names: ${names(pinned)}`);
  if (unread.length > 0) lines.push(`  without ${unread.length} that could not be read, which are only spoken of`);
  return `${lines.join('\n')}\n`;
}
