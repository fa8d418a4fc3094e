/**
 * Bridge 3, inbound: flow-language JSON in any of its wrappings to a FlowGraph. Total and lossless: whatever is a flow is
 * read, and what no flow has is carried along to the letter. What Connect would think of it is for the checks to say.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FlowGraph } from '../graph/flow-graph.ts';
import { textAt } from '../text/json-members.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { SourceText } from '../text/text.ts';
import { json } from './diagnostics.ts';
import { flowTypeOf } from './flow-types.ts';
import { beginningOf, innerLayer, placeAt, wholeLayer, type JsonPath, type Layer } from './layer.ts';
import { readLegacy } from './legacy/read.ts';
import { limits } from '../catalogue/quotas.ts';
import { contractAt, type Contract } from './module-contract.ts';
import { lossesOfNumbers } from './numbers.ts';
import { parseJson } from './parse-json.ts';
import { withPlaces } from './places.ts';
import { readDocument } from './read-document.ts';

export interface ReadOptions {
  /** Fill in the origins of the flow and its actions: places of blocks, parameters and branches in the JSON text. */
  readonly places?: boolean;
}

export interface ReadResult {
  /** Undefined when the text is no flow; then an error says why. */
  readonly graph: FlowGraph | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What a module takes and gives back: part of the answer of DescribeContactFlowModule, and not of any content. */
  readonly contract?: Contract | undefined;
}

/** What an answer or request of the API says about the flow besides its content. */
interface Envelope {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: Json | undefined;
  readonly contract?: (() => Contract) | undefined;
}

interface Found {
  readonly layer: Layer;
  readonly path: JsonPath;
  readonly document: JsonObject;
  readonly envelope: Envelope;
}

/**
 * Reads a flow from: API content or an export of the designer (`Actions`), an export of the first designer (`modules`),
 * an answer of DescribeContactFlow or DescribeContactFlowModule, its inner object, or a JSON string that holds one of these.
 */
export function readFlow(source: SourceText, options: ReadOptions = {}): ReadResult {
  const diagnostics: Diagnostic[] = [];
  const found = findDocument(wholeLayer(source), diagnostics);
  if (found === undefined) return { graph: undefined, diagnostics };

  const { document, envelope, layer, path } = found;
  const place = (inner: JsonPath) => placeAt(layer, [...path, ...inner]);
  if (layer.text.length > limits.contentCharacters) {
    const characters = JSON.stringify(document).length;
    if (characters > limits.contentCharacters) {
      diagnostics.push(json('too-long', beginningOf(place([])), { characters, limit: limits.contentCharacters }));
    }
  }
  diagnostics.push(...lossesOfNumbers(document, layer, path));
  const read = isLegacy(document) ? readLegacy(document, place) : readDocument(document, place);
  diagnostics.push(...read.diagnostics);
  const named: FlowGraph = {
    ...read.graph,
    name: envelope.name ?? read.graph.name,
    description: envelope.description ?? read.graph.description,
    type: flowTypeOf(envelope.type) ?? read.graph.type,
  };
  const graph = options.places ? withPlaces(named, read.indices, layer, path) : named;
  return { graph, diagnostics, contract: graph.type === 'MODULE' ? envelope.contract?.() : undefined };
}

function findDocument(outermost: Layer, diagnostics: Diagnostic[]): Found | undefined {
  let layer = outermost;
  let path: JsonPath = [];
  let envelope: Envelope = {};
  let value = parse(layer, diagnostics);
  while (value !== undefined) {
    if (typeof value === 'string') {
      layer = innerLayer(layer, path, value);
      path = [];
      value = parse(layer, diagnostics);
    } else if (isObject(value) && (isModern(value) || isLegacy(value))) {
      return { layer, path, document: value, envelope };
    } else if (isObject(value) && isObject(value['ContactFlow'])) {
      path = [...path, 'ContactFlow'];
      value = value['ContactFlow'];
    } else if (isObject(value) && isObject(value['ContactFlowModule'])) {
      path = [...path, 'ContactFlowModule'];
      value = { Type: 'MODULE', ...value['ContactFlowModule'] };
    } else if (isObject(value) && (typeof value['Content'] === 'string' || isObject(value['Content']))) {
      envelope = envelopeOf(value, layer, path);
      path = [...path, 'Content'];
      value = value['Content'];
    } else {
      diagnostics.push(json('not-a-flow', beginningOf(placeAt(layer, path)), { found: whatItIs(value) }));
      return undefined;
    }
  }
  return undefined;
}

function parse(layer: Layer, diagnostics: Diagnostic[]): Json | undefined {
  const parsed = parseJson(layer);
  diagnostics.push(...parsed.diagnostics);
  return parsed.value;
}

/** Drafts may lack any one of the three members, but not all that tell: views have `Actions` too, which are names. */
function isModern(value: JsonObject): boolean {
  const { Actions: actions } = value;
  if (!('Actions' in value)) return typeof value['StartAction'] === 'string';
  if ('StartAction' in value) return Array.isArray(actions) || actions === null;
  return Array.isArray(actions) && hasObject(actions as readonly Json[]);
}

function isLegacy(value: JsonObject): boolean {
  return Array.isArray(value['modules']) && hasObject(value['modules'] as readonly Json[]);
}

/** Not only things that are no blocks. */
function hasObject(entries: readonly Json[]): boolean {
  return entries.length === 0 || entries.some(isObject);
}

function envelopeOf(resource: JsonObject, layer: Layer, path: JsonPath): Envelope {
  const { Arn: arn, Settings: settings } = resource;
  // Only modules have settings beside their content.
  const module = settings !== undefined || (typeof arn === 'string' && arn.includes('/flow-module/'));
  return {
    name: textAt(resource, 'Name'),
    description: textAt(resource, 'Description'),
    type: resource['Type'] ?? resource['ContactFlowType'] ?? (module ? 'MODULE' : undefined),
    contract: settings === undefined ? undefined : () => contractAt(layer, [...path, 'Settings'], settings),
  };
}

const LIST = 'it is a list of flows; give each of them as a file of its own';

function isFlowLike(value: Json): boolean {
  return isObject(value) && (isModern(value) || isLegacy(value) || 'ContactFlow' in value || 'Content' in value);
}

function whatItIs(value: Json): string {
  if (value === null) return 'it is null';
  if (Array.isArray(value)) return (value as readonly Json[]).some(isFlowLike) ? LIST : 'it is a list';
  if (typeof value !== 'object') return `it is a ${typeof value}`;
  const { ContactFlows: flows, ContactFlowModules: modules } = value as JsonObject;
  if (Array.isArray(flows) || Array.isArray(modules)) return LIST;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'it is an empty object';
  if ('Actions' in value)
    return Array.isArray(value['Actions']) ? 'no block is in its `Actions`' : 'its `Actions` is no list';
  if (
    keys.includes('Document') ||
    keys.includes('Resources') ||
    isResource(value as JsonObject) ||
    keys.some(isFunction)
  ) {
    return 'it looks like a template; give the flow inside it';
  }
  return `it has ${keys
    .slice(0, 5)
    .map((key) => `\`${key}\``)
    .join(', ')}${keys.length > 5 ? ' …' : ''}`;
}

/** Of CloudFormation, alone and without the template around it. */
function isResource(value: JsonObject): boolean {
  const { Type: type, Properties: properties } = value;
  return typeof type === 'string' && type.startsWith('AWS::') && isObject(properties);
}

function isFunction(key: string): boolean {
  return key.startsWith('Fn::');
}
