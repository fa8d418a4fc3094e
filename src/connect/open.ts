/** Opens a connection to an instance: finds the instance, keeps to the service's rate, tries again. */
import type { JsonObject } from '../text/json.ts';
import type { Service } from './aws.ts';
import type { Target } from './credentials.ts';
import { TargetError } from './credentials.ts';
import type { Clock, Limiter } from './rate.ts';
import { limitedWhenTold, systemClock, tokenBucket } from './rate.ts';
import type { Wait } from './retry.ts';
import { withRetries } from './retry.ts';
import { ServiceError, type Connection, type Instance } from './types.ts';

export interface OpenOptions {
  /** Keep to the service's rate at a loopback endpoint too. */
  readonly throttle?: boolean | undefined;
  /** Requests a second that the account may make, where the quota was raised. */
  readonly requestsPerSecond?: number | undefined;
  /** Shared with other connections to the same account and Region. */
  readonly limiter?: Limiter | undefined;
  /** The instance, where it is known already. */
  readonly instance?: Instance | undefined;
  readonly onWait?: ((wait: Wait) => void) | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: (() => number) | undefined;
  /** Milliseconds after which a request counts as lost. */
  readonly timeout?: number | undefined;
}

/**
 * Opens a connection. Asks the service which instance is meant, unless its ARN or `options.instance` says so.
 * Throws `ServiceError` when it cannot be reached or refuses, `TargetError` when the instance is not said or not there.
 */
export async function openConnection(target: Target, options: OpenOptions = {}): Promise<Connection> {
  const { openService } = await import('./aws.ts');
  const service = openService({ ...target, timeout: options.timeout });
  try {
    if (target.region === undefined && (await service.region()) === undefined) {
      throw new TargetError(
        'no AWS Region is set; say `--region`, set AWS_REGION, or write `region` into the environment in flowc.json.',
      );
    }
    const call = caller(service, limiterFor(target, options), options);
    const instance = options.instance ?? (await findInstance(target, call));
    return {
      instance,
      call: (operation, input = {}) => call(operation, withInstance(input, instance)),
      close: service.close,
    };
  } catch (error) {
    service.close();
    throw error;
  }
}

function limiterFor({ loopback }: Target, { throttle, requestsPerSecond, limiter, clock }: OpenOptions): Limiter {
  if (limiter !== undefined) return limiter;
  if (loopback && throttle !== true) return limitedWhenTold(clock);
  return tokenBucket({
    ...(requestsPerSecond === undefined
      ? {}
      : { perSecond: requestsPerSecond, burst: Math.max(5, requestsPerSecond * 2) }),
    ...(clock === undefined ? {} : { clock }),
  });
}

type Call = (operation: string, input: JsonObject) => Promise<JsonObject>;

/** Requests under way at once: more would only wait at the service instead of here. */
const AT_ONCE = 8;

function caller(
  service: Service,
  limiter: Limiter,
  { clock = systemClock, random = Math.random, onWait }: OpenOptions,
): Call {
  const enter = gate(AT_ONCE);
  const lex = tokenBucket({ ...LEX_RATE, clock });
  return async (operation, input) => {
    const leave = await enter();
    try {
      const { answer, attempts } = await withRetries(() => service.send(operation, input), {
        limiter: operation.startsWith('lex:') ? lex : limiter,
        clock,
        random,
        onWait,
      });
      if (answer.ok) return answer.value;
      throw new ServiceError(answer.message, { ...answer.facts, attempts });
    } finally {
      leave();
    }
  };
}

/** Lex counts for itself; its quota for reading models is above this. */
const LEX_RATE = { perSecond: 5, burst: 5 };

/** Lets `most` in at once; the others wait in line. */
function gate(most: number): () => Promise<() => void> {
  let free = most;
  const line: (() => void)[] = [];
  const leave = () => {
    const next = line.shift();
    if (next === undefined) free++;
    else next();
  };
  return () =>
    new Promise((settle) => {
      if (free > 0) {
        free--;
        settle(leave);
      } else line.push(() => settle(leave));
    });
}

/** Where an operation has no such member the SDK leaves it out. Two ways to say the instance would contradict each other. */
function withInstance(input: JsonObject, { id }: Instance): JsonObject {
  return 'InstanceId' in input || 'TargetArn' in input ? input : { InstanceId: id, ...input };
}

async function findInstance({ instance }: Target, call: Call): Promise<Instance> {
  if (instance?.by === 'arn') {
    const { arn, partition, region, account, id } = instance;
    return { id, arn, alias: undefined, partition, region, account };
  }
  if (instance?.by === 'id') {
    const { Instance: found } = await call('DescribeInstance', { InstanceId: instance.id });
    return instanceOf(found as JsonObject);
  }
  const all = await allInstances(call);
  const found = all.find(({ alias }) => instance !== undefined && alias === instance.alias);
  if (found !== undefined) return found;
  const there = all.map(({ alias, id }) => alias ?? id).sort();
  const which =
    there.length === 0
      ? 'there is none in this account and Region'
      : there.length === 1
        ? `there is only \`${there[0] ?? ''}\``
        : `there are ${there.join(', ')}`;
  throw new TargetError(
    instance === undefined
      ? `which instance? Say \`--instance\`, or write \`instance\` into the environment in flowc.json; ${which}.`
      : `there is no instance with the alias \`${instance.alias}\`; ${which}.`,
  );
}

async function allInstances(call: Call): Promise<readonly Instance[]> {
  const found: Instance[] = [];
  let token: unknown;
  do {
    const answer = await call('ListInstances', {
      MaxResults: 10,
      ...(token === undefined ? {} : { NextToken: String(token) }),
    });
    const list = answer['InstanceSummaryList'];
    for (const item of Array.isArray(list) ? list : []) found.push(instanceOf(item as JsonObject));
    token = answer['NextToken'];
  } while (typeof token === 'string' && token !== '');
  return found;
}

function instanceOf(answer: JsonObject): Instance {
  const arn = String(answer['Arn']);
  const [, partition = 'aws', , region = '', account = ''] = arn.split(':');
  const alias = answer['InstanceAlias'];
  return {
    id: String(answer['Id']),
    arn,
    alias: typeof alias === 'string' ? alias : undefined,
    partition,
    region,
    account,
  };
}
