import { isMisshapen } from '../facts/misshapen.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string }>({
  code: 'service/missing-next',
  severity: 'error',
  summary: 'A block has no NextAction.',
  docs: `
Every block but those that end a flow has a NextAction, even one whose conditions cover everything (*Loop*, *Check hours
of operation*) or that never comes back (*Transfer to queue*, *Transfer to flow*). *Loop prompts* alone may do without.
The service answers *Action is missing required property. Path: Actions[0].Transitions.NextAction*.

In \`.flow\` the compiler writes it where it only repeats another branch.
`,
  bad: () => ({ content: flow([block('hello', 'MessageParticipant', { Text: 'Hello' }), disconnect()]) }),
  good: () => ({
    content: flow([block('hello', 'MessageParticipant', { Text: 'Hello' }, { next: 'bye' }), disconnect()]),
  }),
  message: (p) => `${p.block} does not say what comes next.`,
  help: () => 'Give it a NextAction.',
  check(context, report) {
    for (const { action, card } of context.blocks) {
      if (action.next !== undefined || card.entry.nextAction !== 'required') continue;
      // One that is there and no text is told of by `service/wrong-member`.
      if (isMisshapen(action, 'NextAction')) continue;
      report(context.place(action), { block: context.name(action) });
    }
  },
});
