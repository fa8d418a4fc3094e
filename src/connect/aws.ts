/**
 * The AWS SDK: the only file that imports it, and a chunk of its own, because it costs more than the rest of the program
 * together. One request at a time and no second try: how fast and how often is for `rate.ts` and `retry.ts` to say.
 */
import type { Readable } from 'node:stream';
import * as sdk from './sdk.generated.ts';
import type { Json, JsonObject } from '../text/json.ts';
import { version } from '../version.ts';
import { askLex, isLexOperation, lexEndpoint } from './lex.ts';
import type { ServiceErrorFacts } from './types.ts';

export interface Route {
  /** Undefined: the profile's. */
  readonly region: string | undefined;
  readonly profile: string | undefined;
  /** Undefined: the service's own, or the one that the profile names. */
  readonly endpoint: string | undefined;
  /** An endpoint on this machine: nothing of the user's is sent there, so credentials are made up and no file is read. */
  readonly loopback: boolean;
  /** Milliseconds after which a request counts as lost. */
  readonly timeout?: number | undefined;
}

export type Answer = { readonly ok: true; readonly value: JsonObject } | Failure;

export interface Failure {
  readonly ok: false;
  readonly message: string;
  readonly facts: ServiceErrorFacts;
  /** False: it would fail the same way again, whatever its status. */
  readonly worthRetrying: boolean;
  /** Seconds that the service asks to wait. */
  readonly retryAfter: number | undefined;
}

export interface Service {
  readonly send: (operation: string, input: JsonObject) => Promise<Answer>;
  /** The Region that requests go to; undefined when nothing says it. */
  readonly region: () => Promise<string | undefined>;
  readonly close: () => void;
}

/** Puts a client together. Reads the user's configuration only when the first request is sent, and never for a loopback endpoint. */
export function openService(route: Route): Service {
  // Versions of 2027 need Node 22; this one does not, and its warning would stand in everybody's output.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  // The SDK takes a profile's endpoint only when the profile comes from here, not when it is given with the options.
  if (route.profile !== undefined && !route.loopback) process.env['AWS_PROFILE'] = route.profile;
  const client = new sdk.ConnectClient({
    ...(route.region === undefined ? {} : { region: route.region }),
    ...(route.endpoint === undefined ? {} : { endpoint: route.endpoint }),
    ...(route.loopback ? NOTHING_OF_THE_USERS : {}),
    maxAttempts: 1,
    // Nothing about the client changes: what a request passes through is put together once for each operation.
    cacheMiddleware: true,
    requestHandler: {
      connectionTimeout: 10_000,
      requestTimeout: route.timeout ?? 60_000,
      throwOnRequestTimeout: true,
    },
  });
  const { config, middlewareStack } = client as unknown as Inside;
  // What signs is the same for all requests; the SDK would make it anew for each.
  const { signer } = config;
  let signs: Promise<unknown> | undefined;
  config.signer = (scheme) => (signs ??= signer(scheme));
  for (const name of NOT_NEEDED) middlewareStack.remove(name);
  // Signing looks for its place behind this name.
  middlewareStack.add((next: unknown) => next, { name: 'retryMiddleware', step: 'finalizeRequest', priority: 'high' });
  middlewareStack.add(sayWhoAsks, { step: 'build' });
  middlewareStack.add(readAnswer, { step: 'deserialize', priority: 'low' });
  return {
    send: (operation, input) =>
      isLexOperation(operation) ? sendToLex(client, operation, input, route.loopback) : send(client, operation, input),
    region: async () => {
      try {
        return await client.config.region();
      } catch {
        return undefined;
      }
    },
    close: () => client.destroy(),
  };
}

/**
 * What the SDK does with each request besides, at a third of its cost: a second try (`retry.ts` knows better), a log, a
 * list of the features that it used, and reading, for which `readAnswer` stands.
 */
const NOT_NEEDED = [
  'retryMiddleware',
  'loggerMiddleware',
  'recursionDetectionMiddleware',
  'getUserAgentMiddleware',
  'deserializerMiddleware',
];

const NOTHING_OF_THE_USERS = {
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  retryMode: 'standard',
  authSchemePreference: [] as string[],
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  userAgentAppId: '',
} as const;

/** What the SDK lets one change, but does not type. */
interface Inside {
  readonly config: { signer: (scheme: unknown) => Promise<unknown> };
  readonly middlewareStack: {
    readonly add: (middleware: unknown, options: unknown) => void;
    readonly remove: (name: string) => boolean;
  };
}
type CommandClass = new (input: JsonObject) => unknown;

