import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Inventory } from '../../connect/types.ts';
import { deploy } from '../../deploy/diagnostics.ts';
import { readLive, readThings } from '../../deploy/live.ts';
import { lookupOf } from '../../deploy/lookup.ts';
import { askedBy, readPlanFile, restorePlan, verify, type PlanFile } from '../../deploy/plan-file.ts';
import { historyOf } from '../../deploy/publish/history.ts';
import { leftovers } from '../../deploy/publish/leftovers.ts';
import { unfinished } from '../../deploy/publish/publish.ts';
import { withReferredKinds } from '../../deploy/publish/referred-kinds.ts';
import { planText } from '../../deploy/render/text.ts';
import { hasChanges, sayKey, sayUnread } from '../../deploy/render/words.ts';
import { firstFew } from '../../text/lists.ts';
import { NOWHERE } from '../../text/text.ts';
import type { LiveResource, Plan } from '../../deploy/types.ts';
import { errorCode, reasonOf } from '../../workspace/diagnostics.ts';
import { projectRootOf, readProject, type Project } from '../../workspace/project.ts';
import type { OpenedEnvironment } from '../environment.ts';
import { sameEnvironment, withEnvironmentOptions } from '../environment.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { inEnvironment, planFor, withPlanningOptions, type PlanningOptions, withSource } from '../planning.ts';
import { showReading } from '../progress.ts';
import {
  carryOut,
  isShown,
  isWanted,
  report,
  whileLocked,
  type CarryOut,
  type PublishingOptions,
} from '../publishing.ts';
import { wantsColour, writeDiagnostics } from '../report.ts';
import type { Verb } from '../verb.ts';

type PublishOptions = PlanningOptions & PublishingOptions;

export const verb: Verb<PublishOptions> = {
  define: (command) =>
    withEnvironmentOptions(withPlanningOptions(command, 'errors only, and no progress'))
      .description(
        'Makes an environment what the source says: what is new first, then what is live, and last what leads contacts ' +
          'there. A run that is cut short is brought to its end by the next. What was live before is kept as a release, ' +
          'which `flowc rollback` restores.',
      )
      .argument('[paths...]', 'files and folders; without any, the project; or a file that `flowc plan --out` wrote')
      .option('-y, --yes', 'do not ask, in an environment that is protected')
      .addHelpText('after', HELP),
  run: (paths, options, io) => {
    const [first, ...others] = paths;
    if (first !== undefined && others.length === 0 && isPlanFile(first, io)) return publishFile(first, options, io);
    if (paths.some((path) => path.endsWith('.json'))) {
      throw new UsageError('a plan file stands alone; leave the other paths out.');
    }
    return withSource(paths, options, io, ({ source, environment, report: tell }) =>
      whileLocked(environment, async () => {
        const { planned, errors } = await planFor(source, environment, options, io);
        tell(errors);
        if (planned === undefined || errors.length > 0) return 1;
        const { plan, lookup, desired } = planned;
        const { inventory } = lookup;
        const remove = options.prune === true ? await toRemove(environment, plan, inventory, io) : [];
        return publishPlan(environment, { plan, inventory, places: desired.places, remove }, options, io);
      }),
    );
  },
};

/** A plan may have any name but that of a flow; a name in `.json` can be nothing else. */
function isPlanFile(path: string, io: Io): boolean {
  if (path.endsWith('.json')) return true;
  return !path.endsWith('.flow') && statSync(resolve(io.cwd, path), { throwIfNoEntry: false })?.isFile() === true;
}

