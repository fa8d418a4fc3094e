import { voices } from '../../catalogue/voices.ts';
import { textAt } from '../facts/at-path.ts';
import { voiceRows } from '../facts/voices.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ voice: string; engine: string | undefined }>({
  code: 'lint/voice-style',
  severity: 'warning',
  scope: 'block',
  summary: 'A voice does not speak in the newscaster style, or not in that engine.',
  docs: `
Four voices read like a newscaster, Amy, Joanna, Lupe and Matthew, and they do in the neural engine only. The service stores
the style with any voice. Which voices know the conversational style is not said anywhere, so nothing is said of it here.

Source: https://docs.aws.amazon.com/polly/latest/dg/ntts-newscaster.html
`,
  bad: () => ({ content: flow([voice('Kazuha', 'Neural', 'Newscaster'), disconnect()]) }),
  good: () => ({ content: flow([voice('Kazuha', 'Neural', 'None'), disconnect()]) }),
  message: (p) =>
    p.engine === undefined
      ? `The voice ${p.voice} has no newscaster style.`
      : `The voice ${p.voice} has no newscaster style in the ${p.engine.toLowerCase()} engine.`,
  help: (p) =>
    p.engine === undefined
      ? `Leave the style out, or choose a voice that has it: ${newscasters().join(', ')}.`
      : 'Leave the style out, or write `neural`.',
  check(context, report) {
    for (const action of context.ofType('UpdateContactTextToSpeechVoice')) {
      if (textAt(action.parameters, 'TextToSpeechStyle')?.toLowerCase() !== 'newscaster') continue;
      const name = textAt(action.parameters, 'TextToSpeechVoice');
      const rows = name === undefined ? undefined : voiceRows(name);
      if (name === undefined || rows === undefined) continue;
      const engine = textAt(action.parameters, 'TextToSpeechEngine')?.toLowerCase();
      const has = rows.some(({ newscaster }) => newscaster !== undefined);
      // An engine that the voice does not have at all is told of by another rule.
      const other = rows
        .flatMap(({ engines }) => engines)
        .find((each) => each !== 'Neural' && each.toLowerCase() === engine);
      if (has && other === undefined) continue;
      const place = context.parameterPlace(action, 'TextToSpeechStyle');
      report(place, { voice: name, engine: has ? other : undefined });
    }
  },
});

function newscasters(): readonly string[] {
  return voices.filter(({ newscaster }) => newscaster !== undefined).map(({ name }) => name);
}

function voice(TextToSpeechVoice: string, TextToSpeechEngine: string, TextToSpeechStyle: string) {
  return block(
    'voice',
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice, TextToSpeechEngine, TextToSpeechStyle },
    { next: 'bye', errors: { NoMatchingError: 'bye' } },
  );
}
