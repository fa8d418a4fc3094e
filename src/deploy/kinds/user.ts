import { present, sameJson, type JsonObject } from '../../text/json.ts';
import { codecOf } from './codec.ts';
import { objectAt, textAt, textsAt, valueAt } from '../../text/json-members.ts';
import { sorted } from './json.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'user',
  describe: 'DescribeUser',
  described: 'User',
  id: 'UserId',
  create: { operation: 'CreateUser', name: 'Username', answer: { id: 'UserId', arn: 'UserArn' } },
  settings: [
    // Names and addresses of people need not stand in source; where they do not, those that are live stay.
    { path: 'first_name', member: 'IdentityInfo.FirstName', update: 'UpdateUserIdentityInfo', takenBack: 'never' },
    { path: 'last_name', member: 'IdentityInfo.LastName', update: 'UpdateUserIdentityInfo', takenBack: 'never' },
    { path: 'email', member: 'IdentityInfo.Email', update: 'UpdateUserIdentityInfo', takenBack: 'never' },
    {
      path: 'secondary_email',
      member: 'IdentityInfo.SecondaryEmail',
      update: 'UpdateUserIdentityInfo',
      takenBack: 'never',
    },
    { path: 'mobile', member: 'IdentityInfo.Mobile', update: 'UpdateUserIdentityInfo', takenBack: 'never' },
    {
      path: 'routing_profile',
      member: 'RoutingProfileId',
      update: 'UpdateUserRoutingProfile',
      as: { id: 'routing_profile' },
    },
    {
      path: 'security_profiles',
      member: 'SecurityProfileIds',
      update: 'UpdateUserSecurityProfiles',
      as: { ids: 'security_profile' },
    },
  ],
};

/** A desk phone and its number are one setting, and the service replaces how somebody is called as a whole. */
export const user = codecOf(wire, {
  read: (_asked, described) => {
    const config = objectAt(described, 'PhoneConfig');
    const desk = textAt(config, 'DeskPhoneNumber');
    const isDesk = textAt(config, 'PhoneType') === 'DESK_PHONE';
    return present([
      ['phone', isDesk ? (desk === undefined ? 'desk' : { desk }) : 'soft'],
      ['acw_timeout', valueAt(config, 'AfterContactWorkTimeLimit')],
      ['auto_accept', valueAt(config, 'AutoAccept')],
      ['persistent_connection', valueAt(config, 'PersistentConnection')],
    ]);
  },
  createMembers: ({ settings }) => ({ PhoneConfig: phoneConfig(settings) }),
  update: (before, after) => {
    const config = phoneConfig(after.settings);
    if (sameJson(phoneConfig(before.settings), config)) return [];
    const input = { UserId: before.listed.id, PhoneConfig: config };
    return [{ operation: 'UpdateUserPhoneConfig', input, phase: 'entity' }];
  },
  // What `///` says of somebody stays with the source: the service keeps no description of users.
  complete: ({ description: _, ...settings }) => ({
    acw_timeout: 0,
    auto_accept: false,
    persistent_connection: false,
    ...settings,
    security_profiles: sorted(textsAt(settings, 'security_profiles')),
  }),
});

function phoneConfig(settings: JsonObject): JsonObject {
  const desk = textAt(settings, 'phone.desk');
  return present([
    ['PhoneType', desk === undefined ? 'SOFT_PHONE' : 'DESK_PHONE'],
    ['DeskPhoneNumber', desk],
    ['AfterContactWorkTimeLimit', valueAt(settings, 'acw_timeout')],
    ['AutoAccept', valueAt(settings, 'auto_accept')],
    ['PersistentConnection', valueAt(settings, 'persistent_connection')],
  ]);
}
