/** Carrying over from every real flow: what did not change is left to the letter. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { carryOver } from '../../src/flowjson/carry-over.ts';
import { decode } from '../../src/flowjson/decode.ts';
import { emit } from '../../src/flowjson/emit.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { compare } from '../../src/graph/compare.ts';
import type { FlowGraph } from '../../src/graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';
import { corpusFiles, corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';

const flows = corpusFiles()
  .filter(({ kind, quality }) => kind === 'modern' && quality === 'A')
  .map(({ path, bytes }) => ({ path, text: decode(bytes()).text ?? '' }))
  .flatMap(({ path, text }) => {
    const document = documentIn(text);
    const { graph } = readFlow({ path, text });
    return document === undefined || graph === undefined ? [] : [{ path, graph, live: JSON.stringify(document) }];
  });

function documentIn(text: string): JsonObject | undefined {
  let value = JSON.parse(text) as Json;
  for (const key of ['ContactFlow', 'ContactFlowModule', 'Content']) {
    if (isObject(value) && value[key] !== undefined) value = value[key];
    if (typeof value === 'string') value = JSON.parse(value) as Json;
  }
  return isObject(value) && Array.isArray(value['Actions']) ? value : undefined;
}

function again(graph: FlowGraph, path: string): FlowGraph {
  const { files } = decompile([{ source: { path, text: '' }, graph }], { project: false });
  const [flow] = compile([{ path: 'flow.flow', text: files[0]?.text ?? '' }]).flows;
  if (flow === undefined) throw new Error(path);
  return flow.graph;
}

/** Without what the head of the flow says, and without entries for blocks that had none. */
function comparable(document: JsonObject, old: JsonObject): JsonObject {
  const { name: _, description: __, type: ___, ActionMetadata, ...others } = objectOf(document['Metadata']);
  const known = objectOf(objectOf(old['Metadata'])['ActionMetadata']);
  const entries = Object.entries(objectOf(ActionMetadata)).filter(([id]) => Object.hasOwn(known, id));
  return { ...document, Metadata: { ...others, ActionMetadata: Object.fromEntries(entries) } };
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

describe.skipIf(!corpusIsThere)(`layout of real flows (${corpusIsThere ? flows.length : WHY_SKIPPED})`, () => {
  it.each(flows)('$path: published unchanged, nothing in the document changes', ({ path, graph, live }) => {
    const next = emit(again(graph, path), { exact: true });
    const { document } = carryOver(live, JSON.stringify(next.document));
    expect(compare(graph, readFlow({ path, text: JSON.stringify(document) }).graph as FlowGraph)).toBeUndefined();
    const old = JSON.parse(live) as JsonObject;
    if (!isObject(old['Metadata'])) return;
    expect(comparable(document, old)).toEqual(comparable(old, old));
  });
});
