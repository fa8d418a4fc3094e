import type { Extras } from '../../diagnostics/diagnostic.ts';
import { carry } from '../../graph/dataflow.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { JsonObject } from '../../text/json.ts';
import { textAt } from '../facts/at-path.ts';
import { edited, statementOf, withEntry } from '../facts/statements.ts';
import { bareLanguage, languagesOfVoice, pollyVoice, voiceRows } from '../facts/voices.ts';
import type { LintContext } from '../context.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow } from '../sample.ts';

export default rule<{ block: string; language: string }>({
  code: 'lint/bot-language',
  severity: 'warning',
  summary: 'A bot listens in a language that was never set.',
  docs: `
A Lex V2 bot goes by the contact’s language attribute, not by the voice. The flow speaks to the caller in one language by
its voice, and the attribute, which *Set voice* sets only where its box is ticked, stays as it was: English. So the bot
understands nothing.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/amazon-lex.html,
https://github.com/amazon-connect/amazon-connect-salesforce-scv/issues/88
`,
  bad: () => ({ type: 'CONTACT_FLOW', content: flow([voice('ask'), bot(), disconnect()]) }),
  good: () => ({ type: 'CONTACT_FLOW', content: flow([voice('language'), language('ask'), bot(), disconnect()]) }),
  message: (p) =>
    `${p.block} listens in English: the voice speaks ${p.language}, and the contact’s language is not set.`,
  help: () => 'Set the language with the voice: `set language`.',
  check(context, report) {
    if (!context.has('UpdateContactTextToSpeechVoice') || context.flowType !== 'CONTACT_FLOW') return;
    const bots = context.ofType('ConnectParticipantWithLexBot').filter(({ parameters }) => isV2(parameters));
    if (bots.length === 0 || context.has('InvokeFlowModule') || context.transferredTo() === true) return;
    const { numbers } = context.wiring();
    const foreign = context.actions.map((action) => foreignLanguage(action));
    const known = carry(
      context.wiring(),
      context.reach(),
      2,
      [],
      ({ from }) => {
        const action = context.actions[from];
        if (action?.type === 'UpdateContactTextToSpeechVoice') {
          return foreign[from] === undefined ? { lose: [FOREIGN] } : { gain: [FOREIGN] };
        }
        return textAt(action?.parameters ?? {}, 'LanguageCode') === undefined ? undefined : { gain: [LANGUAGE] };
      },
      'some',
    );
    const language = foreign.find((each) => each !== undefined);
    if (language === undefined) return;
    for (const action of bots) {
      const at = numbers.get(action.id) ?? -1;
      if (!known.at(at, FOREIGN) || known.at(at, LANGUAGE)) continue;
      report(context.place(action), { block: context.name(action), language }, withLanguage(context, foreign));
    }
  },
});

/** `{ language: … }` at the only voice that is not English; which of several is meant nobody knows. */
function withLanguage(context: LintContext, foreign: readonly (string | undefined)[]): Extras {
  const [number, ...others] = foreign.flatMap((language, i) => (language === undefined ? [] : [i]));
  const voice = context.actions[number ?? -1];
  const language = foreign[number ?? -1];
  const written = voice === undefined || others.length > 0 ? undefined : statementOf(context, voice);
  if (written === undefined || language === undefined || !/^[a-z]{2}-[A-Z]{2}$/.test(language)) return {};
  return edited('Set the language with the voice', [withEntry(written.statement, `language: ${language}`)]);
}

const FOREIGN = 0;
const LANGUAGE = 1;

/** Bots of Lex V2 are known by an alias; those of V1 have a language of their own. */
function isV2(parameters: JsonObject): boolean {
  return parameters.LexV2Bot !== undefined && parameters.LexBot === undefined;
}

/** The language of a voice that speaks no English. */
function foreignLanguage(action: FlowAction): string | undefined {
  if (action.type !== 'UpdateContactTextToSpeechVoice') return undefined;
  const rows = voiceRows(pollyVoice(action) ?? '');
  if (rows === undefined || languagesOfVoice(rows).includes(bareLanguage('en-US'))) return undefined;
  return rows[0]?.language;
}

function voice(next: string) {
  return block(
    'voice',
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice: 'Kazuha', TextToSpeechEngine: 'Neural' },
    { next, errors: { NoMatchingError: 'bye' } },
  );
}

function language(next: string) {
  return block(
    'language',
    'UpdateContactData',
    { LanguageCode: 'ja-JP' },
    { next, errors: { NoMatchingError: 'bye' } },
  );
}

function bot() {
  return block(
    'ask',
    'ConnectParticipantWithLexBot',
    {
      Text: 'ご用件をどうぞ。',
      LexV2Bot: { AliasArn: 'arn:aws:lex:us-west-2:000000000000:bot-alias/ABCDEFGHIJ/TSTALIASID' },
    },
    { next: 'bye', errors: { NoMatchingCondition: 'bye', NoMatchingError: 'bye' } },
  );
}
