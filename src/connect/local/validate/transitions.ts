/** Where an action leads: NextAction, errors, conditions. */
import { presenceOperators } from '../../../catalogue/common.ts';
import type { FlowType } from '../../../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../../text/json.ts';
import { isRefusedIn } from './exceptions.ts';
import { holds, isDynamic } from './guards.ts';
import { isSeen, type Sheet } from './sheet.ts';
import {
  action as actionPath,
  invalidBranch,
  invalidError,
  invalidValue,
  missingError,
  missingProperty,
  noConditions,
  noTransitions,
  tell,
  type Problems,
} from './words.ts';

export interface Leaving {
  readonly index: number;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly transitions: Json | undefined;
  /** Undefined for types that only exports have shown. */
  readonly sheet: Sheet | undefined;
  readonly flowType: FlowType;
  readonly isAction: (identifier: string) => boolean;
  readonly problems: Problems;
}

export interface Condition {
  readonly operator: Json | undefined;
  readonly operands: readonly Json[];
  readonly target: Json | undefined;
}

export function judgeTransitions(leaving: Leaving): void {
  const { index, transitions, sheet, problems } = leaving;
  const at = `${actionPath(index)}.Transitions`;
  if (transitions !== undefined && transitions !== null && !isObject(transitions)) {
    tell(problems, invalidValue(at));
    return;
  }
  const { NextAction, Errors, Conditions } = transitions ?? {};
  const errors = listOf(Errors, `${at}.Errors`, problems);
  const conditions = listOf(Conditions, `${at}.Conditions`, problems);
  if (sheet?.entry.terminal === true) {
    if (isSaid(NextAction) || errors.length > 0 || conditions.length > 0) tell(problems, noTransitions(index));
    return;
  }
  if (isSaid(NextAction)) judgeTarget(leaving, NextAction, at);
  else if (sheet?.entry.nextAction === 'required') tell(problems, missingProperty(`${at}.NextAction`));
  judgeErrors(leaving, errors, `${at}.Errors`);
  judgeConditions(leaving, conditions, `${at}.Conditions`);
}

