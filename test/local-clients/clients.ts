/** The two clients that speak with the instance as its users will: Amazon's SDK and Amazon's command line. */
import { execFile } from 'node:child_process';
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

export function cliClient(endpoint: string, instance: string): Client {
  return {
    call: async (operation, input = {}) => {
      const said = JSON.stringify(withInstance(operation, input, instance));
      const { code, stdout, stderr } = await aws(endpoint, [commandOf(operation), '--cli-input-json', said]);
      if (code === 0) return stdout === '' ? {} : JSON.parse(stdout);
      const [, type = 'Unknown', message = stderr] =
        /An error occurred \(([^)]*)\) when calling the \w+ operation: ?([^]*)/.exec(stderr) ?? [];
      throw new Refused(type, message.trim(), []);
    },
  };
}

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

/** `aws connect …` with made-up credentials, and nothing of the user's configuration. */
export function aws(endpoint: string, args: readonly string[]): Promise<Ran> {
  const env = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
    ...(process.env['PYENV_ROOT'] === undefined ? {} : { PYENV_ROOT: process.env['PYENV_ROOT'] }),
  };
  return new Promise((settle) => {
    const all = ['connect', ...args, '--endpoint-url', endpoint, '--output', 'json'];
    execFile('aws', all, { env }, (error, stdout, stderr) => {
      settle({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

/** `aws-cli/1.45.11`, or undefined where it is not installed. */
export function awsVersion(): Promise<string | undefined> {
  return new Promise((settle) => {
    execFile('aws', ['--version'], (error, stdout, stderr) =>
      settle(error === null ? `${stdout}${stderr}`.split(' ')[0] : undefined),
    );
  });
}
