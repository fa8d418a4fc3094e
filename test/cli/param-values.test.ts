/** Values of params in the project file: what is told of one that is of another type. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { flowc } from './harness.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-params-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['number', 'max_contacts: param P', '30', '30'],
  ['number', 'max_contacts: param P', 'many', undefined],
  ['number', 'max_contacts: param P', '', undefined],
  ['text', 'description: param P', 30, '"30"'],
  ['duration', 'description: param P', 8, undefined],
  ['on | off', 'description: param P', 'on', undefined],
  ['on | off', 'description: param P', 'true', 'true'],
])('of type %s, in `%s`: %j', async (type, property, value, meant) => {
  const environments = { prod: { instance: 'centre', params: { P: value } } };
  writeFileSync(join(folder, 'flowc.json'), JSON.stringify({ environments }));
  writeFileSync(
    join(folder, 'main.flow'),
    `param P ${type}\nqueue Desk { hours: Day, ${property} }\nexisting hours Day\n`,
  );
  const { err } = await flowc(folder, ['check']);
  const [, help] = /error\[project\/param-setting\].*\n(?:.*\n){1,4}? += help: Did you mean `(.*)`\?/.exec(err) ?? [];
  expect(help).toBe(meant);
  expect(err.includes('project/param-setting')).toBe(value !== 'on');
});
