import { dirname } from 'node:path';
import { allNames } from '../../check/names.ts';
import type { Inventory } from '../../connect/types.ts';
import { shownPath } from '../../workspace/discover.ts';
import { loadWorkspace } from '../../workspace/load.ts';
import { parseFor } from '../../workspace/params.ts';
import { snapshotPath, snapshotText } from '../../workspace/snapshot.ts';
import { makeFolder, writeWhole } from '../../workspace/write.ts';
import type { ChosenEnvironment, EnvironmentOptions } from '../environment.ts';
import { openEnvironment, withEnvironmentOptions } from '../environment.ts';
import { UsageError } from '../io.ts';
import type { ExitCode, Io } from '../io.ts';
import type { Verb } from '../verb.ts';

interface RefreshOptions extends EnvironmentOptions {
  readonly quiet?: boolean;
}

export const verb: Verb<RefreshOptions> = {
  define: (command) =>
    withEnvironmentOptions(command)
      .description(
        'Records the names and ARNs that an environment has, in snapshots/<env>.json. Commit the file: with it, ' +
          '`flowc check --env` and `flowc build --env` need no instance and give the same result everywhere.',
      )
      .option('-q, --quiet', 'no closing line')
      .addHelpText('after', HELP),
  run: async (_paths, options, io): Promise<ExitCode> => {
    const environment = await openEnvironment(options, io);
    try {
      const { name, project } = environment;
      const file = snapshotPath(project.root, name);
      const shown = shownPath(file, io.cwd);
      const inventory = withoutStrangers(await environment.inventory(), environment, io);
      const problem = makeFolder(dirname(file), shown) ?? writeWhole(file, snapshotText(name, inventory), shown);
      if (problem !== undefined) throw new UsageError(`${shown}: ${problem.message}`);
      if (!options.quiet) {
        const { things, unread = {} } = inventory;
        io.err.write(
          `${things.length === 1 ? '1 name' : `${things.length} names`} of \`${name}\` recorded in ${shown}\n`,
        );
        for (const [kind, reason] of Object.entries(unread)) io.err.write(`  without ${kind}: ${reason}\n`);
      }
      return 0;
    } finally {
      await environment.close();
    }
  },
};

/** Users are people: only those that the source speaks of are written into a file that others get. */
function withoutStrangers(inventory: Inventory, { project, settings }: ChosenEnvironment, io: Io): Inventory {
  const { units } = loadWorkspace([], { cwd: io.cwd, wanted: { inFolders: 'flow', named: 'flow' } });
  const { program } = parseFor(
    units.flatMap(({ flows }) => flows),
    project,
    settings,
  );
  const known = new Set([...allNames(program)].filter(({ kind }) => kind === 'user').map(({ display }) => display));
  return { ...inventory, things: inventory.things.filter(({ kind, name }) => kind !== 'user' || known.has(name)) };
}

const HELP = `
Users are recorded only where the project declares them.

Examples
  flowc refresh --env prod
  git diff snapshots/            what came and went in the instance since
`;
