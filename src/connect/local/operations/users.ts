/** Users. Passwords are taken and forgotten: they are never stored. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { INSTANCE } from './instances.ts';
import { change, find, findSaid, make, put, remove } from './shared/entities.ts';
import { cleared, flag, numeral, object, objects, optionalText, pick, present, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import { hierarchyGroupPlace, routingProfilePlace, securityProfilePlace, userPlace } from './shared/places.ts';
import { invalidParameter } from './shared/refusals.ts';
import { search } from './shared/search.ts';

const CONFIGS = [
  'AutoAcceptConfigs',
  'AfterContactWorkConfigs',
  'PhoneNumberConfigs',
  'PersistentConnectionConfigs',
  'VoiceEnhancementConfigs',
] as const;

const MEMBERS = [
  'Id',
  'Arn',
  'Username',
  'IdentityInfo',
  'PhoneConfig',
  'DirectoryUserId',
  'SecurityProfileIds',
  'RoutingProfileId',
  'HierarchyGroupId',
  'Tags',
  ...CONFIGS,
] as const;

const described = (user: StoredEntity): JsonObject =>
  pick(user, [...MEMBERS, 'LastModifiedTime', 'LastModifiedRegion']);

/** Searches show names only, and count after-contact work in milliseconds. Source: SearchUsers. */
function found(user: StoredEntity): JsonObject {
  const phone = object(user, 'PhoneConfig');
  const seconds = phone === undefined ? undefined : numeral(phone, 'AfterContactWorkTimeLimit');
  return present({
    ...pick(user, MEMBERS),
    IdentityInfo: pick(object(user, 'IdentityInfo') ?? {}, ['FirstName', 'LastName']),
    PhoneConfig: seconds === undefined ? phone : { ...phone, AfterContactWorkTimeLimit: seconds * 1000 },
  });
}

/** With what the service fills in. Refuses a desk telephone without a number. */
function phoneConfig(input: JsonObject): JsonObject | undefined {
  const said = object(input, 'PhoneConfig');
  if (said === undefined) return undefined;
  const type = optionalText(said, 'PhoneType') ?? 'SOFT_PHONE';
  if (type === 'DESK_PHONE' && optionalText(said, 'DeskPhoneNumber') === undefined) {
    throw invalidParameter('Invalid parameter: DeskPhoneNumber is required for DESK_PHONE');
  }
  return {
    ...said,
    PhoneType: type,
    AutoAccept: flag(said, 'AutoAccept'),
    AfterContactWorkTimeLimit: numeral(said, 'AfterContactWorkTimeLimit') ?? 0,
  };
}

/** Members of `PhoneConfig` that must not be said together with a list per channel. Source: CreateUser. */
const CONFLICTS: Readonly<Record<string, readonly string[]>> = {
  AutoAcceptConfigs: ['AutoAccept'],
  AfterContactWorkConfigs: ['AfterContactWorkTimeLimit'],
  PhoneNumberConfigs: ['PhoneType', 'DeskPhoneNumber'],
  PersistentConnectionConfigs: ['PersistentConnection'],
};

function requireNoConflict(input: JsonObject): void {
  const phone = object(input, 'PhoneConfig') ?? {};
  for (const [list, members] of Object.entries(CONFLICTS)) {
    const member = members.find((name) => phone[name] !== undefined);
    if (input[list] !== undefined && member !== undefined) {
      throw invalidParameter(`Invalid parameter: PhoneConfig.${member} conflicts with ${list}`);
    }
  }
}

/** What must be said, and must not, depends on how the instance knows its users. Sources: CreateUser, UserIdentityInfo. */
function requireIdentity(context: Context, input: JsonObject): void {
  const type = context.store.get(INSTANCE, context.instance.id)?.['IdentityManagementType'];
  const hasPassword = input['Password'] !== undefined;
  if (type === 'CONNECT_MANAGED' && !hasPassword) throw invalidParameter('Invalid parameter: Password is required');
  if (type !== 'CONNECT_MANAGED' && hasPassword) throw invalidParameter('Invalid parameter: Password is not allowed');
  if (type === 'EXISTING_DIRECTORY') return;
  const identity = object(input, 'IdentityInfo') ?? {};
  for (const name of ['FirstName', 'LastName']) {
    if (text(identity, name) === '') throw invalidParameter(`Invalid parameter: IdentityInfo.${name} is required`);
  }
}

const securityProfiles = (context: Context, input: JsonObject): readonly string[] =>
  texts(input, 'SecurityProfileIds').map((id) => find(context, securityProfilePlace, id).Id);

