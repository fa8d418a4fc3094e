import type { FlowType } from '../../src/graph/flow-graph.ts';
import { lintGraph } from '../../src/lint/index.ts';
import { flow } from '../../src/lint/sample.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { graphOf } from './graph-of.ts';

/** Codes that a document of these actions gets, each once, with `!` behind those that are errors. */
export function codesOf(actions: readonly JsonObject[], type?: FlowType): readonly string[] {
  const found = lintGraph(graphOf(flow(actions), type)).map(({ code, severity }) =>
    severity === 'error' ? `${code}!` : code,
  );
  return [...new Set(found)].sort();
}
