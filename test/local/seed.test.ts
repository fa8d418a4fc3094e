/** Seed files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/text/json.ts';
import { ask, newFolder, start } from './harness.ts';

const SEED = {
  numbers: ['+815000000000'],
  lambdas: ['order-lookup', 'arn:aws:lambda:eu-west-1:000000000000:function:other'],
  bots: ['Reception:live', 'arn:aws:lex:us-east-1:000000000000:bot-alias/BOTBOTBOT1/ALIASALIAS'],
  prompts: ['Welcome.wav'],
  quotas: { 'Flows per instance': 8 },
  requests: [
    { operation: 'CreatePredefinedAttribute', input: { Name: 'language', Values: { StringList: ['ja', 'en'] } } },
  ],
};

const shape = JSON.parse(readFileSync('schemas/local-seed.schema.json', 'utf8')) as JsonObject;

const lists = {
  numbers: ['POST', '/phone-number/list', 'ListPhoneNumbersSummaryList'],
  lambdas: ['GET', '/instance/{i}/lambda-functions', 'LambdaFunctions'],
  bots: ['GET', '/instance/{i}/bots?lexVersion=V2', 'LexBots'],
  attributes: ['GET', '/predefined-attributes/{i}', 'PredefinedAttributeSummaryList'],
} as const;

async function held(local: Awaited<ReturnType<typeof start>>): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const [name, [method, path, member]] of Object.entries(lists)) {
    all[name] = (await ask(local, method, path)).body[member] as unknown as unknown[];
  }
  return all;
}

describe('a seed', () => {
  it('adds what no publish makes', async () => {
    const local = await start({ seed: SEED });
    const { numbers, lambdas, bots, attributes } = await held(local);
    expect(numbers).toEqual([expect.objectContaining({ PhoneNumber: '+815000000000', PhoneNumberCountryCode: 'JP' })]);
    expect(lambdas).toEqual(['arn:aws:lambda:us-east-1:000000000000:function:order-lookup', SEED.lambdas[1]]);
    expect(bots).toHaveLength(2);
    expect(attributes).toEqual([expect.objectContaining({ Name: 'language' })]);
    const full = await ask(local, 'PUT', '/contact-flows/{i}', {
      Name: 'One too many',
      Type: 'CONTACT_FLOW',
      Status: 'SAVED',
      Content: '{}',
    });
    expect(full.type).toBe('LimitExceededException');
  });

  it('adds nothing twice, and its quotas stay', async () => {
    const folder = newFolder();
    const first = await start({ folder, seed: SEED });
    const before = await held(first);
    await first.close();
    const second = await start({ folder, seed: SEED });
    expect(await held(second)).toEqual(before);
    await second.close();
    const { type } = await ask(await start({ folder }), 'PUT', '/contact-flows/{i}', {
      Name: 'One too many',
      Type: 'CONTACT_FLOW',
      Status: 'SAVED',
      Content: '{}',
    });
    expect(type).toBe('LimitExceededException');
  });

  it.each([
    [[], 'it is no object.'],
    [{ number: [] }, 'there is no `number`'],
    [{ numbers: '+81' }, '`numbers` is a list of texts.'],
    [{ quotas: { 'Flow per instance': 1 } }, 'did you mean `Flows per instance`'],
    [{ requests: [{ operation: 'CreatQueue', input: {} }] }, 'did you mean `CreateQueue`'],
    [{ requests: [{ operation: 'CreateQueue' }] }, 'a request is'],
    [{ requests: [{ operation: 'CreateQueue', input: { Name: 'Q' } }] }, 'Member must not be null'],
    [{ numbers: ['nonsense'] }, 'ClaimPhoneNumber is refused'],
    [{ lambdas: ['no such name'] }, 'AssociateLambdaFunction is refused'],
  ])('that says what cannot be is refused: %j', async (seed, message) => {
    const path = join(newFolder(), 'seed.json');
    writeFileSync(path, JSON.stringify(seed));
    await expect(start({ seed: path })).rejects.toThrow(message);
  });

  it('that cannot be read is told', async () => {
    const path = join(newFolder(), 'seed.json');
    await expect(start({ seed: path })).rejects.toThrow('it cannot be read');
    writeFileSync(path, '{');
    await expect(start({ seed: path })).rejects.toThrow('it is no JSON');
  });
});

it('may be sent to an instance that runs', async () => {
  const local = await start();
  expect((await ask(local, 'POST', '/-/seed', SEED)).status).toBe(200);
  expect((await held(local))['lambdas']).toHaveLength(2);
  const { type } = await ask(local, 'PUT', '/contact-flows/{i}', {
    Name: 'One too many',
    Type: 'CONTACT_FLOW',
    Status: 'SAVED',
    Content: '{}',
  });
  expect(type).toBe('LimitExceededException');
  for (const wrong of [{ number: [] }, '{', { numbers: ['nonsense'] }]) {
    const refused = await ask(local, 'POST', '/-/seed', wrong);
    expect([refused.status, typeof refused.body['Message']]).toEqual([400, 'string']);
  }
});

describe('the schema of seed files', () => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(shape);

  it('accepts what is accepted', () => {
    expect(validate({ $schema: 'x', ...SEED })).toBe(true);
    expect(validate({})).toBe(true);
  });

  it.each([
    [[]],
    [{ number: [] }],
    [{ numbers: '+81' }],
    [{ quotas: { x: 1 } }],
    [{ requests: [{ operation: 'CreateQueue' }] }],
  ])('refuses what is refused: %j', (seed) => {
    expect(validate(seed)).toBe(false);
  });
});
