/**
 * What a module takes and gives back: the `Settings` text of the module resource (not of its content), JSON Schema inside:
 * `{input: {schema}, resultData: {schema}, transitions: {results: [{name, description}]}}` (FLOW-LANGUAGE §1, seen live).
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listAt, objectAt, objectsAt, textAt, textsAt } from '../text/json-members.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../text/json.ts';
import { firstFew } from '../text/lists.ts';
import { json } from './diagnostics.ts';
import { innerLayer, placeAt, type JsonPath, type Layer } from './layer.ts';
import { parseJson } from './parse-json.ts';

const KEYS = ['input', 'returns', 'branches'] as const;

/** Whether settings say anything of the contract. */
export function saysContract(settings: JsonObject): boolean {
  return KEYS.some((key) => Object.hasOwn(settings, key));
}

/** `input`, `returns` and `branches` of settings as the service takes them. `{}` is no contract. */
export function contractText(settings: JsonObject): string {
  const input = objectAt(settings, 'input');
  const returns = objectAt(settings, 'returns');
  const branches = textsAt(settings, 'branches');
  return JSON.stringify({
    ...(Object.keys(input).length === 0 ? {} : { input: { schema: objectSchema(input) } }),
    ...(Object.keys(returns).length === 0 ? {} : { resultData: { schema: objectSchema(returns) } }),
    ...(branches.length === 0 ? {} : { transitions: { results: branches.map((name) => ({ name, description: '' })) } }),
  });
}

/** The way back; what is no contract says nothing. */
export function readContract(text: string | undefined): JsonObject {
  return contractIn(parsed(text));
}

function contractIn(contract: JsonObject): JsonObject {
  const input = fieldsOf(objectAt(contract, 'input.schema'));
  const returns = fieldsOf(objectAt(contract, 'resultData.schema'));
  const branches = objectsAt(contract, 'transitions.results').flatMap((result) => {
    const name = textAt(result, 'name');
    return name === undefined ? [] : [name];
  });
  return completeContract({ input, returns, branches });
}

/** Without what is empty, types as they come back from the service. */
export function completeContract(settings: JsonObject): JsonObject {
  const { input: _, returns: __, branches: ___, ...others } = settings;
  const input = fieldsOf(objectSchema(objectAt(settings, 'input')));
  const returns = fieldsOf(objectSchema(objectAt(settings, 'returns')));
  const branches = textsAt(settings, 'branches');
  return {
    ...others,
    ...(Object.keys(input).length === 0 ? {} : { input }),
    ...(Object.keys(returns).length === 0 ? {} : { returns }),
    ...(branches.length === 0 ? {} : { branches }),
  };
}

