import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { reachFrom } from '../../graph/dataflow-wiring.ts';
import { happenedOf, QUEUE } from '../facts/known.ts';
import { compare, disconnect, flow, setQueue, transferToQueue } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; some: boolean }>({
  code: 'lint/no-queue',
  severity: 'warning',
  summary: 'A contact may come to a transfer without a working queue.',
  docs: `
*Transfer to queue* has no queue of its own: it uses the one that *Set working queue* has set. Without one it takes its
error branch, and in most flows the caller hears that something went wrong. The same holds for a callback, a staffing or
queue check, and opening hours without a queue or hours of their own.

Where a module is called on the way it may have set the queue. Where the kind of flow is not known, or is not inbound, or
another flow of the project transfers contacts to this one or has it as disconnect flow, they may bring a queue along; it
is a hint where nobody knows. A flow that waits for the customer to return is a disconnect flow.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-queue.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      compare('topic', '$.Attributes.topic', { sales: 'queue' }, 'transfer'),
      setQueue('queue', 'transfer', 'bye'),
      transferToQueue('transfer', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([setQueue('queue', 'transfer', 'bye'), transferToQueue('transfer', 'bye'), disconnect()]),
  }),
  message: (p) =>
    p.some ? `On some way to ${p.block} no working queue is set.` : `No working queue is set on the way to ${p.block}.`,
  help: () => 'Set the working queue (`set queue`) on every path before it.',
  check(context, report) {
    const candidates = NEED_QUEUE.flatMap((type) => context.ofType(type)).filter(needsQueue);
    if (candidates.length === 0) return;
    const happened = context.shared(happenedOf);
    const wiring = context.wiring();
    const lacking = candidates
      .map((action) => ({ action, number: wiring.numbers.get(action.id) ?? -1 }))
      .filter(({ action, number }) => context.reached(action) && !happened.always(number, QUEUE));
    // The staffing is checked before the transfer, and it is the same queue that both lack: it is told of the first.
    const told = new Set(lacking.map(({ number }) => number));
    const firsts = reachFrom(wiring, wiring.start, ({ from }) => !told.has(from)).reached;
    for (const { action, number } of lacking) {
      if (firsts[number] !== true) continue;
      const some = happened.sometimes(number, QUEUE);
      const brought = context.transferredTo();
      if (brought === true || (!some && awaitsReturn(context))) continue;
      // A flow that sets a queue on one way and not on another has forgotten it, whatever kind it is of.
      report(
        context.place(action),
        { block: context.name(action), some },
        some || brought === false ? {} : { severity: 'hint' },
      );
    }
  },
});

const NEED_QUEUE = ['TransferContactToQueue', 'CreateCallbackContact', 'CheckMetricData', 'CheckHoursOfOperation'];

/** Only a chat that an agent has had waits for its customer, and that one came out of a queue. */
function awaitsReturn(context: LintContext): boolean {
  return context
    .ofType('Wait')
    .some(({ conditions }) => conditions.some(({ operands }) => operands[0] === 'CustomerReturned'));
}

function needsQueue({ type, parameters }: FlowAction): boolean {
  if (type === 'TransferContactToQueue') return true;
  if (type === 'CheckHoursOfOperation') return parameters.HoursOfOperationId === undefined;
  if (type === 'CreateCallbackContact' && parameters.ContactFlowId !== undefined) return false;
  return parameters.QueueId === undefined && parameters.AgentId === undefined;
}
