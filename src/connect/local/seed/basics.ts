/** What a new instance has besides flows: hours, a queue, a routing profile, security profiles, statuses, prompts. */
import type { JsonObject } from '../../../text/json.ts';
import type { StoredEntity } from '../types.ts';
import { agentStatusPlace, promptPlace, routingProfilePlace } from '../operations/shared/places.ts';
import type { Seeding } from './seeding.ts';

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

export function seedBasics(seeding: Seeding): void {
  const midnight = { Hours: 0, Minutes: 0 };
  const hours = seeding.perform('CreateHoursOfOperation', 'hours/Basic Hours', {
    Name: 'Basic Hours',
    TimeZone: 'US/Eastern',
    Config: DAYS.map((Day) => ({ Day, StartTime: midnight, EndTime: midnight })),
  });
  const queue = seeding.perform('CreateQueue', 'queue/BasicQueue', {
    Name: 'BasicQueue',
    Description: 'A simple, basic voice queue.',
    HoursOfOperationId: hours['HoursOfOperationId'] ?? '',
  });
  seedRoutingProfile(seeding, queue['QueueId'] ?? '');
  for (const profile of SECURITY_PROFILES) {
    seeding.perform('CreateSecurityProfile', `security_profile/${profile.SecurityProfileName}`, profile);
  }
  seedStatuses(seeding);
  for (const name of PROMPTS) seedPrompt(seeding, name);
}

function seedRoutingProfile({ perform, context, put }: Seeding, queue: string | JsonObject[string]): void {
  const { RoutingProfileId: id } = perform('CreateRoutingProfile', 'routing_profile/Basic Routing Profile', {
    Name: 'Basic Routing Profile',
    Description: 'A simple routing profile.',
    DefaultOutboundQueueId: queue,
    QueueConfigs: [{ QueueReference: { QueueId: queue, Channel: 'VOICE' }, Priority: 1, Delay: 0 }],
    MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
  });
  const made = context.store.get(routingProfilePlace.collection, String(id));
  if (made !== undefined) put(routingProfilePlace.collection, { ...made, IsDefault: true });
}

/** The two that every instance has are of types that cannot be created. */
function seedStatuses({ thing, put }: Seeding): void {
  const statuses = [
    { Name: 'Available', Type: 'ROUTABLE', Description: 'Agents with this status take contacts.' },
    { Name: 'Offline', Type: 'OFFLINE', Description: 'Agents with this status take no contacts.' },
  ];
  statuses.forEach((status, index) => {
    put(agentStatusPlace.collection, {
      ...thing(agentStatusPlace.collection, `agent_status/${status.Name}`),
      ...status,
      DisplayOrder: index + 1,
      State: 'ENABLED',
    });
  });
}

/** Sound files of the service's own: they have no place in a bucket of ours. */
function seedPrompt({ thing, put }: Seeding, name: string): void {
  const prompt: StoredEntity = { ...thing(promptPlace.collection, `prompt/${name}`), Name: name };
  put(promptPlace.collection, prompt);
}

const PROMPTS = [
  'Beep.wav',
  'CustomerHold.wav',
  'CustomerQueue.wav',
  'Music_Jazz_MyTimetoFly_Inst.wav',
  'Music_Pop_ThisAndThatIsLife_Inst.wav',
  'Music_Pop_ThrowYourselfInFrontOfIt_Inst.wav',
  'Music_Rock_EverywhereTheSunShines_Inst.wav',
];

const SECURITY_PROFILES = [
  {
    SecurityProfileName: 'Admin',
    Description: 'May do everything.',
    Permissions: [
      'BasicAgentAccess',
      'ContactFlows.Create',
      'ContactFlows.Delete',
      'ContactFlows.Edit',
      'ContactFlows.Publish',
      'ContactFlows.View',
      'OutboundCallAccess',
      'Queues.Create',
      'Queues.Edit',
      'Queues.View',
      'RoutingPolicies.Create',
      'RoutingPolicies.Edit',
      'RoutingPolicies.View',
      'SecurityProfiles.Create',
      'SecurityProfiles.Edit',
      'SecurityProfiles.View',
      'Users.Create',
      'Users.Delete',
      'Users.Edit',
      'Users.View',
    ],
  },
  {
    SecurityProfileName: 'Agent',
    Description: 'May take contacts.',
    Permissions: ['BasicAgentAccess', 'OutboundCallAccess'],
  },
  {
    SecurityProfileName: 'CallCenterManager',
    Description: 'May manage users, routing and metrics.',
    Permissions: [
      'AccessMetrics',
      'BasicAgentAccess',
      'OutboundCallAccess',
      'Queues.Edit',
      'Queues.View',
      'RoutingPolicies.Edit',
      'RoutingPolicies.View',
      'Users.Edit',
      'Users.View',
    ],
  },
  {
    SecurityProfileName: 'QualityAnalyst',
    Description: 'May listen to recordings and watch metrics.',
    Permissions: ['AccessMetrics'],
  },
];
