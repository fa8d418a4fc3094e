/** Flow-language JSON → FlowGraph, as plainly as it can be read: tests of rules need no more. */
import type { ConditionEdge, ErrorEdge, FlowAction, FlowGraph, FlowType } from '../../src/graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';

export function graphOf(content: JsonObject, type: FlowType | undefined): FlowGraph {
  const { StartAction, Actions, Metadata: _metadata, ...top } = content;
  const actions = list(Actions).map(actionOf);
  return { name: undefined, description: undefined, type, start: text(StartAction), actions, notes: [], top };
}

function actionOf(value: Json): FlowAction {
  const action = isObject(value) ? value : {};
  const transitions = isObject(action.Transitions) ? action.Transitions : {};
  return {
    id: text(action.Identifier) ?? '',
    label: undefined,
    type: text(action.Type) ?? '',
    parameters: isObject(action.Parameters) ? action.Parameters : {},
    next: text(transitions.NextAction),
    errors: list(transitions.Errors).map((entry): ErrorEdge => {
      const error = isObject(entry) ? entry : {};
      return { type: text(error.ErrorType) ?? '', target: text(error.NextAction) ?? '' };
    }),
    conditions: list(transitions.Conditions).map((entry): ConditionEdge => {
      const edge = isObject(entry) ? entry : {};
      const condition = isObject(edge.Condition) ? edge.Condition : {};
      return {
        operator: text(condition.Operator) ?? '',
        operands: list(condition.Operands),
        target: text(edge.NextAction) ?? '',
      };
    }),
  };
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
