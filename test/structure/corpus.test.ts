/**
 * Public flows come back with the same edges, and read well by the figures: at most 0.25 jumps to names per action in the
 * mean. Needs the corpus beside the project; it is no part of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/constructs/naming.ts';
import { raiseBlocks } from '../../src/constructs/raise.ts';
import { structure } from '../../src/constructs/structure/index.ts';
import type { RaisedBlock } from '../../src/constructs/types.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { path, text, word } from '../../src/syntax/make.ts';
import { differences, figuresOf } from './expect.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const present = existsSync(new URL('manifest.tsv', corpus));
if (!present) console.warn('Skipped: test/structure/corpus.test.ts needs the public flows in ../shared/corpus.');

/** The reference lowering finds a block's id in its words. */
function tagged(block: RaisedBlock): RaisedBlock {
  const valueOnly = block.kind === 'compare' || block.kind === 'loop';
  return { ...block, words: valueOnly ? [path(`$.${block.id}`)] : [word('block'), text(`#${block.id}`)] };
}

function flowsOf(kind: string): { file: string; quality: string }[] {
  const [, ...rows] = readFileSync(new URL('manifest.tsv', corpus), 'utf8').split('\n').filter(Boolean);
  return rows
    .map((row) => row.split('\t'))
    .filter((columns) => columns[5] === kind)
    .map((columns) => ({ file: columns[0] ?? '', quality: columns[13] ?? '' }));
}

describe.skipIf(!present)('the corpus', () => {
  it('comes back with the same edges, and with few jumps', () => {
    const wrong: string[] = [];
    const jumps: number[] = [];
    const depths: number[] = [];
    for (const { file, quality } of flowsOf('modern')) {
      const source = { path: file, text: readFileSync(new URL(file, corpus), 'utf8') };
      const { graph } = readFlow(source);
      if (graph === undefined) continue;
      const blocks = raiseBlocks(graph, createNames(new Set())).map(tagged);
      const made = structure({ blocks, start: graph.start, notes: graph.notes });
      wrong.push(...differences(blocks, graph.start, made).map((problem) => `${file}: ${problem}`));
      if (quality !== 'A' || graph.actions.length === 0) continue;
      const figures = figuresOf(made.items);
      jumps.push(figures.jumps / graph.actions.length);
      depths.push(figures.depth);
    }
    expect(wrong).toEqual([]);
    expect(jumps.length).toBeGreaterThan(150);
    expect(jumps.reduce((sum, each) => sum + each, 0) / jumps.length).toBeLessThan(0.25);
    expect(Math.max(...depths)).toBeLessThanOrEqual(5);
  });
});
