/** Hours of operation. */
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { change, find, findSaid, make, put } from './shared/entities.ts';
import { cleared, object, objects, optionalText, pick, present, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import { hoursPlace, overridePlace, queuePlace } from './shared/places.ts';
import { invalidParameter, invalidRequest } from './shared/refusals.ts';
import { search } from './shared/search.ts';
import { minutes, requireTimeZone } from './shared/times.ts';

/** Source: CreateHoursOfOperation.ParentHoursOfOperationConfigs. */
const MAX_PARENTS = 3;

const described = (context: Context, hours: StoredEntity): JsonObject => ({
  HoursOfOperationId: hours.Id,
  HoursOfOperationArn: hours.Arn,
  ...pick(hours, ['Name', 'Description', 'TimeZone', 'Config', 'Tags', 'LastModifiedTime', 'LastModifiedRegion']),
  ...(parentIds(hours).length === 0
    ? {}
    : { ParentHoursOfOperations: parentIds(hours).map((id) => identifier(find(context, hoursPlace, id))) }),
});

const identifier = (hours: StoredEntity): JsonObject => ({ Name: text(hours, 'Name'), Id: hours.Id, Arn: hours.Arn });

const parentIds = (hours: StoredEntity): readonly string[] => texts(hours, 'ParentIds');

const childrenOf = (context: Context, hours: StoredEntity): readonly StoredEntity[] =>
  context.store.all(hoursPlace.collection).filter((other) => parentIds(other).includes(hours.Id));

/** Refuses an unknown time zone, and hours that end before they begin; the end 0:00 is midnight. */
function weekly(input: JsonObject): JsonObject {
  requireTimeZone(input);
  for (const range of objects(input, 'Config')) {
    const [start, end] = [minutes(object(range, 'StartTime')), minutes(object(range, 'EndTime'))];
    if (end !== 0 && end < start) {
      throw invalidParameter(`Invalid parameter: EndTime is before StartTime on ${text(range, 'Day')}`);
    }
  }
  return pick(input, ['TimeZone', 'Config']);
}

function parents(context: Context, input: JsonObject): readonly string[] {
  return objects(input, 'ParentHoursOfOperationConfigs').map(
    (config) => findSaid(context, hoursPlace, config, 'HoursOfOperationId').Id,
  );
}

function requireUnused(context: Context, hours: StoredEntity): void {
  const queue = context.store.all(queuePlace.collection).find((other) => other['HoursOfOperationId'] === hours.Id);
  if (queue !== undefined) throw invalidRequest(`HoursOfOperation ${hours.Id} is in use by Queue ${queue.Id}`);
}

export const hoursHandlers: Handlers = {
  CreateHoursOfOperation: (input, context) => {
    const hours = make(context, hoursPlace, {
      ...pick(input, ['Name', 'Description', 'Tags']),
      ...weekly(input),
      ParentIds: parents(context, input),
    });
    put(context, hoursPlace, hours);
    return { HoursOfOperationId: hours.Id, HoursOfOperationArn: hours.Arn };
  },
  DescribeHoursOfOperation: (input, context) => ({
    HoursOfOperation: described(context, findSaid(context, hoursPlace, input, 'HoursOfOperationId')),
  }),
  ListHoursOfOperations: (input, context) =>
    page(
      input,
      'HoursOfOperationSummaryList',
      context.store.all(hoursPlace.collection).map((hours) => ({
        Id: hours.Id,
        Arn: hours.Arn,
        ...pick(hours, ['Name', 'LastModifiedTime', 'LastModifiedRegion']),
      })),
    ),
  SearchHoursOfOperations: (input, context) =>
    search(
      input,
      'HoursOfOperations',
      context.store.all(hoursPlace.collection),
      { fields: { name: 'Name', description: 'Description', timezone: 'TimeZone', resourceID: 'Id' } },
      (hours) => described(context, hours),
    ),
  UpdateHoursOfOperation: (input, context) => {
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    const said = {
      ...present({ Name: optionalText(input, 'Name') }),
      ...(input['Description'] === undefined ? {} : { Description: cleared(text(input, 'Description')) }),
      ...weekly(input),
    };
    put(context, hoursPlace, change(context, hoursPlace, hours, said));
    return {};
  },
  DeleteHoursOfOperation: (input, context) => {
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    requireUnused(context, hours);
    const overrides = context.store
      .all(overridePlace.collection)
      .filter((override) => override['HoursOfOperationId'] === hours.Id);
    context.store.write([
      ...overrides.map((override) => ({ remove: override.Id, in: overridePlace.collection })),
      ...childrenOf(context, hours).map((child) => ({
        put: change(context, hoursPlace, child, { ParentIds: parentIds(child).filter((id) => id !== hours.Id) }),
        in: hoursPlace.collection,
      })),
      { remove: hours.Id, in: hoursPlace.collection },
    ]);
    return {};
  },
  AssociateHoursOfOperations: (input, context) => {
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    const all = [...new Set([...parentIds(hours), ...parents(context, input)])];
    if (all.includes(hours.Id)) throw invalidParameter('Invalid parameter: ParentHoursOfOperationConfigs');
    if (all.length > MAX_PARENTS) {
      throw new Refusal('ServiceQuotaExceededException', `At most ${MAX_PARENTS} parent hours of operation`);
    }
    put(context, hoursPlace, change(context, hoursPlace, hours, { ParentIds: all }));
    return {};
  },
  DisassociateHoursOfOperations: (input, context) => {
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    const gone = texts(input, 'ParentHoursOfOperationIds').map((id) => find(context, hoursPlace, id).Id);
    const left = parentIds(hours).filter((id) => !gone.includes(id));
    put(context, hoursPlace, change(context, hoursPlace, hours, { ParentIds: left }));
    return {};
  },
  ListChildHoursOfOperations: (input, context) => {
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    return {
      ...page(input, 'ChildHoursOfOperationsSummaryList', childrenOf(context, hours).map(identifier)),
      ...pick(hours, ['LastModifiedTime', 'LastModifiedRegion']),
    };
  },
};
