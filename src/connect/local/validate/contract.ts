/**
 * What a module takes and hands back, which calls and returns are held against when they are published. It stands in the
 * `Settings` of the module resource, not in those of its content. That a call or a return that does not fit is refused is
 * known from live calls; the words are not, so they are those of other wrong properties.
 */
import { isObject, type Json, type JsonObject } from '../../../text/json.ts';
import type { Subject } from './parameters.ts';
import { action as actionPath, invalidName, invalidValue, missingProperty, tell, type Problems } from './words.ts';

export interface Contract {
  /** JSON Schemas; undefined where the module declares none. */
  readonly input: JsonObject | undefined;
  readonly result: JsonObject | undefined;
  readonly branches: readonly string[];
}

/** `Settings` of a module resource; undefined when it is not JSON. */
export function contractOf(settings: string): Contract | undefined {
  let value: unknown;
  try {
    value = JSON.parse(settings);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { input, resultData, transitions } = value;
  const results = isObject(transitions) ? transitions.results : undefined;
  return {
    input: schemaOf(input),
    result: schemaOf(resultData),
    branches: Array.isArray(results)
      ? (results as readonly Json[]).flatMap((one) => (isObject(one) && typeof one.name === 'string' ? [one.name] : []))
      : [],
  };
}

function schemaOf(part: Json | undefined): JsonObject | undefined {
  return isObject(part) && isObject(part.schema) ? part.schema : undefined;
}

/** `return` in a module that has the contract. */
export function judgeReturn({ parameters, index, problems }: Subject, contract: Contract): void {
  const { Result, ResultData } = parameters;
  const at = `${actionPath(index)}.Parameters`;
  if (typeof Result === 'string' && Result !== '' && !contract.branches.includes(Result)) {
    tell(problems, invalidValue(`${at}.Result`));
  }
  if (!isObject(ResultData)) return;
  if (contract.result === undefined) tell(problems, invalidName(`${at}.ResultData`));
  else judgeData(ResultData, contract.result, `${at}.ResultData`, problems);
}

/** A call of a module that has the contract. */
export function judgeCall(
  { parameters, index, problems }: Subject,
  operands: readonly Json[],
  contract: Contract,
): void {
  const { Input } = parameters;
  const at = actionPath(index);
  if (isObject(Input) && Object.keys(Input).length > 0) {
    if (contract.input === undefined) tell(problems, invalidName(`${at}.Parameters.Input`));
    else judgeData(Input, contract.input, `${at}.Parameters.Input`, problems);
  }
  operands.forEach((operand, i) => {
    if (typeof operand === 'string' && operand !== '' && !contract.branches.includes(operand)) {
      tell(problems, invalidValue(`${at}.Transitions.Conditions[${i}].Condition.Operands`));
    }
  });
}

/** Only as much of JSON Schema as the console writes: types, properties, required, items. */
function judgeData(data: JsonObject, schema: JsonObject, at: string, problems: Problems): void {
  const { properties, required } = schema;
  for (const key of Object.keys(data)) {
    const item = data[key] as Json;
    const below = isObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (below === undefined) {
      if (isObject(properties)) tell(problems, invalidName(`${at}.${key}`));
    } else if (isObject(below)) {
      if (!isOfType(item, below.type)) tell(problems, invalidValue(`${at}.${key}`));
      else if (isObject(item)) judgeData(item, below, `${at}.${key}`, problems);
    }
  }
  if (!Array.isArray(required)) return;
  for (const name of required as readonly Json[]) {
    if (typeof name === 'string' && !Object.hasOwn(data, name)) tell(problems, missingProperty(`${at}.${name}`));
  }
}

/** A path is a text to the service, and so no number. */
function isOfType(value: Json, type: Json | undefined): boolean {
  if (Array.isArray(type)) return (type as readonly Json[]).some((one) => isOfType(value, one));
  switch (typeof type === 'string' ? type.toLowerCase() : undefined) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    default:
      return true;
  }
}
