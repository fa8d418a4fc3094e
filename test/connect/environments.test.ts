/** Verbs about environments, on instances on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chooseEnvironment, openEnvironment } from '../../src/cli/environment.ts';
import { startLocal } from '../../src/connect/local/start.ts';
import { LISTED_KINDS } from '../../src/connect/inventory.ts';
import { isServiceError } from '../../src/connect/types.ts';
import { readSnapshot, snapshotText } from '../../src/workspace/snapshot.ts';
import { flowc, ioIn, type Setting } from '../cli/harness.ts';
import { folder } from '../workspace/folder.ts';

const schema = new Ajv().compile(JSON.parse(readFileSync('schemas/snapshot.schema.json', 'utf8')) as object);

const FLOW = `queue Basic "BasicQueue" { hours: Hours }
existing hours Hours "Basic Hours"
existing flow Hold "Default customer hold"
existing user Ann "ann"

inbound flow Main {
  on error -> disconnect
  set queue Basic
  transfer to queue { on at_capacity -> disconnect }
}
`;

/** Another instance than the project's own, and a project that knows it as `other`. */
async function twoInstances(files: Record<string, string> = {}) {
  const local = await startLocal({ folder: folder(), port: 0 });
  onTestFinished(() => local.close());
  const environments = { other: { endpoint: local.endpoint, instance: local.instance.arn } };
  return { local, cwd: folder({ 'flowc.json': JSON.stringify({ environments }), ...files }) };
}

