/** Hours of operation as a whole: every day once, no date twice, open at least sometimes. */
import type { Block, Entity, Value } from '../syntax/ast.ts';
import { daysOf, nearestDays, overlap, readDates, readOpening, type Day } from './opening.ts';
import type { Named } from './program.ts';
import { clausesOf, saidIn, textOf, valueOf } from './read.ts';
import { report, type Checking } from './values.ts';

/** Overrides of one hours of operation; the quota cannot be raised. */
const MOST_OVERRIDES = 50;

export function checkSchedule(checking: Checking, named: Named, entity: Entity): void {
  const overrides = clausesOf(entity.block, 'override');
  const open = checkWeek(checking, named, entity.block);
  let opens = open;
  const names = new Set<string>();
  for (const override of overrides) {
    const name = textOf(override.words[1]) ?? '';
    if (names.has(name))
      report(checking, named.source, override.words[1]?.span ?? override.span, 'listed-twice', {
        key: 'override',
        value: name,
      });
    names.add(name);
    const always = valueOf(override.block, 'open');
    const weekly = checkWeek(checking, named, override.block);
    const said = saidIn(override.block).some(({ key }) => daysOf(key) !== undefined);
    if (always === undefined && !said && override.block !== undefined) {
      const params = {
        owner: `override ${name}`,
        key: 'open',
        more: [],
        doc: 'Or say it by weekday.',
      };
      report(checking, named.source, override.words[0]?.span ?? override.span, 'missing-property', params);
    }
    opens ||= weekly || (always !== undefined && readOpening(always).ranges.length > 0);
  }
  if (!opens) report(checking, named.source, named.span, 'never-open', { name: named.name });
  checkDates(checking, named, entity.block);
}

function isDay(value: Value | undefined): boolean {
  return value?.kind === 'word' && daysOf(value.text) !== undefined;
}

/** True when some day is open. */
function checkWeek(checking: Checking, named: Named, block: Block | undefined): boolean {
  const seen = new Set<Day>();
  // A day that says nothing was reported already; it was not meant to be closed.
  let open = block?.entries.some((entry) => entry.kind === 'clause' && isDay(entry.words[0])) === true;
  for (const { key, value, keySpan } of saidIn(block)) {
    const days = daysOf(key) ?? [];
    const twice = days.find((day) => seen.has(day));
    if (twice !== undefined) report(checking, named.source, keySpan, 'day-said-twice', { day: twice });
    for (const day of days) seen.add(day);
    const { ranges, wrong } = readOpening(value);
    // Nor was what cannot be read, or stands under no day.
    if (nearestDays(key) !== undefined || ranges.length > 0) open = true;
    open ||= days.length > 0 && wrong.length > 0;
  }
  return open;
}

/** Overrides that come back are left out: which days they meet is for the calendar to say. */
function checkDates(checking: Checking, named: Named, block: Block | undefined): void {
  const once = clausesOf(block, 'override').filter((one) => valueOf(one.block, 'recurrence') === undefined);
  const values = [valueOf(block, 'closed'), ...once.map((one) => valueOf(one.block, 'dates'))];
  const ranges = values.flatMap((value) => (value === undefined ? [] : readDates(value).ranges));
  const both = overlap(ranges, (earlier, later) => later.from <= earlier.to);
  if (both !== undefined) {
    const [first, second] = both;
    const params = { first: textOf(first.at) ?? '', second: textOf(second.at) ?? '' };
    report(checking, named.source, second.at.span, 'dates-overlap', params);
  }
  const recurring = clausesOf(block, 'override').length - once.length;
  const count = ranges.length + recurring;
  // That there are too many `override`s is told by the model of the entity.
  if (count > MOST_OVERRIDES && clausesOf(block, 'override').length <= MOST_OVERRIDES) {
    const what = `Overrides of \`${named.name}\`, one for each date or range`;
    const source = 'quota “Overrides per hours of operation”';
    report(checking, named.source, named.span, 'over-limit', { what, count, max: MOST_OVERRIDES, source });
  }
}
