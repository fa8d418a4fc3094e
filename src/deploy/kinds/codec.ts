/** A codec out of a table, and what the kind has besides it. */
import type { Connection, Listed } from '../../connect/types.ts';
import type { JsonObject } from '../../text/json.ts';
import type { LiveResource, Resource } from '../types.ts';
import { objectAt } from '../../text/json-members.ts';
import { readTags, tagCalls, tagMembers } from './tags.ts';
import type { Call, IdOf, KindCodec, Names } from './types.ts';
import { createMembers, readMembers, settleMembers, updateCalls, withUnsaid, type Wire } from './wire.ts';

/** What a table cannot say of a kind. */
export interface Besides {
  /** More settings: out of describe's answer, or asked for. */
  readonly read?: (asked: Asked, described: JsonObject) => JsonObject | Promise<JsonObject>;
  /** More members of the create request. */
  readonly createMembers?: (resource: Resource, idOf: IdOf) => JsonObject;
  /** Calls after the one that creates. */
  readonly afterCreate?: (resource: Resource, idOf: IdOf) => readonly Call[];
  readonly update?: (before: LiveResource, after: Resource, idOf: IdOf) => readonly Call[];
  readonly complete?: (settings: JsonObject, name: string) => JsonObject;
  readonly settle?: (before: JsonObject, after: JsonObject) => JsonObject;
}

export interface Asked {
  readonly connection: Connection;
  readonly listed: Listed;
  readonly names: Names;
}

export function codecOf(wire: Wire, besides: Besides = {}): KindCodec {
  const complete = (settings: JsonObject, name: string): JsonObject => {
    const filled = withUnsaid(wire, settings);
    return besides.complete === undefined ? filled : besides.complete(filled, name);
  };
  return {
    complete,
    read: async (connection, listed, names) => {
      const answer = await connection.call(wire.describe, { [wire.id]: listed.id });
      const described = objectAt(answer, wire.described);
      const more = await besides.read?.({ connection, listed, names }, described);
      return complete({ ...readMembers(wire, described, names), ...readTags(described), ...more }, listed.name);
    },
    create: (resource, idOf) => {
      if (wire.create === undefined) return [];
      const { operation, name, answer } = wire.create;
      const input: JsonObject = {
        [name]: resource.name,
        ...createMembers(wire, resource.settings, idOf),
        ...besides.createMembers?.(resource, idOf),
        ...tagMembers(resource.settings),
      };
      const creates = { kind: wire.kind, name: resource.name, answer };
      return [{ operation, input, phase: 'entity', creates }, ...(besides.afterCreate?.(resource, idOf) ?? [])];
    },
    update: (before, after, idOf) => [
      ...updateCalls(wire, before.listed.id, before.settings, after.settings, idOf),
      ...(besides.update?.(before, after, idOf) ?? []),
      ...tagCalls(before, after),
    ],
    settle: (before, after) => {
      const settled = settleMembers(wire, before, after);
      return besides.settle === undefined ? settled : besides.settle(before, settled);
    },
  };
}

/** All pages of a list. */
export async function askAll(
  { call }: Connection,
  operation: string,
  input: JsonObject,
  items: string,
): Promise<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  let token: string | undefined;
  do {
    const answer = await call(operation, token === undefined ? input : { ...input, NextToken: token });
    const page = answer[items];
    if (Array.isArray(page)) found.push(...(page as readonly JsonObject[]));
    const next = answer['NextToken'];
    token = typeof next === 'string' && next !== '' ? next : undefined;
  } while (token !== undefined);
  return found;
}
