/** Routing profiles: which queues agents serve, on which channels. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { change, find, findSaid, make, put, quota, remove } from './shared/entities.ts';
import { numeral, object, objects, optionalText, pick, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { queuePlace, routingProfilePlace, userPlace } from './shared/places.ts';
import { inUse, invalidParameter, invalidRequest } from './shared/refusals.ts';
import { search } from './shared/search.ts';

const PAIRS = 'Queues (queue-channel pairs) per routing profile';
/** Source: DisassociateRoutingProfileQueues. */
const MAX_REFERENCES = 10;

/** Stored flat, `{ QueueId, Channel, Priority, Delay }`; those of manual assignment have neither priority nor delay. */
type ListOfQueues = 'QueueConfigs' | 'ManualAssignmentQueueConfigs';

function described(context: Context, profile: StoredEntity): JsonObject {
  const users = context.store.all(userPlace.collection).filter((user) => user['RoutingProfileId'] === profile.Id);
  return {
    InstanceId: context.instance.id,
    RoutingProfileId: profile.Id,
    RoutingProfileArn: profile.Arn,
    ...pick(profile, [
      'Name',
      'Description',
      'MediaConcurrencies',
      'DefaultOutboundQueueId',
      'AgentAvailabilityTimer',
      'Tags',
      'LastModifiedTime',
      'LastModifiedRegion',
    ]),
    IsDefault: profile['IsDefault'] === true,
    NumberOfAssociatedQueues: objects(profile, 'QueueConfigs').length,
    NumberOfAssociatedManualAssignmentQueues: objects(profile, 'ManualAssignmentQueueConfigs').length,
    NumberOfAssociatedUsers: users.length,
  };
}

const queueIds = (profile: StoredEntity, list: ListOfQueues): readonly string[] => [
  ...new Set(objects(profile, list).map((config) => text(config, 'QueueId'))),
];

/** Channels with what the service fills in. Refuses a channel that is said twice, and more than one voice contact. */
function concurrencies(input: JsonObject): readonly JsonObject[] {
  const said = objects(input, 'MediaConcurrencies');
  const seen = new Set<string>();
  for (const concurrency of said) {
    const channel = text(concurrency, 'Channel');
    if (seen.has(channel)) throw invalidParameter(`Invalid parameter: MediaConcurrencies has ${channel} twice`);
    seen.add(channel);
    if (channel === 'VOICE' && (numeral(concurrency, 'Concurrency') ?? 0) > 1) {
      throw invalidParameter('Invalid parameter: Concurrency of VOICE must be at most 1');
    }
  }
  return said.map((concurrency) => ({
    CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' },
    ...concurrency,
  }));
}

function reference(context: Context, said: JsonObject): JsonObject {
  return { QueueId: findSaid(context, queuePlace, said, 'QueueId').Id, Channel: text(said, 'Channel') };
}

const configs = (context: Context, input: JsonObject, list: ListOfQueues): readonly JsonObject[] =>
  objects(input, list).map((config) => ({
    ...reference(context, object(config, 'QueueReference') ?? {}),
    ...pick(config, ['Priority', 'Delay']),
  }));

const samePair = (a: JsonObject, b: JsonObject): boolean =>
  a['QueueId'] === b['QueueId'] && a['Channel'] === b['Channel'];

/** Those that stood before, each replaced where it is said anew, and the new ones behind. */
function merged(context: Context, before: readonly JsonObject[], said: readonly JsonObject[]): readonly JsonObject[] {
  const kept = before.map((config) => said.find((other) => samePair(config, other)) ?? config);
  const added = said.filter((config) => !before.some((other) => samePair(config, other)));
  const all = [...kept, ...added];
  const max = quota(context, PAIRS);
  if (all.length > max) throw invalidRequest(`The limit of ${max} has been reached: ${PAIRS}`);
  return all;
}

const said = (context: Context, input: JsonObject): StoredEntity =>
  findSaid(context, routingProfilePlace, input, 'RoutingProfileId');

function update(context: Context, input: JsonObject, more: Parameters<typeof change>[3]): JsonObject {
  put(context, routingProfilePlace, change(context, routingProfilePlace, said(context, input), more));
  return {};
}

const withQueue = (context: Context, config: JsonObject): JsonObject => {
  const queue = find(context, queuePlace, text(config, 'QueueId'));
  return { QueueId: queue.Id, QueueArn: queue.Arn, QueueName: text(queue, 'Name'), ...config };
};

function listQueues(context: Context, input: JsonObject, list: ListOfQueues, member: string): JsonObject {
  const profile = said(context, input);
  return {
    ...page(
      input,
      member,
      objects(profile, list).map((config) => withQueue(context, config)),
    ),
    ...pick(profile, ['LastModifiedTime', 'LastModifiedRegion']),
  };
}

