/** Modules, and tags. */
import { describe, expect, it } from 'vitest';
import type { Local } from '../../src/connect/local/start.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { ask, createFlow, moduleContent, start } from './harness.ts';

const create = (local: Local, more: JsonObject = {}): ReturnType<typeof ask> =>
  ask(local, 'PUT', '/contact-flow-modules/{i}', { Name: 'Greet', Content: moduleContent(), ...more });

const moduleOf = async (local: Local, id: string): Promise<JsonObject> =>
  (await ask(local, 'GET', `/contact-flow-modules/{i}/${id}`)).body['ContactFlowModule'] as JsonObject;

describe('modules', () => {
  it('are made, described, listed, changed, archived and deleted', async () => {
    const local = await start();
    const { body } = await create(local, { Description: 'Says hello.', Settings: '{}' });
    const id = String(body['Id']);
    expect(body['Arn']).toBe(`${local.instance.arn}/flow-module/${id}`);
    expect(await moduleOf(local, id)).toMatchObject({
      Name: 'Greet',
      State: 'ACTIVE',
      Status: 'PUBLISHED',
      Description: 'Says hello.',
      Settings: '{}',
      Content: moduleContent(),
    });
    const path = `/contact-flow-modules/{i}/${id}`;
    await ask(local, 'POST', `${path}/content`, { Content: moduleContent('Hi.') });
    await ask(local, 'POST', `${path}/metadata`, { Name: 'Hello', State: 'ARCHIVED' });
    expect(await moduleOf(local, id)).toMatchObject({
      Name: 'Hello',
      State: 'ARCHIVED',
      Content: moduleContent('Hi.'),
    });
    const listed = async (state: string): Promise<unknown> =>
      (await ask(local, 'GET', `/contact-flow-modules-summary/{i}?state=${state}`)).body[
        'ContactFlowModulesSummaryList'
      ];
    expect(await listed('ACTIVE')).toEqual([]);
    expect(await listed('ARCHIVED')).toEqual([expect.objectContaining({ Id: id, Name: 'Hello' })]);
    expect((await ask(local, 'DELETE', path)).status).toBe(200);
    expect((await ask(local, 'GET', path)).status).toBe(404);
  });

  it('are refused with Problems in capitals', async () => {
    const local = await start();
    const refused = await create(local, { Content: moduleContent().replace('MessageParticipant', 'Nonsense') });
    expect([refused.status, refused.type]).toEqual([400, 'InvalidContactFlowModuleException']);
    expect(Object.keys(refused.body)).toEqual(['Problems']);
  });

  it('without settings in the content cannot even be read', async () => {
    const local = await start();
    const refused = await create(local, { Content: moduleContent().replace(/,"Settings":.*$/, '}') });
    expect([refused.status, refused.type]).toEqual([400, 'InvalidRequestException']);
    expect(refused.body['Message']).toBe('JSON field is missing or null for field name: settings');
  });

  it('are made once for one token', async () => {
    const local = await start();
    const token = { ClientToken: 'one' };
    const [first, second] = [await create(local, token), await create(local, token)];
    expect(second.body).toEqual(first.body);
    const other = await create(local, { ...token, Name: 'Other' });
    expect([other.status, other.type]).toEqual([409, 'IdempotencyException']);
    const again = await create(local, { ClientToken: 'two' });
    expect([again.status, again.type]).toEqual([409, 'DuplicateResourceException']);
  });

  it('have versions and aliases, which calls may name', async () => {
    const local = await start();
    const id = String((await create(local)).body['Id']);
    const path = `/contact-flow-modules/{i}/${id}`;
    expect((await ask(local, 'PUT', `${path}/version`, { Description: 'First.' })).body['Version']).toBe(1);
    await ask(local, 'POST', `${path}/content`, { Content: moduleContent('Hi.') });
    expect((await ask(local, 'PUT', `${path}/version`, {})).body['Version']).toBe(2);
    await ask(local, 'PUT', `${path}/alias`, { AliasName: 'live', ContactFlowModuleVersion: 1 });
    expect((await ask(local, 'GET', `${path}/versions`)).body['ContactFlowModuleVersionSummaryList']).toMatchObject([
      { Version: 2 },
      { Version: 1, VersionDescription: 'First.' },
    ]);
    expect((await ask(local, 'GET', `${path}/aliases`)).body['ContactFlowModuleAliasSummaryList']).toMatchObject([
      { AliasName: 'live', Version: 1 },
    ]);
    expect((await moduleOf(local, `${id}:live`))['Content']).toBe(moduleContent());
    expect((await moduleOf(local, `${id}:%24LATEST`))['Content']).toBe(moduleContent('Hi.'));
    const call = (qualifier: string): JsonObject => ({
      Content: JSON.stringify({
        Version: '2019-10-30',
        StartAction: 'go',
        Metadata: {},
        Actions: [
          {
            Identifier: 'go',
            Type: 'InvokeFlowModule',
            Parameters: { FlowModuleId: `${id}${qualifier}` },
            Transitions: {
              NextAction: 'bye',
              Errors: [{ NextAction: 'bye', ErrorType: 'NoMatchingError' }],
              Conditions: [],
            },
          },
          { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
        ],
      }),
    });
    await createFlow(local, 'Latest', call(':$LATEST'));
    await createFlow(local, 'Live', call(':live'));
  });
});

describe('tags', () => {
  it('are put on anything, and taken off again', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main', { Tags: { team: 'blue' } });
    const path = `/tags/${encodeURIComponent(`${local.instance.arn}/contact-flow/${id}`)}`;
    await ask(local, 'POST', path, { tags: { cost: '7', 'a b': '' } });
    expect((await ask(local, 'GET', path)).body).toEqual({ tags: { team: 'blue', cost: '7', 'a b': '' } });
    await ask(local, 'DELETE', `${path}?tagKeys=a%20b&tagKeys=team&tagKeys=other`);
    expect((await ask(local, 'GET', `/contact-flows/{i}/${id}`)).body['ContactFlow']).toMatchObject({
      Tags: { cost: '7' },
    });
    await ask(local, 'DELETE', `${path}?tagKeys=cost`);
    expect((await ask(local, 'GET', path)).body).toEqual({ tags: {} });
  });

  it('are refused on nothing, with names of the service, and in masses', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main');
    const path = `/tags/${encodeURIComponent(`${local.instance.arn}/contact-flow/${id}`)}`;
    const many = (from: number): JsonObject =>
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`tag ${from + i}`, '']));
    expect((await ask(local, 'POST', path, { tags: { 'aws:x': '' } })).type).toBe('InvalidParameterException');
    expect((await ask(local, 'POST', path, { tags: many(0) })).status).toBe(200);
    expect((await ask(local, 'POST', path, { tags: many(30) })).status).toBe(400);
    expect((await ask(local, 'GET', '/tags/nonsense')).type).toBe('InvalidParameterException');
    const strange = encodeURIComponent(`${local.instance.arn}/queue/00000000-0000-4000-8000-00000000dead`);
    expect((await ask(local, 'GET', `/tags/${strange}`)).type).toBe('ResourceNotFoundException');
  });

  it('are searched for', async () => {
    const local = await start();
    await createFlow(local, 'Main', { Tags: { team: 'blue', cost: '7' } });
    await createFlow(local, 'Side', { Tags: { team: 'blue' } });
    const { body } = await ask(local, 'POST', '/search-resource-tags', {
      InstanceId: local.instance.id,
      SearchCriteria: { TagSearchCondition: { tagKey: 'te', tagKeyComparisonType: 'STARTS_WITH' } },
    });
    expect(body['Tags']).toEqual([{ key: 'team', value: 'blue' }]);
  });
});
