/**
 * What a module takes and gives back: the `Settings` text of the module resource (not of its content), JSON Schema inside:
 * `{input: {schema}, resultData: {schema}, transitions: {results: [{name, description}]}}` (FLOW-LANGUAGE §1, seen live).
 */
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { listAt, objectAt, objectsAt, textAt, textsAt } from './json.ts';

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
  const contract = parsed(text);
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
  if (several.length > 1) return { is: 'either', of: several.map(typeOf) };
  const word = textsAt(schema, 'type')[0] ?? textAt(schema, 'type');
  const plain = Object.entries(SCHEMA_WORDS).find(([, said]) => said === word)?.[0];
  if (plain !== undefined) {
    const values = textsAt(schema, 'enum');
    return values.length === 0 ? { is: plain } : { is: plain, values };
  }
  if (word === 'array') return { is: 'list', of: typeOf(schema['items'] ?? {}) };
  if (word === 'object') {
    return isObject(schema['properties']) ? { is: 'object', fields: fieldsOf(schema) } : { is: 'object' };
  }
  return { is: 'any' };
}
