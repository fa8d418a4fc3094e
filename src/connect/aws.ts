/**
 * The AWS SDK: the only file that imports it, and a chunk of its own, because it costs more than the rest of the program
 * together. One request at a time and no second try: how fast and how often is for `rate.ts` and `retry.ts` to say.
 */
import * as sdk from './sdk.generated.ts';
import type { Json, JsonObject } from '../text/json.ts';
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
  const refusals = new WeakMap<object, Refused>();
  // Next to the connection, so that it sees the answer before the SDK does.
  (client as unknown as AnyStack).middlewareStack.add(keepRefusal(refusals), { step: 'deserialize', priority: 'low' });
  return {
    send: (operation, input) =>
      isLexOperation(operation)
        ? sendToLex(client, operation, input, route.loopback)
        : send(client, refusals, operation, input),
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

const NOTHING_OF_THE_USERS = {
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  retryMode: 'standard',
  authSchemePreference: [] as string[],
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  userAgentAppId: '',
} as const;

interface AnyStack {
  readonly middlewareStack: { readonly add: (middleware: unknown, options: unknown) => void };
}
interface AnyCommand {
  readonly input: object;
}
type CommandClass = new (input: JsonObject) => AnyCommand;

async function send(
  client: sdk.ConnectClient,
  refusals: WeakMap<object, Refused>,
  operation: string,
  input: JsonObject,
): Promise<Answer> {
  const Command = (sdk as unknown as Record<string, CommandClass | undefined>)[`${operation}Command`];
  if (Command === undefined) {
    return failed(operation, 'UnknownOperation', `the AWS SDK in this flowc knows no operation ${operation}.`);
  }
  // A new object, even for an input that was sent before: what the service said of it is found by it.
  const command = new Command({ ...input });
  try {
    const { $metadata: _, ...answer } = await client.send(command as unknown as Parameters<typeof client.send>[0]);
    return { ok: true, value: plain(answer) as JsonObject };
  } catch (error) {
    return failureOf(operation, error as Thrown, refusals.get(command.input) ?? {}, await hostOf(client));
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
    const answer = await askLex(operation, input, { region, credentials, endpoint: said ?? lexEndpoint(region) });
    if (answer.status < 400) return { ok: true, value: asObject(answer.text) };
    const headers = Object.fromEntries(answer.headers);
    const name = (headers['x-amzn-errortype'] ?? '').split(':')[0] ?? '';
    const refused: Refused = { status: answer.status, text: answer.text, headers };
    return failureOf(operation, name === '' ? {} : { name }, refused, 'Lex');
  } catch (error) {
    return unanswered(operation, error as Thrown, 'Lex');
  }
}

/** What the service said when it refused, in its own words: the SDK drops what its model does not have. */
interface Refused {
  status?: number;
  text?: string;
  headers?: Readonly<Record<string, string | undefined>>;
}

interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  body: AsyncIterable<Uint8Array> | Uint8Array;
}

interface Sent {
  readonly input: object;
}

function keepRefusal(refusals: WeakMap<object, Refused>) {
  return (next: (sent: Sent) => Promise<{ readonly response: Response }>) => async (sent: Sent) => {
    const result = await next(sent);
    const { response } = result;
    if (response.statusCode < 400) return result;
    const chunks: Uint8Array[] = [];
    if (response.body instanceof Uint8Array) chunks.push(response.body);
    else for await (const chunk of response.body) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    refusals.set(sent.input, { status: response.statusCode, headers: response.headers, text: bytes.toString('utf8') });
    response.body = new Uint8Array(bytes);
    return result;
  };
}

interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

function failureOf(operation: string, error: Thrown, refused: Refused, host: string): Failure {
  const status = refused.status ?? 0;
  if (status === 0) return unanswered(operation, error, host);
  const body = asObject(refused.text);
  const problems = problemsOf(body);
  // An answer that is no JSON (a proxy's page) makes the SDK throw a SyntaxError, which says nothing of the service.
  const said = error.name === undefined || error.name === 'SyntaxError' || error.name === 'Unknown';
  const code = said ? `Http${status}` : String(error.name);
  const own = [body['Message'], body['message'], error.message].find(isWords);
  const message =
    problems.length > 0 && own === undefined ? problems.join('; ') : (own ?? `the service answered with ${status}.`);
  const retryAfter = Number(refused.headers?.['retry-after']);
  return {
    ok: false,
    message,
    facts: { operation, code, status, problems, requestId: requestIdOf(error, refused) },
    worthRetrying: (status === 429 && code !== 'LimitExceededException') || status >= 500,
    retryAfter: Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : undefined,
  };
}

function requestIdOf(error: Thrown, { headers }: Refused): string | undefined {
  return error.$metadata?.requestId ?? headers?.['x-amzn-requestid'] ?? headers?.['x-amz-request-id'];
}

/** The SDK says `UnknownError` where the service sent no message, and explains itself at length where it sent no JSON. */
function isWords(message: unknown): message is string {
  return (
    typeof message === 'string' &&
    message !== '' &&
    message !== 'UnknownError' &&
    !message.includes('Deserialization error')
  );
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
    message: `${host} cannot be reached: ${reason}.`,
    facts: { operation, code: 'NetworkError', status: 0, problems: [], requestId: undefined },
    worthRetrying: !final,
    retryAfter: undefined,
  };
}

function credentialsSentence({ message = '' }: Thrown): string {
  const detail = /expired/i.test(message)
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

function asObject(text: string | undefined): JsonObject {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isPlainObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An answer as plain JSON: dates are epoch seconds, and what is not there is left out. */
function plain(value: unknown): Json {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, plain(member)]));
}