function parsed(text: string | undefined): JsonObject {
  if (text === undefined || text.trim() === '') return {};
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

// ------------------------------------------------------------------------------------------- from a file, with places

/** What the answer of DescribeContactFlowModule says beside the content. */
export interface Contract {
  /** `input`, `returns` and `branches`, where they say anything. */
  readonly settings: JsonObject;
  /** What no text can say of it: for who writes the module as text. */
  readonly problems: readonly Diagnostic[];
}

/** The contract at a path of a layer: a text that holds JSON, as the service answers, or the JSON itself. */
export function contractAt(outer: Layer, at: JsonPath, value: Json): Contract {
  if (typeof value === 'string' && value.trim() === '') return { settings: {}, problems: [] };
  const [layer, path] = typeof value === 'string' ? [innerLayer(outer, at, value), []] : [outer, at];
  const parsed = typeof value === 'string' ? parseJson(layer) : { value, diagnostics: [] };
  if (!isObject(parsed.value)) {
    const why = parsed.value === undefined ? 'its Settings are not valid JSON' : 'its Settings are no JSON object';
    const place = parsed.diagnostics[0]?.place ?? placeAt(layer, path);
    return { settings: {}, problems: [json('contract-loss', place, { what: why })] };
  }
  const settings = contractIn(parsed.value);
  const [first, ...others] = unsaid(parsed.value, wholeContract(settings), []);
  if (first === undefined) return { settings, problems: parsed.diagnostics };
  const names = [first, ...others].map((path) => `\`${path.join('.')}\``);
  const what = `its Settings hold ${firstFew(names, SHOWN)}`;
  const problem = json('contract-loss', placeAt(layer, [...path, ...first]), { what });
  return { settings, problems: [...parsed.diagnostics, problem] };
}

/** So many members a message names. */
const SHOWN = 4;

/** All that text says of a contract, with what it says by being silent. */
function wholeContract(settings: JsonObject): JsonObject {
  return {
    input: { schema: objectSchema(objectAt(settings, 'input')) },
    resultData: { schema: objectSchema(objectAt(settings, 'returns')) },
    transitions: { results: textsAt(settings, 'branches').map((name) => ({ name, description: '' })) },
  };
}

/** Paths of members that say something, and are not among what is said. */
function unsaid(written: Json, said: Json | undefined, path: JsonPath): JsonPath[] {
  const all = isObject(written) ? withoutTypeList(written) : written;
  if (said === undefined ? saysNothing(all) : sameJson(all, said)) return [];
  if (isObject(all) && isObject(said)) {
    const member = (key: string) => (Object.hasOwn(said, key) ? said[key] : undefined);
    return Object.entries(all).flatMap(([key, inner]) => unsaid(inner, member(key), [...path, key]));
  }
  if (Array.isArray(all) && Array.isArray(said) && all.length === said.length) {
    return (all as readonly Json[]).flatMap((inner, i) => unsaid(inner, said[i] as Json, [...path, i]));
  }
  return [path];
}

function saysNothing(value: Json): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** `type: ["string", "null"]` as it is written back: `anyOf`. */
function withoutTypeList(schema: JsonObject): JsonObject {
  const { type, ...others } = schema;
  if (!Array.isArray(type) || Object.hasOwn(schema, 'anyOf')) return schema;
  const [only] = type as readonly Json[];
  if (type.length === 1 && only !== undefined) return { ...others, type: only };
  return { ...others, anyOf: (type as readonly Json[]).map((each) => ({ type: each })) };
}

// --------------------------------------------------------------------------------------------- types and their schemas

function objectSchema(fields: JsonObject): JsonObject {
  const properties = Object.entries(fields).map(([key, type]): [string, Json] => [key, schemaOf(type)]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function fieldsOf(schema: JsonObject): JsonObject {
  const properties = Object.entries(objectAt(schema, 'properties'));
  return Object.fromEntries(properties.map(([key, inner]): [string, Json] => [key, typeOf(inner)]));
}

/** Words of `check/types.ts` and what JSON Schema calls them. */
const SCHEMA_WORDS: Readonly<Record<string, string>> = {
  text: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  null: 'null',
};

function schemaOf(type: Json): JsonObject {
  if (!isObject(type)) return {};
  const word = textAt(type, 'is') ?? 'any';
  const plain = SCHEMA_WORDS[word];
  if (plain !== undefined) {
    const values = textsAt(type, 'values');
    return values.length === 0 ? { type: plain } : { type: plain, enum: values };
  }
  if (word === 'list') {
    const items = schemaOf(type['of'] ?? {});
    return Object.keys(items).length === 0 ? { type: 'array' } : { type: 'array', items };
  }
  if (word === 'object') return isObject(type['fields']) ? objectSchema(type['fields']) : { type: 'object' };
  return word === 'either' ? { anyOf: listAt(type, 'of').map(schemaOf) } : {};
}

function typeOf(schema: Json): JsonObject {
  if (!isObject(schema)) return { is: 'any' };
  const several = [...objectsAt(schema, 'anyOf'), ...textsAt(schema, 'type').map((type): JsonObject => ({ type }))];
  if (several.length > 1) return { is: 'either', of: several.map(typeOf).map(alternative) };
  const word = textsAt(schema, 'type')[0] ?? textAt(schema, 'type');
  const plain = Object.entries(SCHEMA_WORDS).find(([, said]) => said === word)?.[0];
  if (plain !== undefined) {
    const values = plain === 'text' ? textsAt(schema, 'enum') : [];
    return values.length === 0 ? { is: plain } : { is: plain, values };
  }
  if (word === 'array') return { is: 'list', of: typeOf(schema['items'] ?? {}) };
  if (word === 'object') {
    return isObject(schema['properties']) ? { is: 'object', fields: fieldsOf(schema) } : { is: 'object' };
  }
  return { is: 'any' };
}

/** Text has no braces among alternatives: an object there is one of any keys. */
function alternative(type: JsonObject): JsonObject {
  return type['is'] === 'object' ? { is: 'object' } : type;
}
