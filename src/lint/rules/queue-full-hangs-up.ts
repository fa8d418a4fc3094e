import { hangsUp } from '../facts/hang-up.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, play, setQueue, transferToQueue } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/queue-full-hangs-up',
  severity: 'hint',
  strict: true,
  summary: 'When the queue is full, the caller is cut off without a word.',
  docs: `
A queue has a limit of contacts, its own or that of the instance. On the day on which everybody calls it is reached, and
callers who were just told to hold the line are cut off. Tell them, offer a callback, or take another queue.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-queue.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([hello(), setQueue('queue', 'transfer', 'bye'), transferToQueue('transfer', 'bye'), disconnect()]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      setQueue('queue', 'transfer', 'bye'),
      transferToQueue('transfer', 'full'),
      play('full', 'All lines are busy. Please call again later.', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `If the queue is full, ${p.block} cuts the caller off without a word.`,
  help: () => 'Say so before, offer a callback, or take another queue.',
  check(context, report) {
    for (const action of context.ofType('TransferContactToQueue')) {
      const error = action.errors.find(({ type }) => type === 'QueueAtCapacity');
      if (error === undefined || !context.reached(action) || !hangsUp(context, error.target)) continue;
      report(context.branchPlace(action, error.type), { block: context.name(action) });
    }
  },
});

function hello() {
  return play('hello', 'One moment, please.', 'queue');
}
