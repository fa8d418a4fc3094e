import { limits } from '../../catalogue/quotas.ts';
import { textAt } from '../facts/at-path.ts';
import { secondsInstead } from '../facts/instead.ts';
import { wholeNumber } from '../facts/values.ts';
import { disconnect, flow, lambda } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; seconds: number }>({
  code: 'lint/lambda-timeout',
  severity: 'warning',
  summary: 'A synchronous Lambda call is given more time than Connect waits.',
  docs: `
Connect waits up to eight seconds for a function, then takes the error branch, whatever the block says. The service stores
a longer limit all the same, so that the flow seems to allow what it does not. What takes longer is called
asynchronously.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
`,
  bad: () => ({ content: flow([lambda('look up', 'bye', 'bye', { InvocationTimeLimitSeconds: '15' }), disconnect()]) }),
  good: () => ({ content: flow([lambda('look up', 'bye', 'bye', { InvocationTimeLimitSeconds: '8' }), disconnect()]) }),
  message: (p) => `${p.block} waits ${p.seconds} seconds, and Connect gives up after ${limits.lambdaSeconds}.`,
  help: () => `Write at most ${limits.lambdaSeconds} seconds, or call the function asynchronously.`,
  check(context, report) {
    for (const action of context.ofType('InvokeLambdaFunction')) {
      if (action.parameters.InvocationType === 'ASYNCHRONOUS') continue;
      const seconds = wholeNumber(textAt(action.parameters, 'InvocationTimeLimitSeconds') ?? '');
      if (seconds === undefined || seconds <= limits.lambdaSeconds) continue;
      const place = context.parameterPlace(action, 'InvocationTimeLimitSeconds');
      // Connect waits no longer anyway, so nobody meets a difference.
      report(place, { block: context.name(action), seconds }, secondsInstead(limits.lambdaSeconds, place, true));
    }
  },
});
