/** Hours as they are on given dates, overrides applied. */
import type { JsonObject } from '../../../text/json.ts';
import type { Handlers, StoredEntity } from '../types.ts';
import { find, findSaid } from './shared/entities.ts';
import { numeral, object, objects, text, texts } from './shared/members.ts';
import { hoursPlace } from './shared/places.ts';
import { invalidParameter } from './shared/refusals.ts';
import { dateOf, dayNumber, weekday } from './shared/times.ts';
import { overridesOf, rangesOn } from './hours-overrides.ts';

export const effectiveHoursHandlers: Handlers = {
  GetEffectiveHoursOfOperations: (input, context) => {
    const hours = findSaid(context, hoursPlace, input, 'HoursOfOperationId');
    const days = daysBetween(text(input, 'FromDate'), text(input, 'ToDate'));
    const overrides = [hours, ...texts(hours, 'ParentIds').map((id) => find(context, hoursPlace, id))].flatMap((one) =>
      overridesOf(context, one),
    );
    const found = days.map((day) => ({ day, override: overrides.find((candidate) => holdsOn(candidate, day)) }));
    return {
      TimeZone: text(hours, 'TimeZone'),
      EffectiveHoursOfOperationList: found.map(({ day, override }) => ({
        Date: dateOf(day),
        OperationalHours: open(hours, override, day).map(({ StartTime, EndTime }) => ({
          Start: StartTime ?? {},
          End: EndTime ?? {},
        })),
      })),
      EffectiveOverrideHoursList: found.flatMap(({ day, override }) =>
        override === undefined ? [] : [{ Date: dateOf(day), OverrideHours: overrideHours(override, day) }],
      ),
    };
  },
};

const MAX_DAYS = 366;

function daysBetween(from: string, to: string): readonly number[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === undefined) throw invalidParameter('Invalid parameter: FromDate');
  if (last === undefined || last < first || last - first >= MAX_DAYS)
    throw invalidParameter('Invalid parameter: ToDate');
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const open = (hours: StoredEntity, override: StoredEntity | undefined, day: number): readonly JsonObject[] =>
  override === undefined
    ? objects(hours, 'Config').filter((range) => range['Day'] === weekday(day))
    : rangesOn(override, weekday(day));

function overrideHours(override: StoredEntity, day: number): readonly JsonObject[] {
  const ranges = rangesOn(override, weekday(day));
  const name = text(override, 'Name');
  if (ranges.length === 0) return [{ OverrideName: name, OperationalStatus: 'CLOSED' }];
  return ranges.map(({ StartTime, EndTime }) => ({
    Start: StartTime ?? {},
    End: EndTime ?? {},
    OverrideName: name,
    OperationalStatus: 'OPEN',
  }));
}

function holdsOn(override: StoredEntity, day: number): boolean {
  const [from, till] = [dayNumber(text(override, 'EffectiveFrom')), dayNumber(text(override, 'EffectiveTill'))];
  if (from === undefined || till === undefined || day < from || day > till) return false;
  const pattern = object(object(override, 'RecurrenceConfig') ?? {}, 'RecurrencePattern');
  return pattern === undefined || recursOn(pattern, from, day);
}

/** Whether a day is one of those that come back every so many weeks, months or years, counted from the first. */
function recursOn(pattern: JsonObject, from: number, day: number): boolean {
  const interval = numeral(pattern, 'Interval') ?? 1;
  const [first, now] = [new Date(dateOf(from)), new Date(dateOf(day))];
  const months = (now.getUTCFullYear() - first.getUTCFullYear()) * 12 + now.getUTCMonth() - first.getUTCMonth();
  switch (pattern['Frequency']) {
    case 'WEEKLY':
      return Math.floor((day - from) / 7) % interval === 0;
    case 'MONTHLY':
      return months % interval === 0 && onDayOfMonth(pattern, now);
    default:
      return (
        Math.floor(months / 12) % interval === 0 &&
        listed(pattern, 'ByMonth', [now.getUTCMonth() + 1]) &&
        onDayOfMonth(pattern, now)
      );
  }
}

function onDayOfMonth(pattern: JsonObject, date: Date): boolean {
  const day = date.getUTCDate();
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const fromEnd = Math.ceil((last - day + 1) / 7);
  return (
    listed(pattern, 'ByMonthDay', [day, day - last - 1]) &&
    listed(pattern, 'ByWeekdayOccurrence', [Math.ceil(day / 7), -fromEnd])
  );
}

/** Whether one of the numbers is in the list, or there is no list. */
function listed(pattern: JsonObject, member: string, numbers: readonly number[]): boolean {
  const list = pattern[member];
  return !Array.isArray(list) || list.length === 0 || numbers.some((number) => list.includes(number));
}
