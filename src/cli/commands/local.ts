import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { quotas } from '../../catalogue/quotas.ts';
import { DEFAULT_PORT } from '../../connect/local/about.ts';
import type { Fault, Local } from '../../connect/local/start.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { shownPath } from '../../workspace/discover.ts';
import { projectRootOf } from '../../workspace/project.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import type { Verb } from '../verb.ts';
import { wholeNumber } from '../verb.ts';

interface LocalVerbOptions {
  readonly port?: number;
  readonly seed?: string;
  readonly reset?: boolean;
  readonly faults?: string;
  readonly throttle?: boolean;
  readonly quota?: Readonly<Record<string, number>>;
  readonly json?: boolean;
}

export const verb: Verb<LocalVerbOptions> = {
  define: (command) =>
    command
      .description(
        'Runs an instance of Amazon Connect on this machine, for the project around the working folder. ' +
          'flowc and other clients of the service speak with it as with the service. It runs until it is interrupted; ' +
          'what it holds stays in .flowc/local.',
      )
      .option('--port <number>', `where it listens on 127.0.0.1; without it ${DEFAULT_PORT}, or a free one`, portNumber)
      .option('--seed <file>', 'what it is to hold besides; without it local-seed.json, where the project has that')
      .option('--reset', 'begin anew: what it held is deleted')
      .option('--throttle', 'refuse what comes faster than the service lets it: 2 a second, 5 at once')
      .option('--quota <name=number>', 'a quota other than the default; may be said several times', quotaOption)
      .option('--faults <json>', 'mishaps to happen, for tests: a list in JSON, or a file with one')
      .option('--json', 'say where it is as one line of JSON')
      .addHelpText('after', HELP),
  run: async (_paths, options, io): Promise<ExitCode> => {
    const { prepareFolder, seedOf, startLocal, wrongWithFaults } = await import('../../connect/local/start.ts');
    const root = projectRootOf(io.cwd) ?? io.cwd;
    const faults = faultsIn(options.faults, io);
    const wrong = wrongWithFaults(faults);
    if (wrong !== undefined) throw new UsageError(`--faults is of no use: ${wrong}`);
    const folder = prepareFolder(root);
    const local = await startLocal({
      folder,
      port: options.port ?? 'any',
      seed: options.seed === undefined ? seedOf(root) : resolve(io.cwd, options.seed),
      reset: options.reset,
      throttle: options.throttle,
      quotas: options.quota,
      faults,
    });
    const interrupted = io.interrupted();
    io.out.write(options.json ? jsonLine(local) : greeting(local, shownPath(folder, io.cwd)));
    await interrupted;
    await local.close();
    return 130;
  },
};

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('It is a number from 0 to 65535; 0 takes a free one.');
  return port;
}

function quotaOption(text: string, before: Readonly<Record<string, number>> = {}): Readonly<Record<string, number>> {
  const [, name = '', value] = /^(.*)=(\d{1,9})$/.exec(text) ?? [];
  if (value === undefined) throw new InvalidArgumentError('It is NAME=NUMBER.');
  const names = quotas.map((quota) => quota.name);
  const found = names.find((known) => known.toLowerCase() === name.trim().toLowerCase());
  if (found === undefined) {
    const meant = nearest(name, names);
    throw new InvalidArgumentError(`There is no such quota${meant === undefined ? '' : `; did you mean "${meant}"`}.`);
  }
  return { ...before, [found]: Number(value) };
}

/** Text that begins like JSON is JSON, anything else the path of a file. */
function faultsIn(said: string | undefined, io: Io): readonly Fault[] {
  if (said === undefined) return [];
  try {
    const text = /^\s*[[{]/.test(said) ? said : readFileSync(resolve(io.cwd, said), 'utf8');
    const parsed: unknown = JSON.parse(text);
    return (Array.isArray(parsed) ? parsed : [parsed]) as readonly Fault[];
  } catch (error) {
    const what = error instanceof SyntaxError ? 'it is no JSON' : 'there is no such file';
    throw new UsageError(`--faults is of no use: ${what}.`);
  }
}

function jsonLine({ endpoint, instance }: Local): string {
  return `${JSON.stringify({ endpoint, instance: instance.id, arn: instance.arn, region: instance.region, pid: process.pid })}\n`;
}

function greeting({ endpoint, instance }: Local, folder: string): string {
  return `A local instance of Amazon Connect is at ${endpoint}

  instance   ${instance.id}  (alias ${instance.alias ?? ''})
  region     ${instance.region}
  state      ${folder}

flowc finds it by itself: flowc publish --env local
The AWS CLI does with any credentials:

  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=${instance.region}
  aws connect list-contact-flows --endpoint-url ${endpoint} --instance-id ${instance.id}

Ctrl-C ends it; what it holds stays.
`;
}

const HELP = `
Examples
  flowc local                                    until Ctrl-C
  flowc local --reset --seed numbers.json        a new one, with numbers
  flowc local --throttle                         as slow as the service
  flowc local --quota "Flows per instance=500"
  flowc local --faults '[{"operation":"CreateQueue","do":"error"}]'
`;
