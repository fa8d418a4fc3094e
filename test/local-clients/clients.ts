/** The two clients that speak with the instance as its users will: Amazon's SDK and Amazon's command line. */
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serviceOperations, structureNamed } from '../../src/connect/local/model/index.ts';

/** Answers of the service, whose members tests read as they come. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Said = any;

export interface Client {
  /** `InstanceId` is filled in. Rejects with `Refused`. */
  readonly call: (operation: string, input?: object) => Promise<Said>;
}

export class Refused extends Error {
  /** `e.name`, or what stands in the brackets of the command line's message. */
  readonly code: string;
  /** Messages of InvalidContactFlowException and its kin; the command line does not show them. */
  readonly problems: readonly string[];

  constructor(code: string, message: string, problems: readonly string[]) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

function withInstance(operation: string, input: object, instance: string): object {
  const takesIt = 'InstanceId' in structureNamed(serviceOperations()[operation]?.request).members;
  return takesIt ? { InstanceId: instance, ...input } : input;
}

export async function sdkClient(endpoint: string, instance: string): Promise<Client> {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const sdk = (await import('@aws-sdk/client-connect')) as Said;
  const client = new sdk.ConnectClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    call: async (operation, input = {}) => {
      try {
        return await client.send(new sdk[`${operation}Command`](withInstance(operation, input, instance)));
      } catch (error) {
        const { name, message, problems, Problems } = error as Said;
        const listed = ((problems ?? Problems ?? []) as Said[]).map((problem) => String(problem.message));
        throw new Refused(name, message, listed);
      }
    },
  };
}

/** `run`: a way to the command line. Pages are not turned: one call is one request. */
export function cliClient(run: RunAws, endpoint: string, instance: string): Client {
  return {
    call: async (operation, input = {}) => {
      const said = JSON.stringify(withInstance(operation, input, instance));
      const args = [commandOf(operation), '--no-paginate', '--cli-input-json', said];
      const { code, stdout, stderr } = await run(connectArgs(endpoint, args));
      if (code === 0) return stdout.trim() === '' ? {} : JSON.parse(stdout);
      const [, type = 'Unknown', message = stderr] =
        /An error occurred \(([^)]*)\) when calling the \w+ operation: ?([^]*)/.exec(stderr) ?? [];
      throw new Refused(type, message.trim(), []);
    },
  };
}

const connectArgs = (endpoint: string, args: readonly string[]): readonly string[] => [
  'connect',
  ...args,
  '--endpoint-url',
  endpoint,
  '--output',
  'json',
];

/** Its name of an operation: `ListPhoneNumbersV2` → `list-phone-numbers-v2`. */
function commandOf(operation: string): string {
  const words = operation.replaceAll(/(.)([A-Z][a-z]+)/g, '$1-$2').replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2');
  return words.toLowerCase();
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Made-up credentials, and nothing of the user's configuration. */
function environment(): Record<string, string> {
  const kept = ['PATH', 'PYENV_ROOT'].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    HOME: '/nonexistent',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
  };
}

export type RunAws = (args: readonly string[]) => Promise<Ran>;

/** Starts `aws` anew for each call, as people do. */
const startAws: RunAws = (args) =>
  new Promise((settle) => {
    execFile('aws', args, { env: environment() }, (error, stdout, stderr) => {
      settle({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });

/** `aws connect …` */
export const aws = (endpoint: string, args: readonly string[]): Promise<Ran> => startAws(connectArgs(endpoint, args));

export interface AwsWorker {
  readonly run: RunAws;
  readonly close: () => void;
}

/**
 * The same program, kept running, because its start takes most of the time of a call. Where python3 cannot load it (the
 * newer one brings its own python), every call starts it anew.
 */
export async function awsWorker(): Promise<AwsWorker> {
  const python = await new Promise<boolean>((settle) => {
    execFile('python3', ['-c', 'import awscli.clidriver'], { env: environment() }, (error) => settle(error === null));
  });
  if (!python) return { run: startAws, close: () => undefined };
  const child = spawn('python3', [join(import.meta.dirname, 'aws-cli-worker.py')], {
    env: environment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: ((ran: Ran) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line) as Ran));
  return {
    run: (args) =>
      new Promise((settle) => {
        waiting.push(settle);
        child.stdin.write(`${JSON.stringify(args)}\n`);
      }),
    close: () => child.stdin.end(),
  };
}

/** `aws-cli/1.45.11`, or undefined where it is not installed. */
export function awsVersion(): Promise<string | undefined> {
  return new Promise((settle) => {
    execFile('aws', ['--version'], (error, stdout, stderr) =>
      settle(error === null ? `${stdout}${stderr}`.split(' ')[0] : undefined),
    );
  });
}
