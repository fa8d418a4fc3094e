/**
 * Placing: which block stands below which, which stand in braces, and which become steps. The result only proposes; that
 * the text says the same edges is the renderer's work, for any placement in which every block stands once.
 */
import { isBlock, type Goal } from './goals.ts';
import type { Node } from './nodes.ts';
import { choosePath } from './paths.ts';
import type { Path, Place, PlacedBlock, Placement, Placing, Sequence } from './placement.ts';
import type { Shape } from './shape.ts';

/** Gives every block a place. `nesting`: whether there are bodies in braces at all. */
export function place(shape: Shape, forced: ReadonlySet<number>, nesting: boolean): Placement {
  const placing: Placing = { shape, forced, nesting, home: shape.nodes.map(() => undefined) };
  const top: Sequence[] = [];
  const open = (entry: number, kind: 'trunk' | 'step'): Sequence => {
    const sequence: Sequence = { blocks: [], parent: undefined, kind };
    top.push(sequence);
    fill(placing, { sequence, depth: 0, after: undefined, within: undefined, chain: 0 }, entry);
    return sequence;
  };
  const trunk = shape.start === undefined ? undefined : open(shape.start, 'trunk');
  const pending = (goal: Goal | undefined): goal is number => isBlock(goal) && placing.home[goal] === undefined;
  const addSteps = (from: number) => {
    for (let i = from; i < top.length; i++) {
      for (const goal of mentions(shape, top[i] as Sequence)) if (pending(goal)) open(goal, 'step');
    }
  };
  addSteps(0);
  // What the defaults at the head lead to stands where the flow itself leads there, else behind what it leads to.
  for (const target of shape.defaultTargets) {
    if (!pending(target)) continue;
    const from = top.length;
    open(target, 'step');
    addSteps(from);
  }
  const reached = top.length;
  for (const entry of shape.lost) {
    if (!pending(entry)) continue;
    const from = top.length;
    open(entry, 'step');
    addSteps(from);
  }
  const living = top.slice(trunk === undefined ? 0 : 1, reached);
  return { trunk, steps: [...errorsLast(shape, living), ...top.slice(reached)], home: placing.home };
}

/** Places blocks from `entry` downwards as long as control goes on to one that may stand here. */
function fill(placing: Placing, place: Place, entry: number): void {
  for (let at: number | undefined = entry; at !== undefined;) {
    placing.home[at] = place.sequence;
    const node = placing.shape.nodes[at] as Node;
    const path: Path = choosePath(placing, place, node);
    const after = node.success ?? path.next ?? path.jump ?? place.after;
    const bodies = new Map<Goal, Sequence>();
    for (const goal of path.bodies) {
      const chained = path.chained === goal;
      bodies.set(goal, nested(placing, place, goal, fallsTo(node, path, after), undefined, chained));
    }
    const loop =
      path.loop === undefined
        ? undefined
        : nested(placing, place, node.body as number, at, path.loop.size > 0 ? path.loop : undefined, false);
    const placed: PlacedBlock = { node, falls: path.falls, jump: path.jump, bodies, loop };
    const reached = (goal: Goal | undefined) => (isBranching(placed) ? fallsInto(placing, placed, goal) : 1);
    // A path proposes by what lies below in the graph; what was placed elsewhere meanwhile does not fall out here.
    place.sequence.blocks.push(reached(path.jump) > 1 ? placed : { ...placed, jump: undefined });
    at = reached(path.next) > 0 ? path.next : undefined;
  }
}

/** Where a body of this statement goes when it runs out. */
function fallsTo({ sides }: Node, path: Path, after: Goal | undefined): Goal | undefined {
  if (sides === undefined || path.falls === 'both') return after;
  return sides[path.falls].goal;
}

/** Whether only the branches of a statement lead to what stands below it. */
function isBranching({ node, falls }: PlacedBlock): boolean {
  return node.sides === undefined ? node.success === undefined : falls === 'both';
}

/** How many ways lead from a branching statement to what stands below it, if that is `goal`. */
function fallsInto(placing: Placing, { node, bodies }: PlacedBlock, goal: Goal | undefined): number {
  if (goal === undefined) return 0;
  const direct = (placing.shape.open[node.index] ?? []).filter((edge) => edge.goal === goal && isBlock(goal));
  let ways = bodies.has(goal) ? 0 : direct.length;
  for (const body of bodies.values()) ways += runsOut(placing, body, goal);
  return ways;
}

/** How many ways lead out of a sequence to `goal`, if that is what stands behind it. */
function runsOut(placing: Placing, { blocks }: Sequence, goal: Goal): number {
  const last = blocks[blocks.length - 1];
  if (last === undefined) return 0;
  const { node, falls, bodies } = last;
  if (isBranching(last)) return last.jump === undefined ? fallsInto(placing, last, goal) : Number(last.jump === goal);
  if (node.sides === undefined) return Number(node.success === goal);
  const { condition, otherwise } = node.sides;
  const [below, aside] = falls === 'condition' ? [condition, otherwise] : [otherwise, condition];
  if (below.goal !== goal) return 0;
  const body = bodies.get(aside.goal);
  return 1 + (body === undefined ? 0 : runsOut(placing, body, goal));
}

function nested(
  placing: Placing,
  { sequence: parent, depth, chain }: Place,
  entry: number,
  after: Goal | undefined,
  within: ReadonlySet<number> | undefined,
  chained: boolean,
): Sequence {
  const sequence: Sequence = { blocks: [], parent, kind: 'body' };
  const place: Place = {
    sequence,
    depth: chained ? depth : depth + 1,
    after,
    within,
    chain: chained ? chain + 1 : 0,
  };
  fill(placing, place, entry);
  return sequence;
}

/** Every goal that a sequence and its bodies name, in reading order; what a default says is not named. */
function mentions(shape: Shape, sequence: Sequence, found: Goal[] = []): readonly Goal[] {
  for (const { node, jump, bodies, loop } of sequence.blocks) {
    if (loop !== undefined) mentions(shape, loop, found);
    else if (node.body !== undefined) found.push(node.body);
    for (const { goal } of shape.open[node.index] ?? []) {
      const body = bodies.get(goal);
      if (body === undefined) found.push(goal);
      else mentions(shape, body, found);
    }
    for (const goal of [node.success, jump]) if (goal !== undefined) found.push(goal);
  }
  return found;
}

/** Steps that control comes to only after an error stand behind the others. */
function errorsLast(shape: Shape, steps: readonly Sequence[]): Sequence[] {
  const wanted = new Set<number>();
  const waiting: (Goal | undefined)[] = [shape.start];
  while (waiting.length > 0) {
    const goal = waiting.pop();
    if (!isBlock(goal) || wanted.has(goal)) continue;
    wanted.add(goal);
    const { block, success, body, edges } = shape.nodes[goal] as Node;
    waiting.push(success, body);
    for (const edge of edges) if (edge.branch.word !== 'error' || block.kind === 'compare') waiting.push(edge.goal);
  }
  const isWanted = ({ blocks: [first] }: Sequence) => first !== undefined && wanted.has(first.node.index);
  return [...steps.filter(isWanted), ...steps.filter((step) => !isWanted(step))];
}
