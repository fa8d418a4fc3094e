import type { Parameter } from '../../catalogue/types.ts';
import { isMisnamed } from '../facts/meant.ts';
import { parameterName } from '../facts/words.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; parameters: readonly string[] }>({
  code: 'service/missing-one-of',
  severity: 'error',
  summary: 'A block has none of several parameters of which it needs one.',
  docs: `
A block that speaks must have something to say, *Set working queue* a queue. The service answers *At least one of [Text,
SSML, PromptId, Media, LexInitializationData] must be set*.
`,
  bad: () => ({ content: flow([block('hello', 'MessageParticipant', {}, { next: 'bye' }), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} has none of ${p.parameters.join(', ')}.`,
  help: () => 'Give it one of them.',
  check(context, report) {
    for (const { action, scope, keys } of context.parameters().none) {
      if (keys.some((key) => isMisnamed(context, action, scope === '' ? key : `${scope}.${key}`))) continue;
      const entry = context.entry(action.type);
      const rests = entry?.constraints.find((constraint) => constraint.keys === keys)?.evidence;
      report(
        context.parameterPlace(action, scope),
        {
          block: context.name(action),
          parameters: keys
            .map((key) => (scope === '' ? key : `${scope}.${key}`))
            .filter((path) => isWorthSetting(entry?.parameters.find(({ name }) => name === path)))
            .map((path) => parameterName(entry, path)),
        },
        rests?.startsWith('doc') === true ? { severity: 'warning' } : {},
      );
    }
  },
});

/** Nobody is told to give a parameter that the service refuses, or that has no effect any more. */
function isWorthSetting(parameter: Parameter | undefined): boolean {
  return parameter?.refused === undefined && parameter?.retired === undefined;
}
