import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureLocal } from '../../src/connect/local/start.ts';
import { flowc } from '../cli/harness.ts';

let folder: string;
let running: Awaited<ReturnType<typeof ensureLocal>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-plan-'));
  running = await ensureLocal(folder);
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const FLOW = `/// Says goodbye.
inbound flow Good "Good day" {
  on error -> bye
  set logging on
  set queue Support
  play "Thank you for calling."
  -> bye
  step bye {
    disconnect
  }
}

queue Support { hours: Hours, max_contacts: 5 }
existing hours Hours "Basic Hours"
`;

const write = (text: string, file = 'main.flow') => {
  writeFileSync(join(folder, file), text);
};

describe('flowc plan', () => {
  it('says what would change, and exits with 1 for that only when asked to', async () => {
    write(FLOW);
    const { code, out, err } = await flowc(folder, ['plan']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('  + queue "Support"\n');
    expect(out).toContain('  + inbound flow "Good day", 4 blocks\n');
    expect(out).toContain('Plan for `local`: 2 to create, 0 unchanged.\n');
    expect((await flowc(folder, ['plan', '--exit-code'])).code).toBe(1);
  });

  it('of some files leaves out what the others declare', async () => {
    write(FLOW);
    write('hours Late "Late hours" { timezone: "Asia/Tokyo", mon-fri: 18:00-22:00 }\n', 'late.flow');
    const { out } = await flowc(folder, ['plan', 'late.flow']);
    rmSync(join(folder, 'late.flow'));
    expect(out).toContain('+ hours "Late hours"');
    expect(out).not.toContain('Good day');
  });

  it('prints JSON, Markdown or the permissions, and nothing besides', async () => {
    write(FLOW);
    const json = await flowc(folder, ['plan', '--json']);
    expect((JSON.parse(json.out) as { counts: object }).counts).toEqual({ create: 2, update: 0, archive: 0, none: 0 });
    const markdown = await flowc(folder, ['plan', '--markdown']);
    expect(markdown.out.split('\n', 2)).toEqual(['<!-- flowc plan local -->', '### flowc plan: `local`']);
    const policy = await flowc(folder, ['plan', '--iam-policy']);
    expect((JSON.parse(policy.out) as { Version: string }).Version).toBe('2012-10-17');
    expect((await flowc(folder, ['plan', '--json', '--markdown'])).code).toBe(2);
  });

  it('writes a plan file', async () => {
    write(FLOW);
    const { code, out } = await flowc(folder, ['plan', '--out', 'local.plan.json']);
    expect(code).toBe(0);
    expect(out).toContain('2 to create');
    const file = JSON.parse(readFileSync(join(folder, 'local.plan.json'), 'utf8')) as { work: { wanted: unknown[] } };
    expect(file.work.wanted).toHaveLength(2);
    expect((await flowc(folder, ['plan', '--out', '.'])).code).toBe(2);
  });

  it('plans nothing while the source has errors', async () => {
    write(FLOW.replace('Support\n', 'Suport\n'));
    const { code, out, err } = await flowc(folder, ['plan', '--out', 'none.plan.json']);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^error\[check\/unknown-reference\]/);
    expect(existsSync(join(folder, 'none.plan.json'))).toBe(false);
  });

  it('tells what Connect would refuse of a flow that changes', async () => {
    write(FLOW.replace('"Thank you for calling."', '""'));
    const { code, err } = await flowc(folder, ['plan']);
    expect(code).toBe(1);
    expect(err).toMatch(/^error\[service\//m);
  });

  it('of an environment that is none is wrong usage', async () => {
    write(FLOW);
    expect((await flowc(folder, ['plan', '--env', 'prod'])).code).toBe(2);
  });
});
