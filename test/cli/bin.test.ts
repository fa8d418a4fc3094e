/** The built program, as a shell runs it. `npm test` builds dist/ first when it is missing or old. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../workspace/folder.ts';
import { BROKEN, GOOD, WRONG_NAME } from './harness.ts';
import { installed } from './installed.ts';

const bin = resolve('bin/flowc.cjs');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

interface Options {
  readonly program?: string;
  readonly stdio?: ('pipe' | 'ignore' | number)[];
  readonly env?: Record<string, string>;
  readonly input?: string;
}

function flowc(cwd: string, args: string[], { program = bin, stdio, env = {}, input = '' }: Options = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
    ...(stdio ? { stdio } : { input }),
  });
  return { code: status, signal, out: stdout, err: stderr };
}

describe('the built program', () => {
  it('knows its version, without loading anything', () => {
    expect(flowc(folder(), ['--version'])).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
    const root = installed();
    rmSync(join(root, 'dist/cli.cjs'));
    expect(flowc(root, ['-V'], { program: join(root, 'bin/flowc.cjs') })).toMatchObject({
      code: 0,
      out: `${version}\n`,
    });
  });

  it.skipIf(!existsSync('/proc/self'))('comes back from a folder in which nobody can make one', () => {
    const { status, stderr } = spawnSync(process.execPath, [bin, 'init', '/proc/x/y'], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('/proc/x/y')]);
  });

  it('checks, builds, imports, formats and explains', () => {
    const cwd = folder({ 'a.flow': GOOD });
    expect(flowc(cwd, ['check'])).toMatchObject({ code: 0, out: '', err: 'no problems in 1 file\n' });
    const built = flowc(cwd, ['build']);
    expect(built.code).toBe(0);
    const imported = flowc(cwd, ['import', '-'], { input: built.out });
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(flowc(cwd, ['fmt', '-'], { input: imported.out })).toMatchObject({ code: 0, out: imported.out });
    expect(flowc(cwd, ['explain', 'syntax'])).toMatchObject({ code: 2 });
    expect(flowc(cwd, ['explain', 'project/not-utf8']).out).toContain('not-utf8');
    expect(flowc(cwd, ['init', 'x'])).toMatchObject({ code: 0 });
    expect(flowc(cwd, ['init', 'x']).err).toMatch(/^flowc: flowc\.json, .* in x would be overwritten/);
  });

  it('says of Japanese flows what the source says: bundles are read as Latin-1', () => {
    const cwd = folder();
    for (const [code, shown] of [
      ['lint/spoken-key-not-handled', 'press 2'],
      ['syntax/lookalike', 'Write `:`'],
    ] as const) {
      cpSync(resolve(`test/diagnostics/fixtures/${code}.flow`), join(cwd, 'a.flow'));
      expect(flowc(cwd, ['check', 'a.flow']).err).toContain(shown);
    }
    for (const name of readdirSync('dist').filter((file) => file.endsWith('.cjs'))) {
      expect(readFileSync(join('dist', name), 'utf8')).toMatch(/^[\x00-\x7f]*$/);
    }
  });

  it('colours only when it is told to, because this is no terminal', () => {
    const cwd = folder({ 'a.flow': WRONG_NAME });
    expect(flowc(cwd, ['check']).err).not.toContain('\u001b');
    expect(flowc(cwd, ['check'], { env: { FORCE_COLOR: '1' } }).err).toContain('\u001b[1;31merror');
  });

  it.runIf(existsSync('/dev/full'))('says in one line that the disk is full (where there is a device for that)', () => {
    const full = openSync('/dev/full', 'w');
    const cwd = folder({ 'a.flow': GOOD });
    expect(flowc(cwd, ['build'], { stdio: ['ignore', full, 'pipe'] })).toMatchObject({
      code: 2,
      err: 'flowc: standard output cannot be written: the disk is full.\n',
    });
  });

  it('does not mind when its reader goes away', async () => {
    const cwd = folder({ 'a.flow': GOOD.replace('Thank you', 'Thank you '.repeat(20_000)) });
    const child = spawn(process.execPath, [bin, 'build'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise((settle) => child.on('close', settle));
    expect(err).not.toMatch(/EPIPE|at /);
    expect(code).toBeLessThan(2);
  });

  it('writes megabytes into a pipe whose reader is slow', async () => {
    const text = 'あ'.repeat(500_000);
    const cwd = folder({ 'a.flow': GOOD.replace('Thank you', text) });
    const child = spawn(process.execPath, [bin, 'fmt', '-'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(GOOD.replace('Thank you', text));
    let size = 0;
    await new Promise((settle) => setTimeout(settle, 300));
    for await (const chunk of child.stdout) size += (chunk as Buffer).length;
    expect(size).toBeGreaterThan(1_500_000);
  });

  it('ends with 130 when it is interrupted while watching', async () => {
    const cwd = folder({ 'a.flow': GOOD });
    const child = spawn(process.execPath, [bin, 'check', '--watch'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('watching')) child.kill('SIGINT');
    });
    expect(await new Promise((settle) => child.on('close', settle))).toBe(130);
  });

  it('says in one line that it is not built', () => {
    const root = installed();
    rmSync(join(root, 'dist'), { recursive: true });
    const { code, err } = flowc(root, ['check'], { program: join(root, 'bin/flowc.cjs') });
    expect(code).toBe(2);
    expect(err).toMatch(/^flowc: this copy is not built; run `npm run build` in .*\n$/);
  });
});

const INSTANCE = {
  id: '11111111-2222-4333-8444-555555555555',
  arn: 'arn:aws:connect:eu-central-1:000000000000:instance/11111111-2222-4333-8444-555555555555',
  partition: 'aws',
  region: 'eu-central-1',
  account: '000000000000',
};

it('does not take a folder on standard input for nothing', () => {
  const cwd = folder();
  const script = `"${process.execPath}" "${bin}" check - < .`;
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, 'flowc: standard input cannot be read: it is a folder.\n']);
});

describe('the examples of the help', () => {
  const helps = ['', 'check', 'build', 'import', 'fmt', 'explain', 'init'].map(
    (verb) => flowc('.', [verb, '--help'].filter(Boolean)).out,
  );
  const examples = [
    ...new Set(
      helps
        .join('')
        .match(/^ {2}(?:flowc|cat) .*$/gm)
        ?.map((line) => line.trim().replace(/ {2,}.*$/, '')),
    ),
  ].filter((line) => /^(flowc|cat) /.test(line) && !/<|…/.test(line));

  it('are there', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples)('%s', (example) => {
    const json = flowc(folder({ 'a.flow': GOOD }), ['build']).out;
    const cwd = folder({
      'flowc.json': JSON.stringify({ environments: { prod: { instance: INSTANCE.arn } } }),
      'snapshots/prod.json': JSON.stringify({ version: 1, environment: 'prod', instance: INSTANCE, things: {} }),
      'main.flow': GOOD,
      'exported.json': json,
      'exports/a.json': json,
      'main.json': json,
    });
    if (example === 'flowc init') rmSync(join(cwd, 'flowc.json'));
    const script = `flowc() { "${process.execPath}" "${bin}" "$@"; }\n${example}`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  });
});

const isFile = (folder: string) => (name: string) => statSync(join(folder, name)).isFile();

describe('the code cache', () => {
  const caches = (root: string) => {
    const folder = join(root, 'dist/cache');
    return existsSync(folder)
      ? readdirSync(folder, { recursive: true })
          .map(String)
          .filter((name) => /(\w+)\.cjs\.(?:\1|other)$/.test(name))
      : [];
  };

  it('is made by the first run of each verb', () => {
    const root = installed();
    const program = join(root, 'bin/flowc.cjs');
    const cwd = folder({ 'a.flow': GOOD });
    for (const args of [['check'], ['check'], ['build'], ['nonsense']]) flowc(cwd, args, { program });
    expect(
      caches(root)
        .map((name) => name.split('.').at(-1))
        .sort(),
    ).toEqual(['build', 'check', 'other']);
  });

  it('grows when a later run does more than the first', () => {
    const root = installed();
    const cwd = folder({ 'a.flow': GOOD, 'always.cjs': 'Math.random = () => 0;' });
    const run = (...args: string[]) => {
      const always = ['--require', join(cwd, 'always.cjs'), join(root, 'bin/flowc.cjs')];
      expect(spawnSync(process.execPath, [...always, ...args], { cwd }).status).toBe(0);
      const [cache = ''] = caches(root);
      return readFileSync(join(root, 'dist/cache', cache)).length;
    };
    const first = run('check', '--help');
    const second = run('check', 'a.flow');
    expect(second).toBeGreaterThan(first * 1.2);
    expect(run('check', '--help')).toBe(second);
  });

  it('does no harm when it is damaged', () => {
    const root = installed();
    const program = join(root, 'bin/flowc.cjs');
    const cwd = folder({ 'a.flow': BROKEN });
    const first = flowc(cwd, ['check'], { program });
    const [cache = ''] = caches(root);
    writeFileSync(join(root, 'dist/cache', cache), 'not a cache');
    expect(flowc(cwd, ['check'], { program })).toEqual(first);
    expect(readFileSync(join(root, 'dist/cache', cache)).length).toBeGreaterThan(1000);
  });

  it('is left out where it cannot be written', () => {
    const root = installed();
    writeFileSync(join(root, 'dist/cache'), 'a file in its place');
    const { code, err } = flowc(folder({ 'a.flow': GOOD }), ['check'], { program: join(root, 'bin/flowc.cjs') });
    expect([code, err]).toEqual([0, 'no problems in 1 file\n']);
  });

  it('is in the folder of a user who may not write to the program, but not of root', () => {
    const root = installed();
    writeFileSync(join(root, 'dist/cache'), 'a file in its place');
    const cwd = folder({
      'a.flow': GOOD,
      '0.cjs': 'process.getuid = () => 0;',
      '1000.cjs': 'process.getuid = () => 1000;',
    });
    const checkAs = (user: number) => {
      const args = ['--require', join(cwd, `${user}.cjs`), join(root, 'bin/flowc.cjs'), 'check', 'a.flow'];
      const { status } = spawnSync(process.execPath, args, { cwd, env: { XDG_CACHE_HOME: join(cwd, 'of user') } });
      expect(status).toBe(0);
      const made = join(cwd, 'of user', 'flowc');
      return existsSync(made) ? readdirSync(made, { recursive: true }).map(String).filter(isFile(made)) : [];
    };
    expect(checkAs(0)).toEqual([]);
    const [cache = '', ...more] = checkAs(1000);
    expect([basename(cache), more]).toEqual(['check.cjs.check', []]);
    // It is taken from there: a damaged one is made again.
    writeFileSync(join(cwd, 'of user', 'flowc', cache), 'not a cache');
    checkAs(1000);
    expect(readFileSync(join(cwd, 'of user', 'flowc', cache)).length).toBeGreaterThan(1000);
  });
});
