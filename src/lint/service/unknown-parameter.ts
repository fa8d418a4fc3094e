import { actions } from '../../catalogue/index.ts';
import { nearest } from '../../diagnostics/suggest.ts';
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
      : `There are ${p.known.slice(0, 8).join(', ')}${p.known.length > 8 ? ', …' : ''}.`;
  },
  check(context, report) {
    for (const { action, path, known, certain } of context.parameters().unknown) {
      const key = path.slice(path.lastIndexOf('.') + 1);
      const meant = RENAMED.get(`${action.type}.${path}`) ?? nearest(key, known);
      report(
        context.parameterPlace(action, path),
        { block: context.name(action), path, meant, owner: ownerOf(path, action.type), known },
        (certain && context.card(action.type)?.firm === true) || RENAMED.has(`${action.type}.${path}`)
          ? {}
          : { severity: 'warning' },
      );
    }
  },
});

/** Names that live calls have shown to be refused, and the right ones. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Wait.TimeoutSeconds', 'TimeLimitSeconds'],
  ['InvokeLambdaFunction.RequestAttributes', 'LambdaInvocationAttributes'],
  ['UpdateContactTextToSpeechVoice.VoiceId', 'TextToSpeechVoice'],
  ['UpdateContactTextToSpeechVoice.Engine', 'TextToSpeechEngine'],
  ['ConnectParticipantWithLexBot.BotAliasArn', 'LexV2Bot.AliasArn'],
  ['ConnectParticipantWithLexBot.SessionAttributes', 'LexSessionAttributes'],
]);

/** The one action that has such a parameter: who writes it here has taken another block. */
function ownerOf(path: string, here: string): string | undefined {
  const [owner, another] = [...actions.values()].filter(({ parameters }) =>
    parameters.some(({ name }) => name === path),
  );
  if (owner === undefined || owner.type === here || another !== undefined) return undefined;
  const phrase = owner.forms[0]?.phrase;
  return phrase === undefined ? owner.type : `${owner.type} (\`${phrase}\`)`;
}
