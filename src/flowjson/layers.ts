/** The layers of a layout: which block stands in which, and in what order from top to bottom. */
import type { FlowGraph } from '../graph/flow-graph.ts';

/** Pixels between two blocks, and the room that a passing line takes. */
export const NODE_GAP = 60;

/** Sweeps over all layers; each is kept only when fewer lines cross after it. */
const MOST_SWEEPS = 12;
/** Nodes for long lines in all; the longest lines go without when there are more, and the order pays no heed to them. */
const MOST_WAYPOINTS = 1_500;
/** Sweeps without any gain before the search ends. */
const PATIENCE = 3;

export interface Layered {
  /** Number of nodes: the actions, in source order, then what stands for long lines where they pass through a layer. */
  readonly nodes: number;
  readonly layerOf: readonly number[];
  /** Nodes of each layer, from top to bottom. */
  readonly layers: number[][];
  /** Neighbours of each node in the layer before, and in the one after. */
  readonly up: readonly (readonly number[])[];
  readonly down: readonly (readonly number[])[];
}

/**
 * Layers by the longest way from the start; lines that close a loop do not count. All long lines to one block share what
 * stands for them, so a block that everything leads to costs one line, not hundreds.
 */
export function layeredOf(graph: FlowGraph): Layered {
  const count = graph.actions.length;
  const targets = targetsOf(graph);
  const { met, left, closing } = walk(graph, targets);
  const layerOf = new Array<number>(count).fill(0);
  for (let i = left.length - 1; i >= 0; i--) {
    const from = left[i] as number;
    for (const to of targets[from] as readonly number[]) {
      if (!closing.has(from * count + to)) layerOf[to] = Math.max(layerOf[to] as number, (layerOf[from] as number) + 1);
    }
  }

  const up: number[][] = Array.from({ length: count }, () => []);
  const down: number[][] = Array.from({ length: count }, () => []);
  const layers: number[][] = [];
  const put = (node: number): void => {
    const layer = layerOf[node] as number;
    while (layers.length <= layer) layers.push([]);
    (layers[layer] as number[]).push(node);
  };
  const link = (from: number, to: number): void => {
    (down[from] as number[]).push(to);
    (up[to] as number[]).push(from);
  };
  for (const node of met) put(node);
  const first = firstSources(targets, closing, layerOf);
  const tooLong = longestOf(first, layerOf);
  const chains = new Map<number, Map<number, number>>();
  for (const from of met) {
    for (const to of targets[from] as readonly number[]) {
      if (closing.has(from * count + to)) continue;
      if (tooLong.has(to) && (layerOf[to] as number) > (layerOf[from] as number) + 1) continue;
      let at = from;
      for (let layer = (layerOf[from] as number) + 1; layer < (layerOf[to] as number); layer++) {
        let chain = chains.get(to);
        if (chain === undefined) chains.set(to, (chain = new Map()));
        const shared = chain.get(layer);
        const node = shared ?? layerOf.push(layer) - 1;
        if (shared === undefined) {
          chain.set(layer, node);
          up.push([]);
          down.push([]);
          put(node);
        }
        link(at, node);
        // From here on the line is the one that is there already.
        at = shared === undefined ? node : -1;
        if (at < 0) break;
      }
      if (at >= 0) link(at, to);
    }
  }
  return { nodes: layerOf.length, layerOf, layers, up, down };
}

/** For each action the leftmost layer that leads to it. */
function firstSources(
  targets: readonly (readonly number[])[],
  closing: ReadonlySet<number>,
  layerOf: readonly number[],
): Int32Array {
  const first = Int32Array.from(layerOf);
  targets.forEach((list, from) => {
    for (const to of list) {
      const layer = layerOf[from] as number;
      if (layer < (first[to] as number) && !closing.has(from * targets.length + to)) first[to] = layer;
    }
  });
  return first;
}

/** The actions whose incoming lines are too long to be followed through every layer, once all shorter ones are. */
function longestOf(first: Int32Array, layerOf: readonly number[]): ReadonlySet<number> {
  const lengths = Array.from(first, (layer, node) => ({ node, length: (layerOf[node] as number) - layer - 1 }));
  let left = MOST_WAYPOINTS;
  for (const { length } of lengths) left -= Math.max(0, length);
  if (left >= 0) return new Set();
  left = MOST_WAYPOINTS;
  lengths.sort((a, b) => a.length - b.length || a.node - b.node);
  return new Set(lengths.filter(({ length }) => length > 0 && (left -= length) < 0).map(({ node }) => node));
}

/** Sorts the layers so that few lines cross: sweeps by the mean place of neighbours, the best order is kept. */
export function orderLayers({ nodes, layers, up, down }: Layered): void {
  const place = new Int32Array(nodes);
  for (const layer of layers) number(layer, place);
  let best = layers.map((layer) => layer.slice());
  let fewest = crossings(layers, down, place);
  for (let sweep = 0, idle = 0; sweep < MOST_SWEEPS && idle < PATIENCE && fewest > 0; sweep++) {
    if (sweep % 2 === 0) for (let l = 1; l < layers.length; l++) sortLayer(layers[l] as number[], up, place);
    else for (let l = layers.length - 2; l >= 0; l--) sortLayer(layers[l] as number[], down, place);
    const now = crossings(layers, down, place);
    if (now < fewest) {
      fewest = now;
      best = layers.map((layer) => layer.slice());
      idle = 0;
    } else idle++;
  }
  best.forEach((layer, l) => {
    layers[l] = layer;
  });
}

