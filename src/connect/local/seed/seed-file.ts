/**
 * A seed file: what an instance has that no request makes, or that is not the project's to make: numbers, functions,
 * bots, prompts, larger quotas. Its shape is in schemas/local-seed.schema.json.
 */
import { readFileSync } from 'node:fs';
import { localShortId } from '../../../check/local-id.ts';
import { quotas } from '../../../catalogue/quotas.ts';
import { nearest } from '../../../diagnostics/suggest.ts';
import type { JsonObject } from '../../../text/json.ts';
import { isObject } from '../../../text/json.ts';
import { serviceOperations, structureNamed } from '../model/index.ts';
import { INSTANCE } from '../operations/instances.ts';
import { keepQuotas } from '../operations/instances.ts';
import { numberPlace, promptPlace } from '../operations/shared/places.ts';
import { Refusal, type Context } from '../types.ts';
import { misfits } from '../wire/shapes.ts';
import { makeSeeding } from './seeding.ts';

export interface SeedFile {
  /** Phone numbers in E.164. */
  readonly numbers?: readonly string[];
  /** Names of Lambda functions, or their ARNs. */
  readonly lambdas?: readonly string[];
  /** Lex V2 bots as `Bot:alias`, or the ARNs of aliases. */
  readonly bots?: readonly string[];
  /** Names of prompts. */
  readonly prompts?: readonly string[];
  /** How the instance knows its users; a new one is for SAML, where nobody has a password to set. */
  readonly identity?: 'SAML' | 'CONNECT_MANAGED';
  /** By the names of `src/catalogue/quotas.ts`, which are those of the service's documentation. */
  readonly quotas?: Readonly<Record<string, number>>;
  /** Requests like those of any client, in order. */
  readonly requests?: readonly { readonly operation: string; readonly input: JsonObject }[];
}

/** A seed file that cannot be read, or says what cannot be. */
export class SeedError extends Error {
  override readonly name = 'UsageError';
}

/** `shown`: the path as messages have it. Throws `SeedError`. */
export function readSeedFile(path: string, shown = path): SeedFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const what = error instanceof SyntaxError ? 'it is no JSON' : 'it cannot be read';
    throw new SeedError(`the seed file ${shown} is of no use: ${what}.`);
  }
  const wrong = wrongWith(parsed);
  if (wrong !== undefined) throw new SeedError(`the seed file ${shown} is of no use: ${wrong}`);
  return parsed as SeedFile;
}

/** Adds to an instance what somebody says; returns why that cannot be. */
export function addSeed(seed: unknown, context: Context): string | undefined {
  const wrong = wrongWith(seed);
  if (wrong !== undefined) return wrong;
  try {
    applySeedFile(seed as SeedFile, context);
    return undefined;
  } catch (error) {
    if (error instanceof SeedError) return error.message;
    throw error;
  }
}

const LISTS = ['numbers', 'lambdas', 'bots', 'prompts'] as const;
const KEYS = [...LISTS, 'identity', 'quotas', 'requests'];
const IDENTITIES = ['SAML', 'CONNECT_MANAGED'];

function wrongWith(seed: unknown): string | undefined {
  if (!isObject(seed)) return 'it is no object.';
  for (const key of Object.keys(seed)) {
    if (key !== '$schema' && !KEYS.includes(key)) return `there is no \`${key}\`; it may have ${KEYS.join(', ')}.`;
  }
  for (const key of LISTS) {
    const list = seed[key];
    if (list !== undefined && !(Array.isArray(list) && list.every((item) => typeof item === 'string'))) {
      return `\`${key}\` is a list of texts.`;
    }
  }
  const { identity } = seed;
  if (identity !== undefined && !IDENTITIES.includes(identity as string)) {
    return `\`identity\` is ${IDENTITIES.join(' or ')}.`;
  }
  return wrongWithQuotas(seed['quotas']) ?? wrongWithRequests(seed['requests']);
}

