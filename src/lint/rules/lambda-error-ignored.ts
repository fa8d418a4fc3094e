import { DYNAMIC } from '../../graph/paths.ts';
import { readsOf } from '../facts/reads.ts';
import { disconnect, flow, lambda, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; target: string }>({
  code: 'lint/lambda-error-ignored',
  severity: 'hint',
  summary: 'A failed Lambda call goes on exactly as a successful one, into a block that needs its answer.',
  docs: `
When the function fails, is throttled or takes too long, \`$.External\` is empty. A flow that goes on to the very block that
says or compares the answer treats the failure as an answer: the caller hears a sentence with a hole in it, or is taken for
somebody who has no contract. A third of the Lambda calls in public flows are wired so.

Only calls are reported whose next block reads the answer; a call that merely writes something down may well be ignored.

Source: https://repost.aws/knowledge-center/connect-lambda-function-failures
`,
  bad: () => ({
    content: flow([lambda('look up', 'hello', 'hello'), play('hello', 'Hello $.External.name', 'bye'), disconnect()]),
  }),
  good: () => ({
    content: flow([lambda('look up', 'hello', 'bye'), play('hello', 'Hello $.External.name', 'bye'), disconnect()]),
  }),
  message: (p) => `${p.block} goes on to ${p.target} even if it fails, and that reads its answer.`,
  help: () => 'Give the error branch a target of its own, such as an apology or a queue.',
  check(context, report) {
    const readers = new Set<number>();
    for (const call of context.ofType('InvokeLambdaFunction')) {
      const error = call.errors.find(({ type }) => type === 'NoMatchingError');
      if (error === undefined || error.target !== call.next || !context.reached(call)) continue;
      if (call.parameters.InvocationType === 'ASYNCHRONOUS') continue;
      if (readers.size === 0) {
        readers.add(-1);
        for (const { number, root, key } of context.shared(readsOf)) {
          if (root?.root === 'External' && key !== DYNAMIC) readers.add(number);
        }
      }
      const number = context.wiring().numbers.get(error.target) ?? -2;
      const target = context.actions[number];
      if (target === undefined || target.type === 'Compare' || !readers.has(number)) continue;
      report(context.branchPlace(call, 'NoMatchingError'), { block: context.name(call), target: context.name(target) });
    }
  },
});
