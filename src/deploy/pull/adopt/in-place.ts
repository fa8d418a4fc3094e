/**
 * Live changes written into a flow's text by the smallest edits: values first, then what is gone, what is new, and last
 * where edges lead. After each the text is compiled again, so that the next one sees what the text really says; in the
 * end it must be the live flow.
 */
import { createNames, type KnownNames, type NameTable } from '../../../constructs/naming.ts';
import { raiseBlocks } from '../../../constructs/raise.ts';
import { compare } from '../../../graph/compare.ts';
import type { FlowGraph } from '../../../graph/flow-graph.ts';
import type { TextEdit } from '../../../text/text.ts';
import { changeEdits } from './change.ts';
import { insertEdits, type Raised } from './insert.ts';
import { labelsFor } from './labels.ts';
import { removeEdits } from './remove.ts';
import { redefaultEdits } from './redefault.ts';
import { rewireEdits } from './rewire.ts';
import { continueWorking, startWorking, type Surroundings, type Working } from './working.ts';

/** Rounds after which it is given up. Most changes need one of each kind. */
const MOST_ROUNDS = 6;

type Round = (working: Working, raised: Raised) => TextEdit[];

const ROUNDS: readonly Round[] = [changes, removals, insertions, defaults, rewirings];

/** The text of the declaration with the live changes in it; undefined when these edits do not lead there. */
export function editInPlace(
  text: string,
  live: FlowGraph,
  surroundings: Surroundings,
  known: KnownNames,
): string | undefined {
  const names = createNames(new Set(), known);
  const liveBlocks = blocksOf(live, names);
  let working = startWorking(text, live, surroundings);
  const allowed = working?.errors ?? 0;
  for (let round = 0; round < MOST_ROUNDS && working !== undefined; round++) {
    if (compare(working.graph, live) === undefined) return working.errors > allowed ? undefined : working.text;
    const before: string = working.text;
    for (const step of ROUNDS) {
      const raised: Raised = { own: blocksOf(working.graph, names), live: liveBlocks, start: live.start };
      const edits = step(working, raised);
      if (edits.length === 0) continue;
      working = continueWorking(working, edits, live, surroundings);
      if (working === undefined) return undefined;
    }
    if (working.text === before) return undefined;
  }
  return undefined;
}

function blocksOf(graph: FlowGraph, names: NameTable): Raised['own'] {
  return new Map(raiseBlocks(graph, names).map((block) => [block.id, block]));
}

function changes(working: Working, { own, live }: Raised): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [ownId, liveId] of working.liveOf) {
    const spot = working.spotOf.get(ownId);
    const before = own.get(ownId);
    const after = live.get(liveId);
    if (spot === undefined || before === undefined || after === undefined) continue;
    edits.push(...changeEdits(working.source, spot, before, after));
  }
  return edits;
}

function removals(working: Working, raised: Raised): TextEdit[] {
  return removeEdits(working, raised, labelsFor(working, raised.live));
}

function defaults(working: Working, raised: Raised): TextEdit[] {
  return redefaultEdits(working, raised, labelsFor(working, raised.live));
}

function insertions(working: Working, raised: Raised): TextEdit[] {
  return insertEdits(working, raised, labelsFor(working, raised.live));
}

function rewirings(working: Working, raised: Raised): TextEdit[] {
  return rewireEdits(working, raised, labelsFor(working, raised.live));
}
