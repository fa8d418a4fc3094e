/** Numbers that teams differ on: each moves where its rule speaks, both ways where there is room. */
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintGraph, rules } from '../../src/lint/index.ts';
import { RECOMMENDED, type RuleOption } from '../../src/lint/levels.ts';
import type { Sample } from '../../src/lint/sample.ts';
import { flowc } from '../cli/harness.ts';
import { folder } from '../workspace/folder.ts';
import { graphOf } from './graph-of.ts';

const all = rules.flatMap(({ code, options = {}, bad, good }) =>
  Object.entries<RuleOption>(options).map(([name, option]) => ({ code, name, option, bad, good })),
);

function speaks(code: string, name: string, value: number, { content, type }: Sample): boolean {
  const choice = { ...RECOMMENDED, preset: 'strict' as const, options: new Map([[code, { [name]: value }]]) };
  return lintGraph(graphOf(content, type), { choice }).some((found) => found.code === code);
}

describe.each(all)('$code $name', ({ code, name, option, bad, good }) => {
  const { default: usual, min, max } = option;

  it('has a default within its bounds, and says what it counts', () => {
    expect([min <= usual, usual <= max, min < max]).toEqual([true, true, true]);
    expect(option.about).toMatch(/^The .*\.$/);
    expect(speaks(code, name, usual, bad())).toBe(true);
    expect(speaks(code, name, usual, good())).toBe(false);
  });

  it('lets more pass, and less', () => {
    const others = [min, max].filter((value) => value !== usual);
    const silent = others.some((value) => !speaks(code, name, value, bad()));
    const loud = others.some((value) => speaks(code, name, value, good()));
    expect([silent, loud]).toEqual([others.length > 1, true]);
  });
});

describe('docs/lint/README.md', () => {
  const readme = readFileSync('docs/lint/README.md', 'utf8');

  it('lists every number with its default', () => {
    const rows = [...readme.matchAll(/^\| `([a-z/-]+)` +\| `([a-z]+)` +\| (\d+) /gm)].map(([, ...cells]) =>
      cells.join(' '),
    );
    expect(rows).toEqual(all.map(({ code, name, option }) => `${code} ${name} ${option.default}`).sort());
  });

  it('has every rule that a project can configure in one group', () => {
    const listed = [...readme.matchAll(/\]\(\.\.\/diagnostics\/(lint\/[a-z-]+)\.md\)/g)].map(([, code]) => code);
    const configurable = rules.filter(({ code, severity }) => severity !== 'error' && code.startsWith('lint/'));
    expect(listed.sort()).toEqual(configurable.map(({ code }) => code).sort());
  });
});

describe('options in flowc.json', () => {
  const schema = JSON.parse(readFileSync('schemas/flowc.schema.json', 'utf8')) as object;
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
  const accepts = (setting: unknown) => validate({ lint: { rules: { 'lint/long-prompt': setting } } });

  it('are in the schema, with every rule that can be given a level', () => {
    const { definitions } = schema as { definitions: { lintRules: { properties: Record<string, unknown> } } };
    const configurable = rules.filter(({ severity }) => severity !== 'error').map(({ code }) => code);
    expect(Object.keys(definitions.lintRules.properties)).toEqual([...configurable].sort());
  });

  it.each([
    ['hint', true],
    ['loud', false],
    [{ characters: 300 }, true],
    [{ level: 'warning', characters: 300 }, true],
    [{ characters: 1 }, false],
    [{ characters: 300.5 }, false],
    [{ letters: 300 }, false],
    [300, false],
  ])('%j: %s', (setting, right) => {
    expect(accepts(setting)).toBe(right);
  });

  it('are those by which `flowc check` goes, by folder too', async () => {
    const flow = (name: string) =>
      `existing lambda F "f"\ninbound flow ${name} {\n  on error -> disconnect\n  invoke lambda F { timeout: 6s }\n  disconnect\n}\n`;
    const lint = {
      rules: { 'lint/lambda-timeout': { seconds: 5 } },
      overrides: [{ files: ['slow'], rules: { 'lint/lambda-timeout': { seconds: 7 } } }],
    };
    const cwd = folder({
      'flowc.json': JSON.stringify({ lint }),
      'main.flow': flow('Main'),
      'slow/other.flow': flow('Other').replace('existing lambda F "f"\n', ''),
    });
    const { code, err } = await flowc(cwd, ['check', '--max-warnings', '0']);
    expect([code, err.match(/-->/g)?.length]).toEqual([1, 1]);
    expect(err).toContain('waits 6 seconds, and a call may take 5 here');
    expect(err).toContain('--> main.flow:4:30');
    expect(err).toContain('flowc: 1 warning is more than --max-warnings 0.');
  });
});
