import { DOUBLED_PATH } from '../facts/values.ts';
import { parameterName } from '../facts/words.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; parameter: string; value: string; wanted: string }>({
  code: 'service/path-not-allowed',
  severity: 'warning',
  summary: 'A path stands where the documentation wants a fixed value, or inside a text that may only be one path.',
  docs: `
The action pages say of each parameter whether it is fixed, may be one JSONPath as a whole, or may hold paths inside
text. A path where none is allowed is refused, or is not replaced and taken to the letter. It is a warning because the
pages have been wrong about single parameters.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html
`,
  bad: () => ({
    content: flow([
      block('log', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: '$.Attributes.log' }, { next: 'bye' }),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block('log', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next: 'bye' }),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block}: ${p.parameter} is "${p.value}", and Connect takes ${p.wanted}.`,
  help: () => 'Write a fixed value, or decide on the attribute before and have a block for each case.',
  check(context, report) {
    for (const { action, path, problem } of context.parameters().values) {
      if (problem.kind !== 'static' && problem.kind !== 'whole') continue;
      // Told by `lint/doubled-path`, which knows what was meant.
      if (problem.kind === 'whole' && DOUBLED_PATH.test(String(problem.value))) continue;
      report(context.parameterPlace(action, path), {
        block: context.name(action),
        parameter: parameterName(context.entry(action.type), path),
        value: String(problem.value),
        wanted: problem.wanted,
      });
    }
  },
});
