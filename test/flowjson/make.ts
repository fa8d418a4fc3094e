/** Small graphs and documents for tests, written as briefly as they can be. */
import type { FlowAction, FlowGraph } from '../../src/graph/flow-graph.ts';
import { readFlow, type ReadOptions, type ReadResult } from '../../src/flowjson/read.ts';

export function action(id: string, type: string, rest: Partial<FlowAction> = {}): FlowAction {
  return { id, label: undefined, type, parameters: {}, next: undefined, errors: [], conditions: [], ...rest };
}

export function graph(actions: readonly FlowAction[], rest: Partial<FlowGraph> = {}): FlowGraph {
  return {
    name: undefined,
    description: undefined,
    type: undefined,
    start: actions[0]?.id,
    actions,
    notes: [],
    top: { Version: '2019-10-30' },
    ...rest,
  };
}

/** Reads a document given as a value or as text. */
export function read(document: unknown, options?: ReadOptions): ReadResult {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return readFlow({ path: 'flow.json', text }, options);
}

/** Reads what must be a flow and gives no diagnostics. */
export function readGraph(document: unknown, options?: ReadOptions): FlowGraph {
  const { graph: found, diagnostics } = read(document, options);
  if (found === undefined || diagnostics.length > 0)
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
}
