/** An instance as a project: pulled, and planned as nothing to do. */
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalOptions, SeedFile } from '../../src/connect/local/start.ts';
import { actionsOf, carryOut, planOf, testInstance, type TestInstance } from '../deploy/instance.ts';
import { sourcesOf } from '../examples/projects.ts';
import { idIn, impatient, pull, textIn } from './pulling.ts';

let instance: TestInstance | undefined;
afterEach(async () => {
  await instance?.close();
  instance = undefined;
});

async function start(seed: SeedFile = {}, options: Partial<LocalOptions> = {}): Promise<TestInstance> {
  return (instance = await testInstance(seed, options));
}

/** Puts a project into an instance. */
async function publish(sources: Parameters<typeof planOf>[1]): Promise<void> {
  if (instance !== undefined) await carryOut(instance, await planOf(instance, sources, { lenient: true }));
}

/** The service lists bots by their ids alone. */
const BOT = 'arn:aws:lex:us-east-1:000000000000:bot-alias/RIVERSIDE1/LIVEALIAS1';

const CLINIC: SeedFile = {
  numbers: ['+441632960123'],
  lambdas: ['clinic-check-pin', 'clinic-find-appointment', 'clinic-book-appointment'],
  bots: [BOT],
};

describe('pull', () => {
  it('takes everything that a new instance has, and then has nothing to do', async () => {
    const pulled = await pull(await start());
    const paths = pulled.files.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('flows/'))).toHaveLength(8);
    expect(paths).toContain('queues/BasicQueue.flow');
    expect(textIn(pulled, 'hours/BasicHours.flow')).toBe(
      'hours BasicHours "Basic Hours" { timezone: "US/Eastern", mon-sun: 00:00-24:00 }\n',
    );
    expect(textIn(pulled, 'existing.flow')).toContain('existing prompt Beep "Beep.wav"\n');
    const planned = await planOf(instance as TestInstance, pulled.files);
    expect(planned.diagnostics).toEqual([]);
    expect(actionsOf(planned)).toEqual([]);
    expect(pulled.unread).toEqual([]);
  });

  it('says names for ids and ARNs, and what a module takes and gives', async () => {
    await start(CLINIC);
    await publish(clinic());
    const pulled = await pull(instance as TestInstance);
    const flows = pulled.files.filter(({ path }) => /^(flows|modules|queues|numbers)\//.test(path));
    for (const { path, text } of flows) expect(text, path).not.toMatch(/arn:|[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(pulled.pinned).toEqual([]);
    const module = textIn(pulled, 'modules/VerifyPatient.flow');
    expect(module).toContain('input { phone: text, attempts: number }');
    expect(module).toContain(
      '/// Who is calling? Asks for the PIN of the patient record.\nmodule VerifyPatient "Verify patient" {',
    );
    expect(textIn(pulled, 'numbers/Number441632960123.flow')).toBe(
      'number Number441632960123 "+441632960123" -> Reception\n',
    );
    expect(actionsOf(await planOf(instance as TestInstance, pulled.files))).toEqual([]);
  });

  it('comes back from a call centre in Japanese with all its circles', async () => {
    await start({
      numbers: ['+815012340000', '+815012350000'],
      lambdas: ['lookup-customer', 'lookup-delivery', 'record-survey'],
      prompts: ['保留音', '静かな保留音'],
    });
    await publish(callCentre());
    const pulled = await pull(instance as TestInstance);
    expect(textIn(pulled, 'queues/製品サポート.flow')).toContain(
      'quick_connects: [主任席へ, 山田主任へ, 配送センターへ]',
    );
    expect(textIn(pulled, 'flows/受付.flow')).toContain('  set queue ');
    expect(actionsOf(await planOf(instance as TestInstance, pulled.files))).toEqual([]);
  });

  it('keeps addresses of people out of source, and plans nothing for them', async () => {
    const { connection } = await start();
    await connection.call('CreateUser', {
      Username: 'sato',
      IdentityInfo: { FirstName: '花子', LastName: '佐藤', Email: 'sato@example.com', Mobile: '+815012340000' },
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 30 },
      RoutingProfileId: await idIn(connection, 'routing_profile', 'Basic Routing Profile'),
      SecurityProfileIds: [await idIn(connection, 'security_profile', 'Agent')],
    });
    const pulled = await pull(instance as TestInstance);
    expect(textIn(pulled, 'users/sato.flow')).toBe(`user sato {
  first_name: "花子"
  last_name: "佐藤"
  routing_profile: BasicRoutingProfile
  security_profiles: [Agent]
  phone: soft
  acw_timeout: 30s
}
`);
    expect(actionsOf(await planOf(instance as TestInstance, pulled.files))).toEqual([]);
    const without = await pull(instance as TestInstance, { without: new Set(['user']) });
    expect(textIn(without, 'users/sato.flow')).toBeUndefined();
  });

  it('leaves out what is archived and what was never published, and says so', async () => {
    const { connection } = await start();
    const Content = JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Actions: [] });
    await connection.call('CreateContactFlow', { Name: 'Draft', Type: 'CONTACT_FLOW', Content, Status: 'SAVED' });
    const ContactFlowId = await idIn(connection, 'flow', 'Default agent hold');
    await connection.call('UpdateContactFlowMetadata', { ContactFlowId, ContactFlowState: 'ARCHIVED' });
    const pulled = await pull(instance as TestInstance);
    expect(pulled.archived).toEqual(['Default agent hold']);
    expect(pulled.drafts).toEqual(['Draft']);
    expect(textIn(pulled, 'flows/Draft.flow')).toBeUndefined();
    expect(actionsOf(await planOf(instance as TestInstance, pulled.files))).toEqual([]);
    const all = await pull(instance as TestInstance, { drafts: true });
    expect(textIn(all, 'flows/Draft.flow')).toContain('flow Draft');
  });

  it('is not stopped by a flow that cannot be read, and speaks of it', async () => {
    const { local } = await start();
    local.faults.add([{ operation: 'DescribeContactFlow', times: 0, do: 'error' }]);
    const connection = await impatient(instance as TestInstance);
    const pulled = await pull({ connection });
    connection.close();
    expect(pulled.unread).toHaveLength(8);
    for (const { name, kind } of pulled.unread) {
      expect(kind).toBe('flow');
      expect(textIn(pulled, 'existing.flow')).not.toContain(`"${name}" {\n`);
    }
    expect(textIn(pulled, 'queues/BasicQueue.flow')).toBeDefined();
    local.faults.clear();
    expect(actionsOf(await planOf(instance as TestInstance, pulled.files))).toEqual([]);
  });
});

function clinic(): { path: string; text: string }[] {
  return sourcesOf('clinic-en').map(({ path, text }) => ({
    path,
    text: text.replace(/^bot Receptionist "[^"]*" \{/m, `bot Receptionist "RIVERSIDE1:LIVEALIAS1" {`),
  }));
}

/** With digits where examples have none. */
function callCentre(): { path: string; text: string }[] {
  return sourcesOf('callcentre-ja').map(({ path, text }) => ({
    path,
    text: text.replace('+81501236XXXX', '+815012360000').replace('+81501237XXXX', '+815012370000'),
  }));
}
