import { CHANNELS } from '../../entities/shared.ts';
import { sameJson, type Json, type JsonObject } from '../../text/json.ts';
import { askAll, codecOf } from './codec.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt } from '../../text/json-members.ts';
import { inChunks, without } from './json.ts';
import type { Call, IdOf } from './types.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'routing_profile',
  describe: 'DescribeRoutingProfile',
  described: 'RoutingProfile',
  id: 'RoutingProfileId',
  create: {
    operation: 'CreateRoutingProfile',
    name: 'Name',
    answer: { id: 'RoutingProfileId', arn: 'RoutingProfileArn' },
  },
  settings: [
    {
      path: 'default_outbound_queue',
      member: 'DefaultOutboundQueueId',
      update: 'UpdateRoutingProfileDefaultOutboundQueue',
      as: { id: 'queue' },
    },
    {
      path: 'longest_idle_by',
      member: 'AgentAvailabilityTimer',
      update: 'UpdateRoutingProfileAgentAvailabilityTimer',
      as: { words: { last_activity: 'TIME_SINCE_LAST_ACTIVITY', last_inbound: 'TIME_SINCE_LAST_INBOUND' } },
      unsaid: 'last_activity',
    },
    { path: 'description', member: 'Description', update: 'UpdateRoutingProfileName' },
  ],
};

/** One queue on one channel, as the service counts them. */
interface Served {
  readonly queue: string;
  readonly channel: string;
  readonly priority: number;
  readonly delay: number;
}

/** Most that one request takes. */
const PAIRS = 10;

export const routingProfile = codecOf(wire, {
  read: async ({ connection, listed, names }, described) => {
    const input: JsonObject = { RoutingProfileId: listed.id, MaxResults: 100 };
    const list = 'RoutingProfileQueueConfigSummaryList';
    const items = await askAll(connection, 'ListRoutingProfileQueues', input, list);
    const served = items.map((item): Served => {
      const id = textAt(item, 'QueueId') ?? '';
      return {
        queue: names('queue', id) ?? textAt(item, 'QueueName') ?? id,
        channel: (textAt(item, 'Channel') ?? '').toLowerCase(),
        priority: Number(item['Priority'] ?? 1),
        delay: Number(item['Delay'] ?? 0),
      };
    });
    return { ...readChannels(objectsAt(described, 'MediaConcurrencies')), serves: clausesOf(served) };
  },
  createMembers: ({ settings }, idOf) => {
    const [first] = inChunks(servedOf(settings), PAIRS);
    return {
      MediaConcurrencies: concurrencies(settings),
      ...(first === undefined ? {} : { QueueConfigs: first.map((one) => configOf(one, idOf)) }),
    };
  },
  afterCreate: ({ kind, name, settings }, idOf) =>
    queueCalls('AssociateRoutingProfileQueues', idOf(kind, name), servedOf(settings).slice(PAIRS), idOf),
  update: (before, after, idOf) => {
    const { id } = before.listed;
    const had = new Map(servedOf(before.settings).map((one) => [pairOf(one), one]));
    const wanted = new Map(servedOf(after.settings).map((one) => [pairOf(one), one]));
    const left = [...had.values()].filter((one) => !wanted.has(pairOf(one)));
    const joined = [...wanted.values()].filter((one) => !had.has(pairOf(one)));
    const changed = [...wanted.values()].filter((one) => {
      const live = had.get(pairOf(one));
      return live !== undefined && (live.priority !== one.priority || live.delay !== one.delay);
    });
    const atOnce = concurrencies(after.settings);
    const concurrency: Call = {
      operation: 'UpdateRoutingProfileConcurrency',
      input: { RoutingProfileId: id, MediaConcurrencies: atOnce },
      phase: 'entity',
    };
    const isSame = sameJson(concurrencies(before.settings), atOnce);
    // A channel is there before its queues come, and stays until they are gone.
    const grows = channelsOf(after.settings).some((channel) => !channelsOf(before.settings).includes(channel));
    return [
      ...(isSame || !grows ? [] : [concurrency]),
      ...queueCalls('AssociateRoutingProfileQueues', id, joined, idOf),
      ...queueCalls('UpdateRoutingProfileQueues', id, changed, idOf),
      ...inChunks(left, PAIRS).map((chunk): Call => {
        const QueueReferences = chunk.map((one) => referenceOf(one, idOf));
        const input = { RoutingProfileId: id, QueueReferences };
        return { operation: 'DisassociateRoutingProfileQueues', input, phase: 'entity' };
      }),
      ...(isSame || grows ? [] : [concurrency]),
    ];
  },
  complete: (settings, name) => {
    const channels = channelsOf(settings);
    const mixed = objectAt(settings, 'cross_channel');
    const others = without(without(without(settings, 'cross_channel'), 'concurrency'), 'serves');
    const serves = clausesOf(servedOf(settings));
    return {
      ...others,
      concurrency: Object.fromEntries(channels.map((key) => [key, valueAt(settings, `concurrency.${key}`) ?? 1])),
      cross_channel: Object.fromEntries(channels.map((key) => [key, mixed[key] ?? false])),
      ...(serves.length === 0 ? {} : { serves }),
      // The service demands one; its name says at least what it is for.
      description: textAt(settings, 'description') ?? name,
    };
  },
});