function hierarchyGroup(context: Context, input: JsonObject): string | undefined {
  const id = cleared(optionalText(input, 'HierarchyGroupId'));
  return id === undefined ? undefined : find(context, hierarchyGroupPlace, id).Id;
}

const said = (context: Context, input: JsonObject): StoredEntity => findSaid(context, userPlace, input, 'UserId');

function update(context: Context, input: JsonObject, more: Parameters<typeof change>[3]): JsonObject {
  put(context, userPlace, change(context, userPlace, said(context, input), more));
  return {};
}

export const userHandlers: Handlers = {
  CreateUser: (input, context) => {
    requireNoConflict(input);
    requireIdentity(context, input);
    const user = make(context, userPlace, {
      ...pick(input, ['Username', 'IdentityInfo', 'DirectoryUserId', 'Tags', ...CONFIGS]),
      PhoneConfig: phoneConfig(input),
      SecurityProfileIds: securityProfiles(context, input),
      RoutingProfileId: findSaid(context, routingProfilePlace, input, 'RoutingProfileId').Id,
      HierarchyGroupId: hierarchyGroup(context, input),
    });
    put(context, userPlace, user);
    return { UserId: user.Id, UserArn: user.Arn };
  },
  DescribeUser: (input, context) => ({ User: described(said(context, input)) }),
  ListUsers: (input, context) =>
    page(
      input,
      'UserSummaryList',
      context.store
        .all(userPlace.collection)
        .map((user) => pick(user, ['Id', 'Arn', 'Username', 'LastModifiedTime', 'LastModifiedRegion'])),
    ),
  SearchUsers: (input, context) =>
    search(
      input,
      'Users',
      context.store.all(userPlace.collection),
      {
        fields: {
          username: 'Username',
          firstname: 'IdentityInfo.FirstName',
          lastname: 'IdentityInfo.LastName',
          resourceId: 'Id',
          routingProfileId: 'RoutingProfileId',
          securityProfileId: 'SecurityProfileIds',
        },
      },
      found,
    ),
  UpdateUserIdentityInfo: (input, context) => update(context, input, pick(input, ['IdentityInfo'])),
  UpdateUserPhoneConfig: (input, context) => update(context, input, { PhoneConfig: phoneConfig(input) }),
  UpdateUserConfig: (input, context) => update(context, input, pick(input, CONFIGS)),
  UpdateUserRoutingProfile: (input, context) =>
    update(context, input, { RoutingProfileId: findSaid(context, routingProfilePlace, input, 'RoutingProfileId').Id }),
  UpdateUserSecurityProfiles: (input, context) =>
    update(context, input, { SecurityProfileIds: securityProfiles(context, input) }),
  UpdateUserHierarchy: (input, context) => update(context, input, { HierarchyGroupId: hierarchyGroup(context, input) }),
  /** Quick connects that lead to the user stay, as they do in the service. */
  DeleteUser: (input, context) => {
    remove(context, userPlace, said(context, input));
    return {};
  },
  AssociateUserProficiencies: (input, context) => {
    const before = objects(said(context, input), 'Proficiencies');
    const added = objects(input, 'UserProficiencies');
    return update(context, input, { Proficiencies: [...before.filter((one) => !among(added, one)), ...added] });
  },
  UpdateUserProficiencies: (input, context) => {
    const before = objects(said(context, input), 'Proficiencies');
    const changes = objects(input, 'UserProficiencies');
    const stranger = changes.find((one) => !among(before, one));
    if (stranger !== undefined) throw invalidParameter(`Invalid parameter: ${text(stranger, 'AttributeName')}`);
    return update(context, input, {
      Proficiencies: before.map((one) => changes.find((other) => sameProficiency(one, other)) ?? one),
    });
  },
  DisassociateUserProficiencies: (input, context) => {
    const gone = objects(input, 'UserProficiencies');
    const left = objects(said(context, input), 'Proficiencies').filter((one) => !among(gone, one));
    return update(context, input, { Proficiencies: left });
  },
  ListUserProficiencies: (input, context) => {
    const user = said(context, input);
    return {
      ...page(input, 'UserProficiencyList', objects(user, 'Proficiencies')),
      ...pick(user, ['LastModifiedTime', 'LastModifiedRegion']),
    };
  },
};

const sameProficiency = (a: JsonObject, b: JsonObject): boolean =>
  a['AttributeName'] === b['AttributeName'] && a['AttributeValue'] === b['AttributeValue'];

const among = (list: readonly JsonObject[], one: JsonObject): boolean =>
  list.some((other) => sameProficiency(one, other));
