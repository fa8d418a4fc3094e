/** Small documents for the judge, and what the compiler's own check says of the same. */
import { flowTypes } from '../../src/catalogue/flow-types.ts';
import { MODULE_SETTINGS } from '../../src/catalogue/module-settings.ts';
import { checkJson } from '../../src/compiler.ts';
import { judgeContent, type ValidateOptions } from '../../src/connect/local/validate/index.ts';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';

export const ID = '11111111-2222-4333-8444-555555555555';
export const ARN = `arn:aws:connect:us-west-2:000000000000:instance/${ID}`;

/** The problems alone; [] for content that is published. */
export function validateContent(content: string, options: ValidateOptions): readonly string[] {
  const verdict = judgeContent(content, options);
  switch (verdict.is) {
    case 'accepted':
      return [];
    case 'invalid':
      return verdict.problems;
    case 'unreadable':
      return [verdict.message];
  }
}

export interface Branches {
  readonly next?: Json;
  readonly errors?: readonly string[];
  readonly equals?: readonly Json[];
  readonly conditions?: readonly Json[];
}

/** One action whose branches all lead to the end. */
export function act(type: string, parameters: Json, { next, errors, equals, conditions }: Branches = {}): JsonObject {
  const all = [...(equals ?? []).map((operand) => condition('Equals', operand)), ...(conditions ?? [])];
  return {
    Identifier: 'it',
    Type: type,
    Parameters: parameters,
    Transitions: {
      ...(next === undefined ? {} : { NextAction: next }),
      ...(errors === undefined ? {} : { Errors: errors.map((ErrorType) => ({ ErrorType, NextAction: 'end' })) }),
      ...(all.length === 0 ? {} : { Conditions: all }),
    },
  };
}

export function condition(Operator: Json, operand: Json, target: Json = 'end'): JsonObject {
  return { NextAction: target, Condition: { Operator, Operands: [operand] } };
}

/** The ends of flows, by the type of flow. */
const ENDS: Readonly<Partial<Record<FlowType, string>>> = {
  MODULE: 'EndFlowModuleExecution',
  CUSTOMER_WHISPER: 'EndFlowExecution',
  AGENT_WHISPER: 'EndFlowExecution',
  OUTBOUND_WHISPER: 'EndFlowExecution',
};

/** A document that starts with its first action and has an end that suits the type. Exports say the type in Metadata. */
export function document(actions: readonly Json[], type: FlowType = 'CONTACT_FLOW', more: JsonObject = {}): JsonObject {
  const word = flowTypes.find((facts) => facts.type === type)?.exportWord;
  const end = { Identifier: 'end', Type: ENDS[type] ?? 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  return {
    Version: '2019-10-30',
    StartAction: 'it',
    Metadata: word === undefined ? {} : { type: word },
    Actions: [...actions, ...(type === 'CUSTOMER_HOLD' || type === 'AGENT_HOLD' ? [] : [end])],
    ...(type === 'MODULE' ? { Settings: MODULE_SETTINGS } : {}),
    ...more,
  };
}

export function judge(content: Json, options: Partial<ValidateOptions> = {}): readonly string[] {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return validateContent(text, { type: 'CONTACT_FLOW', known: () => true, ...options });
}

/** Codes of errors that `flowc check` finds in the document. */
export function predicted(content: Json): readonly string[] {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const errors = checkJson({ path: 'flow.json', text }).filter(({ severity }) => severity === 'error');
  return errors.map(({ code }) => code);
}