/** Channels that agents take at all, in the order of the language. */
function channelsOf(settings: JsonObject): readonly string[] {
  return CHANNELS.filter((channel) => Number(valueAt(settings, `concurrency.${channel}`) ?? 0) > 0);
}

function readChannels(items: readonly JsonObject[]): JsonObject {
  const concurrency: [string, Json][] = [];
  const mixed: [string, Json][] = [];
  for (const item of items) {
    const channel = (textAt(item, 'Channel') ?? '').toLowerCase();
    concurrency.push([channel, valueAt(item, 'Concurrency') ?? 0]);
    mixed.push([channel, textAt(item, 'CrossChannelBehavior.BehaviorType') === 'ROUTE_ANY_CHANNEL']);
  }
  return { concurrency: Object.fromEntries(concurrency), cross_channel: Object.fromEntries(mixed) };
}

function concurrencies(settings: JsonObject): readonly Json[] {
  return channelsOf(settings).map((channel) => ({
    Channel: channel.toUpperCase(),
    Concurrency: valueAt(settings, `concurrency.${channel}`) ?? 1,
    CrossChannelBehavior: {
      BehaviorType:
        valueAt(settings, `cross_channel.${channel}`) === true ? 'ROUTE_ANY_CHANNEL' : 'ROUTE_CURRENT_CHANNEL_ONLY',
    },
  }));
}

// -------------------------------------------------------------------------------------------------------------- queues

function servedOf(settings: JsonObject): readonly Served[] {
  return objectsAt(settings, 'serves').flatMap((clause) =>
    textsAt(clause, 'channels').map((channel) => ({
      queue: textAt(clause, 'queue') ?? '',
      channel,
      priority: Number(clause['priority'] ?? 1),
      delay: Number(clause['delay'] ?? 0),
    })),
  );
}

/** Pairs that have priority and delay in common are one `serves`, as people write them. */
function clausesOf(served: readonly Served[]): readonly Json[] {
  const groups = new Map<string, Served[]>();
  for (const one of served) {
    const key = JSON.stringify([one.queue, one.priority, one.delay]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ones]) => {
      const [{ queue, priority, delay } = { queue: '', priority: 1, delay: 0 }] = ones;
      const channels = CHANNELS.filter((channel) => ones.some((one) => one.channel === channel));
      return { queue, channels, priority, delay };
    });
}

function pairOf({ queue, channel }: Served): string {
  return `${channel} ${queue}`;
}

function referenceOf({ queue, channel }: Served, idOf: IdOf): JsonObject {
  return { QueueId: idOf('queue', queue), Channel: channel.toUpperCase() };
}

function configOf(served: Served, idOf: IdOf): JsonObject {
  const { priority, delay } = served;
  return { QueueReference: referenceOf(served, idOf), Priority: priority, Delay: delay };
}

function queueCalls(operation: string, id: string, served: readonly Served[], idOf: IdOf): readonly Call[] {
  return inChunks(served, PAIRS).map((chunk): Call => {
    const QueueConfigs = chunk.map((one) => configOf(one, idOf));
    return { operation, input: { RoutingProfileId: id, QueueConfigs }, phase: 'entity' };
  });
}
