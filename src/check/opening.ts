/** Days, times and dates of hours of operation, as numbers. */
import { nearest } from '../diagnostics/suggest.ts';
import type { Value } from '../syntax/ast.ts';
import { itemsOf } from './read.ts';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

/** Minutes of a day, from midnight; `to` is at most 1440. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** Both days count. ISO dates compare as texts. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** A value, the part of it that something is wrong with, or both. */
export interface Wrong {
  readonly value: Value;
  readonly why: 'kind' | 'time' | 'date' | 'reversed';
}

/** The days that a key stands for: `mon`, `mon-fri`, `fri-mon` (over the weekend); undefined when it names none. */
export function daysOf(key: string): readonly Day[] | undefined {
  const parts = key.split('-');
  const [first, last] = parts.map((part) => DAYS.indexOf(part as Day));
  if (parts.length > 2 || first === undefined || first < 0 || last === -1) return undefined;
  const days: Day[] = [];
  for (let i = first; ; i = (i + 1) % 7) {
    const day = DAYS[i];
    if (day !== undefined) days.push(day);
    if (i === (last ?? first)) return days;
  }
}

/** The key that was probably meant by `monday`, `Mon-Fri`, `mon-fir`, `weekdays`. */
export function nearestDays(key: string): string | undefined {
  const lower = key.toLowerCase();
  if (lower === 'weekdays' || lower === 'weekday') return 'mon-fri';
  if (lower === 'weekend' || lower === 'weekends') return 'sat-sun';
  if (lower === 'daily' || lower === 'everyday' || lower === 'every_day') return 'mon-sun';
  const short = lower
    .split(/_to_|[-~_]/)
    .map((part) => DAYS.find((day) => part.startsWith(day)) ?? nearest(part, DAYS) ?? part)
    .join('-');
  return short !== key && daysOf(short) !== undefined ? short : undefined;
}

/** Minutes of `09:00`; undefined when there is no such time. `24:00` is the end of the day. */
export function minutesOf(text: string): number | undefined {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return Number(parts[2]) > 59 || minutes > 1440 ? undefined : minutes;
}

/** Time as Connect takes it: the end of the day is `00:00`. */
export function sayMinutes(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** `closed` is no ranges. */
export function readOpening(value: Value): { readonly ranges: readonly (TimeRange & { at: Value })[]; wrong: Wrong[] } {
  const ranges: (TimeRange & { at: Value })[] = [];
  const wrong: Wrong[] = [];
  if (value.kind === 'word' && value.text === 'closed') return { ranges, wrong };
  const items = itemsOf(value);
  if (items.length === 0) wrong.push({ value, why: 'kind' });
  for (const item of items) {
    if (item.kind !== 'literal' || item.type !== 'timeRange') {
      wrong.push({ value: item, why: 'kind' });
      continue;
    }
    const [from, end] = item.text.split('-').map(minutesOf);
    // Midnight as an end is the end of the day: `00:00-00:00` is the whole of it.
    const to = end === 0 ? 1440 : end;
    if (from === undefined || to === undefined || from === 1440) wrong.push({ value: item, why: 'time' });
    else if (from >= to) wrong.push({ value: item, why: 'reversed' });
    else ranges.push({ from, to, at: item });
  }
  return { ranges, wrong };
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the calendar has that day. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (MONTH_LENGTHS[month - 1] ?? 0) + leap;
}

export function readDates(value: Value): { readonly ranges: readonly (DateRange & { at: Value })[]; wrong: Wrong[] } {
  const ranges: (DateRange & { at: Value })[] = [];
  const wrong: Wrong[] = [];
  const items = itemsOf(value);
  if (items.length === 0) wrong.push({ value, why: 'kind' });
  for (const item of items) {
    if (item.kind !== 'literal' || (item.type !== 'date' && item.type !== 'dateRange')) {
      wrong.push({ value: item, why: 'kind' });
      continue;
    }
    const [from = '', to = from] = item.text.split('..');
    if (!isDate(from) || !isDate(to)) wrong.push({ value: item, why: 'date' });
    else if (from > to) wrong.push({ value: item, why: 'reversed' });
    else ranges.push({ from, to, at: item });
  }
  return { ranges, wrong };
}

/** The first two ranges that share a moment, in order of their beginning. */
export function overlap<R extends { readonly from: number | string; readonly to: number | string }>(
  ranges: readonly R[],
  meets: (earlier: R, later: R) => boolean,
): readonly [R, R] | undefined {
  const ordered = [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  let reaching: R | undefined;
  for (const range of ordered) {
    if (reaching !== undefined && meets(reaching, range)) return [reaching, range];
    if (reaching === undefined || range.to > reaching.to) reaching = range;
  }
  return undefined;
}
