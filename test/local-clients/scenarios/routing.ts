import { expect } from 'vitest';
import { idOf, namesInPages, NOBODY, refusal, type Scenario } from './scenario.ts';
import type { Client, Said } from '../clients.ts';

const NINE_TO_FIVE = [{ Day: 'MONDAY', StartTime: { Hours: 9, Minutes: 0 }, EndTime: { Hours: 17, Minutes: 0 } }];

const hours = async (client: Client, Name: string): Promise<string> => {
  const said: Said = await client.call('CreateHoursOfOperation', {
    Name,
    TimeZone: 'Asia/Tokyo',
    Config: NINE_TO_FIVE,
  });
  return said.HoursOfOperationId;
};

const queue = async (client: Client, Name: string): Promise<string> => {
  const HoursOfOperationId = await idOf(client, 'ListHoursOfOperations', 'HoursOfOperationSummaryList', 'Basic Hours');
  return (await client.call('CreateQueue', { Name, HoursOfOperationId })).QueueId;
};

const flow = (client: Client, name: string): Promise<string> =>
  idOf(client, 'ListContactFlows', 'ContactFlowSummaryList', name);

export const routingScenarios: readonly Scenario[] = [
  {
    name: 'hours of operation',
    run: async (client) => {
      const id = await hours(client, '営業時間');
      const HoursOfOperationId = id;
      const described = async (): Promise<Said> =>
        (await client.call('DescribeHoursOfOperation', { HoursOfOperationId })).HoursOfOperation;
      expect(await described()).toMatchObject({ Name: '営業時間', TimeZone: 'Asia/Tokyo', Config: NINE_TO_FIVE });

      await refusal(hours(client, '営業時間'), 'DuplicateResourceException');
      await refusal(
        client.call('CreateHoursOfOperation', { Name: 'Mars', TimeZone: 'Mars/Olympus', Config: [] }),
        'InvalidParameterException',
      );
      await refusal(
        client.call('CreateHoursOfOperation', {
          Name: 'Backwards',
          TimeZone: 'UTC',
          Config: [{ Day: 'MONDAY', StartTime: { Hours: 17, Minutes: 0 }, EndTime: { Hours: 9, Minutes: 0 } }],
        }),
        'InvalidParameterException',
      );

      await client.call('UpdateHoursOfOperation', { HoursOfOperationId, Description: 'Weekdays', TimeZone: 'UTC' });
      expect(await described()).toMatchObject({ Name: '営業時間', Description: 'Weekdays', TimeZone: 'UTC' });
      await client.call('UpdateHoursOfOperation', { HoursOfOperationId, Description: '' });
      expect(await described()).not.toHaveProperty('Description');

      const found = await client.call('SearchHoursOfOperations', {
        SearchCriteria: { StringCondition: { FieldName: 'name', Value: '営業', ComparisonType: 'STARTS_WITH' } },
      });
      expect(found.HoursOfOperations.map((one: Said) => one.HoursOfOperationId)).toEqual([id]);
      expect(found.ApproximateTotalCount).toBe(1);

      await client.call('DeleteHoursOfOperation', { HoursOfOperationId });
      await refusal(described(), 'ResourceNotFoundException');
      await refusal(
        client.call('DescribeHoursOfOperation', { HoursOfOperationId: 'not an id' }),
        'InvalidParameterException',
      );
    },
  },
  {
    name: 'overrides of hours',
    run: async (client) => {
      const HoursOfOperationId = await hours(client, 'With overrides');
      const create = (Name: string, more = {}): Promise<Said> =>
        client.call('CreateHoursOfOperationOverride', {
          HoursOfOperationId,
          Name,
          EffectiveFrom: '2026-12-28',
          EffectiveTill: '2026-12-30',
          Config: [],
          OverrideType: 'CLOSED',
          ...more,
        });
      const { HoursOfOperationOverrideId } = await create('年末');
      const key = { HoursOfOperationId, HoursOfOperationOverrideId };
      await refusal(create('年末'), 'DuplicateResourceException');
      await refusal(create('Backwards', { EffectiveTill: '2026-12-01' }), 'InvalidParameterException');
      await refusal(create('Nowhere', { EffectiveFrom: '2026-02-30' }), 'InvalidParameterException');

      const effective = await client.call('GetEffectiveHoursOfOperations', {
        HoursOfOperationId,
        FromDate: '2026-12-21',
        ToDate: '2026-12-28',
      });
      expect(effective.EffectiveHoursOfOperationList).toHaveLength(8);
      expect(effective.EffectiveHoursOfOperationList[0]).toEqual({
        Date: '2026-12-21',
        OperationalHours: [{ Start: { Hours: 9, Minutes: 0 }, End: { Hours: 17, Minutes: 0 } }],
      });
      expect(effective.EffectiveHoursOfOperationList[7]).toEqual({ Date: '2026-12-28', OperationalHours: [] });
      expect(effective.EffectiveOverrideHoursList).toEqual([
        { Date: '2026-12-28', OverrideHours: [{ OverrideName: '年末', OperationalStatus: 'CLOSED' }] },
      ]);

      const short = { Day: 'MONDAY', StartTime: { Hours: 10, Minutes: 0 }, EndTime: { Hours: 12, Minutes: 0 } };
      await client.call('UpdateHoursOfOperationOverride', { ...key, OverrideType: 'OPEN', Config: [short] });
      const { HoursOfOperationOverride } = await client.call('DescribeHoursOfOperationOverride', key);
      expect(HoursOfOperationOverride).toMatchObject({ Name: '年末', OverrideType: 'OPEN', Config: [short] });
      const listed = await client.call('ListHoursOfOperationOverrides', { HoursOfOperationId });
      expect(listed.HoursOfOperationOverrideList).toEqual([HoursOfOperationOverride]);

      const search = async (ComparisonType: string): Promise<number> =>
        (
          await client.call('SearchHoursOfOperationOverrides', {
            SearchCriteria: {
              AndConditions: [
                { StringCondition: { FieldName: 'name', Value: '年末', ComparisonType: 'EXACT' } },
                { DateCondition: { FieldName: 'effectiveFrom', Value: '2026-12-28', ComparisonType } },
              ],
            },
          })
        ).ApproximateTotalCount;
      expect([await search('EQUAL_TO'), await search('GREATER_THAN')]).toEqual([1, 0]);

      await client.call('DeleteHoursOfOperationOverride', key);
      await refusal(client.call('DescribeHoursOfOperationOverride', key), 'ResourceNotFoundException');
    },
  },
  {
    name: 'hours that take over the overrides of others',
    run: async (client) => {
      const parent = await hours(client, 'Holidays');
      const HoursOfOperationId = await hours(client, 'With holidays');
      const ParentHoursOfOperationConfigs = [{ HoursOfOperationId: parent }];
      await client.call('CreateHoursOfOperationOverride', {
        HoursOfOperationId: parent,
        Name: 'New Year',
        EffectiveFrom: '2026-01-01',
        EffectiveTill: '2030-01-01',
        Config: [],
        OverrideType: 'CLOSED',
        RecurrenceConfig: { RecurrencePattern: { Frequency: 'YEARLY', Interval: 1, ByMonth: [1], ByMonthDay: [1] } },
      });
      await client.call('AssociateHoursOfOperations', { HoursOfOperationId, ParentHoursOfOperationConfigs });
      const described = await client.call('DescribeHoursOfOperation', { HoursOfOperationId });
      expect(described.HoursOfOperation.ParentHoursOfOperations).toMatchObject([{ Name: 'Holidays', Id: parent }]);
      const children = await client.call('ListChildHoursOfOperations', { HoursOfOperationId: parent });
      expect(children.ChildHoursOfOperationsSummaryList).toMatchObject([{ Name: 'With holidays' }]);
      const overridden = async (): Promise<readonly string[]> => {
        const period = { FromDate: '2027-12-27', ToDate: '2028-01-03' };
        const effective = await client.call('GetEffectiveHoursOfOperations', { HoursOfOperationId, ...period });
        return effective.EffectiveOverrideHoursList.map((one: Said) => one.Date);
      };
      expect(await overridden()).toEqual(['2028-01-01']);
      await client.call('DisassociateHoursOfOperations', {
        HoursOfOperationId,
        ParentHoursOfOperationIds: [parent],
      });
      expect(await overridden()).toEqual([]);
      for (const id of [parent, HoursOfOperationId]) {
        await client.call('DeleteHoursOfOperation', { HoursOfOperationId: id });
      }
    },
  },
  {
    name: 'queues',
    run: async (client) => {
      const QueueId = await queue(client, 'Support');
      const described = async (): Promise<Said> => (await client.call('DescribeQueue', { QueueId })).Queue;
      expect(await described()).toMatchObject({ Name: 'Support', Status: 'ENABLED' });
      await refusal(queue(client, 'Support'), 'DuplicateResourceException');
      const noHours = client.call('CreateQueue', { Name: 'No hours', HoursOfOperationId: NOBODY });
      await refusal(noHours, 'ResourceNotFoundException');

      const HoursOfOperationId = await hours(client, 'Hours of a queue');
      const whisper = await flow(client, 'Default outbound');
      await client.call('UpdateQueueName', { QueueId, Name: 'Support 2', Description: 'Second' });
      await client.call('UpdateQueueHoursOfOperation', { QueueId, HoursOfOperationId });
      await client.call('UpdateQueueMaxContacts', { QueueId, MaxContacts: 5 });
      await client.call('UpdateQueueStatus', { QueueId, Status: 'DISABLED' });
      await client.call('UpdateQueueOutboundEmailConfig', {
        QueueId,
        OutboundEmailConfig: { OutboundEmailAddressId: NOBODY },
      });
      const OutboundCallerConfig = { OutboundCallerIdName: 'Us', OutboundFlowId: whisper };
      await client.call('UpdateQueueOutboundCallerConfig', { QueueId, OutboundCallerConfig });
      expect(await described()).toMatchObject({
        Name: 'Support 2',
        Description: 'Second',
        HoursOfOperationId,
        MaxContacts: 5,
        Status: 'DISABLED',
        OutboundCallerConfig,
      });
      const wrongFlow = { OutboundCallerConfig: { OutboundFlowId: await flow(client, 'Default customer hold') } };
      await refusal(
        client.call('UpdateQueueOutboundCallerConfig', { QueueId, ...wrongFlow }),
        'InvalidParameterException',
      );
      await refusal(client.call('UpdateQueueName', { QueueId, Name: 'BasicQueue' }), 'DuplicateResourceException');
      await refusal(client.call('DeleteHoursOfOperation', { HoursOfOperationId }), 'InvalidRequestException');

      expect(await namesInPages(client, 'ListQueues', 'QueueSummaryList')).toEqual(
        expect.arrayContaining(['BasicQueue', 'Support 2']),
      );
      const found = await client.call('SearchQueues', {
        SearchCriteria: { StringCondition: { FieldName: 'description', Value: 'SECOND', ComparisonType: 'EXACT' } },
      });
      expect(found.Queues.map((one: Said) => one.QueueId)).toEqual([QueueId]);
      await refusal(
        client.call('SearchQueues', { SearchCriteria: { StringCondition: { FieldName: 'colour', Value: 'x' } } }),
        'InvalidParameterException',
      );

      await client.call('DeleteQueue', { QueueId });
      await refusal(described(), 'ResourceNotFoundException');
    },
  },
  {
    name: 'quick connects, and those of a queue',
    run: async (client) => {
      const QueueId = await queue(client, 'Second line');
      const ContactFlowId = await flow(client, 'Default queue transfer');
      const QuickConnectConfig = { QuickConnectType: 'QUEUE', QueueConfig: { QueueId, ContactFlowId } };
      const create = (Name: string, config: object): Promise<Said> =>
        client.call('CreateQuickConnect', { Name, QuickConnectConfig: config });
      const { QuickConnectId } = await create('To the second line', QuickConnectConfig);
      const described = async (): Promise<Said> =>
        (await client.call('DescribeQuickConnect', { QuickConnectId })).QuickConnect;
      expect(await described()).toMatchObject({ Name: 'To the second line', QuickConnectConfig });

      await refusal(create('To the second line', QuickConnectConfig), 'DuplicateResourceException');
      await refusal(create('Half', { QuickConnectType: 'QUEUE' }), 'InvalidParameterException');
      const transfer = await flow(client, 'Default agent transfer');
      await refusal(
        create('Wrong flow', { QuickConnectType: 'QUEUE', QueueConfig: { QueueId, ContactFlowId: transfer } }),
        'InvalidParameterException',
      );

      const QuickConnectIds = [QuickConnectId];
      await client.call('AssociateQueueQuickConnects', { QueueId, QuickConnectIds });
      const offered = await client.call('ListQueueQuickConnects', { QueueId });
      expect(offered.QuickConnectSummaryList).toMatchObject([{ Id: QuickConnectId, QuickConnectType: 'QUEUE' }]);
      const inUse = await refusal(client.call('DeleteQueue', { QueueId }), 'ResourceInUseException');
      expect(inUse.message).toContain(QuickConnectId);
      await client.call('DisassociateQueueQuickConnects', { QueueId, QuickConnectIds });
      expect((await client.call('ListQueueQuickConnects', { QueueId })).QuickConnectSummaryList).toEqual([]);

      const phone = { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+81500000001' } };
      await client.call('UpdateQuickConnectConfig', { QuickConnectId, QuickConnectConfig: phone });
      await client.call('UpdateQuickConnectName', { QuickConnectId, Name: 'Outside', Description: 'Elsewhere' });
      expect(await described()).toMatchObject({ Name: 'Outside', Description: 'Elsewhere', QuickConnectConfig: phone });
      const listed = await client.call('ListQuickConnects', { QuickConnectTypes: ['PHONE_NUMBER'] });
      expect(listed.QuickConnectSummaryList.map((one: Said) => one.Name)).toContain('Outside');
      const found = await client.call('SearchQuickConnects', {
        SearchCriteria: { StringCondition: { FieldName: 'name', Value: 'Outside', ComparisonType: 'EXACT' } },
      });
      expect(found.QuickConnects).toHaveLength(1);

      await client.call('AssociateQueueQuickConnects', { QueueId, QuickConnectIds });
      await client.call('DeleteQuickConnect', { QuickConnectId });
      expect((await client.call('ListQueueQuickConnects', { QueueId })).QuickConnectSummaryList).toEqual([]);
      await client.call('DeleteQueue', { QueueId });
    },
  },
  {
    name: 'routing profiles',
    run: async (client) => {
      const QueueId = await queue(client, 'Served');
      const other = await queue(client, 'Served too');
      const config = (id: string, Channel: string, Priority: number): object => ({
        QueueReference: { QueueId: id, Channel },
        Priority,
        Delay: 0,
      });
      const create = (Name: string, more = {}): Promise<Said> =>
        client.call('CreateRoutingProfile', {
          Name,
          Description: 'For tests',
          DefaultOutboundQueueId: QueueId,
          MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
          QueueConfigs: [config(QueueId, 'VOICE', 1)],
          ...more,
        });
      const { RoutingProfileId } = await create('General');
      const described = async (): Promise<Said> =>
        (await client.call('DescribeRoutingProfile', { RoutingProfileId })).RoutingProfile;
      const queues = async (): Promise<readonly string[]> =>
        (await client.call('ListRoutingProfileQueues', { RoutingProfileId })).RoutingProfileQueueConfigSummaryList.map(
          (one: Said) => `${one.QueueName} ${one.Channel} ${one.Priority}`,
        );
      expect(await described()).toMatchObject({
        Name: 'General',
        IsDefault: false,
        NumberOfAssociatedQueues: 1,
        NumberOfAssociatedUsers: 0,
        AgentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY',
      });
      await refusal(create('General'), 'DuplicateResourceException');
      await refusal(
        create('Two calls', { MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 2 }] }),
        'InvalidParameterException',
      );
      await refusal(create('No queue', { DefaultOutboundQueueId: NOBODY }), 'ResourceNotFoundException');

      await client.call('AssociateRoutingProfileQueues', {
        RoutingProfileId,
        QueueConfigs: [config(other, 'CHAT', 3)],
      });
      expect(await queues()).toEqual(['Served VOICE 1', 'Served too CHAT 3']);
      await client.call('UpdateRoutingProfileQueues', { RoutingProfileId, QueueConfigs: [config(other, 'CHAT', 4)] });
      expect(await queues()).toEqual(['Served VOICE 1', 'Served too CHAT 4']);
      await refusal(
        client.call('UpdateRoutingProfileQueues', { RoutingProfileId, QueueConfigs: [config(other, 'TASK', 1)] }),
        'InvalidRequestException',
      );
      await client.call('DisassociateRoutingProfileQueues', {
        RoutingProfileId,
        QueueReferences: [{ QueueId: other, Channel: 'CHAT' }],
      });
      expect(await queues()).toEqual(['Served VOICE 1']);
      expect(await client.call('ListRoutingProfileManualAssignmentQueues', { RoutingProfileId })).toMatchObject({
        RoutingProfileManualAssignmentQueueConfigSummaryList: [],
      });

      await client.call('UpdateRoutingProfileName', { RoutingProfileId, Name: 'General 2' });
      await client.call('UpdateRoutingProfileConcurrency', {
        RoutingProfileId,
        MediaConcurrencies: [
          { Channel: 'CHAT', Concurrency: 3, CrossChannelBehavior: { BehaviorType: 'ROUTE_ANY_CHANNEL' } },
        ],
      });
      await client.call('UpdateRoutingProfileDefaultOutboundQueue', {
        RoutingProfileId,
        DefaultOutboundQueueId: other,
      });
      await client.call('UpdateRoutingProfileAgentAvailabilityTimer', {
        RoutingProfileId,
        AgentAvailabilityTimer: 'TIME_SINCE_LAST_INBOUND',
      });
      expect(await described()).toMatchObject({
        Name: 'General 2',
        Description: 'For tests',
        MediaConcurrencies: [
          { Channel: 'CHAT', Concurrency: 3, CrossChannelBehavior: { BehaviorType: 'ROUTE_ANY_CHANNEL' } },
        ],
        DefaultOutboundQueueId: other,
        AgentAvailabilityTimer: 'TIME_SINCE_LAST_INBOUND',
      });
      expect(await namesInPages(client, 'ListRoutingProfiles', 'RoutingProfileSummaryList')).toContain('General 2');
      const found = await client.call('SearchRoutingProfiles', {
        SearchCriteria: {
          OrConditions: [
            { StringCondition: { FieldName: 'associatedQueueIds', Value: QueueId, ComparisonType: 'EXACT' } },
            { StringCondition: { FieldName: 'name', Value: 'nobody has it', ComparisonType: 'CONTAINS' } },
          ],
        },
      });
      expect(found.RoutingProfiles).toMatchObject([{ RoutingProfileId, AssociatedQueueIds: [QueueId] }]);

      await refusal(client.call('DeleteQueue', { QueueId: other }), 'ResourceInUseException');
      await client.call('DeleteRoutingProfile', { RoutingProfileId });
      await client.call('DeleteQueue', { QueueId: other });
      await refusal(described(), 'ResourceNotFoundException');
    },
  },
];
