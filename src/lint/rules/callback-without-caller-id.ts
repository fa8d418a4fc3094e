import { canDialOut } from '../../check/project.ts';
import { queuesOf } from '../facts/queues.ts';
import { callbackNumber, createCallback, disconnect, flow, setQueue } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ queue: string }>({
  code: 'lint/callback-without-caller-id',
  severity: 'warning',
  summary: 'A callback goes to a queue that has no caller ID number.',
  docs: `
A callback is an outbound call: Connect places it from the queue, with the queue’s outbound caller ID number. A queue
without one cannot call anybody, so the customer who was promised a call never gets it, and no branch of the flow tells.
It is looked at where the project declares the queue that the callback goes to.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/setup-queued-cb.html
`,
  bad: () => ({ project: `${HOURS}\nqueue Support { hours: Office }`, names: NAMES, content: callback() }),
  good: () => ({
    project: `${HOURS}\nexisting number Main "+81501234XXXX"\nqueue Support { hours: Office, caller_id: { number: Main } }`,
    names: NAMES,
    content: callback(),
  }),
  message: (p) => `\`${p.queue}\` has no caller ID number, so nobody can be called back from it.`,
  help: () => 'Add `caller_id: { number: … }` to the queue.',
  check(context, report) {
    if (context.program === undefined || !context.has('CreateCallbackContact')) return;
    for (const action of context.ofType('CreateCallbackContact')) {
      for (const queue of queuesOf(context, action)) {
        if (canDialOut(queue) !== false) continue;
        const place = { source: queue.source, span: queue.span };
        const related = [{ place, message: 'The queue is declared here.' }];
        report(context.parameterPlace(action, 'QueueId'), { queue: queue.name }, { related });
      }
    }
  },
});

const HOURS = 'existing hours Office';
const NAMES = { queue: { QueueId: 'Support' } };

function callback() {
  const number = callbackNumber('$.CustomerEndpoint.Address');
  return flow([setQueue('queue', 'number', 'bye'), number, createCallback(), disconnect()]);
}
