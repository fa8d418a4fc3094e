import { speaks } from '../facts/hang-up.ts';
import { rule } from '../rule.ts';
import { block, flow, play } from '../sample.ts';

export default rule<{ said: boolean }>({
  code: 'lint/silent-queue',
  severity: 'hint',
  strict: true,
  summary: 'People who wait or are on hold come to hear nothing any more.',
  docs: `
The customer queue flow is all that a waiting caller hears, and the hold flow all that somebody on hold hears. When it has
come to its end there is silence, however long it lasts: people take the line for dead and hang up. *Loop prompts* plays
until an agent answers, and a flow that leads back to its beginning does so too.

Reported are queue and hold flows that come to an end without either. A queue for chats only is meant to be silent.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/loop-prompts.html
`,
  bad: () => ({
    type: 'CUSTOMER_QUEUE',
    content: flow([play('thanks', 'Thank you for waiting.', 'end'), block('end', 'EndFlowExecution')]),
  }),
  good: () => ({
    type: 'CUSTOMER_QUEUE',
    content: flow([
      block(
        'music',
        'MessageParticipantIteratively',
        { Messages: [{ Text: 'Thank you for waiting.' }] },
        { errors: { NoMatchingError: 'end' } },
      ),
      block('end', 'EndFlowExecution'),
    ]),
  }),
  message: (p) =>
    p.said ? 'After its prompts this flow comes to an end, and there is silence.' : 'People hear nothing in this flow.',
  help: () => 'Play something until an agent answers (`loop_prompts`).',
  check(context, report) {
    const { flowType } = context;
    if (flowType === undefined || !WAITING.has(flowType) || context.circular()) return;
    if (context.actions.some(({ type }) => PLAYS_ON.has(type) || context.card(type) === undefined)) return;
    if (!context.ofType('EndFlowExecution').some(context.reached)) return;
    report(context.flowPlace(), { said: context.actions.some((action) => speaks(action) && context.reached(action)) });
  },
});

const WAITING: ReadonlySet<string> = new Set(['CUSTOMER_HOLD', 'CUSTOMER_QUEUE']);

/** Play until somebody answers, or lead to where nobody sees it from here. */
const PLAYS_ON: ReadonlySet<string> = new Set(['InvokeFlowModule', 'MessageParticipantIteratively']);
