import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCodes } from '../../src/diagnostics/codes.ts';
import { folder } from '../workspace/folder.ts';
import { BROKEN, flowc, GOOD } from './harness.ts';

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

/** What `build` makes of a flow. */
async function json(text: string): Promise<string> {
  return (await flowc(folder({ 'a.flow': text }), ['build'])).out;
}

describe('import', () => {
  it('writes one flow to standard output, as text that builds to the same flow', async () => {
    const cwd = folder({ 'Good.json': await json(GOOD) });
    const { code, out, err } = await flowc(cwd, ['import', 'Good.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('play "Thank you for calling."');
    const types = (document: string) =>
      (JSON.parse(document) as { Actions: { Type: string }[] }).Actions.map((a) => a.Type);
    expect(types(await json(out))).toEqual(types(read(cwd, 'Good.json')));
    expect((await flowc(cwd, ['import', '-'], { stdin: read(cwd, 'Good.json') })).out).toContain(
      'Thank you for calling.',
    );
  });

  it('writes a project that checks: flows, and what they refer to', async () => {
    const one = await json(GOOD.replace('play', 'set queue Q\n  play') + '\nexisting queue Q = "arn:q"\n');
    const two = one.replaceAll('"Good"', '"Other"');
    const cwd = folder({ 'in/One.json': one, 'in/deep/Two.json': two, 'in/package.json': '{}', 'in/notes.txt': '' });
    const { code, out, err } = await flowc(cwd, ['import', 'in', '--out', 'out']);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('3 files written to out\n');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['Good.flow', 'Other.flow', 'entities.flow', 'flowc.json']);
    expect((await flowc(cwd, ['check', 'out', '--quiet'])).err).toBe('');
  });

  it('makes no project inside a project', async () => {
    const cwd = folder({ 'flowc.json': '{}', 'One.json': await json(GOOD) });
    const { err } = await flowc(cwd, ['import', 'One.json', '--out', 'flows']);
    expect(err).toContain('1 file written to flows\n');
    expect(readdirSync(join(cwd, 'flows'))).toEqual(['Good.flow']);
  });

  it('says nothing of files where nothing was a flow', async () => {
    const { code, err } = await flowc(folder({ 'x.json': '' }), ['import', 'x.json', '--out', 'out']);
    expect(code).toBe(1);
    expect(err).not.toContain('written');
  });

  it('overwrites nothing, unless it is told to', async () => {
    const cwd = folder({ 'One.json': await json(GOOD), 'out/Good.flow': '// mine\n' });
    const { code, err } = await flowc(cwd, ['import', 'One.json', '--out', 'out']);
    expect(code).toBe(2);
    expect(err).toContain('error[project/in-the-way]: out/Good.flow: It exists already');
    expect(read(cwd, 'out/Good.flow')).toBe('// mine\n');
    expect((await flowc(cwd, ['import', 'One.json', '--out', 'out', '--force'])).code).toBe(0);
    expect(read(cwd, 'out/Good.flow')).toContain('flow Good');
  });

  it('asks for a folder where there are several flows', async () => {
    const one = await json(GOOD);
    const cwd = folder({ 'a.json': one, 'b.json': one });
    expect(await flowc(cwd, ['import', 'a.json', 'b.json'])).toMatchObject({
      code: 2,
      err: 'flowc: 2 flows do not fit on standard output; choose a folder with `--out DIR`, or one file.\n',
    });
  });

  it('imports what can be read, and exits with 1 for the rest', async () => {
    const cwd = folder({ 'a.json': await json(GOOD), 'b.json': '{"Actions":[' });
    const { code, err } = await flowc(cwd, ['import', 'a.json', 'b.json', '--out', 'out']);
    expect(code).toBe(1);
    expect(err).toContain('error[json/invalid]');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['Good.flow', 'flowc.json']);
  });

  it('reads the file that it is given, whatever its ending', async () => {
    const cwd = folder({ 'answer.txt': await json(GOOD) });
    expect(await flowc(cwd, ['import', 'answer.txt'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('flow '),
    });
  });

  it('keeps what a module takes and gives back', async () => {
    const text = (head: string) =>
      `module Verify {\n${head}\n  play "One moment, please." { on error -> next }\n  return\n}\n`;
    const head = `  input { phone: text, tier: "gold" | "basic" }
  returns { customers: [{ id: text }] }
  branches ["verified"]
`;
    const schema = (properties: object) => ({ schema: { type: 'object', properties } });
    const Settings = JSON.stringify({
      input: schema({ phone: { type: 'string' }, tier: { type: 'string', enum: ['gold', 'basic'] } }),
      resultData: schema({
        customers: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
      }),
      transitions: { results: [{ name: 'verified', description: '' }] },
    });
    const Content = await json(text(''));
    const cwd = folder({ 'answer.json': JSON.stringify({ ContactFlowModule: { Name: 'Verify', Content, Settings } }) });
    const { code, out, err } = await flowc(cwd, ['import', 'answer.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`module Verify {\n${head}`);
    const again = folder({ 'a.flow': out });
    expect(await flowc(again, ['fmt'])).toEqual({ code: 0, out: '', err: '' });
    expect((await flowc(again, ['check', '--quiet'])).code).toBe(0);
    expect(JSON.parse((await flowc(again, ['build'])).out)).toEqual(JSON.parse(Content));
    // Without the answer around it, nothing tells of a contract.
    expect((await flowc(folder({ 'a.json': Content }), ['import', 'a.json'])).out).not.toContain('branches');
  });

  it('refuses .flow text on standard input', async () => {
    expect((await flowc(folder(), ['import', '-'], { stdin: GOOD })).err).toBe(
      'flowc: standard input is not JSON; `import` reads flow JSON.\n',
    );
  });
});

describe('fmt', () => {
  const UGLY = GOOD.replace('  set logging on\n', '      set   logging on\n');

  it('formats files in their place, and lists those that changed', async () => {
    const cwd = folder({ 'a.flow': UGLY, 'b.flow': GOOD });
    const before = statSync(join(cwd, 'b.flow')).mtimeMs;
    expect(await flowc(cwd, ['fmt'])).toEqual({ code: 0, out: 'a.flow\n', err: '' });
    expect(read(cwd, 'a.flow')).toBe(GOOD);
    expect(statSync(join(cwd, 'b.flow')).mtimeMs).toBe(before);
    expect(await flowc(cwd, ['fmt'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('--check changes nothing, lists, and exits with 1', async () => {
    const cwd = folder({ 'a.flow': UGLY, 'b.flow': GOOD });
    const said = '1 file is not formatted; `flowc fmt` does it\n';
    expect(await flowc(cwd, ['fmt', '--check'])).toEqual({ code: 1, out: 'a.flow\n', err: said });
    expect(await flowc(cwd, ['fmt', '--check', '-q'])).toEqual({ code: 1, out: 'a.flow\n', err: '' });
    expect(read(cwd, 'a.flow')).toBe(UGLY);
    expect(await flowc(cwd, ['fmt', '--check', 'b.flow'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('formats standard input', async () => {
    expect(await flowc(folder(), ['fmt', '-'], { stdin: UGLY })).toEqual({ code: 0, out: GOOD, err: '' });
    expect(await flowc(folder(), ['fmt', '-', '--check'], { stdin: UGLY })).toEqual({
      code: 1,
      out: '<stdin>\n',
      err: '',
    });
  });

  it('leaves what does not parse as it is, and formats the rest', async () => {
    const cwd = folder({ 'a.flow': BROKEN, 'b.flow': UGLY });
    const { code, out, err } = await flowc(cwd, ['fmt']);
    expect([code, out]).toEqual([1, 'b.flow\n']);
    expect(err).toContain('error[syntax/');
    expect(read(cwd, 'a.flow')).toBe(BROKEN);
    expect(await flowc(cwd, ['fmt', '-'], { stdin: BROKEN })).toMatchObject({ code: 1, out: BROKEN });
  });

  it('formats only the files that were asked for', async () => {
    const cwd = folder({ 'flowc.json': '{}', 'a.flow': UGLY, 'b.flow': UGLY.replace('Good', 'Other') });
    expect((await flowc(cwd, ['fmt', 'a.flow'])).out).toBe('a.flow\n');
  });
});

describe('explain', () => {
  it('has something to say about every code', async () => {
    const codes = await allCodes();
    expect(codes.size).toBeGreaterThan(50);
    for (const code of codes.keys()) {
      expect(code).toMatch(/^(syntax|check|service|lint|json|project|deploy)\/[a-z0-9-]+$/);
      const { code: exit, out } = await flowc(folder(), ['explain', code]);
      expect(exit).toBe(0);
      expect(out).toContain(code);
      expect(out.length).toBeGreaterThan(code.length + 20);
    }
  });

  it('takes the name alone, lists all, and suggests', async () => {
    const full = (await flowc(folder(), ['explain', 'project/not-utf8'])).out;
    expect((await flowc(folder(), ['explain', 'not-utf8'])).out).toBe(full);
    const line = 'error[project/not-utf8]: a.flow: It is not UTF-8: line 1 has the byte 0xE9.';
    expect((await flowc(folder(), ['explain', line])).out).toBe(full);
    expect((await flowc(folder(), ['explain', '[project/not-utf8]:'])).out).toBe(full);
    expect(await flowc(folder(), ['explain', 'dangling-target'])).toMatchObject({
      code: 2,
      err: 'flowc: `dangling-target` may be check/dangling-target or service/dangling-target; say which.\n',
    });
    expect((await flowc(folder(), ['explain', 'all'])).out).toMatch(/^project\/not-utf8 +error +A `\.flow` file/m);
    const begun = 'did you mean `check/unhandled-branch`?';
    expect((await flowc(folder(), ['explain', 'check/unhandled'])).err).toContain(begun);
    expect((await flowc(folder(), ['explain', 'project/not-utf'])).err).toContain('did you mean `project/not-utf8`?');
  });
});

describe('init', () => {
  it('writes a project that checks without a word, is formatted, and builds', async () => {
    const cwd = folder();
    const { code, out } = await flowc(cwd, ['init', 'hello']);
    expect([code, out]).toEqual([
      0,
      'hello/flowc.json\nhello/flows/main.flow\nhello/flows/entities.flow\nhello/.gitignore\n',
    ]);
    const hello = join(cwd, 'hello');
    expect(await flowc(hello, ['check'])).toEqual({ code: 0, out: '', err: 'no problems in 2 files\n' });
    expect(await flowc(hello, ['fmt', '--check'])).toEqual({ code: 0, out: '', err: '' });
    expect((await flowc(hello, ['build'])).code).toBe(0);
    expect(readdirSync(join(hello, 'build')).sort()).toEqual(['Main.json', 'manifest.json']);
  });

  it('overwrites nothing', async () => {
    const cwd = folder();
    await flowc(cwd, ['init']);
    writeFileSync(join(cwd, 'flows/main.flow'), '// mine\n');
    expect((await flowc(cwd, ['init'])).code).toBe(2);
    expect(read(cwd, 'flows/main.flow')).toBe('// mine\n');
  });

  it.each([
    ['node_modules', 'node_modules\nbuild/\n'],
    ['', 'build/\n'],
    ['build\n', 'build\n'],
  ])('keeps what a .gitignore says: %j', async (before, after) => {
    const cwd = folder({ '.gitignore': before });
    expect((await flowc(cwd, ['init'])).code).toBe(0);
    expect(read(cwd, '.gitignore')).toBe(after);
  });

  it('says how to go on in a folder of any name', async () => {
    expect((await flowc(folder(), ['init', 'my flows'])).err).toContain('Next: cd "my flows" && flowc check');
    expect((await flowc(folder(), ['init', 'a/b-1.x'])).err).toContain('Next: cd a/b-1.x && flowc check');
  });

  it('writes a project file that Prettier leaves alone', async () => {
    const { check } = await import('prettier');
    const cwd = folder();
    await flowc(cwd, ['init']);
    expect(await check(read(cwd, 'flowc.json'), { parser: 'json' })).toBe(true);
  });
});