/** Targets of each action by number, each once: success, then conditions, then errors. */
function targetsOf({ actions }: FlowGraph): readonly (readonly number[])[] {
  const index = new Map<string, number>();
  for (let i = actions.length - 1; i >= 0; i--) index.set(actions[i]?.id ?? '', i);
  return actions.map(({ next, conditions, errors }, from) => {
    const found: number[] = [];
    const add = (target: string): void => {
      const to = target === '' ? undefined : index.get(target);
      if (to !== undefined && to !== from && !found.includes(to)) found.push(to);
    };
    if (next !== undefined) add(next);
    for (const { target } of conditions) add(target);
    for (const { target } of errors) add(target);
    return found;
  });
}

interface Walk {
  /** Nodes as they were met: success first, so the main line comes before its side branches. */
  readonly met: readonly number[];
  /** Nodes as they were left: read backwards, every node stands before all that it leads to. */
  readonly left: readonly number[];
  /** Edges that close a loop, as `from * count + to`. */
  readonly closing: ReadonlySet<number>;
}

/** Depth first from the start, then from what nothing leads to, then from whatever is not met yet. */
function walk(graph: FlowGraph, targets: readonly (readonly number[])[]): Walk {
  const count = targets.length;
  const state = new Uint8Array(count); // 0 not met, 1 on the way, 2 left
  const at = new Int32Array(count);
  const met: number[] = [];
  const left: number[] = [];
  const closing = new Set<number>();
  const stack: number[] = [];
  const meet = (node: number): void => {
    state[node] = 1;
    met.push(node);
    stack.push(node);
  };
  const from = (root: number): void => {
    if (state[root] !== 0) return;
    meet(root);
    while (stack.length > 0) {
      const node = stack[stack.length - 1] as number;
      const next = (targets[node] as readonly number[])[at[node] as number];
      at[node] = (at[node] as number) + 1;
      if (next === undefined) {
        state[node] = 2;
        left.push(node);
        stack.pop();
      } else if (state[next] === 1) closing.add(node * count + next);
      else if (state[next] === 0) meet(next);
    }
  };
  const start = graph.actions.findIndex(({ id }) => id === graph.start);
  if (start >= 0) from(start);
  if (met.length < count) {
    const hasSource = new Uint8Array(count);
    for (const list of targets) for (const to of list) hasSource[to] = 1;
    for (let i = 0; i < count; i++) if (hasSource[i] === 0) from(i);
    for (let i = 0; i < count; i++) from(i);
  }
  return { met, left, closing };
}

function number(layer: readonly number[], place: Int32Array): void {
  for (let i = 0; i < layer.length; i++) place[layer[i] as number] = i;
}

/** Sorts one layer by the mean place of its neighbours; nodes without any stay where they are. */
function sortLayer(layer: number[], neighbours: readonly (readonly number[])[], place: Int32Array): void {
  if (layer.length < 2) return;
  const keys = new Float64Array(layer.length);
  for (let i = 0; i < layer.length; i++) {
    const around = neighbours[layer[i] as number] as readonly number[];
    let sum = 0;
    for (const other of around) sum += place[other] as number;
    keys[i] = around.length === 0 ? i : sum / around.length;
  }
  // By insertion: the order of the sweep before is nearly right, and equal keys keep their order.
  for (let i = 1; i < layer.length; i++) {
    const node = layer[i] as number;
    const key = keys[i] as number;
    let to = i;
    for (; to > 0 && (keys[to - 1] as number) > key; to--) {
      layer[to] = layer[to - 1] as number;
      keys[to] = keys[to - 1] as number;
    }
    layer[to] = node;
    keys[to] = key;
  }
  number(layer, place);
}

/** How many pairs of lines between neighbouring layers cross. */
function crossings(
  layers: readonly (readonly number[])[],
  down: readonly (readonly number[])[],
  place: Int32Array,
): number {
  let total = 0;
  for (let l = 0; l + 1 < layers.length; l++) {
    const width = (layers[l + 1] as readonly number[]).length;
    if (width < 2) continue;
    // A Fenwick tree counts, for each line, the earlier ones that end below it.
    const tree = new Int32Array(width + 1);
    let lines = 0;
    for (const node of layers[l] as readonly number[]) {
      const ends = down[node] as readonly number[];
      for (const end of ends) {
        let notBelow = 0;
        for (let i = (place[end] as number) + 1; i > 0; i -= i & -i) notBelow += tree[i] as number;
        total += lines - notBelow;
      }
      for (const end of ends) {
        for (let i = (place[end] as number) + 1; i <= width; i += i & -i) tree[i] = (tree[i] as number) + 1;
      }
      lines += ends.length;
    }
  }
  return total;
}