async function send(client: sdk.ConnectClient, operation: string, input: JsonObject): Promise<Answer> {
  const Command = (sdk as unknown as Record<string, CommandClass | undefined>)[`${operation}Command`];
  if (Command === undefined) {
    return failed(operation, 'UnknownOperation', `the AWS SDK in this flowc knows no operation ${operation}.`);
  }
  const command = new Command(input) as Parameters<typeof client.send>[0];
  try {
    return answerOf(operation, (await client.send(command)) as unknown as Told);
  } catch (error) {
    return unanswered(operation, error as Thrown, await hostOf(client));
  }
}

/** Lex has no instance on this machine, unless a variable says where one is. */
async function sendToLex(
  client: sdk.ConnectClient,
  operation: string,
  input: JsonObject,
  loopback: boolean,
): Promise<Answer> {
  const said = process.env['AWS_ENDPOINT_URL_LEX_MODELS_V2'];
  if (loopback && said === undefined) return failed(operation, 'UnknownOperation', 'there is no Lex on this machine.');
  try {
    const [region, credentials] = [await client.config.region(), await client.config.credentials()];
    const { status, text, headers } = await askLex(operation, input, {
      region,
      credentials,
      endpoint: said ?? lexEndpoint(region),
    });
    return answerOf(operation, { status, text, headers: Object.fromEntries(headers) });
  } catch (error) {
    return unanswered(operation, error as Thrown, 'Lex');
  }
}

/** What the service said, to the letter. */
interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

interface Response {
  readonly statusCode: number;
  readonly headers: Told['headers'];
  readonly body: Readable | Uint8Array;
}

interface Sent {
  readonly request: { readonly headers: Record<string, string> };
}

/** What the logs of an account show as the one who asked. */
const USER_AGENT = `flowc/${version} node/${process.versions.node}`;

function sayWhoAsks(next: (sent: Sent) => Promise<unknown>) {
  return (sent: Sent): Promise<unknown> => {
    sent.request.headers['user-agent'] = USER_AGENT;
    return next(sent);
  };
}

/**
 * Takes the place of the SDK's own reading, which drops what its model does not have (`problems` among it), and takes
 * longer than all the rest of a request. Answers of Connect are JSON as it is: none has members outside of the body.
 */
function readAnswer(next: (sent: unknown) => Promise<{ readonly response: Response }>) {
  return async (sent: unknown): Promise<{ readonly response: Response; readonly output: Told }> => {
    const { response } = await next(sent);
    const { statusCode: status, headers, body } = response;
    const text = body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : await textOf(body);
    return { response, output: { status, headers, text } };
  };
}

/** By events, because walking a stream costs as much as sending the request. */
function textOf(body: Readable): Promise<string> {
  return new Promise((settle, fail) => {
    const chunks: Buffer[] = [];
    body.on('data', (chunk: Buffer) => chunks.push(chunk));
    body.once('end', () => settle(Buffer.concat(chunks).toString('utf8')));
    body.once('error', fail);
    body.once('close', () => {
      if (!body.readableEnded) fail(Object.assign(new Error('the connection was cut'), { code: 'ECONNRESET' }));
    });
  });
}

function answerOf(operation: string, told: Told): Answer {
  if (told.status >= 400) return refusalOf(operation, told);
  if (told.text.trim() === '') return { ok: true, value: {} };
  const value = objectIn(told.text);
  if (value !== undefined) return { ok: true, value };
  // An empty list must not be made of it: a plan would create everything anew.
  return failed(
    operation,
    'NotJson',
    'what answered is not Amazon Connect: its answer is no JSON. Is a proxy in the way?',
  );
}

interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
}

function refusalOf(operation: string, { status, headers, text }: Told): Failure {
  const body = asObject(text);
  const problems = problemsOf(body);
  // An answer that is no JSON is a proxy's page, and not of the service.
  const code = codeIn(headers, body) ?? `Http${status}`;
  const own = [body['Message'], body['message']].find((words) => typeof words === 'string' && words !== '');
  const message =
    problems.length > 0 && own === undefined ? problems.join('; ') : (own ?? `the service answered with ${status}.`);
  const retryAfter = Number(headers['retry-after']);
  const requestId = headers['x-amzn-requestid'] ?? headers['x-amz-request-id'];
  return {
    ok: false,
    message: String(message),
    facts: { operation, code, status, problems, requestId },
    worthRetrying: (status === 429 && code !== 'LimitExceededException') || status >= 500,
    retryAfter: Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : undefined,
  };
}

