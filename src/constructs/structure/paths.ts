/**
 * Paths: for one statement at its place, what goes on below it and what stands in its braces.
 *
 * The rules: what leads on stands below; where several ways meet again is below all of them; a side that leaves, or a
 * short one, stands in braces, and the long way stays on the left edge.
 */
import { isBlock, isShared, type Goal } from './goals.ts';
import type { Edge, Group, Node } from './nodes.ts';
import type { Place, Placing } from './placement.ts';

export interface Path {
  /** The block below, when one may stand there. */
  readonly next: number | undefined;
  /** Where the braces of a decision fall out to when that is a jump of its own line below it. */
  readonly jump: Goal | undefined;
  /** Goals that stand in braces. */
  readonly bodies: ReadonlySet<Goal>;
  readonly falls: 'condition' | 'default' | 'both';
  /** The goal that is said as `else if`. */
  readonly chained: Goal | undefined;
  /** The blocks of a `repeat` that lead back to it, when its body stands in its braces. */
  readonly loop: ReadonlySet<number> | undefined;
}

/** Most braces around a statement, besides those of its step. */
const MAX_DEPTH = 3;
/** Most statements in the braces of a word (`on error`), of an `if`, of a literal (`on 1`). */
const WORD_LIMIT = 4;
const IF_LIMIT = 6;
const LITERAL_LIMIT = 12;
/** Most `else if` in a row: trees are walked by recursion. */
const CHAIN_LIMIT = 20;

const PLAIN = { jump: undefined, falls: 'default', chained: undefined, loop: undefined } as const;

export function choosePath(placing: Placing, place: Place, node: Node): Path {
  if (node.sides !== undefined)
    return pathOfIf(placing, place, node, node.sides.condition.goal, node.sides.otherwise.goal);
  if (node.block.kind === 'loop') return pathOfLoop(placing, place, node);
  if (node.success !== undefined) return pathOfPlain(placing, place, node, node.success);
  return pathOfDecision(placing, place, node);
}

// ------------------------------------------------------------------------------------------------ what may stand where

/** Whether a block may stand in this sequence, below what is there already. */
function mayFollow(
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
function isOnlyFrom({ shape }: Placing, from: number, goal: Goal): goal is number {
  if (!isBlock(goal) || shape.tree.parent[goal] !== from || shape.defaultTargets.has(goal)) return false;
  return (shape.into[goal] ?? []).every((p) => p === from || shape.tree.dominates(goal, p));
}

function mayNest(placing: Placing, { depth }: Place, node: Node, goal: Goal, limit: number): goal is number {
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

function limitOf({ block }: Node, edges: readonly Edge[]): number {
  const literal = edges.some(
    ({ branch }) => branch.word === undefined || (block.kind === 'compare' && branch.word === 'default'),
  );
  return literal ? LITERAL_LIMIT : WORD_LIMIT;
}

/** Branches that may stand in braces. */
function nestable(placing: Placing, place: Place, node: Node): Set<Goal> {
  const lines = placing.shape.lines[node.index] ?? [];
  const found = new Set<Goal>();
  for (const { goal, edges } of lines) {
    if (mayNest(placing, place, node, goal, limitOf(node, edges)) && isOneLine(lines, goal)) found.add(goal);
  }
  return found;
}

function isOneLine(lines: readonly Group[], goal: Goal): boolean {
  return lines.filter((line) => line.goal === goal).length === 1;
}

/** The others of a set. */
function without(goals: ReadonlySet<Goal>, one: Goal | undefined): ReadonlySet<Goal> {
  return one === undefined || !goals.has(one) ? goals : new Set([...goals].filter((goal) => goal !== one));
}

// ------------------------------------------------------------------------------------------------ plain, repeat

function pathOfPlain(placing: Placing, place: Place, node: Node, success: Goal): Path {
  const bodies = without(nestable(placing, place, node), success);
  return { ...PLAIN, next: mayFollow(placing, place, success) ? success : undefined, bodies };
}

function pathOfLoop(placing: Placing, place: Place, node: Node): Path {
  const { success, body } = node;
  const next = mayFollow(placing, place, success) ? success : undefined;
  const path = { ...PLAIN, next, bodies: new Set<Goal>() };
  if (body === undefined || body === success || body === node.index) return path;
  if (!mayNest(placing, place, node, body, Infinity)) return path;
  const back = leadingBack(placing, node.index, body);
  if (!back.has(body))
    return mayNest(placing, place, node, body, WORD_LIMIT) ? { ...path, loop: new Set<number>() } : path;
  return { ...path, loop: back };
}

/** Blocks below the body's first from which the Loop is reached again without leaving that region. */
function leadingBack({ shape }: Placing, loop: number, body: number): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [loop];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const from of shape.into[node] ?? []) {
      if (found.has(from) || !shape.tree.dominates(body, from)) continue;
      found.add(from);
      open.push(from);
    }
  }
  return found;
}

// ------------------------------------------------------------------------------------------------ menu, match, transfer

function pathOfDecision(placing: Placing, place: Place, node: Node): Path {
  const bodies = nestable(placing, place, node);
  const { next, jump } = continuation(placing, place, node, bodies);
  return { ...PLAIN, next: next === place.after ? undefined : next, jump, bodies: without(bodies, next) };
}

/**
 * The goal that a decision's braces fall out to: one that may stand below, or what stands behind the whole body, or, where
 * that saves jumps in the braces, one that a jump below it names.
 */
