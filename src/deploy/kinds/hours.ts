import { type Day, DAYS } from '../../check/opening.ts';
import { present, sameJson, type Json, type JsonObject } from '../../text/json.ts';
import { askAll, codecOf } from './codec.ts';
import { listAt, objectAt, objectsAt, textAt, valueAt } from '../../text/json-members.ts';
import { sorted, without } from './json.ts';
import type { Call } from './types.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'hours',
  describe: 'DescribeHoursOfOperation',
  described: 'HoursOfOperation',
  id: 'HoursOfOperationId',
  create: {
    operation: 'CreateHoursOfOperation',
    name: 'Name',
    answer: { id: 'HoursOfOperationId', arn: 'HoursOfOperationArn' },
  },
  settings: [
    { path: 'timezone', member: 'TimeZone', update: 'UpdateHoursOfOperation' },
    { path: 'description', member: 'Description', update: 'UpdateHoursOfOperation', takenBack: { send: '' } },
  ],
};

const WIRE_DAYS: Readonly<Record<Day, string>> = {
  mon: 'MONDAY',
  tue: 'TUESDAY',
  wed: 'WEDNESDAY',
  thu: 'THURSDAY',
  fri: 'FRIDAY',
  sat: 'SATURDAY',
  sun: 'SUNDAY',
};

const WIRE_EVERY: Readonly<Record<string, string>> = { week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };

/** Weekly hours are one list; dates on which they do not hold are things of their own, each with an id. */
export const hours = codecOf(wire, {
  read: async ({ connection, listed }, described) => {
    const input: JsonObject = { HoursOfOperationId: listed.id, MaxResults: 100 };
    const items = await askAll(connection, 'ListHoursOfOperationOverrides', input, 'HoursOfOperationOverrideList');
    const overrides = items.map(readOverride);
    const isClosed = (one: JsonObject) => sameJson(one, closedOverride(objectsAt(one, 'dates')[0] ?? {}));
    const ids: JsonObject = Object.fromEntries(
      items.map((item) => [textAt(item, 'Name') ?? '', textAt(item, 'HoursOfOperationOverrideId') ?? '']),
    );
    return present([
      ['week', weekOf(objectsAt(described, 'Config'))],
      ['closed', overrides.filter(isClosed).flatMap((one) => objectsAt(one, 'dates'))],
      ['override', overrides.filter((one) => !isClosed(one))],
      [IDS, ids],
    ]);
  },
  createMembers: ({ settings }) => ({ Config: configOf(settings) }),
  afterCreate: ({ kind, name, settings }, idOf) => overrideCalls(idOf(kind, name), {}, settings),
  update: (before, after) => {
    const { id } = before.listed;
    const same = sameJson(valueAt(before.settings, 'week'), valueAt(after.settings, 'week'));
    const week: Call = {
      operation: 'UpdateHoursOfOperation',
      input: { HoursOfOperationId: id, Config: configOf(after.settings) },
      phase: 'entity',
    };
    return [...(same ? [] : [week]), ...overrideCalls(id, before.settings, after.settings)];
  },
  complete,
  settle: (before, after) => {
    const ids = valueAt(before, IDS);
    return ids === undefined ? after : { ...after, [IDS]: ids };
  },
});

/** Settings hold the ids of overrides beside what source can say: updates need them, and no list has them. */
const IDS = '$overrides';

/** Of several dates of one override each is an override of its own, since the service takes one range. */
function complete(settings: JsonObject): JsonObject {
  const closed = sortedDates(objectsAt(settings, 'closed'));
  const overrides = objectsAt(settings, 'override')
    .flatMap(oneForEachRange)
    .sort((a, b) => ((textAt(a, 'name') ?? '') < (textAt(b, 'name') ?? '') ? -1 : 1));
  const week = openDays(objectAt(settings, 'week'));
  const others = without(without(without(settings, 'closed'), 'override'), 'week');
  return {
    ...others,
    week,
    ...(closed.length === 0 ? {} : { closed }),
    ...(overrides.length === 0 ? {} : { override: overrides }),
  };
}

