/** JSON Schema of what `projectData` says, made from the entity model (schemas/entities.schema.json). */
import { present, type Json, type JsonObject } from '../text/json.ts';
import { entityModels } from './index.ts';
import type { ClauseModel, EntityModel, Property, ValueType } from './types.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The schema of all declarations of a project: kind → name → declaration. */
export function entitySchema(): JsonObject {
  const models = Object.values(entityModels);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Entities of a flowc project',
    description:
      'What the declarations of a project say, kind by kind and name by name. Generated from the entity model.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      models.map(({ kind, console }) => [
        kind,
        {
          description: `${console.en} (${console.ja})`,
          type: 'object',
          additionalProperties: { $ref: `#/definitions/${kind}` },
        },
      ]),
    ),
    definitions: Object.fromEntries([
      ...models.map((model): [string, Json] => [model.kind, modelSchema(model)]),
      ...Object.entries(SHARED),
    ]),
  };
}

function modelSchema(model: EntityModel): JsonObject {
  const target = model.target === undefined ? [] : [model.target];
  const own = propertySchemas([...target, ...model.properties]);
  const clauses = model.clauses.map((clause): [string, Json] => [clause.word, clauseSchema(clause)]);
  const week: [string, Json][] = model.days ? [['week', { $ref: '#/definitions/week' }]] : [];
  const required = model.properties.filter((property) => property.required).map((property) => property.key);
  return {
    description: model.doc,
    type: 'object',
    additionalProperties: false,
    required: ['display', 'existing'],
    properties: {
      display: { type: 'string', description: `The ${model.operand.role}; the identifier where none is written.` },
      existing: { type: 'boolean', description: 'True when it is only looked up.' },
      pin: { type: 'string', description: 'The ARN or id that an existing one is pinned to.' },
      description: { type: 'string' },
      ...Object.fromEntries([...own, ...week, ...clauses]),
    },
    ...(required.length === 0 ? {} : { if: { properties: { existing: { const: false } } }, then: { required } }),
  };
}

function clauseSchema(clause: ClauseModel): JsonObject {
  const operand: [string, Json][] =
    clause.operand === undefined ? [] : [[clause.operand.name, valueSchema(clause.operand.type)]];
  const required = clause.properties.filter((property) => property.required).map((property) => property.key);
  return {
    description: clause.doc,
    type: 'array',
    ...(clause.limit === undefined ? {} : { maxItems: clause.limit.max }),
    items: {
      type: 'object',
      additionalProperties: false,
      required: [...operand.map(([name]) => name), ...required],
      properties: Object.fromEntries([
        ...operand,
        ...propertySchemas(clause.properties),
        ...(clause.days ? [['week', { $ref: '#/definitions/week' }] as [string, Json]] : []),
      ]),
    },
  };
}

function propertySchemas(properties: readonly Property[]): [string, Json][] {
  return properties.map(({ key, type, doc, source }) => [
    key,
    { description: source === undefined ? doc : `${doc} (${source})`, ...valueSchema(type) },
  ]);
}

function limits(pairs: Readonly<Record<string, Json | undefined>>): JsonObject {
  return present(Object.entries(pairs));
}

function valueSchema(type: ValueType): JsonObject {
  switch (type.is) {
    case 'text':
      return {
        type: 'string',
        ...limits({ minLength: type.minLength, maxLength: type.maxLength, pattern: type.pattern }),
      };
    case 'number':
      return { type: 'integer', ...limits({ minimum: type.min, maximum: type.max }) };
    case 'duration':
      return { type: 'integer', ...limits({ minimum: type.min, maximum: type.max }) };
    case 'flag':
      return { type: 'boolean' };
    case 'word': {
      const alone = type.words.filter((word) => type.then?.[word] === undefined);
      const choices = Object.entries(type.then ?? {}).map(([word, then]) => ({
        type: 'object',
        additionalProperties: false,
        required: [word],
        properties: Object.fromEntries([[word, valueSchema(then)]]),
      }));
      return choices.length === 0 ? { enum: alone } : { anyOf: [{ enum: alone }, ...choices] };
    }
    case 'ref':
      return { type: 'string', minLength: 1 };
    case 'list':
      return {
        type: 'array',
        items: valueSchema(type.of),
        uniqueItems: true,
        ...limits({ minItems: type.min, maxItems: type.max }),
      };
    case 'group': {
      const required = type.properties.filter((property) => property.required).map((property) => property.key);
      return {
        type: 'object',
        additionalProperties: false,
        ...(required.length === 0 ? {} : { required }),
        properties: Object.fromEntries(propertySchemas(type.properties)),
      };
    }
    case 'map':
      return {
        type: 'object',
        additionalProperties: valueSchema(type.of),
        ...limits({ maxProperties: type.max }),
      };
    case 'phone':
      return { type: 'string', pattern: '^\\+[1-9](?=.{1,14}$)[0-9]*X*$' };
    case 'time_zone':
      return { type: 'string', minLength: 1 };
    case 'opening':
      return { $ref: '#/definitions/opening' };
    case 'dates':
      return { $ref: '#/definitions/dates' };
    case 'language':
      return { type: 'string', pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$' };
    case 'type':
      return { $ref: '#/definitions/type' };
    case 'either':
      return { anyOf: type.of.map(valueSchema) };
  }
}

const range = (description: string, pattern: string): JsonObject => ({
  type: 'array',
  description,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'to'],
    properties: { from: { type: 'string', pattern }, to: { type: 'string', pattern } },
  },
});

const SHARED: Readonly<Record<string, JsonObject>> = {
  opening: range('Hours of a day; none when closed. An end of 00:00 is midnight.', '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  dates: range('Days, both ends included.', '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  week: {
    description: 'Hours by day of the week; a day that is not there is closed.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(DAYS.map((day) => [day, { $ref: '#/definitions/opening' }])),
  },
  type: {
    description: 'Type of a value that flows exchange.',
    type: 'object',
    required: ['is'],
    additionalProperties: false,
    properties: {
      is: { enum: ['text', 'number', 'integer', 'boolean', 'null', 'any', 'list', 'object', 'either'] },
      values: { type: 'array', items: { type: 'string' } },
      of: {
        anyOf: [{ $ref: '#/definitions/type' }, { type: 'array', items: { $ref: '#/definitions/type' } }],
      },
      fields: { type: 'object', additionalProperties: { $ref: '#/definitions/type' } },
    },
  },
};
