/**
 * Small flow-language documents: the bad and good examples of rules, for their tests and their pages. Rules make them in
 * functions, never at the top of their files, where every start of the program would make them.
 */
import type { Channel } from './context.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { Json, JsonObject } from '../text/json.ts';

export interface Sample {
  /** Declarations of the project around the flow, as `.flow` text. */
  readonly project?: string;
  /** Names that people know for parameter values: by identifier, then by parameter path. */
  readonly names?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Absent: the rule does not depend on the kind of flow. */
  readonly type?: FlowType;
  /** The only channel that reaches the flow; absent: any. */
  readonly channel?: Channel;
  /** A flow-language document. */
  readonly content: JsonObject;
}

/** Where a block's branches lead. */
export interface Branches {
  readonly next?: string;
  /** By ErrorType. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Equals conditions, by operand. */
  readonly equals?: Readonly<Record<string, string>>;
  /** Any condition: operator, operand, target. */
  readonly conditions?: readonly (readonly [operator: string, operand: Json, target: string])[];
}

/** One action of a document. */
export function block(id: string, type: string, parameters: JsonObject = {}, branches: Branches = {}): JsonObject {
  const conditions: Json[] = [
    ...Object.entries(branches.equals ?? {}).map(([operand, target]) => condition('Equals', operand, target)),
    ...(branches.conditions ?? []).map(([operator, operand, target]) => condition(operator, operand, target)),
  ];
  const errors = Object.entries(branches.errors ?? {}).map(([type, target]) => ({
    ErrorType: type,
    NextAction: target,
  }));
  return {
    Identifier: id,
    Type: type,
    Parameters: parameters,
    Transitions: {
      ...(branches.next === undefined ? {} : { NextAction: branches.next }),
      ...(errors.length === 0 ? {} : { Errors: errors }),
      ...(conditions.length === 0 ? {} : { Conditions: conditions }),
    },
  };
}

/** A document that starts with its first action. */
export function flow(actions: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { Version: '2019-10-30', StartAction: actions[0]?.Identifier ?? '', Actions: actions, ...more };
}

/** `play`, and then on to `next`. */
export function play(id: string, text: string, next: string): JsonObject {
  return block(id, 'MessageParticipant', { Text: text }, { next });
}

/** The usual last block. */
export function disconnect(id = 'bye'): JsonObject {
  return block(id, 'DisconnectParticipant');
}

/** A Lambda call whose two ways out are given. */
export function lambda(id: string, next: string, error: string, parameters: JsonObject = {}): JsonObject {
  return block(
    id,
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN: 'arn:aws:lambda:us-west-2:000000000000:function:Lookup',
      InvocationTimeLimitSeconds: '4',
      ...parameters,
    },
    { next, errors: { NoMatchingError: error } },
  );
}

/** `set queue`; the id is a made-up one. */
export function setQueue(id: string, next: string, error: string): JsonObject {
  return block(id, 'UpdateContactTargetQueue', { QueueId: SAMPLE_ID }, { next, errors: { NoMatchingError: error } });
}

export function transferToQueue(id: string, error: string): JsonObject {
  return block(
    id,
    'TransferContactToQueue',
    {},
    { next: error, errors: { QueueAtCapacity: error, NoMatchingError: error } },
  );
}

/** A menu that asks for one key. */
export function menu(id: string, text: string, keys: Readonly<Record<string, string>>, otherwise: string): JsonObject {
  return block(
    id,
    'GetParticipantInput',
    { Text: text, StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      next: otherwise,
      equals: keys,
      errors: { InputTimeLimitExceeded: otherwise, NoMatchingCondition: otherwise, NoMatchingError: otherwise },
    },
  );
}

/** Digits that are stored: as many as the text asks for. */
export function askDigits(text: string, digits: number, next: string, more: JsonObject = {}): JsonObject {
  return block(
    'ask',
    'GetParticipantInput',
    {
      Text: text,
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: String(digits) } },
      ...more,
    },
    { next, errors: { NoMatchingError: 'bye' } },
  );
}

/** Sets the number that is called back, and goes on to the callback; `refused`: where a number goes that cannot be dialled. */
export function callbackNumber(path: string, refused = 'bye'): JsonObject {
  return block(
    'number',
    'UpdateContactCallbackNumber',
    { CallbackNumber: path },
    { next: 'callback', errors: { InvalidCallbackNumber: refused, CallbackNumberNotDialable: refused } },
  );
}

/** `transfer to callback_queue`. */
export function createCallback(attempts = 1, retryDelaySeconds = 600): JsonObject {
  return block(
    'callback',
    'CreateCallbackContact',
    {
      InitialCallDelaySeconds: '5',
      MaximumConnectionAttempts: String(attempts),
      RetryDelaySeconds: String(retryDelaySeconds),
    },
    { next: 'bye', errors: { NoMatchingError: 'bye' } },
  );
}

/** `match` on a path. */
export function compare(
  id: string,
  path: string,
  operands: Readonly<Record<string, string>>,
  otherwise: string,
): JsonObject {
  return block(
    id,
    'Compare',
    { ComparisonValue: path },
    { next: otherwise, equals: operands, errors: { NoMatchingCondition: otherwise } },
  );
}

export function setAttributes(id: string, attributes: JsonObject, next: string): JsonObject {
  return block(id, 'UpdateContactAttributes', { Attributes: attributes }, { next, errors: { NoMatchingError: next } });
}

export const SAMPLE_ID = '00000000-0000-4000-8000-000000000000';

function condition(operator: string, operand: Json, target: string): JsonObject {
  return { NextAction: target, Condition: { Operator: operator, Operands: [operand] } };
}
