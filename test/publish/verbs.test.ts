/** `flowc publish` and `flowc rollback`, on the instance of this machine. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startLocal } from '../../src/connect/local/start.ts';
import { flowc } from '../cli/harness.ts';
import { three, twelve } from './twelve.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-publish-'));
  write('flowc.json', '{}');
  write('main.flow', three('Hello'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** Without what differs from run to run. */
function steady(text: string): string {
  return text.replace(/\d{8}T\d{9}Z-[0-9a-f]{8}/g, '<release>').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');
}

describe('flowc publish', () => {
  it('publishes, and then has nothing to do', async () => {
    const first = await flowc(folder, ['publish']);
    expect(steady(first.err)).toMatchInlineSnapshot(`
      "Published to \`local\`: release <release>. \`flowc rollback\` takes it back.
      "
    `);
    expect(first.code).toBe(0);
    expect(first.out).toContain('+ inbound flow "Day"');
    const second = await flowc(folder, ['publish']);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toContain('Nothing to change');
    const [release = ''] = readdirSync(join(folder, '.flowc/releases/local'));
    expect(JSON.parse(readFileSync(join(folder, '.flowc/releases/local', release), 'utf8'))).toMatchObject({
      environment: 'local',
      changes: expect.arrayContaining([
        expect.objectContaining({ kind: 'flow', name: 'Day', action: 'create', before: null }),
      ]) as unknown,
    });
  });

  it('has stand-ins in a local instance for whatever is only named', async () => {
    const kinds = ['queue', 'hours', 'security_profile', 'agent_status', 'routing_profile', 'user', 'quick_connect'];
    const others = ['flow', 'module', 'view', 'task_template', 'data_table', 'lambda', 'bot', 'prompt'];
    write('main.flow', three('Hello') + [...kinds, ...others].map((kind) => `existing ${kind} Mine\n`).join(''));
    expect(await flowc(folder, ['publish', '-q'])).toMatchObject({ code: 0, err: '' });
  });

  it('says how to go on when it is interrupted, and goes on', async () => {
    write('main.flow', twelve('Hello'));
    const journal = join(folder, '.flowc/journal/local');
    const begun = async () => {
      const isOpen = () => existsSync(journal) && readdirSync(journal).some((file) => file.endsWith('.jsonl'));
      while (!isOpen()) await pause(1);
    };
    expect(await flowc(folder, ['publish', '-q'], { interrupted: begun() })).toEqual({
      code: 130,
      out: '',
      err:
        'flowc: interrupted; the journal knows what was done. ' +
        'Publish again to go on, or `flowc rollback` to take back what was written.\n',
    });
    expect(await flowc(folder, ['publish'])).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^Goes on with a release that .*\nPublished to `local`/) as unknown,
    });
    expect((await flowc(folder, ['publish'])).out).toContain('Nothing to change');
  });

  it('writes nothing where the source is wrong', async () => {
    write('main.flow', three('Hello').replace('set queue Desk', 'set queue Desks'));
    const { code, err } = await flowc(folder, ['publish']);
    expect(code).toBe(1);
    expect(err).toContain('check/unknown-reference');
    expect(readdirSync(join(folder, '.flowc'))).not.toContain('releases');
  });

  it('tells what cannot be read before it asks the service for anything', async () => {
    const nobody = {
      region: 'us-east-1',
      instance: '00000000-0000-4000-8000-000000000000',
      endpoint: 'http://127.0.0.1:1',
    };
    write('flowc.json', JSON.stringify({ environments: { prod: nobody } }));
    write('main.flow', three('Hello').replace('set queue Desk', 'set queue = Desk'));
    for (const verb of ['plan', 'publish']) {
      const { code, err } = await flowc(folder, [verb, '--env', 'prod']);
      expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^error\[syntax\/assignment\]/) as unknown });
    }
  });

  it('asks in an environment that is protected', async () => {
    write('flowc.json', JSON.stringify({ environments: { local: { protected: true } } }));
    expect(await flowc(folder, ['publish', '-q'])).toMatchObject({
      code: 2,
      err: 'flowc: `local` is protected, and nobody is here to ask; look at `flowc plan --env local`, then say `--yes`.\n',
    });
    const no = await flowc(folder, ['publish', '-q'], { line: 'n' });
    expect(no.code).toBe(130);
    expect(no.err).toBe('Publish this to `local`? [y/N] Nothing was published.\n');
    // What is asked about is shown, however quiet it is to be.
    expect(no.out).toContain('Plan for `local`');
    expect((await flowc(folder, ['plan', '--exit-code'])).code).toBe(1);
    expect((await flowc(folder, ['publish', '-q'], { line: 'y' })).code).toBe(0);
    expect((await flowc(folder, ['plan', '--exit-code'])).code).toBe(0);
    write('main.flow', three('Welcome'));
    expect((await flowc(folder, ['publish', '-q', '--yes'])).code).toBe(0);
  });

  it('says in one line why there can be no instance here', async () => {
    write('.flowc', '');
    const { code, err } = await flowc(folder, ['publish']);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^flowc: the local instance keeps its state in .*, which cannot be made: [^E].*\.\n$/),
    ]);
  });

  it('is told of an instance on the command line each time, and says how to take it back there', async () => {
    const local = await startLocal({ folder: join(folder, 'elsewhere'), port: 0 });
    const { id, region } = local.instance;
    const there = ['--instance', id, '--region', region, '--endpoint-url', local.endpoint];
    const env = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
    expect((await flowc(folder, ['plan', '-o', 'plan.json', ...there], { env })).code).toBe(0);
    const done = await flowc(folder, ['publish', 'plan.json', ...there], { env });
    expect([done.code, steady(done.err)]).toEqual([
      0,
      `Published to \`${id}\`: release <release>. \`flowc rollback ${there.join(' ')}\` takes it back.\n`,
    ]);
    expect((await flowc(folder, ['rollback', '-q', ...there], { env })).code).toBe(0);
    await local.close();
  });

  it('works on the project that the paths lie in, wherever it is asked from', async () => {
    const environments = { local: { tags: { of: 'inner' } } };
    mkdirSync(join(folder, 'my centre'));
    write('my centre/flowc.json', JSON.stringify({ environments }));
    write('my centre/a.flow', three('Hello'));
    const done = await flowc(folder, ['publish', 'my centre']);
    expect(done.out).toContain('tags.of: "inner"');
    expect(steady(done.err)).toContain('`cd "my centre" && flowc rollback` takes it back.');
    expect(readdirSync(folder)).not.toContain('.flowc');
    expect((await flowc(folder, ['drift', 'my centre/a.flow'])).code).toBe(0);
    const inside = join(folder, 'my centre');
    expect((await flowc(inside, ['plan', '--exit-code'])).code).toBe(0);
    write('my centre/a.flow', three('Welcome'));
    expect((await flowc(folder, ['plan', 'my centre', '-o', 'plan.json'])).code).toBe(0);
    expect((await flowc(folder, ['publish', 'plan.json', '-q'])).code).toBe(0);
    expect((await flowc(inside, ['plan', '--exit-code'])).code).toBe(0);
  });

  it('says in one line that nothing can be recorded', async () => {
    mkdirSync(join(folder, '.flowc'));
    write('.flowc/journal', '');
    const { code, err } = await flowc(folder, ['publish', '-q']);
    expect([code, err]).toEqual([
      2,
      `flowc: what is published is recorded in ${join(folder, '.flowc')}, which cannot be written: a part of its path is a file, not a folder.\n`,
    ]);
  });

  it('does not take records that cannot be read for none', async () => {
    write('.flowc', '');
    const { code, out, err } = await flowc(folder, ['rollback', '--list']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^flowc: .*\.flowc.* cannot be used: .*\n$/);
  });

  it('takes a plan file alone', async () => {
    expect(await flowc(folder, ['publish', 'p.json', 'main.flow'])).toEqual({
      code: 2,
      out: '',
      err: 'flowc: a plan file stands alone; leave the other paths out.\n',
    });
  });

  it('gets no plan file where it would refuse the plan', async () => {
    expect((await flowc(folder, ['publish', '-q'])).code).toBe(0);
    write('main.flow', three('Hello').replace('inbound flow Day', 'queue_transfer flow Day'));
    const { code, err } = await flowc(folder, ['plan', '-o', 'plan.json']);
    expect([code, err]).toEqual([1, expect.stringContaining('deploy/other-type')]);
    expect(err).toMatch(/\nflowc: plan\.json is not written: there is no plan that could be carried out\.\n$/);
    expect(readdirSync(folder)).not.toContain('plan.json');
  });

  it('carries out a plan file of any name', async () => {
    expect((await flowc(folder, ['plan', '-o', 'tfplan'])).code).toBe(0);
    expect(await flowc(folder, ['publish', 'tfplan', '-q'])).toMatchObject({ code: 0, err: '' });
    expect((await flowc(folder, ['plan', '--exit-code'])).code).toBe(0);
    write('notes', 'no plan');
    expect((await flowc(folder, ['publish', 'notes'])).err).toMatch(/^flowc: notes is no plan/);
  });

  it('means the project here, not one that lies within its folders', async () => {
    mkdirSync(join(folder, 'other'));
    write('other/flowc.json', '{}');
    write('other/a.flow', three('Other'));
    const { code, out } = await flowc(folder, ['plan', '--exit-code']);
    expect([code, out]).toEqual([1, expect.stringContaining('5 to create')]);
    expect((await flowc(folder, ['plan', 'other', 'main.flow'])).err).toContain('several projects');
  });

  it('carries out a plan file, and refuses it when the instance moved', async () => {
    expect((await flowc(folder, ['plan', '-o', 'plan.json'])).code).toBe(0);
    write('main.flow', 'inbound flow Other { disconnect }\n');
    expect(await flowc(folder, ['publish', 'plan.json', '-q'])).toMatchObject({ code: 0, err: '' });
    write('main.flow', three('Hello'));
    expect((await flowc(folder, ['plan', '--exit-code'])).code).toBe(0);
    const again = await flowc(folder, ['publish', 'plan.json', '-q']);
    expect(again.code).toBe(3);
    expect(again.err).toContain('deploy/moved');
    expect(again.err).toContain('It is empty where this one was carried out already.');
    expect((await flowc(folder, ['publish', 'plan.json', '--env', 'prod'])).code).toBe(2);
    write('plan.json', '{}');
    expect(await flowc(folder, ['publish', 'plan.json'])).toMatchObject({ code: 2 });
    expect(await flowc(folder, ['publish', 'nothing.json'])).toMatchObject({ code: 2 });
  });

  it('does not carry out a plan file where what it is about cannot be read', async () => {
    const local = await startLocal({ folder: join(folder, 'instance'), port: 0 });
    onTestFinished(() => local.close());
    const at = (endpoint: string) => ['--instance', local.instance.arn, '--endpoint-url', endpoint];
    expect((await flowc(folder, ['plan', '-o', 'plan.json', ...at(local.endpoint)])).code).toBe(0);
    const { code, err } = await flowc(folder, ['publish', 'plan.json', ...at(`${local.endpoint}/nothing`)]);
    expect(code).toBe(3);
    expect(err).toContain('  could not be read: flow "Day": There is no operation ');
    expect(err).toContain('flowc: nothing is written: it would not be known what was there before.\n');
    expect(err).not.toContain('deploy/moved');
  });

  it('lets one process at a time publish', async () => {
    mkdirSync(join(folder, '.flowc/journal/local'), { recursive: true });
    const { lockRecords } = await import('../../src/deploy/publish/folders.ts');
    const lock = lockRecords(folder, 'local');
    const { code, err } = await flowc(folder, ['publish']);
    expect(code).toBe(2);
    expect(err).toContain(`process ${process.pid} is publishing`);
    if ('release' in lock) lock.release();
    expect((await flowc(folder, ['publish', '-q'])).code).toBe(0);
  });

  it('says what the service refuses, and that the next run goes on', async () => {
    const quota = (queues: number) =>
      write('local-seed.json', JSON.stringify({ quotas: { 'Queues per instance': queues } }));
    quota(1);
    const { code, err } = await flowc(folder, ['publish', '-q']);
    expect(code).toBe(3);
    expect(err).toContain('deploy/refused');
    expect(err).toContain('the release is not complete');
    expect((await flowc(folder, ['rollback', '--list'])).out).toContain('not complete');
    quota(100);
    const again = await flowc(folder, ['publish']);
    expect(again.err).toContain('Goes on with a release');
    expect(again.code).toBe(0);
    expect((await flowc(folder, ['rollback', '--list'])).out).not.toContain('not complete');
  });

  it('takes back a release that did not come to its end', async () => {
    write('local-seed.json', JSON.stringify({ quotas: { 'Queues per instance': 1 } }));
    expect((await flowc(folder, ['publish', '-q'])).code).toBe(3);
    const back = await flowc(folder, ['rollback']);
    expect(back.code).toBe(0);
    expect(steady(back.err)).toContain('hours "Office hours" was created, and stays');
    expect(back.out).toContain('- inbound flow');
    expect((await flowc(folder, ['rollback', '--list'])).out).not.toContain('not complete');
  });

  it('with --prune archives what the source has no more, and deletes it in a later release', async () => {
    await flowc(folder, ['publish', '-q']);
    const all = three('Hello');
    write('main.flow', all.slice(0, all.indexOf('outbound_whisper flow')).replace(', outbound_whisper: Outgoing', ''));
    expect((await flowc(folder, ['publish', '-q'])).code).toBe(0);
    const archiving = await flowc(folder, ['publish', '--prune']);
    expect(archiving.out).toContain('- outbound_whisper flow "Outgoing"');
    expect(archiving.err).not.toContain('deleted');
    const planned = await flowc(folder, ['plan', '--prune']);
    expect(planned.out).toContain('Nothing to change');
    expect(steady(planned.err)).toBe(
      'flow "Outgoing", which <release> archived, will be deleted by `flowc publish --prune`\n',
    );
    const deleting = await flowc(folder, ['publish', '--prune']);
    expect(steady(deleting.err)).toMatchInlineSnapshot(`
      "flow "Outgoing", which <release> archived, is deleted
      Published to \`local\`: release <release>.
      "
    `);
    expect(deleting.code).toBe(0);
    const nothing = await flowc(folder, ['publish', '--prune']);
    expect(nothing).toMatchObject({ code: 0, err: '' });
    // What was archived stays deleted.
    const nowhere = await flowc(folder, ['rollback']);
    expect(nowhere.out).toContain('Nothing to change in `local`.');
    expect(nowhere.err).toContain('flow "Outgoing" was archived and is deleted');
    // Back to where it was still in use.
    const releases = readdirSync(join(folder, '.flowc/releases/local')).sort();
    const second = releases[1]?.replace('.json', '') ?? '';
    const back = await flowc(folder, ['rollback', second]);
    expect(back.err).toContain('flow "Outgoing" was deleted since, and is made anew, with another id.');
    expect(back.err).not.toContain('somebody else');
    expect(back.code).toBe(0);
    write('main.flow', all);
    expect((await flowc(folder, ['plan', '--exit-code'])).code).toBe(0);
  });
});