describe('an environment', () => {
  it('local is the project’s own instance, and starts by itself', async () => {
    const cwd = folder({ 'flowc.json': '{}', 'sub/x': '' });
    const environment = await openEnvironment({}, ioIn(join(cwd, 'sub')));
    onTestFinished(environment.close);
    expect(environment.project.root).toBe(cwd);
    expect(environment.name).toBe('local');
    const { things, unread } = await environment.inventory();
    expect(unread).toEqual({});
    expect(things.find(({ kind, name }) => kind === 'queue' && name === 'BasicQueue')).toMatchObject({
      arn: `${environment.connection.instance.arn}/queue/${things.find(({ kind }) => kind === 'queue')?.id}`,
    });
    const flows = things.filter(({ kind }) => kind === 'flow');
    expect(flows.map(({ type }) => type)).toContain('CUSTOMER_HOLD');
    expect(flows.every(({ state, status }) => state === 'ACTIVE' && status === 'PUBLISHED')).toBe(true);
    expect(await environment.inventory()).toBe(await environment.inventory(['queue']));
    expect(existsSync(join(cwd, '.flowc/local'))).toBe(true);
  });

  it('is chosen by option, by variable, or is local', () => {
    const cwd = folder({ 'flowc.json': '{"environments":{"prod":{},"test":{}}}' });
    const name = (options: object, env = {}) => chooseEnvironment(options, ioIn(cwd, { env })).name;
    expect([name({}), name({}, { FLOWC_ENV: 'test' }), name({ env: 'prod' }, { FLOWC_ENV: 'test' })]).toEqual([
      'local',
      'test',
      'prod',
    ]);
    expect(name({ instance: 'arn:aws:connect:eu-central-1:000000000000:instance/x' })).toBe('x');
    expect(() => name({ env: 'prd' })).toThrow(/there is no environment `prd`; did you mean `prod`\?/);
  });

  it('of another endpoint is reached there', async () => {
    const { local, cwd } = await twoInstances();
    const environment = await openEnvironment({ env: 'other' }, ioIn(cwd));
    onTestFinished(environment.close);
    expect(environment.connection.instance.id).toBe(local.instance.id);
    expect((await environment.inventory(['queue'])).things.map(({ name }) => name)).toEqual(['BasicQueue']);
    expect(local.seen.length).toBeGreaterThan(0);
    expect(existsSync(join(cwd, '.flowc'))).toBe(false);
  });

  it('goes on where the service is busy, fails, or breaks the connection', async () => {
    const { local, cwd } = await twoInstances();
    local.faults.add([
      { operation: 'ListQueues', do: 'throttle' },
      { operation: 'ListPrompts', do: 'error' },
      { operation: 'ListUsers', do: 'cut' },
    ]);
    const environment = await openEnvironment({ env: 'other' }, ioIn(cwd), {
      clock: { now: () => performance.now(), sleep: () => Promise.resolve() },
    });
    onTestFinished(environment.close);
    const { things, unread } = await environment.inventory();
    expect([things.length > 10, unread]).toEqual([true, {}]);
  });

  it('that is slow shows how far its lists are, in one line of a terminal that goes away', async () => {
    const { local, cwd } = await twoInstances();
    local.faults.add([{ do: 'slow', ms: 1050, times: 0 }]);
    const run = (setting: Setting, ...args: string[]) => flowc(cwd, ['refresh', '--env', 'other', ...args], setting);
    const [shown, piped, quiet] = await Promise.all([
      run({ terminal: true }),
      run({}),
      run({ terminal: true }, '--quiet'),
    ]);
    expect(shown.err).toMatch(
      /^(?:\r\d+ of \d+ lists, about \d+ s left \u001b\[K)+\r\u001b\[K\d+ names of `other` recorded in .+\n$/,
    );
    expect(piped.err).toMatch(/^\d+ names of `other` recorded in .+\n$/);
    expect(quiet.err).toBe('');
  });

  it('that refuses is told in one line, and exits with 3', async () => {
    const { local, cwd } = await twoInstances();
    local.faults.add([{ operation: 'ListQueues', do: 'error', times: 0 }]);
    const environment = await openEnvironment({ env: 'other' }, ioIn(cwd), {
      clock: { now: () => 0, sleep: () => Promise.resolve() },
    });
    onTestFinished(environment.close);
    expect(isServiceError(await environment.inventory(['queue']).catch((error: unknown) => error))).toBe(true);
    const { code, err } = await flowc(folder(), ['refresh', '--endpoint-url', 'http://127.0.0.1:1']);
    expect([code, err]).toEqual([
      3,
      'flowc: 127.0.0.1:1 cannot be reached: nothing listens there. `flowc local --port 1` starts an instance there.\n',
    ]);
  });

  it('with a mistake in the project file is not opened', async () => {
    const { code, err } = await flowc(folder({ 'flowc.json': '{"enviroments":{}}' }), ['refresh']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^flowc: flowc\.json:1:2: A project file has no setting `enviroments`\. Did you mean `environments`\?\n$/,
    );
  });
});

describe('refresh', () => {
  it('writes a snapshot that keeps to its schema, the same every time', async () => {
    const { cwd } = await twoInstances({ 'main.flow': FLOW });
    const first = await flowc(cwd, ['refresh', '--env', 'other']);
    expect([first.code, first.err]).toEqual([
      0,
      expect.stringMatching(/^\d+ names of `other` recorded in snapshots\/other\.json\n$/),
    ]);
    const text = readFileSync(join(cwd, 'snapshots/other.json'), 'utf8');
    await flowc(cwd, ['refresh', '--env', 'other']);
    expect(readFileSync(join(cwd, 'snapshots/other.json'), 'utf8')).toBe(text);
    expect(schema(JSON.parse(text)), JSON.stringify(schema.errors)).toBe(true);
    const inventory = readSnapshot(text);
    if (typeof inventory === 'string') throw new Error(inventory);
    expect(snapshotText('other', inventory)).toBe(text);
  });

  it('records users only where the project declares them', async () => {
    const { local, cwd } = await twoInstances({ 'main.flow': FLOW });
    const { connection, close } = await openEnvironment({ env: 'other' }, ioIn(cwd));
    const listed = async (list: string, member: string) => {
      const answer = await connection.call(list);
      return ((answer[member] as { Id: string }[])[0] as { Id: string }).Id;
    };
    for (const name of ['ann', 'bob']) {
      await connection.call('CreateUser', {
        Username: name,
        IdentityInfo: { FirstName: 'A', LastName: 'B' },
        PhoneConfig: { PhoneType: 'SOFT_PHONE' },
        SecurityProfileIds: [await listed('ListSecurityProfiles', 'SecurityProfileSummaryList')],
        RoutingProfileId: await listed('ListRoutingProfiles', 'RoutingProfileSummaryList'),
      });
    }
    await close();
    expect(local.seen.length).toBeGreaterThan(0);
    await flowc(cwd, ['refresh', '--env', 'other']);
    const { things } = JSON.parse(readFileSync(join(cwd, 'snapshots/other.json'), 'utf8')) as {
      things: { user: { name: string }[] };
    };
    expect(things.user.map(({ name }) => name)).toEqual(['ann']);
  });
});

describe('with a snapshot', () => {
  it('check and build need no instance', async () => {
    const { local, cwd } = await twoInstances({ 'main.flow': FLOW.replace(/existing user.*\n/, '') });
    await flowc(cwd, ['refresh', '--env', 'other']);
    await local.close();
    const check = await flowc(cwd, ['check', '--env', 'other']);
    expect([check.code, check.err]).toEqual([0, 'no problems in 1 file\n']);
    const build = await flowc(cwd, ['build', '--env', 'other', 'main.flow']);
    expect([build.code, build.err]).toEqual([0, '']);
    const { things } = JSON.parse(readFileSync(join(cwd, 'snapshots/other.json'), 'utf8')) as {
      things: { queue: { arn: string }[] };
    };
    expect(build.out).toContain(things.queue[0]?.arn);
    expect((await flowc(cwd, ['build', '--env', 'other', 'main.flow'])).out).toBe(build.out);
  });

  it('a name that is not there is told, though another file declares it than the one that is built', async () => {
    const user = /existing user.*\n/;
    const { local, cwd } = await twoInstances({
      'main.flow': FLOW.replace(user, ''),
      'names.flow': 'existing queue Nowhere\n',
    });
    await flowc(cwd, ['refresh', '--env', 'other']);
    await local.close();
    for (const verb of ['check', 'build']) {
      const { code, out, err } = await flowc(cwd, [verb, '--env', 'other', 'main.flow']);
      expect([verb, code, out]).toEqual([verb, 1, '']);
      expect(err).toContain('error[project/unbound]: The environment `other` has no queue “Nowhere”.');
    }
  });

  it('a name that is not there is an error, and nothing is written', async () => {
    const { cwd } = await twoInstances({
      'main.flow': FLOW.replace('"Default customer hold"', '"Default custom hold"'),
    });
    await flowc(cwd, ['refresh', '--env', 'other']);
    const { code, err } = await flowc(cwd, ['build', '--env', 'other', '--out', 'out']);
    expect(code).toBe(1);
    expect(err).toContain('error[project/unbound]: The environment `other` has no flow “Default custom hold”.');
    expect(err).toContain('“Default customer hold”');
    expect(existsSync(join(cwd, 'out/Main.json'))).toBe(false);
  });
});

describe('without a snapshot', () => {
  it('one line says how to make it', async () => {
    const { cwd } = await twoInstances({ 'main.flow': FLOW });
    for (const verb of ['check', 'build']) {
      expect(await flowc(cwd, [verb, '--env', 'other'])).toEqual({
        code: 2,
        out: '',
        err: 'flowc: `other` has no snapshot (snapshots/other.json); make one with `flowc refresh --env other`.\n',
      });
    }
  });

  it('local takes ids made from names', async () => {
    const cwd = folder({ 'flowc.json': '{}', 'main.flow': FLOW });
    const build = await flowc(cwd, ['build', '--env', 'local', 'main.flow']);
    expect(build).toEqual(await flowc(cwd, ['build', 'main.flow']));
  });

  it.each([
    ['', 'it is not valid JSON'],
    ['[]', 'it is no snapshot'],
    ['{"version":9}', 'its version is 9, and this flowc reads 1'],
    ['{"version":1}', 'it does not say which instance it is of'],
  ])('nor with one that says %j', async (text, reason) => {
    const { cwd } = await twoInstances({ 'main.flow': FLOW, 'snapshots/other.json': text });
    const { code, err } = await flowc(cwd, ['check', '--env', 'other']);
    expect([code, err]).toEqual([
      2,
      `flowc: snapshots/other.json cannot be used: ${reason}. Make it anew with \`flowc refresh --env other\`.\n`,
    ]);
  });
});

describe('env', () => {
  const snapshot = (name: string, things: object) =>
    JSON.stringify({
      version: 1,
      environment: name,
      instance: { id: 'i', arn: 'arn:i', partition: 'aws', region: 'eu-central-1', account: '000000000000' },
      things,
    });
  const files = {
    'flowc.json': JSON.stringify({
      environments: { prod: { instance: 'centre', region: 'eu-central-1', protected: true }, test: {} },
    }),
    'snapshots/prod.json': snapshot('prod', {
      queue: [
        { name: 'Both', arn: 'a/1' },
        { name: 'Old', arn: 'a/2' },
      ],
      flow: [{ name: 'Main', arn: 'a/3', type: 'CONTACT_FLOW' }],
    }),
    'snapshots/test.json': snapshot('test', {
      queue: [
        { name: 'Both', arn: 'b/1' },
        { name: 'New', arn: 'b/2' },
      ],
      flow: [{ name: 'Main', arn: 'b/3', type: 'CUSTOMER_QUEUE' }],
    }),
  };

  it('list says which there are', async () => {
    const { out } = await flowc(folder(files), ['env', 'list']);
    expect(out).toBe(
      'local  on this machine\nprod   centre               eu-central-1  protected, snapshot\ntest   no instance is said                snapshot\n',
    );
    expect(JSON.parse((await flowc(folder(files), ['env', 'list', '--json'])).out)).toHaveLength(3);
  });

  it('diff says what only one has, and what differs', async () => {
    const cwd = folder(files);
    const { code, out } = await flowc(cwd, ['env', 'diff', 'prod', 'test', '--exit-code']);
    expect([code, out]).toEqual([
      1,
      `flows
  ~ Main  type: CONTACT_FLOW in prod, CUSTOMER_QUEUE in test

queues
  + New  only in test
  - Old  only in prod
`,
    ]);
    const { differences } = JSON.parse((await flowc(cwd, ['env', 'diff', 'prod', 'test', '--json'])).out) as {
      differences: unknown[];
    };
    expect(differences).toHaveLength(3);
    expect((await flowc(cwd, ['env', 'diff', 'prod', 'prod', '--exit-code'])).code).toBe(0);
  });

  it('diff --live asks the instances', async () => {
    const { local, cwd } = await twoInstances();
    expect(await flowc(cwd, ['env', 'diff', 'local', 'other', '--live'])).toEqual({
      code: 0,
      out: '',
      err: '`local` and `other` have the same names.\n',
    });
    expect(local.seen.length).toBeGreaterThanOrEqual(LISTED_KINDS.length);
  });
});