async function publishPlan(
  environment: OpenedEnvironment,
  work: CarryOut,
  options: PublishOptions,
  io: Io,
): Promise<ExitCode> {
  const { name, project } = environment;
  const { plan } = work;
  const earlier = unfinished(project.root, name, plan.instance);
  const say = (line: string) => {
    if (options.quiet !== true) io.err.write(`${line}\n`);
  };
  if (isShown(environment, options, io)) io.out.write(`${planText(plan, { colour: wantsColour(io, io.out) })}\n`);
  if (plan.unread.length > 0) return refuse(io);
  if (!hasChanges(plan) && earlier.length === 0 && (work.remove ?? []).length === 0) return 0;
  for (const { at, by } of earlier)
    say(`Goes on with a release that ${by} began at ${at}, and that did not come to its end.`);
  const question = `Publish this to \`${name}\`?`;
  if (!(await isWanted(environment, options, io, { question, look: `flowc plan --env ${name}` }))) {
    io.err.write('Nothing was published.\n');
    return 130;
  }
  const back = sameEnvironment('flowc rollback', project, options, io);
  const goOn = `Publish again to go on, or \`${back}\` to take back what was written.`;
  const published = await carryOut(environment, work, options, io, goOn);
  if (published === undefined) return 130;
  const code = report(published, options, io);
  const { release, isOpen } = published;
  if (release !== undefined) {
    // What was archived and is deleted no rollback of this release makes again.
    const isBackable = release.changes.some(({ action }) => action !== 'delete');
    say(`Published to \`${name}\`: release ${release.id}.${isBackable ? ` \`${back}\` takes it back.` : ''}`);
  } else if (isOpen) {
    io.err.write(`flowc: the release is not complete. ${goOn}\n`);
  } else {
    io.err.write('flowc: nothing was written.\n');
  }
  return code;
}

/** Where something could not be read. */
function refuse(io: Io): ExitCode {
  io.err.write('flowc: nothing is written: it would not be known what was there before.\n');
  return 3;
}

/** Deletes only what an earlier release archived, and says so first. */
async function toRemove(
  { connection, project, name }: OpenedEnvironment,
  plan: Plan,
  inventory: Inventory,
  io: Io,
): Promise<readonly LiveResource[]> {
  const found = leftovers(historyOf(project.root, name).releases, inventory, plan);
  const { resources } = await readThings(
    connection,
    lookupOf(inventory),
    found.map(({ listed }) => listed),
  );
  for (const { listed, release } of found) {
    io.err.write(`${sayKey(listed)}, which ${release} archived, is deleted\n`);
  }
  return resources;
}

/** Carries out what was looked at before, where the instance is still as it was then. */
function publishFile(path: string, options: PublishOptions, io: Io): Promise<ExitCode> {
  const file = readPlan(path, io);
  if (options.env !== undefined && options.env !== file.environment) {
    throw new UsageError(`${path} is a plan for \`${file.environment}\`, not for \`${options.env}\`.`);
  }
  if (options.prune === true) throw new UsageError(`${path} says already what is archived; leave \`--prune\` out.`);
  // A plan for an instance that was said on the command line is for no environment of the project file.
  const isOfProject = options.instance === undefined || options.env !== undefined;
  const chosen = isOfProject ? { ...options, env: file.environment } : options;
  const work = (environment: OpenedEnvironment) =>
    whileLocked(environment, async () => {
      const { connection } = environment;
      if (connection.instance.arn !== file.instance.arn) {
        throw new UsageError(
          `${path} was made for the instance ${file.instance.id}, and \`${file.environment}\` is ${connection.instance.id}.`,
        );
      }
      const asked = askedBy(file);
      const inventory = await environment.inventory(withReferredKinds(asked.map(({ kind }) => kind)));
      const lookup = lookupOf(inventory);
      const { resources, unread } = await showReading('things', { io, quiet: options.quiet === true }, (onRead) => {
        onRead.total(asked.filter(({ kind, name }) => lookup.listed(kind, name)).length);
        return readLive(connection, lookup, asked, onRead.step);
      });
      if (unread.length > 0) {
        for (const thing of unread) io.err.write(`  ${sayUnread(thing)}\n`);
        return refuse(io);
      }
      const moved = verify(file, resources);
      if (moved.length === 0) {
        const plan = restorePlan(file, connection.instance, resources);
        return publishPlan(environment, { plan, inventory, places: file.places }, chosen, io);
      }
      const place = { source: { path, text: '' }, span: NOWHERE };
      const diagnostics = [deploy('moved', place, { what: `${whatMoved(moved)} not as before.` })];
      writeDiagnostics({ diagnostics, files: [] }, { format: 'human', quiet: true }, io, io.err);
      return 3;
    });
  return inEnvironment(chosen, io, work, projectOf(file, io));
}

/** `queue "Sales", flow "Main" and 12 more are`. */
function whatMoved(keys: readonly string[]): string {
  const names = keys.map((key) => `${key.replace('/', ' "')}"`);
  return `${firstFew(names, MOST_SHOWN)} ${names.length === 1 ? 'is' : 'are'}`;
}

const MOST_SHOWN = 6;

/** The project whose files a plan speaks of; undefined where that is the one here, or they are of none. */
function projectOf({ places }: PlanFile, io: Io): Project | undefined {
  const [place] = places.values();
  const root = place === undefined ? undefined : projectRootOf(dirname(resolve(io.cwd, place.source.path)));
  return root === undefined || root === projectRootOf(io.cwd) ? undefined : readProject(root, io.cwd);
}

function readPlan(path: string, io: Io): PlanFile {
  const read = (shown: string) => readFileSync(resolve(io.cwd, shown), 'utf8');
  let text: string;
  try {
    text = read(path);
  } catch (error) {
    const reason = errorCode(error) === 'ENOENT' ? 'there is no such file' : reasonOf(error);
    throw new UsageError(`${path} cannot be read: ${reason}.`);
  }
  const file = readPlanFile(text, (shown) => {
    try {
      return read(shown);
    } catch {
      return undefined;
    }
  });
  if (typeof file === 'string') throw new UsageError(`${path} is no plan: ${file}.`);
  return file;
}

const HELP = `
Examples
  flowc publish                                to the instance on this machine
  flowc publish --env prod
  flowc plan --env prod --out prod.plan.json && flowc publish prod.plan.json
  flowc publish --env prod --yes               in CI, where the environment is protected
`;
