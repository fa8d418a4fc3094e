/** How requests and answers look on the wire, and that nothing that comes over it does harm. */
import { connect } from 'node:net';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { OwnLocal } from '../../src/connect/local/start.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { ask, content, createFlow, start } from './harness.ts';

describe('requests', () => {
  it('have labels that are percent-encoded, and ARNs for ids', async () => {
    const local = await start();
    const id = await createFlow(local, 'Main');
    const arn = `${local.instance.arn}/contact-flow/${id}`;
    for (const said of [id, arn, `${arn}:$SAVED`]) {
      const path = `/contact-flows/${encodeURIComponent(local.instance.arn)}/${encodeURIComponent(said)}`;
      expect((await ask(local, 'GET', path)).body['ContactFlow']).toMatchObject({ Id: id, Arn: arn });
    }
    const path = `/tags/${encodeURIComponent(arn)}`;
    expect((await ask(local, 'POST', path, { tags: { 'my team': 'a/b' } })).status).toBe(200);
    expect((await ask(local, 'GET', path)).body).toEqual({ tags: { 'my team': 'a/b' } });
  });

  it('may come without a body where nothing is to be said, and with null for what is not', async () => {
    const local = await start();
    expect((await ask(local, 'POST', '/phone-number/list')).status).toBe(200);
    expect((await ask(local, 'POST', '/phone-number/list', { TargetArn: null })).status).toBe(200);
  });

  it.each([
    ['a member that is not there', { Type: 'CONTACT_FLOW', Content: '{}' }, "Value at 'name' failed"],
    [
      'a word that is none',
      { Name: 'A', Type: 'FLOW', Content: '{}' },
      'Member must satisfy enum value set: [CONTACT_FLOW',
    ],
    ['a number for a text', { Name: 7, Type: 'CONTACT_FLOW', Content: '{}' }, 'Member must be a string'],
    ['an empty name', { Name: '', Type: 'CONTACT_FLOW', Content: '{}' }, 'length greater than or equal to 1'],
    [
      'a value that is too long',
      { Name: 'A', Type: 'CONTACT_FLOW', Content: '{}', Tags: { a: 'x'.repeat(257) } },
      '256',
    ],
    ['several at once', { Type: 'FLOW' }, '3 validation errors detected'],
  ])('are refused with %s', async (_what, body, message) => {
    const local = await start();
    const refused = await ask(local, 'PUT', '/contact-flows/{i}', body as JsonObject);
    expect([refused.status, refused.type]).toEqual([400, 'InvalidParameterException']);
    expect(refused.body['Message']).toContain(message);
  });

  it('are refused with InvalidRequestException where the other is not declared', async () => {
    const local = await start();
    const refused = await ask(local, 'PUT', '/instance/{i}/bot', { LexV2Bot: 'x' });
    expect([refused.status, refused.type]).toEqual([400, 'InvalidRequestException']);
  });

  it('have counts in range', async () => {
    const local = await start();
    for (const count of ['0', '1001', 'many']) {
      const refused = await ask(local, 'GET', `/contact-flows-summary/{i}?maxResults=${count}`);
      expect([count, refused.type]).toEqual([count, 'InvalidParameterException']);
    }
  });
});

describe('instances', () => {
  it.each([
    ['00000000-0000-4000-8000-00000000dead', 404, 'ResourceNotFoundException'],
    ['nonsense', 400, 'InvalidParameterException'],
    [
      encodeURIComponent('arn:aws:connect:eu-west-1:000000000000:instance/53b4d187-d885-4414-932f-5c01815e4fb6'),
      404,
      'ResourceNotFoundException',
    ],
  ])('that are others are refused: %s', async (instance, status, type) => {
    const local = await start();
    const refused = await ask(local, 'GET', `/contact-flows-summary/${instance}`);
    expect([refused.status, refused.type]).toEqual([status, type]);
  });

  it('are listed and described', async () => {
    const local = await start();
    const { body } = await ask(local, 'GET', '/instance');
    expect(body['InstanceSummaryList']).toEqual([
      expect.objectContaining({ Id: local.instance.id, InstanceAlias: 'local', InboundCallsEnabled: true }),
    ]);
    expect((await ask(local, 'GET', '/instance/{i}')).body['Instance']).toMatchObject({ Arn: local.instance.arn });
  });

  it('have attributes that can be changed', async () => {
    const local = await start();
    const path = '/instance/{i}/attribute/CONTACTFLOW_LOGS';
    expect((await ask(local, 'GET', path)).body).toEqual({
      Attribute: { AttributeType: 'CONTACTFLOW_LOGS', Value: 'false' },
    });
    await ask(local, 'POST', path, { Value: 'true' });
    expect((await ask(local, 'GET', path)).body['Attribute']).toMatchObject({ Value: 'true' });
    expect((await ask(local, 'GET', '/instance/{i}/attributes')).body['Attributes']).toHaveLength(7);
    expect((await ask(local, 'GET', '/instance/{i}/attribute/NONSENSE')).status).toBe(400);
  });
});

