import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string }>({
  code: 'service/no-branches-allowed',
  severity: 'error',
  summary: 'A block that ends the flow has branches.',
  docs: `
*Disconnect*, *End flow*, *Return* and *Transfer to agent* end the flow; nothing comes after them, not even on error. The
service answers *Action does not support transitions*.
`,
  bad: () => ({
    content: flow([
      play('hello', 'Hello', 'bye'),
      block('bye', 'DisconnectParticipant', {}, { errors: { NoMatchingError: 'hello' } }),
    ]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} ends the flow and cannot have branches.`,
  help: () => 'Remove NextAction, Errors and Conditions.',
  check(context, report) {
    for (const { action, card } of context.blocks) {
      if (!card.entry.terminal) continue;
      if (action.next === undefined && action.errors.length === 0 && action.conditions.length === 0) continue;
      report(context.place(action), { block: context.name(action) });
    }
  },
});
