/**
 * Where the designer shows each block: in layers from left to right, as people arrange them. Loops are cut where they close,
 * every block stands right of all that lead to it otherwise, and blocks of a layer are ordered so that few lines cross.
 */
import type { FlowAction, FlowGraph, Point } from '../graph/flow-graph.ts';
import { layeredOf, NODE_GAP, orderLayers, type Layered } from './layers.ts';
import { emptyRoom } from './room.ts';

export interface Layout {
  /** Where the entry point of the flow stands. */
  readonly entry: Point;
  /** By id of the action: its upper left corner, in pixels of the designer. */
  readonly positions: ReadonlyMap<string, Point>;
}

export interface LayoutOptions {
  /** Blocks that have a position stay there; the others are put beside their neighbours. */
  readonly keepPositions?: boolean;
}

/** Width of a block, and of a layer: the distance that exports show most between a block and the next is 240 to 300. */
export const BLOCK_WIDTH = 200;
const LAYER_WIDTH = 280;
/** A block is as high as its branches are many. */
const BLOCK_HEIGHT = 100;
const BRANCH_HEIGHT = 32;
/** Positions are multiples of this, as those of exports are of 0.8. */
const GRID = 8;

const ENTRY: Point = { x: 40, y: 40 };
const FIRST_X = 200;

export function layOut(graph: FlowGraph, options: LayoutOptions = {}): Layout {
  const layered = layeredOf(graph);
  orderLayers(layered);
  const tops = topsOf(graph, layered);
  const { layerOf } = layered;
  const positions = new Map<string, Point>();
  const start = graph.actions.findIndex(({ id }) => id === graph.start);
  const shift = ENTRY.y - (tops[start < 0 ? 0 : start] ?? ENTRY.y);
  graph.actions.forEach(({ id }, i) => {
    const y = Math.round(((tops[i] ?? 0) + shift) / GRID) * GRID;
    positions.set(id, { x: FIRST_X + (layerOf[i] ?? 0) * LAYER_WIDTH, y: y === 0 ? 0 : y });
  });
  return options.keepPositions ? kept(graph, positions) : { entry: ENTRY, positions };
}

/** The same where blocks stand somewhere already: those stay, and so does the entry point. */
export function layOutAround(
  graph: FlowGraph,
  standsAt: (id: string) => Point | undefined,
  entry: Point | undefined,
): Layout {
  const actions = graph.actions.map((action): FlowAction => ({ ...action, position: standsAt(action.id) }));
  const layout = layOut({ ...graph, actions }, { keepPositions: true });
  return { ...layout, entry: entry ?? layout.entry };
}

/** Height of the block of an action, in pixels of the designer. */
export function blockHeight(branches: number): number {
  return BLOCK_HEIGHT + BRANCH_HEIGHT * branches;
}

/** Upper edges: each block as near to the middle of its neighbours as the order of its layer allows. */
function topsOf(graph: FlowGraph, { layers, up, down, nodes }: Layered): Float64Array {
  const height = new Float64Array(nodes);
  graph.actions.forEach(({ next, errors, conditions }, i) => {
    height[i] = blockHeight((next === undefined ? 0 : 1) + errors.length + conditions.length) + NODE_GAP;
  });
  // What stands for a long line needs a little room, so that lines do not run behind blocks.
  for (let node = graph.actions.length; node < nodes; node++) height[node] = NODE_GAP;
  const tops = new Float64Array(nodes);
  for (const layer of layers) {
    let y = 0;
    for (const node of layer) {
      tops[node] = y;
      y += height[node] as number;
    }
  }
  for (let l = 1; l < layers.length; l++) settle(layers[l] as number[], up, height, tops);
  for (let l = layers.length - 2; l >= 0; l--) settle(layers[l] as number[], down, height, tops);
  for (let l = 1; l < layers.length; l++) settle(layers[l] as number[], up, height, tops);
  return tops;
}

/**
 * Moves the blocks of a layer towards the mean of their neighbours without changing their order: the least squares
 * solution, by pooling adjacent blocks that would overlap.
 */
function settle(
  layer: readonly number[],
  neighbours: readonly (readonly number[])[],
  height: Float64Array,
  tops: Float64Array,
): void {
  const sums: number[] = [];
  const counts: number[] = [];
  let offset = 0;
  for (const node of layer) {
    const around = neighbours[node] as readonly number[];
    let wanted = tops[node] as number;
    if (around.length > 0) {
      wanted = 0;
      for (const other of around) wanted += tops[other] as number;
      wanted /= around.length;
    }
    let sum = wanted - offset;
    let count = 1;
    while (
      sums.length > 0 &&
      (sums[sums.length - 1] as number) * count >= sum * (counts[counts.length - 1] as number)
    ) {
      sum += sums.pop() as number;
      count += counts.pop() as number;
    }
    sums.push(sum);
    counts.push(count);
    offset += height[node] as number;
  }
  let at = 0;
  offset = 0;
  for (let pool = 0; pool < sums.length; pool++) {
    const y = (sums[pool] as number) / (counts[pool] as number);
    for (let left = counts[pool] as number; left > 0; left--) {
      const node = layer[at++] as number;
      tops[node] = y + offset;
      offset += height[node] as number;
    }
  }
}

/** Blocks with a position of their own stay; each other one goes where the layout has it relative to a neighbour that stays. */
function kept(graph: FlowGraph, fresh: ReadonlyMap<string, Point>): Layout {
  const positions = new Map<string, Point>();
  const room = emptyRoom(BLOCK_WIDTH, NODE_GAP);
  const heightOf = new Map<string, number>();
  const neighbours = new Map<string, string[]>();
  const join = (id: string, others: readonly string[]): void => {
    const known = neighbours.get(id);
    if (known === undefined) neighbours.set(id, [...others]);
    else known.push(...others);
  };
  for (const { id, next, errors, conditions, position } of graph.actions) {
    const targets = [next ?? '', ...errors.map(({ target }) => target), ...conditions.map(({ target }) => target)];
    const height = blockHeight(targets.length);
    heightOf.set(id, height);
    for (const target of targets) join(target, [id]);
    join(id, targets);
    if (position === undefined) continue;
    positions.set(id, position);
    room.take({ ...position, height });
  }
  for (const { id } of graph.actions) {
    if (positions.has(id)) continue;
    const own = fresh.get(id) ?? ENTRY;
    const anchor = neighbours.get(id)?.find((other) => other !== id && positions.has(other) && fresh.has(other));
    const from = anchor === undefined ? undefined : positions.get(anchor);
    const freshFrom = anchor === undefined ? undefined : fresh.get(anchor);
    const height = heightOf.get(id) ?? BLOCK_HEIGHT;
    const x = from === undefined || freshFrom === undefined ? own.x : from.x + own.x - freshFrom.x;
    const wanted = from === undefined || freshFrom === undefined ? own.y : from.y + own.y - freshFrom.y;
    const y = room.freeFrom({ x, y: wanted, height });
    positions.set(id, { x, y });
    room.take({ x, y, height });
  }
  const first = positions.get(graph.start ?? '');
  return { entry: first === undefined ? ENTRY : { x: first.x - (FIRST_X - ENTRY.x), y: first.y }, positions };
}
