/** Settings of kinds that need more than a table: there and back through a local instance, and each change by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeContract, contractText, readContract } from '../../src/flowjson/module-contract.ts';
import { codecFor, KIND_ORDER } from '../../src/deploy/kinds/index.ts';
import { entityModels } from '../../src/entities/index.ts';
import { actionsOf, carryOut, changed, planOf, testInstance, type TestInstance } from './instance.ts';

let instance: TestInstance;
beforeAll(async () => {
  instance = await testInstance({ numbers: ['+815012345678'] });
});
afterAll(() => instance.close());

/** Carries out one source after the other; each is then no change. Returns the operations of the last. */
async function through(...sources: readonly string[]): Promise<readonly string[]> {
  let called: readonly string[] = [];
  for (const source of sources) {
    called = await carryOut(instance, await planOf(instance, source));
    expect(changed(await planOf(instance, source)).map(({ name, properties }) => [name, properties])).toEqual([]);
  }
  return called;
}

describe('every kind that is published', () => {
  it('has a codec, and no other has one', () => {
    const managed = Object.values(entityModels).filter((model) => model.managed);
    expect(managed.map(({ kind }) => kind).filter((kind) => codecFor(kind) === undefined)).toEqual([]);
    expect(KIND_ORDER.filter((kind) => !entityModels[kind].managed)).toEqual([]);
  });
});

describe('routing profiles', () => {
  it('take no second channel unless they say so', () => {
    const complete = (settings: object) => codecFor('routing_profile')?.complete({ ...settings }, 'P');
    const concurrency = { voice: 1, chat: 2 };
    expect(complete({ concurrency })).toMatchObject({ cross_channel: { voice: false, chat: false } });
    expect(complete({ concurrency, cross_channel: { chat: true } })).toMatchObject({
      cross_channel: { voice: false, chat: true },
    });
  });
});

describe('hours of operation', () => {
  const hours = (week: string, more: string) => `hours H "Hours ${week.length % 2 === 0 ? 'a' : 'b'}" {
  timezone: "Asia/Tokyo"
  ${week}
  ${more}
}
`;

  it('through midnight, with nothing on some days, with dates that come back', async () => {
    await through(
      hours(
        'mon-sun: 00:00-24:00',
        `override "Month’s end" {
    dates: 2027-01-01..2027-12-31
    open: 09:00-12:00
    recurrence: { every: month, interval: 1, days_of_month: [-1] }
    description: "Half a day."
  }
  override "Two weeks" { dates: [2028-02-01..2028-02-03, 2028-03-01], mon-tue: 10:00-11:00 }`,
      ),
    );
  });

  it('lose, gain and change dates', async () => {
    const week = 'mon: 09:00-17:00';
    const operations = await through(
      hours(week, 'closed: [2027-05-01, 2027-05-03..2027-05-05]'),
      hours(
        week,
        'closed: [2027-05-01, 2027-05-03..2027-05-06]\n  override "Short" { dates: 2027-06-01, open: closed }',
      ),
    );
    expect([...operations].sort()).toEqual([
      'CreateHoursOfOperationOverride',
      'CreateHoursOfOperationOverride',
      'DeleteHoursOfOperationOverride',
    ]);
    expect(
      await through(
        hours(week, 'override "Short" { dates: 2027-06-01, open: 10:00-11:00, description: "x" }'),
        hours(week, 'override "Short" { dates: 2027-06-02, open: 10:00-11:00 }'),
      ),
    ).toEqual(['DeleteHoursOfOperationOverride', 'CreateHoursOfOperationOverride']);
    expect(await through(hours(week, 'override "Short" { dates: 2027-06-02, open: 10:00-12:00 }'))).toEqual([
      'UpdateHoursOfOperationOverride',
    ]);
  });
});

describe('routing profiles', () => {
  const queues = Array.from({ length: 14 }, (_, i) => `queue Q${i} { hours: Basic }\n`).join('');
  const profile = (serves: string, concurrency = 'voice: 1') => `${queues}existing hours Basic "Basic Hours"
routing_profile P "Many queues" {
  concurrency: { ${concurrency} }
  default_outbound_queue: Q0
  ${serves}
}
`;
  const serve = (n: number, more = '') =>
    Array.from({ length: n }, (_, i) => `serves Q${i} { channels: [voice], priority: ${i + 1}, delay: 0s }`).join(
      '\n  ',
    ) + more;

  it('with more queues than one request takes', async () => {
    await through(profile(serve(14)));
    expect(await through(profile(serve(2)))).toEqual([
      'DisassociateRoutingProfileQueues',
      'DisassociateRoutingProfileQueues',
    ]);
    expect(await through(profile(serve(14)))).toEqual([
      'AssociateRoutingProfileQueues',
      'AssociateRoutingProfileQueues',
    ]);
  });

  it('gain a channel before its queues, and lose it after them', async () => {
    await through(profile(serve(1)));
    const chat = '\n  serves Q0 { channels: [chat], priority: 5, delay: 1m }';
    expect(await through(profile(serve(1, chat), 'voice: 1, chat: 2'))).toEqual([
      'UpdateRoutingProfileConcurrency',
      'AssociateRoutingProfileQueues',
    ]);
    expect(await through(profile(serve(1)))).toEqual([
      'DisassociateRoutingProfileQueues',
      'UpdateRoutingProfileConcurrency',
    ]);
  });

  it('are described by their name where source says nothing', async () => {
    const [change] = (
      await planOf(instance, profile(serve(1)).replace('"Many queues"', '"Few queues"'))
    ).plan.changes.filter(({ kind }) => kind === 'routing_profile');
    expect(change?.after?.settings['description']).toBe('Few queues');
  });
});

