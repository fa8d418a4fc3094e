import { mayHaveMore } from '../facts/card.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; store: boolean }>({
  code: 'service/conditions-not-supported',
  severity: 'error',
  summary: 'A block that does not decide has conditions.',
  docs: `
Only some blocks have conditions. The rest answer with success or an error; to decide on what they found, put a *Check
contact attributes* behind them. *Get customer input* has conditions where it is a menu, and none where it stores what was
keyed in. The service answers *Action does not support conditions*.
`,
  bad: () => ({
    content: flow([
      block('hello', 'MessageParticipant', { Text: 'Hello' }, { next: 'bye', equals: { yes: 'bye' } }),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} cannot have conditions${p.store ? ' where it stores the input' : ''}.`,
  help: (p) =>
    p.store ? 'Compare `$.StoredCustomerInput` behind it.' : 'Compare what it found in a block of its own behind it.',
  check(context, report) {
    for (const { action, card } of context.blocks) {
      if (action.conditions.length === 0) continue;
      const { entry } = card;
      if (entry.terminal) continue;
      const store = action.type === 'GetParticipantInput' && action.parameters.StoreInput === 'True';
      if (entry.conditions.supported && !store) continue;
      const weak = mayHaveMore(entry, 'conditions');
      report(
        context.branchPlace(action, 'condition:0'),
        { block: context.name(action), store },
        weak ? { severity: 'warning' } : {},
      );
    }
  },
});
