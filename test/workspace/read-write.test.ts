import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes, readFlowText, SIZE_LIMIT } from '../../src/workspace/read.ts';
import { makeFolder, writeWhole } from '../../src/workspace/write.ts';
import { folder } from './folder.ts';

function read(content: Uint8Array | string) {
  const cwd = folder({ 'a.flow': content });
  return readFlowText({ absolute: join(cwd, 'a.flow'), path: 'a.flow', kind: 'flow' });
}

describe('reading', () => {
  it('drops a byte order mark, and keeps everything else to the letter', () => {
    expect(read('\ufeffflow A {}\r\n\ttail \u{1f600} お').source?.text).toBe('flow A {}\r\n\ttail \u{1f600} お');
  });

  it.each([
    ['Windows-1252', Buffer.from('one\ntwo caf\xe9 x\n', 'latin1'), 'project/not-utf8', 'line 2 has the byte 0xE9'],
    ['Shift_JIS', Buffer.from([0x61, 0x0a, 0x0a, 0x82, 0xa0]), 'project/not-utf8', 'line 3 has the byte 0x82'],
    [
      'a character cut short at the end',
      Buffer.from([0x61, 0xe3, 0x81]),
      'project/not-utf8',
      'line 1 has the byte 0xE3',
    ],
    ['a surrogate in UTF-8', Buffer.from([0xed, 0xa0, 0x80, 0x0a]), 'project/not-utf8', 'the byte 0xED'],
    ['a lone continuation byte', Buffer.from([0x61, 0x80, 0x62]), 'project/not-utf8', 'the byte 0x80'],
    ['zero bytes', Buffer.from('abc\0def'), 'project/binary', 'byte 3 is zero'],
    ['UTF-16 with its mark', Buffer.from('\ufeffflow', 'utf16le'), 'project/utf-16', 'UTF-16'],
  ])('refuses %s in one line', (_name, bytes, code, words) => {
    const { source, diagnostics } = read(bytes);
    expect(source).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
    expect(diagnostics[0]?.message).toContain(words);
  });

  it('refuses a file that no flow is as large as, without reading it', () => {
    const cwd = folder({ 'big.flow': '' });
    truncateSync(join(cwd, 'big.flow'), SIZE_LIMIT * 8);
    const before = process.memoryUsage().arrayBuffers;
    expect(readBytes(join(cwd, 'big.flow'), 'big.flow')).toMatchObject({ code: 'project/too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(SIZE_LIMIT);
  });

  it.runIf(existsSync('/dev/zero'))('stops reading a device that never ends (where there is one)', () => {
    expect(readBytes('/dev/zero', '/dev/zero')).toMatchObject({ code: 'project/too-large' });
    expect(readBytes('/dev/null', '/dev/null')).toEqual(Buffer.alloc(0));
  });

  it.each([
    ['.', 'project/unreadable'],
    ['gone', 'project/not-found'],
    ['a.flow/b', 'project/not-found'],
  ])('says what is wrong with %s', (path, code) => {
    expect(readBytes(join(folder({ 'a.flow': '' }), path), path)).toMatchObject({ code });
  });
});

describe('writing', () => {
  it('writes new files and replaces old ones, and leaves nothing beside them', () => {
    const cwd = folder({ 'old.json': 'old' });
    expect(writeWhole(join(cwd, 'old.json'), 'new', 'old.json')).toBeUndefined();
    expect(writeWhole(join(cwd, 'new.json'), 'お'.repeat(100_000), 'new.json')).toBeUndefined();
    expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toBe('new');
    expect(readFileSync(join(cwd, 'new.json'), 'utf8')).toBe('お'.repeat(100_000));
    expect(readdirSync(cwd).sort()).toEqual(['new.json', 'old.json']);
  });

  it('keeps the mode of a file, and a link a link', () => {
    const cwd = folder({ 'real.sh': 'old' });
    chmodSync(join(cwd, 'real.sh'), 0o750);
    symlinkSync('real.sh', join(cwd, 'link.sh'));
    expect(writeWhole(join(cwd, 'link.sh'), 'new', 'link.sh')).toBeUndefined();
    expect(lstatSync(join(cwd, 'link.sh')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'real.sh'), 'utf8')).toBe('new');
    expect(statSync(join(cwd, 'real.sh')).mode & 0o777).toBe(0o750);
  });

  it('leaves a file alone that has these bytes already', () => {
    const cwd = folder({ 'a.json': 'same' });
    const before = statSync(join(cwd, 'a.json'));
    expect(writeWhole(join(cwd, 'a.json'), 'same', 'a.json')).toBeUndefined();
    const after = statSync(join(cwd, 'a.json'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it.each([
    ['a folder in its place', 'dir', 'a folder stands in its place'],
    ['a missing folder', 'gone/a.json', 'its folder does not exist'],
    ['a file where a folder should be', 'a.json/b.json', 'a part of its path is a file'],
    ['a name that is too long', 'x'.repeat(300), 'its name is too long'],
  ])('says why not, and leaves all as it was: %s', (_name, path, reason) => {
    const cwd = folder({ 'a.json': 'old', dir: undefined });
    const problem = writeWhole(join(cwd, path), 'new', path);
    expect(problem?.code).toBe('project/not-written');
    expect(problem?.message).toContain(reason);
    expect(readdirSync(cwd).sort()).toEqual(['a.json', 'dir']);
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe('old');
  });

  it('makes folders', () => {
    const cwd = folder({ 'a.json': '' });
    expect(makeFolder(join(cwd, 'x/y'), 'x/y')).toBeUndefined();
    expect(makeFolder(join(cwd, 'x/y'), 'x/y')).toBeUndefined();
    expect(makeFolder(join(cwd, 'a.json/y'), 'a.json/y')?.code).toBe('project/not-written');
  });
});
