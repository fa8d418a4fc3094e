/** The SDK behind the port, against a server that answers as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished, describe, expect, it } from 'vitest';
import { openService, type Failure } from '../../src/connect/aws.ts';
import { resolveTarget } from '../../src/connect/credentials.ts';
import { openConnection } from '../../src/connect/open.ts';
import { isServiceError } from '../../src/connect/types.ts';
import { folder } from '../workspace/folder.ts';

const ID = '11111111-2222-4333-8444-555555555555';
const ARN = `arn:aws:connect:eu-central-1:000000000000:instance/${ID}`;

interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body?: unknown;
  readonly text?: string;
  readonly cut?: boolean;
}

/** Answers with `replies`, one after the other, the last again and again. */
async function serve(...replies: readonly Reply[]) {
  const asked: { method: string; url: string; body: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const {
        status = 200,
        type,
        body: said = {},
        text,
        cut,
      } = replies[Math.min(asked.length, replies.length - 1)] ?? {};
      asked.push({ method: request.method ?? '', url: request.url ?? '', body, headers: request.headers });
      if (cut) return request.socket.destroy();
      response.writeHead(status, {
        'x-amzn-requestid': 'r1',
        ...(type === undefined ? {} : { 'x-amzn-errortype': type }),
      });
      response.end(text ?? JSON.stringify(said));
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function ask(reply: Reply, operation = 'DescribeContactFlow') {
  const { endpoint, asked } = await serve(reply);
  const service = openService({ region: 'eu-central-1', profile: undefined, endpoint, loopback: true });
  const answer = await service.send(operation, { InstanceId: ID, ContactFlowId: 'f', QueueId: 'q' });
  service.close();
  return { answer, asked };
}

async function failureOf(reply: Reply): Promise<Failure> {
  const { answer } = await ask(reply);
  if (answer.ok) throw new Error('it went well');
  return answer;
}

describe('an answer', () => {
  it('is plain JSON, with seconds for dates', async () => {
    const { answer } = await ask({ body: { Queue: { Name: 'Q', LastModifiedTime: 1700000000.5 } } }, 'DescribeQueue');
    expect(answer).toEqual({ ok: true, value: { Queue: { Name: 'Q', LastModifiedTime: 1700000000.5 } } });
  });

  it('is asked for once, with made-up credentials on this machine', async () => {
    const { asked } = await ask({ status: 500, body: {} });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers.authorization).toContain('Credential=local/');
    expect(asked[0]?.headers.authorization).toContain('/eu-central-1/connect/');
  });
});

describe('an answer of somebody else', () => {
  it.each(['<html>Sign in</html>', '[]', '"x"', '{'])('is not taken for one of the service: %s', async (text) => {
    expect(await failureOf({ status: 200, text })).toMatchObject({
      facts: { code: 'NotJson', status: 0 },
      worthRetrying: false,
    });
  });

  it('may be empty', async () => {
    expect((await ask({ status: 200, text: '' })).answer).toEqual({ ok: true, value: {} });
  });
});

describe('a refusal', () => {
  it.each([
    [{ problems: [{ message: 'a' }, { message: 'b' }] }],
    [{ problems: [{ Message: 'a' }, { Message: 'b' }] }],
    [{ Problems: [{ message: 'a' }, { message: 'b' }] }],
    [{ Problems: [{ Message: 'a' }, { Message: 'b' }] }],
  ])('says its problems, spelled as in %j', async (body) => {
    const { message, facts, worthRetrying } = await failureOf({
      status: 400,
      type: 'InvalidContactFlowException',
      body,
    });
    expect(facts).toEqual({
      operation: 'DescribeContactFlow',
      code: 'InvalidContactFlowException',
      status: 400,
      problems: ['a', 'b'],
      requestId: 'r1',
    });
    expect([message, worthRetrying]).toEqual(['a; b', false]);
  });

  it('has the service’s words, whichever way they are spelled', async () => {
    for (const body of [{ Message: 'No.' }, { message: 'No.' }]) {
      expect(await failureOf({ status: 404, type: 'ResourceNotFoundException', body })).toMatchObject({
        message: 'No.',
        facts: { code: 'ResourceNotFoundException', status: 404 },
      });
    }
  });

  it.each(['aws.connect#ThrottlingException', 'ThrottlingException:http://internal/', 'ThrottlingException'])(
    'may say its type as %s, in the header or in the body',
    async (type) => {
      const codes = [
        (await failureOf({ status: 429, type, body: {} })).facts.code,
        (await failureOf({ status: 429, body: { __type: type } })).facts.code,
      ];
      expect(codes).toEqual(['ThrottlingException', 'ThrottlingException']);
    },
  );

  it('may be of a type that nobody knows', async () => {
    const { facts } = await failureOf({ status: 400, type: 'BrandNewException', body: { Message: 'x' } });
    expect(facts.code).toBe('BrandNewException');
  });

  it.each([
    ['ThrottlingException', 429, true],
    ['TooManyRequestsException', 429, true],
    ['LimitExceededException', 429, false],
    ['InternalServiceException', 500, true],
    ['ServiceQuotaExceededException', 402, false],
    ['DuplicateResourceException', 409, false],
  ])('%s is worth another try, or is not', async (type, status, worth) => {
    expect((await failureOf({ status, type, body: {} })).worthRetrying).toBe(worth);
  });

  it('may be no JSON at all', async () => {
    expect(await failureOf({ status: 502, text: '<html>Bad gateway</html>' })).toMatchObject({
      message: 'the service answered with 502.',
      facts: { code: 'Http502', status: 502 },
      worthRetrying: true,
    });
  });
});

describe('no answer', () => {
  it('is told with the reason', async () => {
    expect(await failureOf({ cut: true })).toMatchObject({
      message: expect.stringMatching(/^127\.0\.0\.1:\d+ cannot be reached: the connection was cut\.$/) as string,
      facts: { code: 'NetworkError', status: 0 },
      worthRetrying: true,
    });
  });

  it('where nothing listens is final', async () => {
    const service = openService({
      region: 'us-east-1',
      profile: undefined,
      endpoint: 'http://127.0.0.1:1',
      loopback: true,
    });
    expect(await service.send('ListQueues', { InstanceId: ID })).toMatchObject({
      message: '127.0.0.1:1 cannot be reached: nothing listens there. `flowc local --port 1` starts an instance there.',
      worthRetrying: false,
    });
  });

  it('is all there is for an operation that the SDK does not have', async () => {
    expect(await ask({}, 'CreateContactFlowAlias')).toMatchObject({
      answer: { facts: { code: 'UnknownOperation' } },
      asked: [],
    });
    expect(await ask({}, 'constructor')).toMatchObject({ answer: { facts: { code: 'UnknownOperation' } } });
  });

  it('when a label has no value', async () => {
    const { answer, asked } = await ask({}, 'DescribeUser');
    expect([answer.ok, asked.length]).toEqual([false, 0]);
  });
});

describe('a connection', () => {
  const open = async (instance: string | undefined, ...replies: readonly Reply[]) => {
    const { endpoint, asked } = await serve(...replies);
    const clock = { now: () => 0, sleep: () => Promise.resolve() };
    const target = resolveTarget({ endpoint, instance }, {}, {});
    return { opening: openConnection(target, { clock, random: () => 0 }), asked };
  };

  it('by ARN asks for nothing', async () => {
    const { opening, asked } = await open(ARN, {});
    expect((await opening).instance).toEqual({
      id: ID,
      arn: ARN,
      alias: undefined,
      partition: 'aws',
      region: 'eu-central-1',
      account: '000000000000',
    });
    expect(asked).toEqual([]);
  });

  it('by id asks for the instance', async () => {
    const { opening, asked } = await open(ID, { body: { Instance: { Id: ID, Arn: ARN, InstanceAlias: 'centre' } } });
    expect((await opening).instance).toMatchObject({ alias: 'centre', account: '000000000000' });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET /instance/${ID}`]);
  });

  it('by alias looks through all pages', async () => {
    const { opening, asked } = await open(
      'centre',
      { body: { InstanceSummaryList: [{ Id: 'x', Arn: `${ARN}x`, InstanceAlias: 'other' }], NextToken: 'n' } },
      { body: { InstanceSummaryList: [{ Id: ID, Arn: ARN, InstanceAlias: 'centre' }] } },
    );
    expect((await opening).instance.id).toBe(ID);
    expect(asked.map(({ url }) => url)).toEqual(['/instance?maxResults=10', '/instance?maxResults=10&nextToken=n']);
  });

  it('says which instances there are where none is said, or another', async () => {
    const list = { body: { InstanceSummaryList: [{ Id: ID, Arn: ARN, InstanceAlias: 'centre' }] } };
    await expect((await open('center', list)).opening).rejects.toThrow(
      /no instance with the alias `center`; there is only `centre`/,
    );
    await expect((await open(undefined, list)).opening).rejects.toThrow(/which instance\? .*there is only `centre`/);
    await expect((await open(undefined, {})).opening).rejects.toThrow(/there is none in this account and Region/);
  });

  it('says the instance, unless the request does', async () => {
    const { opening, asked } = await open(ARN, {});
    const { call } = await opening;
    await call('ListQueues');
    await call('ListPhoneNumbersV2', { TargetArn: ARN });
    await call('DescribePhoneNumber', { PhoneNumberId: 'p' });
    expect(asked.map(({ url, body }) => `${url} ${body}`)).toEqual([
      `/queues-summary/${ID} `,
      `/phone-number/list ${JSON.stringify({ TargetArn: ARN })}`,
      '/phone-number/p ',
    ]);
  });

  it('tries again, and throws what is final with the number of attempts', async () => {
    const { opening, asked } = await open(
      ARN,
      { status: 500, type: 'InternalServiceException' },
      { status: 429, type: 'ThrottlingException' },
      { status: 409, type: 'DuplicateResourceException', body: { Message: 'There is one.' } },
    );
    const error: unknown = await (await opening).call('CreateQueue', { Name: 'Q' }).catch((thrown: unknown) => thrown);
    expect(isServiceError(error) && [error.code, error.attempts, error.message]).toEqual([
      'DuplicateResourceException',
      3,
      'There is one.',
    ]);
    expect(asked).toHaveLength(3);
  });
});

describe('the user’s own configuration', () => {
  const NAMES = [
    'AWS_PROFILE',
    'AWS_CONFIG_FILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_EC2_METADATA_DISABLED',
  ];

  /** Puts files in the place of the user's, without anything of the user's own. */
  function configured(config: string): void {
    const before = NAMES.map((name) => [name, process.env[name]] as const);
    onTestFinished(() => {
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
    });
    for (const name of NAMES) Reflect.deleteProperty(process.env, name);
    const cwd = folder({ config, credentials: '' });
    process.env['AWS_CONFIG_FILE'] = join(cwd, 'config');
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(cwd, 'credentials');
    process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
  }

  it('says Region, credentials and endpoint, when a profile is chosen', async () => {
    const { endpoint, asked } = await serve({
      body: { InstanceSummaryList: [{ Id: ID, Arn: ARN, InstanceAlias: 'a' }] },
    });
    configured(`[profile centre]
region = ap-northeast-1
aws_access_key_id = AKIDPROFILE
aws_secret_access_key = secret
services = here
[services here]
connect =
  endpoint_url = ${endpoint}
`);
    const { instance } = await openConnection(resolveTarget({ profile: 'centre', instance: 'a' }, {}, {}));
    expect(instance.id).toBe(ID);
    expect(asked[0]?.headers.authorization).toContain('Credential=AKIDPROFILE/');
    expect(asked[0]?.headers.authorization).toContain('/ap-northeast-1/connect/');
  });

  it('is not looked at for an endpoint on this machine', async () => {
    const { endpoint, asked } = await serve({});
    configured('[default]\nregion = ap-northeast-1\naws_access_key_id = AKIDSECRET\naws_secret_access_key = secret\n');
    process.env['AWS_ACCESS_KEY_ID'] = 'AKIDSECRET';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'secret';
    const { call } = await openConnection(resolveTarget({ endpoint, instance: ARN }, { profile: 'centre' }, {}));
    await call('ListQueues');
    expect(JSON.stringify(asked[0]?.headers)).not.toContain('AKIDSECRET');
    expect(process.env['AWS_PROFILE']).toBeUndefined();
  });

  it('without a Region is told, before anything is asked', async () => {
    configured('');
    await expect(openConnection(resolveTarget({ instance: 'a' }, {}, {}))).rejects.toThrow(
      /^no AWS Region is set; say `--region`/,
    );
  });

  it('without credentials is told in one sentence', async () => {
    configured('');
    const opening = openConnection(resolveTarget({ instance: 'a', region: 'eu-central-1' }, {}, {}));
    await expect(opening).rejects.toThrow(
      /^no AWS credentials were found; sign in \(`aws sso login`\), choose a profile/,
    );
  });

  it('without credentials of the profile that is asked for names it', async () => {
    configured('');
    const target = resolveTarget({ instance: 'a', region: 'eu-central-1', profile: 'centre' }, {}, {});
    await expect(openConnection(target)).rejects.toThrow(
      'no AWS credentials were found for the profile `centre`; check its name, or sign in (`aws sso login --profile centre`).',
    );
  });
});
