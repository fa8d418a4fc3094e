/** Bad input gets one clear line with the place and what to do, never a stack trace. */
import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../workspace/folder.ts';
import { flowc, GOOD } from './harness.ts';

const cases: readonly [string, Parameters<typeof folder>[0], string[], number, RegExp][] = [
  ['a missing file', {}, ['check', 'gone.flow'], 2, /^error\[project\/not-found\]: gone\.flow: There is no such file/],
  ['a missing folder', {}, ['build', 'gone/'], 2, /project\/not-found\]: gone:/],
  ['an empty folder', { empty: undefined }, ['check', 'empty'], 2, /project\/no-flows\]: empty:/],
  ['a .flow file to import', { 'a.flow': GOOD }, ['import', 'a.flow'], 2, /^flowc: there is no JSON to import/],
  ['a folder without JSON', { 'x/a.flow': GOOD }, ['import', 'x'], 2, /project\/no-flows\]: x:/],
  ['a file of another kind', { 'a.txt': 'x' }, ['check', 'a.txt'], 2, /project\/unknown-file\]: a\.txt:/],
  [
    'JSON to build',
    { 'a.json': '{}' },
    ['build', 'a.json'],
    2,
    /a\.json: By its name it is no `\.flow` file.* `flowc import`/,
  ],
  ['a binary file', { 'a.flow': Buffer.from('\x7fELF\0\0') }, ['check', 'a.flow'], 1, /project\/binary\]: a\.flow:/],
  ['a binary file as JSON', { 'a.json': Buffer.from('PK\0\x01') }, ['import', 'a.json'], 1, /json\/binary\]: a\.json:/],
  ['Windows-1252', { 'a.flow': Buffer.from('caf\xe9', 'latin1') }, ['check', 'a.flow'], 1, /line 1 has the byte 0xE9/],
  ['UTF-16', { 'a.flow': Buffer.from('\ufeffflow', 'utf16le') }, ['fmt', 'a.flow'], 1, /project\/utf-16\]: a\.flow:/],
  ['a project file that is no JSON', { 'flowc.json': '{', 'a.flow': GOOD }, ['check'], 2, /project\/invalid-json/],
  ['an unknown setting', { 'flowc.json': '{"outt":"x"}', 'a.flow': GOOD }, ['build'], 2, /Did you mean `out`/],
  ['output into a file', { 'a.flow': GOOD, b: '' }, ['build', 'a.flow', '--out', 'b'], 2, /project\/not-written\]: b:/],
  ['an unknown code', {}, ['explain', 'check/nothing-like-it'], 2, /^flowc: there is no diagnostic/],
  ['JSON that is no flow', { 'a.json': '{"a":1}' }, ['import', 'a.json'], 1, /json\/not-a-flow/],
  ['JSON that is no JSON', { 'a.json': '{"Actions":[' }, ['check', 'a.json'], 1, /json\/invalid/],
  ['an empty JSON file', { 'a.json': '' }, ['import', 'a.json'], 1, /json\/invalid/],
  ['init over files', { 'flowc.json': '{}' }, ['init'], 2, /^flowc: flowc\.json in .* would be overwritten/],
  ['init into a file', { a: '' }, ['init', 'a'], 2, /^flowc: .*cannot be written/],
];

describe('hostile input', () => {
  it.each(cases)('%s', async (_name, files, args, expected, line) => {
    const { code, out, err } = await flowc(folder(files), args);
    expect(err).toMatch(line);
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(out).toBe('');
    expect(code).toBe(expected);
  });

  it('a file of 100 MB', async () => {
    const cwd = folder({ 'a.flow': '', 'a.json': '' });
    truncateSync(join(cwd, 'a.flow'), 100 * 1024 * 1024);
    truncateSync(join(cwd, 'a.json'), 100 * 1024 * 1024);
    for (const args of [
      ['check', 'a.flow'],
      ['import', 'a.json'],
    ]) {
      const { code, err } = await flowc(cwd, args);
      expect([code, err.split('\n')[0]]).toEqual([
        1,
        expect.stringMatching(/project\/too-large\]: a\.\w+: It is larger than 16 MB/),
      ]);
    }
  });

  it.skipIf(process.getuid?.() === 0)('a file without permission (root may read all)', async () => {
    const cwd = folder({ 'a.flow': GOOD });
    chmodSync(join(cwd, 'a.flow'), 0);
    expect(await flowc(cwd, ['check', 'a.flow'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no-permission'),
    });
  });

  it('links in a circle', async () => {
    const cwd = folder({ 'x/a.flow': GOOD });
    symlinkSync('..', join(cwd, 'x/up'));
    const { code, err } = await flowc(cwd, ['check', 'x']);
    expect([code, err]).toEqual([0, expect.stringContaining('no problems in 1 file')]);
    symlinkSync('loop.flow', join(cwd, 'loop.flow'));
    expect((await flowc(cwd, ['check', 'loop.flow'])).err).toMatch(
      /loop\.flow: It cannot be read: its links lead in a circle/,
    );
  });

  it('an empty flow file holds nothing wrong', async () => {
    expect(await flowc(folder({ 'a.flow': '' }), ['check', 'a.flow'])).toMatchObject({ code: 0 });
  });
});
