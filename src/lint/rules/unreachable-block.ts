import type { Wire } from '../../graph/dataflow-wiring.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; behind: number }>({
  code: 'lint/unreachable-block',
  severity: 'warning',
  summary: 'No path from the start of the flow leads to a block.',
  docs: `
Connect takes blocks that nothing leads to, and never runs them. Mostly a connector was moved and the old block forgotten;
now and then it is the block that was meant to run. Only the first block of a forgotten part is reported.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    content: flow([play('hello', 'Hello', 'bye'), play('closed', 'We are closed.', 'bye'), disconnect()]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) =>
    `Nothing leads to ${p.block}${p.behind === 0 ? '' : ` and the ${p.behind === 1 ? 'block' : `${p.behind} blocks`} behind it`}.`,
  help: () => 'Lead a branch to it, or remove it.',
  check(context, report) {
    const { wiring, actions } = { wiring: context.wiring(), actions: context.actions };
    if (wiring.start < 0 || context.reach().order.length === actions.length) return;
    const seen = [...context.reach().reached];
    const visit = (first: number): number => {
      const stack = [first];
      let count = -1;
      seen[first] = true;
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        count++;
        for (const { to } of wiring.out[node] as readonly Wire[]) {
          if (seen[to] === true) continue;
          seen[to] = true;
          stack.push(to);
        }
      }
      return count;
    };
    // Blocks that nothing at all leads to come first; what is left then goes in circles.
    for (const alone of [true, false]) {
      actions.forEach((action, i) => {
        if (seen[i] === true || (alone && (wiring.into[i] as readonly Wire[]).some(({ from }) => from !== i))) return;
        report(context.place(action), { block: context.name(action), behind: visit(i) });
      });
    }
  },
});
