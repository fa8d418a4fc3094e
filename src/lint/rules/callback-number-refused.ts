import { reachFrom, type Wire } from '../../graph/dataflow-wiring.ts';
import { branchName } from '../facts/words.ts';
import { rule } from '../rule.ts';
import { callbackNumber, createCallback, disconnect, flow, play } from '../sample.ts';

export default rule<{ block: string; branch: string; callback: string }>({
  code: 'lint/callback-number-refused',
  severity: 'warning',
  summary: 'A number that cannot be called leads to the callback all the same.',
  docs: `
*Set callback number* takes its branch *Invalid number* or *Not dialable* when nobody can be called on what the caller keyed
in. A flow that goes on to the callback from there calls the number that the call came from, or nobody, and the caller waits
for a call on the other number. Ask again, or say which number will be called.

A branch that says something before it comes to the callback may well say just that, and is left alone.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/set-callback-number.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([callbackNumber(SAID, 'callback'), createCallback(), disconnect()]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      callbackNumber(SAID, 'other'),
      createCallback(),
      play('other', 'We will call the number that you are calling from.', 'callback'),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.branch} of ${p.block} leads to ${p.callback}, as if the number were right.`,
  help: () => 'Ask for the number again, or say which number will be called.',
  check(context, report) {
    if (!context.has('CreateCallbackContact')) return;
    const wiring = context.wiring();
    for (const action of context.ofType('UpdateContactCallbackNumber')) {
      if (!context.reached(action)) continue;
      for (const { type, target } of action.errors) {
        const start = wiring.numbers.get(target);
        if (start === undefined || !REFUSED.has(type)) continue;
        const follow = (wire: Wire): boolean =>
          wire.kind === 'next' && SILENT.test(context.actions[wire.from]?.type ?? '');
        const { order } = reachFrom(wiring, start, follow);
        const callback = order.map((i) => context.actions[i]).find((each) => each?.type === 'CreateCallbackContact');
        if (callback === undefined) continue;
        const params = {
          block: context.name(action),
          branch: branchName(context.entry(action.type), type),
          callback: context.name(callback),
        };
        report(context.branchPlace(action, type), params);
        break;
      }
    }
  },
});

const REFUSED: ReadonlySet<string> = new Set(['CallbackNumberNotDialable', 'InvalidCallbackNumber']);

/** Settings, which nobody hears; another number is none of them. */
const SILENT = /^(?:Update(?!ContactCallbackNumber)|TagContact$|UntagContact$)/;

const SAID = '$.StoredCustomerInput';
