/** `Transitions` of an action, as JSON Schema. */
import { presenceOperators } from '../../src/catalogue/common.ts';
import type { ActionEntry, Guard } from '../../src/catalogue/types.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { numberRange } from './number-range.ts';
import { guardSchema, isOpen } from './parameters.ts';

/** The shape that all have in common. */
export function transitionsFrame(): JsonObject {
  const target = { $ref: '#/$defs/Target' };
  const condition = {
    type: 'object',
    properties: {
      Operator: { type: 'string' },
      Operands: { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 1 },
    },
    required: ['Operator', 'Operands'],
    additionalProperties: false,
    if: { properties: { Operator: { enum: [...presenceOperators] } } },
    else: { properties: { Operands: { minItems: 1 } } },
  };
  const list = (member: string, schema: JsonObject): JsonObject => ({
    type: 'array',
    items: {
      type: 'object',
      properties: { [member]: schema, NextAction: target },
      required: [member, 'NextAction'],
      additionalProperties: false,
    },
  });
  return {
    type: 'object',
    properties: {
      NextAction: target,
      Errors: list('ErrorType', { type: 'string', minLength: 1 }),
      Conditions: list('Condition', condition),
    },
    additionalProperties: false,
  };
}

/** What one action adds to the common shape. */
export function transitionsSchema(entry: ActionEntry): JsonObject {
  if (entry.terminal) return { maxProperties: 0 };
  const mandatory = entry.errors.filter((error) => error.mandatory === 'yes').map((error) => error.type);
  const demanded = (entry.conditions.demanded ?? []).filter((demand) => demand.guard === undefined).map((demand) => demand.operand);
  const required = [
    ...(entry.nextAction === 'required' ? ['NextAction'] : []),
    ...(mandatory.length === 0 ? [] : ['Errors']),
    ...(demanded.length === 0 && !needsCondition(entry) ? [] : ['Conditions']),
  ];
  const properties = { ...errorsSchema(entry, mandatory), ...conditionsSchema(entry, demanded) };
  return {
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** Errors and conditions that Parameters ask for, and forbid otherwise: rules over the whole action. */
export function guardedTransitions(entry: ActionEntry): JsonObject[] {
  const errors = entry.errors.flatMap((error) =>
    error.guard === undefined ? [] : [rule(error.guard, 'Errors', hasError(error.type), true)],
  );
  const conditions = (entry.conditions.demanded ?? []).flatMap((demand) =>
    demand.guard === undefined ? [] : [rule(demand.guard, 'Conditions', hasOperand(demand.operand), false)],
  );
  return [...errors, ...conditions];
}

/** `exclusive`: where the guard does not hold, what it is about must not be there. Without the parameter nobody knows. */
function rule(guard: Guard, member: string, has: JsonObject, exclusive: boolean): JsonObject {
  const within = (schema: JsonObject, required: boolean): JsonObject => ({
    properties: { Transitions: { properties: { [member]: schema }, ...(required ? { required: [member] } : {}) } },
  });
  return {
    if: { properties: { Parameters: guardSchema(guard) }, required: ['Parameters'] },
    then: within({ contains: has }, true),
    ...(exclusive ? { else: { if: isDecided(guard), then: within({ not: { contains: has } }, false) } } : {}),
  };
}

function isDecided(guard: Guard): JsonObject | true {
  if (guard.is === undefined) return true;
  return { properties: { Parameters: guardSchema({ path: guard.path }) }, required: ['Parameters'] };
}

function errorsSchema(entry: ActionEntry, mandatory: readonly string[]): JsonObject {
  if (isOpen(entry)) return {};
  const types = entry.errors.map((error) => error.type);
  if (types.length === 0) return { Errors: { maxItems: 0 } };
  return {
    Errors: {
      items: { properties: { ErrorType: { enum: types } } },
      ...(mandatory.length === 0 ? {} : { allOf: mandatory.map((type) => ({ contains: hasError(type) })) }),
    },
  };
}

function conditionsSchema(entry: ActionEntry, demanded: readonly string[]): JsonObject {
  // A document does not say of which type its flow is, so what one type takes is taken of all.
  const { supported, operators, inJourneys = [] } = entry.conditions;
  if (isOpen(entry)) return {};
  if (!supported) return { Conditions: { maxItems: 0 } };
  const operand = operandSchema(entry);
  const condition = {
    ...(operators === undefined ? {} : { Operator: { enum: [...operators, ...inJourneys] } }),
    ...(operand === undefined ? {} : { Operands: { items: operand } }),
  };
  return {
    Conditions: {
      items: { properties: { Condition: { properties: condition } } },
      ...(needsCondition(entry) ? { minItems: 1 } : {}),
      ...(demanded.length === 0 ? {} : { allOf: demanded.map((word) => ({ contains: hasOperand(word) })) }),
    },
  };
}

function needsCondition(entry: ActionEntry): boolean {
  return entry.conditions.requiredOperands?.some((operand) => operand.startsWith('at least one')) === true;
}

/** Words where the service knows all of them; else any text, which it wants as a string. */
function operandSchema(entry: ActionEntry): JsonObject | undefined {
  const operands = entry.conditions.operands ?? [];
  if (entry.type === 'CheckMetricData') return { type: 'string', pattern: `^${numberRange(0, undefined)}$` };
  if (entry.type === 'DistributeByPercentage') return { type: 'string', pattern: `^${numberRange(1, 100)}$` };
  const closed = operands.length > 0 && operands.every((operand) => /^[\w*#]+$/.test(operand)) && !isOpen(entry);
  return closed ? { enum: [...operands] } : undefined;
}

function hasError(type: string): JsonObject {
  return { properties: { ErrorType: { const: type } }, required: ['ErrorType'] };
}

function hasOperand(operand: string): JsonObject {
  return {
    properties: { Condition: { properties: { Operands: { contains: { const: operand } } }, required: ['Operands'] } },
    required: ['Condition'],
  };
}
