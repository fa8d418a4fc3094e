/**
 * Facts about the AWS::Connect resources of CloudFormation: which properties they have and what those may hold.
 * Source: the resource provider schemas of CloudFormation (`aws cloudformation describe-type --type-name …`), as read in 2026.
 */
import type { Members, ResourceSchema, Shape } from '../schema.ts';

const text = (max?: number, min?: number, pattern?: string): Shape => ({
  is: 'text',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
  ...(pattern === undefined ? {} : { pattern }),
});
const oneOf = (...of: string[]): Shape => ({ is: 'text', of });
const number = (min: number, max?: number): Shape => ({ is: 'number', min, ...(max === undefined ? {} : { max }) });
const list = (of: Shape, max?: number, min?: number): Shape => ({
  is: 'list',
  of,
  ...(max === undefined ? {} : { max }),
  ...(min === undefined ? {} : { min }),
});
const object = (required: Members, optional: Members = {}): Shape => ({ is: 'object', required, optional });
const flag: Shape = { is: 'flag' };
const arn = (path: string): Shape =>
  text(500, 1, `^arn:aws[-a-z0-9]*:connect:[-a-z0-9]*:[0-9]{12}:${path}/[-a-zA-Z0-9]*$`);
const inInstance = (path: string): Shape => arn(`instance/[-a-zA-Z0-9]*/${path}`);

const instance = arn('instance');
const TAG_KEY = '^(?!aws:)[a-zA-Z+-=._:/]+$';
const tagsOf = (key: Shape, max = 50): Shape => list(object({ Key: key, Value: text(256) }), max);
const tags = tagsOf(text(128, 1, TAG_KEY));
/** Tags of modules, prompts: any characters in the key. */
const freeTags = tagsOf(text(128, 1));
const name = text(127, 1);
const description = text(250, 1);
const channel = oneOf('VOICE', 'CHAT', 'TASK', 'EMAIL');
const clock = object({ Hours: number(0, 23), Minutes: number(0, 59) });
const opening = object({
  Day: oneOf('SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'),
  StartTime: clock,
  EndTime: clock,
});
const date = text(10, 10, '^\\d{4}-\\d{2}-\\d{2}$');
const queueConfig = object({
  Delay: number(0, 9999),
  Priority: number(1, 99),
  QueueReference: object({ Channel: channel, QueueArn: inInstance('queue') }),
});
const E164 = '^\\+[1-9]\\d{1,14}$';

