/** What `flowc check` makes of findings: presets, folders, suppression and `--max-warnings` together; SARIF of every rule. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { render } from '../../src/diagnostics/render/index.ts';
import { rules } from '../../src/lint/index.ts';
import { RECOMMENDED } from '../../src/lint/levels.ts';
import { flowc } from '../cli/harness.ts';
import { fixtures } from '../diagnostics/fixture.ts';
import { validateSarif } from '../diagnostics/sarif-schema.ts';
import { folder } from '../workspace/folder.ts';

/** A hint of the recommended rules (`lint/unbounded-retry`) and one that only `strict` has (`lint/queue-full-hangs-up`). */
const flow = (name: string, above = '') => `inbound flow ${name} {
  on error, closed -> sorry

  set logging on
  set recording { voice: [agent, customer] }
  set queue $.Attributes.queue
  check hours
  ${above}again: menu "For sales, press 1." {
    on 1 -> next
    on timeout, default -> again
  }
  transfer to queue { on at_capacity -> disconnect }

  step sorry {
    play "We are sorry. Please call again."
    disconnect
  }
}
`;

async function check(lint: object | undefined, files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const cwd = folder({ 'flowc.json': JSON.stringify(lint === undefined ? {} : { lint }), ...files });
  const { code, out } = await flowc(cwd, ['check', '--format', 'json', ...args]);
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; severity: string; file: string }[] };
  return { cwd, code, found: diagnostics.map((one) => `${one.file} ${one.code} ${one.severity}`) };
}

const RETRY = 'lint/unbounded-retry';
const FULL = 'lint/queue-full-hangs-up';

describe('--max-warnings', () => {
  const files = { 'a.flow': flow('A') };

  it('counts no hints', async () => {
    expect(await check(undefined, files, '--max-warnings', '0')).toMatchObject({
      code: 0,
      found: [`a.flow ${RETRY} hint`],
    });
  });

  it('counts hints as warnings under the preset strict, and its own rules', async () => {
    const strict = await check({ preset: 'strict' }, files, '--max-warnings', '1');
    expect(strict).toMatchObject({ code: 1, found: [`a.flow ${RETRY} warning`, `a.flow ${FULL} warning`] });
    expect(await check({ preset: 'strict' }, files, '--max-warnings', '2')).toMatchObject({ code: 0 });
  });

  it('counts what a folder makes a warning, and not what another leaves off', async () => {
    const lint = {
      rules: { [RETRY]: 'off' },
      overrides: [{ files: ['new'], rules: { [RETRY]: 'warning' } }],
    };
    const both = { 'old/a.flow': flow('A'), 'new/b.flow': flow('B') };
    expect(await check(lint, both, '--max-warnings', '0')).toMatchObject({
      code: 1,
      found: [`new/b.flow ${RETRY} warning`],
    });
    expect(await check(lint, both, '--max-warnings', '0', 'old')).toMatchObject({ code: 0, found: [] });
  });

  it('counts nothing that is suppressed with a reason, and suppressions that are for nothing', async () => {
    const lint = { rules: { [RETRY]: 'warning' } };
    const ignored = flow('A', `// flowc-ignore ${RETRY}: a test line\n  `);
    expect(await check(lint, { 'a.flow': ignored }, '--max-warnings', '0')).toMatchObject({ code: 0, found: [] });
    const unused = ignored.replace('on timeout, default -> again', 'on timeout, default -> next');
    const told = await check(lint, { 'a.flow': unused }, '--max-warnings', '0');
    expect(told).toMatchObject({ code: 1, found: ['a.flow lint/unused-suppression warning'] });
    expect((await flowc(told.cwd, ['check', '--fix', '--max-warnings', '0'])).code).toBe(0);
    expect(readFileSync(join(told.cwd, 'a.flow'), 'utf8')).not.toContain('flowc-ignore');
  });
});

describe('sarif', () => {
  it('of every rule that has a fixture keeps to the schema, with what it is about', () => {
    const found = fixtures()
      .filter(({ code, kind }) => /^(?:lint|service)\//.test(code) && kind === 'flow')
      .flatMap(
        ({ text, code }) =>
          compile([{ path: `flows/${code}.flow`, text }], { rules: () => ({ ...RECOMMENDED, preset: 'strict' }) })
            .diagnostics,
      );
    const log = JSON.parse(render(found, { format: 'sarif', colour: false, width: 80 })) as {
      runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; fixes?: object[] }[] }[];
    };
    const validate = validateSarif();
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const told = new Set(log.runs[0]?.tool.driver.rules.map(({ id }) => id));
    const few = rules.filter(
      ({ code, severity }) => code.startsWith('lint/') && severity !== 'error' && !told.has(code),
    );
    // Its fixture is JSON: in text two equal cases are an error.
    expect(few.map(({ code }) => code)).toEqual(['lint/shadowed-condition']);
    expect(log.runs[0]?.results.filter(({ fixes }) => fixes !== undefined).length).toBeGreaterThan(15);
  });
});
