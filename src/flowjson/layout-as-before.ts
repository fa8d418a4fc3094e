/** The layout of a flow that was laid out before: what stands somewhere stays there, so that the JSON changes as little as the flow. */
import type { FlowGraph, Point } from '../graph/flow-graph.ts';
import { objectAt, valueAt } from '../text/json-members.ts';
import { isObject, type JsonObject } from '../text/json.ts';
import { layOutAround, type Layout } from './layout.ts';
import { pointOf } from './read-metadata.ts';

/** `earlier`: the document of that time; `identifierOf`: what the new one calls an action. */
export function layOutAsBefore(
  earlier: JsonObject,
  identifierOf: (id: string) => string,
): (graph: FlowGraph) => Layout {
  const about = objectAt(earlier, 'Metadata.ActionMetadata');
  const entry = pointOf(valueAt(earlier, 'Metadata.entryPointPosition'));
  const standsAt = (id: string): Point | undefined => {
    const identifier = identifierOf(id);
    const known = Object.hasOwn(about, identifier) ? about[identifier] : undefined;
    return isObject(known) ? pointOf(known['position']) : undefined;
  };
  return (graph) => layOutAround(graph, standsAt, entry);
}
