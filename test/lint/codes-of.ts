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
  return [...new Set(found)].filter((code) => !OF_MINIATURES.has(code)).sort();
}

/** True of flows that are as small as those of the tests, whose branches all lead to the one block that there is. */
const OF_MINIATURES: ReadonlySet<string> = new Set(['lint/pointless-decision', 'lint/said-twice']);
