import type { FlowAction } from '../../graph/flow-graph.ts';
import { reachFrom } from '../../graph/dataflow-wiring.ts';
import type { LintContext } from '../context.ts';
import { readsOf } from '../facts/reads.ts';
import { speechOf, wordsOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { askDigits, disconnect, flow, play, setAttributes } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/unused-input',
  severity: 'hint',
  strict: true,
  summary: 'A caller keys something in, and nothing ever reads it.',
  docs: `
*Store customer input* keeps what was keyed in as \`$.StoredCustomerInput\`, until the next input. No block behind it reads
it, so the caller has typed a number for nothing: the step that was to use it is missing, or reads another path. A flow that
goes on to a module or another flow, where it may be read, is left alone, and so is an input that asks for nothing: a pause.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/store-customer-input.html
`,
  bad: () => ({ content: flow([askDigits(NUMBER, 8, 'thanks'), play('thanks', 'Thank you.', 'bye'), disconnect()]) }),
  good: () => ({
    content: flow([
      askDigits(NUMBER, 8, 'keep'),
      setAttributes('keep', { contract: '$.StoredCustomerInput' }, 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `Nothing reads what callers key in at ${p.block}.`,
  help: () => 'Read `$.StoredCustomerInput` behind it, or remove the input.',
  check(context, report) {
    const inputs = context.ofType('GetParticipantInput').filter(({ parameters }) => parameters.StoreInput === 'True');
    if (inputs.length === 0 || context.flowType === 'MODULE') return;
    const readers = new Set<number>();
    for (const { number, root } of context.shared(readsOf))
      if (root?.root === 'StoredCustomerInput') readers.add(number);
    const wiring = context.wiring();
    for (const input of inputs) {
      const number = wiring.numbers.get(input.id);
      if (number === undefined || !context.reached(input) || !asksSomething(context, input)) continue;
      const { order } = reachFrom(wiring, number);
      const isRead = order.some((node) => {
        const action = context.actions[node];
        return (
          readers.has(node) || (action !== undefined && (ELSEWHERE.has(action.type) || !context.card(action.type)))
        );
      });
      if (!isRead) report(context.place(input), { block: context.name(input) });
    }
  },
});

/** Whether its prompt has words, or is a recording, or comes from an attribute. */
function asksSomething(context: LintContext, input: FlowAction): boolean {
  return context
    .shared(speechOf)
    .some((speech) => speech.action === input && /\p{L}/u.test(wordsOf(speech) ?? 'a recording'));
}

const NUMBER = 'Please enter your contract number.';

/** Control goes where it may be read. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'EndFlowExecution',
  'EndFlowModuleExecution',
  'InvokeFlowModule',
  'TransferToFlow',
]);
