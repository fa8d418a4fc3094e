/** Overrides of hours of operation: other hours on some dates. */
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { change, find, findSaid, limitExceeded, modified, put, quota, remove } from './shared/entities.ts';
import { objects, pick, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { hoursPlace, overridePlace } from './shared/places.ts';
import { invalidParameter, notFound } from './shared/refusals.ts';
import { search } from './shared/search.ts';
import { dayNumber } from './shared/times.ts';

const PER_HOURS = 'Overrides per hours of operation';

const MEMBERS = [
  'Name',
  'Description',
  'Config',
  'EffectiveFrom',
  'EffectiveTill',
  'RecurrenceConfig',
  'OverrideType',
] as const;

const described = (context: Context, override: StoredEntity): JsonObject => ({
  HoursOfOperationOverrideId: override.Id,
  HoursOfOperationId: text(override, 'HoursOfOperationId'),
  HoursOfOperationArn: find(context, hoursPlace, text(override, 'HoursOfOperationId')).Arn,
  ...pick(override, MEMBERS),
});

export const overridesOf = (context: Context, hours: StoredEntity): readonly StoredEntity[] =>
  context.store.all(overridePlace.collection).filter((override) => override['HoursOfOperationId'] === hours.Id);

/** The override of these hours; one of other hours is not there. */
function overrideSaid(context: Context, input: JsonObject): StoredEntity {
  const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
  const override = findSaid(context, overridePlace, input, 'HoursOfOperationOverrideId');
  if (override['HoursOfOperationId'] !== hours.Id) throw notFound(overridePlace.label, override.Id);
  return override;
}

/** Refuses dates that do not exist, and a last date before the first. */
function requireDates(override: JsonObject): void {
  const [from, till] = [dayNumber(text(override, 'EffectiveFrom')), dayNumber(text(override, 'EffectiveTill'))];
  if (from === undefined) throw invalidParameter('Invalid parameter: EffectiveFrom');
  if (till === undefined) throw invalidParameter('Invalid parameter: EffectiveTill');
  if (till < from) throw invalidParameter('Invalid parameter: EffectiveTill is before EffectiveFrom');
}

function requireFreeName(others: readonly StoredEntity[], name: string): void {
  if (!others.some((other) => other['Name'] === name)) return;
  throw new Refusal('DuplicateResourceException', `HoursOfOperationOverride with the name ${name} already exists`);
}

export const overrideHandlers: Handlers = {
  CreateHoursOfOperationOverride: (input, context) => {
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    const others = overridesOf(context, hours);
    requireDates(input);
    requireFreeName(others, text(input, 'Name'));
    if (others.length >= quota(context, PER_HOURS)) throw limitExceeded(PER_HOURS, quota(context, PER_HOURS));
    const id = context.newId();
    const override: StoredEntity = {
      Id: id,
      Arn: `${hours.Arn}/override/${id}`,
      HoursOfOperationId: hours.Id,
      OverrideType: 'STANDARD',
      ...modified(context),
      ...pick(input, MEMBERS),
    };
    put(context, overridePlace, override);
    return { HoursOfOperationOverrideId: id };
  },
  DescribeHoursOfOperationOverride: (input, context) => ({
    HoursOfOperationOverride: described(context, overrideSaid(context, input)),
  }),
  ListHoursOfOperationOverrides: (input, context) => {
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    const overrides = overridesOf(context, hours).map((override) => described(context, override));
    return {
      ...page(input, 'HoursOfOperationOverrideList', overrides),
      ...pick(hours, ['LastModifiedTime', 'LastModifiedRegion']),
    };
  },
  SearchHoursOfOperationOverrides: (input, context) =>
    search(
      input,
      'HoursOfOperationOverrides',
      context.store.all(overridePlace.collection),
      {
        fields: {
          name: 'Name',
          description: 'Description',
          hoursOfOperationId: 'HoursOfOperationId',
          hoursOfOperationOverrideId: 'Id',
        },
        dates: { effectiveFrom: 'EffectiveFrom', effectiveTill: 'EffectiveTill' },
      },
      (override) => described(context, override),
    ),
  UpdateHoursOfOperationOverride: (input, context) => {
    const override = overrideSaid(context, input);
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    const others = overridesOf(context, hours).filter((other) => other.Id !== override.Id);
    const after = { ...override, ...pick(input, MEMBERS) };
    requireDates(after);
    requireFreeName(others, text(after, 'Name'));
    context.store.write([
      { put: { ...after, ...modified(context) } as StoredEntity, in: overridePlace.collection },
      { put: change(context, hoursPlace, hours, {}), in: hoursPlace.collection },
    ]);
    return {};
  },
  DeleteHoursOfOperationOverride: (input, context) => {
    remove(context, overridePlace, overrideSaid(context, input));
    return {};
  },
};

/** What an override says about one day: its ranges, or that nobody is there. */
export const rangesOn = (override: StoredEntity, day: string): readonly JsonObject[] =>
  override['OverrideType'] === 'CLOSED'
    ? []
    : objects(override, 'Config').filter((range) => range['Day'] === undefined || range['Day'] === day);
