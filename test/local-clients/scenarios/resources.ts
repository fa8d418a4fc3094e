import { expect } from 'vitest';
import type { Client, Said } from '../clients.ts';
import { idOf, namesInPages, NOBODY, refusal, type Scenario } from './scenario.ts';

const flow = (client: Client, name: string): Promise<string> =>
  idOf(client, 'ListContactFlows', 'ContactFlowSummaryList', name);

/** An inbound flow that hangs up. */
const HANG_UP = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'end',
  Metadata: {},
  Actions: [{ Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
});

export const resourceScenarios: readonly Scenario[] = [
  {
    name: 'prompts',
    run: async (client) => {
      const create = (Name: string): Promise<Said> =>
        client.call('CreatePrompt', { Name, S3Uri: 's3://sounds/welcome.wav' });
      const { PromptId } = await create('welcome.wav');
      await refusal(create('welcome.wav'), 'DuplicateResourceException');
      await client.call('UpdatePrompt', { PromptId, Description: 'Said first' });
      const { Prompt } = await client.call('DescribePrompt', { PromptId });
      expect(Prompt).toMatchObject({ Name: 'welcome.wav', Description: 'Said first' });
      const file = await client.call('GetPromptFile', { PromptId });
      expect(file.PromptPresignedUrl).toContain('welcome.wav');
      expect(await namesInPages(client, 'ListPrompts', 'PromptSummaryList')).toEqual(
        expect.arrayContaining(['Beep.wav', 'CustomerQueue.wav', 'welcome.wav']),
      );
      const found = await client.call('SearchPrompts', {
        SearchCriteria: { StringCondition: { FieldName: 'name', Value: 'welcome', ComparisonType: 'STARTS_WITH' } },
      });
      expect(found.Prompts).toMatchObject([{ PromptId }]);
      await client.call('DeletePrompt', { PromptId });
      await refusal(client.call('DescribePrompt', { PromptId }), 'ResourceNotFoundException');
    },
  },
  {
    name: 'phone numbers and their flow',
    run: async (client) => {
      const instance = (await client.call('ListInstances')).InstanceSummaryList[0];
      const target = { TargetArn: instance.Arn };
      const free = await client.call('SearchAvailablePhoneNumbers', {
        ...target,
        PhoneNumberCountryCode: 'JP',
        PhoneNumberType: 'DID',
        MaxResults: 2,
      });
      expect(free.AvailableNumbersList).toHaveLength(2);
      const { PhoneNumber } = free.AvailableNumbersList[0];
      const claim = (): Promise<Said> =>
        client.call('ClaimPhoneNumber', { ...target, PhoneNumber, PhoneNumberDescription: 'Main line' });
      const { PhoneNumberId, PhoneNumberArn } = await claim();
      await refusal(claim(), 'InvalidParameterException');
      const described = await client.call('DescribePhoneNumber', { PhoneNumberId });
      expect(described.ClaimedPhoneNumberSummary).toMatchObject({
        PhoneNumber,
        PhoneNumberArn,
        PhoneNumberCountryCode: 'JP',
        PhoneNumberType: 'DID',
        PhoneNumberDescription: 'Main line',
        PhoneNumberStatus: { Status: 'CLAIMED' },
        ...target,
      });
      await client.call('UpdatePhoneNumber', { PhoneNumberId, ...target });
      await client.call('UpdatePhoneNumberMetadata', { PhoneNumberId, PhoneNumberDescription: 'Old line' });
      const listed = await client.call('ListPhoneNumbersV2', { ...target, PhoneNumberPrefix: '+81' });
      expect(listed.ListPhoneNumbersSummaryList).toMatchObject([{ PhoneNumber, PhoneNumberDescription: 'Old line' }]);
      const before = await client.call('ListPhoneNumbers', { PhoneNumberTypes: ['DID'] });
      expect(before.PhoneNumberSummaryList).toMatchObject([{ Id: PhoneNumberId, PhoneNumber }]);
      await refusal(
        client.call('ListTagsForResource', { resourceArn: before.PhoneNumberSummaryList[0].Arn }),
        'ResourceNotFoundException',
      );

      const made = await client.call('CreateContactFlow', { Name: 'Main', Type: 'CONTACT_FLOW', Content: HANG_UP });
      await client.call('AssociatePhoneNumberContactFlow', { PhoneNumberId, ContactFlowId: made.ContactFlowId });
      const expected = [
        { ResourceId: PhoneNumberArn, FlowId: made.ContactFlowArn, ResourceType: 'VOICE_PHONE_NUMBER' },
      ];
      const all = await client.call('ListFlowAssociations', { ResourceType: 'VOICE_PHONE_NUMBER' });
      expect(all.FlowAssociationSummaryList).toEqual(expected);
      const some = await client.call('BatchGetFlowAssociation', { ResourceIds: [PhoneNumberArn, NOBODY] });
      expect(some.FlowAssociationSummaryList).toEqual(expected);
      await refusal(
        client.call('AssociatePhoneNumberContactFlow', {
          PhoneNumberId,
          ContactFlowId: await flow(client, 'Default customer hold'),
        }),
        'InvalidParameterException',
      );

      const hours = await idOf(client, 'ListHoursOfOperations', 'HoursOfOperationSummaryList', 'Basic Hours');
      const { QueueId } = await client.call('CreateQueue', {
        Name: 'Calls out',
        HoursOfOperationId: hours,
        OutboundCallerConfig: { OutboundCallerIdNumberId: PhoneNumberArn },
      });
      const inUse = await refusal(client.call('ReleasePhoneNumber', { PhoneNumberId }), 'ResourceInUseException');
      expect(inUse.message).toContain(QueueId);
      await client.call('DeleteQueue', { QueueId });

      await client.call('DisassociatePhoneNumberContactFlow', { PhoneNumberId });
      expect((await client.call('ListFlowAssociations')).FlowAssociationSummaryList).toEqual([]);
      await client.call('DeleteContactFlow', { ContactFlowId: made.ContactFlowId });
      await client.call('ReleasePhoneNumber', { PhoneNumberId });
      await refusal(client.call('DescribePhoneNumber', { PhoneNumberId }), 'ResourceNotFoundException');
    },
  },
  {
    name: 'flows of other things than numbers',
    run: async (client) => {
      const ResourceId = 'arn:aws:sms-voice:us-east-1:000000000000:phone-number/phone-1';
      const key = { ResourceId, ResourceType: 'SMS_PHONE_NUMBER' };
      const made = await client.call('CreateContactFlow', { Name: 'Texts', Type: 'CONTACT_FLOW', Content: HANG_UP });
      await client.call('AssociateFlow', { ...key, FlowId: made.ContactFlowArn });
      expect(await client.call('GetFlowAssociation', key)).toMatchObject({ ...key, FlowId: made.ContactFlowArn });
      await client.call('DisassociateFlow', key);
      await refusal(client.call('GetFlowAssociation', key), 'ResourceNotFoundException');
      await client.call('DeleteContactFlow', { ContactFlowId: made.ContactFlowId });
    },
  },
  {
    name: 'Lambda functions',
    run: async (client) => {
      const FunctionArn = 'arn:aws:lambda:us-east-1:000000000000:function:lookup';
      await client.call('AssociateLambdaFunction', { FunctionArn });
      await refusal(client.call('AssociateLambdaFunction', { FunctionArn }), 'ResourceConflictException');
      await refusal(client.call('AssociateLambdaFunction', { FunctionArn: 'lookup' }), 'InvalidParameterException');
      expect((await client.call('ListLambdaFunctions')).LambdaFunctions).toEqual([FunctionArn]);
      await client.call('DisassociateLambdaFunction', { FunctionArn });
      expect((await client.call('ListLambdaFunctions')).LambdaFunctions).toEqual([]);
      await refusal(client.call('DisassociateLambdaFunction', { FunctionArn }), 'ResourceNotFoundException');
    },
  },
  {
    name: 'bots',
    run: async (client) => {
      const LexV2Bot = { AliasArn: 'arn:aws:lex:us-east-1:000000000000:bot-alias/ABCDEFGHIJ/TSTALIASID' };
      await client.call('AssociateBot', { LexV2Bot });
      await refusal(client.call('AssociateBot', { LexV2Bot }), 'ResourceConflictException');
      await refusal(client.call('AssociateBot', {}), 'InvalidRequestException');
      await refusal(client.call('AssociateBot', { LexV2Bot: { AliasArn: 'TSTALIASID' } }), 'InvalidRequestException');
      expect((await client.call('ListBots', { LexVersion: 'V2' })).LexBots).toEqual([{ LexV2Bot }]);
      const LexBot = { Name: 'Orders', LexRegion: 'us-east-1' };
      await client.call('AssociateLexBot', { LexBot });
      expect((await client.call('ListLexBots')).LexBots).toEqual([LexBot]);
      expect((await client.call('ListBots', { LexVersion: 'V1' })).LexBots).toEqual([{ LexBot }]);
      await client.call('DisassociateLexBot', { BotName: 'Orders', LexRegion: 'us-east-1' });
      await client.call('DisassociateBot', { LexV2Bot });
      expect((await client.call('ListBots', { LexVersion: 'V2' })).LexBots).toEqual([]);
      await refusal(client.call('DisassociateBot', { LexV2Bot }), 'ResourceNotFoundException');
    },
  },
  {
    name: 'integration associations',
    run: async (client) => {
      const said = { IntegrationType: 'EVENT', IntegrationArn: 'arn:aws:events:us-east-1:000000000000:rule/r' };
      const { IntegrationAssociationId } = await client.call('CreateIntegrationAssociation', said);
      await refusal(client.call('CreateIntegrationAssociation', said), 'DuplicateResourceException');
      const listed = await client.call('ListIntegrationAssociations', { IntegrationType: 'EVENT' });
      expect(listed.IntegrationAssociationSummaryList).toMatchObject([{ IntegrationAssociationId, ...said }]);
      await client.call('DeleteIntegrationAssociation', { IntegrationAssociationId });
      await refusal(
        client.call('DeleteIntegrationAssociation', { IntegrationAssociationId }),
        'ResourceNotFoundException',
      );
    },
  },
  {
    name: 'views and their versions',
    run: async (client) => {
      const Content = { Template: '{"Head":{}}', Actions: ['Submit'] };
      const create = (Name: string, more = {}): Promise<Said> =>
        client.call('CreateView', { Name, Status: 'SAVED', Content, ...more });
      const { View } = await create('Order form');
      const ViewId: string = View.Id;
      expect(View).toMatchObject({ Name: 'Order form', Status: 'SAVED', Type: 'CUSTOMER_MANAGED', Content });
      const duplicate = await refusal(create('Order form'), 'DuplicateResourceException');
      expect(duplicate.message).toBe('View name already exists for the instance');
      await refusal(create('Broken', { Content: { Template: '{' } }), 'InvalidParameterException');
      await refusal(client.call('DescribeView', { ViewId }), 'ResourceNotFoundException');
      expect((await client.call('DescribeView', { ViewId: `${ViewId}:$SAVED` })).View.Status).toBe('SAVED');
      await refusal(client.call('CreateViewVersion', { ViewId }), 'InvalidRequestException');

      await client.call('UpdateViewContent', { ViewId, Status: 'PUBLISHED', Content });
      const latest = (await client.call('DescribeView', { ViewId })).View;
      expect(latest).toMatchObject({ Status: 'PUBLISHED', Content });
      const hash = { ViewContentSha256: latest.ViewContentSha256 };
      const version = (await client.call('CreateViewVersion', { ViewId, VersionDescription: 'First', ...hash })).View;
      expect(version).toMatchObject({ Version: 1, VersionDescription: 'First' });
      expect((await client.call('CreateViewVersion', { ViewId })).View.Version).toBe(1);
      await client.call('UpdateViewContent', { ViewId, Status: 'PUBLISHED', Content: { ...Content, Actions: ['Ok'] } });
      await refusal(client.call('CreateViewVersion', { ViewId, ...hash }), 'InvalidParameterException');
      expect((await client.call('CreateViewVersion', { ViewId })).View.Version).toBe(2);
      expect((await client.call('DescribeView', { ViewId: `${ViewId}:1` })).View.Content).toEqual(Content);
      const versions = await client.call('ListViewVersions', { ViewId });
      expect(versions.ViewVersionSummaryList.map((one: Said) => one.Version)).toEqual([1, 2]);
      await client.call('DeleteViewVersion', { ViewId, ViewVersion: 1 });
      await refusal(client.call('DescribeView', { ViewId: `${ViewId}:1` }), 'ResourceNotFoundException');

      await client.call('UpdateViewMetadata', { ViewId, Name: 'Order form 2', Description: 'For orders' });
      const own = await client.call('ListViews', { Type: 'CUSTOMER_MANAGED' });
      expect(own.ViewsSummaryList).toMatchObject([{ Id: ViewId, Name: 'Order form 2', Status: 'PUBLISHED' }]);
      const managed = await client.call('ListViews', { Type: 'AWS_MANAGED' });
      const form = managed.ViewsSummaryList.find((one: Said) => one.Name === 'Form');
      expect(form.Arn).toMatch(/:aws:view\/form:1$/);
      expect((await client.call('DescribeView', { ViewId: form.Arn })).View).toMatchObject({
        Name: 'Form',
        Version: 1,
      });
      await refusal(client.call('DeleteView', { ViewId: form.Id }), 'AccessDeniedException');
      const found = await client.call('SearchViews', {
        SearchCriteria: {
          AndConditions: [{ ViewTypeCondition: 'CUSTOMER_MANAGED' }, { ViewStatusCondition: 'PUBLISHED' }],
        },
      });
      expect(found.Views).toMatchObject([{ Id: ViewId }]);

      await client.call('DeleteView', { ViewId });
      await client.call('DeleteView', { ViewId: (await create('Order form 2')).View.Id });
    },
  },
  {
    name: 'predefined attributes',
    run: async (client) => {
      const create = (): Promise<Said> =>
        client.call('CreatePredefinedAttribute', { Name: '言語', Values: { StringList: ['日本語'] } });
      await create();
      await refusal(create(), 'DuplicateResourceException');
      await client.call('UpdatePredefinedAttribute', { Name: '言語', Values: { StringList: ['日本語', 'English'] } });
      const { PredefinedAttribute } = await client.call('DescribePredefinedAttribute', { Name: '言語' });
      expect(PredefinedAttribute).toMatchObject({ Name: '言語', Values: { StringList: ['日本語', 'English'] } });
      const listed = (await client.call('ListPredefinedAttributes')).PredefinedAttributeSummaryList;
      expect(listed.map((one: Said) => one.Name)).toContain('言語');
      const found = await client.call('SearchPredefinedAttributes', {
        SearchCriteria: { StringCondition: { FieldName: 'value', Value: 'English', ComparisonType: 'EXACT' } },
      });
      expect(found.PredefinedAttributes).toHaveLength(1);
      await client.call('DeletePredefinedAttribute', { Name: '言語' });
      await refusal(client.call('DescribePredefinedAttribute', { Name: '言語' }), 'ResourceNotFoundException');
    },
  },
  {
    name: 'task templates',
    run: async (client) => {
      const Fields = [{ Id: { Name: 'Order' }, Type: 'TEXT' }];
      const { Id: TaskTemplateId } = await client.call('CreateTaskTemplate', { Name: 'Call back', Fields });
      await client.call('UpdateTaskTemplate', { TaskTemplateId, Description: 'By tomorrow', Status: 'INACTIVE' });
      expect(await client.call('GetTaskTemplate', { TaskTemplateId })).toMatchObject({
        Name: 'Call back',
        Description: 'By tomorrow',
        Status: 'INACTIVE',
        Fields,
      });
      expect((await client.call('ListTaskTemplates', { Status: 'ACTIVE' })).TaskTemplates).toEqual([]);
      expect((await client.call('ListTaskTemplates', { Name: 'Call back' })).TaskTemplates).toHaveLength(1);
      await client.call('DeleteTaskTemplate', { TaskTemplateId });
      await refusal(client.call('GetTaskTemplate', { TaskTemplateId }), 'ResourceNotFoundException');
    },
  },
  {
    name: 'data tables',
    run: async (client) => {
      const said = { Name: 'Branches', TimeZone: 'Asia/Tokyo', ValueLockLevel: 'NONE', Status: 'PUBLISHED' };
      const { Id: DataTableId } = await client.call('CreateDataTable', said);
      await refusal(client.call('CreateDataTable', said), 'DuplicateResourceException');
      expect((await client.call('DescribeDataTable', { DataTableId })).DataTable).toMatchObject(said);
      expect((await client.call('ListDataTableAttributes', { DataTableId })).Attributes).toEqual([]);
      expect((await client.call('ListDataTables')).DataTableSummaryList).toMatchObject([{ Name: 'Branches' }]);
      const found = await client.call('SearchDataTables', {
        SearchCriteria: { StringCondition: { FieldName: 'name', Value: 'Branches', ComparisonType: 'EXACT' } },
      });
      expect(found.DataTables).toHaveLength(1);
      await client.call('DeleteDataTable', { DataTableId });
      await refusal(client.call('DescribeDataTable', { DataTableId }), 'ResourceNotFoundException');
    },
  },
];
