import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/text/text.ts';
import { environmentNamed, environmentNames } from '../../src/workspace/environments.ts';
import { projectOf, projectRootOf, readProject } from '../../src/workspace/project.ts';
import { folder } from './folder.ts';

const schema = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/flowc.schema.json', 'utf8')) as object,
);

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
    ['{ "environments": [] }', 'project/setting-value', '1:19'],
    ['{ "environments": { "a b": {} } }', 'project/setting-value', '1:19'],
    ['{ "environments": { "prod": "x" } }', 'project/setting-value', '1:29'],
    ['{ "environments": { "prod": { "regoin": "x" } } }', 'project/unknown-setting', '1:31'],
    ['{ "environments": { "prod": { "instance": "arn:aws:connect:x" } } }', 'project/setting-value', '1:43'],
    ['{ "environments": { "prod": { "region": "Frankfurt" } } }', 'project/setting-value', '1:41'],
    ['{ "environments": { "prod": { "endpoint": "localhost:80" } } }', 'project/setting-value', '1:43'],
    ['{ "environments": { "prod": { "protected": "yes" } } }', 'project/setting-value', '1:44'],
    ['{ "environments": { "prod": { "tags": { "aws:x": "y" } } } }', 'project/setting-value', '1:39'],
    ['{ "environments": { "prod": { "tags": { "x": 1 } } } }', 'project/setting-value', '1:39'],
    ['{ "environments": { "prod": { "params": { "a": null } } } }', 'project/setting-value', '1:48'],
    ['{ "environments": { "prod": { "params": { "a/b": [] } } } }', 'project/setting-value', '1:50'],
    ['{ "environments": { "prod": { "modules": { "alais": "x" } } } }', 'project/unknown-setting', '1:44'],
    ['{ "environments": { "prod": { "requestsPerSecond": 0 } } }', 'project/setting-value', '1:52'],
  ])('%s is refused at its place, as by the schema', (text, code, at) => {
    const { diagnostics } = projectOf({ path: 'flowc.json', text }, '/p');
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
    const { line, column } = positionAt(diagnostics[0]!.place.source, diagnostics[0]!.place.span.start);
    expect(`${line}:${column}`).toBe(at);
    if (code !== 'project/invalid-json') expect(schema(JSON.parse(text))).toBe(false);
  });

  it('tells of a setting that stands twice, of which the last one counts', () => {
    const text = '{ "environments": { "prod": { "region": "eu-west-1" }, "prod": { "region": "eu-west-2" } } }';
    const { environments, diagnostics } = projectOf({ path: 'flowc.json', text }, '/p');
    expect(diagnostics.map(({ code, place }) => `${code} ${place.span.start}`)).toEqual(['json/duplicate-key 55']);
    expect(environments).toMatchObject({ prod: { region: 'eu-west-2' } });
  });

  it('tells all that is wrong, and keeps what is not', () => {
    const text = '{ "include": ["flows"], "out": 1, "environments": { "a": { "region": 1, "x": 1 } } }';
    const { include, out, environments, diagnostics } = projectOf({ path: 'flowc.json', text }, '/p');
    expect([include, out, environments]).toEqual([['/p/flows'], undefined, {}]);
    expect(diagnostics.map(({ message }) => message).sort()).toEqual([
      'An environment has no setting `x`.',
      '`environments.a.region` wants a Region, such as "eu-central-1".',
      '`out` wants the path of a folder.',
    ]);
  });

  it('says what environments there are, and what they hold when nothing is said', () => {
    const text = JSON.stringify({ environments: { prod: { instance: 'centre', protected: true }, test: {} } });
    const { environments, diagnostics } = projectOf({ path: 'flowc.json', text }, '/p');
    expect(diagnostics).toEqual([]);
    expect(environmentNames(environments)).toEqual(['local', 'prod', 'test']);
    expect(environmentNamed(environments, 'prod')).toEqual({
      name: 'prod',
      instance: 'centre',
      protected: true,
      tags: {},
      params: {},
      modules: {},
    });
    expect(environmentNamed(environments, 'local')).toMatchObject({ name: 'local', protected: false });
    expect(environmentNamed(environments, 'constructor')).toBeUndefined();
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
