import { isObject } from '../../text/json.ts';
import { block, disconnect, flow, SAMPLE_ID } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; count: number }>({
  code: 'service/event-hook-count',
  severity: 'warning',
  summary: 'A block sets none or several event flows where the documentation allows one.',
  docs: `
*Set whisper flow*, *Set hold flow*, *Set customer queue flow*, *Set disconnect flow* and *Set event flow* are one action
that sets one flow. Reports of live calls disagree: one saw none and two accepted, another exactly one. One per block is
safe, and is all that the designer can show.
`,
  bad: () => ({ content: flow([hooks({ AgentWhisper: SAMPLE_ID, CustomerWhisper: SAMPLE_ID }), disconnect()]) }),
  good: () => ({ content: flow([hooks({ AgentWhisper: SAMPLE_ID }), disconnect()]) }),
  message: (p) => `${p.block} sets ${p.count === 0 ? 'no flow' : `${p.count} flows`}.`,
  help: () => 'Set one flow in each block.',
  check(context, report) {
    for (const action of context.ofType('UpdateContactEventHooks')) {
      const hooks = action.parameters.EventHooks;
      if (!isObject(hooks)) continue;
      const count = Object.keys(hooks).length;
      if (count !== 1) report(context.parameterPlace(action, 'EventHooks'), { block: context.name(action), count });
    }
  },
});

function hooks(EventHooks: Readonly<Record<string, string>>) {
  return block('hooks', 'UpdateContactEventHooks', { EventHooks }, { next: 'bye', errors: { NoMatchingError: 'bye' } });
}
