import { defaultVoice } from '../../catalogue/voices.ts';
import type { LintContext } from '../context.ts';
import { scriptOf } from '../facts/scripts.ts';
import { speechOf } from '../facts/speech.ts';
import { languagesOfVoice, voiceRows, voicesAt } from '../facts/voices.ts';
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
    const bare = isVoiceless(context) ? [defaultVoice] : undefined;
    for (const speech of context.shared(speechOf)) {
      // Tags are ASCII letters, which tell nothing.
      const script = speech.kind === 'Text' || speech.kind === 'SSML' ? scriptOf(speech.value) : undefined;
      if (script === undefined || !context.reached(speech.action)) continue;
      const voices = context.shared(voicesAt).at(speech.number) ?? bare;
      for (const voice of voices ?? []) {
        const rows = voiceRows(voice) ?? [];
        if (languagesOfVoice(rows).some((language) => script.languages.includes(language))) continue;
        report(context.parameterPlace(speech.action, speech.parameter), {
          block: context.name(speech.action),
          script: script.name,
          voice,
          speaks: rows.map((row) => row.language).join(' and '),
          byDefault: bare !== undefined,
        });
        break;
      }
    }
  },
});

/** An inbound call in which nobody sets a voice. */
function isVoiceless(context: LintContext): boolean {
  return (
    context.flowType === 'CONTACT_FLOW' &&
    context.transferredTo() !== true &&
    context.has('GetParticipantInput') &&
    !context.has('UpdateContactTextToSpeechVoice') &&
    !context.has('InvokeFlowModule')
  );
}

function voice(TextToSpeechVoice: string) {
  return block(
    'voice',
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice },
    { next: 'ask', errors: { NoMatchingError: 'bye' } },
  );
}
