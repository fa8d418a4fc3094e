import { languageOfProse } from '../facts/prose.ts';
import { scriptOf } from '../facts/scripts.ts';
import { speechOf, wordsOf } from '../facts/speech.ts';
import { hasToken } from '../facts/values.ts';
import {
  heardAt,
  languageNames,
  languagesOfVoice,
  speakAlike,
  tellsVoices,
  voiceRows,
  voicesSet,
} from '../facts/voices.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; language: string; voice: string; speaks: string; byDefault: boolean }>({
  code: 'lint/text-language',
  severity: 'warning',
  summary: 'A text is spoken by a voice of another language.',
  docs: `
Spanish read by an American voice has the right letters and the wrong sounds: callers who asked for Spanish do not
understand it. The language of a text is told from small words that are frequent in prompts, in English, Spanish, French,
German, Italian and Portuguese, and only where they are plain; texts that speak two languages, as the first menu of a
call does, are left alone, and so is speech markup with \`<lang>\`. Other alphabets are the matter of \`lint/text-script\`.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/set-voice.html
`,
  bad: () => ({ content: flow([voice('Joanna'), play('hello', SPANISH, 'bye'), disconnect()]) }),
  good: () => ({ content: flow([voice('Lupe'), play('hello', SPANISH, 'bye'), disconnect()]) }),
  message: (p) =>
    `${p.block} says ${p.language} with ${p.byDefault ? `the default voice ${p.voice}` : `the voice ${p.voice}`}, who speaks ${p.speaks}.`,
  help: () => 'Set a voice that speaks the language before it, or translate the text.',
  check(context, report) {
    if (!tellsVoices(context)) return;
    const all = voicesSet(context);
    for (const speech of context.shared(speechOf)) {
      const words = wordsOf(speech);
      if (words === undefined || !context.reached(speech.action)) continue;
      const language = languageOfProse(words);
      // Mostly every voice of the flow speaks it, and it need not be asked which of them comes here.
      if (language === undefined || all.every((voice) => speaks(voice, language))) continue;
      // Latin words beside other alphabets are names and the like.
      if (speech.value.includes('<lang') || hasToken(words) || scriptOf(words) !== undefined) continue;
      const heard = heardAt(context, speech.number);
      // Voices of several languages are the matter of `missing-translation`.
      if (heard === undefined || !speakAlike(heard.voices)) continue;
      const wrong = heard.voices.find((voice) => !speaks(voice, language));
      if (wrong === undefined) continue;
      report(context.parameterPlace(speech.action, speech.parameter), {
        block: context.name(speech.action),
        language: NAMES[language] ?? language,
        voice: wrong,
        speaks: languageNames(wrong),
        byDefault: heard.byDefault,
      });
    }
  },
});

function speaks(voice: string, language: string): boolean {
  return languagesOfVoice(voiceRows(voice) ?? []).includes(language);
}

const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  de: 'German',
  it: 'Italian',
  pt: 'Portuguese',
};

const SPANISH = 'Gracias por llamar a nuestra tienda. Por favor espere en la línea.';

function voice(TextToSpeechVoice: string) {
  return block(
    'voice',
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice },
    { next: 'hello', errors: { NoMatchingError: 'bye' } },
  );
}
