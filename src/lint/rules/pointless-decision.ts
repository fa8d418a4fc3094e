import { edgesOf } from '../../graph/flow-graph.ts';
import { rule } from '../rule.ts';
import { compare, disconnect, flow, play } from '../sample.ts';

export default rule<{ block: string; target: string; ways: number }>({
  code: 'lint/pointless-decision',
  severity: 'hint',
  summary: 'A block decides between ways that are all the same.',
  docs: `
Whatever a comparison or a check finds, the call goes on at the same block. Most often a branch was meant to go
somewhere else, and callers who should be served otherwise are not. If nothing depends on the answer, the block only costs
time. A menu that goes on with any key is a pause, and left alone.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/check-contact-attributes.html
`,
  bad: () => ({
    content: flow([
      compare('tier', '$.Attributes.tier', { gold: 'hello', silver: 'hello' }, 'hello'),
      play('hello', 'Good morning.', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      compare('tier', '$.Attributes.tier', { gold: 'welcome' }, 'hello'),
      play('welcome', 'Welcome back.', 'bye'),
      play('hello', 'Good morning.', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `Whatever ${p.block} finds, the flow goes on at ${p.target}.`,
  help: () => 'Give one of the branches a target of its own, or remove the block.',
  check(context, report) {
    const { numbers } = context.wiring();
    for (const action of context.actions) {
      if (action.conditions.length === 0 || !DECIDES.has(action.type) || !context.reached(action)) continue;
      const targets = new Set(edgesOf(action).map(({ target }) => target));
      const [only] = targets;
      const target = targets.size === 1 ? context.actions[numbers.get(only ?? '') ?? -1] : undefined;
      if (target === undefined) continue;
      report(context.place(action), {
        block: context.name(action),
        target: context.name(target),
        ways: action.conditions.length,
      });
    }
  },
});

const DECIDES: ReadonlySet<string> = new Set([
  'CheckHoursOfOperation',
  'CheckMetricData',
  'CheckOutboundCallStatus',
  'Compare',
  'DistributeByPercentage',
]);
