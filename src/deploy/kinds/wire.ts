/** Settings ⇄ members of the API, driven by a table: what most kinds need and nothing more. */
import type { CanonicalKind } from '../../entities/types.ts';
import { sameJson, type Json, type JsonObject } from '../../text/json.ts';
import { valueAt } from '../../text/json-members.ts';
import { without, withPath } from './json.ts';
import type { Call, CallPhase, IdOf, Names } from './types.ts';

export interface WireSetting {
  /** `caller_id.number` */
  readonly path: string;
  /** Where create, update and describe have it: `OutboundCallerConfig.OutboundCallerIdNumberId`. */
  readonly member: string;
  /** Where describe has it, if elsewhere. */
  readonly described?: string;
  /** The operation that changes it; none for what is set only once. */
  readonly update?: string;
  readonly as?: WireAs;
  /** What the service takes when nothing is said. */
  readonly unsaid?: Json;
  /**
   * What an update sends to take it back: a value; `absent`, to send the request without the member; `never`, where the
   * service has no way: what is live then stays.
   */
  readonly takenBack?: { readonly send: Json } | 'absent' | 'never';
  /** Describe does not show it: whether it differs cannot be known, so it never does. */
  readonly hidden?: true;
  readonly phase?: CallPhase;
}

export type WireAs =
  /** A word of the source → the service's word. */
  | { readonly words: Readonly<Record<string, string>> }
  | { readonly id: CanonicalKind }
  /** Without order. */
  | { readonly ids: CanonicalKind };

export interface Wire {
  readonly kind: CanonicalKind;
  readonly describe: string;
  /** The member of describe's answer that holds the thing. */
  readonly described: string;
  /** The member that names the thing in requests. */
  readonly id: string;
  readonly create?: {
    readonly operation: string;
    readonly name: string;
    readonly answer: { readonly id: string; readonly arn: string };
  };
  readonly settings: readonly WireSetting[];
}

// -------------------------------------------------------------------------------------------------------------- reading

/** What describe's answer says of the settings that the table knows. */
export function readMembers({ settings }: Wire, described: JsonObject, names: Names): JsonObject {
  let read: JsonObject = {};
  for (const setting of settings) {
    if (setting.hidden) continue;
    const value = valueAt(described, setting.described ?? setting.member);
    const said = value === undefined ? undefined : fromWire(setting.as, value, names);
    if (said !== undefined) read = withPath(read, setting.path, said);
  }
  return read;
}

function fromWire(as: WireAs | undefined, value: Json, names: Names): Json | undefined {
  if (value === null || value === '') return undefined;
  if (as === undefined) return value;
  if ('words' in as) return Object.entries(as.words).find(([, wire]) => wire === value)?.[0] ?? value;
  if ('id' in as) return typeof value === 'string' ? (names(as.id, value) ?? value) : undefined;
  return Array.isArray(value)
    ? (value as readonly Json[]).map((id) => (typeof id === 'string' ? (names(as.ids, id) ?? id) : id))
    : undefined;
}

// -------------------------------------------------------------------------------------------------------------- writing

/** The members of a create request that say the settings. */
export function createMembers({ settings }: Wire, said: JsonObject, idOf: IdOf): JsonObject {
  let members: JsonObject = {};
  for (const { path, member, as } of settings) {
    const value = valueAt(said, path);
    if (value !== undefined) members = withPath(members, member, toWire(as, value, idOf));
  }
  return members;
}

/**
 * One call for each operation that has something to change. Members within one object travel together, because the service
 * replaces the object as a whole.
 */
export function updateCalls(wire: Wire, id: string, before: JsonObject, after: JsonObject, idOf: IdOf): Call[] {
  const changed = wire.settings.filter(
    ({ path, update }) => update !== undefined && !sameJson(valueAt(before, path), valueAt(after, path)),
  );
  const operations = new Map<string, WireSetting[]>();
  for (const setting of changed) {
    const operation = setting.update ?? '';
    operations.set(operation, [...(operations.get(operation) ?? []), setting]);
  }
  return [...operations].map(([operation, settings]) => {
    const objects = new Set(settings.map(({ member }) => topOf(member)));
    let input: JsonObject = { [wire.id]: id };
    for (const { path, member, as, update, takenBack } of wire.settings) {
      const together = member.includes('.') && update === operation && objects.has(topOf(member));
      if (!together && !settings.some((setting) => setting.path === path)) continue;
      const value = valueAt(after, path);
      if (value !== undefined) input = withPath(input, member, toWire(as, value, idOf));
      else if (typeof takenBack === 'object') input = withPath(input, member, takenBack.send);
      else if (member.includes('.') && valueAt(input, topOf(member)) === undefined) {
        input = { ...input, [topOf(member)]: {} };
      }
    }
    const phase = settings.find((setting) => setting.phase !== undefined)?.phase ?? 'entity';
    return { operation, input, phase };
  });
}

function toWire(as: WireAs | undefined, value: Json, idOf: IdOf): Json {
  if (as === undefined) return value;
  if ('words' in as) return typeof value === 'string' ? (as.words[value] ?? value) : value;
  if ('id' in as) return typeof value === 'string' ? idOf(as.id, value) : value;
  return Array.isArray(value)
    ? (value as readonly Json[]).map((name) => (typeof name === 'string' ? idOf(as.ids, name) : name))
    : value;
}

// -------------------------------------------------------------------------------------------------- what is not written

export function withUnsaid({ settings }: Wire, said: JsonObject): JsonObject {
  let all = said;
  for (const { path, unsaid } of settings) {
    if (unsaid !== undefined && valueAt(all, path) === undefined) all = withPath(all, path, unsaid);
  }
  return all;
}

export function settleMembers({ settings }: Wire, before: JsonObject, after: JsonObject): JsonObject {
  let settled = after;
  for (const { path, takenBack, update, hidden } of settings) {
    const live = valueAt(before, path);
    const wanted = valueAt(after, path);
    const cannot = hidden === true || update === undefined || (wanted === undefined && takenBack === 'never');
    if (!cannot || sameJson(live, wanted)) continue;
    settled = live === undefined ? without(settled, path) : withPath(settled, path, live);
  }
  return settled;
}

function topOf(member: string): string {
  return member.split('.', 1)[0] ?? member;
}
