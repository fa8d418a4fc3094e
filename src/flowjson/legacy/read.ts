/** The export format of the first designer (`modules`, `version: "1"`) to a FlowGraph of today's actions. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FlowAction, FlowGraph } from '../../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import type { Place } from '../../text/text.ts';
import { flowTypeOf } from '../flow-types.ts';
import type { JsonPath } from '../layer.ts';

export interface LegacyRead {
  readonly graph: FlowGraph;
  readonly indices: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readLegacy(document: JsonObject, _place: (path: JsonPath) => Place): LegacyRead {
  const modules = Array.isArray(document['modules']) ? (document['modules'] as readonly Json[]) : [];
  const actions: FlowAction[] = [];
  const indices: number[] = [];
  modules.forEach((module, i) => {
    if (!isObject(module)) return;
    const { id, type, ...extra } = module;
    indices.push(i);
    actions.push({
      id: typeof id === 'string' ? id : `#${i + 1}`,
      label: undefined,
      type: typeof type === 'string' ? type : '',
      parameters: {},
      next: undefined,
      errors: [],
      conditions: [],
      extra,
    });
  });
  const graph: FlowGraph = {
    name: undefined,
    description: undefined,
    type: flowTypeOf(document['type']),
    start: typeof document['start'] === 'string' ? document['start'] : undefined,
    actions,
    notes: [],
    top: { Version: '2019-10-30' },
  };
  return { graph, indices, diagnostics: [] };
}
