/** Which line of the source an action of the JSON came from: what maps answers of Connect, and flow logs, back. */
import type { FlowGraph } from '../graph/flow-graph.ts';
import { positionAt } from '../text/text.ts';

export interface SourceMapEntry {
  readonly identifier: string;
  readonly file: string;
  /** From 1; the column counts UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** Plain data that can be written as JSON. `actions[n]` belongs to `Actions[n]`; null where no source is known. */
export interface SourceMap {
  readonly version: 1;
  readonly actions: readonly (SourceMapEntry | null)[];
}

export function sourceMapOf(graph: FlowGraph, identifiers: ReadonlyMap<string, string>): SourceMap {
  const actions = graph.actions.map((action) => {
    if (action.origin === undefined) return null;
    const { source, span } = action.origin.place;
    const identifier = identifiers.get(action.id) ?? action.id;
    return { identifier, file: source.path, ...positionAt(source, span.start) };
  });
  return { version: 1, actions };
}

/** The source of the action that an answer of Connect names, by index or by identifier. */
export function sourceOf(map: SourceMap, action: number | string): SourceMapEntry | undefined {
  if (typeof action === 'number') return map.actions[action] ?? undefined;
  return map.actions.find((entry) => entry?.identifier === action) ?? undefined;
}
