/** What may stand where: below a statement, in its braces; and where control leaves what stands there. */
import { isBlock, isShared, type Goal } from './goals.ts';
import type { Node } from './nodes.ts';
import type { Place, Placing } from './placement.ts';

/** Most braces around a statement, besides those of its step. */
const MAX_DEPTH = 3;

/** Whether a block may stand in this sequence, below what is there already. */
export function mayFollow(
  { shape, forced, home }: Placing,
  { sequence, within }: Place,
  goal: Goal | undefined,
): goal is number {
  if (!isBlock(goal) || home[goal] !== undefined || forced.has(goal)) return false;
  if (shape.defaultTargets.has(goal) && sequence.kind !== 'trunk') return false;
  if (within !== undefined && !within.has(goal)) return false;
  const above = shape.tree.parent[goal] as number;
  return above === shape.root ? sequence.kind === 'trunk' : home[above] === sequence;
}

/** Whether only this statement leads to a block (or the block itself does, from below). */
export function isOnlyFrom({ shape }: Placing, from: number, goal: Goal): goal is number {
  if (!isBlock(goal) || shape.tree.parent[goal] !== from || shape.defaultTargets.has(goal)) return false;
  return (shape.into[goal] ?? []).every((p) => p === from || shape.tree.dominates(goal, p));
}

/** Whether a block and all that it alone leads to may stand in braces of this statement, of at most `limit` statements. */
export function mayNest(placing: Placing, { depth }: Place, node: Node, goal: Goal, limit: number): goal is number {
  const { shape, forced, home, nesting } = placing;
  return (
    nesting &&
    depth < MAX_DEPTH &&
    isOnlyFrom(placing, node.index, goal) &&
    home[goal] === undefined &&
    !forced.has(goal) &&
    (shape.tree.size[goal] as number) <= limit
  );
}

/** An edge out of a region; `success` where control goes that way if nothing fails. */
export interface Exit {
  readonly goal: Goal;
  readonly success: boolean;
}

/** Edges that leave the region below a block, less what is a step anyway: to others, or to a shared last block. */
export function exitsOf({ shape, forced }: Placing, entry: number): Exit[] {
  const isStep = (node: number) => forced.has(node) || shape.defaultTargets.has(node);
  const exits: Exit[] = [];
  const open = [entry];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const child of shape.tree.children[at] ?? []) if (!isStep(child)) open.push(child);
    const node = shape.nodes[at] as Node;
    const leave = (goal: Goal | undefined, success: boolean) => {
      if (goal === undefined || (isBlock(goal) && shape.tree.dominates(entry, goal) && !isStep(goal))) return;
      if (isBlock(goal) || isShared(goal)) exits.push({ goal, success });
    };
    leave(node.success, true);
    for (const { branch, goal } of shape.open[at] ?? []) {
      leave(goal, node.success === undefined && branch.word !== 'error');
    }
  }
  return exits;
}

/** The goal with the highest score; on a tie the first in the flow. */
export function best({ shape }: Placing, goals: readonly Goal[], scores: ReadonlyMap<Goal, number>): Goal | undefined {
  const place = (goal: Goal) => (goal >= 0 ? (shape.tree.order[goal] as number) : -1);
  return [...goals].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || place(a) - place(b))[0];
}
