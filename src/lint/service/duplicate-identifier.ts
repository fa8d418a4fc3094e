import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ id: string }>({
  code: 'service/duplicate-identifier',
  severity: 'error',
  summary: 'Two blocks have the same identifier.',
  docs: `
Branches name the block they lead to by its identifier, so each may be given once. The service refuses the flow.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
`,
  bad: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect(), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `Two blocks are called "${p.id}".`,
  help: () => 'Rename one of them; branches lead to the first.',
  check(context, report) {
    const { actions } = context;
    const { numbers } = context.wiring();
    if (numbers.size === actions.length) return;
    actions.forEach((action, i) => {
      const first = numbers.get(action.id) ?? i;
      if (first === i) return;
      const other = actions[first];
      report(
        context.place(action),
        { id: action.id },
        other === undefined
          ? {}
          : { related: [{ place: context.place(other), message: 'The first one stands here.' }] },
      );
    });
  },
});
