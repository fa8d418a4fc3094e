/** What a plan remembers of flows that nobody touched must never change what it says. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compileParsed, parseProject } from '../../src/compiler.ts';
import { resolveTarget } from '../../src/connect/credentials.ts';
import { ensureLocal } from '../../src/connect/local/start.ts';
import { openConnection } from '../../src/connect/open.ts';
import type { Connection } from '../../src/connect/types.ts';
import { unchangedFlows } from '../../src/deploy/unchanged.ts';
import type { FlowContent, Resource } from '../../src/deploy/types.ts';
import { flowc, type Ran } from '../cli/harness.ts';

let folder: string;
let running: Awaited<ReturnType<typeof ensureLocal>>;
let connection: Connection;

const FLOWS = `/// Says hello.
inbound flow Hello "Hello there" {
  on error -> bye
  set queue Support
  play param Greeting
  play param Line
  play prompt Music
  transfer to flow Other
  step bye {
    disconnect
  }
}

inbound flow Other {
  play "Goodbye." { on error -> next }
  disconnect
}
`;
const THINGS = `queue Support { hours: Hours, max_contacts: 5 }
queue Sales { hours: Hours, max_contacts: 5 }
existing hours Hours "Basic Hours"
existing prompt Music "Beep.wav"
param Greeting text = "Welcome"
param Line text = "Any"
`;
const PROJECT = `{ "environments": { "local": { "params": { "Line": "one" } } } }\n`;

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const record = () => join(folder, '.flowc', 'unchanged', 'local', 'flows.json');
const plan = (build = 'this'): Promise<Ran> => flowc(folder, ['plan'], { build });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-unchanged-'));
  running = await ensureLocal(folder);
  const { endpoint, instance } = running;
  const target = resolveTarget({ endpoint, region: instance.region, instance: instance.arn }, {}, {});
  connection = await openConnection(target, { instance });
});
afterAll(async () => {
  connection.close();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  write('flows.flow', FLOWS);
  write('things.flow', THINGS);
  write('flowc.json', PROJECT);
  const { code, err } = await flowc(folder, ['publish', '--yes', '--quiet']);
  expect([code, err]).toEqual([0, '']);
  expect((await plan()).out).toContain('Nothing to change');
  expect(Object.keys(JSON.parse(readFileSync(record(), 'utf8')) as object)).toHaveLength(2);
});

/** The plan with what is remembered, and the one without are the same. */
async function expectHonest(): Promise<string> {
  const { out, err, code } = await plan();
  rmSync(record());
  expect(await plan()).toEqual({ out, err, code });
  return out;
}

async function idOf(name: string): Promise<string> {
  const { ContactFlowSummaryList: all } = await connection.call('ListContactFlows');
  return String((all as unknown as { Id: string; Name: string }[]).find(({ Name }) => Name === name)?.Id);
}

describe('what was the same the last time', () => {
  it('is not lowered again', () => {
    const root = mkdtempSync(join(tmpdir(), 'flowc-unchanged-'));
    const parsed = parseProject([
      { path: 'flows.flow', text: FLOWS },
      { path: 'things.flow', text: THINGS },
    ]);
    const records = { root, environment: 'test', build: 'b', instanceArn: 'arn', values: {} };
    /** How many names were bound. */
    const compiled = () => {
      let bound = 0;
      const environment = { name: 'test', bind: () => `arn:${++bound}`.slice(0, 4) };
      const unchanged = unchangedFlows(records, parsed);
      const { flows } = compileParsed(parsed, { environment, work: unchanged.work, lint: false });
      return { flows, unchanged, bound };
    };
    const names = 6;
    const first = compiled();
    expect(first.bound).toBeGreaterThan(names);
    for (const flow of first.flows) {
      const content: FlowContent = { type: 'CONTACT_FLOW', content: '{}', compiled: flow };
      const wanted: Resource = { kind: 'flow', name: flow.display, settings: {}, flow: content };
      first.unchanged.learn({ ...wanted, listed: { kind: 'flow', name: flow.display, id: 'i', arn: 'a' } }, wanted);
    }
    first.unchanged.keep();
    const second = compiled();
    expect(second.bound).toBe(names);
    // Who asks is told all the same.
    expect(second.flows.map(({ graph }) => graph.actions.length)).toEqual(
      first.flows.map(({ graph }) => graph.actions.length),
    );
    rmSync(root, { recursive: true });
  });

  it('is the same still', async () => {
    expect(await expectHonest()).toContain('Nothing to change');
  });

  it.each([
    ['the text of a flow', 'flows.flow', FLOWS.replace('Goodbye.', 'Farewell.'), '~ inbound flow "Other"'],
    ['its description', 'flows.flow', FLOWS.replace('Says hello.', 'Greets.'), '~ inbound flow "Hello there"'],
    ['what a name stands for', 'things.flow', THINGS.replace('"Beep.wav"', '"CustomerHold.wav"'), 'Hello there'],
    ['a pin', 'things.flow', THINGS.replace('Music "Beep.wav"', 'Music = "arn:aws:connect:x"'), 'Hello there'],
    ['what a param is when nothing says it', 'things.flow', THINGS.replace('Welcome', 'Good day'), 'Hello there'],
    ['what the environment says of a param', 'flowc.json', PROJECT.replace('one', 'two'), 'Hello there'],
  ])('is looked at again when that is another: %s', async (_, file, text, said) => {
    write(file, text);
    expect(await expectHonest()).toContain(said);
  });

  it('is looked at again when the instance has another', async () => {
    const ContactFlowId = await idOf('Other');
    const { ContactFlow: live } = await connection.call('DescribeContactFlow', { ContactFlowId });
    const Content = String((live as { Content?: string }).Content).replace('"Text":"Goodbye."', '"Text":"Ciao."');
    await connection.call('UpdateContactFlowContent', { ContactFlowId, Content });
    expect(await expectHonest()).toContain('~ inbound flow "Other"');
  });

  it('is looked at again by another build, and not remembered by one that is not known', async () => {
    const before = readFileSync(record(), 'utf8');
    expect((await plan('another')).out).toContain('Nothing to change');
    expect(readFileSync(record(), 'utf8')).not.toBe(before);
    rmSync(record());
    await flowc(folder, ['plan']);
    expect(existsSync(record())).toBe(false);
  });

  it.each(['', '{', '[]', 'null', '{"x":5}'])('costs nothing but time when the record says %j', async (text) => {
    writeFileSync(record(), text);
    expect((await plan()).out).toContain('Nothing to change');
  });
});
