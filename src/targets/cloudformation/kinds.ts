/** How each kind of thing is a resource of CloudFormation. Kinds that are not here have none. */
import type { CanonicalKind } from '../../entities/types.ts';
import type { Json, JsonObject } from '../../text/json.ts';
import { deskNumber } from '../desk-number.ts';
import { overrideRows, weekRows, type ClockTime, type OpenRow } from '../opening-hours.ts';
import type { Managed } from '../project.ts';
import { listAt, objectAt, objectsAt, textAt } from '../../text/json-members.ts';
import { contractOf, flagAt, members, numberAt, someMembers, someOf } from '../said.ts';

export interface ResourceKind {
  readonly type: string;
  /** The attribute with the ARN. */
  readonly arn: string;
  /** Properties besides `InstanceArn`, `Description` and `Tags`. */
  readonly properties: (thing: Managed) => JsonObject;
  /** Properties that a resource can be created without, and be given later. */
  readonly optional: readonly string[];
  /** `none`: it has no description; `needed`: it has to have one, so the name stands in where the source says none. */
  readonly description?: 'none' | 'needed';
}

export const KINDS: Readonly<Partial<Record<CanonicalKind, ResourceKind>>> = {
  flow: {
    type: 'AWS::Connect::ContactFlow',
    arn: 'ContactFlowArn',
    optional: ['Content'],
    properties: ({ named, flow }) =>
      members({ Name: named.display, Type: flow?.type, Content: flow?.content, State: 'ACTIVE' }),
  },
  module: {
    type: 'AWS::Connect::ContactFlowModule',
    arn: 'ContactFlowModuleArn',
    optional: ['Content'],
    properties: ({ named, data, flow }) =>
      members({ Name: named.display, Content: flow?.content, Settings: contractOf(data) }),
  },
  hours: {
    type: 'AWS::Connect::HoursOfOperation',
    arn: 'HoursOfOperationArn',
    optional: [],
    properties: ({ named, data }) =>
      members({
        Name: named.display,
        TimeZone: textAt(data, 'timezone'),
        Config: weekRows(data).map(openingOf),
        HoursOfOperationOverrides: overridesOf(data),
      }),
  },
  queue: {
    type: 'AWS::Connect::Queue',
    arn: 'QueueArn',
    optional: ['OutboundCallerConfig', 'QuickConnectArns'],
    properties: ({ named, data, arn }) => {
      const callerId = objectAt(data, 'caller_id');
      return members({
        Name: named.display,
        HoursOfOperationArn: arn('hours', data['hours']),
        MaxContacts: numberAt(data, 'max_contacts'),
        OutboundCallerConfig: someMembers({
          OutboundCallerIdName: textAt(callerId, 'name'),
          OutboundCallerIdNumberArn: arn('number', callerId['number']),
          OutboundFlowArn: arn('flow', data['outbound_whisper']),
        }),
        QuickConnectArns: someOf(listAt(data, 'quick_connects').map((name) => arn('quick_connect', name))),
        Status: textAt(data, 'status')?.toUpperCase(),
      });
    },
  },
  quick_connect: {
    type: 'AWS::Connect::QuickConnect',
    arn: 'QuickConnectArn',
    optional: [],
    properties: ({ named, data, arn }) => ({
      Name: named.display,
      QuickConnectConfig:
        'queue' in data
          ? members({
              QuickConnectType: 'QUEUE',
              QueueConfig: members({
                QueueArn: arn('queue', data['queue']),
                ContactFlowArn: arn('flow', data['flow']),
              }),
            })
          : 'user' in data
            ? members({
                QuickConnectType: 'USER',
                UserConfig: members({ UserArn: arn('user', data['user']), ContactFlowArn: arn('flow', data['flow']) }),
              })
            : members({
                QuickConnectType: 'PHONE_NUMBER',
                PhoneConfig: members({ PhoneNumber: textAt(data, 'number') }),
              }),
    }),
  },
  routing_profile: {
    type: 'AWS::Connect::RoutingProfile',
    arn: 'RoutingProfileArn',
    optional: [],
    description: 'needed',
    properties: ({ named, data, arn }) =>
      members({
        Name: named.display,
        DefaultOutboundQueueArn: arn('queue', data['default_outbound_queue']),
        MediaConcurrencies: concurrenciesOf(data),
        QueueConfigs: someOf(
          objectsAt(data, 'serves').flatMap((served) =>
            listAt(served, 'channels').map((channel) =>
              members({
                Delay: numberAt(served, 'delay'),
                Priority: numberAt(served, 'priority'),
                QueueReference: members({
                  Channel: String(channel).toUpperCase(),
                  QueueArn: arn('queue', served['queue']),
                }),
              }),
            ),
          ),
        ),
        AgentAvailabilityTimer: TIMERS[textAt(data, 'longest_idle_by') ?? ''],
      }),
  },
  user: {
    type: 'AWS::Connect::User',
    arn: 'UserArn',
    optional: [],
    description: 'none',
    properties: ({ named, data, arn }) =>
      members({
        Username: named.display,
        RoutingProfileArn: arn('routing_profile', data['routing_profile']),
        SecurityProfileArns: listAt(data, 'security_profiles').flatMap((name) => arn('security_profile', name) ?? []),
        IdentityInfo: someMembers({
          FirstName: textAt(data, 'first_name'),
          LastName: textAt(data, 'last_name'),
          Email: textAt(data, 'email'),
          SecondaryEmail: textAt(data, 'secondary_email'),
          Mobile: textAt(data, 'mobile'),
        }),
        PhoneConfig: members({
          PhoneType: deskNumber(data) === undefined ? 'SOFT_PHONE' : 'DESK_PHONE',
          DeskPhoneNumber: deskNumber(data),
          AfterContactWorkTimeLimit: numberAt(data, 'acw_timeout'),
          AutoAccept: flagAt(data, 'auto_accept'),
          PersistentConnection: flagAt(data, 'persistent_connection'),
        }),
      }),
  },
  prompt: {
    type: 'AWS::Connect::Prompt',
    arn: 'PromptArn',
    optional: [],
    properties: ({ named, data }) => members({ Name: named.display, S3Uri: textAt(data, 'source') }),
  },
  security_profile: {
    type: 'AWS::Connect::SecurityProfile',
    arn: 'SecurityProfileArn',
    optional: [],
    properties: ({ named, data }) => ({ SecurityProfileName: named.display, Permissions: listAt(data, 'permissions') }),
  },
  agent_status: {
    type: 'AWS::Connect::AgentStatus',
    arn: 'AgentStatusArn',
    optional: [],
    properties: ({ named, data }) =>
      members({
        Name: named.display,
        State: (textAt(data, 'state') ?? 'enabled').toUpperCase(),
        DisplayOrder: numberAt(data, 'order'),
      }),
  },
};

