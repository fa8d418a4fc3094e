/** Instances that keep passwords themselves take them, and forget them: there is no trace in what is stored. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { perform } from '../../src/connect/local/dispatch.ts';
import { memoryStore } from '../../src/connect/local/memory-store.ts';
import { INSTANCE } from '../../src/connect/local/operations/instances.ts';
import { THE_INSTANCE } from '../../src/connect/local/own.ts';
import { seedInstance } from '../../src/connect/local/seed.ts';
import type { Context } from '../../src/connect/local/types.ts';
import type { JsonObject } from '../../src/text/json.ts';

const Password = 'Correct-Horse-9';

function managed() {
  const store = memoryStore();
  const context: Context = { store, instance: THE_INSTANCE, now: () => 1_790_000_000, newId: () => randomUUID() };
  seedInstance(context);
  for (const instance of store.all(INSTANCE)) {
    store.write([{ put: { ...instance, IdentityManagementType: 'CONNECT_MANAGED' }, in: INSTANCE }]);
  }
  const user: JsonObject = {
    Username: 'sato',
    IdentityInfo: { FirstName: '花子', LastName: '佐藤' },
    PhoneConfig: { PhoneType: 'SOFT_PHONE' },
    RoutingProfileId: store.all('routing-profile')[0]?.Id ?? '',
    SecurityProfileIds: store.all('security-profile').map(({ Id }) => Id),
  };
  return { store, create: (more: JsonObject) => perform('CreateUser', { ...user, ...more }, context) };
}

describe('an instance that keeps passwords', () => {
  test('wants one for a new user, and does not store it', () => {
    const { store, create } = managed();
    expect(() => create({})).toThrow('Password is required');
    const { UserId } = create({ Password });
    expect(store.get('agent', String(UserId))).toMatchObject({ Username: 'sato' });
    expect(JSON.stringify(store.everything())).not.toContain(Password);
  });
});
