/** Data tables, without what is in them: flows refer to a table, its rows are not their business. */
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { findSaid, make, put, quota, remove } from './shared/entities.ts';
import { cleared, optionalText, pick, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { dataTablePlace } from './shared/places.ts';
import { search } from './shared/search.ts';
import { requireTimeZone } from './shared/times.ts';

const QUOTA = 'Data tables per instance';

const described = (table: StoredEntity): JsonObject => ({
  ...pick(table, [
    'Id',
    'Arn',
    'Name',
    'Description',
    'TimeZone',
    'ValueLockLevel',
    'Status',
    'Tags',
    'CreatedTime',
    'LastModifiedTime',
    'LastModifiedRegion',
  ]),
  LockVersion: lockVersion(table),
});

const lockVersion = (table: StoredEntity): JsonObject => ({ DataTable: text(table, 'Lock') });

const said = (context: Context, input: JsonObject): StoredEntity =>
  findSaid(context, dataTablePlace, input, 'DataTableId');

export const dataTableHandlers: Handlers = {
  CreateDataTable: (input, context) => {
    requireTimeZone(input);
    const max = quota(context, QUOTA);
    if (context.store.all(dataTablePlace.collection).length >= max) {
      throw new Refusal('ServiceQuotaExceededException', `The limit of ${max} has been reached: ${QUOTA}`);
    }
    const table = make(context, dataTablePlace, {
      ...pick(input, ['Name', 'TimeZone', 'ValueLockLevel', 'Status', 'Tags']),
      Description: cleared(optionalText(input, 'Description')),
      CreatedTime: context.now(),
      Lock: context.newId(),
    });
    put(context, dataTablePlace, table);
    return { Id: table.Id, Arn: table.Arn, LockVersion: lockVersion(table) };
  },
  DescribeDataTable: (input, context) => ({ DataTable: described(said(context, input)) }),
  ListDataTables: (input, context) =>
    page(
      input,
      'DataTableSummaryList',
      context.store
        .all(dataTablePlace.collection)
        .map((table) => pick(table, ['Id', 'Arn', 'Name', 'LastModifiedTime', 'LastModifiedRegion'])),
    ),
  /** None: they come with what is in a table. */
  ListDataTableAttributes: (input, context) => {
    said(context, input);
    return page(input, 'Attributes', []);
  },
  SearchDataTables: (input, context) =>
    search(
      input,
      'DataTables',
      context.store.all(dataTablePlace.collection),
      { fields: { name: 'Name', description: 'Description', resourceID: 'Id' } },
      described,
    ),
  DeleteDataTable: (input, context) => {
    remove(context, dataTablePlace, said(context, input));
    return {};
  },
};
