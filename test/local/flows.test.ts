/** What happens to flows: published and saved, renamed, archived, deleted; versions and aliases. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/text/json.ts';
import { ask, content, createFlow, start } from './harness.ts';

const flowOf = (body: JsonObject): JsonObject => body['ContactFlow'] as JsonObject;

describe('CreateContactFlow', () => {
  it('publishes when nothing else is said, and gives the content back to the letter', async () => {
    const local = await start();
    const sent = `${content()} `;
    const id = await createFlow(local, 'Main', { Content: sent, Description: 'What for.', Tags: { team: 'a b' } });
    const { body } = await ask(local, 'GET', `/contact-flows/{i}/${id}`);
    expect(flowOf(body)).toMatchObject({
      Id: id,
      Arn: `${local.instance.arn}/contact-flow/${id}`,
      Name: 'Main',
      Type: 'CONTACT_FLOW',
      State: 'ACTIVE',
      Status: 'PUBLISHED',
      Description: 'What for.',
      Content: sent,
      Tags: { team: 'a b' },
      LastModifiedRegion: 'us-east-1',
    });
    expect(flowOf(body)['FlowContentSha256']).toMatch(/^[0-9a-f]{64}$/);
    expect(flowOf(body)['LastModifiedTime']).toBeGreaterThan(1_700_000_000);
    expect(flowOf(body)['LastModifiedTime']).toBeLessThan(10_000_000_000);
  });

  it('refuses content with a list of problems and no message', async () => {
    const local = await start();
    const bad = content().replace('MessageParticipant', 'MassageParticipant');
    const { status, type, body } = await ask(local, 'PUT', '/contact-flows/{i}', {
      Name: 'Bad',
      Type: 'CONTACT_FLOW',
      Content: bad,
    });
    expect([status, type, Object.keys(body)]).toEqual([400, 'InvalidContactFlowException', ['problems']]);
    const problems = body['problems'] as unknown as { message: string }[];
    expect(problems[0]?.message).toContain('MassageParticipant');
    const { body: after } = await ask(local, 'GET', '/contact-flows-summary/{i}?contactFlowTypes=CONTACT_FLOW');
    expect(after['ContactFlowSummaryList']).toEqual([]);
  });

  it('refuses a reference to what is not there, and takes it where nothing is validated', async () => {
    const local = await start();
    const stranger = `${local.instance.arn}/contact-flow/00000000-0000-4000-8000-00000000dead`;
    const transfer = JSON.stringify({
      Version: '2019-10-30',
      StartAction: 'go',
      Metadata: {},
      Actions: [
        {
          Identifier: 'go',
          Type: 'TransferToFlow',
          Parameters: { ContactFlowId: stranger },
          Transitions: {
            NextAction: 'bye',
            Errors: [{ NextAction: 'bye', ErrorType: 'NoMatchingError' }],
            Conditions: [],
          },
        },
        { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
      ],
    });
    const input = { Name: 'Transfer', Type: 'CONTACT_FLOW', Content: transfer };
    expect((await ask(local, 'PUT', '/contact-flows/{i}', input)).type).toBe('InvalidContactFlowException');
    expect((await ask(local, 'PUT', '/contact-flows/{i}', { ...input, Status: 'SAVED' })).status).toBe(200);
    const there = transfer.replace(stranger, `${local.instance.arn}/contact-flow/${await createFlow(local, 'There')}`);
    const { status } = await ask(local, 'PUT', '/contact-flows/{i}', { ...input, Name: 'Known', Content: there });
    expect(status).toBe(200);
  });

  it('refuses a name that another flow has, whatever its type or state', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main');
    await ask(local, 'POST', `/contact-flows/{i}/${id}/metadata`, { ContactFlowState: 'ARCHIVED' });
    const again = { Name: 'Main', Type: 'CUSTOMER_HOLD', Status: 'SAVED', Content: '{}' };
    expect(await ask(local, 'PUT', '/contact-flows/{i}', again)).toMatchObject({
      status: 409,
      type: 'DuplicateResourceException',
    });
    expect((await ask(local, 'PUT', '/contact-flows/{i}', { ...again, Name: 'main' })).status).toBe(200);
  });

  it('refuses more flows than the quota lets it', async () => {
    const local = await start({ quotas: { 'Flows per instance': 9 } });
    await createFlow(local, 'The ninth');
    const { status, type } = await ask(local, 'PUT', '/contact-flows/{i}', {
      Name: 'The tenth',
      Type: 'CONTACT_FLOW',
      Content: content(),
    });
    expect([status, type]).toEqual([429, 'LimitExceededException']);
  });
});

describe('drafts', () => {
  it('are seen with $SAVED only', async () => {
    const local = await start();
    const id = await createFlow(local, 'Draft', { Status: 'SAVED', Content: '{"Half": true}' });
    expect(await ask(local, 'GET', `/contact-flows/{i}/${id}`)).toMatchObject({
      status: 404,
      type: 'ContactFlowNotPublishedException',
    });
    const saved = await ask(local, 'GET', `/contact-flows/{i}/${id}%3A%24SAVED`);
    expect(flowOf(saved.body)).toMatchObject({ Status: 'SAVED', Content: '{"Half": true}' });
    expect((await ask(local, 'GET', '/contact-flows-summary/{i}')).body['ContactFlowSummaryList']).toContainEqual(
      expect.objectContaining({ Id: id, ContactFlowStatus: 'SAVED' }),
    );
  });

  it('are published by content for the bare id, and leave what is live alone otherwise', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main');
    await ask(local, 'POST', `/contact-flows/{i}/${id}:$SAVED/content`, { Content: 'no JSON at all' });
    expect(flowOf((await ask(local, 'GET', `/contact-flows/{i}/${id}`)).body)['Content']).toBe(content());
    expect(flowOf((await ask(local, 'GET', `/contact-flows/{i}/${id}:$SAVED`)).body)).toMatchObject({
      Content: 'no JSON at all',
      Status: 'SAVED',
    });
    await ask(local, 'POST', `/contact-flows/{i}/${id}/content`, { Content: content('Good morning.') });
    for (const suffix of ['', ':$SAVED']) {
      expect(flowOf((await ask(local, 'GET', `/contact-flows/{i}/${id}${suffix}`)).body)).toMatchObject({
        Content: content('Good morning.'),
        Status: 'PUBLISHED',
      });
    }
  });
});

describe('updates', () => {
  it('keep what they do not say', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main', { Description: 'What for.' });
    await ask(local, 'POST', `/contact-flows/{i}/${id}/metadata`, { ContactFlowState: 'ARCHIVED' });
    await ask(local, 'POST', `/contact-flows/{i}/${id}/name`, { Name: 'Renamed' });
    expect(flowOf((await ask(local, 'GET', `/contact-flows/{i}/${id}`)).body)).toMatchObject({
      Name: 'Renamed',
      Description: 'What for.',
      State: 'ARCHIVED',
    });
    await ask(local, 'POST', `/contact-flows/{i}/${id}/metadata`, { Description: '' });
    expect(flowOf((await ask(local, 'GET', `/contact-flows/{i}/${id}`)).body)).not.toHaveProperty('Description');
  });

  it('refuse content that cannot be published, and change nothing', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main');
    const bad = content().replace('"NextAction":"bye"', '"NextAction":"nowhere"');
    const refused = await ask(local, 'POST', `/contact-flows/{i}/${id}/content`, { Content: bad });
    expect([refused.status, refused.type]).toEqual([400, 'InvalidContactFlowException']);
    expect(flowOf((await ask(local, 'GET', `/contact-flows/{i}/${id}`)).body)['Content']).toBe(content());
  });

  it('refuse a name that is taken', async () => {
    const local = await start();
    const id = await createFlow(local, 'One');
    await createFlow(local, 'Two');
    const refused = await ask(local, 'POST', `/contact-flows/{i}/${id}/name`, { Name: 'Two' });
    expect([refused.status, refused.type]).toEqual([409, 'DuplicateResourceException']);
    expect((await ask(local, 'POST', `/contact-flows/{i}/${id}/name`, { Name: 'One' })).status).toBe(200);
  });
});

describe('DeleteContactFlow', () => {
  it('takes a flow away, and frees its name', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main');
    expect((await ask(local, 'DELETE', `/contact-flows/{i}/${id}`)).status).toBe(200);
    expect((await ask(local, 'GET', `/contact-flows/{i}/${id}`)).type).toBe('ResourceNotFoundException');
    await createFlow(local, 'Main');
  });

  it('refuses one that a number leads to', async () => {
    const local = await start({ seed: { numbers: ['+815000000000'] } });
    const id = await createFlow(local, 'Main');
    const { body } = await ask(local, 'POST', '/phone-number/list', {});
    const [number] = body['ListPhoneNumbersSummaryList'] as unknown as JsonObject[];
    const path = `/phone-number/${String(number?.['PhoneNumberId'])}/contact-flow`;
    await ask(local, 'PUT', path, { InstanceId: local.instance.id, ContactFlowId: id });
    const refused = await ask(local, 'DELETE', `/contact-flows/{i}/${id}`);
    expect([refused.status, refused.type]).toEqual([400, 'InvalidRequestException']);
    await ask(local, 'DELETE', `${path}?instanceId=${local.instance.id}`);
    expect((await ask(local, 'DELETE', `/contact-flows/{i}/${id}`)).status).toBe(200);
  });
});

describe('lists and searches', () => {
  it('come in pages whose tokens are refused when they are none', async () => {
    const local = await start();
    for (const name of ['A', 'B', 'C']) await createFlow(local, name);
    const seen: unknown[] = [];
    let token = '';
    for (let pages = 0; pages < 10; pages++) {
      const path = `/contact-flows-summary/{i}?contactFlowTypes=CONTACT_FLOW&contactFlowTypes=CAMPAIGN&maxResults=2${token}`;
      const { body } = await ask(local, 'GET', path);
      seen.push(...(body['ContactFlowSummaryList'] as unknown as JsonObject[]).map(({ Name }) => Name));
      if (body['NextToken'] === undefined) break;
      token = `&nextToken=${encodeURIComponent(String(body['NextToken']))}`;
    }
    expect(seen).toEqual(['A', 'B', 'C']);
    const refused = await ask(local, 'GET', '/contact-flows-summary/{i}?nextToken=nonsense');
    expect([refused.status, refused.type]).toEqual([400, 'InvalidParameterException']);
  });

  it('find by name, type, state and tag', async () => {
    const local = await start();
    await createFlow(local, 'Main menu', { Tags: { team: 'blue' } });
    await createFlow(local, 'Side menu', { Tags: { team: 'red' } });
    const search = async (more: JsonObject): Promise<unknown> => {
      const { body } = await ask(local, 'POST', '/search-contact-flows', { InstanceId: local.instance.arn, ...more });
      return (body['ContactFlows'] as unknown as JsonObject[]).map(({ Name }) => Name);
    };
    const text = { FieldName: 'name', Value: 'menu', ComparisonType: 'CONTAINS' };
    expect(await search({ SearchCriteria: { StringCondition: text } })).toEqual(['Main menu', 'Side menu']);
    expect(
      await search({
        SearchCriteria: { AndConditions: [{ StringCondition: text }, { TypeCondition: 'CONTACT_FLOW' }] },
        SearchFilter: { TagFilter: { TagCondition: { TagKey: 'team', TagValue: 'red' } } },
      }),
    ).toEqual(['Side menu']);
    expect(await search({ SearchCriteria: { TypeCondition: 'OUTBOUND_WHISPER' } })).toEqual(['Default outbound']);
    expect(await search({ SearchCriteria: { StateCondition: 'ARCHIVED' } })).toEqual([]);
  });
});

describe('versions and aliases of flows', () => {
  it('keep what was published', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main');
    const version = (): ReturnType<typeof ask> => ask(local, 'PUT', `/contact-flows/{i}/${id}/version`, {});
    expect((await version()).body).toEqual({
      ContactFlowArn: `${local.instance.arn}/contact-flow/${id}:1`,
      Version: 1,
    });
    expect((await version()).body['Version']).toBe(1);
    await ask(local, 'POST', `/contact-flows/{i}/${id}/content`, { Content: content('Two.') });
    expect((await version()).body['Version']).toBe(2);
    expect(flowOf((await ask(local, 'GET', `/contact-flows/{i}/${id}:1`)).body)).toMatchObject({
      Content: content(),
      Version: 1,
    });

    const made = await ask(local, 'PUT', `/contact-flows/{i}/${id}/alias`, {
      AliasName: 'live',
      ContactFlowVersion: 1,
    });
    const alias = `/contact-flows/{i}/${id}/alias/${String(made.body['Id'])}`;
    expect(flowOf((await ask(local, 'GET', `/contact-flows/{i}/${id}:live`)).body)['Version']).toBe(1);
    await ask(local, 'POST', alias, { ContactFlowVersion: 2, Description: 'What callers hear.' });
    expect((await ask(local, 'GET', alias)).body['ContactFlowAlias']).toMatchObject({
      Name: 'live',
      Version: 2,
      Description: 'What callers hear.',
      ContactFlowId: id,
    });
    const inUse = await ask(local, 'DELETE', `/contact-flows/{i}/${id}/version/2`);
    expect([inUse.status, inUse.type]).toEqual([400, 'InvalidRequestException']);
    expect((await ask(local, 'DELETE', alias)).status).toBe(200);
    expect((await ask(local, 'DELETE', `/contact-flows/{i}/${id}/version/2`)).status).toBe(200);
    await ask(local, 'POST', `/contact-flows/{i}/${id}/content`, { Content: content('Three.') });
    expect((await version()).body['Version']).toBe(3);
  });

  it('are refused for the hash of other content', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main');
    const refused = await ask(local, 'PUT', `/contact-flows/{i}/${id}/version`, { FlowContentSha256: 'a'.repeat(64) });
    expect([refused.status, refused.type]).toEqual([400, 'InvalidRequestException']);
  });
});
