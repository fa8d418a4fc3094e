import { wholePath } from '../../graph/paths.ts';
import { insteadOf } from '../facts/instead.ts';
import { beginningMeant, isRoot } from '../facts/reads.ts';
import { parameterName } from '../facts/words.ts';
import { block, compare, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{
  block: string;
  parameter: string;
  value: string;
  wanted: string;
  /** The value is a path that begins with nothing that Connect knows. */
  isUnknown: boolean;
  meant: string | undefined;
}>({
  code: 'service/path-required',
  severity: 'error',
  summary: 'A fixed text, or a path to no single value, stands where Connect wants the path of one value.',
  docs: `
*Check contact attributes* compares what a path says with a fixed text, and *Set callback number* takes the number from a
path only. A fixed text there is refused, and so is a path with text around it, one that names a whole group of values
(\`$.External\`), or one that begins with nothing that Connect knows (\`$.Answer.tier\`).

Known from live calls to the service.
`,
  bad: () => ({
    content: flow([
      block(
        'number',
        'UpdateContactCallbackNumber',
        { CallbackNumber: '+81501234XXXX' },
        { next: 'bye', errors: { InvalidCallbackNumber: 'bye', CallbackNumberNotDialable: 'bye' } },
      ),
      compare('tier', '$.Attributes.tier', { gold: 'bye' }, 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block(
        'number',
        'UpdateContactCallbackNumber',
        { CallbackNumber: '$.CustomerEndpoint.Address' },
        { next: 'bye', errors: { InvalidCallbackNumber: 'bye', CallbackNumberNotDialable: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block}: ${p.parameter} is "${p.value}", and Connect takes ${p.wanted}.`,
  help: (p) => {
    if (p.meant !== undefined) return `Did you mean \`${p.meant}\`?`;
    return p.isUnknown
      ? 'Write `$.Attributes.` before a name of your own.'
      : 'Put the value into an attribute first, and give the path of the attribute.';
  },
  check(context, report) {
    for (const { action, path, problem } of context.parameters().values) {
      if (problem.kind !== 'path') continue;
      const place = context.parameterPlace(action, path);
      const value = String(problem.value);
      const [first = '', ...rest] = wholePath(value)?.segments ?? [];
      const isUnknown = first !== '' && !isRoot(first);
      const near = isUnknown ? beginningMeant(first) : undefined;
      const meant = near === undefined ? undefined : ['$', near, ...rest].join('.');
      const parameter = parameterName(context.entry(action.type), path);
      const params = { block: context.name(action), parameter, value, wanted: problem.wanted, isUnknown, meant };
      report(place, params, meant === undefined ? {} : insteadOf(`$.${first}`, `$.${near ?? ''}`, place));
    }
  },
});
