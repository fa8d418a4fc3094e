import { plainWords, wordsOfLanguage } from '../facts/prose.ts';
import { scriptOf } from '../facts/scripts.ts';
import { speechOf, wordsOf } from '../facts/speech.ts';
import { hasToken } from '../facts/values.ts';
import { heardAt, languageNames, languagesOfVoice, speakAlike, voiceRows, voicesSet } from '../facts/voices.ts';
import { block, disconnect, flow, menu, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; voices: readonly string[] }>({
  code: 'lint/missing-translation',
  severity: 'warning',
  summary: 'One text is said by voices of different languages.',
  docs: `
A flow gives callers a voice of their language on each branch, and then leads the branches together at a text that is
written down in one language: those who chose Spanish hear English sentences in a Spanish voice. Say the text on each
branch, or read it from an attribute (\`play $.Attributes.closed_text\`).

It is looked at what the voices on the ways to a block speak, nothing else, so a flow that keeps the language in an
attribute and sets no voice is not judged. Texts that come from attributes or functions, and texts of one word (names), are
left alone.

Source: https://aws.amazon.com/blogs/contact-center/build-multilingual-voice-experiences-in-amazon-connect/
`,
  bad: () => ({
    content: flow([
      menu('ask', 'For English, press 1. Para español, oprima 2.', { '1': 'Joanna', '2': 'Lupe' }, 'bye'),
      voice('Joanna', 'thanks'),
      voice('Lupe', 'thanks'),
      play('thanks', 'Thank you. Please hold the line.', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      menu('ask', 'For English, press 1. Para español, oprima 2.', { '1': 'Joanna', '2': 'Lupe' }, 'bye'),
      voice('Joanna', 'thanks'),
      voice('Lupe', 'gracias'),
      play('thanks', 'Thank you. Please hold the line.', 'bye'),
      play('gracias', 'Gracias. Por favor espere en la línea.', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) =>
    `${p.block} says one text to all, and the voice may be ${p.voices.map((name) => `${name} (${languageNames(name)})`).join(' or ')}.`,
  help: () => 'Say it in the language of each branch before they meet, or read it from an attribute.',
  check(context, report) {
    const all = voicesSet(context);
    if (all.length < 2 || speakAlike(all)) return;
    for (const speech of context.shared(speechOf)) {
      const words = wordsOf(speech);
      if (words === undefined || speech.value.includes('<lang') || hasToken(words) || !context.reached(speech.action))
        continue;
      const heard = heardAt(context, speech.number);
      if (heard === undefined || heard.voices.length < 2 || speakAlike(heard.voices) || !isProse(words)) continue;
      if (speaksToAll(words, heard.voices)) continue;
      const params = { block: context.name(speech.action), voices: heard.voices };
      report(context.parameterPlace(speech.action, speech.parameter), params);
    }
  },
});

/** More than a name: two words, or a stretch of a script without blanks between words. */
function isProse(text: string): boolean {
  return plainWords(text).length > 1 || /[\u0370-\u1fff\u3040-\uffdc]{4}/.test(text);
}

/** Whether the text has something for the callers of each voice: "For English, press 1. Para español, oprima 2." */
function speaksToAll(text: string, voices: readonly string[]): boolean {
  const script = scriptOf(text)?.languages ?? [];
  return voices.every((voice) =>
    languagesOfVoice(voiceRows(voice) ?? []).some(
      (language) => script.includes(language) || wordsOfLanguage(text, language) > 1,
    ),
  );
}

function voice(TextToSpeechVoice: string, next: string) {
  return block(
    TextToSpeechVoice,
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice },
    { next, errors: { NoMatchingError: next } },
  );
}