/** `aws.connect#ThrottlingException:http://…` is a ThrottlingException, in the header or in the body. */
function codeIn(headers: Told['headers'], body: JsonObject): string | undefined {
  const said = [headers['x-amzn-errortype'], body['__type'], body['code']].find(
    (one) => typeof one === 'string' && one !== '',
  );
  return typeof said === 'string' ? said.replace(/:.*$/s, '').replace(/^.*#/s, '') : undefined;
}

/** `problems` or `Problems`, of objects with `message` or `Message`: the service has used all four. */
function problemsOf(body: JsonObject): readonly string[] {
  const list = body['problems'] ?? body['Problems'];
  if (!Array.isArray(list)) return [];
  return list.map((item: Json) => {
    const problem = isPlainObject(item) ? (item['message'] ?? item['Message']) : item;
    return typeof problem === 'string' ? problem : JSON.stringify(item);
  });
}

/** No answer: no credentials, no Region, or no way to the service. */
function unanswered(operation: string, error: Thrown, host: string): Failure {
  const name = error.name ?? 'Error';
  if (/Credentials|TokenProvider|SSOToken/i.test(name))
    return failed(operation, 'NoCredentials', credentialsSentence(error));
  if (/region is missing/i.test(error.message ?? '')) return failed(operation, 'NoRegion', 'no AWS Region is set.');
  if (error.code === undefined && !/Timeout/.test(name)) {
    return failed(operation, name, String(error.message ?? error)); // of the SDK itself: a label without a value
  }
  const { reason, final } = NETWORK[error.code ?? ''] ?? networkReason(error);
  return {
    ok: false,
    message: `${host} cannot be reached: ${reason}.${error.code === 'ECONNREFUSED' ? startingThere(host) : ''}`,
    facts: { operation, code: 'NetworkError', status: 0, problems: [], requestId: undefined },
    worthRetrying: !final,
    retryAfter: undefined,
  };
}

/** An endpoint on this machine is most often a local instance that was forgotten. */
function startingThere(host: string): string {
  const port = /^(?:127\.0\.0\.1|localhost):(\d+)$/.exec(host)?.[1];
  return port === undefined ? '' : ` \`flowc local --port ${port}\` starts an instance there.`;
}

function credentialsSentence({ message = '' }: Thrown): string {
  const isExpired = /expired/i.test(message);
  const profile = process.env['AWS_PROFILE'];
  if (profile !== undefined && profile !== '') {
    const detail = isExpired
      ? `the AWS credentials of the profile \`${profile}\` have expired; sign in again`
      : `no AWS credentials were found for the profile \`${profile}\`; check its name, or sign in`;
    return `${detail} (\`aws sso login --profile ${profile}\`).`;
  }
  const detail = isExpired
    ? 'the AWS credentials have expired; sign in again'
    : 'no AWS credentials were found; sign in';
  return `${detail} (\`aws sso login\`), choose a profile with \`--profile\` or AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
}

const NETWORK: Readonly<Record<string, { readonly reason: string; readonly final: boolean }>> = {
  ECONNREFUSED: { reason: 'nothing listens there', final: true },
  ENOTFOUND: { reason: 'its name is not known; check the Region and the network', final: true },
  EAI_AGAIN: { reason: 'its name cannot be looked up now', final: false },
  ECONNRESET: { reason: 'the connection was cut', final: false },
  EPIPE: { reason: 'the connection was cut', final: false },
  ETIMEDOUT: { reason: 'it does not answer', final: false },
  EHOSTUNREACH: { reason: 'there is no way to it', final: false },
  ENETUNREACH: { reason: 'there is no network', final: false },
};

function networkReason({ name = '', code = '', message = '' }: Thrown): { reason: string; final: boolean } {
  if (/Timeout/.test(name)) return { reason: 'it does not answer in time', final: false };
  const reason = (message || code).replace(/\.$/, '');
  return { reason, final: /CERT|TLS|SSL|SELF_SIGNED/.test(code) };
}

async function hostOf(client: sdk.ConnectClient): Promise<string> {
  try {
    const endpoint = await client.config.endpoint?.();
    if (endpoint !== undefined) {
      return endpoint.port === undefined ? endpoint.hostname : `${endpoint.hostname}:${endpoint.port}`;
    }
    return `connect.${await client.config.region()}.amazonaws.com`;
  } catch {
    return 'the service';
  }
}

function failed(operation: string, code: string, message: string): Failure {
  const facts = { operation, code, status: 0, problems: [], requestId: undefined };
  return { ok: false, message, facts, worthRetrying: false, retryAfter: undefined };
}

function asObject(text: string): JsonObject {
  return objectIn(text) ?? {};
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
