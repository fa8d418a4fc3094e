/** Real flows for the judge: those made by the console or the API, with what templates leave open filled in. */
import { flowTypes } from '../../src/catalogue/flow-types.ts';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';
import { corpusFiles } from '../corpus/corpus.ts';
import { judge } from './documents.ts';

export interface RealFlow {
  readonly path: string;
  /** The type that the flow says, else the first that takes it, else inbound. */
  readonly type: FlowType;
  readonly content: JsonObject;
}

/** What templates and people write where something is to be filled in. */
const OPEN =
  /\$\{[^}]*\}|\{\{[^}]*\}\}|<<[^>]*>>\/?|%%[^%]*%%|%[A-Za-z_]\w*%|<[A-Z][A-Z0-9_ :.-]*>|\b[A-Z][A-Z0-9]*([_ ][A-Z0-9]+)+\b/g;

export function realFlows(): readonly RealFlow[] {
  return corpusFiles().flatMap(({ path, kind, quality, bytes }) => {
    if (kind !== 'modern' || quality !== 'A') return [];
    const content = JSON.parse(Buffer.from(bytes()).toString('utf8')) as JsonObject;
    const filled = { ...content, Actions: filledIn(content.Actions ?? null) };
    return [{ path, type: typeOf(filled), content: filled }];
  });
}

/** A path stands for whatever will be filled in: it is allowed nearly everywhere. */
function filledIn(value: Json): Json {
  if (typeof value === 'string') return value.replace(OPEN, '$.Attributes.filled');
  if (Array.isArray(value)) return (value as readonly Json[]).map(filledIn);
  if (!isObject(value)) return value;
  const keep = new Set(['Identifier', 'NextAction', 'ErrorType', 'Type', 'Operands']);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, keep.has(key) ? item : filledIn(item)]));
}

function typeOf(content: JsonObject): FlowType {
  if (content.Settings !== undefined) return 'MODULE';
  const said = isObject(content.Metadata) ? content.Metadata.type : undefined;
  const facts = flowTypes.find(({ exportWord }) => exportWord !== undefined && exportWord === said);
  if (facts !== undefined) return facts.type;
  return flowTypes.find(({ type }) => judge(content, { type }).length === 0)?.type ?? 'CONTACT_FLOW';
}
