import { reachBack } from '../../graph/dataflow-wiring.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { hangsUp, speaks } from '../facts/hang-up.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow, play, SAMPLE_ID } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/closed-hangs-up',
  severity: 'warning',
  summary: 'Outside of the opening hours the caller is cut off without a word.',
  docs: `
Who calls in the evening should hear that nobody is there, and when somebody will be. A call that ends before anything was
said sounds like a broken line, so people call again and again. Reported is the branch for closed hours of a flow that has
said nothing at all before it.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/check-hours-of-operation.html
`,
  bad: () => ({ content: flow([hours('bye'), play('hello', 'Good morning.', 'bye'), disconnect()]) }),
  good: () => ({
    content: flow([
      hours('closed'),
      play('hello', 'Good morning.', 'bye'),
      play('closed', 'We are closed. Please call from nine to five.', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `Where ${p.block} finds it closed, the call ends without a word.`,
  help: () => 'Say that it is closed, and when it is open.',
  check(context, report) {
    for (const action of context.ofType('CheckHoursOfOperation')) {
      const at = action.conditions.findIndex(({ operands }) => operands[0] === 'False');
      const closed = action.conditions[at];
      if (closed === undefined || !context.reached(action) || !hangsUp(context, closed.target)) continue;
      if (spokenBefore(context, action)) continue;
      report(context.targetPlace(action, `condition:${at}`), { block: context.name(action) });
    }
  },
});

/** Whether something was, or may have been, said on a way to the action. */
function spokenBefore(context: LintContext, action: FlowAction): boolean {
  const wiring = context.wiring();
  const number = wiring.numbers.get(action.id);
  const before = number === undefined ? [] : reachBack(wiring, [number]);
  return context.actions.some(
    (other, i) =>
      before[i] === true &&
      i !== number &&
      (speaks(other) || other.type === 'InvokeFlowModule') &&
      context.reached(other),
  );
}

function hours(closed: string) {
  return block(
    'hours',
    'CheckHoursOfOperation',
    { HoursOfOperationId: SAMPLE_ID },
    { next: 'hello', equals: { True: 'hello', False: closed }, errors: { NoMatchingError: 'hello' } },
  );
}
