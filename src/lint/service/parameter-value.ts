import { nearest } from '../../diagnostics/suggest.ts';
import { digitsInText, parameterName } from '../facts/words.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{
  block: string;
  parameter: string;
  value: string;
  wanted: string;
  /** A time in quotes, in text. */
  isQuoted: boolean;
  meant: string | undefined;
}>({
  code: 'service/parameter-value',
  severity: 'error',
  summary: 'A parameter has a value that Connect does not take.',
  docs: `
A word that is none of those the parameter has, a text where a whole number is due, a list that is too long. The service
answers *Invalid Action property value. Path: Actions[0].Parameters.X*. Spelling counts, capitals included: some
parameters say \`True\`, some \`true\`, some \`Enabled\`; in \`.flow\` all of them are \`on\`.

It is a warning where the word differs in capitals only, and for the engine and the style of a voice: the service stores any
text there, and the contact takes the error branch when the flow runs.
`,
  bad: () => ({
    content: flow([
      block('log', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'On' }, { next: 'bye' }),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block('log', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next: 'bye' }),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block}: ${p.parameter} is ${p.value}, and Connect takes ${p.wanted}.`,
  help: (p) =>
    p.isQuoted ? 'Write it without quotes.' : p.meant === undefined ? undefined : `Did you mean "${p.meant}"?`,
  check(context, report) {
    for (const { action, path, parameter, problem } of context.parameters().values) {
      if (problem.kind !== 'enum' && problem.kind !== 'shape' && problem.kind !== 'length') continue;
      const { value } = problem;
      const inText =
        action.hint !== undefined && problem.kind === 'shape'
          ? digitsInText(context.entry(action.type), path)
          : undefined;
      const candidates = parameter.values ?? parameter.keys ?? [];
      report(
        context.parameterPlace(action, path),
        {
          block: context.name(action),
          parameter: parameterName(context.entry(action.type), path),
          value: shown(value),
          wanted: inText ?? problem.wanted,
          isQuoted: inText !== undefined && typeof value === 'string' && /^\d+(?:ms|[smhd])$/.test(value),
          meant: typeof value === 'string' && problem.kind === 'enum' ? nearest(value, candidates) : undefined,
        },
        otherSpelling(value, candidates) ||
          parameter.unchecked !== undefined ||
          (problem.kind === 'enum' && context.card(action.type)?.parametersKnown === false) ||
          context.card(action.type)?.firm === false
          ? { severity: 'warning' }
          : {},
      );
    }
  },
});

const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Pages and exports disagree about capitals (`TRUE`, `true`; `Neural`, `neural`), and live calls took both. */
function otherSpelling(value: unknown, candidates: readonly string[]): boolean {
  return typeof value === 'string' && candidates.some((known) => known.toLowerCase() === value.toLowerCase());
}
