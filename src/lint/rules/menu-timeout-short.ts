import { textAt } from '../facts/at-path.ts';
import { secondsInstead } from '../facts/instead.ts';
import { wholeNumber } from '../facts/values.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow } from '../sample.ts';

export default rule<{ block: string; seconds: number }, 'seconds'>({
  code: 'lint/menu-timeout-short',
  severity: 'warning',
  scope: 'block',
  summary: 'A menu gives the caller hardly any time to answer.',
  docs: `
After the prompt a caller takes the telephone from the ear, looks for the key and presses it. Under three seconds many do
not make it, and older people never do: they hear the menu again, or are sent away.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html
`,
  options: { seconds: { default: 3, min: 1, max: 20, about: 'The least time for an answer, in seconds.' } },
  bad: () => ({ content: flow([ask('1'), disconnect()]) }),
  good: () => ({ content: flow([ask('5'), disconnect()]) }),
  message: (p) => `${p.block} waits ${p.seconds} ${p.seconds === 1 ? 'second' : 'seconds'} for an answer.`,
  help: () => 'Wait 5 seconds or more.',
  check(context, report, numbers) {
    for (const action of context.ofType('GetParticipantInput')) {
      if (action.conditions.length === 0 || !context.reached(action)) continue;
      const seconds = wholeNumber(textAt(action.parameters, 'InputTimeLimitSeconds') ?? '');
      if (seconds === undefined || seconds < 1 || seconds >= numbers.seconds) continue;
      const place = context.parameterPlace(action, 'InputTimeLimitSeconds');
      const enough = Math.max(ENOUGH, numbers.seconds);
      report(place, { block: context.name(action), seconds }, secondsInstead(enough, place));
    }
  },
});

/** Seconds that the remedy writes. */
const ENOUGH = 5;

function ask(InputTimeLimitSeconds: string) {
  return block(
    'ask',
    'GetParticipantInput',
    { Text: 'For sales, press 1.', StoreInput: 'False', InputTimeLimitSeconds },
    {
      next: 'bye',
      equals: { '1': 'bye' },
      errors: { InputTimeLimitExceeded: 'bye', NoMatchingCondition: 'bye', NoMatchingError: 'bye' },
    },
  );
}
