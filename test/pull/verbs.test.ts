/** Pull, drift and adopt on the command line, against an instance in which somebody works in the console. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseProject } from '../../src/compiler.ts';
import { carryOut, planOf, testInstance, type TestInstance } from '../deploy/instance.ts';
import { flowc, type Ran } from '../cli/harness.ts';
import { changeFlow, idIn } from './pulling.ts';

const FIRST = '0b1c2d3e-0000-4000-8000-000000000001';
const LAST = '0b1c2d3e-0000-4000-8000-000000000002';

let folder: string;
let instance: TestInstance;

const SOURCES = {
  'main.flow': `/// Says where to go.
inbound flow Main "Main line" {
  on error -> sorry // nobody is left alone

  set logging on
  // The number that everybody knows.
  play (
    "Welcome to the clinic. "
    "This call may be recorded."
  )
  check hours Office { on closed -> closed } // closed on Sundays
  menu "For appointments, press 1. For results, press 2." {
    timeout: 8s
    on 1 -> appointments
    on 2, timeout, default -> desk
  }

  step appointments {
    set queue Appointments
    -> connect
  }

  step desk {
    set queue Desk
    -> connect
  }

  step connect {
    transfer to queue { on at_capacity -> sorry }
  }

  step closed {
    play "We are closed."
    disconnect
  }

  step sorry {
    play "We are sorry." // never more than that
    disconnect
  }
}
`,
  'things.flow': `hours Office "Office hours" {
  timezone: "Europe/London"
  mon-fri: 09:00-18:00 // the whole week
  sat: 10:00-12:00
  closed: 2026-12-25..2026-12-28
}

/// For those who know what they want.
queue Appointments { hours: Office, max_contacts: 10 }

queue Desk "Front desk" {
  hours: Office // the same for all
  max_contacts: 5
}

routing_profile Staff "Desk staff" {
  concurrency: { voice: 1 }
  serves Desk { channels: [voice], priority: 1, delay: 0s } // first of all
  serves Appointments { channels: [voice], priority: 2, delay: 30s }
  default_outbound_queue: Desk
}
`,
} as const;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-pull-'));
  instance = await testInstance();
  const { endpoint, instance: about } = instance.local;
  const environments = { prod: { instance: about.arn, region: about.region, endpoint } };
  writeFileSync(join(folder, 'flowc.json'), JSON.stringify({ environments }));
  for (const [path, text] of Object.entries(SOURCES)) writeFileSync(join(folder, path), text);
  await carryOut(
    instance,
    await planOf(
      instance,
      Object.entries(SOURCES).map(([path, text]) => ({ path, text })),
    ),
  );
});
afterEach(async () => {
  await instance.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<Ran> => flowc(folder, [...args, '--env', 'prod']);
const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');

const isPlan = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/plan.schema.json', 'utf8')) as object,
);

/** The lines of a text that another does not have. */
function newLines(before: string, after: string): string[] {
  const had = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !had.has(line));
}

