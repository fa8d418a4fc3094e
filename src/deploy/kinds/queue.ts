import type { JsonObject } from '../../text/json.ts';
import { askAll, codecOf } from './codec.ts';
import { textAt, textsAt } from '../../text/json-members.ts';
import { inChunks, sorted, without } from './json.ts';
import type { Call, IdOf } from './types.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'queue',
  describe: 'DescribeQueue',
  described: 'Queue',
  id: 'QueueId',
  create: { operation: 'CreateQueue', name: 'Name', answer: { id: 'QueueId', arn: 'QueueArn' } },
  settings: [
    { path: 'hours', member: 'HoursOfOperationId', update: 'UpdateQueueHoursOfOperation', as: { id: 'hours' } },
    {
      path: 'caller_id.name',
      member: 'OutboundCallerConfig.OutboundCallerIdName',
      update: 'UpdateQueueOutboundCallerConfig',
    },
    {
      path: 'caller_id.number',
      member: 'OutboundCallerConfig.OutboundCallerIdNumberId',
      update: 'UpdateQueueOutboundCallerConfig',
      as: { id: 'number' },
    },
    {
      path: 'outbound_whisper',
      member: 'OutboundCallerConfig.OutboundFlowId',
      update: 'UpdateQueueOutboundCallerConfig',
      as: { id: 'flow' },
      phase: 'association',
    },
    { path: 'max_contacts', member: 'MaxContacts', update: 'UpdateQueueMaxContacts', takenBack: 'absent' },
    { path: 'description', member: 'Description', update: 'UpdateQueueName', takenBack: 'never' },
  ],
};

const STATUS: Readonly<Record<string, string>> = { enabled: 'ENABLED', disabled: 'DISABLED' };

/** A queue is enabled when it is made, and its quick connects have operations of their own. */
export const queue = codecOf(wire, {
  read: async ({ connection, listed, names }, described) => {
    const input: JsonObject = { QueueId: listed.id, MaxResults: 100 };
    const items = await askAll(connection, 'ListQueueQuickConnects', input, 'QuickConnectSummaryList');
    const connects = items.flatMap((item) => {
      const id = textAt(item, 'Id');
      return id === undefined ? [] : [names('quick_connect', id) ?? textAt(item, 'Name') ?? id];
    });
    const status = textAt(described, 'Status') === 'DISABLED' ? 'disabled' : 'enabled';
    return { status, quick_connects: connects };
  },
  afterCreate: ({ kind, name, settings }, idOf) => {
    const id = idOf(kind, name);
    const offered = textsAt(settings, 'quick_connects');
    return [...statusCalls(id, textAt(settings, 'status'), 'enabled'), ...connectCalls(id, [], offered, idOf)];
  },
  update: (before, after, idOf) => {
    const { id } = before.listed;
    return [
      ...statusCalls(id, textAt(after.settings, 'status'), textAt(before.settings, 'status')),
      ...connectCalls(id, textsAt(before.settings, 'quick_connects'), textsAt(after.settings, 'quick_connects'), idOf),
    ];
  },
  complete: (settings) => {
    const offered = sorted(textsAt(settings, 'quick_connects'));
    const others = without(settings, 'quick_connects');
    const status = textAt(settings, 'status') ?? 'enabled';
    return { ...others, status, ...(offered.length === 0 ? {} : { quick_connects: offered }) };
  },
});

function statusCalls(id: string, wanted: string | undefined, live: string | undefined): Call[] {
  if (wanted === undefined || wanted === live) return [];
  const input = { QueueId: id, Status: STATUS[wanted] ?? wanted };
  return [{ operation: 'UpdateQueueStatus', input, phase: 'entity' }];
}

function connectCalls(id: string, had: readonly string[], wanted: readonly string[], idOf: IdOf): Call[] {
  const calls = (operation: string, names: readonly string[]) =>
    inChunks(names, 50).map((chunk): Call => {
      const input = { QueueId: id, QuickConnectIds: chunk.map((name) => idOf('quick_connect', name)) };
      return { operation, input, phase: 'association' };
    });
  return [
    ...calls(
      'DisassociateQueueQuickConnects',
      had.filter((name) => !wanted.includes(name)),
    ),
    ...calls(
      'AssociateQueueQuickConnects',
      wanted.filter((name) => !had.includes(name)),
    ),
  ];
}
