/** The path of a Compare that is said as `if`: which side goes on below it, and which stands in braces. */
import { isBlock, type Goal } from './goals.ts';
import { best, exitsOf, isOnlyFrom, mayFollow, mayNest } from './may-stand.ts';
import type { Node, Sides } from './nodes.ts';
import type { Path, Place, Placing } from './placement.ts';

/** Most statements in the braces of an `if`. */
const IF_LIMIT = 6;
/** Most `else if` in a row: trees are walked by recursion. */
const CHAIN_LIMIT = 20;

/** Only for one whose sides lead apart. */
export function pathOfIf(placing: Placing, place: Place, node: Node, sides: Sides): Path {
  const condition = sides.condition.goal;
  const otherwise = sides.otherwise.goal;
  const chain = place.chain < CHAIN_LIMIT && isChain(placing, place, otherwise);
  const isShort = {
    condition: mayNest(placing, place, node, condition, IF_LIMIT),
    otherwise: mayNest(placing, place, node, otherwise, IF_LIMIT),
  };
  const nests = {
    condition: isShort.condition,
    otherwise: isShort.otherwise || (chain && mayNest(placing, place, node, otherwise, Infinity)),
  };
  if (nests.condition && nests.otherwise) {
    const meeting = meetingOf(placing, place, condition, otherwise);
    const apart = !mayFollow(placing, place, condition) && !mayFollow(placing, place, otherwise);
    if (meeting !== undefined || apart || place.chain > 0) {
      return {
        next: meeting === place.after || !isBlock(meeting) ? undefined : meeting,
        jump: undefined,
        bodies: new Set([condition, otherwise]),
        falls: 'both',
        chained: chain ? otherwise : undefined,
        loop: undefined,
      };
    }
  }
  const falls = fallingSide(placing, place, node, condition, otherwise, nests);
  const aside = falls === 'condition' ? 'otherwise' : 'condition';
  const below = sides[falls].goal;
  return {
    next: below !== place.after && mayFollow(placing, place, below) ? below : undefined,
    jump: undefined,
    bodies: new Set(isShort[aside] ? [sides[aside].goal] : []),
    falls,
    chained: undefined,
    loop: undefined,
  };
}

/** Which side of an `if` goes on below it. */
function fallingSide(
  placing: Placing,
  place: Place,
  node: Node,
  condition: Goal,
  otherwise: Goal,
  nests: { readonly condition: boolean; readonly otherwise: boolean },
): 'condition' | 'otherwise' {
  const { tree } = placing.shape;
  // A side that is what stands behind anyway goes on by itself when the other fits in braces.
  if (otherwise === place.after && nests.condition) return 'otherwise';
  if (condition === place.after && nests.otherwise) return 'condition';
  const follows = { condition: mayFollow(placing, place, condition), otherwise: mayFollow(placing, place, otherwise) };
  if (follows.condition !== follows.otherwise) return follows.condition ? 'condition' : 'otherwise';
  if (!follows.condition) return condition === place.after ? 'condition' : 'otherwise';
  const single = {
    condition: isOnlyFrom(placing, node.index, condition),
    otherwise: isOnlyFrom(placing, node.index, otherwise),
  };
  if (single.condition !== single.otherwise) {
    // The other side joins further ways: it stands below when this one is short, else it comes later.
    if (single.condition) return nests.condition ? 'otherwise' : 'condition';
    return nests.otherwise ? 'condition' : 'otherwise';
  }
  if (!single.condition)
    return (tree.order[condition] as number) < (tree.order[otherwise] as number) ? 'condition' : 'otherwise';
  if (nests.condition !== nests.otherwise) return nests.condition ? 'otherwise' : 'condition';
  if (nests.condition) {
    const leaves = { condition: !goesOn(placing, place, condition), otherwise: !goesOn(placing, place, otherwise) };
    if (leaves.condition !== leaves.otherwise) return leaves.condition ? 'otherwise' : 'condition';
  }
  return (tree.size[condition] as number) > (tree.size[otherwise] as number) ? 'condition' : 'otherwise';
}

/** Whether control runs out of the region below a block to some other. */
function goesOn(placing: Placing, { after }: Place, entry: number): boolean {
  return exitsOf(placing, entry).some(({ goal, success }) => success && (isBlock(goal) || goal === after));
}

/** Where both sides of an `if` go on when their braces end. */
function meetingOf(placing: Placing, place: Place, condition: number, otherwise: number): Goal | undefined {
  const scores = new Map<Goal, number>();
  const sides = [condition, otherwise].map((side) => {
    const goals = new Set<Goal>();
    for (const { goal, success } of exitsOf(placing, side)) {
      if (success) goals.add(goal);
      scores.set(goal, (scores.get(goal) ?? 0) + (success ? 10 : 1));
    }
    return goals;
  });
  const common = [...(sides[0] ?? [])].filter(
    (goal) => sides[1]?.has(goal) === true && (goal === place.after || mayFollow(placing, place, goal)),
  );
  return best(placing, common, scores);
}

/** Whether a block begins a row of `else if` whose braces are all short and hold all that it leads to alone. */
function isChain(placing: Placing, place: Place, entry: Goal): boolean {
  const { nodes, tree } = placing.shape;
  let at: Goal = entry;
  let rest = (isBlock(entry) ? tree.size[entry] : 0) as number;
  for (let i = 0; i < CHAIN_LIMIT; i++) {
    const node = nodes[at];
    if (node?.sides === undefined || node.block.label !== undefined) return false;
    const { condition, otherwise } = node.sides;
    rest--;
    for (const { goal } of [condition, otherwise]) {
      if (!isOnlyFrom(placing, node.index, goal)) continue;
      const goesOn =
        goal === otherwise.goal && nodes[goal]?.sides !== undefined && nodes[goal].block.label === undefined;
      if (goesOn) continue;
      if (!mayNest(placing, place, node, goal, IF_LIMIT)) return false;
      rest -= tree.size[goal] as number;
    }
    if (rest === 0) return true;
    at = otherwise.goal;
  }
  return false;
}