export const routingProfileHandlers: Handlers = {
  CreateRoutingProfile: (input, context) => {
    const profile = make(context, routingProfilePlace, {
      ...pick(input, ['Name', 'Description', 'Tags']),
      MediaConcurrencies: concurrencies(input),
      DefaultOutboundQueueId: findSaid(context, queuePlace, input, 'DefaultOutboundQueueId').Id,
      AgentAvailabilityTimer: optionalText(input, 'AgentAvailabilityTimer') ?? 'TIME_SINCE_LAST_ACTIVITY',
      QueueConfigs: merged(context, [], configs(context, input, 'QueueConfigs')),
      ManualAssignmentQueueConfigs: merged(context, [], configs(context, input, 'ManualAssignmentQueueConfigs')),
    });
    put(context, routingProfilePlace, profile);
    return { RoutingProfileId: profile.Id, RoutingProfileArn: profile.Arn };
  },
  DescribeRoutingProfile: (input, context) => ({ RoutingProfile: described(context, said(context, input)) }),
  ListRoutingProfiles: (input, context) =>
    page(
      input,
      'RoutingProfileSummaryList',
      context.store.all(routingProfilePlace.collection).map((profile) => ({
        Id: profile.Id,
        Arn: profile.Arn,
        ...pick(profile, ['Name', 'LastModifiedTime', 'LastModifiedRegion']),
      })),
    ),
  /** Unlike describing, this names the queues. */
  SearchRoutingProfiles: (input, context) =>
    search(
      input,
      'RoutingProfiles',
      context.store.all(routingProfilePlace.collection),
      {
        fields: {
          name: 'Name',
          description: 'Description',
          resourceID: 'Id',
          associatedQueueIds: 'QueueConfigs.QueueId',
        },
      },
      (profile) => ({
        ...described(context, profile),
        AssociatedQueueIds: queueIds(profile, 'QueueConfigs'),
        AssociatedManualAssignmentQueueIds: queueIds(profile, 'ManualAssignmentQueueConfigs'),
      }),
    ),
  UpdateRoutingProfileName: (input, context) => update(context, input, pick(input, ['Name', 'Description'])),
  UpdateRoutingProfileConcurrency: (input, context) =>
    update(context, input, { MediaConcurrencies: concurrencies(input) }),
  UpdateRoutingProfileDefaultOutboundQueue: (input, context) =>
    update(context, input, {
      DefaultOutboundQueueId: findSaid(context, queuePlace, input, 'DefaultOutboundQueueId').Id,
    }),
  UpdateRoutingProfileAgentAvailabilityTimer: (input, context) =>
    update(context, input, { AgentAvailabilityTimer: text(input, 'AgentAvailabilityTimer') }),
  AssociateRoutingProfileQueues: (input, context) => {
    const profile = said(context, input);
    const after = (list: ListOfQueues): readonly JsonObject[] =>
      merged(context, objects(profile, list), configs(context, input, list));
    return update(context, input, {
      QueueConfigs: after('QueueConfigs'),
      ManualAssignmentQueueConfigs: after('ManualAssignmentQueueConfigs'),
    });
  },
  /** Only of queues that are associated already; others are refused. */
  UpdateRoutingProfileQueues: (input, context) => {
    const before = objects(said(context, input), 'QueueConfigs');
    const changes = configs(context, input, 'QueueConfigs');
    const stranger = changes.find((config) => !before.some((other) => samePair(config, other)));
    if (stranger !== undefined) {
      throw invalidRequest(
        `Queue ${text(stranger, 'QueueId')} with channel ${text(stranger, 'Channel')} is not associated with the routing profile`,
      );
    }
    return update(context, input, { QueueConfigs: merged(context, before, changes) });
  },
  DisassociateRoutingProfileQueues: (input, context) => {
    const profile = said(context, input);
    const left = (list: ListOfQueues, member: string): readonly JsonObject[] => {
      const references = objects(input, member).map((one) => reference(context, one));
      if (references.length > MAX_REFERENCES) {
        throw invalidParameter(`${member} must include at most ${MAX_REFERENCES} items`);
      }
      return objects(profile, list).filter((config) => !references.some((other) => samePair(config, other)));
    };
    return update(context, input, {
      QueueConfigs: left('QueueConfigs', 'QueueReferences'),
      ManualAssignmentQueueConfigs: left('ManualAssignmentQueueConfigs', 'ManualAssignmentQueueReferences'),
    });
  },
  ListRoutingProfileQueues: (input, context) =>
    listQueues(context, input, 'QueueConfigs', 'RoutingProfileQueueConfigSummaryList'),
  ListRoutingProfileManualAssignmentQueues: (input, context) =>
    listQueues(context, input, 'ManualAssignmentQueueConfigs', 'RoutingProfileManualAssignmentQueueConfigSummaryList'),
  DeleteRoutingProfile: (input, context) => {
    const profile = said(context, input);
    const user = context.store.all(userPlace.collection).find((one) => one['RoutingProfileId'] === profile.Id);
    if (user !== undefined) {
      throw inUse(routingProfilePlace, profile.Id, userPlace, user.Id);
    }
    remove(context, routingProfilePlace, profile);
    return {};
  },
};
