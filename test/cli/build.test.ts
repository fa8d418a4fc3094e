import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/cli/output-folder.ts';
import { folder } from '../workspace/folder.ts';
import { BROKEN, flowc, GOOD, WRONG_NAME } from './harness.ts';

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const named = (name: string) => GOOD.replace('Good', name);

describe('build', () => {
  it('writes one flow to standard output, and nothing else', async () => {
    const { code, out, err } = await flowc(folder({ 'a.flow': GOOD }), ['build', 'a.flow']);
    expect([code, err]).toEqual([0, '']);
    const document = JSON.parse(out) as { Actions: { Type: string }[] };
    expect(document.Actions.map((action) => action.Type)).toEqual([
      'UpdateFlowLoggingBehavior',
      'MessageParticipant',
      'DisconnectParticipant',
    ]);
    expect(out).toMatch(/\n$/);
  });

  it('gives the same from standard input', async () => {
    const cwd = folder({ 'a.flow': GOOD });
    const [file, input] = [await flowc(cwd, ['build', 'a.flow']), await flowc(cwd, ['build', '-'], { stdin: GOOD })];
    expect(input).toEqual(file);
  });

  it('asks for a folder where there are several flows, and for a flow where there is none', async () => {
    const cwd = folder({ 'a.flow': named('A'), 'b.flow': named('B'), 'c/d.flow': 'existing queue Q\n' });
    expect(await flowc(cwd, ['build'])).toEqual({
      code: 2,
      out: '',
      err: 'flowc: 2 flows do not fit on standard output; choose a folder with `--out DIR`, or a file with one flow.\n',
    });
    expect((await flowc(cwd, ['build', 'c'])).err).toBe('flowc: there is no flow to build in these files.\n');
  });

  it('leaves blocks where they were shown, when it is told to', async () => {
    const cwd = folder({ 'a.flow': GOOD, 'b.flow': named('Other') });
    const placesIn = (name: string) => {
      const { Metadata } = JSON.parse(read(cwd, 'out', name)) as {
        Metadata: { ActionMetadata: Record<string, unknown> };
      };
      return Metadata.ActionMetadata;
    };
    await flowc(cwd, ['build', '--out', 'out']);
    // Somebody arranged the blocks by hand.
    const arranged = read(cwd, 'out', 'Good.json').replace(/"x": (\d+)/g, '"x": 1$1');
    writeFileSync(join(cwd, 'out', 'Good.json'), arranged);
    const { code } = await flowc(cwd, ['build', '--out', 'out', '--keep-layout']);
    expect([code, read(cwd, 'out', 'Good.json')]).toEqual([0, arranged]);

    writeFileSync(join(cwd, 'a.flow'), GOOD.replace('set logging on', 'set logging on\n  play "One more."'));
    const before = placesIn('Good.json');
    expect((await flowc(cwd, ['build', '--out', 'out', '--keep-layout'])).code).toBe(0);
    const { 'play One more.': added, ...others } = placesIn('Good.json');
    expect(added).toHaveProperty('position');
    expect(others).toEqual(before);
    // Without it, the same source gives the same bytes, whatever was there.
    await flowc(cwd, ['build', '--out', 'out']);
    await flowc(cwd, ['build', '--out', 'fresh']);
    expect(read(cwd, 'out', 'Good.json')).toBe(read(cwd, 'fresh', 'Good.json'));
  });

  it('counts no flows as written where they could not be', async () => {
    const cwd = folder({ 'a.flow': GOOD, file: '' });
    const { code, err } = await flowc(cwd, ['build', '--out', 'file']);
    expect([code, err]).toEqual([2, expect.stringContaining('project/not-written') as string]);
    expect(err).not.toContain('written to');
  });

  it('makes a layout anew where there is none to keep', async () => {
    const cwd = folder({ 'a.flow': GOOD });
    await flowc(cwd, ['build', '--out', 'fresh']);
    const fresh = read(cwd, 'fresh', 'Good.json');
    const places = [
      'missing',
      'not JSON',
      '[]',
      '{}',
      '{"Metadata": {"ActionMetadata": {"play Good": {"position": 7}}}}',
    ];
    for (const text of places) {
      await flowc(cwd, ['build', '--out', 'out']);
      if (text !== 'missing') writeFileSync(join(cwd, 'out', 'Good.json'), text);
      else rmSync(join(cwd, 'out', 'Good.json'));
      expect((await flowc(cwd, ['build', '--out', 'out', '--keep-layout'])).code).toBe(0);
      expect(read(cwd, 'out', 'Good.json')).toBe(fresh);
    }
    expect((await flowc(cwd, ['build', '--keep-layout'])).err).toBe(
      'flowc: `--keep-layout` goes with `--out DIR`, where the files are.\n',
    );
    expect((await flowc(cwd, ['build', '--keep-layout', '--target', 'terraform', '--out', 'tf'])).code).toBe(2);
  });

  it('writes in spite of errors that leave the meaning clear, as tsc does, and exits with 1', async () => {
    const { code, out, err } = await flowc(folder({ 'a.flow': WRONG_NAME }), ['build']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toHaveProperty('Actions');
    expect(err).toContain('error[check/');
    expect(err).toContain('a.flow:5:13');
  });

  it('writes nothing for a flow that does not parse', async () => {
    const cwd = folder({ 'a.flow': BROKEN, 'b.flow': GOOD });
    const { code, out, err } = await flowc(cwd, ['build', 'a.flow']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('error[syntax/');
    expect((await flowc(cwd, ['build', '--out', 'out'])).code).toBe(1);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['Good.json', 'manifest.json']);
  });

  it('writes nothing for a flow of which it is not clear where it goes', async () => {
    const nowhere = GOOD.replace('-> bye\n\n  step', '-> nowhere\n\n  step');
    const cwd = folder({ 'a.flow': `${nowhere}\n${named('Clear')}` });
    expect(await flowc(cwd, ['build', '--out', 'out'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('check/unknown-target'),
    });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['Clear.json', 'manifest.json']);
  });

  it('writes nothing when the project file is broken', async () => {
    const cwd = folder({ 'flowc.json': '{"out":1}', 'a.flow': GOOD });
    expect(await flowc(cwd, ['build', '--out', 'out'])).toMatchObject({ code: 2, out: '' });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('takes the project’s own output folder, unless paths or --out say otherwise', async () => {
    const cwd = folder({ 'flowc.json': '{"out":"build"}', 'a.flow': GOOD, sub: undefined });
    expect(await flowc(join(cwd, 'sub'), ['build'])).toMatchObject({
      code: 0,
      out: '',
      err: '1 flow written to ../build\n',
    });
    expect(readdirSync(join(cwd, 'build'))).toHaveLength(2);
    expect((await flowc(cwd, ['build', 'a.flow'])).out).toBe(read(cwd, 'build', 'Good.json'));
    expect(await flowc(cwd, ['build', '--out', 'x', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect(readdirSync(join(cwd, 'x'))).toHaveLength(2);
  });

  it('builds one project at a time', async () => {
    const cwd = folder({ 'x/flowc.json': '{}', 'x/a.flow': GOOD, 'y/flowc.json': '{}', 'y/a.flow': GOOD });
    expect((await flowc(cwd, ['build', '.'])).err).toBe(
      'flowc: these paths belong to several projects (x, y); build one at a time.\n',
    );
    expect((await flowc(cwd, ['build', 'x'])).code).toBe(0);
  });
});

describe('build --out', () => {
  const validate = new Ajv().compile(JSON.parse(readFileSync('schemas/manifest.schema.json', 'utf8')) as object);
  const manifestOf = (cwd: string, out = 'out'): Manifest => {
    const manifest = JSON.parse(read(cwd, out, 'manifest.json')) as Manifest;
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
    return manifest;
  };

  it('says in the manifest which flow is in which file, and where its blocks come from', async () => {
    const cwd = folder({
      'flowc.json': '{}',
      'flows/a.flow': named('A "Flow A"'),
      'flows/b.flow': WRONG_NAME.replace('Suport', 'Support'),
    });
    expect((await flowc(cwd, ['build', '--out', 'out'])).code).toBe(0);
    const { flows } = manifestOf(cwd);
    expect(
      flows.map(({ name, display, type, file, source, references }) => [name, display, type, file, source, references]),
    ).toEqual([
      ['A', 'Flow A', 'CONTACT_FLOW', 'A.json', 'flows/a.flow', []],
      ['Wrong', 'Wrong', 'CONTACT_FLOW', 'Wrong.json', 'flows/b.flow', [{ kind: 'queue', name: 'Support' }]],
    ]);
    for (const { file, sourceMap } of flows) {
      const { Actions } = JSON.parse(read(cwd, 'out', file)) as { Actions: { Identifier: string }[] };
      expect(Object.keys(sourceMap).sort()).toEqual(Actions.map((action) => action.Identifier).sort());
    }
    expect(Object.values(flows[0]!.sourceMap)).toContain('flows/a.flow:6:3');
  });

  it('gives the same bytes wherever it runs', async () => {
    const files = { 'flowc.json': '{}', 'a.flow': named('A'), 'b.flow': named('a') };
    const one = folder(files);
    const two = folder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`p/${path}`, text])));
    await flowc(one, ['build', '--out', 'out']);
    await flowc(two, ['build', 'p', '--out', 'elsewhere']);
    expect(readdirSync(join(one, 'out')).sort()).toEqual(['A.json', 'a-2.json', 'manifest.json'].sort());
    for (const name of readdirSync(join(one, 'out'))) expect(read(two, 'elsewhere', name)).toBe(read(one, 'out', name));
  });

  it('removes what an earlier build wrote and this one does not, and nothing else', async () => {
    const cwd = folder({ 'a.flow': named('A'), 'b.flow': named('B'), 'out/mine.json': '{}', 'secret.json': '{}' });
    await flowc(cwd, ['build', '--out', 'out']);
    writeFileSync(join(cwd, 'b.flow'), BROKEN);
    expect((await flowc(cwd, ['build', '--out', 'out'])).code).toBe(1);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['A.json', 'B.json', 'manifest.json', 'mine.json']);
    await flowc(cwd, ['build', '--out', 'out']);
    const hostile = {
      version: 1,
      flows: [{ file: '../secret.json' }, { file: 'A.json' }, { file: 7 }, { file: 'B.json' }, { file: 'D.json' }],
    };
    writeFileSync(join(cwd, 'out/manifest.json'), JSON.stringify(hostile));
    mkdirSync(join(cwd, 'out/D.json'));
    writeFileSync(join(cwd, 'b.flow'), named('C'));
    expect((await flowc(cwd, ['build', '--out', 'out'])).code).toBe(0);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['A.json', 'C.json', 'D.json', 'manifest.json', 'mine.json']);
    expect(existsSync(join(cwd, 'secret.json'))).toBe(true);
  });

  it('keeps the files of other flows when it builds a part of a project', async () => {
    const cwd = folder({ 'flowc.json': '{}', 'a.flow': named('A'), 'b.flow': named('B') });
    await flowc(cwd, ['build', '--out', 'out']);
    await flowc(cwd, ['build', 'a.flow', '--out', 'out']);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['A.json', 'B.json', 'manifest.json']);
  });

  it('lists what it keeps, so that a later build knows it for its own', async () => {
    const cwd = folder({ 'flowc.json': '{}', 'a.flow': named('A'), 'b.flow': named('B') });
    await flowc(cwd, ['build', '--out', 'out']);
    const whole = manifestOf(cwd);
    await flowc(cwd, ['build', 'a.flow', '--out', 'out']);
    expect(manifestOf(cwd)).toEqual(whole);
    writeFileSync(join(cwd, 'b.flow'), BROKEN);
    expect((await flowc(cwd, ['build', '--out', 'out'])).code).toBe(1);
    expect(manifestOf(cwd)).toEqual(whole);
    writeFileSync(join(cwd, 'b.flow'), named('C'));
    await flowc(cwd, ['build', '--out', 'out']);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['A.json', 'C.json', 'manifest.json']);
  });

  it('writes a flow of its own where another is called alike, though it builds only the one', async () => {
    const module = named('A')
      .replace(/^.*flow A/m, 'module A')
      .replaceAll('-> disconnect', '-> return');
    const cwd = folder({ 'flowc.json': '{}', 'a.flow': named('A'), 'm.flow': module });
    await flowc(cwd, ['build', '--out', 'out']);
    const before = ['A.json', 'A-2.json', 'manifest.json'].map((file) => read(cwd, 'out', file));
    await flowc(cwd, ['build', 'm.flow', '--out', 'out']);
    expect(['A.json', 'A-2.json', 'manifest.json'].map((file) => read(cwd, 'out', file))).toEqual(before);
  });

  it('removes nothing when files of no project are built one by one', async () => {
    const cwd = folder({ 'a.flow': named('A'), 'b.flow': named('B') });
    await flowc(cwd, ['build', 'a.flow', '--out', 'out']);
    await flowc(cwd, ['build', 'b.flow', '--out', 'out']);
    expect(manifestOf(cwd).flows.map(({ file }) => file)).toEqual(['A.json', 'B.json']);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['A.json', 'B.json', 'manifest.json']);
  });

  it('keeps what it made of another folder of no project', async () => {
    const cwd = folder({ 'one/a.flow': named('A'), 'two/a.flow': named('A'), 'two/b.flow': named('B') });
    await flowc(cwd, ['build', 'one', '--out', 'out']);
    await flowc(cwd, ['build', 'two/', '--out', 'out']);
    expect(manifestOf(cwd).flows.map(({ file, source }) => `${file} ${source}`)).toEqual([
      'A-2.json two/a.flow',
      'A.json one/a.flow',
      'B.json two/b.flow',
    ]);
    rmSync(join(cwd, 'two/b.flow'));
    await flowc(cwd, ['build', join(cwd, 'two'), '--out', 'out']);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['A-2.json', 'A.json', 'manifest.json']);
  });

  it('stays in its folder whatever flows are called', async () => {
    const names = ['"../../up"', '"con"', '"a/b"', '"-rf"', '"manifest"', '"お問い合わせ"'];
    const cwd = folder(Object.fromEntries(names.map((name, n) => [`${n}.flow`, named(name)])));
    await flowc(cwd, ['build', '--out', 'deep/er/out']);
    expect(readdirSync(join(cwd, 'deep/er/out')).sort()).toEqual(
      ['up.json', 'con_.json', 'a-b.json', 'rf.json', 'manifest-2.json', 'お問い合わせ.json', 'manifest.json'].sort(),
    );
    expect(manifestOf(cwd, 'deep/er/out').flows).toHaveLength(6);
  });

  it('says in one line when a file cannot be written', async () => {
    const cwd = folder({ 'a.flow': GOOD });
    mkdirSync(join(cwd, 'out/Good.json'), { recursive: true });
    expect(await flowc(cwd, ['build', '--out', 'out', '--quiet'])).toEqual({
      code: 2,
      out: '',
      err: 'error[project/not-written]: out/Good.json: It cannot be written: a folder stands in its place. The file is as it was before.\n\n',
    });
  });
});
