import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeEdits } from '../../src/cli/fix.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { folder } from '../workspace/folder.ts';
import { BROKEN, flowc, GOOD, WRONG_NAME } from './harness.ts';

describe('check', () => {
  it('is content with a good flow, and says so on standard error', async () => {
    const cwd = folder({ 'a.flow': GOOD });
    expect(await flowc(cwd, ['check', 'a.flow'])).toEqual({ code: 0, out: '', err: 'no problems in 1 file\n' });
    expect(await flowc(cwd, ['check', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('shows an error with its place and what to do, on standard error', async () => {
    const { code, out, err } = await flowc(folder({ 'a.flow': WRONG_NAME }), ['check', 'a.flow']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('--> a.flow:5:13\n');
    expect(err).toContain('set queue Suport\n');
    expect(err).toContain('^^^^^^');
    expect(err).toContain('Support');
  });

  it('knows the names of the project when it checks one file of it, and speaks of that file only', async () => {
    const cwd = folder({
      'flowc.json': '{}',
      'a.flow': WRONG_NAME.replace('Suport', 'Other'),
      'b.flow': 'existing queue Other\n',
      'c.flow': WRONG_NAME.replaceAll('Wrong', 'AlsoWrong').replace('existing queue Support\n', ''),
    });
    const { code, err } = await flowc(cwd, ['check', 'a.flow']);
    expect(err).not.toContain('c.flow');
    expect(err).not.toContain('Other');
    expect(code).toBe(0);
    expect((await flowc(cwd, ['check'])).code).toBe(1);
  });

  it.each(['{', '[]', '{ "include": "flows" }', '{ "includes": ["flows"] }'])(
    'speaks of the project file alone where that does not say which files are the project: %s',
    async (settings) => {
      const cwd = folder({
        'flowc.json': settings,
        'flows/a.flow': GOOD,
        'old/a.flow': GOOD,
        'old/b.flow': WRONG_NAME,
      });
      const { code, err } = await flowc(cwd, ['check']);
      expect([code, err.match(/^error\[[^\]]*/gm)?.length, err.includes('.flow')]).toEqual([2, 1, false]);
    },
  );

  it('speaks of flows too where the rest of the project file is wrong', async () => {
    const cwd = folder({ 'flowc.json': '{ "include": ["flows"], "outt": "x" }', 'flows/a.flow': WRONG_NAME });
    const { code, err } = await flowc(cwd, ['check']);
    expect([code, err.match(/^error\[[^\]]*/gm)?.length]).toEqual([2, 2]);
  });

  it.each(['json', 'sarif', 'junit'])('writes %s to standard output, also without problems', async (format) => {
    for (const [text, expected] of [
      [GOOD, 0],
      [WRONG_NAME, 1],
    ] as const) {
      const { code, out, err } = await flowc(folder({ 'a.flow': text }), ['check', '--format', format]);
      expect([code, err]).toEqual([expected, '']);
      expect(out).toMatch(/^[{<][^]*\n$/);
      if (format !== 'junit') JSON.parse(out);
    }
  });

  it('writes GitHub annotations', async () => {
    const { out } = await flowc(folder({ 'a.flow': WRONG_NAME }), ['check', '--format', 'github']);
    expect(out).toMatch(/^::error file=a\.flow,line=5,endLine=5,col=13,endColumn=19,title=check\//m);
  });

  it('a warning alone never fails, unless --max-warnings says so', async () => {
    const cwd = folder({ 'a.flow': GOOD.replace('inbound flow', 'flow') });
    expect(await flowc(cwd, ['check'])).toMatchObject({ code: 0, err: expect.stringContaining('1 warning in 1 file') });
    expect(await flowc(cwd, ['check', '--max-warnings', '1'])).toMatchObject({ code: 0 });
    const { code, err } = await flowc(cwd, ['check', '--max-warnings', '0']);
    expect(code).toBe(1);
    expect(err).toContain('more than --max-warnings 0');
    expect(await flowc(cwd, ['check', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('checks raw JSON', async () => {
    const flow = { Version: '2019-10-30', StartAction: 'gone', Actions: [] };
    const { code, err } = await flowc(folder({ 'a.json': JSON.stringify(flow) }), ['check', '.']);
    expect(code).toBe(1);
    expect(err).toContain('a.json:1:');
  });

  it('does not call a folder right that holds no flows, but other JSON', async () => {
    const cwd = folder({ 'sub/package.json': '{}', 'sub/tsconfig.json': '{}' });
    expect(await flowc(cwd, ['check', 'sub'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('error[project/no-flows]: sub: This folder holds no `.flow` files.') as string,
    });
    expect(await flowc(cwd, ['check', 'sub/package.json'])).toMatchObject({ code: 1 });
    expect((await flowc(folder({ empty: undefined }), ['check', 'empty'])).err).toContain(
      'no `.flow` or `.json` files',
    );
  });

  it('reads standard input, .flow or JSON', async () => {
    const cwd = folder();
    expect(await flowc(cwd, ['check', '-'], { stdin: GOOD })).toMatchObject({ code: 0 });
    expect(await flowc(cwd, ['check', '-'], { stdin: WRONG_NAME })).toMatchObject({
      code: 1,
      err: expect.stringContaining('--> <stdin>:5:13'),
    });
    expect((await flowc(cwd, ['check', '-'], { stdin: '{"a":1}' })).err).toContain('json/not-a-flow');
  });

  describe('standard input in a project', () => {
    const queue = 'queue Suport { hours: Office }\nexisting hours Office\n';
    const text = WRONG_NAME.replace('existing queue Support\n', '');

    it('may speak of what the project declares', async () => {
      const cwd = folder({ 'flowc.json': '{}', 'things.flow': queue });
      expect(await flowc(cwd, ['check', '-'], { stdin: text })).toMatchObject({ code: 0 });
      const built = await flowc(cwd, ['build', '-'], { stdin: text });
      expect([built.code, built.err]).toEqual([0, '']);
      expect(built.out).toContain('"QueueId"');
      const sub = folder({ 'flowc.json': '{}', 'things.flow': queue, 'sub/a.txt': '' });
      expect(await flowc(join(sub, 'sub'), ['check', '-'], { stdin: text })).toMatchObject({ code: 0 });
    });

    it('is another version of the file that declares the same', async () => {
      const cwd = folder({ 'flowc.json': '{}', 'things.flow': queue, 'wrong.flow': text.replace('set', 'sett') });
      expect(await flowc(cwd, ['check', '-'], { stdin: text })).toMatchObject({
        code: 0,
        err: expect.stringContaining('in 1 file\n') as string,
      });
    });

    it('is another version of a file that writes the same name with other characters', async () => {
      const [composed, decomposed] = ['\u304c', '\u304b\u3099'].map((name) =>
        text.replace('flow Wrong', `flow ${name}`),
      );
      const cwd = folder({ 'flowc.json': '{}', 'things.flow': queue, 'old.flow': decomposed ?? '' });
      expect(await flowc(cwd, ['check', '-'], { stdin: composed ?? '' })).toMatchObject({ code: 0 });
    });

    it('is checked at the levels of the project, and stops where its file is wrong', async () => {
      const rules = { lint: { rules: { 'lint/no-logging': 'error' } } };
      const silent = GOOD.replace('  set logging on\n', '');
      const cwd = folder({ 'flowc.json': JSON.stringify(rules) });
      expect((await flowc(cwd, ['check', '-'], { stdin: silent })).err).toContain('error[lint/no-logging]');
      expect(await flowc(folder({ 'flowc.json': '{' }), ['check', '-'], { stdin: GOOD })).toMatchObject({ code: 2 });
    });
  });

  it.each([
    [{}, false, false],
    [{}, true, true],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ CI: 'true' }, true, false],
    [{ CI: 'true', FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j and terminal %s, colours: %s', async (env, terminal, coloured) => {
    const { err } = await flowc(folder({ 'a.flow': BROKEN }), ['check'], { env, terminal });
    expect(err.includes('\u001b[')).toBe(coloured);
  });

  it('never colours what programs read', async () => {
    const { out } = await flowc(folder({ 'a.flow': BROKEN }), ['check', '--format', 'json'], {
      env: { FORCE_COLOR: '1' },
    });
    expect(out).not.toContain('\u001b');
  });

  it('watches until it is interrupted', async () => {
    const cwd = folder({ 'a.flow': GOOD });
    let interrupt: () => void = () => undefined;
    const interrupted = new Promise<void>((settle) => (interrupt = settle));
    let rounds = 0;
    const ran = flowc(cwd, ['check', '--watch'], {
      interrupted,
      onWrite: (text) => {
        if (!text.startsWith('watching')) return;
        rounds++;
        if (rounds === 1) writeFileSync(join(cwd, 'a.flow'), BROKEN);
        if (rounds === 2) writeFileSync(join(cwd, 'new.flow'), GOOD.replace('Good', 'Other'));
        if (rounds === 3) interrupt();
      },
    });
    const { code, err } = await ran;
    expect(code).toBe(130);
    const [first, second, third] = err.split('watching for changes\n');
    expect(first).toBe('no problems in 1 file\n');
    expect(second).toContain('error[syntax/');
    expect(third).toContain('in 2 files');
  });
});

describe('check --fix', () => {
  const EMPTY_BODY = GOOD.replace('"Thank you for calling."', '"Thank you for calling." { on error { } }');

  it('applies safe fixes to the file, lists it, and is content', async () => {
    const cwd = folder({ 'a.flow': EMPTY_BODY, 'b.flow': GOOD.replace('Good', 'Other') });
    expect((await flowc(cwd, ['check', 'a.flow'])).code).toBe(1);
    expect(await flowc(cwd, ['check', '--fix'])).toEqual({ code: 0, out: 'a.flow\n', err: 'no problems in 2 files\n' });
    expect(readFileSync(join(cwd, 'a.flow'), 'utf8')).toContain('on error { -> next }');
    expect(await flowc(cwd, ['check', '--fix'])).toMatchObject({ code: 0, out: '' });
  });

  it('leaves other files of the project alone, and what needs a person', async () => {
    const files = { 'flowc.json': '{}', 'a.flow': WRONG_NAME, 'b.flow': EMPTY_BODY };
    const cwd = folder(files);
    expect(await flowc(cwd, ['check', '--fix', 'a.flow'])).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(join(cwd, 'a.flow'), 'utf8')).toBe(files['a.flow']);
    expect(readFileSync(join(cwd, 'b.flow'), 'utf8')).toBe(files['b.flow']);
  });
});

describe('safeEdits', () => {
  const file = { path: 'a.flow', text: 'one two three' };
  const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });
  const diagnostic = (safe: boolean, ...edits: ReturnType<typeof edit>[]): Diagnostic => ({
    code: 'lint/x',
    severity: 'warning',
    message: '',
    place: { source: file, span: { start: 0, end: 0 } },
    fixes: [{ title: '', safe, edits }],
  });

  it('takes fixes whole, and none that overlaps an earlier one or is not safe', () => {
    const found = [
      diagnostic(true, edit(0, 3, '1')),
      diagnostic(false, edit(4, 7, 'unsafe')),
      diagnostic(true, edit(2, 5, 'overlaps'), edit(8, 13, 'with it')),
      diagnostic(true, edit(7, 7, ',')),
      diagnostic(true, edit(7, 7, 'same place')),
      diagnostic(true, edit(8, 13, '3')),
    ];
    expect([...safeEdits(found)]).toEqual([[file, [edit(0, 3, '1'), edit(7, 7, ','), edit(8, 13, '3')]]]);
  });
});
