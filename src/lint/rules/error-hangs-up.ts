import type { FlowAction } from '../../graph/flow-graph.ts';
import { ends, hangsUp, speaks } from '../facts/hang-up.ts';
import { eachText } from '../facts/texts.ts';
import { branchName } from '../facts/words.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow, play, transferToQueue } from '../sample.ts';

export default rule<{ block: string; branch: string }>({
  code: 'lint/error-hangs-up',
  severity: 'hint',
  strict: true,
  summary: 'An error cuts the caller off without a word.',
  docs: `
Error branches that lead straight to *Disconnect* keep the flow valid, and are what a caller meets on the worst day: the
line goes dead. Some teams want an apology on each of them; others find it right that a flow that cannot go on ends. Lambda
functions, closed hours and full queues have rules of their own. Settings are reported where their value comes from an
attribute: a fixed one fails while the flow is tried out, not on the day.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([queueOf('bye'), transferToQueue('transfer', 'sorry'), ...sorry()]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([queueOf('sorry'), transferToQueue('transfer', 'sorry'), ...sorry()]),
  }),
  message: (p) => `${p.branch} of ${p.block} cuts the caller off without a word.`,
  help: () => 'Say something before, or lead the error to a queue.',
  check(context, report) {
    for (const action of context.actions) {
      if (OTHERS.has(action.type) || speaks(action) || isFixed(action) || !context.reached(action)) continue;
      const error = action.errors.find(({ type, target }) => !BY_OTHERS.has(type) && hangsUp(context, target));
      if (error === undefined || ends(context, action) || hangsUp(context, action.next)) continue;
      report(context.branchPlace(action, error.type), {
        block: context.name(action),
        branch: branchName(context.entry(action.type), error.type),
      });
    }
  },
});

/** A setting that cannot fail, or not because of what a caller brings. */
function isFixed({ type, parameters }: FlowAction): boolean {
  if (type === 'UpdateContactAttributes' || type === 'UpdateFlowAttributes') return true;
  let fixed = type.startsWith('Update');
  if (fixed) eachText(parameters, (text) => (fixed &&= !text.includes('$')));
  return fixed;
}

const OTHERS: ReadonlySet<string> = new Set(['InvokeLambdaFunction', 'CheckHoursOfOperation', 'Compare']);
const BY_OTHERS: ReadonlySet<string> = new Set(['QueueAtCapacity']);
function queueOf(error: string) {
  return block(
    'queue',
    'UpdateContactTargetQueue',
    { QueueId: '$.Attributes.queue' },
    { next: 'transfer', errors: { NoMatchingError: error } },
  );
}

function sorry() {
  return [play('sorry', 'We are sorry, please call again later.', 'bye'), disconnect()];
}
