import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { createSession } from '../../src/ide/session.ts';
import { RECOMMENDED, type RuleChoice } from '../../src/lint/levels.ts';
import { coldDiagnostics, warmDiagnostics } from './cold.ts';
import { changed, random } from './random-edits.ts';

const examples = resolve(import.meta.dirname, '../../examples');

function project(name: string): Map<string, string> {
  const folder = join(examples, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.flow'));
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

function session(texts: ReadonlyMap<string, string>) {
  const made = createSession();
  for (const [path, text] of texts) made.set(path, text);
  return made;
}

describe('a session', () => {
  test.each(readdirSync(examples))('says of %s what a cold check says, whatever is changed', (name) => {
    const texts = project(name);
    const live = session(texts);
    const next = random(7);
    expect(warmDiagnostics(live.analyse())).toEqual(coldDiagnostics(texts));
    const paths = [...texts.keys()];
    const before = new Map(texts);
    for (let i = 0; i < 40; i++) {
      const path = paths[Math.floor(next() * paths.length)] ?? '';
      const text = i % 12 === 11 ? before.get(path) : next() < 0.03 ? undefined : changed(texts.get(path) ?? '', next);
      if (text === undefined) texts.delete(path);
      else texts.set(path, text);
      live.set(path, text);
      expect(warmDiagnostics(live.analyse())).toEqual(coldDiagnostics(texts));
    }
  });

  test('works on nothing twice', () => {
    const live = session(new Map([['a.flow', 'inbound flow A {\n  disconnect\n}\n']]));
    const first = live.analyse();
    expect(live.analyse()).toBe(first);
    live.set('a.flow', 'inbound flow A {\n  disconnect\n}\n');
    expect(live.analyse()).toBe(first);
    live.set('b.flow', 'existing queue B\n');
    const second = live.analyse();
    expect(second).not.toBe(first);
    expect(second.files.get('a.flow')?.tree).toBe(first.files.get('a.flow')?.tree);
    const graph = (analysis: typeof first) => [...analysis.flows.values()][0]?.graph;
    expect(graph(second)).toBe(graph(first));
  });

  test('knows when another flow comes to lead to one', () => {
    const texts = new Map([
      ['a.flow', 'inbound flow A {\n  menu "こんにちは。" { on timeout, default, error -> next }\n  disconnect\n}\n'],
    ]);
    const live = session(texts);
    const alone = warmDiagnostics(live.analyse());
    texts.set('b.flow', 'inbound flow B {\n  transfer to flow A { on error -> disconnect }\n}\n');
    live.set('b.flow', texts.get('b.flow'));
    expect(warmDiagnostics(live.analyse())).toEqual(coldDiagnostics(texts));
    expect(warmDiagnostics(live.analyse())).not.toEqual(alone);
  });

  test('knows when another flow comes to set an attribute', () => {
    const texts = new Map([
      ['a.flow', 'inbound flow A {\n  play "$.Attributes.custommerTier" { on error -> next }\n  disconnect\n}\n'],
      ['b.flow', 'inbound flow B {\n  disconnect\n}\n'],
    ]);
    const live = session(texts);
    const setting = (name: string) => {
      const text = `inbound flow B {\n  set attributes { ${name}: "gold", on error -> next }\n  disconnect\n}\n`;
      texts.set('b.flow', text);
      live.set('b.flow', text);
      const told = warmDiagnostics(live.analyse());
      expect(told).toEqual(coldDiagnostics(texts));
      return JSON.stringify(told).includes('attribute-never-set');
    };
    live.analyse();
    expect(['customerTier', 'custommerTier', 'tier'].map(setting)).toEqual([true, false, false]);
  });

  test('tells of some files first what it tells of them in the end', () => {
    const texts = project('clinic-en');
    texts.set('wrong.flow', 'inbound flow Wrong {\n  -> nowhere\n  set queue None\n}\n');
    const live = session(texts);
    const glance = live.glance(new Set(['wrong.flow'])).diagnostics;
    expect([...glance.keys()]).toEqual(['wrong.flow']);
    expect(glance.get('wrong.flow')).toEqual(live.analyse().diagnostics.get('wrong.flow'));
  });

  test('holds files to the rules that are chosen for them, as a cold check does', () => {
    const texts = new Map([
      ['a.flow', 'inbound flow A {\n  transfer to queue { on at_capacity, error -> disconnect }\n}\n'],
      ['b.flow', 'inbound flow B {\n  transfer to queue { on at_capacity, error -> disconnect }\n}\n'],
    ]);
    const off: RuleChoice = { ...RECOMMENDED, levels: new Map([['lint/no-queue', 'off']]) };
    const rules = ({ path }: { path: string }) => (path === 'a.flow' ? off : RECOMMENDED);
    const live = createSession({ rules });
    for (const [path, text] of texts) live.set(path, text);
    const codes = (path: string) => (live.analyse().diagnostics.get(path) ?? []).map(({ code }) => code);
    expect(codes('a.flow')).not.toContain('lint/no-queue');
    expect(codes('b.flow')).toContain('lint/no-queue');
    live.set('a.flow', `// one\n${texts.get('a.flow') ?? ''}`);
    expect(codes('a.flow')).not.toContain('lint/no-queue');
    const sources = [...live.analyse().files.values()].map(({ source }) => source);
    expect([...live.analyse().diagnostics.values()].flat()).toEqual(compile(sources, { rules }).diagnostics);
  });

  test('moves what it knows of a flow when lines are put before it', () => {
    const flow = 'inbound flow A {\n  play "x" {\n    on error -> nowhere\n  }\n  disconnect\n}\n';
    const live = session(new Map([['a.flow', flow]]));
    const first = live.analyse();
    const before = '// one\n\n';
    live.set('a.flow', before + flow);
    const second = live.analyse();
    expect(warmDiagnostics(second)).toEqual(coldDiagnostics(new Map([['a.flow', before + flow]])));
    const at = (analysis: typeof first) => [...analysis.flows.values()][0]?.graph.actions[0]?.origin?.place.span.start;
    expect(at(second)).toBe((at(first) ?? NaN) + before.length);
  });

  test('tells of each of two flows of the same text where it stands', () => {
    const flow = 'inbound flow A {\n  play "TODO" { on error -> nowhere }\n  disconnect\n}\n';
    const texts = new Map([
      ['a.flow', `${flow}\n${flow}`],
      ['b.flow', 'existing queue B\n'],
    ]);
    const live = session(texts);
    for (const more of ['existing queue C\n', 'existing queue D\n']) {
      expect(warmDiagnostics(live.analyse())).toEqual(coldDiagnostics(texts));
      texts.set('b.flow', more);
      live.set('b.flow', more);
    }
    expect(warmDiagnostics(live.analyse())).toEqual(coldDiagnostics(texts));
  });

  test('looks again at a flow when what it speaks of changes', () => {
    const flow = 'inbound flow A {\n  set queue Q\n  transfer to queue { on at_capacity, error -> disconnect }\n}\n';
    const live = session(new Map([['a.flow', flow]]));
    const codes = () => (live.analyse().diagnostics.get('a.flow') ?? []).map(({ code }) => code);
    expect(codes()).toContain('check/unknown-reference');
    live.set('q.flow', 'existing queue Q\n');
    expect(codes()).not.toContain('check/unknown-reference');
    const named = [...live.analyse().flows.values()][0]?.references[0]?.named;
    expect(named).toBe(live.analyse().program.names.get('queue')?.get('Q'));
    live.set('q.flow', undefined);
    expect(codes()).toContain('check/unknown-reference');
  });
});
