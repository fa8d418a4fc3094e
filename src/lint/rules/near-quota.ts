import { limits } from '../../catalogue/quotas.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

/** Part of the limit from which on it is near. */
const NEAR_PERCENT = 80;

export default rule<{ count: number }, 'percent'>({
  code: 'lint/near-quota',
  severity: 'hint',
  summary: 'The flow has four fifths of the blocks that Connect allows.',
  docs: `
A flow, and every module for itself, has at most ${limits.actionsPerFlow} actions; the limit cannot be raised. Better to
divide a flow before it is reached than on the day when the last block does not fit.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
`,
  options: {
    percent: {
      default: NEAR_PERCENT,
      min: 1,
      max: 100,
      about: 'The part of the allowed blocks from which on it is told.',
    },
  },
  bad: () => ({ content: flow([...prompts(nearOf(NEAR_PERCENT)), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `The flow has ${p.count} blocks of the ${limits.actionsPerFlow} that Connect allows.`,
  help: () => 'Move a part of it into a module or into a flow of its own.',
  check(context, report, numbers) {
    const count = context.actions.length;
    if (count >= nearOf(numbers.percent) && count <= limits.actionsPerFlow) report(context.flowPlace(), { count });
  },
});

function nearOf(percent: number): number {
  return Math.floor((limits.actionsPerFlow * percent) / 100);
}

function prompts(count: number) {
  return Array.from({ length: count }, (_, i) => play(`say ${i}`, 'Hello', i === count - 1 ? 'bye' : `say ${i + 1}`));
}