describe('flowc rollback', () => {
  it('takes back the last release, then the one before', async () => {
    expect(await flowc(folder, ['rollback'])).toMatchObject({ code: 2 });
    await flowc(folder, ['publish', '-q']);
    write('main.flow', three('Welcome'));
    await flowc(folder, ['publish', '-q']);
    const back = await flowc(folder, ['rollback']);
    expect(steady(back.err)).toMatchInlineSnapshot(`
      "Takes back <release>
      \`local\` is as it was before <time>
      "
    `);
    expect(back.out).toContain('says "Hello." instead of "Welcome."');
    expect(back.code).toBe(0);
    write('main.flow', three('Hello'));
    expect((await flowc(folder, ['plan', '--exit-code'])).code).toBe(0);
    const further = await flowc(folder, ['rollback']);
    expect(steady(further.err)).toMatchInlineSnapshot(`
      "Takes back <release>
      hours "Office hours" was created, and stays: flowc deletes nothing that may be in use.
      queue "Desk" was created, and stays: flowc deletes nothing that may be in use.
      \`local\` is as it was before <time>, but for what is named above
      "
    `);
    expect(further.code).toBe(0);
    expect(await flowc(folder, ['rollback'])).toMatchObject({ code: 2 });
    expect(steady((await flowc(folder, ['rollback', '--list'])).out)).toMatch(
      /^<release> .*takes back <release>.*\n<release> .*takes back <release>.*\n<release> .*taken back\n<release> .*taken back\n$/,
    );
  });

  it('says how to go on when it is interrupted, and goes on', async () => {
    write('main.flow', twelve('Hello'));
    await flowc(folder, ['publish', '-q']);
    write('main.flow', twelve('Welcome'));
    await flowc(folder, ['publish', '-q']);
    const journal = join(folder, '.flowc/journal/local');
    const isOpen = () => existsSync(journal) && readdirSync(journal).some((file) => file.endsWith('.jsonl'));
    const begun = async () => {
      while (!isOpen()) await pause(1);
    };
    expect(await flowc(folder, ['rollback', '-q'], { interrupted: begun() })).toEqual({
      code: 130,
      out: '',
      err: 'flowc: interrupted; the journal knows what was done. Run it again to go on.\n',
    });
    expect((await flowc(folder, ['rollback'])).code).toBe(0);
    expect((await flowc(folder, ['rollback', '--list'])).out).not.toContain('not complete');
    write('main.flow', twelve('Hello'));
    expect((await flowc(folder, ['plan', '--exit-code'])).code).toBe(0);
  });

  it('says what somebody else changed since', async () => {
    await flowc(folder, ['publish', '-q']);
    write('main.flow', three('Welcome'));
    await flowc(folder, ['publish', '-q']);
    // Somebody publishes from elsewhere: this project knows nothing of it.
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const local = await startLocal({ folder: join(folder, '.flowc/local') });
    writeFileSync(join(elsewhere, 'flowc.json'), '{}');
    writeFileSync(join(elsewhere, 'main.flow'), three('Surprise'));
    expect(
      (await flowc(elsewhere, ['publish', '-q', '--endpoint-url', local.endpoint, '--instance', 'local'])).code,
    ).toBe(0);
    const back = await flowc(folder, ['rollback']);
    expect(back.err).toContain('flow "Day" was changed by somebody else since');
    expect(back.code).toBe(0);
    await local.close();
  });
});
