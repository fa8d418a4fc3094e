import { description, inInstance, tags } from './shared.ts';
import type { EntityModel, Property } from './types.ts';

const recurrence: Property = {
  key: 'recurrence',
  type: {
    is: 'group',
    properties: [
      {
        key: 'every',
        type: { is: 'word', words: ['week', 'month', 'year'] },
        required: true,
        doc: 'How often it comes back.',
        source: 'RecurrencePattern.Frequency',
      },
      {
        key: 'interval',
        type: { is: 'number', min: 1, max: 6 },
        required: true,
        doc: 'Every how many weeks, months or years.',
        source: 'RecurrencePattern.Interval',
      },
      {
        key: 'months',
        type: { is: 'list', of: { is: 'number', min: 1, max: 12 } },
        doc: 'Months of the year.',
        source: 'RecurrencePattern.ByMonth',
      },
      {
        key: 'days_of_month',
        type: { is: 'list', of: { is: 'number', min: -1, max: 31 } },
        doc: 'Days of the month; -1 is the last one.',
        source: 'RecurrencePattern.ByMonthDay',
      },
      {
        key: 'weeks_of_month',
        type: { is: 'list', of: { is: 'number', min: -1, max: 4 }, max: 1 },
        doc: 'Which of the weekday’s occurrences in the month; -1 is the last one.',
        source: 'RecurrencePattern.ByWeekdayOccurrence',
      },
    ],
  },
  doc: 'Makes the override come back.',
  source: 'CreateHoursOfOperationOverride.RecurrenceConfig',
};

const hours: EntityModel = {
  kind: 'hours',
  spellings: ['hours'],
  console: { en: 'Hours of operation', ja: 'オペレーション時間', plural: 'hours of operation' },
  doc: 'When queues and flows count as open: weekly hours in a time zone, with other hours on some dates.',
  managed: true,
  lifecycle: 'Created and updated, with its overrides. Never deleted.',
  operand: {
    role: 'display name',
    required: false,
    minLength: 1,
    maxLength: 127,
    source: 'CreateHoursOfOperation.Name',
  },
  properties: [
    {
      key: 'timezone',
      type: { is: 'time_zone' },
      required: true,
      doc: 'Time zone that the hours are in.',
      source: 'CreateHoursOfOperation.TimeZone',
    },
    {
      key: 'closed',
      type: { is: 'dates' },
      doc: 'Days on which nobody is there: each date or range becomes an override.',
      source: 'CreateHoursOfOperationOverride.OverrideType CLOSED',
    },
    description('CreateHoursOfOperation.Description'),
    tags('CreateHoursOfOperation.Tags'),
  ],
  clauses: [
    {
      word: 'override',
      operand: { name: 'name', type: { is: 'text', minLength: 1, maxLength: 127 } },
      properties: [
        {
          key: 'dates',
          type: { is: 'dates' },
          required: true,
          doc: 'The date, or the range of dates, on which it holds.',
          source: 'CreateHoursOfOperationOverride.EffectiveFrom, EffectiveTill',
        },
        {
          key: 'open',
          type: { is: 'opening' },
          doc: 'Hours on each of the dates; or say them by weekday (`mon-fri: 10:00-15:00`).',
          source: 'CreateHoursOfOperationOverride.Config',
        },
        recurrence,
        description('CreateHoursOfOperationOverride.Description'),
      ],
      days: true,
      doc: 'Other hours on some dates.',
      limit: { max: 50, source: 'quota “Overrides per hours of operation”' },
      source: 'CreateHoursOfOperationOverride',
    },
  ],
  days: true,
  rules: [],
  alsoCalled: {
    config: 'mon-fri',
    schedule: 'mon-fri',
    days: 'mon-fri',
    holidays: 'override "Name" { dates: …, open: closed }',
    holiday: 'override "Name" { dates: …, open: closed }',
    overrides: 'override "Name" { dates: …, open: … }',
    exceptions: 'override "Name" { dates: …, open: … }',
  },
  api: {
    list: 'ListHoursOfOperations',
    nameMember: 'Name',
    listed: { items: 'HoursOfOperationSummaryList', page: 1000 },
    describe: 'DescribeHoursOfOperation',
    create: 'CreateHoursOfOperation',
    update: [
      'UpdateHoursOfOperation',
      'CreateHoursOfOperationOverride',
      'UpdateHoursOfOperationOverride',
      'DeleteHoursOfOperationOverride',
    ],
    delete: 'DeleteHoursOfOperation',
  },
  arn: { template: inInstance('operating-hours'), localId: 'uuid' },
  quota: { max: 100, adjustable: true, name: 'Hours of operation per instance' },
  example: `hours 営業時間 "Business hours" {
  timezone: "Asia/Tokyo"
  mon-fri: [09:00-12:00, 13:00-18:00]
  sat: 10:00-15:00
  sun: closed
  closed: 2026-12-29..2027-01-03
  override "棚卸し" { dates: 2026-09-30, open: 09:00-12:00 }
}`,
};

export default hours;
