import { textAt } from '../facts/at-path.ts';
import { hasToken } from '../facts/values.ts';
import { askDigits, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; keys: string; isText: boolean }>({
  code: 'lint/end-key-cancels',
  severity: 'warning',
  scope: 'block',
  summary: 'Keys that end an input have a star in them, and the star cancels the input.',
  docs: `
While a caller enters digits, the star deletes what was entered so far. So an input that a star should end never ends with
it, unless the cancel key is switched off; the designer wants that, too.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/store-customer-input.html
`,
  bad: () => ({ content: flow([ask({ InputTerminationSequence: '*' }), disconnect()]) }),
  good: () => ({ content: flow([ask({ InputTerminationSequence: '*', DisableCancelKey: 'True' }), disconnect()]) }),
  message: (p) => `${p.block} is ended by \`${p.keys}\`, but the star cancels what was entered.`,
  help: (p) => `Add ${p.isText ? '`cancel_key: off`' : '`DisableCancelKey` "True"'}, or let another key end the input.`,
  check(context, report) {
    for (const action of context.ofType('GetParticipantInput')) {
      const keys = textAt(action.parameters, 'DTMFConfiguration.InputTerminationSequence');
      if (keys?.includes('*') !== true || hasToken(keys)) continue;
      const disabled = textAt(action.parameters, 'DTMFConfiguration.DisableCancelKey') ?? 'False';
      if (disabled !== 'False') continue;
      const place = context.parameterPlace(action, 'DTMFConfiguration.InputTerminationSequence');
      report(place, { block: context.name(action), keys, isText: action.hint !== undefined });
    }
  },
});

function ask(DTMFConfiguration: Readonly<Record<string, string>>) {
  return askDigits('Please enter your number, then press star.', 8, 'bye', { DTMFConfiguration });
}
