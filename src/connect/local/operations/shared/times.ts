/** Times of day and dates, without time zones. */
import { timeZones } from '../../../../check/markets.ts';
import type { JsonObject } from '../../../../text/json.ts';
import { numeral, optionalText } from './members.ts';
import { invalidParameter } from './refusals.ts';

/** Refuses a `TimeZone` that is said and is none. */
export function requireTimeZone(input: JsonObject): void {
  const zone = optionalText(input, 'TimeZone');
  if (zone !== undefined && !timeZones().has(zone)) throw invalidParameter(`Invalid parameter: TimeZone ${zone}`);
}

/** Minutes since midnight of `{ Hours, Minutes }`. */
export function minutes(slice: JsonObject | undefined): number {
  return slice === undefined ? 0 : (numeral(slice, 'Hours') ?? 0) * 60 + (numeral(slice, 'Minutes') ?? 0);
}

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const DAY_MS = 86_400_000;

/** A calendar date as a count of days, for arithmetic; undefined when there is no such date. */
export function dayNumber(date: string): number | undefined {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) || dateOf(ms / DAY_MS) !== date ? undefined : ms / DAY_MS;
}

export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function weekday(day: number): string {
  return DAYS[new Date(day * DAY_MS).getUTCDay()] ?? '';
}
