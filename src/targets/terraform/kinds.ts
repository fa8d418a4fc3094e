/** How each kind of thing is a resource of Terraform's `aws` provider. Kinds that are not here have none. */
import type { CanonicalKind } from '../../entities/types.ts';
import type { Json, JsonObject } from '../../text/json.ts';
import { deskNumber } from '../desk-number.ts';
import { weekRows, type ClockTime } from '../opening-hours.ts';
import type { Managed } from '../project.ts';
import { listAt, objectAt, objectsAt, textAt } from '../../text/json-members.ts';
import { contractOf, flagAt, members, numberAt, someMembers, someOf } from '../said.ts';

export interface ResourceKind {
  readonly type: string;
  /** The attribute with the id; `arn` has the ARN. */
  readonly id: string;
  /** Arguments besides `instance_id`, `description` and `tags`; undefined where there is nothing to create. */
  readonly properties: (thing: Managed) => JsonObject | undefined;
  /** Arguments that a resource can be created without, and be given later. */
  readonly optional: readonly string[];
  /** `none`: it has no description and no tags of its own; `needed`: it has to have one. */
  readonly description?: 'none' | 'needed';
  /** It links things that exist, so others refer to what it links, not to it. */
  readonly isLink?: true;
  /** What the source may say of the thing that the resource has no argument for. */
  readonly unsaid?: (thing: Managed) => readonly string[];
}

export const KINDS: Readonly<Partial<Record<CanonicalKind, ResourceKind>>> = {
  flow: {
    type: 'aws_connect_contact_flow',
    id: 'contact_flow_id',
    optional: ['content'],
    properties: ({ named, flow }) => members({ name: named.display, type: flow?.type, content: flow?.content }),
  },
  module: {
    type: 'aws_connect_contact_flow_module',
    id: 'contact_flow_module_id',
    optional: ['content'],
    properties: ({ named, flow }) => members({ name: named.display, content: flow?.content }),
    unsaid: ({ data }) => (contractOf(data) === undefined ? [] : ['input, returns and branches']),
  },
  hours: {
    type: 'aws_connect_hours_of_operation',
    id: 'hours_of_operation_id',
    optional: [],
    properties: ({ named, data }) =>
      members({
        name: named.display,
        time_zone: textAt(data, 'timezone'),
        config: weekRows(data).map(({ day, from, to }) => ({ day, start_time: timeOf(from), end_time: timeOf(to) })),
      }),
    unsaid: ({ data }) => ['override', 'closed'].filter((key) => key in data),
  },
  queue: {
    type: 'aws_connect_queue',
    id: 'queue_id',
    optional: ['outbound_caller_config', 'quick_connect_ids'],
    properties: ({ named, data, id }) => {
      const callerId = objectAt(data, 'caller_id');
      return members({
        name: named.display,
        hours_of_operation_id: id('hours', data['hours']),
        max_contacts: numberAt(data, 'max_contacts'),
        outbound_caller_config: someMembers({
          outbound_caller_id_name: textAt(callerId, 'name'),
          outbound_caller_id_number_id: id('number', callerId['number']),
          outbound_flow_id: id('flow', data['outbound_whisper']),
        }),
        quick_connect_ids: someOf(listAt(data, 'quick_connects').map((name) => id('quick_connect', name))),
        status: textAt(data, 'status')?.toUpperCase(),
      });
    },
  },
  quick_connect: {
    type: 'aws_connect_quick_connect',
    id: 'quick_connect_id',
    optional: [],
    properties: ({ named, data, id }) => ({ name: named.display, quick_connect_config: connectConfig(data, id) }),
  },
  routing_profile: {
    type: 'aws_connect_routing_profile',
    id: 'routing_profile_id',
    optional: [],
    description: 'needed',
    properties: ({ named, data, id }) =>
      members({
        name: named.display,
        default_outbound_queue_id: id('queue', data['default_outbound_queue']),
        media_concurrencies: Object.entries(objectAt(data, 'concurrency'))
          .filter(([, atOnce]) => typeof atOnce === 'number' && atOnce > 0)
          .map(([channel, concurrency]) => ({ channel: channel.toUpperCase(), concurrency })),
        queue_configs: someOf(
          objectsAt(data, 'serves').flatMap((served) =>
            listAt(served, 'channels').map((channel) =>
              members({
                channel: String(channel).toUpperCase(),
                delay: numberAt(served, 'delay'),
                priority: numberAt(served, 'priority'),
                queue_id: id('queue', served['queue']),
              }),
            ),
          ),
        ),
      }),
    unsaid: ({ data }) => ['cross_channel', 'longest_idle_by'].filter((key) => key in data),
  },
  user: {
    type: 'aws_connect_user',
    id: 'user_id',
    optional: [],
    description: 'none',
    properties: ({ named, data, id }) =>
      members({
        name: named.display,
        routing_profile_id: id('routing_profile', data['routing_profile']),
        security_profile_ids: listAt(data, 'security_profiles').flatMap((name) => id('security_profile', name) ?? []),
        identity_info: someMembers({
          first_name: textAt(data, 'first_name'),
          last_name: textAt(data, 'last_name'),
          email: textAt(data, 'email'),
          secondary_email: textAt(data, 'secondary_email'),
        }),
        phone_config: members({
          phone_type: deskNumber(data) === undefined ? 'SOFT_PHONE' : 'DESK_PHONE',
          desk_phone_number: deskNumber(data),
          after_contact_work_time_limit: numberAt(data, 'acw_timeout'),
          auto_accept: flagAt(data, 'auto_accept'),
        }),
      }),
    unsaid: ({ data }) => ['mobile', 'persistent_connection'].filter((key) => key in data),
  },
  security_profile: {
    type: 'aws_connect_security_profile',
    id: 'security_profile_id',
    optional: [],
    properties: ({ named, data }) => ({ name: named.display, permissions: listAt(data, 'permissions') }),
  },
  number: {
    type: 'aws_connect_phone_number_contact_flow_association',
    id: 'id',
    optional: [],
    description: 'none',
    isLink: true,
    properties: ({ named, data, id }) => {
      const flow = id('flow', data['flow']);
      const number = id('number', named.name);
      return flow === undefined || number === undefined
        ? undefined
        : { phone_number_id: number, contact_flow_id: flow };
    },
    unsaid: ({ data }) => ['description'].filter((key) => key in data),
  },
};

function connectConfig(data: JsonObject, id: Managed['id']): JsonObject {
  if ('queue' in data) {
    const queue = members({ queue_id: id('queue', data['queue']), contact_flow_id: id('flow', data['flow']) });
    return { quick_connect_type: 'QUEUE', queue_config: queue };
  }
  if ('user' in data) {
    const user = members({ user_id: id('user', data['user']), contact_flow_id: id('flow', data['flow']) });
    return { quick_connect_type: 'USER', user_config: user };
  }
  return {
    quick_connect_type: 'PHONE_NUMBER',
    phone_config: members({ phone_number: textAt(data, 'number') }),
  };
}

function timeOf({ hours, minutes }: ClockTime): Json {
  return { hours, minutes };
}
