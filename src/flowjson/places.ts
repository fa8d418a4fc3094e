/**
 * Origins of a graph that was read from JSON: where in the text its blocks, parameters and branches stand. A block stands
 * where its identifier is, since that is what people look for. A condition has two places: `condition:0` is what it asks,
 * `condition:0.target` where it leads.
 */
import type { FlowAction, FlowGraph, Origin } from '../graph/flow-graph.ts';
import type { Place } from '../text/text.ts';
import { memberOf, type JsonNode } from './json-scan.ts';
import { beginningOf, nodeAt, placeAt, type JsonPath, type Layer } from './layer.ts';

/** `indices` are those of the actions in the document, which stands at `path` in the layer. */
export function withPlaces(graph: FlowGraph, indices: readonly number[], layer: Layer, path: JsonPath): FlowGraph {
  const document = nodeAt(layer, path);
  const entries = memberOf(document, 'Actions')?.value.items ?? memberOf(document, 'modules')?.value.items ?? [];
  const members = (document?.members ?? []).flatMap(({ key }): [string, Place][] => {
    const value = memberOf(document, key)?.value;
    return value === undefined || value.items !== undefined ? [] : [[key, layer.place(value.span)]];
  });
  return {
    ...graph,
    origin: {
      place: beginningOf(placeAt(layer, path)),
      parameters: new Map(members),
    },
    actions: graph.actions.map((action, i) => {
      const entry = entries[indices[i] ?? -1];
      return entry === undefined ? action : { ...action, origin: originOf(action, entry, layer) };
    }),
  };
}

function originOf(action: FlowAction, entry: JsonNode, layer: Layer): Origin {
  const parameters = new Map<string, Place>();
  const branches = new Map<string, Place>();
  const collect = (node: JsonNode | undefined, path: string): void => {
    if (node === undefined) return;
    if (path !== '') parameters.set(path, layer.place(node.span));
    node.items?.forEach((item, i) => {
      collect(item, `${path}[${i}]`);
    });
    for (const { key } of node.members ?? []) {
      collect(memberOf(node, key)?.value, path === '' ? key : `${path}.${key}`);
    }
  };
  collect(memberOf(entry, 'Parameters')?.value, '');

  const transitions = memberOf(entry, 'Transitions')?.value;
  const branch = (key: string, node: JsonNode | undefined): void => {
    if (node !== undefined && !branches.has(key)) branches.set(key, layer.place(node.span));
  };
  branch('next', memberOf(transitions, 'NextAction')?.value);
  memberOf(transitions, 'Errors')?.value.items?.forEach((item, i) => {
    branch(action.errors[i]?.type ?? '', memberOf(item, 'NextAction')?.value ?? item);
  });
  memberOf(transitions, 'Conditions')?.value.items?.forEach((item, i) => {
    const target = memberOf(item, 'NextAction')?.value ?? item;
    branch(`condition:${i}`, memberOf(item, 'Condition')?.value ?? target);
    branch(`condition:${i}.target`, target);
  });
  const named = memberOf(entry, 'Identifier') ?? memberOf(entry, 'id') ?? memberOf(entry, 'Type');
  const place = named === undefined ? beginningOf(layer.place(entry.span)) : layer.place(named.value.span);
  return { place, parameters, branches };
}
