/**
 * Paths: for one statement at its place, what goes on below it and what stands in its braces.
 *
 * The rules: what leads on stands below; where several ways meet again is below all of them; a side that leaves, or a
 * short one, stands in braces, and the long way stays on the left edge.
 */
import { isBlock, type Goal } from './goals.ts';
import { best, exitsOf, isOnlyFrom, mayFollow, mayNest } from './may-stand.ts';
import type { Edge, Node } from './nodes.ts';
import { pathOfIf } from './path-of-if.ts';
import type { Path, Place, Placing } from './placement.ts';

/** Most statements in the braces of a word (`on error`), of a literal (`on 1`). */
const WORD_LIMIT = 4;
const LITERAL_LIMIT = 12;

const PLAIN = { jump: undefined, falls: 'otherwise', chained: undefined, loop: undefined } as const;

/** What goes on below a statement, and what stands in its braces, at this place. */
export function choosePath(placing: Placing, place: Place, node: Node): Path {
  const { sides, success } = node;
  if (sides !== undefined) {
    const { condition, otherwise } = sides;
    const isOneWay = condition.goal === otherwise.goal;
    return isOneWay ? pathOfPlain(placing, place, node, otherwise.goal) : pathOfIf(placing, place, node, sides);
  }
  if (node.block.kind === 'loop') return pathOfLoop(placing, place, node);
  if (success !== undefined) return pathOfPlain(placing, place, node, success);
  return pathOfDecision(placing, place, node);
}

function limitOf({ block }: Node, edges: readonly Edge[]): number {
  // The default of a comparison is one of its cases.
  const isLiteral = block.kind === 'compare' || edges.some(({ branch }) => branch.word === undefined);
  return isLiteral ? LITERAL_LIMIT : WORD_LIMIT;
}

/** Branches that may stand in braces: of one line each. */
function nestable(placing: Placing, place: Place, node: Node): Set<Goal> {
  const lines = placing.shape.lines[node.index] ?? [];
  const uses = new Map<Goal, number>();
  for (const { goal } of lines) uses.set(goal, (uses.get(goal) ?? 0) + 1);
  const found = new Set<Goal>();
  for (const { goal, edges } of lines) {
    if (uses.get(goal) === 1 && mayNest(placing, place, node, goal, limitOf(node, edges))) found.add(goal);
  }
  return found;
}

/** The others of a set. */
function without(goals: ReadonlySet<Goal>, one: Goal | undefined): ReadonlySet<Goal> {
  return new Set([...goals].filter((goal) => goal !== one));
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
  if (body === undefined || body === success) return path;
  const back = leadingBack(placing, node.index, body);
  const limit = back.size > 0 ? Infinity : WORD_LIMIT;
  return mayNest(placing, place, node, body, limit) ? { ...path, loop: back } : path;
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
  for (const { goal } of placing.shape.lines[node.index] ?? []) {
    add(scores, goal, 1);
    if (!bodies.has(goal)) continue;
    for (const exit of exitsOf(placing, goal)) {
      add(scores, exit.goal, exit.success ? 10 : 1);
      if (exit.success) add(falling, exit.goal, 1);
    }
  }
  const possible = [...scores.keys()].filter((goal) => goal === place.after || mayFollow(placing, place, goal));
  const meeting = possible.filter((goal) => !bodies.has(goal));
  const meets = best(placing, meeting, scores);
  const common = mainWay(placing, node, meeting, meets) ?? meets;
  // A lone way on stays on the left edge when nothing meets again, or only jumps lead to a shorter end.
  const [only, more] = [...bodies];
  const isLone = only !== undefined && more === undefined && possible.includes(only);
  const isMain =
    common === undefined || (!falling.has(common) && common !== place.after && isLonger(placing, only, common));
  const next = isLone && isMain ? only : common;
  const jump = best(placing, [...falling.keys()], falling);
  const saved = (goal: Goal | undefined) => (goal === undefined ? 0 : (falling.get(goal) ?? 0));
  const usesJump = next !== only && saved(jump) > saved(next) + 1;
  if (!usesJump) return { next, jump: undefined };
  // What the braces fall out to stands below them where it can; the long way becomes a step.
  return jump !== undefined && meeting.includes(jump) ? { next: jump, jump: undefined } : { next: undefined, jump };
}

/** The longest way that only this statement leads to, if it cannot stand in braces and dwarfs what is to stand below. */
function mainWay(placing: Placing, node: Node, possible: readonly Goal[], below: Goal | undefined): Goal | undefined {
  const { size } = placing.shape.tree;
  const sizeOf = (goal: Goal | undefined) => (isBlock(goal) ? (size[goal] as number) : 0);
  const least = Math.max(WORD_LIMIT, 2 * sizeOf(below));
  const long = possible.filter((goal) => sizeOf(goal) > least && isOnlyFrom(placing, node.index, goal));
  return long.sort((a, b) => sizeOf(b) - sizeOf(a))[0];
}

function isLonger({ shape: { tree } }: Placing, goal: Goal | undefined, other: Goal): boolean {
  return isBlock(goal) && isBlock(other) && (tree.size[goal] as number) > (tree.size[other] as number);
}
