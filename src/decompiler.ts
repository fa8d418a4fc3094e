/** Flow graphs → `.flow` text. The only place that knows the order: raise, structure, name, print. */
import { wordOfFlowType } from './catalogue/flow-types.ts';
import { sayDocument } from './constructs/head.ts';
import {
  createNames,
  identifierFor,
  inReadingOrder,
  sayExisting,
  type Existing,
  type KnownNames,
  type NameTable,
} from './constructs/naming.ts';
import { raiseBlocks } from './constructs/raise.ts';
import { withContract } from './constructs/say-contract.ts';
import { structure } from './constructs/structure/index.ts';
import type { FlowGraph } from './graph/flow-graph.ts';
import type { Declaration, Entity, Flow, Item } from './syntax/ast.ts';
import { body, name, text, word } from './syntax/make.ts';
import { printFile } from './syntax/print.ts';
import type { JsonObject } from './text/json.ts';
import { NOWHERE, type SourceText } from './text/text.ts';

/** Flows as text. */
export interface Decompiled {
  /** Paths are bare file names; where they go is the caller's choice. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** A flow to say. `source` is what it was read from, whose name it may take. */
export interface DecompileInput {
  readonly source: SourceText;
  readonly graph: FlowGraph;
  /** What a module takes and gives back, where that is known: settings of the entity model. */
  readonly contract?: JsonObject | undefined;
}

/** How the text is parted and laid out. */
export interface DecompileOptions {
  /** One file a flow and an `entities.flow` for all; otherwise one text that holds everything. */
  readonly project: boolean;
  readonly width?: number;
  /** Names of things that are declared elsewhere. */
  readonly known?: KnownNames;
  /** A file name for a flow's name (without extension); the workspace knows what file systems refuse. */
  readonly fileName?: (flowName: string) => string;
}

/** Says flows as declarations: what they refer to in reading order, and the flows themselves. */
export function raiseFlows(
  inputs: readonly DecompileInput[],
  known?: KnownNames,
): {
  readonly entities: readonly Entity[];
  readonly flows: readonly Flow[];
} {
  const taken = new Set<string>();
  const named = inputs.map(({ source, graph, contract }) => ({
    graph,
    contract,
    identifier: flowName(graph, source, taken),
  }));
  const names = createNames(taken, known);
  const used = new Set<Existing>();
  const flows = named.map(({ graph, contract, identifier }) => {
    const said = sayFlow(graph, identifier, names);
    const flow = contract === undefined ? said : withContract(said, contract);
    for (const existing of inReadingOrder(flow.body.items, names.mentioned)) used.add(existing);
    return flow;
  });
  return { entities: [...used].map(sayExisting), flows };
}

/** Says flows as text, with an `existing` declaration for everything that they refer to. */
export function decompile(inputs: readonly DecompileInput[], options: DecompileOptions): Decompiled {
  const { entities, flows } = raiseFlows(inputs, options.known);
  const print = (declarations: readonly Declaration[]) =>
    printFile({ kind: 'file', declarations, comments: [], span: NOWHERE }, undefined, { width: options.width ?? 100 });
  if (!options.project) return { files: [{ path: 'flow.flow', text: print([...entities, ...flows]) }] };
  const files = flows.map((flow) => ({
    path: `${options.fileName?.(flow.name.text) ?? flow.name.text}.flow`,
    text: print([flow]),
  }));
  return { files: entities.length === 0 ? files : [{ path: 'entities.flow', text: print(entities) }, ...files] };
}

/** The identifier of a flow: from its name, else from its file; made unique among those of its kind. */
function flowName(graph: FlowGraph, source: SourceText, taken: Set<string>): string {
  const file = source.path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const base =
    [graph.name, file].map((said) => identifierFor(said ?? '').slice(0, 80)).find((said) => said !== '') ?? 'Flow';
  const kind = graph.type === 'MODULE' ? 'module' : 'flow';
  let unique = base;
  for (let n = 2; taken.has(`${kind}/${unique}`); n++) unique = `${base}${n}`;
  taken.add(`${kind}/${unique}`);
  return unique;
}

/** One flow as a declaration of that name. */
export function sayFlow(graph: FlowGraph, identifier: string, names: NameTable): Flow {
  const blocks = raiseBlocks(graph, names);
  const { items } = structure({ blocks, start: graph.start, notes: graph.notes });
  const document = sayDocument(graph);
  const head: Item[] = document === undefined ? [] : [document];
  const type = graph.type === undefined ? undefined : wordOfFlowType(graph.type);
  return {
    kind: 'flow',
    type: type === undefined ? undefined : word(type),
    name: name(identifier),
    display: graph.name === undefined || graph.name === identifier || graph.name === '' ? undefined : text(graph.name),
    doc: graph.description === '' ? undefined : graph.description,
    body: body([...head, ...items]),
    span: NOWHERE,
  };
}