describe('users and quick connects', () => {
  const users = (more: string, connect: string) => `user sato "sato" {
  ${more}
  routing_profile: Basic
  security_profiles: [Agent]
}
quick_connect ToSato "To Sato" { ${connect} }
existing routing_profile Basic "Basic Routing Profile"
existing security_profile Agent
existing security_profile Admin
existing flow Transfer "Default agent transfer"
`;

  it('are created where no password is needed, and followed through changes', async () => {
    await through(users('phone: soft\n  first_name: "花子"\n  last_name: "佐藤"', 'user: sato, flow: Transfer'));
    expect(
      await through(
        users(
          'phone: desk "+81501234567"\n  first_name: "花子"\n  last_name: "佐藤"\n  acw_timeout: 30s',
          'number: "+81501234568"',
        ),
      ),
    ).toEqual(['UpdateUserPhoneConfig', 'UpdateQuickConnectConfig']);
    expect(
      await through(
        users('phone: soft\n  last_name: "鈴木"\n  auto_accept: on', 'user: sato, flow: Transfer').replace(
          '[Agent]',
          '[Agent, Admin]',
        ),
      ),
    ).toEqual([
      'UpdateUserIdentityInfo',
      'UpdateUserSecurityProfiles',
      'UpdateUserPhoneConfig',
      'UpdateQuickConnectConfig',
    ]);
  });
});

describe('numbers', () => {
  it('are led to a flow and described, and left alone where source says nothing of a flow', async () => {
    const flow = 'inbound flow Reception {\n  disconnect\n}\n';
    expect(await through(`${flow}number Line "+815012345678" { description: "Main line" } -> Reception\n`)).toContain(
      'AssociatePhoneNumberContactFlow',
    );
    expect(await through(`${flow}number Line "+815012345678" { description: "Other line" }\n`)).toEqual([
      'UpdatePhoneNumberMetadata',
    ]);
    expect(
      actionsOf(await planOf(instance, `${flow}number Line "+815012345678" { description: "Other line" }\n`)),
    ).toEqual([]);
  });
});

describe('prompts', () => {
  it('are created from their object; where it lies afterwards the service does not say', async () => {
    const prompt = (key: string, text: string) =>
      `prompt Music { source: "s3://music/${key}.wav", description: "${text}" }\n`;
    expect(await through(prompt('one', 'Music'))).toEqual(['CreatePrompt']);
    expect(actionsOf(await planOf(instance, prompt('two', 'Music')))).toEqual([]);
    expect(await through(prompt('two', 'Other music'))).toEqual(['UpdatePrompt']);
  });
});

describe('contracts of modules', () => {
  const settings = {
    input: { phone: { is: 'text' }, tier: { is: 'text', values: ['gold', 'basic'] }, at: { is: 'integer' } },
    returns: {
      list: { is: 'list', of: { is: 'number' } },
      any: { is: 'any' },
      it: { is: 'object', fields: { a: { is: 'boolean' } } },
    },
    branches: ['found', 'missing'],
  };

  it('are JSON Schema in a text, and come back the same', () => {
    expect(JSON.parse(contractText({}))).toEqual({});
    expect(JSON.parse(contractText({ input: { a: { is: 'text' } }, branches: ['b'] }))).toEqual({
      input: { schema: { type: 'object', properties: { a: { type: 'string' } } } },
      transitions: { results: [{ name: 'b', description: '' }] },
    });
    expect(readContract(contractText(settings))).toEqual(completeContract(settings));
    expect(completeContract(settings)).toEqual(settings);
  });

  it('are read whatever they hold', () => {
    for (const text of [
      undefined,
      '',
      'x',
      '[]',
      'null',
      '{"input":1}',
      '{"transitions":{"results":[1,{"name":2}]}}',
    ]) {
      expect(readContract(text)).toEqual({});
    }
  });

  it('of modules that say nothing of one stay as they are', async () => {
    const module = 'module M {\n  on error -> next\n  play "Hello."\n  return\n}\n';
    await through(module);
    const { lookup } = await planOf(instance, module);
    const Settings = contractText(settings);
    await instance.connection.call('UpdateContactFlowModuleContent', {
      ContactFlowModuleId: lookup.idOf('module', 'M'),
      Settings,
    });
    expect(actionsOf(await planOf(instance, module))).toEqual([]);
    expect(await through(module.replace('module M {', 'module M {\n  input { phone: text }'))).toEqual([
      'UpdateContactFlowModuleContent',
    ]);
  });
});
