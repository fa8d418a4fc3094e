import { sameJson, type JsonObject } from '../../text/json.ts';
import { codecOf } from './codec.ts';
import { textsAt } from '../../text/json-members.ts';
import { sorted } from './json.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'security_profile',
  describe: 'DescribeSecurityProfile',
  described: 'SecurityProfile',
  id: 'SecurityProfileId',
  create: {
    operation: 'CreateSecurityProfile',
    name: 'SecurityProfileName',
    answer: { id: 'SecurityProfileId', arn: 'SecurityProfileArn' },
  },
  settings: [
    { path: 'permissions', member: 'Permissions', update: 'UpdateSecurityProfile', takenBack: { send: [] } },
    { path: 'description', member: 'Description', update: 'UpdateSecurityProfile', takenBack: { send: '' } },
  ],
};

/** Permissions have a list of their own. */
export const securityProfile = codecOf(wire, {
  read: async ({ connection, listed }) => {
    const permissions: string[] = [];
    let input: JsonObject = { SecurityProfileId: listed.id, MaxResults: 1000 };
    for (;;) {
      const answer = await connection.call('ListSecurityProfilePermissions', input);
      permissions.push(...textsAt(answer, 'Permissions'));
      const next = answer['NextToken'];
      if (typeof next !== 'string' || next === '' || sameJson(next, input['NextToken'])) break;
      input = { ...input, NextToken: next };
    }
    return { permissions };
  },
  complete: (settings) => ({ ...settings, permissions: sorted(textsAt(settings, 'permissions')) }),
});