function continuation(
  placing: Placing,
  place: Place,
  node: Node,
  bodies: ReadonlySet<Goal>,
): { readonly next: Goal | undefined; readonly jump: Goal | undefined } {
  const scores = new Map<Goal, number>();
  const falling = new Map<Goal, number>();
  const add = (to: Map<Goal, number>, goal: Goal, score: number) => to.set(goal, (to.get(goal) ?? 0) + score);
  for (const { edges, goal } of placing.shape.lines[node.index] ?? []) {
    add(scores, goal, edges.some(({ branch }) => branch.word !== 'error') ? 3 : 1);
    if (!bodies.has(goal)) continue;
    for (const exit of exitsOf(placing, goal)) {
      add(scores, exit.goal, exit.success ? 10 : 1);
      if (exit.success) add(falling, exit.goal, 1);
    }
  }
  const possible = [...scores.keys()].filter((goal) => goal === place.after || mayFollow(placing, place, goal));
  const meeting = possible.filter((goal) => !bodies.has(goal));
  const meets = best(placing, meeting, scores);
  const isSideShow = meets !== place.after && (meets === undefined || (falling.get(meets) ?? 0) <= 1);
  const common = (isSideShow ? mainWay(placing, node, meeting, meets) : undefined) ?? meets;
  // A lone way on stays on the left edge when nothing meets again, or only jumps lead to a shorter end.
  const [only, more] = [...bodies];
  const isLone = only !== undefined && more === undefined && possible.includes(only);
  const isMain =
    common === undefined || (!falling.has(common) && common !== place.after && isLonger(placing, only, common));
  const next = isLone && isMain ? only : common;
  const jump = best(placing, [...falling.keys()], falling);
  const saved = (goal: Goal | undefined) => (goal === undefined ? 0 : (falling.get(goal) ?? 0));
  const usesJump = jump !== undefined && jump !== next && next !== only && saved(jump) > saved(next) + 1;
  return usesJump ? { next: undefined, jump } : { next, jump: undefined };
}

/** The longest way that only this statement leads to, if it is too long for braces and dwarfs what is to stand below. */
function mainWay(placing: Placing, node: Node, possible: readonly Goal[], below: Goal | undefined): Goal | undefined {
  const { size } = placing.shape.tree;
  const sizeOf = (goal: Goal | undefined) => (isBlock(goal) ? (size[goal] as number) : 0);
  const least = Math.max(LITERAL_LIMIT, 2 * sizeOf(below));
  const long = possible.filter((goal) => sizeOf(goal) > least && isOnlyFrom(placing, node.index, goal));
  return long.sort((a, b) => sizeOf(b) - sizeOf(a))[0];
}

function isLonger({ shape: { tree } }: Placing, goal: Goal | undefined, other: Goal): boolean {
  return isBlock(goal) && isBlock(other) && (tree.size[goal] as number) > (tree.size[other] as number);
}

function best({ shape }: Placing, goals: readonly Goal[], scores: ReadonlyMap<Goal, number>): Goal | undefined {
  const place = (goal: Goal) => (goal >= 0 ? (shape.tree.order[goal] as number) : -1);
  return [...goals].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || place(a) - place(b))[0];
}

interface Exit {
  readonly goal: Goal;
  readonly success: boolean;
}

/** Edges that leave the region below a block, less what is a step anyway: to others, or to a shared last block. */
function exitsOf({ shape, forced }: Placing, entry: number): Exit[] {
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

// ------------------------------------------------------------------------------------------------ if

function pathOfIf(placing: Placing, place: Place, node: Node, condition: Goal, otherwise: Goal): Path {
  if (condition === otherwise) return pathOfPlain(placing, place, node, otherwise);
  const chain = place.chain < CHAIN_LIMIT && isChain(placing, place, otherwise);
  const nests = {
    condition: mayNest(placing, place, node, condition, IF_LIMIT),
    default:
      mayNest(placing, place, node, otherwise, IF_LIMIT) ||
      (chain && mayNest(placing, place, node, otherwise, Infinity)),
  };
  if (nests.condition && nests.default) {
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
  const [below, aside] = falls === 'condition' ? [condition, otherwise] : [otherwise, condition];
  const asideNests = falls === 'condition' ? mayNest(placing, place, node, otherwise, IF_LIMIT) : nests.condition;
  return {
    next: below !== place.after && mayFollow(placing, place, below) ? below : undefined,
    jump: undefined,
    bodies: new Set(asideNests ? [aside] : []),
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
  nests: { readonly condition: boolean; readonly default: boolean },
): 'condition' | 'default' {
  const { tree } = placing.shape;
  // A side that is what stands behind anyway goes on by itself when the other fits in braces.
  if (otherwise === place.after && nests.condition) return 'default';
  if (condition === place.after && nests.default) return 'condition';
  const follows = { condition: mayFollow(placing, place, condition), default: mayFollow(placing, place, otherwise) };
  if (follows.condition !== follows.default) return follows.condition ? 'condition' : 'default';
  if (!follows.condition) return condition === place.after ? 'condition' : 'default';
  const single = {
    condition: isOnlyFrom(placing, node.index, condition),
    default: isOnlyFrom(placing, node.index, otherwise),
  };
  if (single.condition !== single.default) {
    // The other side joins further ways: it stands below when this one is short, else it comes later.
    if (single.condition) return nests.condition ? 'default' : 'condition';
    return nests.default ? 'condition' : 'default';
  }
  if (!single.condition)
    return (tree.order[condition] as number) < (tree.order[otherwise] as number) ? 'condition' : 'default';
  if (nests.condition !== nests.default) return nests.condition ? 'default' : 'condition';
  if (nests.condition) {
    const leaves = { condition: !goesOn(placing, place, condition), default: !goesOn(placing, place, otherwise) };
    if (leaves.condition !== leaves.default) return leaves.condition ? 'default' : 'condition';
  }
  return (tree.size[condition] as number) > (tree.size[otherwise] as number) ? 'condition' : 'default';
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
