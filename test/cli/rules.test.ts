/** `flowc check`: levels of the project file, `--only`, `--list-rules`, what SARIF says of rules. */
import { describe, expect, it } from 'vitest';
import { validateSarif } from '../diagnostics/sarif-schema.ts';
import { folder } from '../workspace/folder.ts';
import { flowc, GOOD } from './harness.ts';

const DEAD = GOOD.replace('step bye', 'step old {\n    play "Old."\n    -> bye\n  }\n\n  step bye');
const settings = (lint: object) => JSON.stringify({ lint });
const RAW = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'bye',
  Actions: [
    { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    { Identifier: 'old', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});

async function found(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { code, out } = await flowc(folder(files), ['check', '--format', 'json', ...args]);
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; severity: string; file: string }[] };
  return { code, codes: diagnostics.map((one) => `${one.code} ${one.severity}`) };
}

describe('levels of a project file', () => {
  it('decide what fails', async () => {
    const at = (level: string) => settings({ rules: { 'lint/unreachable-block': level } });
    const dead = (await found({ 'flowc.json': '{}', 'a.flow': DEAD })).codes;
    expect(dead).toEqual([expect.stringMatching(/^(lint\/unreachable-block|check\/dead-item) \w+$/)]);
    const rule = dead[0]?.split(' ')[0] ?? '';
    const levels = (level: string) => settings({ rules: { [rule]: level } });
    expect(await found({ 'flowc.json': levels('off'), 'a.flow': DEAD })).toEqual({ code: 0, codes: [] });
    expect(await found({ 'flowc.json': levels('error'), 'a.flow': DEAD })).toEqual({
      code: 1,
      codes: [`${rule} error`],
    });
    expect((await found({ 'flowc.json': at('error'), 'a.json': RAW }, '.')).codes).toContain(
      'lint/unreachable-block error',
    );
    expect((await found({ 'flowc.json': at('off'), 'a.json': RAW }, '.')).codes).toEqual([]);
  });

  it('are those of a folder', async () => {
    const lint = { overrides: [{ files: ['old'], rules: { 'lint/unreachable-block': 'off' } }] };
    const files = { 'flowc.json': settings(lint), 'old/a.json': RAW, 'new/a.json': RAW };
    expect((await found(files, 'old')).codes).toEqual([]);
    expect((await found(files, 'new')).codes).toHaveLength(1);
  });

  it('make a build fail', async () => {
    const rule = (await found({ 'a.flow': DEAD })).codes[0]?.split(' ')[0] ?? '';
    const cwd = folder({ 'flowc.json': settings({ rules: { [rule]: 'error' } }), 'a.flow': DEAD });
    expect((await flowc(cwd, ['build', '--out', 'out'])).code).toBe(1);
  });

  it('that name no rule are told, and nothing else fails by it', async () => {
    const { code, err } = await flowc(
      folder({ 'flowc.json': settings({ rules: { 'lint/x': 'off' } }), 'a.flow': GOOD }),
      ['check'],
    );
    expect(code).toBe(2);
    expect(err).toContain('error[project/unknown-rule]');
  });
});

describe('--only', () => {
  it('shows these rules, also where they are off', async () => {
    const off = settings({ rules: { 'lint/unreachable-block': 'off' } });
    const files = { 'flowc.json': off, 'a.json': RAW };
    expect((await found(files, '.', '--only', 'lint/unreachable-block')).codes).toHaveLength(1);
    expect((await found(files, '.', '--only', 'lint/no-queue,lint/no-way-out')).codes).toEqual([]);
  });

  it('shows what cannot be parsed, for nobody has judged it', async () => {
    const { codes } = await found({ 'a.flow': 'inbound flow A {' }, '--only', 'lint/no-queue');
    expect(codes).toEqual([expect.stringMatching(/^syntax\//)]);
  });

  it('wants rules that there are', async () => {
    const { code, err } = await flowc(folder({ 'a.flow': GOOD }), ['check', '--only', 'lint/no-que']);
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean `lint/no-queue`?')]);
    expect((await flowc(folder({ 'a.flow': GOOD }), ['check', '--only', ','])).code).toBe(2);
  });
});

describe('--list-rules', () => {
  it('is a table of codes, levels and what they are about', async () => {
    const cwd = folder({ 'flowc.json': settings({ rules: { 'lint/no-queue': 'error' } }) });
    const { code, out } = await flowc(cwd, ['check', '--list-rules']);
    expect(code).toBe(0);
    expect(out).toMatch(/^lint\/no-queue +error +A contact may come to a transfer without a working queue\.$/m);
    expect(out).toMatch(/^service\/missing-parameter +error +\S/m);
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/^[a-z]+\/[a-z-]+ +(off|hint|warning|error) +\S.*\.$/);
  });

  it('comes as JSON, and for some rules', async () => {
    const { out } = await flowc(folder({}), ['check', '--list-rules', '--format', 'json', '--only', 'lint/no-queue']);
    expect(JSON.parse(out)).toEqual([
      {
        code: 'lint/no-queue',
        level: 'warning',
        summary: 'A contact may come to a transfer without a working queue.',
        configurable: true,
      },
    ]);
    const all = JSON.parse((await flowc(folder({}), ['check', '--list-rules', '--format', 'json'])).out) as {
      code: string;
      configurable: boolean;
    }[];
    expect(all.filter(({ code, configurable }) => configurable && code.startsWith('lint/')).length).toBeGreaterThan(60);
  });
});

describe('sarif', () => {
  it('says of each rule what it is about, and keeps to the schema', async () => {
    const { out } = await flowc(folder({ 'a.json': RAW }), ['check', '--format', 'sarif', '.']);
    const log = JSON.parse(out) as { runs: { tool: { driver: { rules: object[] } } }[] };
    const validate = validateSarif();
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs[0]?.tool.driver.rules).toEqual([
      expect.objectContaining({
        id: 'lint/unreachable-block',
        defaultConfiguration: { level: expect.stringMatching(/^(note|warning)$/) as string },
        help: { text: expect.any(String) as string, markdown: expect.any(String) as string },
      }),
    ]);
  });
});
