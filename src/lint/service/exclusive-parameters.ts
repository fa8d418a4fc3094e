import { parameterName } from '../facts/words.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; parameters: readonly string[] }>({
  code: 'service/exclusive-parameters',
  severity: 'error',
  summary: 'Parameters stand together that exclude each other.',
  docs: `
A prompt is a text, or SSML, or a recording; a queue is a queue's or an agent's. The service answers *Only one of these
properties may be defined. Properties: [Text, SSML]*.
`,
  bad: () => ({
    content: flow([
      block('hello', 'MessageParticipant', { Text: 'Hello', SSML: '<speak>Hello</speak>' }, { next: 'bye' }),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} can have only one of ${p.parameters.join(', ')}.`,
  help: () => 'Keep one of them.',
  check(context, report) {
    for (const { action, scope, keys } of context.parameters().several) {
      const paths = keys.map((key) => (scope === '' ? key : `${scope}.${key}`));
      report(context.parameterPlace(action, paths[1] ?? ''), {
        block: context.name(action),
        parameters: paths.map((path) => parameterName(context.entry(action.type), path)),
      });
    }
  },
});
