import { limits } from '../../catalogue/quotas.ts';
import { textAt } from '../facts/at-path.ts';
import { secondsInstead } from '../facts/instead.ts';
import { wholeNumber } from '../facts/values.ts';
import { disconnect, flow, lambda } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; seconds: number; most: number }, 'seconds'>({
  code: 'lint/lambda-timeout',
  severity: 'warning',
  scope: 'block',
  summary: 'A synchronous Lambda call is given more time than Connect waits, or than the project allows.',
  docs: `
Connect waits up to eight seconds for a function, then takes the error branch, whatever the block says. The service stores
a longer limit all the same, so that the flow seems to allow what it does not. What takes longer is called
asynchronously. Callers hear nothing meanwhile, so a project may allow less.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
`,
  options: {
    seconds: {
      default: limits.lambdaSeconds,
      min: 1,
      max: limits.lambdaSeconds,
      about: 'The most time for one call, in seconds.',
    },
  },
  bad: () => ({ content: flow([lambda('look up', 'bye', 'bye', { InvocationTimeLimitSeconds: '15' }), disconnect()]) }),
  good: () => ({ content: flow([lambda('look up', 'bye', 'bye', { InvocationTimeLimitSeconds: '8' }), disconnect()]) }),
  message: (p) =>
    p.seconds > limits.lambdaSeconds
      ? `${p.block} waits ${p.seconds} seconds, and Connect gives up after ${limits.lambdaSeconds}.`
      : `${p.block} waits ${p.seconds} seconds, and a call may take ${p.most} here.`,
  help: (p) => `Write at most ${p.most} seconds, or call the function asynchronously.`,
  check(context, report, numbers) {
    for (const action of context.ofType('InvokeLambdaFunction')) {
      if (action.parameters.InvocationType === 'ASYNCHRONOUS') continue;
      const seconds = wholeNumber(textAt(action.parameters, 'InvocationTimeLimitSeconds') ?? '');
      if (seconds === undefined || seconds <= numbers.seconds) continue;
      const place = context.parameterPlace(action, 'InvocationTimeLimitSeconds');
      // Connect waits no longer anyway, so nobody meets a difference.
      const isSafe = numbers.seconds === limits.lambdaSeconds;
      const params = { block: context.name(action), seconds, most: numbers.seconds };
      report(place, params, secondsInstead(numbers.seconds, place, isSafe));
    }
  },
});
