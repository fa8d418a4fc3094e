import type { OpenJournal } from '../../deploy/publish/journal.ts';
import { historyOf, runsBackTo, type History } from '../../deploy/publish/history.ts';
import type { Release } from '../../deploy/publish/records.ts';
import { kindsTouched, planRollback, type Rollback } from '../../deploy/publish/rollback.ts';
import { planText } from '../../deploy/render/text.ts';
import { hasChanges, sayKey } from '../../deploy/render/words.ts';
import type { EnvironmentOptions, OpenedEnvironment } from '../environment.ts';
import { chooseEnvironment, withEnvironmentOptions } from '../environment.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { inEnvironment } from '../planning.ts';
import { showReading } from '../progress.ts';
import { carryOut, isShown, isWanted, report, whileLocked, type PublishingOptions } from '../publishing.ts';
import { wantsColour } from '../report.ts';
import type { Verb } from '../verb.ts';

interface RollbackOptions extends EnvironmentOptions, PublishingOptions {
  readonly list?: boolean;
}

export const verb: Verb<RollbackOptions> = {
  define: (command) =>
    withEnvironmentOptions(command)
      .description(
        'Takes releases back: everything that they touched is as it was before, all of it together. What they made is ' +
          'archived where it is a flow or module, and stays where it is anything else.',
      )
      .argument(
        '[release]',
        'the release, or the beginning of its name: that one, and all after it; without it, the last',
      )
      .option('-l, --list', 'the releases that there are, and do nothing')
      .option('-y, --yes', 'do not ask, in an environment that is protected')
      .option('-q, --quiet', 'errors only, and no progress')
      .addHelpText('after', HELP),
  run: async ([release], options, io): Promise<ExitCode> => {
    if (options.list === true) {
      const { name, project } = chooseEnvironment(options, io);
      io.out.write(listText(name, historyOf(project.root, name)));
      return 0;
    }
    return inEnvironment(options, io, (environment) =>
      whileLocked(environment, () => rollBack(environment, release, options, io)),
    );
  },
};

async function rollBack(
  environment: OpenedEnvironment,
  wanted: string | undefined,
  options: RollbackOptions,
  io: Io,
): Promise<ExitCode> {
  const { name, project, connection } = environment;
  const history = historyOf(project.root, name);
  const runs = runsBackTo(history, wanted);
  if (runs === undefined) throw new UsageError(nothingToTakeBack(name, wanted, history));
  const other = runs.find(({ instance }) => instance !== connection.instance.arn);
  if (other !== undefined) {
    throw new UsageError(`${other.id} was published to ${other.instance}, and \`${name}\` is another instance now.`);
  }
  const inventory = await environment.inventory(kindsTouched(runs));
  const back = await showReading('things', { io, quiet: options.quiet === true }, (onRead) =>
    planRollback({ environment: name, connection, inventory, runs, onRead }),
  );
  const { plan, restores } = back;
  if (isShown(environment, options, io)) {
    const open = runs.filter(({ id, undoes }) => undoes === undefined && !history.undone.has(id));
    io.err.write(`Takes back ${(open.length === 0 ? runs : open).map(({ id }) => id).join(', ')}\n`);
    // The plan is held against what was, and not against source.
    const last = hasChanges(plan) || plan.unread.length > 0 ? {} : { last: `Nothing to change in \`${name}\`.` };
    io.out.write(`${planText(plan, { colour: wantsColour(io, io.out), ...last })}\n`);
    for (const line of remarks(back)) io.err.write(`${line}\n`);
  }
  if (plan.unread.length > 0) {
    io.err.write('flowc: nothing is written, because not all that was touched can be read.\n');
    return 3;
  }
  const question = `Roll \`${name}\` back?`;
  const look = `flowc rollback --env ${name} --list`;
  if (hasChanges(plan) && !(await isWanted(environment, options, io, { question, look }))) {
    io.err.write('Nothing was taken back.\n');
    return 130;
  }
  const goOn = 'Run it again to go on.';
  const published = await carryOut(environment, { plan, inventory, restores }, options, io, goOn);
  if (published === undefined) return 130;
  const code = report(published, options, io);
  if (published.release === undefined) {
    io.err.write(`flowc: the rollback is not complete. ${goOn}\n`);
  } else if (options.quiet !== true) {
    const but = back.left.length === 0 ? '' : ', but for what is named above';
    io.err.write(`\`${name}\` is as it was before ${runs[0]?.at ?? ''}${but}\n`);
  }
  return code;
}

function remarks({ left, foreign }: Rollback): readonly string[] {
  const others = foreign.map((key) => `${sayKey(key)} was changed by somebody else since; that is taken back too.`);
  return [...left, ...others];
}

function nothingToTakeBack(name: string, wanted: string | undefined, { releases }: History): string {
  if (releases.length === 0) return `nothing was published to \`${name}\` from this project.`;
  if (wanted === undefined)
    return `all releases of \`${name}\` are taken back already; \`flowc rollback --env ${name} --list\` shows them.`;
  return `there is no release \`${wanted}\`, or more than one that begins so; \`flowc rollback --env ${name} --list\` shows them.`;
}

/** Newest first, as people look for them. */
function listText(name: string, { releases, undone, unfinished }: History): string {
  if (releases.length === 0 && unfinished.length === 0)
    return `Nothing was published to \`${name}\` from this project.\n`;
  const line = (run: Release | OpenJournal, mark: string) => {
    const commit = run.commit === undefined ? '' : ` ${run.commit.slice(0, 10)}`;
    const things = run.changes.length === 1 ? '1 thing' : `${run.changes.length} things`;
    return `${run.id}  ${run.at}  ${run.by}${commit}  ${things}${mark}\n`;
  };
  const markOf = ({ id, undoes }: Release): string =>
    `${undoes === undefined ? '' : `  takes back ${undoes.join(', ')}`}${undone.has(id) ? '  taken back' : ''}`;
  return [
    ...unfinished.map((run) => line(run, '  not complete')).reverse(),
    ...releases.map((release) => line(release, markOf(release))).reverse(),
  ].join('');
}

const HELP = `
Releases are kept in .flowc/releases of the project that published them.

Examples
  flowc rollback                         the last release, on this machine
  flowc rollback --env prod --list
  flowc rollback --env prod 20260309T08  that release, and all after it
`;
