/** Voices, engines and languages, narrowed to those that go together. */
import { analyticsLanguages } from '../../catalogue/languages.ts';
import { voices, type Engine, type Voice } from '../../catalogue/voices.ts';
import { textAt } from '../../lint/facts/at-path.ts';
import { scriptOf } from '../../lint/facts/scripts.ts';
import { bareLanguage, voiceRows } from '../../lint/facts/voices.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { Completion } from '../types.ts';
import { flowAround, textsOfProject, type Asking } from './asking.ts';

/** Voices for the language that the contact has here; where it is not said, those first that the flow's texts need. */
export function voiceItems(asking: Asking): readonly Completion[] {
  const stated = languagesHere(asking);
  const said = stated.map(bareLanguage);
  const guessed = said.length > 0 ? [] : (scriptOf(textAround(asking))?.languages ?? []);
  const speaks = (rows: readonly Voice[], languages: readonly string[]) =>
    rows.some(({ language }) => languages.includes(bareLanguage(language)));
  const byName = new Map<string, Voice[]>();
  for (const voice of voices) byName.set(voice.name, [...(byName.get(voice.name) ?? []), voice]);
  const fitting = [...byName].filter(([, rows]) => said.length === 0 || speaks(rows, said));
  return (fitting.length > 0 ? fitting : [...byName]).map(([name, rows]) => {
    const isExact = rows.some(({ language }) => stated.includes(language));
    const rank = isExact ? 0 : guessed.length === 0 || speaks(rows, guessed) ? 1 : 6;
    const lines = rows.map(({ language, gender, engines }) => `${language}, ${gender}, ${engines.join(', ')}`);
    return asking.make(name, {
      kind: 'value',
      detail: lines.join('; '),
      documentation: () => `**${name}** speaks\n${lines.map((line) => `- ${line}`).join('\n')}`,
      rank,
    });
  });
}

/** Engines, by the word and the wire's name for it, that a voice has; all of a voice that is not known. */
export function enginesOf(voice: string | undefined, all: Readonly<Record<string, string>>): readonly string[] {
  const rows = voice === undefined ? undefined : voiceRows(voice);
  const words = Object.keys(all);
  return words.filter(
    (word) => rows === undefined || rows.some(({ engines }) => engines.includes(all[word] as Engine)),
  );
}

/** Languages, those first that the voice speaks which is set here, then those that the project speaks. */
export function languageItems(asking: Asking): readonly Completion[] {
  const { make, here } = asking;
  const used = textsOfProject(asking, /\b([a-z]{2,3}-[A-Z]{2})\b/g);
  const spoken = (here()?.before ?? [])
    .flatMap(({ type, parameters }) =>
      type === 'UpdateContactTextToSpeechVoice' ? (textAt(parameters, 'TextToSpeechVoice') ?? []) : [],
    )
    .flatMap((name) => voiceRows(name) ?? []);
  return languages().map((code) => {
    const ofCode = voices.filter(({ language }) => language === code).map(({ name }) => name);
    const analytics = analyticsLanguages().find((one) => one.code === code);
    const lines = [
      ofCode.length === 0 ? 'No voice speaks it.' : `Voices: ${ofCode.join(', ')}.`,
      analytics === undefined ? 'Conversational analytics do not know it.' : 'Conversational analytics know it.',
    ];
    return make(code, {
      kind: 'value',
      detail: ofCode.join(', ') || undefined,
      documentation: () => `**${code}**\n\n${lines.join('\n\n')}`,
      rank: spoken.some(({ language }) => language === code) ? 0 : used.has(code) ? 1 : 2,
    });
  });
}

function languages(): readonly string[] {
  return [
    ...new Set([...analyticsLanguages().map(({ code }) => code), ...voices.map(({ language }) => language)]),
  ].sort();
}

/** What the contact's language is set to right behind the statement, else before it. */
function languagesHere({ here }: Asking): readonly string[] {
  const known = here();
  if (known === undefined) return [];
  const { graph, next, before = [] } = known;
  const behind =
    next?.type === 'UpdateContactTextToSpeechVoice' ? graph.actions.find(({ id }) => id === next.next) : next;
  const setBehind = behind === undefined ? [] : languagesIn([behind]);
  return setBehind.length > 0 ? setBehind : languagesIn(before);
}

function languagesIn(actions: readonly FlowAction[]): readonly string[] {
  const said = actions.flatMap(({ type, parameters }) =>
    type === 'UpdateContactData' ? (textAt(parameters, 'LanguageCode') ?? []) : [],
  );
  return [...new Set(said)].filter((code) => /^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(code));
}

function textAround(asking: Asking): string {
  const flow = flowAround(asking);
  return flow === undefined ? '' : asking.text.slice(flow.span.start, flow.span.end);
}
