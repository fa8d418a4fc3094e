/** `build --target` on the command line. */
import { mkdtempSync, mkdirSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { flowc, GOOD, WRONG_NAME } from '../cli/harness.ts';
import { CIRCLES } from './projects.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-target-'));
  writeFileSync(join(folder, 'good.flow'), GOOD);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('writes a CloudFormation template to standard output', async () => {
  const { code, out, err } = await flowc(folder, ['build', '--target', 'cloudformation']);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: { FlowGood: { Type: 'AWS::Connect::ContactFlow', Properties: { Name: 'Good', Type: 'CONTACT_FLOW' } } },
  });
});

it.each([
  ['cloudformation', 'template.json'],
  ['terraform', 'main.tf.json'],
])('writes one file for %s', async (target, file) => {
  const { code, out, err } = await flowc(folder, ['build', '--target', target, '--out', 'made/here']);
  expect([code, out, err]).toEqual([0, '', `1 resource written to made/here/${file}\n`]);
  const first = readFileSync(join(folder, 'made/here', file), 'utf8');
  await flowc(folder, ['build', '--target', target, '--out', 'made/here']);
  expect(readFileSync(join(folder, 'made/here', file), 'utf8')).toBe(first);
});

it('puts in what the environment says of params', async () => {
  const greeting = 'param Greeting text\n\n' + GOOD.replace('"Thank you for calling."', 'param Greeting');
  const params = (text: string) => ({ params: { Greeting: text } });
  const environments = { test: params('Hello, test.'), prod: { instance: 'x', ...params('Hello.') } };
  writeFileSync(join(folder, 'flowc.json'), JSON.stringify({ environments }));
  writeFileSync(join(folder, 'good.flow'), greeting);
  const prod = await flowc(folder, ['build', '--target', 'cloudformation', '--env', 'prod', '-q']);
  expect([prod.code, prod.err]).toEqual([0, '']);
  expect(prod.out).toContain('\\"Text\\":\\"Hello.\\"');
  const none = await flowc(folder, ['build', '--target', 'cloudformation']);
  expect([none.code, none.out]).toEqual([1, '']);
  expect(none.err).toContain('Greeting');
});

it('writes nothing where the source has errors: the tool would delete what is missing', async () => {
  writeFileSync(join(folder, 'wrong.flow'), WRONG_NAME);
  const { code, out, err } = await flowc(folder, ['build', '--target', 'terraform', '--out', 'made']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('Suport');
  expect(existsSync(join(folder, 'made'))).toBe(false);
});

it('tells on standard error what the tool cannot do, unless it is told to be quiet', async () => {
  mkdirSync(join(folder, 'circles'));
  for (const { path, text } of CIRCLES) writeFileSync(join(folder, 'circles', path), text);
  const loud = await flowc(folder, ['build', 'circles', '--target', 'cloudformation']);
  expect(loud.err).toMatch(/^note: flow “A” → flow “B” → flow “A” is a circle/m);
  const quiet = await flowc(folder, ['build', 'circles', '--target', 'cloudformation', '--quiet']);
  expect(quiet.err).not.toContain('circle');
});

it.each([
  [['--target', 'pulumi'], "argument 'pulumi' is invalid. Allowed choices are cloudformation, terraform."],
  [
    ['--target', 'terraform', '--env', 'prod'],
    'there is no environment `prod`; flowc.json names none under `environments`;',
  ],
  [['--target', 'terraform', '--env', 'locl'], 'there is no environment `locl`; did you mean `local`?'],
  [['--target', 'terraform', '--module-alias', 'live'], '`--module-alias` goes with `--target cloudformation` only'],
  [['--target', 'cloudformation', '--module-alias', 'a b'], '`a b` is no name of an alias'],
  [['--module-alias', 'live'], '`--module-alias` goes with `--target cloudformation`'],
])('refuses %j', async (options, message) => {
  const { code, out, err } = await flowc(folder, ['build', ...options]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
