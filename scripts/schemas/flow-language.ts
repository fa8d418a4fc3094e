/** The two JSON Schemas of flow language: what the service accepts, and what any export at least is. */
import { reservedIdentifiers } from '../../src/catalogue/identifiers.ts';
import { actions } from '../../src/catalogue/index.ts';
import { limits } from '../../src/catalogue/quotas.ts';
import type { ActionEntry } from '../../src/catalogue/types.ts';
import { undescribedTypes } from '../../src/catalogue/undescribed.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { needsParameters, parametersSchema } from './parameters.ts';
import { guardedTransitions, transitionsFrame, transitionsSchema } from './transitions.ts';

const TYPES: readonly string[] = [...actions.keys(), ...undescribedTypes];

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** What CreateContactFlow and CreateContactFlowModule accept, action by action. */
export function flowLanguageSchema(): JsonObject {
  const entries = [...actions.values()];
  return {
    ...documentSchema(),
    $defs: {
      ...sharedDefinitions(),
      Action: {
        ...frameSchema(),
        allOf: TYPES.map((type) => ({
          if: { properties: { Type: { const: type } }, required: ['Type'] },
          then: { $ref: `#/$defs/${type}` },
        })),
      },
      ...Object.fromEntries(entries.map((entry) => [entry.type, actionSchema(entry)])),
      ...Object.fromEntries([...undescribedTypes].map((type) => [type, undescribedSchema(type)])),
    },
  };
}

/**
 * The same for Ajv: the action's type is an OpenAPI discriminator, which becomes one choice instead of a question per
 * type, and what the frame of all actions has asked is not asked again.
 */
export function discriminatedSchema(): JsonObject {
  const schema = flowLanguageSchema();
  const definitions = schema['$defs'] as Readonly<Record<string, JsonObject>>;
  const frame = frameSchema();
  const { Type: _type, ...members } = frame['properties'] as JsonObject;
  const action = {
    ...frame,
    properties: { ...members, Type: true },
    discriminator: { propertyName: 'Type' },
    oneOf: TYPES.map((type) => ({ $ref: `#/$defs/${type}` })),
  };
  const types = TYPES.map((type) => [type, withoutFrame(definitions[type] ?? {})] as const);
  return { ...schema, $defs: { ...definitions, Action: action, ...Object.fromEntries(types) } };
}

function withoutFrame(definition: JsonObject): JsonObject {
  const { type: _type, properties, ...rest } = definition as JsonObject & { properties: JsonObject };
  const { type: _object, ...parameters } = properties['Parameters'] as JsonObject;
  return { ...rest, properties: { ...properties, Parameters: parameters } };
}

/** What a document must at least be to be read as flow language, drafts and hand-written ones included. */
export function flowDocumentSchema(): JsonObject {
  const targets = { type: 'object', properties: { NextAction: { type: 'string' } } };
  return {
    $schema: DRAFT,
    $id: 'urn:flowc:flow-document',
    title: 'Amazon Connect flow document',
    description: 'What any export of a contact flow at least is. Everything else a reader must take as it comes.',
    type: 'object',
    properties: {
      Version: { type: 'string' },
      StartAction: { type: 'string' },
      Actions: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            Identifier: { type: 'string' },
            Type: { type: 'string' },
            Parameters: { type: 'object' },
            Transitions: {
              type: 'object',
              properties: {
                NextAction: { type: 'string' },
                Errors: { type: 'array', items: targets },
                Conditions: { type: 'array', items: targets },
              },
            },
          },
          required: ['Type'],
        },
      },
      Metadata: { type: 'object' },
    },
    required: ['Actions'],
  };
}

function documentSchema(): JsonObject {
  return {
    $schema: DRAFT,
    $id: 'urn:flowc:flow-language',
    title: 'Amazon Connect flow language',
    description: 'Contact flows and flow modules as the service accepts them (version 2019-10-30).',
    type: 'object',
    properties: {
      Version: { const: '2019-10-30' },
      StartAction: { $ref: '#/$defs/Target' },
      Actions: { type: 'array', items: { $ref: '#/$defs/Action' }, minItems: 1, maxItems: limits.actionsPerFlow },
      Metadata: { type: 'object', description: "The designer's own; the service ignores it." },
      Settings: { $ref: '#/$defs/Settings' },
    },
    required: ['Version', 'StartAction', 'Actions'],
  };
}

function sharedDefinitions(): JsonObject {
  return {
    Identifier: {
      type: 'string',
      minLength: 1,
      maxLength: limits.identifierCharacters,
      pattern: '^[^%:(\\\\/)=$,;\\[\\]{}]+$',
      not: { enum: [...reservedIdentifiers] },
    },
    Transitions: transitionsFrame(),
    Target: { type: 'string', minLength: 1, description: 'Identifier of an action of this flow.' },
    Settings: {
      type: 'object',
      description: 'Modules only, and always the same; the contract of a module is the Settings of the module resource.',
      properties: {
        InputParameters: { type: 'array' },
        OutputParameters: { type: 'array' },
        Transitions: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              DisplayName: { type: 'string' },
              ReferenceName: { type: 'string' },
              Description: { type: 'string' },
            },
            required: ['DisplayName', 'ReferenceName'],
          },
        },
      },
      required: ['InputParameters', 'OutputParameters', 'Transitions'],
    },
  };
}

/** What every action has; its type's own definition says the rest. */
function frameSchema(): JsonObject {
  return {
    type: 'object',
    properties: {
      Identifier: { $ref: '#/$defs/Identifier' },
      Type: { enum: [...TYPES] },
      Parameters: { type: 'object' },
      Transitions: { $ref: '#/$defs/Transitions' },
    },
    required: ['Identifier', 'Type'],
    additionalProperties: false,
  };
}

/** Of these nothing is known but that they are actions. */
function undescribedSchema(type: string): JsonObject {
  return { type: 'object', properties: { Type: { const: type }, Parameters: { type: 'object' } }, required: ['Type'] };
}

function actionSchema(entry: ActionEntry): JsonObject {
  const rules = guardedTransitions(entry);
  return {
    title: entry.block.en,
    type: 'object',
    properties: {
      Type: { const: entry.type },
      Parameters: parametersSchema(entry),
      Transitions: transitionsSchema(entry),
    },
    required: ['Type', ...(needsParameters(entry) ? ['Parameters'] : []), ...(entry.terminal ? [] : ['Transitions'])],
    ...(rules.length === 0 ? {} : { allOf: rules }),
  };
}
