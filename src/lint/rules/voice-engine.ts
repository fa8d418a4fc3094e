import { nearest } from '../../diagnostics/suggest.ts';
import { textAt } from '../facts/at-path.ts';
import { insteadOf } from '../facts/instead.ts';
import { hasToken } from '../facts/values.ts';
import { pollyVoice, voiceRows } from '../facts/voices.ts';
import { voices } from '../../catalogue/voices.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{
  voice: string;
  engine: string | undefined;
  engines: readonly string[];
  meant: string | undefined;
}>({
  code: 'lint/voice-engine',
  severity: 'warning',
  scope: 'block',
  summary: 'There is no such voice, or it does not exist in that engine.',
  docs: `
The service stores any name and any engine. At run time a voice that does not exist, or not in the engine, takes the error
branch of *Set voice*, and the caller is greeted by the default voice, which speaks American English. Japanese has Kazuha,
Tomoko and Takumi in the neural engine, Mizuki and Takumi in the standard one, and none in the generative.

Source: https://docs.aws.amazon.com/polly/latest/dg/available-voices.html
`,
  bad: () => ({ content: flow([voice('Kazuha', 'Generative'), disconnect()]) }),
  good: () => ({ content: flow([voice('Kazuha', 'Neural'), disconnect()]) }),
  message: (p) =>
    p.engine === undefined
      ? `There is no voice ${p.voice}.`
      : `The voice ${p.voice} does not exist in the ${p.engine.toLowerCase()} engine.`,
  help: (p) => {
    if (p.meant !== undefined) return `Did you mean ${p.meant}?`;
    return p.engines.length === 0
      ? 'Choose one of Amazon Polly’s voices.'
      : `It exists in the ${p.engines.map((engine) => engine.toLowerCase()).join(' and the ')} engine.`;
  },
  check(context, report) {
    for (const action of context.ofType('UpdateContactTextToSpeechVoice')) {
      const name = pollyVoice(action);
      if (name === undefined || name === '' || name.includes('$') || hasToken(name)) continue;
      const rows = voiceRows(name);
      if (rows === undefined) {
        const meant = nearest(
          name,
          voices.map((row) => row.name),
        );
        // The list of voices grows; a name that is like none of it may be a new one.
        const extras = meant === undefined ? ({ severity: 'hint' } as const) : {};
        report(
          context.parameterPlace(action, 'TextToSpeechVoice'),
          { voice: name, engine: undefined, engines: [], meant },
          { ...extras, ...insteadOf(name, meant, context.parameterPlace(action, 'TextToSpeechVoice')) },
        );
        continue;
      }
      const engine = textAt(action.parameters, 'TextToSpeechEngine');
      if (engine === undefined || engine.includes('$') || hasToken(engine)) continue;
      const engines = [...new Set(rows.flatMap((row) => row.engines))];
      if (engines.some((known) => known.toLowerCase() === engine.toLowerCase())) continue;
      const place = context.parameterPlace(action, 'TextToSpeechEngine');
      const [only, ...others] = action.hint === undefined ? engines : engines.map((each) => each.toLowerCase());
      const written = action.hint === undefined ? engine : engine.toLowerCase();
      const fixes = others.length === 0 ? insteadOf(written, only, place) : {};
      report(place, { voice: name, engine, engines, meant: undefined }, fixes);
    }
  },
});

function voice(TextToSpeechVoice: string, TextToSpeechEngine: string) {
  return block(
    'voice',
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice, TextToSpeechEngine },
    { next: 'bye', errors: { NoMatchingError: 'bye' } },
  );
}
