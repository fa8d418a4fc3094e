import { reachBack } from '../../graph/dataflow-wiring.ts';
import { talks } from '../facts/hang-up.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow, play, setQueue, SAMPLE_ID, transferToQueue } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/transfer-unchecked',
  severity: 'hint',
  strict: true,
  summary: 'A contact is put into a queue without a look at hours or staff.',
  docs: `
Nothing keeps a contact from waiting in a queue that nobody serves: at night, on a holiday, when the last agent has gone.
*Check hours of operation* or *Check staffing* before the transfer tells. Of the public flows that transfer to a queue four
in five check neither. A flow that others transfer to may rely on their check, and is left alone.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([hello(), setQueue('queue', 'transfer', 'bye'), transferToQueue('transfer', 'bye'), disconnect()]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      hello(),
      setQueue('queue', 'hours', 'bye'),
      block(
        'hours',
        'CheckHoursOfOperation',
        { HoursOfOperationId: SAMPLE_ID },
        { next: 'transfer', equals: { True: 'transfer', False: 'bye' }, errors: { NoMatchingError: 'bye' } },
      ),
      transferToQueue('transfer', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} comes without a look at opening hours or staff.`,
  help: () => 'Check the hours or the staff of the queue before.',
  check(context, report) {
    if (context.flowType !== 'CONTACT_FLOW' || context.transferredTo() === true || !talks(context)) return;
    for (const action of context.ofType('TransferContactToQueue')) {
      const wiring = context.wiring();
      const number = wiring.numbers.get(action.id);
      if (number === undefined || !context.reached(action)) continue;
      const before = reachBack(wiring, [number]);
      if (context.actions.some(({ type }, i) => before[i] === true && CHECKS.has(type))) continue;
      report(context.place(action), { block: context.name(action) });
    }
  },
});

/** Look whether somebody is there, or may. */
const CHECKS: ReadonlySet<string> = new Set([
  'CheckHoursOfOperation',
  'CheckMetricData',
  'GetMetricData',
  'InvokeFlowModule',
  'InvokeLambdaFunction',
]);

function hello() {
  return play('hello', 'One moment, please.', 'queue');
}
