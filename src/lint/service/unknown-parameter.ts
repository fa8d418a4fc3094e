import { meantBy } from '../facts/meant.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{
  block: string;
  path: string;
  meant: string | undefined;
  owner: string | undefined;
  known: readonly string[];
}>({
  code: 'service/unknown-parameter',
  severity: 'error',
  summary: 'A block has a parameter that it does not have in Connect.',
  docs: `
The service knows the parameters of each action to the letter, and answers *Invalid Action property name. Path:
Actions[13].Parameters.TimeoutSeconds* to any other. Some names that the documentation gives are not the ones that the
service takes (\`Wait\` has \`TimeLimitSeconds\`), and many that language models write do not exist.
`,
  bad: () => ({
    content: flow([
      block(
        'voice',
        'UpdateContactTextToSpeechVoice',
        { TextToSpeechVoice: 'Kazuha', Engine: 'Neural' },
        { next: 'bye', errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block(
        'voice',
        'UpdateContactTextToSpeechVoice',
        { TextToSpeechVoice: 'Kazuha', TextToSpeechEngine: 'Neural' },
        { next: 'bye', errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} has no parameter ${p.path}.`,
  help: (p) => {
    if (p.meant !== undefined) return `Did you mean ${p.meant}?`;
    if (p.owner !== undefined) return `Only ${p.owner} has it.`;
    return p.known.length === 0
      ? 'Remove it; this block has no parameters.'
      : `There ${p.known.length === 1 ? 'is' : 'are'} ${p.known.slice(0, 8).join(', ')}${p.known.length > 8 ? ', …' : ''}.`;
  },
  check(context, report) {
    for (const unknown of context.parameters().unknown) {
      const { action, path, known } = unknown;
      const { name, owner, refused } = meantBy(context, unknown);
      report(
        context.parameterPlace(action, path),
        { block: context.name(action), path, meant: name, owner, known },
        refused ? {} : { severity: 'warning' },
      );
    }
  },
});
