import { existsSync } from 'node:fs';
import { Option } from 'commander';
import type { Inventory } from '../../connect/types.ts';
import { entityModels } from '../../entities/index.ts';
import { environmentNamed, environmentNames } from '../../workspace/environments.ts';
import type { Project } from '../../workspace/project.ts';
import { snapshotPath } from '../../workspace/snapshot.ts';
import { compareInventories, type InventoryDifference } from '../../connect/compare-inventories.ts';
import { chooseEnvironment, openChosen, projectHere } from '../environment.ts';
import { snapshotOf } from '../offline.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import type { Verb } from '../verb.ts';

interface EnvOptions {
  readonly live?: boolean;
  readonly json?: boolean;
  readonly exitCode?: boolean;
}

export const verb: Verb<EnvOptions> = {
  define: (command) =>
    command
      .description('Environments of the project, and how they differ.')
      .usage('list | diff <a> <b> [options]')
      .argument('<what>', 'list: the environments of flowc.json; diff: names that only one of two has')
      .argument('[environments...]', 'for diff, two of them')
      .option('--live', 'diff: ask the instances, instead of reading their snapshots')
      .option('--exit-code', 'diff: exit with 1 when there are differences')
      .addOption(new Option('--json', 'as JSON'))
      .addHelpText('after', HELP),
  run: async ([what, ...names], options, io) => {
    const project = projectHere(io);
    if (what === 'list') {
      if (names.length > 0) throw new UsageError('`flowc env list` takes no names.');
      return list(project, options, io);
    }
    if (what !== 'diff') throw new UsageError(`\`flowc env ${what ?? ''}\` is none; there are \`list\` and \`diff\`.`);
    const [a, b, ...others] = names;
    if (a === undefined || b === undefined || others.length > 0) {
      throw new UsageError('`flowc env diff` takes two environments, such as `flowc env diff staging prod`.');
    }
    return diff(a, b, project, options, io);
  },
};

const HELP = `
Examples
  flowc env list
  flowc env diff staging prod             what the snapshots say
  flowc env diff staging prod --live      what the instances say now
`;

function list(project: Project, { json }: EnvOptions, io: Io): ExitCode {
  const rows = environmentNames(project.environments).map((name) => {
    const settings = environmentNamed(project.environments, name);
    return { ...settings, name, snapshot: existsSync(snapshotPath(project.root, name)) };
  });
  if (json) {
    io.out.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    return 0;
  }
  const cells = rows.map(({ name, instance, region, endpoint, protected: isProtected, snapshot }) => [
    name,
    instance ?? endpoint ?? (name === 'local' ? 'on this machine' : 'no instance is said'),
    region ?? '',
    [isProtected ? 'protected' : '', snapshot ? 'snapshot' : ''].filter(Boolean).join(', '),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  for (const row of cells) {
    io.out.write(
      `${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
  return 0;
}

async function diff(a: string, b: string, project: Project, options: EnvOptions, io: Io): Promise<ExitCode> {
  const read = (name: string) => (options.live ? live(name, project, io) : recorded(name, project, io));
  // One after the other: two environments of one account share its rate.
  const first = await read(a);
  const differences = compareInventories(first, await read(b));
  if (options.json) io.out.write(`${JSON.stringify({ a, b, differences }, undefined, 2)}\n`);
  else io.out.write(differences.length === 0 ? '' : sentences(differences, a, b));
  if (!options.json && differences.length === 0) io.err.write(`\`${a}\` and \`${b}\` have the same names.\n`);
  return options.exitCode && differences.length > 0 ? 1 : 0;
}

async function live(name: string, project: Project, io: Io): Promise<Inventory> {
  const environment = await openChosen(chooseEnvironment({ env: name }, io, project), { env: name }, io);
  try {
    return await environment.inventory();
  } finally {
    await environment.close();
  }
}

function recorded(name: string, project: Project, io: Io): Inventory {
  chooseEnvironment({ env: name }, io, project); // says so when there is no such environment
  return snapshotOf(name, project, io.cwd);
}

function sentences(differences: readonly InventoryDifference[], a: string, b: string): string {
  const lines: string[] = [];
  let kind: string | undefined;
  for (const difference of differences) {
    if (difference.kind !== kind) {
      kind = difference.kind;
      lines.push(`${lines.length === 0 ? '' : '\n'}${entityModels[difference.kind].console.plural}`);
    }
    const { name } = difference;
    if (difference.difference === 'only in a') lines.push(`  - ${name}  only in ${a}`);
    else if (difference.difference === 'only in b') lines.push(`  + ${name}  only in ${b}`);
    else
      lines.push(
        `  ~ ${name}  ${difference.property}: ${difference.a ?? 'none'} in ${a}, ${difference.b ?? 'none'} in ${b}`,
      );
  }
  return `${lines.join('\n')}\n`;
}
