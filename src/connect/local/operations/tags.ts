/** Tags, which every kind of thing has in its `Tags`. */
import type { Json, JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { INSTANCE } from './instances.ts';
import { object, optionalText, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import * as places from './shared/places.ts';
import { invalidParameter, invalidRequest, notFound } from './shared/refusals.ts';

/** Per thing. */
const MOST = 50;

const COLLECTIONS: readonly string[] = [INSTANCE, ...Object.values(places).map(({ collection }) => collection)];

interface Found {
  readonly entity: StoredEntity;
  readonly collection: string;
}

function findByArn(context: Context, input: JsonObject): Found {
  const arn = text(input, 'resourceArn');
  if (!/^arn:[\w-]+:[\w-]+:[\w-]*:\w*:.+$/.test(arn)) throw invalidParameter(`Invalid parameter: resourceArn ${arn}`);
  for (const collection of COLLECTIONS) {
    const guess = context.store.get(collection, arn.slice(arn.lastIndexOf('/') + 1));
    const entity = guess?.Arn === arn ? guess : context.store.all(collection).find(({ Arn }) => Arn === arn);
    if (entity !== undefined) return { entity, collection };
  }
  throw notFound('Resource', arn);
}

const tagsOf = (entity: StoredEntity): JsonObject => object(entity, 'Tags') ?? {};

function keep(context: Context, { entity, collection }: Found, tags: readonly (readonly [string, Json])[]): JsonObject {
  const others = Object.fromEntries(Object.entries(entity).filter(([name]) => name !== 'Tags'));
  const tagged = {
    ...others,
    Id: entity.Id,
    Arn: entity.Arn,
    ...(tags.length > 0 ? { Tags: Object.fromEntries(tags) } : {}),
  };
  context.store.write([{ put: tagged, in: collection }]);
  return {};
}

/** The types that searches know, and where their things are kept. */
const SEARCHED: Readonly<Record<string, places.Place>> = {
  AGENT: places.userPlace,
  'AGENT-STATUS': places.agentStatusPlace,
  AGENT_STATE: places.agentStatusPlace,
  ROUTING_PROFILE: places.routingProfilePlace,
  STANDARD_QUEUE: places.queuePlace,
  SECURITY_PROFILE: places.securityProfilePlace,
  OPERATING_HOURS: places.hoursPlace,
  PROMPT: places.promptPlace,
  CONTACT_FLOW: places.flowPlace,
  FLOW_MODULE: places.modulePlace,
  TRANSFER_DESTINATION: places.quickConnectPlace,
};

function matches(had: string, condition: JsonObject, part: 'tagKey' | 'tagValue'): boolean {
  const wanted = optionalText(condition, part);
  if (wanted === undefined) return true;
  switch (condition[`${part}ComparisonType`]) {
    case 'STARTS_WITH':
      return had.startsWith(wanted);
    case 'CONTAINS':
      return had.includes(wanted);
    default:
      return had === wanted;
  }
}

export const tagHandlers: Handlers = {
  ListTagsForResource: (input, context) => ({ tags: tagsOf(findByArn(context, input).entity) }),
  TagResource: (input, context) => {
    const found = findByArn(context, input);
    const said = object(input, 'tags') ?? {};
    for (const key of Object.keys(said)) {
      if (!isKey(key)) throw invalidParameter(`Invalid parameter: tag key ${key}`);
    }
    const tags = new Map([...Object.entries(tagsOf(found.entity)), ...Object.entries(said)]);
    if (tags.size > MOST) throw invalidRequest(`More than ${MOST} tags`);
    return keep(context, found, [...tags]);
  },
  UntagResource: (input, context) => {
    const found = findByArn(context, input);
    const gone = new Set(texts(input, 'tagKeys'));
    return keep(
      context,
      found,
      Object.entries(tagsOf(found.entity)).filter(([key]) => !gone.has(key)),
    );
  },
  SearchResourceTags: (input, context) => {
    const types = texts(input, 'ResourceTypes');
    for (const type of types) {
      if (!Object.hasOwn(SEARCHED, type)) throw invalidParameter(`Invalid parameter: ResourceTypes ${type}`);
    }
    const wanted = types.length === 0 ? Object.keys(SEARCHED) : types;
    const collections = new Set(wanted.map((type) => SEARCHED[type]?.collection ?? ''));
    const condition = object(object(input, 'SearchCriteria') ?? {}, 'TagSearchCondition') ?? {};
    const found = new Map<string, JsonObject>();
    for (const collection of collections) {
      for (const entity of context.store.all(collection)) {
        for (const [key, value] of Object.entries(tagsOf(entity))) {
          if (typeof value !== 'string' || !matches(key, condition, 'tagKey') || !matches(value, condition, 'tagValue'))
            continue;
          found.set(JSON.stringify([key, value]), { key, value });
        }
      }
    }
    return page(input, 'Tags', [...found.values()]);
  },
};

/** `TagKey` of the service's model, which it has for the tags of other operations. */
function isKey(key: string): boolean {
  return key.length <= 128 && /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u.test(key);
}
