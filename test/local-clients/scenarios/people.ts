import { expect } from 'vitest';
import type { Client, Said } from '../clients.ts';
import { idOf, namesInPages, NOBODY, refusal, type Scenario } from './scenario.ts';

const securityProfile = (client: Client, name: string): Promise<string> =>
  idOf(client, 'ListSecurityProfiles', 'SecurityProfileSummaryList', name);

const routingProfile = (client: Client): Promise<string> =>
  idOf(client, 'ListRoutingProfiles', 'RoutingProfileSummaryList', 'Basic Routing Profile');

const user = async (client: Client, Username: string, more = {}): Promise<string> => {
  const said: Said = await client.call('CreateUser', {
    Username,
    IdentityInfo: { FirstName: '花子', LastName: '佐藤' },
    PhoneConfig: { PhoneType: 'SOFT_PHONE' },
    SecurityProfileIds: [await securityProfile(client, 'Agent')],
    RoutingProfileId: await routingProfile(client),
    ...more,
  });
  return said.UserId;
};

export const peopleScenarios: readonly Scenario[] = [
  {
    name: 'users',
    run: async (client) => {
      const UserId = await user(client, 'sato', { Tags: { team: 'a' } });
      const described = async (): Promise<Said> => (await client.call('DescribeUser', { UserId })).User;
      const created = await described();
      expect(created).toMatchObject({
        Username: 'sato',
        IdentityInfo: { FirstName: '花子', LastName: '佐藤' },
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 0 },
        Tags: { team: 'a' },
      });
      expect((await client.call('ListTagsForResource', { resourceArn: created.Arn })).tags).toEqual({ team: 'a' });

      await refusal(user(client, 'sato'), 'DuplicateResourceException');
      await refusal(user(client, 'nobody', { RoutingProfileId: NOBODY }), 'ResourceNotFoundException');
      await refusal(user(client, 'nobody', { SecurityProfileIds: [NOBODY] }), 'ResourceNotFoundException');
      await refusal(user(client, 'desk', { PhoneConfig: { PhoneType: 'DESK_PHONE' } }), 'InvalidParameterException');
      await refusal(
        user(client, 'both', {
          PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true },
          AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true }],
        }),
        'InvalidParameterException',
      );
      await refusal(user(client, 'anonymous', { IdentityInfo: {} }), 'InvalidParameterException');
      await refusal(user(client, 'secret', { Password: 'Correct-Horse-9' }), 'InvalidParameterException');

      await client.call('UpdateUserIdentityInfo', { UserId, IdentityInfo: { FirstName: 'Hanako', LastName: 'Sato' } });
      const PhoneConfig = { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+81500000002', AfterContactWorkTimeLimit: 30 };
      await client.call('UpdateUserPhoneConfig', { UserId, PhoneConfig });
      const SecurityProfileIds = [await securityProfile(client, 'Agent'), await securityProfile(client, 'Admin')];
      await client.call('UpdateUserSecurityProfiles', { UserId, SecurityProfileIds });
      await client.call('UpdateUserRoutingProfile', { UserId, RoutingProfileId: await routingProfile(client) });
      expect(await described()).toMatchObject({
        IdentityInfo: { FirstName: 'Hanako', LastName: 'Sato' },
        PhoneConfig,
        SecurityProfileIds,
      });
      const AutoAcceptConfigs = [{ Channel: 'CHAT', AutoAccept: true }];
      await client.call('UpdateUserConfig', { UserId, AutoAcceptConfigs });
      expect(await described()).toMatchObject({ AutoAcceptConfigs });

      const found = await client.call('SearchUsers', {
        SearchCriteria: { StringCondition: { FieldName: 'username', Value: 'SATO', ComparisonType: 'EXACT' } },
        SearchFilter: { TagFilter: { TagCondition: { TagKey: 'team', TagValue: 'a' } } },
      });
      expect(found.Users).toMatchObject([{ Id: UserId, PhoneConfig: { AfterContactWorkTimeLimit: 30_000 } }]);
      const none = await client.call('SearchUsers', {
        SearchFilter: { TagFilter: { TagCondition: { TagKey: 'team', TagValue: 'b' } } },
      });
      expect(none).toMatchObject({ Users: [], ApproximateTotalCount: 0 });

      const queues = (await client.call('ListQueues', { QueueTypes: ['AGENT'] })).QueueSummaryList;
      expect(queues.map((one: Said) => one.Arn).filter((arn: string) => arn.endsWith(UserId))).toHaveLength(1);
      const profile = await routingProfile(client);
      await refusal(client.call('DeleteRoutingProfile', { RoutingProfileId: profile }), 'ResourceInUseException');

      await client.call('DeleteUser', { UserId });
      await refusal(described(), 'ResourceNotFoundException');
      expect((await client.call('ListUsers')).UserSummaryList).toEqual([]);
    },
  },
  {
    name: 'hierarchy and proficiencies',
    run: async (client) => {
      const HierarchyStructure = { LevelOne: { Name: 'Country' }, LevelTwo: { Name: 'Team' } };
      await client.call('UpdateUserHierarchyStructure', { HierarchyStructure });
      const structure = await client.call('DescribeUserHierarchyStructure');
      expect(structure.HierarchyStructure).toMatchObject(HierarchyStructure);

      const group = async (Name: string, more = {}): Promise<string> =>
        (await client.call('CreateUserHierarchyGroup', { Name, ...more })).HierarchyGroupId;
      const japan = await group('Japan');
      const team = await group('Team A', { ParentGroupId: japan });
      await refusal(group('Team A', { ParentGroupId: japan }), 'DuplicateResourceException');
      await refusal(group('Too deep', { ParentGroupId: team }), 'InvalidParameterException');
      await client.call('UpdateUserHierarchyGroupName', { HierarchyGroupId: team, Name: 'Team B' });
      const described = await client.call('DescribeUserHierarchyGroup', { HierarchyGroupId: team });
      expect(described.HierarchyGroup).toMatchObject({
        Name: 'Team B',
        LevelId: structure.HierarchyStructure.LevelTwo.Id,
        HierarchyPath: { LevelOne: { Name: 'Japan' }, LevelTwo: { Name: 'Team B' } },
      });
      expect(await namesInPages(client, 'ListUserHierarchyGroups', 'UserHierarchyGroupSummaryList')).toEqual([
        'Japan',
        'Team B',
      ]);
      const found = await client.call('SearchUserHierarchyGroups', {
        SearchCriteria: { StringCondition: { FieldName: 'name', Value: 'team', ComparisonType: 'STARTS_WITH' } },
      });
      expect(found.UserHierarchyGroups).toHaveLength(1);

      await client.call('CreatePredefinedAttribute', { Name: 'Technology', Values: { StringList: ['AWS', 'Linux'] } });
      const UserId = await user(client, 'tanaka', { HierarchyGroupId: team });
      const proficiency = (Level: number): object => ({
        UserId,
        UserProficiencies: [{ AttributeName: 'Technology', AttributeValue: 'AWS', Level }],
      });
      await client.call('AssociateUserProficiencies', proficiency(2));
      await client.call('UpdateUserProficiencies', proficiency(4));
      expect((await client.call('ListUserProficiencies', { UserId })).UserProficiencyList).toMatchObject([
        { Level: 4 },
      ]);
      await refusal(client.call('DeletePredefinedAttribute', { Name: 'Technology' }), 'ResourceInUseException');
      await client.call('DisassociateUserProficiencies', {
        UserId,
        UserProficiencies: [{ AttributeName: 'Technology', AttributeValue: 'AWS' }],
      });
      await client.call('DeletePredefinedAttribute', { Name: 'Technology' });

      await client.call('UpdateUserHierarchy', { UserId, HierarchyGroupId: japan });
      expect((await client.call('DescribeUser', { UserId })).User.HierarchyGroupId).toBe(japan);
      await refusal(client.call('DeleteUserHierarchyGroup', { HierarchyGroupId: japan }), 'ResourceInUseException');
      await refusal(client.call('UpdateUserHierarchyStructure', { HierarchyStructure: {} }), 'ResourceInUseException');
      for (const HierarchyGroupId of [team, japan]) await client.call('DeleteUserHierarchyGroup', { HierarchyGroupId });
      expect((await client.call('DescribeUser', { UserId })).User).not.toHaveProperty('HierarchyGroupId');
      await client.call('UpdateUserHierarchyStructure', { HierarchyStructure: {} });
      await client.call('DeleteUser', { UserId });
    },
  },
  {
    name: 'security profiles',
    run: async (client) => {
      const create = (SecurityProfileName: string, more = {}): Promise<Said> =>
        client.call('CreateSecurityProfile', { SecurityProfileName, Permissions: ['BasicAgentAccess'], ...more });
      const { SecurityProfileId } = await create('Operators', { Description: 'Those on the phone' });
      const described = async (): Promise<Said> =>
        (await client.call('DescribeSecurityProfile', { SecurityProfileId })).SecurityProfile;
      const permissions = async (): Promise<Said> =>
        (await client.call('ListSecurityProfilePermissions', { SecurityProfileId })).Permissions;
      expect(await described()).toMatchObject({ SecurityProfileName: 'Operators', Description: 'Those on the phone' });
      expect(await permissions()).toEqual(['BasicAgentAccess']);
      await refusal(create('Operators'), 'DuplicateResourceException');

      const Permissions = ['BasicAgentAccess', 'OutboundCallAccess'];
      await client.call('UpdateSecurityProfile', { SecurityProfileId, Permissions });
      expect(await permissions()).toEqual(Permissions);
      expect(await described()).toMatchObject({ Description: 'Those on the phone' });
      expect(await client.call('ListSecurityProfileApplications', { SecurityProfileId })).toMatchObject({
        Applications: [],
      });
      expect(await namesInPages(client, 'ListSecurityProfiles', 'SecurityProfileSummaryList')).toEqual(
        expect.arrayContaining(['Admin', 'Agent', 'CallCenterManager', 'QualityAnalyst', 'Operators']),
      );
      const found = await client.call('SearchSecurityProfiles', {
        SearchCriteria: { StringCondition: { FieldName: 'name', Value: 'Operators', ComparisonType: 'EXACT' } },
      });
      expect(found.SecurityProfiles).toMatchObject([{ Id: SecurityProfileId }]);

      const UserId = await user(client, 'suzuki', { SecurityProfileIds: [SecurityProfileId] });
      await refusal(client.call('DeleteSecurityProfile', { SecurityProfileId }), 'ResourceInUseException');
      await client.call('DeleteUser', { UserId });
      await client.call('DeleteSecurityProfile', { SecurityProfileId });
      await refusal(described(), 'ResourceNotFoundException');
    },
  },
  {
    name: 'security profiles of a user, one by one',
    run: async (client) => {
      const UserId = await user(client, 'yamada');
      const { Arn: EntityArn } = (await client.call('DescribeUser', { UserId })).User;
      const entity = { EntityType: 'USER', EntityArn };
      const admin = await securityProfile(client, 'Admin');
      const SecurityProfiles = [{ Id: admin }];
      await client.call('AssociateSecurityProfiles', { ...entity, SecurityProfiles });
      const listed = await client.call('ListEntitySecurityProfiles', entity);
      expect(listed.SecurityProfiles).toEqual([{ Id: await securityProfile(client, 'Agent') }, { Id: admin }]);
      await client.call('DisassociateSecurityProfiles', { ...entity, SecurityProfiles });
      expect((await client.call('ListEntitySecurityProfiles', entity)).SecurityProfiles).toHaveLength(1);
      const modules = await client.call('ListSecurityProfileFlowModules', { SecurityProfileId: admin });
      expect(modules.AllowedFlowModules).toEqual([]);
      await client.call('DeleteUser', { UserId });
    },
  },
  {
    name: 'agent statuses',
    run: async (client) => {
      const create = (Name: string): Promise<Said> => client.call('CreateAgentStatus', { Name, State: 'ENABLED' });
      const { AgentStatusId } = await create('休憩');
      const described = async (): Promise<Said> =>
        (await client.call('DescribeAgentStatus', { AgentStatusId })).AgentStatus;
      expect(await described()).toMatchObject({ Name: '休憩', Type: 'CUSTOM', State: 'ENABLED' });
      await refusal(create('休憩'), 'DuplicateResourceException');
      await client.call('UpdateAgentStatus', {
        AgentStatusId,
        Name: 'Break',
        Description: 'Away',
        State: 'DISABLED',
        DisplayOrder: 3,
      });
      expect(await described()).toMatchObject({
        Name: 'Break',
        Description: 'Away',
        State: 'DISABLED',
        DisplayOrder: 3,
      });
      const listed = await client.call('ListAgentStatuses', { AgentStatusTypes: ['ROUTABLE', 'OFFLINE'] });
      expect(listed.AgentStatusSummaryList.map((one: Said) => one.Name)).toEqual(['Available', 'Offline']);
      const offline = await idOf(client, 'ListAgentStatuses', 'AgentStatusSummaryList', 'Offline');
      await refusal(
        client.call('UpdateAgentStatus', { AgentStatusId: offline, Name: 'Gone' }),
        'InvalidParameterException',
      );
      const found = await client.call('SearchAgentStatuses', {
        SearchCriteria: { StringCondition: { FieldName: 'name', Value: 'rea', ComparisonType: 'CONTAINS' } },
      });
      expect(found.AgentStatuses).toMatchObject([{ AgentStatusId }]);
    },
  },
];
