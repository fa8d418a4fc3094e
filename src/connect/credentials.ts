/** Where an instance is and how it is reached: what the command line, the project file and the shell say, in this order. */

/** What is asked for; each may be left out. */
export interface Wish {
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpoint?: string | undefined;
  /** Id, ARN or alias. */
  readonly instance?: string | undefined;
}

export interface Target {
  /** Undefined: the profile's, which only the SDK knows. */
  readonly region: string | undefined;
  readonly profile: string | undefined;
  readonly endpoint: string | undefined;
  readonly loopback: boolean;
  readonly instance: InstanceReference | undefined;
}

export type InstanceReference =
  | { readonly by: 'id'; readonly id: string }
  | {
      readonly by: 'arn';
      readonly arn: string;
      readonly partition: string;
      readonly region: string;
      readonly account: string;
      readonly id: string;
    }
  | { readonly by: 'alias'; readonly alias: string };

/** What is asked for cannot be meant; the message is a sentence for people. */
export class TargetError extends Error {
  override readonly name = 'UsageError';
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * `flags` are options of the command line, `settings` an environment of the project file. An instance's ARN says where
 * the instance is; a variable of the shell, which may be about something else, does not overrule it, and neither does
 * it an environment's own region.
 */
export function resolveTarget(flags: Wish, settings: Wish, env: Env): Target {
  const named = flags.instance ?? settings.instance ?? filled(env['CONNECT_INSTANCE_ID']);
  const instance = named === undefined ? undefined : instanceReference(named);
  const said = flags.region ?? settings.region;
  const arnRegion = instance?.by === 'arn' ? instance.region : undefined;
  if (said !== undefined && !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(said)) {
    throw new TargetError(`\`${said}\` is not the name of an AWS Region, such as eu-central-1.`);
  }
  if (said !== undefined && arnRegion !== undefined && said !== arnRegion) {
    throw new TargetError(`the Region is said to be ${said}, but the instance’s ARN lies in ${arnRegion}.`);
  }
  const endpoint = flags.endpoint ?? settings.endpoint ?? endpointOf(env);
  if (endpoint !== undefined && !isHttp(endpoint)) {
    throw new TargetError(`\`${endpoint}\` is not the address of an endpoint, such as http://127.0.0.1:8080.`);
  }
  const loopback = endpoint !== undefined && isLoopback(endpoint);
  const fromShell = filled(env['AWS_REGION']) ?? filled(env['AWS_DEFAULT_REGION']);
  return {
    region: said ?? arnRegion ?? fromShell ?? (loopback ? 'us-east-1' : undefined),
    profile: flags.profile ?? settings.profile,
    endpoint,
    loopback,
    instance,
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ARN = /^arn:(aws[\w-]*):connect:([a-z0-9-]+):(\d{12}):instance\/([0-9a-f-]{36})$/i;

/** An instance by id, ARN or alias: the three are never the same. */
export function instanceReference(text: string): InstanceReference {
  const arn = ARN.exec(text);
  if (arn !== null) {
    const [, partition = '', region = '', account = '', id = ''] = arn;
    return { by: 'arn', arn: text, partition, region, account, id };
  }
  if (UUID.test(text)) return { by: 'id', id: text };
  if (/^(?!d-)[\da-z]([\da-z-]{0,43}[\da-z])?$/i.test(text)) return { by: 'alias', alias: text };
  throw new TargetError(`\`${text}\` is neither the id, nor the ARN, nor the alias of an instance.`);
}

/** Variables that the AWS command line knows too; the SDK would read them, but whether it is loopback must be known before. */
function endpointOf(env: Env): string | undefined {
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return undefined;
  return filled(env['AWS_ENDPOINT_URL_CONNECT']) ?? filled(env['AWS_ENDPOINT_URL']);
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

function isHttp(endpoint: string): boolean {
  return URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol);
}

/** Whether an endpoint is on this machine. */
export function isLoopback(endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}
