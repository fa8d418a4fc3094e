import { isForCalls, talks } from '../facts/hang-up.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow, menu, setQueue, transferToQueue } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/no-recording',
  severity: 'hint',
  strict: true,
  summary: 'Calls go to agents, and the flow does not say whether they are recorded.',
  docs: `
Whether a call is recorded is decided by a block, and without one it is not. Where recordings are wanted, or must be off, it
is better said than left to whatever ran before. Of the public flows that transfer to a queue most say nothing. A flow that
others transfer to, and one that calls modules, may rely on those. A flow in which nothing is for calls alone may be one for
chats, and is left alone too.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/set-recording-analytics-processing-behavior.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([hello(), setQueue('queue', 'transfer', 'bye'), transferToQueue('transfer', 'bye'), disconnect()]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      menu('hello', 'For sales, press 1.', { '1': 'record' }, 'record'),
      block(
        'record',
        'UpdateContactRecordingBehavior',
        { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
        { next: 'queue' },
      ),
      setQueue('queue', 'transfer', 'bye'),
      transferToQueue('transfer', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} leads to agents, and nothing says whether the call is recorded.`,
  help: () => 'Write `set recording` before it.',
  check(context, report) {
    if (context.flowType !== 'CONTACT_FLOW' || context.transferredTo() === true) return;
    const transfer = context.ofType('TransferContactToQueue').find(context.reached);
    if (transfer === undefined || SAY.some(context.has) || !talks(context) || !isForCalls(context)) return;
    report(context.place(transfer), { block: context.name(transfer) });
  },
});

/** Set recording, or may; hooks run other flows that may. */
const SAY = [
  'InvokeFlowModule',
  'UpdateContactEventHooks',
  'UpdateContactRecordingAndAnalyticsBehavior',
  'UpdateContactRecordingBehavior',
];

function hello() {
  return menu('hello', 'For sales, press 1.', { '1': 'queue' }, 'queue');
}
