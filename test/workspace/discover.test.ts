import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover, shownPath } from '../../src/workspace/discover.ts';
import type { Wanted } from '../../src/workspace/discover.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { folder } from './folder.ts';

const check: Wanted = { inFolders: 'flow-or-json', named: 'both' };

function find(cwd: string, paths: string[], wanted = check, skip: string[] = []) {
  const found = discover(paths, wanted, { cwd, skip });
  return { files: found.files.map((file) => file.path), codes: found.diagnostics.map((d) => d.code) };
}

describe('discover', () => {
  it('looks into folders, in an order of its own, each file once', () => {
    const cwd = folder({ 'b.flow': '', 'a/z.flow': '', 'a/b.flow': '', 'a/x.json': '', 'note.txt': '' });
    const files = ['a/b.flow', 'a/z.flow', 'b.flow'];
    expect(find(cwd, ['.']).files).toEqual(files);
    expect(find(cwd, ['b.flow', './b.flow', 'a', '.', join(cwd, 'a')]).files).toEqual(files);
  });

  it('passes over node_modules, hidden folders and files, and build output', () => {
    const cwd = folder({
      'node_modules/p/x.flow': '',
      '.git/x.flow': '',
      '.hidden.flow': '',
      'build/x.flow': '',
      'ok.flow': '',
    });
    expect(find(cwd, ['.'], check, [join(cwd, 'build')]).files).toEqual(['ok.flow']);
    // Somebody who names a folder means it.
    expect(find(cwd, ['.git']).files).toEqual(['.git/x.flow']);
  });

  it('takes JSON from folders without flows, and where it is named', () => {
    const cwd = folder({ 'old/a.json': '', 'new/a.flow': '', 'new/b.json': '' });
    expect(find(cwd, ['old', 'new']).files).toEqual(['new/a.flow', 'old/a.json']);
    expect(find(cwd, ['new/b.json']).files).toEqual(['new/b.json']);
    expect(find(cwd, ['new'], { inFolders: 'json', named: 'any' }).files).toEqual(['new/b.json']);
  });

  it('ends in spite of links in a circle, and follows a link once', () => {
    const cwd = folder({ 'a/b/x.flow': '' });
    symlinkSync(cwd, join(cwd, 'a/b/up'));
    symlinkSync('.', join(cwd, 'a/self'));
    symlinkSync(join(cwd, 'a/b/x.flow'), join(cwd, 'a/same.flow'));
    symlinkSync('loop2', join(cwd, 'loop1'));
    symlinkSync('loop1', join(cwd, 'loop2'));
    expect(find(cwd, ['.']).files).toHaveLength(1);
  });

  it('does not follow a link out to the folders around, but any other', () => {
    const cwd = folder({ 'asked/a.flow': '', 'beside/b.flow': '', 'beside/deep/c.flow': '' });
    symlinkSync('..', join(cwd, 'asked/up'));
    expect(find(cwd, ['asked']).files).toEqual(['asked/a.flow']);
    symlinkSync('../beside', join(cwd, 'asked/in'));
    expect(find(cwd, ['asked']).files).toEqual(['asked/a.flow', 'asked/in/b.flow', 'asked/in/deep/c.flow']);
  });

  it('tells of every folder and file that it looks into', () => {
    const cwd = folder({ 'flowc.json': '{}', 'a/b/c.flow': '', 'a/note.txt': '', 'd.flow': '' });
    const looksFor = (...paths: string[]) => {
      let looks = 0;
      loadWorkspace(paths, { cwd, wanted: { inFolders: 'flow', named: 'flow' }, onLook: () => looks++ });
      return looks;
    };
    expect(looksFor('a')).toBe(7); // two folders as asked for, all three as the project's, and two files
    expect([looksFor(), looksFor('.'), looksFor('d.flow', '.')]).toEqual([5, 5, 5]);
  });

  it('reports a link that leads nowhere only where it would be a flow', () => {
    const cwd = folder({ 'ok.flow': '' });
    symlinkSync('gone', join(cwd, 'gone.txt'));
    expect(find(cwd, ['.'])).toEqual({ files: ['ok.flow'], codes: [] });
  });

  it.each([
    ['a missing path', 'gone.flow', 'project/not-found'],
    ['a pattern that no shell has replaced', '*.flow', 'project/not-found'],
    ['a path through a file', 'a.flow/x.flow', 'project/not-found'],
    ['a file of another kind', 'note.txt', 'project/unknown-file'],
    ['a folder without flows', 'empty', 'project/no-flows'],
    ['a name that is too long', 'x'.repeat(5000), 'project/unreadable'],
    ['a path with a zero byte', 'a\0b', 'project/unreadable'],
  ])('says so: %s', (_name, path, code) => {
    const cwd = folder({ 'a.flow': '', 'note.txt': '', empty: undefined });
    expect(find(cwd, [path])).toEqual({ files: [], codes: [code] });
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder may not be read (root may read all)', () => {
    const cwd = folder({ 'closed/a.flow': '', 'b.flow': '' });
    chmodSync(join(cwd, 'closed'), 0);
    expect(find(cwd, ['.'])).toEqual({ files: ['b.flow'], codes: ['project/no-permission'] });
    // Nobody knows whether it holds any flows.
    expect(find(cwd, ['closed'])).toEqual({ files: [], codes: ['project/no-permission'] });
    chmodSync(join(cwd, 'closed'), 0o755);
  });

  it.skipIf(process.platform === 'win32')('passes over a pipe (Windows has none in folders)', () => {
    const cwd = folder({ 'a.flow': '' });
    execFileSync('mkfifo', [join(cwd, 'b.flow')]);
    symlinkSync(join(cwd, 'b.flow'), join(cwd, 'c.flow'));
    expect(find(cwd, ['.'])).toEqual({ files: ['a.flow'], codes: [] });
  });

  it('takes a folder whose name ends like a file', () => {
    expect(find(folder({ 'x.flow/a.flow': '' }), ['.']).files).toEqual(['x.flow/a.flow']);
  });
});

describe('shownPath', () => {
  it.each([
    ['/p/q/a.flow', '/p/q', 'a.flow'],
    ['/p/q', '/p/q', '.'],
    ['/p/r/a.flow', '/p/q', '../r/a.flow'],
    ['/x/a.flow', '/p/q/r', '/x/a.flow'],
  ])('%s from %s is %s', (absolute, cwd, shown) => {
    expect(shownPath(absolute, cwd)).toBe(shown);
  });
});
