import { isPlaceholder } from '../facts/values.ts';
import { parameterName } from '../facts/words.ts';
import { block, disconnect, flow, setQueue } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{
  block: string;
  parameter: string;
  value: string;
  wanted: string;
  declared: boolean;
}>({
  code: 'service/not-an-id',
  severity: 'error',
  summary: 'A name stands where Connect wants an id or an ARN.',
  docs: `
Flow language refers to queues, hours, prompts, flows and functions by id or ARN. A name is answered with *Failed to
convert id: Sales* or *Not a supported id format*. In \`.flow\` names are right: the environment turns them into ids.

Where only an ARN is documented (Lambda functions, bot aliases) it is a warning, since nobody has seen the answer. A placeholder in capitals (\`REPLACE_WITH_QUEUE_ARN\`) is one too: something may fill it in before Connect sees it.

Known from live calls to the service.
`,
  bad: () => ({
    content: flow([
      block(
        'queue',
        'UpdateContactTargetQueue',
        { QueueId: 'Sales' },
        { next: 'bye', errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([setQueue('queue', 'bye', 'bye'), disconnect()]) }),
  message: (p) => `${p.block}: ${p.parameter} is "${p.value}", and Connect takes ${p.wanted}.`,
  help: (p) =>
    p.declared
      ? 'Put the id or ARN into its declaration, or remove the value there: each environment then finds it by its name.'
      : 'In `.flow` declare it, and write its name without quotes; in JSON write its id or ARN.',
  check(context, report) {
    for (const { action, path, parameter, problem } of context.parameters().values) {
      if (problem.kind !== 'id') continue;
      const value = String(problem.value);
      const place = context.parameterPlace(action, path);
      report(
        place,
        {
          block: context.name(action),
          parameter: parameterName(context.entry(action.type), path),
          value,
          wanted: problem.wanted,
          declared: action.hint !== undefined && !place.source.text.startsWith('"', place.span.start),
        },
        parameter.kind === 'arn' || isPlaceholder(value) ? { severity: 'warning' } : {},
      );
    }
  },
});
