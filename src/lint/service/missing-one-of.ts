import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; keys: readonly string[]; scope: string }>({
  code: 'service/missing-one-of',
  severity: 'error',
  summary: 'A block has none of several parameters of which it needs one.',
  docs: `
A block that speaks must have something to say, *Set working queue* a queue. The service answers *At least one of [Text,
SSML, PromptId, Media, LexInitializationData] must be set*.
`,
  bad: () => ({ content: flow([block('hello', 'MessageParticipant', {}, { next: 'bye' }), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} has none of ${p.keys.join(', ')}${p.scope}.`,
  help: () => 'Give it one of them.',
  check(context, report) {
    for (const { action, scope, keys } of context.parameters().none) {
      const rests = context.entry(action.type)?.constraints.find((constraint) => constraint.keys === keys)?.evidence;
      report(
        context.parameterPlace(action, scope),
        { block: context.name(action), keys, scope: scope === '' ? '' : ` in ${scope}` },
        rests?.startsWith('doc') === true ? { severity: 'warning' } : {},
      );
    }
  },
});
