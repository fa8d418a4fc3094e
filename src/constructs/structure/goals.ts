/**
 * Goals: where an edge leads, as one number, so that goals can be compared and be keys. A block of its own place is its
 * index (0 and up); what has no place in the text (words, names of nothing) is negative.
 */
import type { TargetWord } from '../../syntax/ast.ts';
import type { RaisedBlock, RaisedTarget } from '../types.ts';

/** A block's index, one of the words below, or the number of an id that no action has. */
export type Goal = number;

/** There is no such branch. */
export const NONE: Goal = -1;
/** The branch is there and leads nowhere. */
const NOTHING: Goal = -2;
/** Only in defaults: what follows the statement. */
export const NEXT: Goal = -3;
const SHARED: Readonly<Record<string, Goal>> = {
  DisconnectParticipant: -4,
  EndFlowExecution: -5,
  EndFlowModuleExecution: -6,
};
const WORDS: Readonly<Record<number, TargetWord>> = {
  [NONE]: 'none',
  [NOTHING]: 'nothing',
  [NEXT]: 'next',
  [-4]: 'disconnect',
  [-5]: 'end',
  [-6]: 'return',
};
/** Goals from here downwards are ids that no action has. */
const FIRST_DANGLING: Goal = -10;

/** Whether a goal is a block of its own place. */
export const isBlock = (goal: Goal | undefined): goal is Goal => goal !== undefined && goal >= 0;

/** Whether a goal is a last block that `-> disconnect|end|return` stands for. */
export const isShared = (goal: Goal): boolean => goal <= -4 && goal > FIRST_DANGLING;

/** The target word that says a goal anywhere in the flow. */
export function wordOf(goal: Goal): TargetWord | undefined {
  return WORDS[goal];
}

/** What the goals of one flow are. */
export interface Goals {
  /** The goal of an edge. */
  readonly of: (target: RaisedTarget) => Goal;
  /** The id that a goal names when no action has it. */
  readonly danglingId: (goal: Goal) => string | undefined;
  /** Every id that an edge names and no action has. */
  readonly danglingIds: readonly string[];
  /** Blocks that are said by a word wherever they are meant. */
  readonly shared: ReadonlySet<number>;
}

/** Numbers the goals of a flow's edges, and chooses the blocks that `-> disconnect|end|return` stand for. */
export function goalsOf(blocks: readonly RaisedBlock[], start: string | undefined): Goals {
  const indices = new Map<string, number>();
  blocks.forEach((block, i) => {
    if (!indices.has(block.id)) indices.set(block.id, i);
  });
  const words = new Map<number, Goal>();
  for (const i of sharedBlocks(blocks, indices, start)) words.set(i, SHARED[(blocks[i] as RaisedBlock).type] as Goal);
  const dangling: string[] = [];
  const danglingGoals = new Map<string, Goal>();
  const named = (id: string): Goal => {
    const index = indices.get(id);
    if (index !== undefined) return words.get(index) ?? index;
    let goal = danglingGoals.get(id);
    if (goal === undefined) {
      goal = FIRST_DANGLING - dangling.length;
      dangling.push(id);
      danglingGoals.set(id, goal);
    }
    return goal;
  };
  return {
    of: (target) => (target.kind === 'none' ? NONE : target.kind === 'nothing' ? NOTHING : named(target.id)),
    danglingId: (goal) => dangling[FIRST_DANGLING - goal],
    danglingIds: dangling,
    shared: new Set(words.keys()),
  };
}

/**
 * Of the last blocks of each type the one with most edges into it, if there are two or more, or if the one edge is a
 * branch. The block that the flow starts with has a place of its own.
 */
function sharedBlocks(
  blocks: readonly RaisedBlock[],
  indices: ReadonlyMap<string, number>,
  start: string | undefined,
): number[] {
  const weights = new Map<number, number>();
  const add = (target: RaisedTarget | undefined, weight: number) => {
    const index = target?.kind === 'action' ? indices.get(target.id) : undefined;
    if (index !== undefined) weights.set(index, (weights.get(index) ?? 0) + weight);
  };
  // Two for an edge and one more for a branch: a single branch outweighs a single success edge.
  for (const { branches, body, success } of blocks) {
    for (const { target } of branches) add(target, 3);
    add(body, 3);
    add(success, 2);
  }
  const best = new Map<string, number>();
  blocks.forEach((block, i) => {
    if (!block.shareable || SHARED[block.type] === undefined || block.id === start || block.label !== undefined) return;
    const weight = weights.get(i) ?? 0;
    if (weight < 3 || indices.get(block.id) !== i) return;
    const rival = best.get(block.type);
    if (rival === undefined || weight > (weights.get(rival) ?? 0)) best.set(block.type, i);
  });
  return [...best.values()];
}
