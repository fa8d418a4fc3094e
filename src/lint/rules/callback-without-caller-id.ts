import { canDialOut } from '../../check/project.ts';
import type { Named } from '../../check/program.ts';
import { carry } from '../../graph/dataflow.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { block, disconnect, flow, setQueue } from '../sample.ts';
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
  bad: () => ({ project: `${HOURS}\nqueue Support { hours: Office }`, names: NAMES, content: CALLBACK }),
  good: () => ({
    project: `${HOURS}\nexisting number Main "+81501234XXXX"\nqueue Support { hours: Office, caller_id: { number: Main } }`,
    names: NAMES,
    content: CALLBACK,
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

/** The callback's own queue, else the working queues that it may find. */
function queuesOf(context: LintContext, action: FlowAction): readonly Named[] {
  if (action.parameters.QueueId !== undefined) {
    const own = context.named('queue', action, 'QueueId');
    return own === undefined ? [] : [own];
  }
  const { numbers } = context.wiring();
  const sets = context.ofType('UpdateContactTargetQueue');
  const facts = new Map(sets.map((set, i) => [numbers.get(set.id), i]));
  const all = sets.map((_, i) => i);
  const working = carry(
    context.wiring(),
    context.reach(),
    sets.length,
    [],
    ({ from }) => {
      const set = facts.get(from);
      return set === undefined ? undefined : { gain: [set], lose: all };
    },
    'some',
  );
  const at = numbers.get(action.id) ?? -1;
  const found = sets.filter((_, i) => working.at(at, i)).map((set) => context.named('queue', set, 'QueueId'));
  return [...new Set(found.filter((named) => named !== undefined))];
}

const HOURS = 'existing hours Office';
const NAMES = { queue: { QueueId: 'Support' } };
const CALLBACK = flow([
  setQueue('queue', 'number', 'bye'),
  block(
    'number',
    'UpdateContactCallbackNumber',
    { CallbackNumber: '$.CustomerEndpoint.Address' },
    { next: 'callback', errors: { InvalidCallbackNumber: 'bye', CallbackNumberNotDialable: 'bye' } },
  ),
  block(
    'callback',
    'CreateCallbackContact',
    { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '1', RetryDelaySeconds: '600' },
    { next: 'bye', errors: { NoMatchingError: 'bye' } },
  ),
  disconnect(),
]);
