import { parameterName } from '../facts/words.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; parameter: string; refers: boolean }>({
  code: 'service/empty-value',
  severity: 'error',
  summary: 'A parameter is an empty text.',
  docs: `
The service never takes an empty text as the value of a parameter, nor of an attribute: *Empty value in
Parameters.Attributes*, *Invalid Action property value. Path: 0.Parameter*. A single blank is taken. To clear an attribute
set it to a blank, or to a word of your own, and compare with that.

Exports leave the id of a queue or flow empty where they know it by its name only. Imported, such a thing is declared as
\`existing queue Sales = ""\`; without the \`= ""\` it is found by its name in every environment.

Known from live calls to the service.
`,
  bad: () => ({
    content: flow([
      block(
        'write',
        'UpdateContactAttributes',
        { Attributes: { topic: '' } },
        { next: 'bye', errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block(
        'write',
        'UpdateContactAttributes',
        { Attributes: { topic: ' ' } },
        { next: 'bye', errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block}: ${p.parameter} is an empty text.`,
  help: (p) =>
    p.refers
      ? 'Write its id or ARN; in `.flow` declare it without `= ""`, and environments find it by its name.'
      : 'Write a value, or leave the parameter out; a single blank is allowed.',
  check(context, report) {
    for (const { action, path, parameter, problem } of context.parameters().values) {
      if (problem.kind !== 'empty') continue;
      report(context.parameterPlace(action, path), {
        block: context.name(action),
        parameter: parameterName(context.entry(action.type), path),
        refers: parameter.ref !== undefined,
      });
    }
  },
});