describe('drift', () => {
  it('is none right after publishing', async () => {
    const { code, out, err } = await run('drift');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('No drift: `prod` is as the source says (5 things compared).');
  });

  it('is a flow of another type in source, though its blocks are the same', async () => {
    const source = textOf('main.flow');
    const other = source.replace('inbound flow', 'queue_transfer flow');
    writeFileSync(join(folder, 'main.flow'), other);
    const planned = await run('plan');
    expect(planned.code).toBe(1);
    expect(planned.out).toContain('~ type: "inbound" → "queue_transfer"');
    expect(planned.err).toContain('deploy/other-type');
    const drifted = await run('drift');
    expect(drifted.code).toBe(1);
    expect(drifted.out).toContain('~ type: "queue_transfer" → "inbound"');
    expect((await run('adopt')).code).toBe(0);
    expect(textOf('main.flow')).toBe(source);
  });

  it('says in flow terms, and as a diff, what was changed in the console', async () => {
    await changeFlow(instance, 'Main line', (text) =>
      text.replace('"Text":"We are closed."', '"Text":"We are closed today."'),
    );
    const { connection } = instance;
    const QueueId = await idIn(connection, 'queue', 'Front desk');
    await connection.call('UpdateQueueMaxContacts', { QueueId, MaxContacts: 7 });
    const { code, out } = await run('drift');
    expect(code).toBe(1);
    expect(out).toContain('"closed - play We are closed." says "We are closed today." instead of "We are closed."');
    expect(out).toContain('        -    play "We are closed."\n');
    expect(out).toContain('        +    play "We are closed today."\n');
    expect(out).toContain('max_contacts: 5 → 7');
    expect(out).toContain('Drift in `prod`: 2 changed (5 things compared).');
    const json = JSON.parse((await run('drift', '--json')).out) as { format: string; changes: { name: string }[] };
    expect(isPlan(json), JSON.stringify(isPlan.errors)).toBe(true);
    expect([json.format, json.changes.map(({ name }) => name)]).toEqual(['flowc-drift-1', ['Front desk', 'Main line']]);
    expect((await run('drift', '--markdown')).out).toContain('### flowc drift: `prod`');
    expect((await run('drift', 'things.flow')).out).not.toContain('Main line');
  });

  it('tells flows that source does not have, but not those that come with every instance', async () => {
    const Content = JSON.stringify({
      Version: '2019-10-30',
      StartAction: 'a',
      Actions: [{ Identifier: 'a', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
    });
    await instance.connection.call('CreateContactFlow', { Name: 'Test of Sato', Type: 'CONTACT_FLOW', Content });
    const { code, out } = await run('drift');
    expect(code).toBe(1);
    expect(out).toContain('+ inbound flow "Test of Sato"');
    expect(out).not.toContain('Default');
    expect((await run('drift', '--no-new')).code).toBe(0);
  });
});

describe('a plan', () => {
  const NOTE =
    /! changed in the instance since \S+: publishing takes that back, `flowc adopt` takes it into the source/;
  const rewrite = (before: string, after: string) => {
    writeFileSync(join(folder, 'main.flow'), textOf('main.flow').replace(before, after));
  };

  it('says of each thing whether somebody changed it since the last release', async () => {
    rewrite('We are closed.', 'We are closed today.');
    expect((await run('publish', '--yes')).code).toBe(0);
    rewrite('We are sorry.', 'We are very sorry.');
    // Nobody but the author of the source has changed anything yet.
    expect((await run('plan')).out).not.toMatch(NOTE);
    await changeFlow(instance, 'Main line', (text) => text.replace('We are closed today.', 'Closed.'));
    const QueueId = await idIn(instance.connection, 'queue', 'Front desk');
    await instance.connection.call('UpdateQueueMaxContacts', { QueueId, MaxContacts: 7 });
    const { out } = await run('plan');
    // The queue was never published from here, so nobody knows who is right.
    expect(out).toMatch(/~ queue "Front desk"\n\s+~ max_contacts: 7 → 5/);
    expect(out).toMatch(new RegExp(`~ inbound flow "Main line"\\n\\s+${NOTE.source}`));
    expect((await run('plan', '--markdown')).out).toContain('- `!` changed in the instance since ');
    const json = JSON.parse((await run('plan', '--json')).out) as { changes: object[] };
    expect(json.changes.filter((change) => 'changedSince' in change)).toHaveLength(1);
    expect(isPlan(json), JSON.stringify(isPlan.errors)).toBe(true);
    expect((await run('drift')).out).not.toMatch(NOTE);
  });
});

describe('adopt', () => {
  it('takes edits of flows in, and leaves every other line as it is', async () => {
    await changeFlow(instance, 'Main line', (text) =>
      text.replace('This call may be recorded.', 'Calls are recorded.'),
    );
    await changeFlow(instance, 'Main line', (text) =>
      text.replace('"InputTimeLimitSeconds":"8"', '"InputTimeLimitSeconds":"6"'),
    );
    const { code, err } = await run('adopt');
    expect([code, err]).toEqual([0, '1 file changed: main.flow\n']);
    expect(newLines(SOURCES['main.flow'], textOf('main.flow'))).toEqual([
      '    "Calls are recorded."',
      '    timeout: 6s',
    ]);
    expect(textOf('main.flow').split('\n')).toHaveLength(SOURCES['main.flow'].split('\n').length);
    expect((await run('drift')).code).toBe(0);
  });

  it('keeps the line ends of a file', async () => {
    const before = SOURCES['main.flow'].replaceAll('\n', '\r\n');
    writeFileSync(join(folder, 'main.flow'), before);
    await changeFlow(instance, 'Main line', (text) =>
      text.replace('This call may be recorded.', 'Calls are recorded.'),
    );
    expect((await run('adopt')).code).toBe(0);
    expect(textOf('main.flow')).toBe(before.replace('This call may be recorded.', 'Calls are recorded.'));
  });

  it('edits only the settings that changed', async () => {
    const { connection } = instance;
    const HoursOfOperationId = await idIn(connection, 'hours', 'Office hours');
    const from = (Day: string, Hours: number, to: number) => ({
      Day,
      StartTime: { Hours, Minutes: 0 },
      EndTime: { Hours: to, Minutes: 0 },
    });
    const Config = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'].map((day) => from(day, 9, 18));
    await connection.call('UpdateHoursOfOperation', {
      HoursOfOperationId,
      Config: [...Config, from('FRIDAY', 9, 16), from('SATURDAY', 10, 12)],
    });
    const QueueId = await idIn(connection, 'queue', 'Front desk');
    await connection.call('UpdateQueueMaxContacts', { QueueId, MaxContacts: 7 });
    await connection.call('UpdateQueueName', {
      QueueId: await idIn(connection, 'queue', 'Appointments'),
      Description: 'For everybody.',
    });
    const RoutingProfileId = await idIn(connection, 'routing_profile', 'Desk staff');
    const QueueReference = { QueueId, Channel: 'VOICE' };
    await connection.call('UpdateRoutingProfileQueues', {
      RoutingProfileId,
      QueueConfigs: [{ QueueReference, Priority: 3, Delay: 0 }],
    });
    expect((await run('drift')).code).toBe(1);
    const { code } = await run('adopt');
    expect(newLines(SOURCES['things.flow'], textOf('things.flow'))).toEqual([
      '  mon-thu: 09:00-18:00',
      '  fri: 09:00-16:00 // the whole week',
      '/// For everybody.',
      '  max_contacts: 7',
      '  serves Desk { channels: [voice], priority: 3, delay: 0s } // first of all',
    ]);
    expect(code).toBe(0);
    expect((await run('drift')).code).toBe(0);
    expect(textOf('main.flow')).toBe(SOURCES['main.flow']);
  });

  it('writes new flows into files of their own, and declares what they speak of', async () => {
    const { connection } = instance;
    const queue = await idIn(connection, 'queue', 'BasicQueue');
    const Content = JSON.stringify({
      Version: '2019-10-30',
      StartAction: FIRST,
      Actions: [
        {
          Identifier: FIRST,
          Type: 'UpdateContactTargetQueue',
          Parameters: { QueueId: queue },
          Transitions: { NextAction: LAST, Errors: [{ NextAction: LAST, ErrorType: 'NoMatchingError' }] },
        },
        { Identifier: LAST, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
      ],
    });
    await connection.call('CreateContactFlow', { Name: 'Night line', Type: 'CONTACT_FLOW', Content });
    const { code, out } = await run('adopt');
    expect(out).toContain('+ flow "Night line": new');
    expect(code).toBe(0);
    expect(textOf('NightLine.flow')).toContain(
      'inbound flow NightLine "Night line" {\n  on error -> next\n\n  set queue BasicQueue\n',
    );
    expect(textOf('existing.flow')).toBe('existing queue BasicQueue\n');
    expect((await run('drift')).code).toBe(0);
    expect(textOf('main.flow')).toBe(SOURCES['main.flow']);
  });

  it('escapes names, in source and in what it says', async () => {
    const name = 'say "hi" \\ {x} $.y\n日本\u202e';
    await instance.connection.call('CreateQueue', {
      Name: name,
      HoursOfOperationId: await idIn(instance.connection, 'hours', 'Office hours'),
    });
    const { out } = await run('adopt', '--all');
    expect(out).toContain('  + queue "say \\"hi\\" \\\\ {x} $.y\\n日本\\u{202e}": new\n');
    expect((await run('drift', '--all')).code).toBe(0);
  });

  it('does not take blanks and line ends of a flow’s description for a change, and keeps them', async () => {
    const { connection } = instance;
    const ContactFlowId = await idIn(connection, 'flow', 'Main line');
    const describe = (Description: string) =>
      connection.call('UpdateContactFlowMetadata', { ContactFlowId, Description });
    await describe('One \r\ntwo\tand three. ');
    expect(await run('adopt')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ {2}~ flow "Main line": edited\n/),
    });
    expect(textOf('main.flow')).toMatch(/^\/\/\/ One\n\/\/\/ two\tand three\.\ninbound flow Main/);
    expect((await run('drift')).code).toBe(0);
    await run('pull', 'pulled');
    expect((await flowc(join(folder, 'pulled'), ['plan', '--env', 'prod', '--exit-code'])).code).toBe(0);
  });

  it('writes no file for what source has no words for', async () => {
    const { connection } = instance;
    const ContactFlowId = await idIn(connection, 'flow', 'Main line');
    await connection.call('UpdateContactFlowMetadata', { ContactFlowId, ContactFlowState: 'ARCHIVED' });
    const { code, out, err } = await run('adopt');
    expect([code, out]).toEqual([1, '  ~ flow "Main line": nothing to write\n']);
    expect(err).toBe(
      '  flow "Main line" is archived in the instance: publish it, or remove it from source\nNo file changed.\n',
    );
  });

  it('tells where a param gave way to what is live', async () => {
    writeFileSync(
      join(folder, 'things.flow'),
      `${SOURCES['things.flow'].replace('max_contacts: 5', 'max_contacts: param Most')}\nparam Most number = 5\n`,
    );
    const QueueId = await idIn(instance.connection, 'queue', 'Front desk');
    await instance.connection.call('UpdateQueueMaxContacts', { QueueId, MaxContacts: 7 });
    expect(await run('adopt')).toMatchObject({
      code: 0,
      err:
        '  `param Most` gave way to what is live, in things.flow; where environments differ, put it back, and say its ' +
        'value in flowc.json\n1 file changed: things.flow\n',
    });
    expect(textOf('things.flow')).toContain('max_contacts: 7');
  });

  it('takes only what is named, and nothing with --dry-run', async () => {
    await changeFlow(instance, 'Main line', (text) =>
      text.replace('"Text":"We are closed."', '"Text":"We are closed today."'),
    );
    const QueueId = await idIn(instance.connection, 'queue', 'Front desk');
    await instance.connection.call('UpdateQueueMaxContacts', { QueueId, MaxContacts: 7 });
    expect((await run('adopt', '--dry-run')).err).toContain('2 files would change');
    expect(textOf('main.flow')).toBe(SOURCES['main.flow']);
    expect((await run('adopt', 'Desk')).code).toBe(0);
    expect(textOf('main.flow')).toBe(SOURCES['main.flow']);
    expect(textOf('things.flow')).toContain('max_contacts: 7');
    expect((await run('adopt', 'Dessk')).err).toContain('did you mean `Desk`?');
  });
});

describe('pull', () => {
  it('writes a project that has nothing to do, and overwrites nothing', async () => {
    const first = await run('pull', 'pulled');
    expect([first.code, first.err.split('\n')[0]]).toEqual([
      0,
      '24 files written to pulled: 9 flows, 3 queues, 2 hours, 2 routing profiles, 4 security profiles, 2 agent statuses',
    ]);
    expect((await flowc(join(folder, 'pulled'), ['plan', '--env', 'prod', '--exit-code'])).code).toBe(0);
    const checked = await flowc(join(folder, 'pulled'), ['check']);
    expect([checked.code, checked.err]).toEqual([0, 'no problems in 23 files\n']);
    const again = await run('pull', 'pulled');
    expect(again.code).toBe(2);
    expect(again.err).toContain('this project has flows already');
    expect((await run('pull', 'pulled', '--force')).code).toBe(0);
    rmSync(join(folder, 'pulled/flowc.json'));
    expect((await run('pull', 'pulled')).err).toContain('It exists already, and would be overwritten.');
    expect(parseProject([{ path: 'x', text: textOf('pulled/flows/MainLine.flow') }]).diagnostics).toEqual([]);
  });

  it('leaves kinds out, and says which there are', async () => {
    const { code, err } = await run('pull', 'pulled', '--without', 'queue, hours');
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('19 files written to pulled: 9 flows, 2 routing') as string,
    ]);
    expect((await run('pull', 'x', '--without', 'users')).err).toBe(
      'flowc: there is no kind `users`; did you mean `user`?\n',
    );
  });

  it('goes nowhere where things would be declared twice, or be part of no project', async () => {
    const here = await run('pull');
    expect([here.code, here.err]).toEqual([2, expect.stringMatching(/^flowc: this project has flows already.*\n$/)]);
    for (const name of Object.keys(SOURCES)) rmSync(join(folder, name));
    const settings = JSON.parse(textOf('flowc.json')) as object;
    writeFileSync(join(folder, 'flowc.json'), JSON.stringify({ ...settings, include: ['flows'] }));
    const narrow = await run('pull');
    expect([narrow.code, narrow.err]).toEqual([2, expect.stringContaining('flowc.json includes other folders only')]);
    writeFileSync(join(folder, 'flowc.json'), JSON.stringify(settings));
    // A project file alone, with the environment, is how a project begins.
    expect((await run('pull')).code).toBe(0);
    expect((await run('plan', '--exit-code')).code).toBe(0);
  });
});
