/** Which Lambda calls may have filled `$.External` last, and what their declarations say they return. */
import type { Named } from '../../check/program.ts';
import { lambdaReturns, type Type } from '../../check/types.ts';
import { carry } from '../../graph/dataflow.ts';
import type { LintContext } from '../context.ts';

export interface Answer {
  /** Undefined for a function, or a module, that the project does not declare. */
  readonly named: Named | undefined;
  /** Undefined where nobody says what comes back. */
  readonly type: Type | undefined;
}

const NONE: readonly Answer[] = [];

/** By action: the answers that it may find. Empty where no call has run, or no call in the flow says what it returns. */
export function lambdaAnswersOf(context: LintContext): (action: number) => readonly Answer[] {
  const calls = callsOf(context);
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

interface Call extends Answer {
  readonly number: number;
}

/** Synchronous calls; asynchronous ones leave `$.External` as it is. What a module leaves there is not known. */
function callsOf(context: LintContext): readonly Call[] {
  const { numbers } = context.wiring();
  const functions = context
    .ofType('InvokeLambdaFunction')
    .filter(({ parameters }) => parameters.InvocationType !== 'ASYNCHRONOUS')
    .map((action): Call => {
      const named = context.named('lambda', action, 'LambdaFunctionARN');
      return {
        number: numbers.get(action.id) ?? -1,
        named,
        type: named === undefined ? undefined : lambdaReturns(named),
      };
    });
  const modules = context
    .ofType('InvokeFlowModule')
    .map(({ id }): Call => ({ number: numbers.get(id) ?? -1, named: undefined, type: undefined }));
  return [...functions, ...modules];
}
