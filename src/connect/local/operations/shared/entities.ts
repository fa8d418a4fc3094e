/** Finding, making, changing and removing stored things: what is the same for all kinds. */
import { quotas } from '../../../../catalogue/quotas.ts';
import type { Json, JsonObject } from '../../../../text/json.ts';
import { Refusal, type Context, type StoredEntity } from '../../types.ts';
import { present, text, type Loose } from './members.ts';
import type { Place } from './places.ts';
import { duplicate, invalidParameter, notFound } from './refusals.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A thing by its id or ARN. Refuses what is neither, and what is not there. */
export function find(context: Context, place: Place, reference: string): StoredEntity {
  const id = idOf(context, place, reference);
  const found = context.store.get(place.collection, id);
  if (found === undefined) throw notFound(place.label, reference);
  return found;
}

/** The same, of what a member of the request names. */
export function findSaid(context: Context, place: Place, input: JsonObject, member: string): StoredEntity {
  return find(context, place, text(input, member));
}

function idOf(context: Context, place: Place, reference: string): string {
  if (!reference.startsWith('arn:')) {
    if (!UUID.test(reference)) throw invalidParameter(`Invalid parameter: ${reference}`);
    return reference.toLowerCase();
  }
  const parts = reference.split('/');
  const id = parts.at(-1) ?? '';
  if (parts.at(-2)?.split(':').at(-1) !== place.collection || !UUID.test(id)) {
    throw invalidParameter(`Invalid parameter: ${reference}`);
  }
  const found = context.store.get(place.collection, id);
  if (found === undefined || found.Arn !== reference) throw notFound(place.label, reference);
  return id;
}

export const arnOf = (context: Context, place: Place, id: string): string =>
  `${context.instance.arn}/${place.collection}/${id}`;

/** When and where it was changed, as answers say it. */
export const modified = (context: Context): JsonObject => ({
  LastModifiedTime: context.now(),
  LastModifiedRegion: context.instance.region,
});

/**
 * A new thing, not yet written: with id and ARN, its name found free, its quota kept. `more` may bring an `Id` and an
 * `Arn` of its own.
 */
export function make(context: Context, place: Place, more: Loose): StoredEntity {
  requireFreeName(context, place, more[nameMember(place)]);
  requireRoom(context, place);
  const id = typeof more['Id'] === 'string' ? more['Id'] : context.newId();
  return { Id: id, Arn: arnOf(context, place, id), ...modified(context), ...present(more) };
}

/** The thing with other members; undefined ones are taken away. Refuses a name that another one has. */
export function change(context: Context, place: Place, entity: StoredEntity, more: Loose): StoredEntity {
  const name = more[nameMember(place)];
  if (name !== undefined && name !== entity[nameMember(place)]) requireFreeName(context, place, name);
  return { Id: entity.Id, Arn: entity.Arn, ...present({ ...entity, ...more, ...modified(context) }) };
}

export function put(context: Context, place: Place, entity: StoredEntity): void {
  context.store.write([{ put: entity, in: place.collection }]);
}

export function remove(context: Context, place: Place, entity: StoredEntity): void {
  context.store.write([{ remove: entity.Id, in: place.collection }]);
}

const nameMember = (place: Place): string => place.nameMember ?? 'Name';

export function named(context: Context, place: Place, name: string): StoredEntity | undefined {
  return context.store.all(place.collection).find((entity) => entity[nameMember(place)] === name);
}

function requireFreeName(context: Context, place: Place, name: Json | undefined): void {
  if (typeof name === 'string' && named(context, place, name) !== undefined) throw duplicate(place.label, name);
}

function requireRoom(context: Context, place: Place): void {
  if (place.quota === undefined) return;
  const max = quota(context, place.quota);
  if (context.store.all(place.collection).length >= max) throw limitExceeded(place.quota, max);
}

export const limitExceeded = (name: string, max: number): Refusal =>
  new Refusal('LimitExceededException', `The limit of ${max} has been reached: ${name}`);

/** The service's default, unless this instance was given more or less. */
export function quota(context: Context, name: string): number {
  const given = context.quotas?.[name];
  return given ?? quotas.find((candidate) => candidate.name === name)?.default ?? Number.POSITIVE_INFINITY;
}
