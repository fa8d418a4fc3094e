import { ends, hangsUp, speaks } from '../facts/hang-up.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, play, setQueue, transferToQueue } from '../sample.ts';

export default rule<{ block: string; branch: string }>({
  code: 'lint/error-hangs-up',
  severity: 'hint',
  strict: true,
  summary: 'An error cuts the caller off without a word.',
  docs: `
Error branches that lead straight to *Disconnect* keep the flow valid, and are what a caller meets on the worst day: the
line goes dead. Some teams want an apology on each of them; others find it right that a flow that cannot go on ends. Lambda
functions, closed hours and full queues have rules of their own.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([setQueue('queue', 'transfer', 'bye'), transferToQueue('transfer', 'sorry'), ...SORRY]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([setQueue('queue', 'transfer', 'sorry'), transferToQueue('transfer', 'sorry'), ...SORRY]),
  }),
  message: (p) => `${p.branch} of ${p.block} cuts the caller off without a word.`,
  help: () => 'Say something before, or lead the error to a queue.',
  check(context, report) {
    for (const action of context.actions) {
      if (OTHERS.has(action.type) || speaks(action) || !context.reached(action)) continue;
      const error = action.errors.find(({ type, target }) => !BY_OTHERS.has(type) && hangsUp(context, target));
      if (error === undefined || ends(context, action) || hangsUp(context, action.next)) continue;
      report(context.branchPlace(action, error.type), { block: context.name(action), branch: error.type });
    }
  },
});

const OTHERS: ReadonlySet<string> = new Set(['InvokeLambdaFunction', 'CheckHoursOfOperation', 'Compare']);
const BY_OTHERS: ReadonlySet<string> = new Set(['QueueAtCapacity']);
const SORRY = [play('sorry', 'We are sorry, please call again later.', 'bye'), disconnect()];
