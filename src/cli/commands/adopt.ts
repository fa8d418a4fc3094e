import { dirname, resolve } from 'node:path';
import { allNames } from '../../check/names.ts';
import { LISTED_KINDS } from '../../connect/inventory.ts';
import { readThings } from '../../deploy/live.ts';
import { strangersIn } from '../../deploy/pull/drift.ts';
import { withPlainLines } from '../../deploy/pull/adopt/project.ts';
import { adoptVerified, isCalled, type Verified } from '../../deploy/pull/adopt/verified.ts';
import { keyOf } from '../../deploy/lookup.ts';
import { sayKey, sayUnread } from '../../deploy/render/words.ts';
import type { ResourceKey } from '../../deploy/types.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { canonicalKind } from '../../entities/index.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import type { SourceText } from '../../text/text.ts';
import { shownPath } from '../../workspace/discover.ts';
import { parseFor } from '../../workspace/params.ts';
import { makeFolder, writeAnew } from '../../workspace/write.ts';
import { withEnvironmentOptions, type EnvironmentOptions, type OpenedEnvironment } from '../environment.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { paramsGone } from '../params-gone.ts';
import { planFor, withSource } from '../planning.ts';
import { showReading } from '../progress.ts';
import type { Verb } from '../verb.ts';

interface AdoptOptions extends EnvironmentOptions {
  readonly all?: boolean;
  /** `--no-new` */
  readonly new?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

export const verb: Verb<AdoptOptions> = {
  define: (command) =>
    withEnvironmentOptions(command)
      .description(
        'Takes what somebody changed in the console into source: the smallest edits that make the files say what ' +
          'is live. Comments and layout of everything that did not change stay. Look at it with `git diff`.',
      )
      .argument(
        '[names...]',
        'flows, queues and other things, by their names in source or in Connect; without any, all',
      )
      .option('--dry-run', 'say what would be written, and write nothing')
      .option('--all', 'new queues, profiles and other things too, not only new flows and modules')
      .option('--no-new', 'only what source knows, where an instance belongs to several projects')
      .option('-q, --quiet', 'no progress, and no closing lines')
      .addHelpText('after', HELP),
  run: (names, options, io) => {
    return withSource([], options, io, async ({ source, environment, report }) => {
      const { unit } = source;
      await environment.inventory(); // all lists: flows may speak of anything now
      const { planned, errors } = await planFor(source, environment, options, io);
      if (planned === undefined) {
        report(errors);
        return 1;
      }
      const { connection, settings, project } = environment;
      const { lookup, plan } = planned;
      const parse = (sources: typeof unit.flows) => parseFor(sources, project, settings);
      const sources = unit.flows.map(withPlainLines);
      const { program } = parse(sources);
      const chosen = choice(names, program, planned.lookup.inventory.things);
      const kinds = new Set<CanonicalKind>(options.all === true ? LISTED_KINDS : ['flow', 'module']);
      const found = options.new === false ? [] : strangersIn(lookup, planned.desired, names.length > 0 ? ALL : kinds);
      const wanted = found.filter(chosen.isWanted);
      const strangers = await showReading('things', { io, quiet: options.quiet === true }, (onRead) => {
        onRead.total(wanted.length);
        return readThings(connection, lookup, wanted, onRead.step);
      });
      const adopted = await adoptVerified({
        sources,
        planned,
        program,
        settings,
        isWanted: chosen.isWanted,
        strangers: strangers.resources,
        root: rootOf(environment, io),
        parse,
      });
      if (adopted.errors.length > 0) {
        report(adopted.errors);
        io.err.write('flowc: what is live cannot be said without these errors; nothing was written.\n');
        return 1;
      }
      if (options.dryRun !== true) write(adopted, unit.flows, io);
      const gone = plan.changes.filter((change) => change.action === 'create' && chosen.isWanted(change));
      const isArchived = (key: ResourceKey) =>
        plan.changes.some((change) => keyOf(change) === keyOf(key) && change.before?.settings['state'] === 'archived');
      tell(adopted, { gone, isArchived, sources }, options, io);
      for (const thing of [...plan.unread, ...strangers.unread]) io.err.write(`  ${sayUnread(thing)}\n`);
      if (plan.unread.length + strangers.unread.length > 0) return 3;
      return adopted.left.length > 0 || gone.length > 0 ? 1 : 0;
    });
  },
};

const ALL: ReadonlySet<CanonicalKind> = new Set(LISTED_KINDS);

const HELP = `
A flow is changed block by block; where that is not possible its text is written anew, with the
comments of the blocks that are there still. Afterwards \`flowc drift\` finds nothing. What the
instance does not have (any more) is told, and stays in source.

Examples
  flowc adopt --env prod
  flowc adopt --env prod MainInbound "Product support"
  flowc adopt --env prod --dry-run
`;

interface Choice {
  readonly isWanted: (key: ResourceKey) => boolean;
}

/** What the names mean. Throws `UsageError` for a name of nothing. */
function choice(
  names: readonly string[],
  program: ReturnType<typeof parseFor>['program'],
  things: readonly ResourceKey[],
): Choice {
  if (names.length === 0) return { isWanted: () => true };
  const wanted = new Set(names);
  const keys = new Set(names.flatMap((name) => LISTED_KINDS.map((kind) => `${kind}/${name}`)));
  const there = new Set(things.map(({ name }) => name));
  const known = new Set<string>();
  for (const named of allNames(program)) {
    known.add(named.name).add(named.display);
    if (isCalled(wanted, named)) keys.add(`${canonicalKind(named.kind)}/${named.display}`);
  }
  for (const name of names) {
    if (known.has(name) || there.has(name)) continue;
    const meant = nearest(name, [...known, ...there]);
    throw new UsageError(`nothing is called \`${name}\`${meant === undefined ? '.' : `; did you mean \`${meant}\`?`}`);
  }
  return { isWanted: ({ kind, name }) => keys.has(`${kind}/${name}`) };
}

/** Where new files go: the first folder of the project's sources. */
function rootOf({ project }: OpenedEnvironment, io: Io): string {
  const [first = project.root] = project.include;
  const shown = shownPath(first.endsWith('.flow') ? dirname(first) : first, io.cwd);
  return shown === '.' ? '' : shown;
}

/** Edits are made in one kind of line ends, and a file that has the other gets it back. */
function write({ written }: Verified, sources: readonly SourceText[], io: Io): void {
  const windows = new Set(sources.filter(({ text }) => text.includes('\r\n')).map(({ path }) => path));
  for (const { path, text: plain } of written) {
    const text = windows.has(path) ? plain.replaceAll('\n', '\r\n') : plain;
    const absolute = resolve(io.cwd, path);
    const problem = makeFolder(dirname(absolute), path) ?? writeAnew(absolute, text, path);
    if (problem !== undefined) throw new UsageError(`${path}: ${problem.message}`);
  }
}

const HOW: Readonly<Record<Verified['taken'][number]['how'], string>> = {
  same: 'nothing to write',
  edited: 'edited',
  merged: 'edited',
  rewritten: 'written anew, with its comments',
  new: 'new',
};

interface Remaining {
  readonly gone: readonly ResourceKey[];
  /** As they were before. */
  readonly sources: readonly SourceText[];
  readonly isArchived: (key: ResourceKey) => boolean;
}

function tell(adopted: Verified, { gone, isArchived, sources }: Remaining, options: AdoptOptions, io: Io): void {
  if (options.quiet === true) return;
  const { taken, written, left, existing } = adopted;
  for (const { how, ...key } of taken) io.out.write(`  ${how === 'new' ? '+' : '~'} ${sayKey(key)}: ${HOW[how]}\n`);
  if (existing.length > 0) io.out.write(`  + ${existing.length} \`existing\`, which flows speak of now\n`);
  for (const key of left) {
    const why = isArchived(key)
      ? 'is archived in the instance: publish it, or remove it from source'
      : 'still differs: source has no words for the rest';
    io.err.write(`  ${sayKey(key)} ${why}\n`);
  }
  for (const key of gone) {
    io.err.write(`  ${sayKey(key)} is not in the instance: publish it, or remove it from source\n`);
  }
  for (const { path, text } of written) {
    for (const name of paramsGone(sources.find((source) => source.path === path)?.text ?? '', text)) {
      io.err.write(
        `  \`param ${name}\` gave way to what is live, in ${path}; where environments differ, put it back, and say its value in flowc.json\n`,
      );
    }
  }
  const files = written.length === 1 ? '1 file' : `${written.length} files`;
  const verb = options.dryRun === true ? 'would change' : 'changed';
  if (taken.length === 0) io.err.write('Nothing to take in.\n');
  else if (written.length === 0) io.err.write(`No file ${verb}.\n`);
  else io.err.write(`${files} ${verb}: ${written.map(({ path }) => path).join(', ')}\n`);
}
