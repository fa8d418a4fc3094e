import { scriptOf } from '../facts/scripts.ts';
import { speechOf } from '../facts/speech.ts';
import { heardAt, languageNames, languagesOfVoice, speakAlike, tellsVoices, voiceRows } from '../facts/voices.ts';
import { block, disconnect, flow, menu } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; script: string; voice: string; speaks: string; byDefault: boolean }>({
  code: 'lint/text-script',
  severity: 'warning',
  summary: 'A text is spoken by a voice that cannot read its script.',
  docs: `
An American voice leaves Japanese letters out, or spells their names; the caller hears silence or nonsense. Where no flow
has set a voice, the default is Joanna, who speaks American English. That is reported only in inbound flows that are plainly
calls (they ask for keys) and set no voice at all, since chats have no voice and a contact may bring one along.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/set-voice.html
`,
  bad: () => ({
    content: flow([voice('Joanna'), menu('ask', 'サポートは1を押してください。', { '1': 'bye' }, 'bye'), disconnect()]),
  }),
  good: () => ({
    content: flow([voice('Kazuha'), menu('ask', 'サポートは1を押してください。', { '1': 'bye' }, 'bye'), disconnect()]),
  }),
  message: (p) =>
    `${p.block} says ${p.script} text with ${p.byDefault ? `the default voice ${p.voice}` : `the voice ${p.voice}`}, who speaks ${p.speaks}.`,
  help: () => 'Set a voice that speaks the language before it (`set voice Kazuha neural`).',
  check(context, report) {
    if (!tellsVoices(context)) return;
    for (const speech of context.shared(speechOf)) {
      // Tags are ASCII letters, which tell nothing.
      const script = speech.kind === 'Text' || speech.kind === 'SSML' ? scriptOf(speech.value) : undefined;
      if (script === undefined || !context.reached(speech.action)) continue;
      const heard = heardAt(context, speech.number);
      // Voices of several languages are the matter of `missing-translation`.
      if (heard === undefined || !speakAlike(heard.voices)) continue;
      const wrong = heard.voices.find(
        (voice) => !languagesOfVoice(voiceRows(voice) ?? []).some((language) => script.languages.includes(language)),
      );
      if (wrong === undefined) continue;
      report(context.parameterPlace(speech.action, speech.parameter), {
        block: context.name(speech.action),
        script: script.name,
        voice: wrong,
        speaks: languageNames(wrong),
        byDefault: heard.byDefault,
      });
    }
  },
});

function voice(TextToSpeechVoice: string) {
  return block(
    'voice',
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice },
    { next: 'ask', errors: { NoMatchingError: 'bye' } },
  );
}
