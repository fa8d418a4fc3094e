/** What an instance has: its lists, read as the entity model says. */
import { entityModels } from '../entities/index.ts';
import type { CanonicalKind, EntityModel, ListedModel } from '../entities/types.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { Json, JsonObject } from '../text/json.ts';
import { isServiceError, type Connection, type Inventory, type Listed, type Reading } from './types.ts';

/** Kinds that an instance can list. Attributes live in contacts, case templates in the Cases domain. */
export const LISTED_KINDS: readonly CanonicalKind[] = Object.values(entityModels)
  .filter(({ api }) => api.list !== undefined && api.listed !== undefined)
  .map(({ kind }) => kind);

/**
 * Reads the lists of `kinds`, or all, side by side as far as the rate allows. A list that may not be read is told in
 * `unread` rather than thrown: what it holds may not be needed. Throws `ServiceError` for everything else. `onRead` is
 * told of lists.
 */
export async function readInventory(
  connection: Connection,
  kinds: readonly CanonicalKind[] = LISTED_KINDS,
  onRead?: Reading,
): Promise<Inventory> {
  const listed = kinds.filter((kind) => LISTED_KINDS.includes(kind));
  onRead?.total(listed.length);
  const lists = await Promise.all(
    listed.map(async (kind) => {
      const list = await readList(connection, entityModels[kind]);
      const named = kind === 'bot' ? { ...list, things: await withBotNames(connection, list.things) } : list;
      onRead?.step();
      return named;
    }),
  );
  return {
    instance: connection.instance,
    things: lists.flatMap(({ things }) => things).sort(byKindAndName),
    from: 'instance',
    unread: Object.fromEntries(lists.flatMap(({ kind, unread }) => (unread === undefined ? [] : [[kind, unread]]))),
  };
}

interface List {
  readonly kind: CanonicalKind;
  readonly things: readonly Listed[];
  readonly unread: string | undefined;
}

async function readList(connection: Connection, { kind, api }: EntityModel): Promise<List> {
  const { list, listed, nameMember = 'Name' } = api;
  if (list === undefined || listed === undefined) return { kind, things: [], unread: undefined };
  try {
    const found: Listed[] = [];
    for (const input of listed.inputs ?? [{}]) {
      for (const item of await pages(connection, list, listed, input as JsonObject)) {
        const thing = listedThing(kind, item, listed, nameMember);
        if (thing !== undefined) found.push(thing);
      }
    }
    return { kind, things: found, unread: undefined };
  } catch (error) {
    if (!isServiceError(error) || !NOT_FOR_US.has(error.code)) throw error;
    return { kind, things: [], unread: error.message };
  }
}

/** Permissions may be given list by list, and older endpoints lack some. */
const NOT_FOR_US = new Set(['AccessDeniedException', 'AccessDenied', 'UnknownOperation', 'UnknownOperationException']);

/** `Bot:alias` for those that Lex says a name of; ids where it may not be asked, or is not there. */
async function withBotNames(connection: Connection, bots: readonly Listed[]): Promise<readonly Listed[]> {
  const names = new Map<string, Promise<string | undefined>>();
  const botName = (botId: string) => {
    let name = names.get(botId);
    if (name === undefined) names.set(botId, (name = lexText(connection, 'lex:DescribeBot', { botId }, 'botName')));
    return name;
  };
  return Promise.all(
    bots.map(async (bot) => {
      const [botId = '', botAliasId = ''] = bot.name.split(':');
      const alias = { botId, botAliasId };
      const said = await Promise.all([
        botName(botId),
        lexText(connection, 'lex:DescribeBotAlias', alias, 'botAliasName'),
      ]);
      return said.includes(undefined) ? bot : { ...bot, name: said.join(':') };
    }),
  );
}

async function lexText(
  connection: Connection,
  operation: string,
  input: JsonObject,
  member: string,
): Promise<string | undefined> {
  try {
    return memberText(await connection.call(operation, input), member);
  } catch (error) {
    if (isServiceError(error)) return undefined;
    throw error;
  }
}

async function pages(connection: Connection, list: string, listed: ListedModel, input: JsonObject): Promise<Json[]> {
  const items: Json[] = [];
  let token: Json | undefined;
  do {
    const asked: JsonObject = {
      ...input,
      MaxResults: listed.page,
      ...(token === undefined ? {} : { NextToken: token }),
    };
    const answer = await connection.call(list, asked);
    const page = answer[listed.items];
    if (Array.isArray(page)) for (const item of page) items.push(item as Json);
    token = answer['NextToken'];
  } while (typeof token === 'string' && token !== '');
  return items;
}

/** One item of a list; undefined when it has no name or id, as a Lex V1 bot among those of V2. */
function listedThing(kind: CanonicalKind, item: Json, listed: ListedModel, nameMember: string): Listed | undefined {
  const said = memberText(item, nameMember);
  const id = memberText(item, listed.id ?? 'Id');
  if (said === undefined || id === undefined) return undefined;
  const state = memberText(item, listed.state);
  const status = memberText(item, listed.status)?.toUpperCase();
  const type = memberText(item, listed.type);
  return {
    kind,
    name: nameFrom(said, listed.name),
    id,
    arn: memberText(item, listed.arn ?? 'Arn') ?? id,
    ...(type === undefined ? {} : { type: type as FlowType }),
    ...(state === 'ACTIVE' || state === 'ARCHIVED' ? { state } : {}),
    ...(status === 'PUBLISHED' || status === 'SAVED' ? { status } : {}),
  };
}

function memberText(item: Json, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  let value: Json | undefined = item;
  for (const step of path === '' ? [] : path.split('.')) {
    value =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject)[step] : undefined;
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function nameFrom(said: string, how: ListedModel['name']): string {
  const last = said.slice(said.lastIndexOf('/') + 1);
  switch (how) {
    case undefined:
      return said;
    case 'function name of the ARN':
      return functionName(said);
    case 'bot and alias ids of the ARN':
      return said.split('/').slice(-2).join(':');
    case 'last part of the ARN':
      return last;
  }
}

/** `arn:…:function:lookup:live` is `lookup:live`; without a version or alias it is the function's name alone. */
function functionName(arn: string): string {
  return /^arn:[^:]*:lambda:[^:]*:[^:]*:function:(.+)$/.exec(arn)?.[1] ?? arn;
}

export function byKindAndName(a: Listed, b: Listed): number {
  return compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