function oneForEachRange(override: JsonObject): readonly JsonObject[] {
  const ranges = sortedDates(objectsAt(override, 'dates'));
  const name = textAt(override, 'name') ?? '';
  const week = valueAt(override, 'week') === undefined ? undefined : openDays(objectAt(override, 'week'));
  const always = valueAt(override, 'open') ?? alike(week);
  const opening: JsonObject = always === undefined ? { week: week ?? {} } : { open: always };
  const others = without(without(override, 'week'), 'open');
  return ranges.map((range, i) => ({
    ...others,
    name: i === 0 ? name : `${name} (${i + 1})`,
    dates: [range],
    ...opening,
  }));
}

/** Closed days are those that are not said. */
function openDays(week: JsonObject): JsonObject {
  const days = DAYS.filter((day) => listAt(week, day).length > 0);
  return Object.fromEntries(days.map((day): [string, Json] => [day, sortedRanges(objectsAt(week, day))]));
}

/** The hours of every day, where all are the same; none at all is `closed`. */
function alike(week: JsonObject | undefined): Json | undefined {
  if (week === undefined) return undefined;
  const monday = listAt(week, 'mon');
  return DAYS.every((day) => sameJson(listAt(week, day), monday)) ? monday : undefined;
}

function sortedDates(ranges: readonly JsonObject[]): readonly JsonObject[] {
  return [...ranges].sort((a, b) => ((textAt(a, 'from') ?? '') < (textAt(b, 'from') ?? '') ? -1 : 1));
}

const sortedRanges = sortedDates;

// -------------------------------------------------------------------------------------------------------------- weekly

function weekOf(config: readonly JsonObject[]): JsonObject {
  const days = DAYS.map((day): [string, Json] => [
    day,
    config
      .filter((slot) => slot['Day'] === WIRE_DAYS[day])
      .map((slot) => ({ from: timeOf(objectAt(slot, 'StartTime')), to: timeOf(objectAt(slot, 'EndTime')) })),
  ]);
  return openDays(Object.fromEntries(days));
}

function configOf(settings: JsonObject): readonly Json[] {
  return DAYS.flatMap((day) => slotsOf(day, objectsAt(settings, `week.${day}`)));
}

function slotsOf(day: Day, ranges: readonly JsonObject[]): readonly JsonObject[] {
  return ranges.map((range) => ({
    Day: WIRE_DAYS[day],
    StartTime: sliceOf(textAt(range, 'from') ?? ''),
    EndTime: sliceOf(textAt(range, 'to') ?? ''),
  }));
}

/** The service knows 0 to 23 hours: a day ends at 00:00. */
function timeOf(slice: JsonObject): string {
  const two = (value: Json | undefined) => String(typeof value === 'number' ? value : 0).padStart(2, '0');
  return `${two(slice['Hours'])}:${two(slice['Minutes'])}`;
}

function sliceOf(time: string): JsonObject {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { Hours: hours % 24, Minutes: minutes };
}

// ----------------------------------------------------------------------------------------------------------- overrides

function readOverride(item: JsonObject): JsonObject {
  const from = textAt(item, 'EffectiveFrom') ?? '';
  const to = textAt(item, 'EffectiveTill') ?? from;
  const config = objectsAt(item, 'Config');
  const isClosed = textAt(item, 'OverrideType') === 'CLOSED' && config.length === 0;
  const week = isClosed ? {} : weekOf(config);
  const always = alike(week);
  return present([
    ['name', textAt(item, 'Name') ?? ''],
    ['dates', [{ from, to }]],
    ['recurrence', recurrenceOf(objectAt(item, 'RecurrenceConfig.RecurrencePattern'))],
    ['description', textAt(item, 'Description')],
    ...(always === undefined ? [['week', week] as const] : [['open', always] as const]),
  ]);
}

function recurrenceOf(pattern: JsonObject): JsonObject | undefined {
  const frequency = textAt(pattern, 'Frequency');
  if (frequency === undefined) return undefined;
  const numbers = (member: string): Json | undefined => {
    const list = listAt(pattern, member).filter((item) => typeof item === 'number');
    return list.length === 0 ? undefined : sorted(list);
  };
  return present([
    ['every', Object.entries(WIRE_EVERY).find(([, word]) => word === frequency)?.[0] ?? frequency],
    ['interval', valueAt(pattern, 'Interval')],
    ['months', numbers('ByMonth')],
    ['days_of_month', numbers('ByMonthDay')],
    ['weeks_of_month', numbers('ByWeekdayOccurrence')],
  ]);
}

