import { parameterName } from '../facts/words.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; parameter: string; value: string; wanted: string }>({
  code: 'service/parameter-type',
  severity: 'error',
  summary: 'A parameter is a JSON boolean, number, list or object where Connect wants another.',
  docs: `
Nearly every parameter is a JSON string, numbers and booleans too: \`"5"\`, \`"True"\`. The service refuses a JSON boolean
with a message that blames something else (*Invalid Action type. Type: GetParticipantInput*). A JSON number is taken in
two places (the count of *Loop*, the time limit of *Get customer input*) and is a warning elsewhere.

Known from live calls to the service, and from console exports, which write strings throughout.
`,
  bad: () => ({
    content: flow([
      block(
        'write',
        'UpdateContactAttributes',
        { Attributes: { vip: true } },
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
        { Attributes: { vip: 'true' } },
        { next: 'bye', errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block}: ${p.parameter} is ${p.value}, and Connect takes ${p.wanted}.`,
  help: (p) => (/^(a|the) string/.test(p.wanted) && !GROUPS.has(p.value) ? 'Write it in quotes.' : undefined),
  check(context, report) {
    for (const { action, path, problem } of context.parameters().values) {
      if (problem.kind !== 'type' && problem.kind !== 'boolean' && problem.kind !== 'number') continue;
      report(
        context.parameterPlace(action, path),
        {
          block: context.name(action),
          parameter: parameterName(context.entry(action.type), path),
          value: shown(problem.value),
          wanted: problem.wanted,
        },
        problem.kind === 'number' ? { severity: 'warning' } : {},
      );
    }
  },
});

const LIST = 'a list';
const OBJECT = 'an object';
/** Quotes around these make no sense of them. */
const GROUPS: ReadonlySet<string> = new Set([LIST, OBJECT]);

function shown(value: unknown): string {
  if (Array.isArray(value)) return LIST;
  if (typeof value === 'object' && value !== null) return OBJECT;
  return `the ${value === null ? 'JSON value' : typeof value} ${JSON.stringify(value)}`;
}
