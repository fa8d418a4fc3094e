import { CALLBACK_NUMBER, happenedOf } from '../facts/known.ts';
import { callbackNumber, createCallback, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; some: boolean }>({
  code: 'lint/callback-number',
  severity: 'hint',
  summary: 'A callback may be placed to the number that the call came from.',
  docs: `
Where no *Set callback number* has run, Connect calls back the number that the call came from: a switchboard, a telephone box,
or nobody when it was withheld. Ask for a number, or say that this number will be called.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/setup-queued-cb.html
`,
  bad: () => ({ type: 'CONTACT_FLOW', content: flow([createCallback(), disconnect()]) }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([callbackNumber('$.StoredCustomerInput'), createCallback(), disconnect()]),
  }),
  message: (p) =>
    `${p.some ? 'On some way to' : 'On the way to'} ${p.block} no callback number is set, so the number that the call came from is called.`,
  help: () => 'Set it before (`set callback_number`), or tell the caller which number will be called.',
  check(context, report) {
    const callbacks = context.ofType('CreateCallbackContact');
    if (callbacks.length === 0 || context.transferredTo() === true) return;
    const happened = context.shared(happenedOf);
    for (const action of callbacks) {
      const number = context.wiring().numbers.get(action.id) ?? -1;
      if (!context.reached(action) || happened.always(number, CALLBACK_NUMBER)) continue;
      report(context.place(action), { block: context.name(action), some: happened.sometimes(number, CALLBACK_NUMBER) });
    }
  },
});
