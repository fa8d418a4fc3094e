import { parameterName } from '../facts/words.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; parameter: string; value: string; who: string; range: string }>({
  code: 'service/parameter-range',
  severity: 'error',
  summary: 'A number is outside the range that Connect documents.',
  docs: `
The ranges are those of the action pages and of the designer's fields: 1 to 180 seconds for the first key of a menu, 0 to
100 rounds of a loop, 1 second to 7 days of waiting. A time for the first key that is longer than the designer offers is a
warning: the page of the action has no limit, and flows with one have been published.
`,
  bad: () => ({
    content: flow([
      block(
        'again',
        'Loop',
        { LoopCount: '101' },
        { next: 'bye', equals: { ContinueLooping: 'again', DoneLooping: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block(
        'again',
        'Loop',
        { LoopCount: '3' },
        { next: 'bye', equals: { ContinueLooping: 'again', DoneLooping: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block}: ${p.parameter} is ${p.value}, and ${p.who} takes ${p.range}.`,
  check(context, report) {
    for (const { action, path, problem } of context.parameters().values) {
      if (problem.kind !== 'range') continue;
      // That of a Lambda call is a rule of its own: the service stores more than it keeps to.
      if (action.type === 'InvokeLambdaFunction' && Number(problem.value) > 0) continue;
      const card = context.card(action.type);
      report(
        context.parameterPlace(action, path),
        {
          block: context.name(action),
          parameter: parameterName(card?.entry, path),
          value: String(problem.value),
          who: problem.designer === true ? 'the flow designer' : 'Connect',
          range: problem.wanted,
        },
        card?.firm === false || problem.designer === true ? { severity: 'warning' } : {},
      );
    }
  },
});
