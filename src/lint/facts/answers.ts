/**
 * Which calls may have answered last: of Lambda functions, which fill `$.External`, of modules, which fill `$.Modules`, of
 * bots and of views.
 */
import type { Named } from '../../check/program.ts';
import { botSlots, lambdaReturns, returnsOf, type Type } from '../../check/types.ts';
import type { EntityKind } from '../../entities/types.ts';
import { carry } from '../../graph/dataflow.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';

export interface Answer {
  /** Undefined for a function or a module that the project does not declare. */
  readonly named: Named | undefined;
  /** Undefined where nobody says what comes back. */
  readonly type: Type | undefined;
}

/** By action: the answers that it may find. Empty where no call has run, or no call in the flow says what it returns. */
export type Answers = (action: number) => readonly Answer[];

const NONE: readonly Answer[] = [];

/** What `$.External` may hold. Asynchronous calls leave it as it is; what a module leaves there is not known. */
export function lambdaAnswersOf(context: LintContext): Answers {
  const functions = context
    .ofType('InvokeLambdaFunction')
    .filter(({ parameters }) => parameters.InvocationType !== 'ASYNCHRONOUS')
    .map((action) => callOf(context, action, context.named('lambda', action, 'LambdaFunctionARN'), lambdaReturns));
  const modules = context.ofType('InvokeFlowModule').map((action) => callOf(context, action, undefined, lambdaReturns));
  return lastOf(context, [...functions, ...modules]);
}

/** What `$.Modules.ResultData` may hold. */
export function moduleAnswersOf(context: LintContext): Answers {
  const calls = context
    .ofType('InvokeFlowModule')
    .map((action) => callOf(context, action, context.named('module', action, 'FlowModuleId'), returnsOf));
  return lastOf(context, calls);
}

/** Which slots `$.Lex.Slots` may hold. */
export function botAnswersOf(context: LintContext): Answers {
  return answersOf(context, 'ConnectParticipantWithLexBot', 'bot', 'LexV2Bot.AliasArn', botSlots);
}

/** What `$.Views.ViewResultData` may hold. */
export function viewAnswersOf(context: LintContext): Answers {
  return answersOf(context, 'ShowView', 'view', 'ViewResource.Id', returnsOf);
}

function answersOf(
  context: LintContext,
  type: string,
  kind: EntityKind,
  id: string,
  typeOf: (named: Named) => Type | undefined,
): Answers {
  const calls = context.ofType(type).map((action) => callOf(context, action, context.named(kind, action, id), typeOf));
  const modules = context.ofType('InvokeFlowModule').map((action) => callOf(context, action, undefined, typeOf));
  return lastOf(context, [...calls, ...modules]);
}

interface Call extends Answer {
  readonly number: number;
}

function callOf(
  context: LintContext,
  { id }: FlowAction,
  named: Named | undefined,
  typeOf: (named: Named) => Type | undefined,
): Call {
  const type = named === undefined ? undefined : typeOf(named);
  return { number: context.wiring().numbers.get(id) ?? -1, named, type };
}

function lastOf(context: LintContext, calls: readonly Call[]): Answers {
  if (calls.every(({ type }) => type === undefined)) return () => NONE;
  const facts = new Map(calls.map((call, i) => [call.number, i]));
  const all = calls.map((_, i) => i);
  const last = carry(
    context.wiring(),
    context.reach(),
    calls.length,
    [],
    ({ from }) => {
      const call = facts.get(from);
      return call === undefined ? undefined : { gain: [call], lose: all };
    },
    'some',
  );
  return (action) => calls.filter((_, i) => last.at(action, i));
}
