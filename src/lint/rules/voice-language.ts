import { textAt } from '../facts/at-path.ts';
import { bareLanguage, languagesOfVoice, pollyVoice, voiceRows } from '../facts/voices.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ voice: string; speaks: string; language: string }>({
  code: 'lint/voice-language',
  severity: 'warning',
  summary: 'A voice is set beside a contact language that it does not speak.',
  docs: `
*Set voice* writes two actions: the voice, and the language of the contact, which bots and analytics go by. When one was
changed and the other forgotten, the caller hears one language and is understood in another. Two kinds of one language
(en-US, en-GB) are let pass.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/set-voice.html
`,
  bad: () => ({ content: flow([voice('Joanna'), language('ja-JP'), disconnect()]) }),
  good: () => ({ content: flow([voice('Kazuha'), language('ja-JP'), disconnect()]) }),
  message: (p) => `The voice ${p.voice} speaks ${p.speaks}, and the contact's language is set to ${p.language}.`,
  help: (p) => `Choose a voice that speaks ${p.language}, or correct the language.`,
  check(context, report) {
    for (const action of context.ofType('UpdateContactTextToSpeechVoice')) {
      const name = pollyVoice(action);
      const rows = name === undefined ? undefined : voiceRows(name);
      if (name === undefined || rows === undefined) continue;
      const next = action.next === undefined ? undefined : context.wiring().numbers.get(action.next);
      const after = next === undefined ? undefined : context.actions[next];
      const code = after?.type === 'UpdateContactData' ? textAt(after.parameters, 'LanguageCode') : undefined;
      if (after === undefined || code === undefined || !/^[a-z]{2,3}-[A-Z]{2}$/.test(code)) continue;
      if (languagesOfVoice(rows).includes(bareLanguage(code))) continue;
      report(context.parameterPlace(after, 'LanguageCode'), {
        voice: name,
        speaks: rows.map((row) => row.language).join(' and '),
        language: code,
      });
    }
  },
});

function voice(TextToSpeechVoice: string) {
  return block(
    'voice',
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice },
    { next: 'language', errors: { NoMatchingError: 'bye' } },
  );
}

function language(LanguageCode: string) {
  return block('language', 'UpdateContactData', { LanguageCode }, { next: 'bye', errors: { NoMatchingError: 'bye' } });
}