export const SCHEMAS: Readonly<Record<string, ResourceSchema>> = {
  'AWS::Connect::ContactFlow': {
    required: {
      InstanceArn: instance,
      Name: name,
      Content: text(256_000, 1),
      Type: oneOf(
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
    },
    optional: { Description: text(500), State: oneOf('ACTIVE', 'ARCHIVED'), Tags: tags },
    attributes: ['ContactFlowArn'],
  },
  'AWS::Connect::ContactFlowModule': {
    required: { InstanceArn: instance, Name: text(127, 1, '\\S'), Content: text(256_000, 1) },
    optional: {
      Description: text(500, 0, '\\S'),
      Settings: text(256_000),
      State: text(500),
      Tags: freeTags,
      ExternalInvocationConfiguration: object({ Enabled: flag }),
    },
    attributes: ['ContactFlowModuleArn', 'Status'],
  },
  'AWS::Connect::ContactFlowModuleVersion': {
    required: { ContactFlowModuleId: inInstance('flow-module') },
    optional: { Description: text(500, 0, '\\S') },
    attributes: ['ContactFlowModuleVersionARN', 'Version', 'FlowModuleContentSha256'],
  },
  'AWS::Connect::ContactFlowModuleAlias': {
    required: {
      ContactFlowModuleId: inInstance('flow-module'),
      ContactFlowModuleVersion: number(1),
      Name: text(127, 1, '^([$0-9a-zA-Z][_-]?)+$'),
    },
    optional: { Description: text(500) },
    attributes: ['ContactFlowModuleAliasARN', 'AliasId'],
  },
  'AWS::Connect::HoursOfOperation': {
    required: { InstanceArn: instance, Name: name, TimeZone: text(), Config: list(opening, 100) },
    optional: {
      Description: description,
      HoursOfOperationOverrides: list(
        object(
          { OverrideName: name, EffectiveFrom: date, EffectiveTill: date, OverrideConfig: list(opening, 100) },
          {
            OverrideDescription: description,
            OverrideType: oneOf('STANDARD', 'OPEN', 'CLOSED'),
            RecurrenceConfig: object({
              RecurrencePattern: object(
                {},
                {
                  Frequency: oneOf('WEEKLY', 'MONTHLY', 'YEARLY'),
                  Interval: number(1, 6),
                  ByMonth: list(number(1, 12)),
                  ByMonthDay: list(number(-1, 31)),
                  ByWeekdayOccurrence: list(number(-1, 4), 1),
                },
              ),
            }),
          },
        ),
        50,
      ),
      Tags: tags,
    },
    attributes: ['HoursOfOperationArn'],
  },
  'AWS::Connect::Queue': {
    required: { InstanceArn: instance, Name: name, HoursOfOperationArn: inInstance('operating-hours') },
    optional: {
      Description: description,
      MaxContacts: number(0),
      OutboundCallerConfig: object(
        {},
        {
          OutboundCallerIdName: text(255, 1),
          OutboundCallerIdNumberArn: arn('phone-number'),
          OutboundFlowArn: inInstance('contact-flow'),
        },
      ),
      QuickConnectArns: list(inInstance('transfer-destination'), undefined, 1),
      Status: oneOf('ENABLED', 'DISABLED'),
      Tags: tags,
    },
    attributes: ['QueueArn', 'Type'],
  },
  'AWS::Connect::QuickConnect': {
    required: {
      InstanceArn: instance,
      Name: name,
      QuickConnectConfig: object(
        { QuickConnectType: oneOf('PHONE_NUMBER', 'QUEUE', 'USER') },
        {
          PhoneConfig: object({ PhoneNumber: text(16, 3, E164) }),
          QueueConfig: object({ QueueArn: inInstance('queue'), ContactFlowArn: inInstance('contact-flow') }),
          UserConfig: object({ UserArn: inInstance('agent'), ContactFlowArn: inInstance('contact-flow') }),
        },
      ),
    },
    optional: { Description: description, Tags: tagsOf(text(128, 1, TAG_KEY), 200) },
    attributes: ['QuickConnectArn', 'QuickConnectType'],
  },
  'AWS::Connect::RoutingProfile': {
    required: {
      InstanceArn: instance,
      Name: name,
      Description: description,
      DefaultOutboundQueueArn: inInstance('queue'),
      MediaConcurrencies: list(
        object(
          { Channel: channel, Concurrency: number(1, 10) },
          { CrossChannelBehavior: object({ BehaviorType: oneOf('ROUTE_CURRENT_CHANNEL_ONLY', 'ROUTE_ANY_CHANNEL') }) },
        ),
      ),
    },
    optional: {
      QueueConfigs: list(queueConfig, undefined, 1),
      AgentAvailabilityTimer: oneOf('TIME_SINCE_LAST_ACTIVITY', 'TIME_SINCE_LAST_INBOUND'),
      Tags: tags,
    },
    attributes: ['RoutingProfileArn'],
  },
  'AWS::Connect::User': {
    required: {
      InstanceArn: instance,
      Username: text(64, 1, '^[a-zA-Z0-9_.@-]+$'),
      RoutingProfileArn: inInstance('routing-profile'),
      SecurityProfileArns: list(inInstance('security-profile'), 10, 1),
    },
    optional: {
      Password: text(64, 8, '^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)[a-zA-Z\\d\\S]{8,64}$'),
      IdentityInfo: object(
        {},
        {
          FirstName: text(255),
          LastName: text(300),
          Email: text(),
          SecondaryEmail: text(265),
          Mobile: text(16, 3, E164),
        },
      ),
      PhoneConfig: object(
        {},
        {
          PhoneType: oneOf('SOFT_PHONE', 'DESK_PHONE'),
          DeskPhoneNumber: text(),
          AfterContactWorkTimeLimit: number(0),
          AutoAccept: flag,
          PersistentConnection: flag,
        },
      ),
      Tags: tags,
    },
    attributes: ['UserArn'],
  },
  'AWS::Connect::Prompt': {
    required: { InstanceArn: instance, Name: name },
    optional: {
      S3Uri: text(2000, 1, 's3://\\S+/.+|https://\\S+\\.s3(\\.\\S+)?\\.amazonaws\\.com/\\S+'),
      Description: description,
      Tags: freeTags,
    },
    attributes: ['PromptArn'],
  },
  'AWS::Connect::SecurityProfile': {
    required: { InstanceArn: instance, SecurityProfileName: text(127, 1, '^[ a-zA-Z0-9_@-]+$') },
    optional: { Description: text(250), Permissions: list(text(128, 1), 500), Tags: tags },
    attributes: ['SecurityProfileArn', 'LastModifiedRegion', 'LastModifiedTime'],
  },
  'AWS::Connect::AgentStatus': {
    required: { InstanceArn: instance, Name: name, State: oneOf('ENABLED', 'DISABLED') },
    optional: { Description: description, DisplayOrder: number(1, 50), Tags: tags },
    attributes: ['AgentStatusArn', 'LastModifiedRegion', 'LastModifiedTime'],
  },
};

/** What a template may hold: the quotas page of the CloudFormation user guide. */
export const LIMITS = {
  /** Bytes, when the template is a file in S3, and when it is sent with the request. */
  bytes: 1_000_000,
  bytesInRequest: 51_200,
  resources: 500,
  parameters: 200,
  outputs: 200,
} as const;

/** A value that CloudFormation computes: one function, or a parameter. */
export function isIntrinsic(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [key, ...others] = Object.keys(value);
  return others.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'));
}