/** null says no more than nothing. */
function isSaid(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

function listOf(value: Json | undefined, at: string, problems: Problems): readonly Json[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value as readonly Json[];
  tell(problems, invalidValue(at));
  return [];
}

function judgeTarget({ isAction, problems }: Leaving, target: Json | undefined, at: string): void {
  if (!isSaid(target)) tell(problems, missingProperty(`${at}.NextAction`));
  else if (typeof target !== 'string' || !isAction(target)) tell(problems, invalidValue(`${at}.NextAction`));
}

function judgeErrors(leaving: Leaving, errors: readonly Json[], at: string): void {
  const { index, sheet, parameters, flowType, problems } = leaving;
  const listed = new Set<string>();
  errors.forEach((error, i) => {
    if (!isObject(error)) {
      tell(problems, invalidValue(`${at}[${i}]`));
      return;
    }
    const { ErrorType, NextAction } = error;
    if (typeof ErrorType !== 'string') tell(problems, missingProperty(`${at}[${i}].ErrorType`));
    else if (ErrorType === '') tell(problems, invalidValue(`${at}[${i}].ErrorType`));
    else {
      listed.add(ErrorType);
      if (sheet !== undefined && isRefused(sheet, ErrorType, parameters, flowType)) {
        tell(problems, invalidError(ErrorType, index));
      }
    }
    judgeTarget(leaving, NextAction, `${at}[${i}]`);
  });
  if (sheet === undefined) return;
  for (const error of sheet.due) if (!listed.has(error)) tell(problems, missingError(error, index));
  if (!sheet.isFirm) return;
  for (const fact of sheet.errors.values()) {
    const { guard, type } = fact;
    if (guard === undefined || listed.has(type) || !isSeen(fact) || isRefusedIn(flowType, type)) continue;
    if (holds(guard, parameters) === 'yes') tell(problems, missingError(type, index));
  }
}

function isRefused(sheet: Sheet, error: string, parameters: JsonObject, flowType: FlowType): boolean {
  const fact = sheet.errors.get(error);
  if (fact === undefined) return sheet.errorsAreFirm;
  if (!fact.evidence.includes('live')) return false;
  if (isRefusedIn(flowType, error)) return true;
  return fact.guard !== undefined && holds(fact.guard, parameters) === 'no';
}

export function conditionOf(value: Json): Condition | undefined {
  if (!isObject(value)) return undefined;
  const { Condition, NextAction } = value;
  if (!isObject(Condition)) return { operator: undefined, operands: [], target: NextAction };
  const { Operator, Operands } = Condition;
  return {
    operator: Operator,
    operands: Array.isArray(Operands) ? (Operands as readonly Json[]) : [],
    target: NextAction,
  };
}

function judgeConditions(leaving: Leaving, list: readonly Json[], at: string): void {
  const { index, type, parameters, sheet, problems } = leaving;
  const said: Json[] = [];
  const isStore = type === 'GetParticipantInput' && parameters.StoreInput === 'True';
  const isSupported = sheet === undefined || (sheet.entry.conditions.supported && !isStore);
  if (list.length > 0 && !isSupported && !sheet.mayHaveConditions) {
    tell(problems, noConditions(index));
    return;
  }
  list.forEach((value, i) => {
    const condition = conditionOf(value);
    if (condition === undefined) {
      tell(problems, invalidValue(`${at}[${i}]`));
      return;
    }
    if (condition.operands[0] !== undefined) said.push(condition.operands[0]);
    if (sheet?.entry.conditions.supported === true) judgeCondition(leaving, sheet, condition, `${at}[${i}]`);
    judgeTarget(leaving, condition.target, `${at}[${i}]`);
  });
  if (sheet === undefined || !sheet.entry.conditions.supported) return;
  const demanded = (sheet.entry.conditions.demanded ?? []).filter(
    ({ guard }) => guard === undefined || holds(guard, parameters) === 'yes',
  );
  const isMissing = DECIDES.has(type) ? list.length === 0 : demanded.some(({ operand }) => !said.includes(operand));
  if (isMissing) tell(problems, invalidValue(at));
  if (type === 'DistributeByPercentage') judgePercentages(leaving, list, at);
}

/** Blocks that decide by conditions of the author's own, and must have one. */
const DECIDES: ReadonlySet<string> = new Set(['Compare', 'CheckMetricData', 'DistributeByPercentage']);

function judgeCondition(leaving: Leaving, sheet: Sheet, { operator, operands }: Condition, at: string): void {
  const { index, type, parameters, flowType, problems } = leaving;
  const { operators, inJourneys = [] } = sheet.entry.conditions;
  const taken: readonly string[] = [...(operators ?? []), ...(flowType === 'CAMPAIGN' ? inJourneys : [])];
  if (typeof operator !== 'string') {
    tell(problems, missingProperty(`${at}.Condition.Operator`));
    return;
  }
  if (operators !== undefined && !taken.includes(operator)) {
    tell(problems, invalidValue(`${at}.Condition.Operator`));
    return;
  }
  const [operand] = operands;
  // In no page; whether it wants an operand nobody has seen.
  if (presenceOperators.has(operator) && operands.length === 0) return;
  if (operands.length !== 1 || (typeof operand !== 'string' && typeof operand !== 'number')) {
    tell(problems, invalidValue(`${at}.Condition.Operands`));
  } else if (operand === '') tell(problems, invalidBranch(index));
  else if (!isOperand(sheet, type, parameters, operator, operand)) {
    tell(problems, invalidValue(`${at}.Condition.Operands`));
  }
}

function isOperand(
  sheet: Sheet,
  type: string,
  parameters: JsonObject,
  operator: string,
  operand: string | number,
): boolean {
  if (typeof operand === 'string' && isDynamic(operand)) return true;
  const { MetricType } = parameters;
  if (type === 'CheckMetricData' && typeof MetricType === 'string' && MetricType.startsWith('NumberOfAgents')) {
    // Agents are asked for with one question only: more than none.
    return operator === 'NumberGreaterThan' && String(operand) === '0';
  }
  if (operator.startsWith('Number')) return true;
  if (type === 'GetParticipantInput') return /^[0-9*#]$/.test(String(operand));
  return operator !== 'Equals' || sheet.answers === undefined || sheet.answers.includes(String(operand));
}

/** Thresholds are running sums: each above the one before, none above 101. */
function judgePercentages({ problems }: Leaving, conditions: readonly Json[], at: string): void {
  let before = 1;
  conditions.forEach((value, i) => {
    const operand = conditionOf(value)?.operands[0];
    const threshold = Number(operand);
    if (typeof operand !== 'number' && (typeof operand !== 'string' || !/^[+-]?\d+$/.test(operand))) return;
    if (threshold > 101 || threshold <= before) tell(problems, invalidValue(`${at}[${i}].Condition.Operands`));
    before = Math.max(before, threshold);
  });
}
