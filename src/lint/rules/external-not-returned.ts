import { lambdaReturns, typeAt, type Type } from '../../check/types.ts';
import type { Named } from '../../check/program.ts';
import { carry } from '../../graph/dataflow.ts';
import { DYNAMIC } from '../../graph/paths.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { LintContext } from '../context.ts';
import { textAt } from '../facts/at-path.ts';
import { readsOf } from '../facts/reads.ts';
import { disconnect, flow, lambda, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ path: string; key: string; lambda: string; meant: string | undefined }>({
  code: 'lint/external-not-returned',
  severity: 'warning',
  summary: 'A key is read from a Lambda function’s answer that its declaration does not have.',
  docs: `
Each synchronous call of a Lambda function replaces all of \`$.External\`. What the last one returns is said where it is
declared (\`lambda Lookup { returns { name: text } }\`); any other key is an empty text, and a comparison with it never
matches.
`,
  bad: () => ({ content: flow([lambda('look up', 'hello', 'bye'), play('hello', 'Hello $.External.nme', 'bye'), disconnect()]) }),
  good: () => ({ content: flow([lambda('look up', 'hello', 'bye'), play('hello', 'Hello $.External.name', 'bye'), disconnect()]) }),
  message: (p) => `${p.path} is never there: \`${p.lambda}\` does not return \`${p.key}\`.`,
  help: (p) => (p.meant === undefined ? `Declare it in what \`${p.lambda}\` returns, or read a key that is there.` : `Did you mean \`${p.meant}\`?`),
  check(context, report) {
    const calls = callsOf(context);
    if (calls.length === 0 || calls.every((call) => call.type === undefined)) return;
    const reads = context.shared(readsOf).filter((read) => read.root?.root === 'External' && read.key !== undefined);
    if (reads.length === 0) return;
    const byNumber = new Map(calls.map((call, i) => [call.number, i]));
    const all = calls.map((_, i) => i);
    const last = carry(
      context.wiring(),
      context.reach(),
      calls.length,
      [],
      (wire) => {
        const call = byNumber.get(wire.from);
        return call === undefined ? undefined : { gain: [call], lose: all };
      },
      'some',
    );
    for (const { action, number, path, parameter } of reads) {
      const keys = path.segments.slice(1);
      if (keys.includes(DYNAMIC)) continue;
      const answers = calls.filter((_, i) => last.at(number, i));
      // One call that returns the key, or does not say what it returns, is enough to be silent.
      if (answers.length === 0 || answers.some(({ type }) => type === undefined || typeAt(type, keys) !== 'none')) continue;
      const [answer] = answers;
      if (answer?.named === undefined) continue;
      const key = keys.join('.');
      report(context.parameterPlace(action, parameter), {
        path: path.text,
        key,
        lambda: answer.named.name,
        meant: nearest(keys[0] ?? '', answer.type?.is === 'object' ? Object.keys(answer.type.fields ?? {}) : []),
      });
    }
  },
});

interface Call {
  readonly number: number;
  readonly named: Named | undefined;
  readonly type: Type | undefined;
}

/** Synchronous calls; asynchronous ones leave `$.External` as it is. What a module leaves there is not known. */
function callsOf(context: LintContext): readonly Call[] {
  const { numbers } = context.wiring();
  const modules = context.ofType('InvokeFlowModule').map(({ id }): Call => ({ number: numbers.get(id) ?? -1, named: undefined, type: undefined }));
  const functions = context.ofType('InvokeLambdaFunction').flatMap((action) => {
    const number = numbers.get(action.id);
    if (number === undefined || action.parameters.InvocationType === 'ASYNCHRONOUS') return [];
    const arn = textAt(action.parameters, 'LambdaFunctionARN');
    const named = arn === undefined ? undefined : context.named(arn);
    return [{ number, named, type: named === undefined ? undefined : lambdaReturns(named) }];
  });
  return [...functions, ...modules];
}
