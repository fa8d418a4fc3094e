/**
 * Facts about the aws_connect resources of Terraform: which arguments they have and what those may hold.
 * Source: the schema of the `aws` provider 5.100.0 (`terraform providers schema -json`) and its documentation; of
 * aws_connect_phone_number_contact_flow_association the documentation of 6.6.0, which is the first to have it.
 */
import type { Members, ResourceSchema, Shape } from '../schema.ts';

const text: Shape = { is: 'text' };
const sized = (max: number, min = 1): Shape => ({ is: 'text', min, max });
const oneOf = (...of: string[]): Shape => ({ is: 'text', of });
const number = (min: number, max?: number): Shape => ({ is: 'number', min, ...(max === undefined ? {} : { max }) });
const list = (of: Shape): Shape => ({ is: 'list', of });
const object = (required: Members, optional: Members = {}): Shape => ({ is: 'object', required, optional });
const flag: Shape = { is: 'flag' };

const phone: Shape = { is: 'text', pattern: '^\\+[1-9]\\d{1,14}$' };
const tags: Shape = { is: 'map', of: sized(256, 0) };
const name = sized(127);
const description = sized(250);
const channel = oneOf('VOICE', 'CHAT', 'TASK', 'EMAIL');
const clock = object({ hours: number(0, 23), minutes: number(0, 59) });
const ids = (id: string) => ['arn', 'id', id];

/** The provider that has everything used here, and the one that leads numbers to flows. */
export const PROVIDER_VERSIONS = { plain: '>= 5.0.0', withNumbers: '>= 6.6.0' } as const;

export const SCHEMAS: Readonly<Record<string, ResourceSchema>> = {
  aws_connect_contact_flow: {
    required: { instance_id: text, name },
    optional: {
      content: sized(256_000),
      description: sized(500, 0),
      type: oneOf(
        'CONTACT_FLOW',
        'CUSTOMER_QUEUE',
        'CUSTOMER_HOLD',
        'CUSTOMER_WHISPER',
        'AGENT_HOLD',
        'AGENT_WHISPER',
        'OUTBOUND_WHISPER',
        'AGENT_TRANSFER',
        'QUEUE_TRANSFER',
        'CAMPAIGN',
      ),
      tags,
    },
    attributes: ids('contact_flow_id'),
  },
  aws_connect_contact_flow_module: {
    required: { instance_id: text, name },
    optional: { content: sized(256_000), description: sized(500, 0), tags },
    attributes: ids('contact_flow_module_id'),
  },
  aws_connect_hours_of_operation: {
    required: {
      instance_id: text,
      name,
      time_zone: text,
      config: {
        is: 'list',
        min: 1,
        of: object({
          day: oneOf('SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'),
          start_time: clock,
          end_time: clock,
        }),
      },
    },
    optional: { description, tags },
    attributes: ids('hours_of_operation_id'),
  },
  aws_connect_queue: {
    required: { instance_id: text, name, hours_of_operation_id: text },
    optional: {
      description,
      max_contacts: number(0),
      outbound_caller_config: object(
        {},
        { outbound_caller_id_name: sized(255), outbound_caller_id_number_id: text, outbound_flow_id: text },
      ),
      quick_connect_ids: list(text),
      status: oneOf('ENABLED', 'DISABLED'),
      tags,
    },
    attributes: ids('queue_id'),
  },
  aws_connect_quick_connect: {
    required: {
      instance_id: text,
      name,
      quick_connect_config: object(
        { quick_connect_type: oneOf('PHONE_NUMBER', 'QUEUE', 'USER') },
        {
          phone_config: object({ phone_number: phone }),
          queue_config: object({ contact_flow_id: text, queue_id: text }),
          user_config: object({ contact_flow_id: text, user_id: text }),
        },
      ),
    },
    optional: { description, tags },
    attributes: ids('quick_connect_id'),
  },
  aws_connect_routing_profile: {
    required: {
      instance_id: text,
      name,
      description,
      default_outbound_queue_id: text,
      media_concurrencies: { is: 'list', min: 1, of: object({ channel, concurrency: number(1, 10) }) },
    },
    optional: {
      queue_configs: list(object({ channel, delay: number(0, 9999), priority: number(1, 99), queue_id: text })),
      tags,
    },
    attributes: ids('routing_profile_id'),
  },
  aws_connect_user: {
    required: {
      instance_id: text,
      name: sized(100),
      routing_profile_id: text,
      security_profile_ids: { is: 'list', min: 1, max: 10, of: text },
      phone_config: object(
        { phone_type: oneOf('SOFT_PHONE', 'DESK_PHONE') },
        { after_contact_work_time_limit: number(0), auto_accept: flag, desk_phone_number: phone },
      ),
    },
    optional: {
      password: text,
      identity_info: object({}, { email: text, first_name: sized(100), last_name: sized(100), secondary_email: text }),
      tags,
    },
    attributes: ids('user_id'),
  },
  aws_connect_security_profile: {
    required: { instance_id: text, name },
    optional: { description, permissions: { is: 'list', max: 500, of: sized(128) }, tags },
    attributes: ids('security_profile_id'),
  },
  aws_connect_phone_number_contact_flow_association: {
    required: { instance_id: text, phone_number_id: text, contact_flow_id: text },
    optional: {},
    attributes: ['id'],
  },
};

/** A text in which Terraform puts in something. */
export function isInterpolated(value: unknown): boolean {
  return typeof value === 'string' && /(^|[^$])(\$\$)*\$\{/.test(value);
}
