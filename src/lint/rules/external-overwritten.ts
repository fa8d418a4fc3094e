import type { Wire } from '../../graph/dataflow-wiring.ts';
import { reachFrom } from '../../graph/dataflow-wiring.ts';
import { lambdaReturns } from '../../check/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { readsOf } from '../facts/reads.ts';
import { disconnect, flow, lambda, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; by: string; lambda: string }>({
  code: 'lint/external-overwritten',
  severity: 'hint',
  summary: 'The answer of a Lambda function is overwritten by the next one before anything reads it.',
  docs: `
\`$.External\` holds the last answer alone. Here a function is called that says what it returns, and on every path another
one answers before a block has read any of it. Read what is needed between the two calls, or keep it in an attribute; if the
answer does not matter, the call may be asynchronous. Functions that are not declared with \`returns\` may well answer nothing,
and are left alone.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
`,
  bad: () => ({ project: DECLARED, names: NAMES, content: flow([first('save'), ...save(), ...rest()]) }),
  good: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([first('hello'), play('hello', 'Hello $.External.name', 'save'), ...save(), ...rest()]),
  }),
  message: (p) => `Nothing reads what \`${p.lambda}\` answers to ${p.block} before ${p.by} answers.`,
  help: () => 'Keep what is needed of it in an attribute before the second call.',
  check(context, report) {
    if (context.program === undefined) return;
    const calls = context.ofType('InvokeLambdaFunction').filter(isSynchronous);
    if (calls.length < 2) return;
    const readers = new Set<number>();
    for (const { number, root } of context.shared(readsOf)) if (root?.root === 'External') readers.add(number);
    const wiring = context.wiring();
    for (const call of calls) {
      const named = context.named('lambda', call, 'LambdaFunctionARN');
      if (named === undefined || lambdaReturns(named) === undefined || !context.reached(call)) continue;
      const by = overwriter(context, wiring.numbers.get(call.next ?? '') ?? -1, readers);
      if (by !== undefined)
        report(context.place(call), { block: context.name(call), by: answering(context, by), lambda: named.name });
    }
  },
});

/** The function by its name; two calls are called alike. */
function answering(context: LintContext, call: FlowAction): string {
  const named = context.named('lambda', call, 'LambdaFunctionARN');
  return named === undefined ? context.name(call) : `\`${named.name}\``;
}

/** The call that answers next, where nothing has read the answer before on any path. */
function overwriter(context: LintContext, start: number, readers: ReadonlySet<number>): FlowAction | undefined {
  const ends = (node: number): boolean => {
    const action = context.actions[node];
    return readers.has(node) || action === undefined || isSynchronous(action) || action.type === 'InvokeFlowModule';
  };
  const { order } = reachFrom(context.wiring(), start, (wire: Wire) => !ends(wire.from));
  const met = order.filter(ends);
  const reads = met.some((node) => readers.has(node) || context.actions[node]?.type === 'InvokeFlowModule');
  const leaves = order.some((node) => context.actions[node]?.type === 'TransferToFlow');
  return reads || leaves ? undefined : context.actions[met[0] ?? -1];
}

function isSynchronous({ type, parameters }: FlowAction): boolean {
  return type === 'InvokeLambdaFunction' && parameters.InvocationType !== 'ASYNCHRONOUS';
}

const DECLARED = 'lambda Lookup { returns { name: text } }\nlambda Save';
const NAMES = { 'look up': { LambdaFunctionARN: 'Lookup' }, save: { LambdaFunctionARN: 'Save' } };
function rest() {
  return [play('bye now', 'Goodbye.', 'bye'), disconnect()];
}

function first(next: string) {
  return lambda('look up', next, 'bye now');
}

function save() {
  return [
    lambda('save', 'bye now', 'bye now', { LambdaFunctionARN: 'arn:aws:lambda:us-west-2:000000000000:function:Save' }),
  ];
}