function wrongWithQuotas(said: unknown): string | undefined {
  if (said === undefined) return undefined;
  if (!isObject(said)) return '`quotas` has numbers by the names of quotas.';
  const names = quotas.map(({ name }) => name);
  for (const [name, value] of Object.entries(said)) {
    if (!names.includes(name)) {
      const meant = nearest(name, names);
      return `there is no quota \`${name}\`${meant === undefined ? '' : `; did you mean \`${meant}\``}.`;
    }
    if (typeof value !== 'number' || value < 0) return `the quota \`${name}\` is a number.`;
  }
  return undefined;
}

function wrongWithRequests(said: unknown): string | undefined {
  if (said === undefined) return undefined;
  if (!Array.isArray(said)) return '`requests` is a list of operations with their input.';
  for (const request of said as readonly unknown[]) {
    if (!isObject(request) || typeof request['operation'] !== 'string' || !isObject(request['input'])) {
      return 'a request is `{ "operation": "…", "input": { … } }`.';
    }
    const { operation: name } = request;
    if (!Object.hasOwn(serviceOperations(), name)) {
      const meant = nearest(name, Object.keys(serviceOperations()));
      return `there is no operation \`${name}\`${meant === undefined ? '' : `; did you mean \`${meant}\``}.`;
    }
  }
  return undefined;
}

/** Refusals that say that a thing is there already. */
const THERE = new Set(['DuplicateResourceException', 'ResourceConflictException']);

/** Adds what is not there yet. Throws `SeedError` where a request is refused. */
export function applySeedFile(seed: SeedFile, context: Context): void {
  const { instance, store } = context;
  keepQuotas(context, seed.quotas ?? {});
  const has = (collection: string, member: string, value: string): boolean =>
    store.all(collection).some((thing) => thing[member] === value);
  const about = store.get(INSTANCE, instance.id);
  if (seed.identity !== undefined && about !== undefined && about['IdentityManagementType'] !== seed.identity) {
    store.write([{ put: { ...about, IdentityManagementType: seed.identity }, in: INSTANCE }]);
  }
  for (const number of seed.numbers ?? []) {
    if (has(numberPlace.collection, 'PhoneNumber', number)) continue;
    ask(context, 'ClaimPhoneNumber', `number/${number}`, { InstanceId: instance.id, PhoneNumber: number });
  }
  for (const lambda of seed.lambdas ?? []) {
    const arn = `arn:${instance.partition}:lambda:${instance.region}:${instance.account}:function:${lambda}`;
    const FunctionArn = lambda.startsWith('arn:') ? lambda : arn;
    ask(context, 'AssociateLambdaFunction', lambda, { InstanceId: instance.id, FunctionArn });
  }
  for (const bot of seed.bots ?? []) {
    ask(context, 'AssociateBot', bot, { InstanceId: instance.id, LexV2Bot: { AliasArn: botArn(bot, context) } });
  }
  for (const prompt of seed.prompts ?? []) {
    if (has(promptPlace.collection, 'Name', prompt)) continue;
    const input = { InstanceId: instance.id, Name: prompt, S3Uri: `s3://prompts/${encodeURIComponent(prompt)}` };
    ask(context, 'CreatePrompt', `prompt/${prompt}`, input);
  }
  for (const [index, { operation, input }] of (seed.requests ?? []).entries()) {
    ask(context, operation, `seed/${index}/${operation}`, { InstanceId: instance.id, ...input });
  }
}

/** As `Bot:alias` is bound where there is no instance to ask. */
function botArn(bot: string, { instance: { partition, region, account } }: Context): string {
  if (bot.startsWith('arn:')) return bot;
  const id = `${localShortId(`bot/${bot}/bot`)}/${localShortId(`bot/${bot}/alias`)}`;
  return `arn:${partition}:lex:${region}:${account}:bot-alias/${id}`;
}

function ask(context: Context, operation: string, key: string, input: JsonObject): void {
  const [wrong] = misfits(input, structureNamed(serviceOperations()[operation]?.request));
  if (wrong !== undefined)
    throw new SeedError(`the seed's ${operation} is refused: ${wrong.path}: ${wrong.constraint}.`);
  try {
    makeSeeding(context).perform(operation, key, input);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!THERE.has(error.code))
      throw new SeedError(`the seed's ${operation} is refused: ${error.message || error.code}.`);
  }
}
