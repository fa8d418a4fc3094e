/** `flowc local`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Ran } from '../cli/harness.ts';
import { flowc } from '../cli/harness.ts';
import { newFolder } from './harness.ts';

/** Runs the verb, `use`s the instance when it says where it is, and interrupts it. */
async function run(cwd: string, args: readonly string[], use: (said: string) => Promise<void> | void): Promise<Ran> {
  let interrupt = (): void => undefined;
  const interrupted = new Promise<void>((settle) => (interrupt = settle));
  let using: Promise<void> | undefined;
  const ran = await flowc(cwd, ['local', '--port', '0', ...args], {
    interrupted,
    onWrite: (text) => {
      using ??= Promise.resolve(use(text)).finally(interrupt);
    },
  });
  await using;
  return ran;
}

const endpointIn = (said: string): string => /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';

it('runs until it is interrupted, and says how to use it', async () => {
  const root = newFolder();
  const { code, out, err } = await run(root, [], async (said) => {
    expect((await fetch(`${endpointIn(said)}/instance`)).status).toBe(200);
  });
  expect([code, err]).toEqual([130, '']);
  expect(out).toContain('aws connect list-contact-flows --endpoint-url http://127.0.0.1:');
  // Every version of the CLI and boto3 read this variable; AWS_REGION is not read by all.
  expect(out).toContain(' AWS_DEFAULT_REGION=us-east-1');
  await expect(fetch(`${endpointIn(out)}/instance`)).rejects.toThrow();
  expect(existsSync(join(root, '.flowc', 'local', 'server.json'))).toBe(false);
});

it('belongs to the project around the folder', async () => {
  const root = newFolder();
  writeFileSync(join(root, 'flowc.json'), '{}');
  const { out } = await run(root, [], () => undefined);
  expect(out).toContain('.flowc/local');
  expect(existsSync(join(root, '.flowc', 'local', 'state', 'base.json'))).toBe(true);
});

it('says where it is as JSON', async () => {
  const { out } = await run(newFolder(), ['--json'], () => undefined);
  const said = JSON.parse(out) as Record<string, unknown>;
  expect(Object.keys(said)).toEqual(['endpoint', 'instance', 'arn', 'region', 'pid']);
});

it('takes seed, quota, faults and throttle', async () => {
  const root = newFolder();
  writeFileSync(join(root, 'seed.json'), '{"lambdas":["lookup"]}');
  writeFileSync(join(root, 'faults.json'), '{"operation":"ListInstances","do":"error"}');
  const args = ['--seed', 'seed.json', '--quota', 'flows per instance=500', '--faults', 'faults.json', '--throttle'];
  await run(root, args, async (said) => {
    const endpoint = endpointIn(said);
    expect((await fetch(`${endpoint}/instance`)).status).toBe(500);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await fetch(`${endpoint}/instance`)).status);
    expect(statuses).toContain(429);
  });
  const base = readFileSync(join(root, '.flowc', 'local', 'state', 'base.json'), 'utf8');
  expect(base).toContain('"Flows per instance": 500');
  expect(base).toContain('function:lookup');
});

it('tells apart its state and a new one', async () => {
  const root = newFolder();
  const numbers = async (said: string): Promise<number> => {
    const response = await fetch(`${endpointIn(said)}/phone-number/list`, { method: 'POST' });
    return ((await response.json()) as { ListPhoneNumbersSummaryList: unknown[] }).ListPhoneNumbersSummaryList.length;
  };
  writeFileSync(join(root, 'seed.json'), '{"numbers":["+815000000000"]}');
  const counts: number[] = [];
  for (const args of [['--seed', 'seed.json'], [], ['--reset']]) {
    await run(root, args, async (said) => void counts.push(await numbers(said)));
  }
  expect(counts).toEqual([1, 1, 0]);
});

it.each([
  [['--port', 'x'], 'whole number'],
  [['--port', '70000'], '65535'],
  [['--quota', 'Flows'], 'NAME=NUMBER'],
  [['--quota', 'Flow per instance=1'], 'did you mean "Flows per instance"'],
  [['--faults', '['], 'it is no JSON'],
  [['--faults', 'nowhere.json'], 'there is no such file'],
  [['--faults', '{"do":"explode"}'], '`do` is one of'],
  [['--seed', 'nowhere.json'], 'cannot be read'],
])('refuses %j', async (args, message) => {
  const { code, out, err } = await flowc(newFolder(), ['local', ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
