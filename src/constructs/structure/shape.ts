/**
 * The graph that text is placed by: all edges but those that a default says, with the dominators in it. Unreachable
 * blocks hang below the root beside the rest, and what they lead to does not notice them.
 */
import { dominators, type Dominators } from '../../graph/dominators.ts';
import { predecessors, reachable, type Digraph } from '../../graph/reach.ts';
import { defaultFor, type Defaults } from './defaults.ts';
import { isBlock, NEXT, type Goal, type Goals } from './goals.ts';
import { groupEdges, type Edge, type Group, type Node } from './nodes.ts';

/** What placing asks of the graph. */
export interface Shape {
  readonly nodes: readonly Node[];
  /** The virtual node above the start. */
  readonly root: number;
  readonly start: number | undefined;
  /** Blocks that are named at the head of the flow. */
  readonly defaultTargets: ReadonlySet<number>;
  /** The edges of each node that are not covered by a named default. */
  readonly open: readonly (readonly Edge[])[];
  /** `open` in lines, where any goal may stand in braces. */
  readonly lines: readonly (readonly Group[])[];
  /** Over `open`, success and loop bodies; each predecessor once. */
  readonly into: readonly (readonly number[])[];
  readonly tree: Dominators;
  /** Blocks that nothing leads to from the start, those first that nothing leads to at all. */
  readonly lost: readonly number[];
}

/** The shape of a flow that says these defaults. */
export function shapeOf(nodes: readonly Node[], goals: Goals, start: number | undefined, defaults: Defaults): Shape {
  const root = nodes.length;
  const open = nodes.map((node) => openEdges(node, defaults));
  const graph: number[][] = nodes.map((node, i) => successors(node, open[i] ?? []));
  graph.push([]);
  const into = predecessors(graph);
  const defaultTargets = new Set([defaults.error, ...defaults.special.values()].filter(isBlock));
  const roots = start === undefined ? [] : [start];
  const fromStart = reachable(graph, roots);
  for (const target of defaultTargets) if (fromStart[target] === 0) roots.push(target);
  const living = reachable(graph, roots);
  const gone = nodes.filter(({ index }) => living[index] === 0 && !goals.shared.has(index)).map(({ index }) => index);
  const lost = [...gone.filter((i) => into[i]?.length === 0), ...gone.filter((i) => into[i]?.length !== 0)];
  const lostRoots = rootsOf(graph, lost);
  const separate: Digraph = graph.map((targets, i) =>
    i === root ? [...roots, ...lostRoots] : living[i] === 1 ? targets : targets.filter((t) => living[t] === 0),
  );
  const lines = open.map((edges) => groupEdges(edges, () => true));
  return { nodes, root, start, defaultTargets, open, lines, into, tree: dominators(separate, root), lost };
}

/** The first of each group of blocks that nothing outside leads to. */
function rootsOf(graph: Digraph, lost: readonly number[]): number[] {
  const seen = new Set<number>();
  const roots: number[] = [];
  for (const each of lost) {
    if (seen.has(each)) continue;
    roots.push(each);
    const below = [each];
    for (let node = below.pop(); node !== undefined; node = below.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      for (const target of graph[node] ?? []) below.push(target);
    }
  }
  return roots;
}

function openEdges({ block, edges }: Node, defaults: Defaults): readonly Edge[] {
  return edges.filter(({ branch, goal }) => {
    const covered = defaultFor(defaults, block, branch);
    return covered === undefined || covered === NEXT || covered !== goal;
  });
}

/** Success first, so that the line below comes next in reverse postorder. */
function successors({ success, body }: Node, edges: readonly Edge[]): number[] {
  const goals: (Goal | undefined)[] = [body, success, ...edges.map(({ goal }) => goal)];
  return [...new Set(goals.filter(isBlock))];
}
