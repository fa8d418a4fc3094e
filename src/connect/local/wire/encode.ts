/** Answers and refusals → what goes over the wire. */
import type { Json, JsonObject } from '../../../text/json.ts';
import { isObject } from '../../../text/json.ts';
import type { OperationModel, Shape, StructureShape } from '../model/index.ts';
import { errorNamed, shapeNamed, structureNamed } from '../model/index.ts';
import type { Refusal } from '../types.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Of what a handler returns, the members that the model has: stored things hold more than answers show. */
export function encode(operation: OperationModel, output: JsonObject): Answer {
  return { status: 200, headers: {}, body: JSON.stringify(inStructure(output, structureNamed(operation.response))) };
}

function inStructure(value: JsonObject, { members }: StructureShape): JsonObject {
  const kept: [string, Json][] = [];
  for (const [name, member] of Object.entries(members)) {
    const said = value[name];
    if (said !== undefined && said !== null) kept.push([member.wire ?? name, inShape(said, shapeNamed(member.of))]);
  }
  return Object.fromEntries(kept);
}

function inShape(value: Json, shape: Shape): Json {
  if (shape.is === 'structure' || shape.is === 'union') return isObject(value) ? inStructure(value, shape) : value;
  if (shape.is === 'list') {
    const of = shapeNamed(shape.of);
    return Array.isArray(value) ? (value as readonly Json[]).map((item) => inShape(item, of)) : value;
  }
  if (shape.is === 'map') {
    const of = shapeNamed(shape.of);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inShape(item, of)]));
  }
  return value;
}

/** Errors whose place another takes, where an operation does not declare them. */
const INSTEAD: Readonly<Record<string, string>> = {
  InvalidParameterException: 'InvalidRequestException',
  InvalidRequestException: 'InvalidParameterException',
  DuplicateResourceException: 'ResourceConflictException',
  ResourceConflictException: 'DuplicateResourceException',
  ResourceInUseException: 'InvalidRequestException',
  LimitExceededException: 'ServiceQuotaExceededException',
  ServiceQuotaExceededException: 'LimitExceededException',
};

/** A refusal as the service says it. `operation`: undefined when it is not known which one is meant. */
export function encodeRefusal(operation: OperationModel | undefined, refusal: Refusal): Answer {
  const code = declared(operation, refusal.code);
  const { status, members } = errorNamed(code) ?? { status: 400, members: {} };
  const hasMessage = Object.hasOwn(members, 'Message') || Object.keys(members).length === 0;
  const others = Object.entries(refusal.members).filter(([name]) => Object.hasOwn(members, name));
  const body = { ...(hasMessage ? { Message: refusal.message } : {}), ...Object.fromEntries(others) };
  return { status, headers: { 'x-amzn-errortype': code }, body: JSON.stringify(body) };
}

function declared(operation: OperationModel | undefined, code: string): string {
  if (operation === undefined || operation.errors.includes(code)) return code;
  const instead = INSTEAD[code];
  return instead !== undefined && operation.errors.includes(instead) ? instead : code;
}
