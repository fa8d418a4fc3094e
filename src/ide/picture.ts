/** The graph of a flow, for pictures. */
import { entryOf } from '../catalogue/index.ts';
import { layOut } from '../flowjson/layout.ts';
import type { FlowAction } from '../graph/flow-graph.ts';
import { branchWord } from './branch-word.ts';
import { flowAt } from './locate.ts';
import type { Analysis, FlowPicture, PictureEdge } from './types.ts';

/** The flow under an offset; where none is, the first of the file. */
export function pictureAt(analysis: Analysis, path: string, offset: number): FlowPicture | undefined {
  const declaration = flowAt(analysis, path, offset);
  const flow =
    (declaration && analysis.flows.get(declaration)) ??
    [...analysis.flows.values()].find(({ source }) => source.path === path);
  if (flow === undefined) return undefined;
  const { graph } = flow;
  const { positions } = layOut(graph);
  return {
    name: flow.name,
    display: flow.display,
    type: graph.type,
    start: graph.start,
    nodes: graph.actions.map((action) => {
      const { x, y } = action.position ?? positions.get(action.id) ?? { x: 0, y: 0 };
      return {
        id: action.id,
        label: action.label ?? action.hint?.verb ?? action.type,
        block: entryOf(action.type)?.block.en ?? action.type,
        text: action.hint?.operand,
        x,
        y,
        place: action.origin?.place,
      };
    }),
    edges: graph.actions.flatMap(edgesOf),
  };
}

function edgesOf(action: FlowAction): readonly PictureEdge[] {
  const { id, next, errors, conditions, origin } = action;
  const edge = (to: string, label: string, kind: PictureEdge['kind'], key: string): PictureEdge => ({
    from: id,
    to,
    label,
    kind,
    place: origin?.branches?.get(key) ?? origin?.place,
  });
  return [
    ...(next === undefined || next === '' ? [] : [edge(next, 'success', 'next', 'next')]),
    ...conditions.map(({ operands, target }, i) =>
      edge(target, `on ${operands.map(String).join(', ')}`, 'condition', `condition:${i}`),
    ),
    ...errors.map(({ type, target }) => edge(target, `on ${branchWord(action.type, type)}`, 'error', type)),
  ].filter(({ to }) => to !== '');
}
