/** Queues and the quick connects that their agents are offered. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { change, find, findSaid, limitExceeded, make, put, quota, remove } from './shared/entities.ts';
import { flowSaid } from './shared/flows.ts';
import { numeral, object, objects, optionalText, pick, present, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import {
  hoursPlace,
  numberPlace,
  queuePlace,
  quickConnectPlace,
  routingProfilePlace,
  userPlace,
} from './shared/places.ts';
import { inUse } from './shared/refusals.ts';
import { search } from './shared/search.ts';
import { summary as quickConnectSummary } from './quick-connects.ts';

const QUICK_CONNECTS = 'Quick connects per queue';

const described = (queue: StoredEntity): JsonObject => ({
  QueueId: queue.Id,
  QueueArn: queue.Arn,
  ...pick(queue, [
    'Name',
    'Description',
    'OutboundCallerConfig',
    'OutboundEmailConfig',
    'HoursOfOperationId',
    'MaxContacts',
    'Status',
    'Tags',
    'LastModifiedTime',
    'LastModifiedRegion',
  ]),
});

const summary = (queue: StoredEntity): JsonObject => ({
  Id: queue.Id,
  Arn: queue.Arn,
  QueueType: 'STANDARD',
  ...pick(queue, ['Name', 'LastModifiedTime', 'LastModifiedRegion']),
});

/** Every user has a queue, which has no name and cannot be described. */
const agentQueue = (context: Context, user: StoredEntity): JsonObject => ({
  Id: user.Id,
  Arn: `${context.instance.arn}/queue/agent/${user.Id}`,
  QueueType: 'AGENT',
});

function callerConfig(context: Context, input: JsonObject): JsonObject | undefined {
  const config = object(input, 'OutboundCallerConfig');
  if (config === undefined) return undefined;
  const number = optionalText(config, 'OutboundCallerIdNumberId');
  const flow = optionalText(config, 'OutboundFlowId');
  return present({
    OutboundCallerIdName: config['OutboundCallerIdName'],
    OutboundCallerIdNumberId: number === undefined ? undefined : find(context, numberPlace, number).Id,
    OutboundFlowId:
      flow === undefined ? undefined : flowSaid(context, config, 'OutboundFlowId', ['OUTBOUND_WHISPER']).Id,
  });
}

const quickConnectIds = (context: Context, input: JsonObject): readonly string[] =>
  texts(input, 'QuickConnectIds').map((id) => find(context, quickConnectPlace, id).Id);

function withQuickConnects(context: Context, queue: StoredEntity, ids: readonly string[]): readonly string[] {
  const all = [...new Set([...texts(queue, 'QuickConnectIds'), ...ids])];
  if (all.length > quota(context, QUICK_CONNECTS)) throw limitExceeded(QUICK_CONNECTS, quota(context, QUICK_CONNECTS));
  return all;
}

function update(context: Context, input: JsonObject, more: Parameters<typeof change>[3]): JsonObject {
  put(context, queuePlace, change(context, queuePlace, findSaid(context, queuePlace, input, 'QueueId'), more));
  return {};
}

/** Refuses to let a queue go that routing profiles or quick connects still lead to. */
function requireUnused(context: Context, queue: StoredEntity): void {
  for (const profile of context.store.all(routingProfilePlace.collection)) {
    const queues = [...objects(profile, 'QueueConfigs'), ...objects(profile, 'ManualAssignmentQueueConfigs')];
    if (profile['DefaultOutboundQueueId'] === queue.Id || queues.some((config) => config['QueueId'] === queue.Id)) {
      throw inUse(queuePlace, queue.Id, routingProfilePlace, profile.Id);
    }
  }
  for (const quickConnect of context.store.all(quickConnectPlace.collection)) {
    const target = object(object(quickConnect, 'QuickConnectConfig') ?? {}, 'QueueConfig');
    if (target?.['QueueId'] === queue.Id) {
      throw inUse(queuePlace, queue.Id, quickConnectPlace, quickConnect.Id);
    }
  }
}

export const queueHandlers: Handlers = {
  CreateQueue: (input, context) => {
    const queue = make(context, queuePlace, {
      ...pick(input, ['Name', 'Description', 'MaxContacts', 'OutboundEmailConfig', 'Tags']),
      HoursOfOperationId: findSaid(context, hoursPlace, input, 'HoursOfOperationId').Id,
      OutboundCallerConfig: callerConfig(context, input),
      QuickConnectIds: quickConnectIds(context, input),
      Status: 'ENABLED',
      QueueType: 'STANDARD',
    });
    put(context, queuePlace, queue);
    return { QueueId: queue.Id, QueueArn: queue.Arn };
  },
  DescribeQueue: (input, context) => ({ Queue: described(findSaid(context, queuePlace, input, 'QueueId')) }),
  ListQueues: (input, context) => {
    const types = texts(input, 'QueueTypes');
    const wanted = (type: string): boolean => types.length === 0 || types.includes(type);
    const standard = wanted('STANDARD') ? context.store.all(queuePlace.collection).map(summary) : [];
    const agents = wanted('AGENT')
      ? context.store.all(userPlace.collection).map((user) => agentQueue(context, user))
      : [];
    return page(input, 'QueueSummaryList', [...standard, ...agents]);
  },
  SearchQueues: (input, context) =>
    search(
      input,
      'Queues',
      context.store.all(queuePlace.collection),
      {
        fields: { name: 'Name', description: 'Description', queueId: 'Id', resourceID: 'Id' },
        conditions: { QueueTypeCondition: 'QueueType' },
      },
      described,
    ),
  UpdateQueueName: (input, context) => update(context, input, pick(input, ['Name', 'Description'])),
  UpdateQueueHoursOfOperation: (input, context) =>
    update(context, input, { HoursOfOperationId: findSaid(context, hoursPlace, input, 'HoursOfOperationId').Id }),
  UpdateQueueMaxContacts: (input, context) => update(context, input, { MaxContacts: numeral(input, 'MaxContacts') }),
  UpdateQueueOutboundCallerConfig: (input, context) =>
    update(context, input, { OutboundCallerConfig: callerConfig(context, input) }),
  UpdateQueueOutboundEmailConfig: (input, context) =>
    update(context, input, { OutboundEmailConfig: object(input, 'OutboundEmailConfig') }),
  UpdateQueueStatus: (input, context) => update(context, input, { Status: text(input, 'Status') }),
  DeleteQueue: (input, context) => {
    const queue = findSaid(context, queuePlace, input, 'QueueId');
    requireUnused(context, queue);
    remove(context, queuePlace, queue);
    return {};
  },
  AssociateQueueQuickConnects: (input, context) => {
    const queue = findSaid(context, queuePlace, input, 'QueueId');
    return update(context, input, {
      QuickConnectIds: withQuickConnects(context, queue, quickConnectIds(context, input)),
    });
  },
  DisassociateQueueQuickConnects: (input, context) => {
    const queue = findSaid(context, queuePlace, input, 'QueueId');
    const gone = new Set(quickConnectIds(context, input));
    return update(context, input, {
      QuickConnectIds: texts(queue, 'QuickConnectIds').filter((id) => !gone.has(id)),
    });
  },
  ListQueueQuickConnects: (input, context) => {
    const queue = findSaid(context, queuePlace, input, 'QueueId');
    const quickConnects = texts(queue, 'QuickConnectIds').map((id) => find(context, quickConnectPlace, id));
    return {
      ...page(input, 'QuickConnectSummaryList', quickConnects.map(quickConnectSummary)),
      ...pick(queue, ['LastModifiedTime', 'LastModifiedRegion']),
    };
  },
};
