import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/text/text.ts';
import { projectOf, projectRootOf, readProject } from '../../src/workspace/project.ts';
import { folder } from './folder.ts';

const schema = new Ajv().compile(JSON.parse(readFileSync('schemas/flowc.schema.json', 'utf8')) as object);

describe('project file', () => {
  it('is found upwards', () => {
    const cwd = folder({ 'flowc.json': '{}', 'a/b/c.flow': '', 'a/inner/flowc.json': '{}', 'a/inner/x/y.flow': '' });
    expect(projectRootOf(join(cwd, 'a/b'))).toBe(cwd);
    expect(projectRootOf(join(cwd, 'a/inner/x'))).toBe(join(cwd, 'a/inner'));
    expect(projectRootOf(cwd)).toBe(cwd);
  });

  it('says where the flows are', () => {
    const settings = { $schema: 'x', include: ['flows', '../shared'], out: 'build' };
    expect(schema(settings)).toBe(true);
    expect(projectOf({ path: 'flowc.json', text: JSON.stringify(settings) }, '/p')).toEqual({
      root: '/p',
      include: ['/p/flows', '/shared'],
      out: '/p/build',
      environments: {},
      source: { path: 'flowc.json', text: JSON.stringify(settings) },
      diagnostics: [],
    });
    expect(projectOf({ path: 'flowc.json', text: '{}' }, '/p')).toMatchObject({ include: ['/p'], out: undefined });
  });

  it.each([
    ['{ "include": ["a"], }', 'project/invalid-json', '1:19'],
    ['', 'project/invalid-json', '1:1'],
    ['[]', 'project/setting-value', '1:1'],
    ['null', 'project/setting-value', '1:1'],
    ['{\n  "inclued": []\n}', 'project/unknown-setting', '2:3'],
    ['{ "include": "flows" }', 'project/setting-value', '1:14'],
    ['{ "include": [] }', 'project/setting-value', '1:14'],
    ['{ "include": ["a", 1] }', 'project/setting-value', '1:14'],
    ['{ "out": "" }', 'project/setting-value', '1:10'],
    ['{ "out": 7 }', 'project/setting-value', '1:10'],
    ['{ "$schema": {} }', 'project/setting-value', '1:14'],
    ['{ "__proto__": 1 }', 'project/unknown-setting', '1:3'],
    ['{ "constructor": 1 }', 'project/unknown-setting', '1:3'],
  ])('%s is refused at its place, as by the schema', (text, code, at) => {
    const { diagnostics } = projectOf({ path: 'flowc.json', text }, '/p');
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
    const { line, column } = positionAt(diagnostics[0]!.place.source, diagnostics[0]!.place.span.start);
    expect(`${line}:${column}`).toBe(at);
    if (code !== 'project/invalid-json') expect(schema(JSON.parse(text))).toBe(false);
  });

  it('refuses the root as output, because output is passed over', () => {
    expect(projectOf({ path: 'flowc.json', text: '{"out":"."}' }, '/p').diagnostics).toHaveLength(1);
  });

  it('suggests what was meant', () => {
    const [diagnostic] = projectOf({ path: 'flowc.json', text: '{"inclued":[]}' }, '/p').diagnostics;
    expect(diagnostic?.help).toBe('Did you mean `include`?');
  });

  it('is told when it cannot be read', () => {
    const cwd = folder({ 'flowc.json/x': '' });
    expect(readProject(cwd, cwd).diagnostics.map((d) => d.code)).toEqual(['project/unreadable']);
  });
});
