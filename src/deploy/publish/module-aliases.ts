/** Versions and the alias of modules, where the environment binds flows to an alias instead of the newest content. */
import type { Connection } from '../../connect/types.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { keyOf } from '../lookup.ts';
import type { ResourceKey } from '../types.ts';
import type { Ids } from './ids.ts';
import type { KeptAlias } from './records.ts';
import type { Requests } from './requests.ts';

export interface ModuleAliases {
  /** Makes a version of what a module says now, and leads the alias to it. Does nothing for flows, or without an alias. */
  readonly lead: (requests: Requests, key: ResourceKey, ids: Ids) => Promise<void>;
  /** The same, where an earlier run may have done part of it. */
  readonly ensure: (requests: Requests, key: ResourceKey, ids: Ids) => Promise<void>;
  /** Where the alias led when the plan was made, of modules that were read; null: it was not there. */
  readonly before: ReadonlyMap<string, KeptAlias | null>;
}

interface StoredAlias {
  readonly id: string;
  readonly version: number;
}

export interface AliasOptions {
  /** Its name; undefined: flows are bound to the newest content, and there is nothing to do. */
  readonly alias: string | undefined;
  /** Versions to lead to instead of new ones, by key: how a release is taken back. */
  readonly versions?: ReadonlyMap<string, number>;
  /** What the versions are described by. */
  readonly description: string;
}

/** `live`: modules that exist, by key, with their ids. */
export async function moduleAliases(
  connection: Connection,
  live: ReadonlyMap<string, string>,
  { alias, versions, description }: AliasOptions,
): Promise<ModuleAliases> {
  const nothing = async (): Promise<void> => {
    // Flows are bound to what modules say at the time.
  };
  if (alias === undefined) return { lead: nothing, ensure: nothing, before: new Map() };
  const stored = new Map<string, StoredAlias>();
  const before = new Map<string, KeptAlias | null>();
  await Promise.all(
    [...live].map(async ([key, id]) => {
      const found = await findAlias(connection, id, alias);
      if (found !== undefined) stored.set(key, found);
      before.set(key, found === undefined ? null : { name: alias, version: found.version });
    }),
  );

  const point = async (requests: Requests, key: ResourceKey, id: string, version: number): Promise<void> => {
    const known = stored.get(keyOf(key));
    if (known?.version === version) return;
    if (known !== undefined) {
      const input = { ContactFlowModuleId: id, AliasId: known.id, ContactFlowModuleVersion: version };
      await requests.write(key, { operation: 'UpdateContactFlowModuleAlias', input });
      stored.set(keyOf(key), { id: known.id, version });
    } else {
      const input = { ContactFlowModuleId: id, AliasName: alias, ContactFlowModuleVersion: version };
      const answer = await createAlias(requests, key, input, id, alias);
      stored.set(keyOf(key), { id: answer, version });
    }
  };
  const newVersion = async (requests: Requests, key: ResourceKey, id: string): Promise<number> => {
    const input = { ContactFlowModuleId: id, Description: description };
    const answer = await requests.write(key, { operation: 'CreateContactFlowModuleVersion', input });
    return Number(answer['Version']);
  };
  const lead: ModuleAliases['lead'] = async (requests, key, ids) => {
    if (key.kind !== 'module') return;
    const id = ids.of('module', key.name);
    // Taken back, a module goes to the version that it was at, if it was at any; one that is made anew has none yet.
    const isNew = versions === undefined || !live.has(keyOf(key));
    const version = isNew ? await newVersion(requests, key, id) : versions.get(keyOf(key));
    if (version !== undefined) await point(requests, key, id, version);
  };
  return {
    before,
    lead,
    ensure: async (requests, key, ids) => {
      if (key.kind !== 'module') return;
      const id = ids.of('module', key.name);
      const newest = await newestVersion(connection, id);
      const isCurrent = newest !== undefined && (await saysTheSame(connection, id, newest));
      await point(requests, key, id, isCurrent ? newest : await newVersion(requests, key, id));
    },
  };
}

/** A create that is sent again may meet what its first try made. */
async function createAlias(
  requests: Requests,
  key: ResourceKey,
  input: JsonObject,
  id: string,
  alias: string,
): Promise<string> {
  try {
    const answer = await requests.write(key, { operation: 'CreateContactFlowModuleAlias', input });
    return String(answer['Id']);
  } catch (error) {
    const found = await findAlias(requests.connection, id, alias);
    if (found === undefined) throw error;
    const version = input['ContactFlowModuleVersion'] ?? null;
    if (found.version !== version) {
      const again = { ContactFlowModuleId: id, AliasId: found.id, ContactFlowModuleVersion: version };
      await requests.write(key, { operation: 'UpdateContactFlowModuleAlias', input: again });
    }
    return found.id;
  }
}

async function findAlias(connection: Connection, id: string, name: string): Promise<StoredAlias | undefined> {
  const list = await listOf(connection, 'ListContactFlowModuleAliases', id, 'ContactFlowModuleAliasSummaryList');
  const found = list.find((alias) => alias['AliasName'] === name);
  return found === undefined ? undefined : { id: String(found['AliasId']), version: Number(found['Version']) };
}

async function newestVersion(connection: Connection, id: string): Promise<number | undefined> {
  const list = await listOf(connection, 'ListContactFlowModuleVersions', id, 'ContactFlowModuleVersionSummaryList');
  const versions = list.map((version) => Number(version['Version'])).filter((version) => version > 0);
  return versions.length === 0 ? undefined : Math.max(...versions);
}

async function saysTheSame(connection: Connection, id: string, version: number): Promise<boolean> {
  const [now, then] = await Promise.all(
    [id, `${id}:${version}`].map(async (which) => {
      const { ContactFlowModule: found } = await connection.call('DescribeContactFlowModule', {
        ContactFlowModuleId: which,
      });
      return isObject(found) ? found : {};
    }),
  );
  return now?.['Content'] === then?.['Content'] && now?.['Settings'] === then?.['Settings'];
}

async function listOf(connection: Connection, operation: string, id: string, member: string): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  let token: Json | undefined;
  do {
    const input = { ContactFlowModuleId: id, MaxResults: 100, ...(token === undefined ? {} : { NextToken: token }) };
    const answer = await connection.call(operation, input);
    const page = answer[member];
    if (Array.isArray(page)) found.push(...(page as readonly Json[]).filter(isObject));
    token = answer['NextToken'];
  } while (typeof token === 'string' && token !== '');
  return found;
}