const TIMERS: Readonly<Record<string, string>> = {
  last_activity: 'TIME_SINCE_LAST_ACTIVITY',
  last_inbound: 'TIME_SINCE_LAST_INBOUND',
};

const FREQUENCIES: Readonly<Record<string, string>> = { week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };

function concurrenciesOf(data: JsonObject): readonly Json[] {
  const cross = objectAt(data, 'cross_channel');
  return Object.entries(objectAt(data, 'concurrency'))
    .filter(([, atOnce]) => typeof atOnce === 'number' && atOnce > 0)
    .map(([channel, atOnce]) => {
      const mayMix = flagAt(cross, channel);
      return members({
        Channel: channel.toUpperCase(),
        Concurrency: atOnce,
        CrossChannelBehavior:
          mayMix === undefined
            ? undefined
            : { BehaviorType: mayMix ? 'ROUTE_ANY_CHANNEL' : 'ROUTE_CURRENT_CHANNEL_ONLY' },
      });
    });
}

function openingOf({ day, from, to }: OpenRow): JsonObject {
  return { Day: day, StartTime: timeOf(from), EndTime: timeOf(to) };
}

function timeOf({ hours, minutes }: ClockTime): JsonObject {
  return { Hours: hours, Minutes: minutes };
}

function overridesOf(data: JsonObject): readonly Json[] | undefined {
  return someOf(
    overrideRows(data).map(({ name, description, from, till, rows, recurrence }) =>
      members({
        OverrideName: name,
        OverrideDescription: description,
        EffectiveFrom: from,
        EffectiveTill: till,
        OverrideType: rows.length === 0 ? 'CLOSED' : 'STANDARD',
        OverrideConfig: rows.map(openingOf),
        RecurrenceConfig: recurrence && {
          RecurrencePattern: members({
            Frequency: FREQUENCIES[textAt(recurrence, 'every') ?? ''],
            Interval: numberAt(recurrence, 'interval'),
            ByMonth: someOf(listAt(recurrence, 'months')),
            ByMonthDay: someOf(listAt(recurrence, 'days_of_month')),
            ByWeekdayOccurrence: someOf(listAt(recurrence, 'weeks_of_month')),
          }),
        },
      }),
    ),
  );
}
