/** Against real flows, where they are beside this clone. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../src/flowjson/decode.ts';
import { emit } from '../../src/flowjson/emit.ts';
import { assignIdentifiers, isLegalIdentifier } from '../../src/flowjson/identifiers.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { compare, describeDifference } from '../../src/graph/compare.ts';
import type { FlowAction, FlowGraph } from '../../src/graph/flow-graph.ts';
import { isObject, type Json } from '../../src/text/json.ts';
import { corpusFiles, corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';

interface Case {
  readonly path: string;
  readonly text: string;
  readonly graph: FlowGraph;
  readonly codes: readonly string[];
}

const JUDGE = join(import.meta.dirname, '../../../shared/tools');
const judgeIsThere = existsSync(join(JUDGE, 'flowequal.py')) && spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!corpusIsThere)(`real flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`, () => {
  const modern: Case[] = [];
  const legacy: Case[] = [];

  beforeAll(() => {
    for (const file of corpusFiles()) {
      const { text = '', diagnostics } = decode(file.bytes(), file.path);
      const { graph, diagnostics: more } = readFlow({ path: file.path, text });
      if (graph === undefined) throw new Error(`${file.path} is not read: ${more[0]?.message ?? ''}`);
      const codes = [...diagnostics, ...more].map(({ code }) => code);
      (file.kind.endsWith('legacy') ? legacy : modern).push({ path: file.path, text, graph, codes });
    }
  });

  it('are read without loss', () => {
    expect(modern).toHaveLength(314);
    for (const { path, graph } of modern) {
      const again = readFlow({ path, text: emit(graph, { exact: true, metadata: false }).json }).graph;
      if (again === undefined) throw new Error(path);
      const difference = compare(graph, again);
      if (difference !== undefined) throw new Error(`${path}: ${describeDifference(difference)}`);
    }
  });

  it('of the old format are read with every block known', () => {
    expect(legacy).toHaveLength(69);
    for (const { path, text, graph, codes } of legacy) {
      expect(codes, path).toEqual([]);
      const modules = (JSON.parse(text.replace(/^\uFEFF/, '')) as { modules: { id: string; branches: unknown[] }[] })
        .modules;
      expect(graph.actions.map(({ id }) => id)).toEqual(modules.map(({ id }) => id));
      // Every branch of the export is an edge of the graph; NextAction may stand for one more.
      graph.actions.forEach(({ next, errors, conditions }, i) => {
        const edges = errors.length + conditions.length;
        const branches = modules[i]?.branches.length ?? 0;
        expect(branches === edges || (next !== undefined && branches === edges + 1), path).toBe(true);
      });
    }
  });

  it('keep their identifiers, all of them legal', () => {
    for (const { graph } of modern) {
      const identifiers = assignIdentifiers(graph);
      for (const [id, identifier] of identifiers) {
        expect(isLegalIdentifier(identifier)).toBe(true);
        if (isLegalIdentifier(id)) expect(identifier).toBe(id);
      }
    }
  });

  it('have metadata of the same shape as ours', () => {
    const real = new Map<string, Set<string>>();
    for (const { text } of modern) {
      const { Metadata } = JSON.parse(text.replace(/^\uFEFF/, '')) as { Metadata?: Json };
      shapes(Metadata ?? {}, '', (path, kind) => real.set(path, (real.get(path) ?? new Set()).add(kind)));
    }
    const unheard = new Set<string>();
    for (const { graph } of modern) {
      shapes((emit(graph).document['Metadata'] ?? {}) as Json, '', (path, kind) => {
        if (real.get(path)?.has(kind) !== true) unheard.add(`${path}: ${kind}`);
      });
    }
    expect([...unheard]).toEqual([]);
  });

  describe.skipIf(!judgeIsThere)(
    `judged by another program${judgeIsThere ? '' : ' (skipped: it is not there, or python3 is not)'}`,
    () => {
      let folder = '';
      beforeAll(() => {
        folder = mkdtempSync(join(tmpdir(), 'flowc-'));
      });
      afterAll(() => {
        rmSync(folder, { recursive: true, force: true });
      });

      /** What the judge says of each pair of documents: '' when they are the same. */
      function judge(pairs: readonly (readonly [string, string])[]): string[] {
        const path = join(folder, 'pairs.json');
        writeFileSync(path, JSON.stringify(pairs));
        const program = [
          'import json, sys',
          'sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True',
          'from flowequal import compare',
          'pairs = json.load(open(sys.argv[2], encoding="utf-8"))',
          'loaded = [[json.loads(text) for text in pair] for pair in pairs]',
          'print(json.dumps([compare(x, y) or "" for x, y in loaded]))',
        ].join('\n');
        const { stdout, stderr } = spawnSync('python3', ['-c', program, JUDGE, path], {
          encoding: 'utf8',
          maxBuffer: 1 << 26,
        });
        if (stdout === '') throw new Error(stderr);
        return JSON.parse(stdout) as string[];
      }

      it('are the same after a round', () => {
        const verdicts = judge(
          modern.map(({ text, graph }) => [
            text.replace(/^\uFEFF/, ''),
            emit(graph, { exact: true, metadata: false }).json,
          ]),
        );
        expect(verdicts.filter((verdict) => verdict !== '')).toEqual([]);
        expect(verdicts).toHaveLength(314);
      });

      it('are other flows when one thing is changed, as we say too', () => {
        const changes: ((a: FlowAction, ids: readonly string[]) => Partial<FlowAction>)[] = [
          ({ type }) => ({ type: `${type}X` }),
          ({ parameters }) => ({ parameters: { ...parameters, Added: 'x' } }),
          ({ parameters }) => ({ parameters: Object.fromEntries(Object.entries(parameters).slice(1)) }),
          (_, ids) => ({ next: ids[0] }),
          ({ errors }) => ({ errors: errors.slice(1) }),
          (_, ids) => ({ errors: [{ type: 'Added', target: ids[0] ?? '' }] }),
          ({ conditions }) => ({ conditions: [...conditions].reverse() }),
          () => ({ next: '' }),
          () => ({ extra: { Added: 1 } }),
        ];
        const some = modern.filter((_, n) => n % 2 === 0);
        const pairs: [FlowGraph, FlowGraph][] = some.map(({ graph }, n) => {
          const at = (n * 13) % Math.max(1, graph.actions.length);
          const change = changes[n % changes.length];
          const ids = graph.actions.map(({ id }) => id);
          const actions = graph.actions.map((a, i) =>
            i === at && change !== undefined ? { ...a, ...change(a, ids) } : a,
          );
          return [graph, { ...graph, actions }];
        });
        const verdicts = judge(
          pairs.map(([a, b]) => [
            emit(a, { exact: true, metadata: false }).json,
            emit(b, { exact: true, metadata: false }).json,
          ]),
        );
        const ours = pairs.map(([a, b]) => compare(a, b) !== undefined);
        expect(verdicts.map((verdict) => verdict !== '')).toEqual(ours);
        expect(ours.filter(Boolean).length).toBeGreaterThan(80);
      });
    },
  );
});

/** Keys of metadata with the JSON types they have; what users name is `*`. */
function shapes(value: Json, path: string, see: (path: string, kind: string) => void): void {
  see(path, value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
  const named =
    /^\/ActionMetadata$|\/dynamicMetadata$|\/(Attributes|LexSessionAttributes|LambdaInvocationAttributes)$|RequestFields$|ProfileRequestData$/;
  if (Array.isArray(value)) for (const item of value as readonly Json[]) shapes(item, `${path}[]`, see);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) shapes(inner, `${path}/${named.test(path) ? '*' : key}`, see);
  }
}
