/** Security profiles: what users may do. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { change, findSaid, make, put, remove } from './shared/entities.ts';
import { objects, pick, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import { securityProfilePlace, userPlace } from './shared/places.ts';
import { inUse, invalidParameter, notFound } from './shared/refusals.ts';
import { search } from './shared/search.ts';

const SETTINGS = [
  'Description',
  'Permissions',
  'AllowedAccessControlTags',
  'TagRestrictedResources',
  'Applications',
  'HierarchyRestrictedResources',
  'AllowedAccessControlHierarchyGroupId',
  'AllowedFlowModules',
  'AllowedAIAgents',
  'GranularAccessControlConfiguration',
] as const;

const found = (context: Context, profile: StoredEntity): JsonObject => ({
  ...pick(profile, ['Id', 'Arn', 'SecurityProfileName', 'Description', 'Tags']),
  OrganizationResourceId: context.instance.id,
});

const described = (context: Context, profile: StoredEntity): JsonObject => ({
  ...found(context, profile),
  ...pick(profile, [
    'AllowedAccessControlTags',
    'TagRestrictedResources',
    'HierarchyRestrictedResources',
    'AllowedAccessControlHierarchyGroupId',
    'GranularAccessControlConfiguration',
    'LastModifiedTime',
    'LastModifiedRegion',
  ]),
});

const said = (context: Context, input: JsonObject): StoredEntity =>
  findSaid(context, securityProfilePlace, input, 'SecurityProfileId');

function listOf(
  context: Context,
  input: JsonObject,
  member: string,
  items: (of: StoredEntity) => Parameters<typeof page>[2],
) {
  const profile = said(context, input);
  return { ...page(input, member, items(profile)), ...pick(profile, ['LastModifiedTime', 'LastModifiedRegion']) };
}

/** The user that an ARN names; agents of other sorts are none of ours. */
function userSaid(context: Context, input: JsonObject): StoredEntity {
  if (input['EntityType'] !== 'USER') throw invalidParameter('Invalid parameter: EntityType');
  return findSaid(context, userPlace, input, 'EntityArn');
}

const profileIds = (context: Context, input: JsonObject): readonly string[] =>
  objects(input, 'SecurityProfiles').map((item) => findSaid(context, securityProfilePlace, item, 'Id').Id);

const MAX_PER_USER = 10;

export const securityProfileHandlers: Handlers = {
  CreateSecurityProfile: (input, context) => {
    const profile = make(context, securityProfilePlace, pick(input, ['SecurityProfileName', 'Tags', ...SETTINGS]));
    put(context, securityProfilePlace, profile);
    return { SecurityProfileId: profile.Id, SecurityProfileArn: profile.Arn };
  },
  DescribeSecurityProfile: (input, context) => ({ SecurityProfile: described(context, said(context, input)) }),
  ListSecurityProfiles: (input, context) =>
    page(
      input,
      'SecurityProfileSummaryList',
      context.store.all(securityProfilePlace.collection).map((profile) => ({
        ...pick(profile, ['Id', 'Arn', 'LastModifiedTime', 'LastModifiedRegion']),
        Name: text(profile, 'SecurityProfileName'),
      })),
    ),
  SearchSecurityProfiles: (input, context) =>
    search(
      input,
      'SecurityProfiles',
      context.store.all(securityProfilePlace.collection),
      { fields: { name: 'SecurityProfileName', description: 'Description', resourceID: 'Id' } },
      (profile) => found(context, profile),
    ),
  UpdateSecurityProfile: (input, context) => {
    const profile = said(context, input);
    put(context, securityProfilePlace, change(context, securityProfilePlace, profile, pick(input, SETTINGS)));
    return {};
  },
  DeleteSecurityProfile: (input, context) => {
    const profile = said(context, input);
    const user = context.store
      .all(userPlace.collection)
      .find((one) => texts(one, 'SecurityProfileIds').includes(profile.Id));
    if (user !== undefined) {
      throw inUse(securityProfilePlace, profile.Id, userPlace, user.Id);
    }
    remove(context, securityProfilePlace, profile);
    return {};
  },
  ListSecurityProfilePermissions: (input, context) =>
    listOf(context, input, 'Permissions', (profile) => texts(profile, 'Permissions')),
  ListSecurityProfileApplications: (input, context) =>
    listOf(context, input, 'Applications', (profile) => objects(profile, 'Applications')),
  ListSecurityProfileFlowModules: (input, context) =>
    listOf(context, input, 'AllowedFlowModules', (profile) => objects(profile, 'AllowedFlowModules')),
  ListSecurityProfileAIAgents: (input, context) =>
    listOf(context, input, 'AllowedAIAgents', (profile) => objects(profile, 'AllowedAIAgents')),
  ListEntitySecurityProfiles: (input, context) => {
    const user = userSaid(context, input);
    return page(
      input,
      'SecurityProfiles',
      texts(user, 'SecurityProfileIds').map((Id) => ({ Id })),
    );
  },
  AssociateSecurityProfiles: (input, context) => {
    const user = userSaid(context, input);
    const all = [...new Set([...texts(user, 'SecurityProfileIds'), ...profileIds(context, input)])];
    if (all.length > MAX_PER_USER) throw invalidParameter('Invalid parameter: SecurityProfiles');
    put(context, userPlace, change(context, userPlace, user, { SecurityProfileIds: all }));
    return {};
  },
  DisassociateSecurityProfiles: (input, context) => {
    const user = userSaid(context, input);
    const gone = profileIds(context, input);
    const had = texts(user, 'SecurityProfileIds');
    const missing = gone.find((id) => !had.includes(id));
    if (missing !== undefined) throw notFound(securityProfilePlace.label, missing);
    const left = had.filter((id) => !gone.includes(id));
    if (left.length === 0) throw invalidParameter('Invalid parameter: a user has at least one security profile');
    put(context, userPlace, change(context, userPlace, user, { SecurityProfileIds: left }));
    return {};
  },
};
