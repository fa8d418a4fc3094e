import { limits } from '../../catalogue/quotas.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

/** From this many blocks on the limit is near. */
const NEAR = Math.floor(limits.actionsPerFlow * 0.8);

export default rule<{ count: number }>({
  code: 'lint/near-quota',
  severity: 'hint',
  summary: 'The flow has four fifths of the blocks that Connect allows.',
  docs: `
A flow, and every module for itself, has at most ${limits.actionsPerFlow} actions; the limit cannot be raised. Better to
divide a flow before it is reached than on the day when the last block does not fit.
`,
  bad: () => ({
    content: flow([
      ...Array.from({ length: NEAR }, (_, i) => play(`say ${i}`, 'Hello', i === NEAR - 1 ? 'bye' : `say ${i + 1}`)),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `The flow has ${p.count} blocks of the ${limits.actionsPerFlow} that Connect allows.`,
  help: () => 'Move a part of it into a module or into a flow of its own.',
  check(context, report) {
    const count = context.actions.length;
    if (count >= NEAR && count <= limits.actionsPerFlow) report(context.flowPlace(), { count });
  },
});
