import { nearest } from '../../diagnostics/suggest.ts';
import { edgesOf } from '../../graph/flow-graph.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; target: string; meant: string | undefined }>({
  code: 'service/dangling-target',
  severity: 'error',
  // What does not exist was told where it is named, which may be a default far above.
  scope: 'flow',
  summary: 'A branch leads to a block that does not exist.',
  docs: `
The service answers *Invalid Action property value. Path: Actions[5].Transitions.Errors[0].NextAction*. The designer
shows such a connector as not wired, and saves the flow as a draft only.
`,
  bad: () => ({ content: flow([play('hello', 'Hello', 'goodbye'), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} leads to "${p.target}", and no block is called so.`,
  help: (p) => (p.meant === undefined ? 'Lead it to a block of this flow.' : `Did you mean "${p.meant}"?`),
  check(context, report) {
    const { numbers, loose } = context.wiring();
    if (loose === 0) return;
    for (const action of context.actions) {
      for (const { key, target } of edgesOf(action)) {
        if (target === '' || numbers.has(target)) continue;
        report(context.targetPlace(action, key), {
          block: context.name(action),
          target,
          meant: nearest(target, numbers.keys()),
        });
      }
    }
  },
});
