import { textAt } from '../facts/at-path.ts';
import { secondsInstead } from '../facts/instead.ts';
import { wholeNumber } from '../facts/values.ts';
import { rule } from '../rule.ts';
import { callbackNumber, createCallback, disconnect, flow, setQueue } from '../sample.ts';

export default rule<{ block: string; seconds: number; attempts: number }, 'seconds'>({
  code: 'lint/callback-retry-soon',
  severity: 'hint',
  scope: 'block',
  summary: 'A callback that nobody takes is tried again at once.',
  docs: `
Who did not answer is in a meeting, on another call or on the way. A second call within a minute does not reach them either,
uses up the attempts that were to reach them later, and looks like a nuisance call.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/setup-queued-cb.html
`,
  options: { seconds: { default: 60, min: 1, max: 86400, about: 'The least time between two attempts, in seconds.' } },
  bad: () => ({ type: 'CONTACT_FLOW', content: everySeconds(10) }),
  good: () => ({ type: 'CONTACT_FLOW', content: everySeconds(600) }),
  message: (p) => `${p.block} tries up to ${p.attempts} times, every ${p.seconds} seconds.`,
  help: () => 'Wait ten minutes or so between two attempts.',
  check(context, report, numbers) {
    for (const action of context.ofType('CreateCallbackContact')) {
      const attempts = wholeNumber(textAt(action.parameters, 'MaximumConnectionAttempts') ?? '');
      const seconds = wholeNumber(textAt(action.parameters, 'RetryDelaySeconds') ?? '');
      if (attempts === undefined || seconds === undefined || attempts < 2 || seconds >= numbers.seconds) continue;
      const place = context.parameterPlace(action, 'RetryDelaySeconds');
      const enough = Math.max(ENOUGH, numbers.seconds);
      report(place, { block: context.name(action), seconds, attempts }, secondsInstead(enough, place));
    }
  },
});

/** Seconds that the remedy writes. */
const ENOUGH = 600;

function everySeconds(seconds: number) {
  const number = callbackNumber('$.CustomerEndpoint.Address');
  return flow([setQueue('queue', 'number', 'bye'), number, createCallback(3, seconds), disconnect()]);
}
