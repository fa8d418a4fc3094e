import { reachFrom, type Wire } from '../../graph/dataflow-wiring.ts';
import { block, disconnect, flow, menu } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; branch: string }>({
  code: 'lint/unbounded-retry',
  severity: 'hint',
  summary: 'A menu or a bot that nobody answers asks again for ever.',
  docs: `
A line on which nobody speaks, an answering machine, a child: the call goes on, and is charged, until somebody hangs up.
Put a *Loop* around the menu (in \`.flow\`: \`repeat 3 { … }\`) and say goodbye after it. A comparison or a Lambda function on
the way back counts as a bound, since it may count. A bot that has understood nothing comes out at its default branch; where
that leads straight back to it, it is the same.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/loop.html
`,
  bad: () => ({ content: flow([menu('ask', 'For sales, press 1.', { '1': 'bye' }, 'ask'), disconnect()]) }),
  good: () => ({
    content: flow([
      block(
        'three times',
        'Loop',
        { LoopCount: '3' },
        { next: 'bye', equals: { ContinueLooping: 'ask', DoneLooping: 'bye' } },
      ),
      menu('ask', 'For sales, press 1.', { '1': 'bye' }, 'three times'),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} is asked again and again when nobody answers.`,
  help: () => 'Put a Loop (`repeat 3 { … }`) around it, and end the call after some attempts.',
  check(context, report) {
    if (!context.circular()) return;
    for (const action of [...context.ofType('GetParticipantInput'), ...context.ofType(BOT)]) {
      const unanswered = action.type === BOT ? 'NoMatchingCondition' : 'InputTimeLimitExceeded';
      const error = action.errors.find(({ type }) => type === unanswered);
      if (error === undefined || !context.reached(action)) continue;
      const wiring = context.wiring();
      const start = wiring.numbers.get(error.target);
      const number = wiring.numbers.get(action.id);
      if (start === undefined || number === undefined) continue;
      const follow = (wire: Wire): boolean =>
        !BOUNDS.has(context.actions[wire.from]?.type ?? '') && wire.kind === 'next';
      if (reachFrom(wiring, start, follow).reached[number] !== true) continue;
      report(context.branchPlace(action, error.type), { block: context.name(action), branch: error.type });
    }
  },
});

const BOT = 'ConnectParticipantWithLexBot';

/** May count the attempts, or bring them to an end. */
const BOUNDS: ReadonlySet<string> = new Set([
  'Compare',
  'InvokeFlowModule',
  'InvokeLambdaFunction',
  'Loop',
  'TransferToFlow',
]);
