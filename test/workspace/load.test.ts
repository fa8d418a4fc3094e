import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Wanted } from '../../src/workspace/discover.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { folder } from './folder.ts';

const check: Wanted = { inFolders: 'flow-or-json', named: 'both' };

function load(cwd: string, ...paths: string[]) {
  const workspace = loadWorkspace(paths, { cwd, wanted: check });
  return {
    units: workspace.units.map((unit) => ({
      flows: unit.flows.map((source) => source.path),
      selected: [...unit.selected],
    })),
    json: workspace.json.map((source) => source.path),
    codes: workspace.diagnostics.map((d) => d.code),
    folders: workspace.folders,
  };
}

describe('loadWorkspace', () => {
  it('without a project file, takes the paths as one project', () => {
    const cwd = folder({ 'a.flow': '', 'sub/b.flow': '', 'c.flow': '' });
    expect(load(cwd, 'a.flow', 'sub').units).toEqual([
      { flows: ['a.flow', 'sub/b.flow'], selected: ['a.flow', 'sub/b.flow'] },
    ]);
    expect(load(cwd).units[0]?.flows).toEqual(['a.flow', 'c.flow', 'sub/b.flow']);
  });

  it('without paths, takes the project around the working folder', () => {
    const cwd = folder({ 'flowc.json': '{"include":["flows"]}', 'flows/a.flow': '', 'other/b.flow': '' });
    expect(load(join(cwd, 'other')).units).toEqual([{ flows: ['../flows/a.flow'], selected: ['../flows/a.flow'] }]);
  });

  it('reads the rest of the project for a file in it', () => {
    const cwd = folder({ 'flowc.json': '{}', 'a.flow': '', 'b.flow': '', 'out/c.flow': '' });
    expect(load(cwd, 'b.flow').units).toEqual([{ flows: ['a.flow', 'b.flow', 'out/c.flow'], selected: ['b.flow'] }]);
  });

  it('keeps projects apart that lie side by side', () => {
    const cwd = folder({ 'x/flowc.json': '{}', 'x/a.flow': '', 'y/flowc.json': '{}', 'y/a.flow': '', 'z.flow': '' });
    expect(load(cwd, '.').units.map((unit) => unit.flows)).toEqual([['x/a.flow'], ['y/a.flow'], ['z.flow']]);
  });

  it('does not take built files for source', () => {
    const cwd = folder({ 'flowc.json': '{"out":"build"}', 'a.flow': '', 'build/x.flow': '' });
    expect(load(cwd).units[0]?.flows).toEqual(['a.flow']);
    expect(load(cwd, '.').units[0]?.flows).toEqual(['a.flow']);
    expect(load(cwd, 'a.flow').units[0]?.flows).toEqual(['a.flow']);
  });

  it('takes from a folder only JSON that may be a flow, and by name any', () => {
    const cwd = folder({
      'package.json': '{}',
      'old.json': '{"modules":[{"branches":[]}]}',
      'new.json': '{"StartAction":""}',
    });
    expect(load(cwd, '.').json).toEqual(['new.json', 'old.json']);
    expect(load(cwd, 'package.json').json).toEqual(['package.json']);
  });

  it('sees flows that stand in strings, and no flow in what only has a word of theirs', () => {
    const content = JSON.stringify({ StartAction: 'a', Actions: [] });
    const cwd = folder({
      'answer.json': JSON.stringify({ ContactFlow: { Content: content } }),
      'inner.json': JSON.stringify({ Name: 'Main', Content: content }),
      'quoted.json': JSON.stringify(content),
      'draft.json': JSON.stringify({ Actions: [{ Identifier: 'a' }] }),
      'balancer.json': JSON.stringify({ Actions: [{ Type: 'forward' }] }),
      'compiler.json': JSON.stringify({ modules: ['a'] }),
      'view.json': JSON.stringify({ Template: '{}', Actions: ['Submit'] }),
    });
    expect(load(cwd, '.').json).toEqual(['answer.json', 'draft.json', 'inner.json', 'quoted.json']);
  });

  it('tells what is wrong with the project file, with files, and with paths', () => {
    const cwd = folder({ 'flowc.json': '{"x":1}', 'a.flow': Buffer.from([0xff]), 'b.flow': '' });
    expect(load(cwd, 'b.flow', 'gone.flow').codes.sort()).toEqual([
      'project/not-found',
      'project/not-utf8',
      'project/unknown-setting',
    ]);
  });

  it('tells when what the project includes is missing, where it is included', () => {
    const text = '{"include":["flows","gone"]}';
    const cwd = folder({ 'flowc.json': text, 'flows/a.flow': '' });
    const { diagnostics } = loadWorkspace([], { cwd, wanted: { inFolders: 'flow', named: 'flow' } });
    expect(diagnostics.map(({ code, place: { source, span } }) => [code, source.path, span])).toEqual([
      ['project/not-found', 'flowc.json', { start: text.indexOf('"gone"'), end: text.indexOf('"gone"') + 6 }],
    ]);
  });

  it('names the folder that is meant by a pattern, as the project file would', () => {
    const cwd = folder({
      'app/flowc.json': '{"include":["flows/**/*.flow", "*.flow", "gone"]}',
      'app/flows/a.flow': '',
    });
    const { diagnostics } = loadWorkspace([], {
      cwd: join(cwd, 'app/flows'),
      wanted: { inFolders: 'flow', named: 'flow' },
    });
    expect(diagnostics.map(({ help }) => help)).toEqual([
      expect.stringContaining('the folder `flows`,'),
      expect.stringContaining('the folder `.`,'),
      'Check the path.',
    ]);
  });

  it('knows what to watch', () => {
    const cwd = folder({ 'flowc.json': '{"include":["flows"]}', 'flows/sub/a.flow': '' });
    expect(load(cwd).folders).toEqual([join(cwd, 'flows'), join(cwd, 'flows/sub'), cwd]);
  });
});
