/** Weekly hours and overrides of a declaration, as rows that other tools take. */
import type { Json, JsonObject } from '../text/json.ts';
import { isObject } from '../text/json.ts';
import { objectAt, objectsAt, textAt } from '../text/json-members.ts';

export interface OpenRow {
  /** `MONDAY` */
  readonly day: string;
  readonly from: ClockTime;
  /** Midnight at the end of the day is 00:00, as the service has it. */
  readonly to: ClockTime;
}

export interface ClockTime {
  readonly hours: number;
  readonly minutes: number;
}

export interface OverrideRow {
  readonly name: string;
  readonly description: string | undefined;
  /** ISO dates; both count. */
  readonly from: string;
  readonly till: string;
  /** None: closed on these dates. */
  readonly rows: readonly OpenRow[];
  readonly recurrence: JsonObject | undefined;
}

const DAY_NAMES: Readonly<Record<string, string>> = {
  mon: 'MONDAY',
  tue: 'TUESDAY',
  wed: 'WEDNESDAY',
  thu: 'THURSDAY',
  fri: 'FRIDAY',
  sat: 'SATURDAY',
  sun: 'SUNDAY',
};

/** The rows of a `week`: ranges by day. */
export function weekRows(data: JsonObject): readonly OpenRow[] {
  const week = objectAt(data, 'week');
  return Object.entries(DAY_NAMES).flatMap(([key, day]) => rangesOf(week[key]).map((range) => ({ day, ...range })));
}

/** `override` clauses, then one override for each date or range of `closed`. */
export function overrideRows(data: JsonObject): readonly OverrideRow[] {
  const said = objectsAt(data, 'override').flatMap((override): OverrideRow[] => {
    const name = textAt(override, 'name') ?? '';
    const recurrence = override['recurrence'];
    const open = rangesOf(override['open']);
    const rows = 'week' in override ? weekRows(override) : everyDay(open);
    const dates = objectsAt(override, 'dates');
    return dates.map((range, i) => ({
      // The service takes one range: of several, each is an override of its own, called as publishing calls it.
      name: i === 0 ? name : `${name} (${i + 1})`,
      description: textAt(override, 'description'),
      from: textAt(range, 'from') ?? '',
      till: textAt(range, 'to') ?? '',
      rows,
      recurrence: isObject(recurrence) ? recurrence : undefined,
    }));
  });
  const closed = objectsAt(data, 'closed').map((range): OverrideRow => {
    const from = textAt(range, 'from') ?? '';
    const till = textAt(range, 'to') ?? '';
    const name = from === till ? `closed ${from}` : `closed ${from}..${till}`;
    return { name, description: undefined, from, till, rows: [], recurrence: undefined };
  });
  return [...said, ...closed];
}

function everyDay(ranges: readonly Omit<OpenRow, 'day'>[]): readonly OpenRow[] {
  return Object.values(DAY_NAMES).flatMap((day) => ranges.map((range) => ({ day, ...range })));
}

function rangesOf(value: Json | undefined): readonly Omit<OpenRow, 'day'>[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).filter(isObject).flatMap((range) => {
    const [from, to] = [clockTime(range['from']), clockTime(range['to'])];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

function clockTime(value: Json | undefined): ClockTime | undefined {
  const parts = typeof value === 'string' ? /^(\d\d):(\d\d)$/.exec(value) : null;
  return parts === null ? undefined : { hours: Number(parts[1]), minutes: Number(parts[2]) };
}
