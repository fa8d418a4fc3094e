/**
 * Are what source says and what is live the same flow? Free are, besides identifiers, order and Metadata, what the service
 * or its designer fill in: defaults, numbers for texts, ids for ARNs, `null` for nothing.
 */
import { entryOf } from '../catalogue/index.ts';
import { readDocument } from '../flowjson/read-document.ts';
import { readFlow } from '../flowjson/read.ts';
import { compare } from '../graph/compare.ts';
import type { FlowAction, FlowGraph } from '../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { NOWHERE, type Place } from '../text/text.ts';
import { isCertainlySame } from './flow-same.ts';
import { valueAt } from '../text/json-members.ts';
import { without } from './kinds/json.ts';
import type { FlowContent } from './types.ts';

/** The graph of a flow's content; undefined when the content is no flow. */
export function graphOf(flow: FlowContent): FlowGraph | undefined {
  // What is compiled makes its content only when it is asked for.
  if (flow.compiled !== undefined) return flow.compiled.graph;
  const graph = quickGraph(flow.content) ?? readFlow({ path: 'live.json', text: flow.content }).graph;
  return graph === undefined ? undefined : { ...graph, type: flow.type };
}

const NOWHERE_AT_ALL: Place = { source: { path: '', text: '' }, span: NOWHERE };

function isCompiledFrom({ compiled, content }: FlowContent, graph: FlowGraph | undefined): boolean {
  if (graph === undefined || compiled !== undefined) return false;
  const document = documentOf(content);
  return document !== undefined && isCertainlySame(graph, document);
}

function documentOf(content: string): JsonObject | undefined {
  try {
    const document = JSON.parse(content) as Json;
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** What the API hands out is nearly always a plain document, which is read several times faster without its places. */
function quickGraph(content: string): FlowGraph | undefined {
  const document = documentOf(content);
  if (document === undefined || !Array.isArray(document['Actions'])) return undefined;
  return readDocument(document, () => NOWHERE_AT_ALL).graph;
}

/** `instanceArn`: the instance whose things may be named by id alone. */
export function isSameFlow(a: FlowContent, b: FlowContent, instanceArn: string): boolean {
  if (isCompiledFrom(a, b.compiled?.graph) || isCompiledFrom(b, a.compiled?.graph)) return true;
  const left = graphOf(a);
  const right = graphOf(b);
  if (left === undefined || right === undefined) return a.content === b.content;
  if (compare(left, right) === undefined) return true;
  return compare(plainGraph(left, instanceArn), plainGraph(right, instanceArn)) === undefined;
}

/** The graph without what may be there or not, in one spelling for what has several. */
export function plainGraph(graph: FlowGraph, instanceArn: string): FlowGraph {
  return {
    ...graph,
    actions: graph.actions.map((action) => ({ ...action, parameters: plainParameters(action, instanceArn) })),
  };
}

/** The console writes it into every block that speaks, and not writing it says the same (WIRE-FACTS, MessageParticipant). */
const FILLED_IN: Readonly<Record<string, Json>> = { SkipWhenDTMFBufferEnabled: 'false' };

function plainParameters({ type, parameters }: FlowAction, instanceArn: string): JsonObject {
  let plain = plainJson(parameters, instanceArn) as JsonObject;
  for (const { name, default: value } of entryOf(type)?.parameters ?? []) {
    const filled = value ?? FILLED_IN[name];
    if (filled === undefined || name.includes('[]')) continue;
    if (valueAt(plain, name) === String(filled)) plain = without(plain, name);
  }
  return plain;
}

/** Scalars are texts in everything that the designer writes. */
function plainJson(value: Json, instanceArn: string): Json {
  if (typeof value === 'string') return plainReference(value, instanceArn);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return value;
  if (!isObject(value)) return value.map((item) => plainJson(item, instanceArn));
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([key, member]) => [key, plainJson(member, instanceArn)]));
}

/** `arn:…:instance/<this one>/queue/<id>` is `<id>`: an id tells as much, and blocks may have either. */
export function plainReference(value: string, instanceArn: string): string {
  if (!value.startsWith(instanceArn) || value.charAt(instanceArn.length) !== '/') return value;
  return value.slice(value.indexOf('/', instanceArn.length + 1) + 1);
}
