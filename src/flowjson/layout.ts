/** Where the designer shows each block: layers from left to right, as people arrange them. */
import { edgesOf, type FlowGraph, type Point } from '../graph/flow-graph.ts';

export interface Layout {
  readonly entry: Point;
  /** By id of the action. */
  readonly positions: ReadonlyMap<string, Point>;
}

export interface LayoutOptions {
  readonly keepPositions?: boolean;
}

const STEP_X = 280;
const STEP_Y = 220;

export function layOut(graph: FlowGraph, _options: LayoutOptions = {}): Layout {
  const index = new Map(graph.actions.map((action, i) => [action.id, i]));
  const rank = new Array<number>(graph.actions.length).fill(-1);
  const queue: number[] = [];
  const start = graph.start === undefined ? undefined : index.get(graph.start);
  const visit = (i: number, r: number): void => {
    if ((rank[i] ?? 0) >= 0) return;
    rank[i] = r;
    queue.push(i);
  };
  if (start !== undefined) visit(start, 0);
  for (let root = 0; root <= graph.actions.length; root++) {
    for (let i = queue.shift(); i !== undefined; i = queue.shift()) {
      const action = graph.actions[i];
      if (action === undefined) continue;
      for (const { target } of edgesOf(action)) {
        const to = index.get(target);
        if (to !== undefined) visit(to, (rank[i] ?? 0) + 1);
      }
    }
    if (root < graph.actions.length) visit(root, 0);
  }
  const rows = new Map<number, number>();
  const positions = new Map<string, Point>();
  graph.actions.forEach((action, i) => {
    const r = rank[i] ?? 0;
    const row = rows.get(r) ?? 0;
    rows.set(r, row + 1);
    positions.set(action.id, { x: 200 + r * STEP_X, y: 40 + row * STEP_Y });
  });
  return { entry: { x: 40, y: 40 }, positions };
}
