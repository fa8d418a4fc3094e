import { reachFrom } from '../../graph/dataflow-wiring.ts';
import { edgesOf } from '../../graph/flow-graph.ts';
import { behind, edited, statementOf } from '../facts/statements.ts';
import { rule } from '../rule.ts';
import { askDigits, block, disconnect, flow, lambda } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/logging-left-off',
  severity: 'hint',
  summary: 'Logging is switched off for an input, and never on again.',
  docs: `
Logging goes off while a caller keys in what nobody may read, and should come on again behind it. Here it was on before and
stays off, so whatever fails behind the input leaves no trace.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/about-contact-flow-logs.html
`,
  bad: () => ({
    content: flow([
      logging('first', 'Enabled', 'off'),
      logging('off', 'Disabled', 'ask'),
      askDigits(NUMBER, 8, 'charge'),
      ...rest(),
    ]),
  }),
  good: () => ({
    content: flow([
      logging('first', 'Enabled', 'off'),
      logging('off', 'Disabled', 'ask'),
      askDigits(NUMBER, 8, 'again'),
      logging('again', 'Enabled', 'charge'),
      ...rest(),
    ]),
  }),
  message: (p) => `Logging stays off behind ${p.block}.`,
  help: () => 'Write `set logging on` behind the input.',
  check(context, report) {
    const blocks = context.ofType('UpdateFlowLoggingBehavior').filter(context.reached);
    const wiring = context.wiring();
    const on = blocks.filter(({ parameters }) => parameters.FlowLoggingBehavior === 'Enabled');
    if (on.length === 0 || on.length === blocks.length) return;
    for (const off of blocks) {
      const input = context.actions[wiring.numbers.get(off.next ?? '') ?? -1];
      if (off.parameters.FlowLoggingBehavior !== 'Disabled' || input?.parameters.StoreInput !== 'True') continue;
      const after = reachFrom(wiring, wiring.numbers.get(off.id) ?? -1).reached;
      const goesOn = edgesOf(input).some(({ target }) => {
        const next = context.actions[wiring.numbers.get(target) ?? -1];
        return next !== undefined && next.type !== 'DisconnectParticipant' && next !== input;
      });
      if (!goesOn || on.some(({ id }) => after[wiring.numbers.get(id) ?? -1] === true)) continue;
      const written = statementOf(context, input);
      const edits = written === undefined ? [] : [behind(written.statement, context.place(input), 'set logging on')];
      const fixes = edited('Switch logging on again behind the input', edits, true);
      report(context.place(off), { block: context.name(input) }, fixes);
    }
  },
});

function logging(id: string, FlowLoggingBehavior: string, next: string) {
  return block(id, 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior }, { next });
}

const NUMBER = 'Please enter your contract number.';

function rest() {
  const charge = { LambdaInvocationAttributes: { number: '$.StoredCustomerInput' } };
  return [lambda('charge', 'bye', 'bye', charge), disconnect()];
}
