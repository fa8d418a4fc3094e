import { hangsUp } from '../facts/hang-up.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, lambda, play } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/lambda-failure-hangs-up',
  severity: 'hint',
  strict: true,
  summary: 'When a Lambda function fails, the caller is cut off without a word.',
  docs: `
A function fails sooner or later: a deployment, a time limit, a permission that is gone. Where its error branch goes straight
to *Disconnect*, each such caller hears the line go dead, and calls again. A published sample hung up on callers so until
somebody noticed. It is reported where the function’s success goes on with the call.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html,
https://github.com/forcedotcom/service-cloud-doc/pull/8
`,
  bad: () => ({
    content: flow([lambda('look up', 'hello', 'bye'), play('hello', 'Hello $.External.name', 'bye'), disconnect()]),
  }),
  good: () => ({
    content: flow([
      lambda('look up', 'hello', 'sorry'),
      play('hello', 'Hello $.External.name', 'bye'),
      play('sorry', 'We are sorry, please call again later.', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `If ${p.block} fails, the caller is cut off without a word.`,
  help: () => 'Say something before, or lead the error to a queue.',
  check(context, report) {
    for (const call of context.ofType('InvokeLambdaFunction')) {
      const error = call.errors.find(({ type }) => type === 'NoMatchingError');
      if (error === undefined || !context.reached(call)) continue;
      if (!hangsUp(context, error.target) || hangsUp(context, call.next)) continue;
      report(context.branchPlace(call, error.type), { block: context.name(call) });
    }
  },
});
