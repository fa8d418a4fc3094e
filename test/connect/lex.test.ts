import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { createHash, createHmac } from 'node:crypto';
import { lexEndpoint, signed } from '../../src/connect/lex.ts';
import { readInventory } from '../../src/connect/inventory.ts';
import { ServiceError, type Connection } from '../../src/connect/types.ts';
import { openService } from '../../src/connect/aws.ts';

/** The hash that the SDK's signer takes: SHA-256, keyed or not. */
class Sha256 {
  readonly hash;
  constructor(secret?: Uint8Array | string) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }
  update(data: Uint8Array | string): void {
    this.hash.update(data);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.hash.digest()));
  }
  reset(): void {}
}

describe('requests to Lex', () => {
  it.each([undefined, 'session'])('are signed as the SDK signs them (session token: %s)', async (sessionToken) => {
    const credentials = {
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'secret',
      ...(sessionToken && { sessionToken }),
    };
    const at = new Date('2026-11-22T10:11:12.345Z');
    const url = new URL('/bots/ABCDEFGHIJ/botaliases/TSTALIASID/', lexEndpoint('eu-central-1'));
    const signer = new SignatureV4({
      credentials,
      region: 'eu-central-1',
      service: 'lex',
      sha256: Sha256 as never,
      applyChecksum: false,
    });
    const theirs = (await signer.sign(
      {
        method: 'GET',
        protocol: 'https:',
        hostname: url.hostname,
        path: url.pathname,
        query: {},
        headers: { host: url.host },
      } as never,
      { signingDate: at },
    )) as unknown as { headers: Record<string, string> };
    const ours = signed(url, { credentials, region: 'eu-central-1', service: 'lex', at });
    expect(ours['authorization']).toBe(theirs.headers['authorization']);
  });

  afterEach(() => delete process.env['AWS_ENDPOINT_URL_LEX_MODELS_V2']);

  it('go to where a variable says, and their refusals are told', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (asked.length === 1) return response.end(JSON.stringify({ botName: 'Reception' }));
      response.writeHead(403, { 'x-amzn-errortype': 'AccessDeniedException:http://x' });
      return response.end(JSON.stringify({ message: 'Not allowed.' }));
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    onTestFinished(() => void server.close());
    process.env['AWS_ENDPOINT_URL_LEX_MODELS_V2'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const service = openService({
      region: 'eu-central-1',
      profile: undefined,
      endpoint: 'http://127.0.0.1:1',
      loopback: true,
    });
    expect(await service.send('lex:DescribeBot', { botId: 'B' })).toEqual({
      ok: true,
      value: { botName: 'Reception' },
    });
    expect(await service.send('lex:DescribeBotAlias', { botId: 'B', botAliasId: 'A' })).toMatchObject({
      message: 'Not allowed.',
      facts: { code: 'AccessDeniedException', status: 403 },
      worthRetrying: false,
    });
    expect(asked).toEqual(['/bots/B/', '/bots/B/botaliases/A/']);
  });

  it('are not sent for an instance on this machine', async () => {
    const service = openService({
      region: 'us-east-1',
      profile: undefined,
      endpoint: 'http://127.0.0.1:1',
      loopback: true,
    });
    expect(await service.send('lex:DescribeBot', { botId: 'B' })).toMatchObject({
      facts: { code: 'UnknownOperation' },
    });
  });
});

describe('bots in the lists', () => {
  const arn = (ids: string) => `arn:aws:lex:eu-central-1:000000000000:bot-alias/${ids}`;
  const connection = (names: Readonly<Record<string, string>>): Connection & { readonly asked: string[] } => {
    const asked: string[] = [];
    return {
      asked,
      instance: {
        id: 'i',
        arn: 'arn:i',
        alias: undefined,
        partition: 'aws',
        region: 'eu-central-1',
        account: '000000000000',
      },
      close: () => undefined,
      call: (operation, input = {}) => {
        asked.push(operation);
        if (operation === 'ListBots') {
          const LexBots = ['B1/A1', 'B1/A2', 'B2/A1'].map((ids) => ({ LexV2Bot: { AliasArn: arn(ids) } }));
          return Promise.resolve({ LexBots: [...LexBots, { LexBot: { Name: 'old', LexRegion: 'us-east-1' } }] });
        }
        const name = names[[input['botId'], input['botAliasId']].filter(Boolean).join('/')];
        const facts = { operation, code: 'AccessDeniedException', status: 403, problems: [], requestId: undefined };
        if (name === undefined) return Promise.reject(new ServiceError('no', facts));
        return Promise.resolve(operation === 'lex:DescribeBot' ? { botName: name } : { botAliasName: name });
      },
    };
  };

  it('are called as Lex calls them, or by their ids where it does not say', async () => {
    const names = { B1: 'Reception', 'B1/A1': 'live', 'B1/A2': 'test', B2: 'Orders' };
    const speaking = connection(names);
    const { things } = await readInventory(speaking, ['bot']);
    expect(things.map(({ name, arn: said }) => [name, said])).toEqual([
      ['B2:A1', arn('B2/A1')],
      ['Reception:live', arn('B1/A1')],
      ['Reception:test', arn('B1/A2')],
    ]);
    expect(speaking.asked.filter((operation) => operation === 'lex:DescribeBot')).toHaveLength(2);
  });
});
