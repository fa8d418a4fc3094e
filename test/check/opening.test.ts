import { describe, expect, it } from 'vitest';
import {
  daysOf,
  isDate,
  minutesOf,
  nearestDays,
  overlap,
  readDates,
  readOpening,
  sayMinutes,
} from '../../src/check/opening.ts';
import { list, literal, text, word } from '../../src/syntax/make.ts';

describe('days', () => {
  it.each([
    ['mon', ['mon']],
    ['mon-wed', ['mon', 'tue', 'wed']],
    ['sat-mon', ['sat', 'sun', 'mon']],
    ['mon-sun', ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']],
  ])('%s', (key, days) => {
    expect(daysOf(key)).toEqual(days);
  });

  it.each(['', 'monday', 'mon-', 'mon-xyz', 'mon-tue-wed', 'closed'])('not %s', (key) => {
    expect(daysOf(key)).toBeUndefined();
  });

  it.each([
    ['monday', 'mon'],
    ['Mon-Fri', 'mon-fri'],
    ['monday-friday', 'mon-fri'],
    ['weekdays', 'mon-fri'],
    ['mon-fir', 'mon-fri'],
    ['mon_fri', 'mon-fri'],
    ['max_contacts', undefined],
    ['mon', undefined],
  ])('%s was meant as %s', (key, meant) => {
    expect(nearestDays(key)).toBe(meant);
  });
});

describe('times', () => {
  it('are minutes', () => {
    expect(['00:00', '9:05', '23:59', '24:00'].map(minutesOf)).toEqual([0, 545, 1439, 1440]);
    expect(['24:01', '25:00', '12:60', '12', ''].map(minutesOf)).toEqual(Array(5).fill(undefined));
    expect([0, 545, 1440].map(sayMinutes)).toEqual(['00:00', '09:05', '00:00']);
  });

  it('end at midnight either way', () => {
    const ranges = (text: string) => readOpening(literal('timeRange', text)).ranges.map(({ from, to }) => [from, to]);
    expect([ranges('00:00-24:00'), ranges('00:00-00:00'), ranges('18:00-00:00')]).toEqual([
      [[0, 1440]],
      [[0, 1440]],
      [[1080, 1440]],
    ]);
  });

  it('tell what is wrong', () => {
    const why = (value: Parameters<typeof readOpening>[0]) => readOpening(value).wrong.map((one) => one.why);
    expect(why(literal('timeRange', '18:00-09:00'))).toEqual(['reversed']);
    expect(why(literal('timeRange', '09:00-09:00'))).toEqual(['reversed']);
    expect(why(literal('timeRange', '25:00-26:00'))).toEqual(['time']);
    expect(why(literal('time', '09:00'))).toEqual(['kind']);
    expect(why(list([]))).toEqual(['kind']);
    expect(why(word('closed'))).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-13-01', false],
    ['2026-00-01', false],
    ['2026-04-31', false],
    ['26-04-30', false],
  ])('%s: %s', (text, real) => {
    expect(isDate(text)).toBe(real);
  });

  it('are ranges', () => {
    const { ranges, wrong } = readDates(
      list([
        literal('date', '2026-05-04'),
        literal('dateRange', '2026-12-29..2027-01-03'),
        literal('dateRange', '2026-12-29..2026-12-28'),
      ]),
    );
    expect(ranges.map(({ from, to }) => [from, to])).toEqual([
      ['2026-05-04', '2026-05-04'],
      ['2026-12-29', '2027-01-03'],
    ]);
    expect(wrong.map((one) => one.why)).toEqual(['reversed']);
  });

  it('are not none', () => {
    expect(readDates(list([]))).toEqual({ ranges: [], wrong: [{ value: list([]), why: 'kind' }] });
  });

  it('are nothing else', () => {
    const items = [word('mon'), text('2026-05-04'), literal('duration', '8s')];
    expect(readDates(list(items)).wrong.map((one) => one.why)).toEqual(['kind', 'kind', 'kind']);
  });
});

describe('overlap', () => {
  const meets = (a: { to: number }, b: { from: number }) => b.from < a.to;
  it('finds one that a long range swallows', () => {
    const long = { from: 0, to: 100 };
    const [short, inside] = [
      { from: 10, to: 20 },
      { from: 50, to: 60 },
    ];
    expect(overlap([inside, { from: 200, to: 300 }, long], meets)).toEqual([long, inside]);
    expect(overlap([short, inside], meets)).toBeUndefined();
    expect(
      overlap(
        [
          { from: 0, to: 10 },
          { from: 10, to: 20 },
        ],
        meets,
      ),
    ).toBeUndefined();
  });
});
