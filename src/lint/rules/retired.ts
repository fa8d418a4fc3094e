import { parameterName } from '../facts/words.ts';
import { valueAt } from '../../text/json-members.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ what: string; why: string }>({
  code: 'lint/retired',
  severity: 'warning',
  scope: 'block',
  summary: 'A block or a parameter belongs to a service that has ended.',
  docs: `
Amazon Connect Voice ID ended on 20 May 2026. Its blocks may still be saved; at run time they take their error branch.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/voiceid-apis.html
`,
  bad: () => ({
    content: flow([
      block('listen', 'StartVoiceIdStream', {}, { next: 'bye', errors: { NoMatchingError: 'bye' } }),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.what} has no effect any more. ${p.why}`,
  help: () => 'Remove it, and what depends on its answer.',
  check(context, report) {
    for (const { action, card } of context.blocks) {
      const { entry } = card;
      if (entry.retired !== undefined)
        report(context.place(action), { what: context.name(action), why: entry.retired });
      if (!card.retiredParameters) continue;
      // The parameters of one service come and go together: the first of them stands for all.
      const first = entry.parameters.find(
        ({ name, retired }) => retired !== undefined && valueAt(action.parameters, name) !== undefined,
      );
      if (first?.retired === undefined) continue;
      report(context.parameterPlace(action, first.name), {
        what: `${parameterName(entry, first.name)} of ${context.name(action)}`,
        why: first.retired,
      });
    }
  },
});
