import { textAt } from '../facts/at-path.ts';
import { secondsInstead } from '../facts/instead.ts';
import { wholeNumber } from '../facts/values.ts';
import { block, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

/** Seconds below which Connect takes the error branch. */
const SHORTEST = 20;

export default rule<{ block: string; seconds: number }>({
  code: 'lint/loop-prompts-interrupt',
  severity: 'warning',
  summary: 'Loop prompts is interrupted more often than every 20 seconds.',
  docs: `
Below 20 seconds *Loop prompts* takes its error branch, and where it has none the flow stops. The interruption also cuts
prompts short: what is longer than the interval is never heard to its end.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/loop-prompts.html
`,
  bad: () => ({ type: 'CUSTOMER_QUEUE', content: flow([music('15'), play('soon', 'You are next.', 'music')]) }),
  good: () => ({ type: 'CUSTOMER_QUEUE', content: flow([music('30'), play('soon', 'You are next.', 'music')]) }),
  message: (p) =>
    `${p.block} is interrupted every ${p.seconds} seconds, and Connect takes the error branch below ${SHORTEST}.`,
  help: () => `Interrupt it every ${SHORTEST} seconds or less often.`,
  check(context, report) {
    for (const action of context.ofType('MessageParticipantIteratively')) {
      const seconds = wholeNumber(textAt(action.parameters, 'InterruptFrequencySeconds') ?? '');
      if (seconds === undefined || seconds >= SHORTEST) continue;
      const place = context.parameterPlace(action, 'InterruptFrequencySeconds');
      report(place, { block: context.name(action), seconds }, secondsInstead(SHORTEST, place));
    }
  },
});

function music(InterruptFrequencySeconds: string) {
  return block(
    'music',
    'MessageParticipantIteratively',
    { Messages: [{ Text: 'Please hold the line.' }], InterruptFrequencySeconds },
    { equals: { MessagesInterrupted: 'soon' } },
  );
}
