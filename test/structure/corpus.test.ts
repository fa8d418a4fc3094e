/**
 * Public flows come back with the same edges, and read well by the figures: at most 0.25 jumps to names per action in the
 * mean. Needs the corpus beside the project; it is no part of it.
 */
import { expect, it } from 'vitest';
import { createNames } from '../../src/constructs/naming.ts';
import { raiseBlocks } from '../../src/constructs/raise.ts';
import { structure } from '../../src/constructs/structure/index.ts';
import type { RaisedBlock } from '../../src/constructs/types.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { path, text, word } from '../../src/syntax/make.ts';
import { corpusFiles, corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { differences, figuresOf } from './expect.ts';

/** The reference lowering finds a block's id in its words. */
function tagged(block: RaisedBlock): RaisedBlock {
  const valueOnly = block.kind === 'compare' || block.kind === 'loop';
  return { ...block, words: valueOnly ? [path(`$.${block.id}`)] : [word('block'), text(`#${block.id}`)] };
}

const name = 'says public flows with the same edges, and with few jumps';

it.skipIf(!corpusIsThere)(corpusIsThere ? name : `${name} (${WHY_SKIPPED})`, () => {
  const wrong: string[] = [];
  const jumps: number[] = [];
  const depths: number[] = [];
  for (const file of corpusFiles()) {
    const source = { path: file.path, text: new TextDecoder().decode(file.bytes()) };
    const { graph } = readFlow(source);
    if (graph === undefined) continue;
    const blocks = raiseBlocks(graph, createNames(new Set())).map(tagged);
    const made = structure({ blocks, start: graph.start, notes: graph.notes });
    wrong.push(...differences(blocks, graph.start, made).map((problem) => `${file.path}: ${problem}`));
    if (file.kind !== 'modern' || file.quality !== 'A') continue;
    const figures = figuresOf(made.items);
    jumps.push(figures.jumps / graph.actions.length);
    depths.push(figures.depth);
  }
  expect(wrong).toEqual([]);
  expect(jumps.length).toBeGreaterThan(150);
  expect(jumps.reduce((sum, each) => sum + each, 0) / jumps.length).toBeLessThan(0.25);
  expect(Math.max(...depths)).toBeLessThanOrEqual(5);
});
