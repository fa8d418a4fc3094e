import { CHANNELS, channel, description, inInstance, tags } from './shared.ts';
import type { EntityModel, Property } from './types.ts';

const AT_ONCE: Readonly<Record<string, number>> = { voice: 1, chat: 10, task: 10, email: 10 };

const concurrency: readonly Property[] = CHANNELS.map((key) => ({
  key,
  type: { is: 'number', min: 0, max: AT_ONCE[key] ?? 10 },
  doc: `How many ${key} contacts an agent may have at once.`,
  source: 'MediaConcurrency.Concurrency',
}));

const crossChannel: readonly Property[] = CHANNELS.map((key) => ({
  key,
  type: { is: 'flag' },
  doc: `Whether an agent with a ${key} contact may be offered contacts of other channels.`,
  source: 'CrossChannelBehavior.BehaviorType',
}));

const routing_profile: EntityModel = {
  kind: 'routing_profile',
  spellings: ['routing_profile'],
  console: { en: 'Routing profile', ja: 'ルーティングプロファイル', plural: 'routing profiles' },
  doc: 'Which queues its agents serve, on which channels, how soon and how many at once; and the queue that their own calls are made from.',
  managed: true,
  lifecycle: 'Created and updated, with its queues. Never deleted.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 127, source: 'CreateRoutingProfile.Name' },
  properties: [
    {
      key: 'concurrency',
      type: { is: 'group', properties: concurrency },
      required: true,
      doc: 'Channels that its agents take, and how many contacts of each at once.',
      source: 'CreateRoutingProfile.MediaConcurrencies',
    },
    {
      key: 'cross_channel',
      type: { is: 'group', properties: crossChannel },
      doc: 'Whether channels may be mixed.',
      source: 'MediaConcurrency.CrossChannelBehavior',
    },
    {
      key: 'default_outbound_queue',
      type: { is: 'ref', kind: 'queue' },
      required: true,
      doc: 'Exactly one: an agent’s own calls are made from it, with its caller ID and outbound whisper flow.',
      source: 'CreateRoutingProfile.DefaultOutboundQueueId',
    },
    {
      key: 'longest_idle_by',
      type: { is: 'word', words: ['last_activity', 'last_inbound'] },
      doc: 'What an agent’s waiting time is counted from when the next contact is routed.',
      source: 'CreateRoutingProfile.AgentAvailabilityTimer',
    },
    description('CreateRoutingProfile.Description'),
    tags('CreateRoutingProfile.Tags'),
  ],
  clauses: [
    {
      word: 'serves',
      operand: { name: 'queue', type: { is: 'ref', kind: 'queue' } },
      properties: [
        {
          key: 'channels',
          type: { is: 'list', of: channel, min: 1, max: 4 },
          required: true,
          doc: 'Channels of the queue that its agents take.',
          source: 'RoutingProfileQueueReference.Channel',
        },
        {
          key: 'priority',
          type: { is: 'number', min: 1, max: 99 },
          required: true,
          doc: 'Order among the queues of the profile; 1 comes first.',
          source: 'RoutingProfileQueueConfig.Priority',
        },
        {
          key: 'delay',
          type: { is: 'duration', min: 0, max: 9999 },
          required: true,
          doc: 'How long a contact waits before agents of this profile are offered it.',
          source: 'RoutingProfileQueueConfig.Delay',
        },
      ],
      doc: 'A queue that its agents serve.',
      source: 'CreateRoutingProfile.QueueConfigs',
    },
  ],
  rules: [],
  alsoCalled: {
    queues: 'serves Name { channels: …, priority: …, delay: … }',
    queueconfigs: 'serves Name { channels: …, priority: …, delay: … }',
    channels: 'concurrency',
    mediaconcurrencies: 'concurrency',
    media: 'concurrency',
    outboundqueue: 'default_outbound_queue',
    agentavailabilitytimer: 'longest_idle_by',
  },
  api: {
    list: 'ListRoutingProfiles',
    nameMember: 'Name',
    listed: { items: 'RoutingProfileSummaryList', page: 1000 },
    describe: 'DescribeRoutingProfile',
    create: 'CreateRoutingProfile',
    update: [
      'UpdateRoutingProfileName',
      'UpdateRoutingProfileConcurrency',
      'UpdateRoutingProfileDefaultOutboundQueue',
      'UpdateRoutingProfileAgentAvailabilityTimer',
      'AssociateRoutingProfileQueues',
      'UpdateRoutingProfileQueues',
      'DisassociateRoutingProfileQueues',
    ],
    delete: 'DeleteRoutingProfile',
  },
  arn: { template: inInstance('routing-profile'), localId: 'uuid' },
  quota: { max: 500, adjustable: true, name: 'Routing profiles per instance' },
  example: `routing_profile 一般 "Basic routing profile" {
  concurrency: { voice: 1, chat: 2, task: 1 }
  serves 製品サポート { channels: [voice, chat], priority: 1, delay: 0s }
  default_outbound_queue: 製品サポート
}`,
};

export default routing_profile;
