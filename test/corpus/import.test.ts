/**
 * Every real flow, imported as text and built again: the same graph to the letter, stable, readable. The corpus is read
 * beside the project and skipped where it is not there.
 */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { decode } from '../../src/flowjson/decode.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { compare, describeDifference } from '../../src/graph/compare.ts';
import { TARGET_WORDS } from '../../src/syntax/ast.ts';
import { format } from '../../src/syntax/format.ts';
import { corpusFiles, corpusIsThere, WHY_SKIPPED, type CorpusFile } from './corpus.ts';

function textOf(path: string, json: string) {
  const source = { path, text: json };
  const { graph, diagnostics } = readFlow(source);
  if (graph === undefined) throw new Error(`${path}: ${diagnostics[0]?.message ?? 'no flow'}`);
  const [file] = decompile([{ source, graph }], { project: false }).files;
  return { graph, text: file?.text ?? '' };
}

function imported(file: CorpusFile) {
  return textOf(file.path, decode(file.bytes()).text ?? '');
}

const files = corpusFiles();

describe.skipIf(!corpusIsThere)(`real flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`, () => {
  it('are all there', () => {
    expect(files).toHaveLength(383);
  });

  it.each(files.map((file) => [file.path, file] as const))('%s comes back the same', (_, file) => {
    const { graph, text } = imported(file);
    const [flow] = compile([{ path: 'flow.flow', text }]).flows;
    const difference = flow === undefined ? undefined : compare(graph, flow.graph);
    expect(flow).toBeDefined();
    expect(difference && describeDifference(difference)).toBeUndefined();

    const { text: formatted, diagnostics } = format({ path: 'flow.flow', text });
    expect(diagnostics).toEqual([]);
    expect(formatted).toBe(text);

    const json = flow?.emitted().json ?? '';
    expect(textOf(file.path, json).text).toBe(text);
  });

  it('read well: few lines and few jumps for each block', () => {
    const figures = files
      .filter((file) => file.quality === 'A' && file.kind === 'modern')
      .map((file) => {
        const { graph, text } = imported(file);
        return { lines: linesOf(text) / graph.actions.length, jumps: jumpsOf(text) / graph.actions.length };
      });
    const lines = figures.map((f) => f.lines).sort((a, b) => a - b);
    expect(figures).toHaveLength(195);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(2.8);
    expect(figures.reduce((sum, f) => sum + f.jumps, 0) / figures.length).toBeLessThanOrEqual(0.25);
  });
});

function linesOf(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** Jumps to names: `-> x` where x is none of the language's own words. */
function jumpsOf(text: string): number {
  const targets = [...text.matchAll(/-> ("(?:[^"\\]|\\.)*"|[^\s,}]+)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => !(TARGET_WORDS as readonly string[]).includes(target)).length;
}
