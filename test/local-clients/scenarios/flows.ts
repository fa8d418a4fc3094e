import { expect } from 'vitest';
import type { Client, Said } from '../clients.ts';
import { refusal, type Scenario } from './scenario.ts';

const flow = (...actions: object[]): string =>
  JSON.stringify({ Version: '2019-10-30', StartAction: 'first', Metadata: {}, Actions: actions });

const end = (Type: string, Identifier = 'first'): object => ({
  Identifier,
  Type,
  Parameters: {},
  Transitions: {},
});

const HANG_UP = flow(end('DisconnectParticipant'));
const LOST = flow({
  Identifier: 'first',
  Type: 'MessageParticipant',
  Parameters: { Text: 'Hello' },
  Transitions: { NextAction: 'nowhere', Errors: [{ NextAction: 'nowhere', ErrorType: 'NoMatchingError' }] },
});
const MODULE = JSON.stringify({
  ...(JSON.parse(flow(end('EndFlowModuleExecution'))) as object),
  Settings: { InputParameters: [], OutputParameters: [], Transitions: [] },
});

export const flowScenarios: readonly Scenario[] = [
  {
    name: 'flows: drafts, publishing, archiving',
    run: async (client) => {
      const create = (Name: string, more = {}): Promise<Said> =>
        client.call('CreateContactFlow', { Name, Type: 'CONTACT_FLOW', Content: HANG_UP, ...more });
      const { ContactFlowId, ContactFlowArn } = await create('受付', { Tags: { team: 'a' } });
      const described = async (id = ContactFlowId): Promise<Said> =>
        (await client.call('DescribeContactFlow', { ContactFlowId: id })).ContactFlow;
      expect(await described()).toMatchObject({
        Name: '受付',
        Content: HANG_UP,
        State: 'ACTIVE',
        Status: 'PUBLISHED',
        Tags: { team: 'a' },
      });
      await refusal(create('受付'), 'DuplicateResourceException');

      const draft = (await create('Draft', { Status: 'SAVED', Content: LOST })).ContactFlowId;
      await refusal(described(draft), 'ContactFlowNotPublishedException');
      expect((await described(`${draft}:$SAVED`)).Content).toBe(LOST);
      await client.call('DeleteContactFlow', { ContactFlowId: draft });

      const more = { Name: '受付 2', Description: 'Answers' };
      await client.call('UpdateContactFlowName', { ContactFlowId, ...more });
      await client.call('UpdateContactFlowContent', { ContactFlowId, Content: HANG_UP });
      await client.call('UpdateContactFlowMetadata', { ContactFlowId, ContactFlowState: 'ARCHIVED' });
      expect(await described(ContactFlowArn)).toMatchObject({ ...more, State: 'ARCHIVED' });
      const listed = await client.call('ListContactFlows', { ContactFlowTypes: ['CONTACT_FLOW', 'CUSTOMER_HOLD'] });
      expect(listed.ContactFlowSummaryList.map((one: Said) => one.Name)).toContain('受付 2');
      const found = await client.call('SearchContactFlows', {
        SearchCriteria: { StringCondition: { FieldName: 'name', Value: '受付', ComparisonType: 'STARTS_WITH' } },
      });
      expect(found.ContactFlows).toHaveLength(1);

      await client.call('TagResource', { resourceArn: ContactFlowArn, tags: { stage: 'prod' } });
      await client.call('UntagResource', { resourceArn: ContactFlowArn, tagKeys: ['team'] });
      expect((await client.call('ListTagsForResource', { resourceArn: ContactFlowArn })).tags).toEqual({
        stage: 'prod',
      });
      expect((await client.call('SearchResourceTags', { ResourceTypes: ['CONTACT_FLOW'] })).Tags).toEqual([
        { key: 'stage', value: 'prod' },
      ]);
      await client.call('DeleteContactFlow', { ContactFlowId });
      await refusal(described(), 'ResourceNotFoundException');
    },
  },
  {
    name: 'flows: versions, which only campaigns have',
    run: async (client) => {
      const Content = flow(end('DisconnectParticipant'));
      const create = (Name: string, Type: string): Promise<Said> =>
        client.call('CreateContactFlow', { Name, Type, Content });
      const { ContactFlowId } = await create('Campaign', 'CAMPAIGN');
      const { FlowContentSha256 } = (await client.call('DescribeContactFlow', { ContactFlowId })).ContactFlow;
      const version = (more = {}): Promise<Said> => client.call('CreateContactFlowVersion', { ContactFlowId, ...more });
      expect(await version({ FlowContentSha256, Description: 'First' })).toMatchObject({ Version: 1 });
      await refusal(version({ FlowContentSha256: '0'.repeat(64) }), 'InvalidRequestException');
      const listed = await client.call('ListContactFlowVersions', { ContactFlowId });
      expect(listed.ContactFlowVersionSummaryList).toMatchObject([{ Version: 1, VersionDescription: 'First' }]);
      await client.call('DeleteContactFlowVersion', { ContactFlowId, ContactFlowVersion: 1 });
      await client.call('DeleteContactFlow', { ContactFlowId });
    },
  },
  {
    name: 'modules, their versions and aliases',
    run: async (client) => {
      const create = (Name: string, Content = MODULE): Promise<Said> =>
        client.call('CreateContactFlowModule', { Name, Content });
      const { Id: ContactFlowModuleId } = await create('Check identity');
      await refusal(create('Check identity'), 'DuplicateResourceException');
      await client.call('UpdateContactFlowModuleContent', { ContactFlowModuleId, Content: MODULE });
      await client.call('UpdateContactFlowModuleMetadata', {
        ContactFlowModuleId,
        Description: 'Asks for the date of birth',
      });
      const { ContactFlowModule } = await client.call('DescribeContactFlowModule', { ContactFlowModuleId });
      expect(ContactFlowModule).toMatchObject({ Name: 'Check identity', Content: MODULE, State: 'ACTIVE' });
      expect((await client.call('ListContactFlowModules')).ContactFlowModulesSummaryList).toHaveLength(1);
      expect((await client.call('SearchContactFlowModules')).ContactFlowModules).toHaveLength(1);

      expect((await client.call('CreateContactFlowModuleVersion', { ContactFlowModuleId })).Version).toBe(1);
      const { Id: AliasId } = await client.call('CreateContactFlowModuleAlias', {
        ContactFlowModuleId,
        AliasName: 'live',
        ContactFlowModuleVersion: 1,
      });
      const alias = { ContactFlowModuleId, AliasId };
      await client.call('UpdateContactFlowModuleAlias', { ...alias, Description: 'What callers get' });
      const { ContactFlowModuleAlias } = await client.call('DescribeContactFlowModuleAlias', alias);
      expect(ContactFlowModuleAlias).toMatchObject({ Name: 'live', Version: 1, Description: 'What callers get' });
      const aliases = await client.call('ListContactFlowModuleAliases', { ContactFlowModuleId });
      expect(aliases.ContactFlowModuleAliasSummaryList).toMatchObject([{ AliasName: 'live' }]);
      await client.call('DeleteContactFlowModuleAlias', alias);
      const versions = await client.call('ListContactFlowModuleVersions', { ContactFlowModuleId });
      expect(versions.ContactFlowModuleVersionSummaryList).toMatchObject([{ Version: 1 }]);
      await client.call('DeleteContactFlowModuleVersion', { ContactFlowModuleId, ContactFlowModuleVersion: 1 });
      await client.call('DeleteContactFlowModule', { ContactFlowModuleId });
    },
  },
  {
    name: 'what is wrong with a flow',
    run: async (client: Client) => {
      const invalid = await refusal(
        client.call('CreateContactFlow', { Name: 'Lost', Type: 'CONTACT_FLOW', Content: LOST }),
        'InvalidContactFlowException',
      );
      expect(invalid.message === '' || invalid.message === 'UnknownError').toBe(true);
      const module = await refusal(
        client.call('CreateContactFlowModule', {
          Name: 'Lost',
          Content: MODULE.replaceAll('"first"', '"second"').replace('"second"', '"first"'),
        }),
        'InvalidContactFlowModuleException',
      );
      // The command line shows none of them.
      for (const { problems, code } of [invalid, module]) {
        for (const problem of problems) expect(problem, code).toMatch(/Path: Actions\[0\]|StartAction/);
      }
    },
  },
  {
    name: 'the instance',
    run: async (client) => {
      const [summary] = (await client.call('ListInstances')).InstanceSummaryList;
      expect(summary).toMatchObject({ InstanceStatus: 'ACTIVE', InboundCallsEnabled: true });
      const { Instance } = await client.call('DescribeInstance', { InstanceId: summary.Arn });
      expect(Instance).toMatchObject({ Id: summary.Id, InstanceAlias: summary.InstanceAlias });
      const type = { AttributeType: 'CONTACTFLOW_LOGS' };
      await client.call('UpdateInstanceAttribute', { ...type, Value: 'true' });
      expect((await client.call('DescribeInstanceAttribute', type)).Attribute).toEqual({ ...type, Value: 'true' });
      expect((await client.call('ListInstanceAttributes')).Attributes).toContainEqual({ ...type, Value: 'true' });
      const other = '11111111-1111-4111-8111-111111111111';
      await refusal(client.call('ListQueues', { InstanceId: other }), 'ResourceNotFoundException');
      await refusal(client.call('ListQueues', { InstanceId: 'somewhere' }), 'InvalidParameterException');
      await refusal(client.call('ListQueues', { NextToken: 'bm9uc2Vuc2U=' }), 'InvalidParameterException');
    },
  },
];