describe('ids', () => {
  it.each([
    ['00000000-0000-4000-8000-00000000dead', 404, 'ResourceNotFoundException'],
    ['nonsense', 400, 'InvalidParameterException'],
    ['..%2F..%2Fstate', 400, 'InvalidParameterException'],
    ['%00', 400, 'InvalidParameterException'],
    ['%zz', 400, 'InvalidParameterException'],
  ])('that name nothing are refused: %s', async (id, status, type) => {
    const local = await start();
    const refused = await ask(local, 'GET', `/contact-flows/{i}/${id}`);
    expect([refused.status, refused.type]).toEqual([status, type]);
  });
});

describe('answers', () => {
  it('have a type, a length and an id of the request', async () => {
    const local = await start();
    const { headers } = await ask(local, 'GET', '/instance');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('content-length')).toMatch(/^\d+$/);
  });

  it('name the error in a header, and say why in Message', async () => {
    const local = await start();
    const { status, type, body } = await ask(local, 'GET', '/contact-flows/{i}/00000000-0000-4000-8000-00000000dead');
    expect([status, type]).toEqual([404, 'ResourceNotFoundException']);
    expect(Object.keys(body)).toEqual(['Message']);
  });

  it('to what is no operation are 404', async () => {
    const local = await start();
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['PATCH', '/instance'],
      ['GET', '/'],
    ] as const) {
      const { status, type } = await ask(local, method, path);
      expect([path, status, type]).toEqual([path, 404, 'UnknownOperationException']);
    }
  });
});

describe('harm', () => {
  const alive = async (local: OwnLocal): Promise<void> =>
    expect((await ask(local, 'GET', '/instance')).status).toBe(200);

  it.each(['{', 'null', '[]', '"x"', '{"Name":', '\u0000', '{"__proto__":{"Name":"x"}}'])(
    'is not done by the body %j',
    async (body) => {
      const local = await start();
      expect((await ask(local, 'PUT', '/contact-flows/{i}', body)).status).toBe(400);
      await alive(local);
    },
  );

  it('is not done by a body that does not end, or is enormous', async () => {
    const local = await start();
    const status = await new Promise<number>((settle, fail) => {
      const sent = request(`${local.endpoint}/contact-flows/${local.instance.id}`, { method: 'PUT' }, (response) => {
        settle(response.statusCode ?? 0);
        sent.destroy();
      });
      sent.on('error', fail);
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      for (let i = 0; i < 5; i++) sent.write(chunk);
    });
    expect(status).toBe(400);
    await alive(local);
  });

  it('is not done by connections that break', async () => {
    const local = await start();
    const port = Number(new URL(local.endpoint).port);
    for (const text of [
      '',
      'GET',
      'nonsense\r\n\r\n',
      `PUT /contact-flows/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{`,
    ]) {
      await new Promise<void>((settle) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(text, () => setTimeout(() => socket.destroy(), 5)),
        );
        socket.on('close', () => settle());
        socket.on('error', () => settle());
      });
    }
    await alive(local);
  });

  it('is not done by pages in a browser', async () => {
    const local = await start();
    const { status } = await fetch(`${local.endpoint}/instance`, { headers: { origin: 'https://example.com' } });
    expect(status).toBe(403);
    const other = await new Promise<number>((settle) =>
      request(`${local.endpoint}/instance`, { headers: { host: 'example.com' } }, (response) => {
        response.resume();
        settle(response.statusCode ?? 0);
      }).end(),
    );
    expect(other).toBe(403);
  });

  it('is not done by the largest content there is', async () => {
    const local = await start();
    const long = content('あ'.repeat(80_000));
    const id = await createFlow(local, 'Long', { Content: long, Status: 'SAVED' });
    const { body } = await ask(local, 'GET', `/contact-flows/{i}/${id}:$SAVED`);
    expect((body['ContactFlow'] as JsonObject)['Content']).toBe(long);
  });
});