/** What `closed: 2026-12-29..2027-01-03` becomes; one that looks just so is read back as that. */
function closedOverride(range: JsonObject): JsonObject {
  const { from, to } = { from: textAt(range, 'from') ?? '', to: textAt(range, 'to') ?? '' };
  return { name: `closed ${from === to ? from : `${from}..${to}`}`, dates: [{ from, to }], open: [] };
}

function overrideMembers(override: JsonObject): JsonObject {
  const always = valueAt(override, 'open');
  const week = always === undefined ? objectAt(override, 'week') : Object.fromEntries(DAYS.map((day) => [day, always]));
  const config = configOf({ week });
  const [range] = objectsAt(override, 'dates');
  const pattern = objectAt(override, 'recurrence');
  const recurs = Object.keys(pattern).length > 0;
  return present([
    ['Name', textAt(override, 'name') ?? ''],
    ['Description', textAt(override, 'description')],
    ['EffectiveFrom', textAt(range ?? {}, 'from') ?? ''],
    ['EffectiveTill', textAt(range ?? {}, 'to') ?? ''],
    ['Config', config],
    ['OverrideType', config.length === 0 ? 'CLOSED' : 'STANDARD'],
    ['RecurrenceConfig', recurs ? { RecurrencePattern: patternOf(pattern) } : undefined],
  ]);
}

function patternOf(recurrence: JsonObject): JsonObject {
  const every = textAt(recurrence, 'every') ?? '';
  return present([
    ['Frequency', WIRE_EVERY[every] ?? every],
    ['Interval', valueAt(recurrence, 'interval')],
    ['ByMonth', valueAt(recurrence, 'months')],
    ['ByMonthDay', valueAt(recurrence, 'days_of_month')],
    ['ByWeekdayOccurrence', valueAt(recurrence, 'weeks_of_month')],
  ]);
}

function allOverrides(settings: JsonObject): ReadonlyMap<string, JsonObject> {
  const closed = objectsAt(settings, 'closed').map(closedOverride);
  return new Map([...closed, ...objectsAt(settings, 'override')].map((one) => [textAt(one, 'name') ?? '', one]));
}

/**
 * Overrides that went are deleted first: two must not hold on one date. One that loses its description or recurrence is
 * made anew, since an update cannot take them back.
 */
function overrideCalls(id: string, before: JsonObject, after: JsonObject): readonly Call[] {
  const ids = objectAt(before, IDS);
  const had = allOverrides(before);
  const wanted = allOverrides(after);
  const gone: Call[] = [];
  const changed: Call[] = [];
  const HoursOfOperationId = id;
  for (const [name, override] of had) {
    const next = wanted.get(name);
    const lost = ['description', 'recurrence'].some((key) => key in override && next !== undefined && !(key in next));
    const HoursOfOperationOverrideId = ids[name] ?? '';
    if (next === undefined || lost) {
      const input = { HoursOfOperationId, HoursOfOperationOverrideId };
      gone.push({ operation: 'DeleteHoursOfOperationOverride', input, phase: 'entity' });
    }
    if (next === undefined || sameJson(override, next)) continue;
    const members = overrideMembers(next);
    changed.push(
      lost
        ? { operation: 'CreateHoursOfOperationOverride', input: { HoursOfOperationId, ...members }, phase: 'entity' }
        : {
            operation: 'UpdateHoursOfOperationOverride',
            input: { HoursOfOperationId, HoursOfOperationOverrideId, ...members },
            phase: 'entity',
          },
    );
  }
  for (const [name, override] of wanted) {
    if (had.has(name)) continue;
    const input = { HoursOfOperationId, ...overrideMembers(override) };
    changed.push({ operation: 'CreateHoursOfOperationOverride', input, phase: 'entity' });
  }
  return [...gone, ...changed];
}
