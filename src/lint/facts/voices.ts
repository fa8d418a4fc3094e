/** Which voice speaks at each block, and what the catalogue knows about it. */
import { voiceProvider } from '../../catalogue/third-party-voice.ts';
import { defaultVoice, voices, type Voice } from '../../catalogue/voices.ts';
import { carry, type Change } from '../../graph/dataflow.ts';
import type { Wire } from '../../graph/dataflow-wiring.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { textAt } from './at-path.ts';
import { channelsOf } from './channels.ts';
import { languageNamed } from './prose.ts';

let byName: ReadonlyMap<string, readonly Voice[]> | undefined;

/** All rows of a voice (it has one for each language); undefined for a name that the list does not have. */
export function voiceRows(name: string): readonly Voice[] | undefined {
  if (byName === undefined) {
    const made = new Map<string, Voice[]>();
    for (const voice of voices) {
      const rows = made.get(voice.name);
      if (rows === undefined) made.set(voice.name, [voice]);
      else rows.push(voice);
    }
    byName = made;
  }
  return byName.get(name);
}

/** Bare languages that a voice speaks: `ja`, `en`. Polly's own codes for Arabic, Mandarin and Cantonese are made common. */
export function languagesOfVoice(rows: readonly Voice[]): readonly string[] {
  return rows.map(({ language }) => bareLanguage(language));
}

const COMMON: Readonly<Record<string, string>> = { arb: 'ar', cmn: 'zh', yue: 'zh', nb: 'no', nn: 'no' };

export function bareLanguage(code: string): string {
  const bare = code.replace(/-.*/, '');
  return COMMON[bare] ?? bare;
}

/** The voice of Amazon Polly that a *Set voice* block sets; undefined for those of other providers, which are not listed. */
export function pollyVoice({ parameters }: FlowAction): string | undefined {
  return voiceProvider(parameters.TextToSpeechEngine) === undefined
    ? textAt(parameters, 'TextToSpeechVoice')
    : undefined;
}

export interface VoicesAt {
  /** What may speak at an action. */
  readonly at: (action: number) => Speakers;
}

export interface Speakers {
  /** Voices that blocks before it have set. */
  readonly names: readonly string[];
  /** One of the voices is chosen at run time, or set by a module, or not in the list. */
  readonly unknown: boolean;
}

function voicesAt(context: LintContext): VoicesAt {
  const { numbers } = context.wiring();
  const setters = context.ofType('UpdateContactTextToSpeechVoice');
  if (setters.length === 0) return { at: () => NOBODY };
  // A module may set another voice: as a setter without a name.
  const modules = context.ofType('InvokeFlowModule');
  const facts = new Map([...setters, ...modules].map((action, i) => [numbers.get(action.id) ?? -1, i]));
  const names = [...setters, ...modules].map(pollyVoice);
  // The last fact stands for a choice that nobody here understands.
  const somehow = names.length;
  const everything = [...names.keys(), somehow];
  const known = carry(
    context.wiring(),
    context.reach(),
    somehow + 1,
    [],
    (wire) => {
      const fact = facts.get(wire.from);
      if (fact === undefined) return parted(context.actions[wire.from], wire, names, somehow);
      return names[fact] === undefined ? { gain: [fact] } : { gain: [fact], lose: everything };
    },
    'some',
  );
  return {
    at: (action) => {
      const found = new Set<string>();
      let unknown = known.at(action, somehow);
      for (let i = 0; i < names.length; i++) {
        if (!known.at(action, i)) continue;
        const name = names[i];
        if (name === undefined || voiceRows(name) === undefined) unknown = true;
        else found.add(name);
      }
      return { names: [...found], unknown };
    },
  };
}

/** A comparison of the language parts callers as the voices were parted: on `on "es"` only Spanish ones are heard. */
function parted(
  action: FlowAction | undefined,
  wire: Wire,
  names: readonly (string | undefined)[],
  somehow: number,
): Change | undefined {
  if (action?.type !== 'Compare' || !LANGUAGE_PATH.test(textAt(action.parameters, 'ComparisonValue') ?? ''))
    return undefined;
  const asked = action.conditions.map(({ operator, operands }) =>
    operator === 'Equals' ? languageNamed(operands[0]) : undefined,
  );
  const isDefault = wire.kind !== 'condition';
  const languages = isDefault ? asked : [asked[wire.at]];
  const lose = names.flatMap((name, i) => {
    const rows = name === undefined ? undefined : voiceRows(name);
    if (rows === undefined) return [];
    return languagesOfVoice(rows).some((language) => languages.includes(language)) === isDefault ? [i] : [];
  });
  return languages.includes(undefined) ? { gain: [somehow] } : { lose };
}

/** `$.LanguageCode`, `$.Attributes.language`, `$.External.locale`. */
const LANGUAGE_PATH = /lang|locale|idioma/i;

/** In a flow that sets no voice; what its modules may do, `hasDefaultVoice` asks. */
const NOBODY: Speakers = { names: [], unknown: false };

export interface Heard {
  readonly voices: readonly string[];
  /** Nobody has set a voice: it is the default one. */
  readonly byDefault: boolean;
}

/** The voices that the flow sets somewhere and the list has; the default one where it sets none. */
export function voicesSet(context: LintContext): readonly string[] {
  const setters = context.ofType('UpdateContactTextToSpeechVoice');
  if (setters.length === 0) return [defaultVoice];
  const names = setters.map((action) => pollyVoice(action) ?? '');
  return [...new Set(names)].filter((name) => voiceRows(name) !== undefined);
}

/** Whether anything can be told about voices in the flow at all: it sets one, or callers hear the default one. */
export function tellsVoices(context: LintContext): boolean {
  return context.has('UpdateContactTextToSpeechVoice') || hasDefaultVoice(context);
}

/** Chats have no voice, and other flows may have set one: only what asks for keys first is a call with the default voice. */
function hasDefaultVoice(context: LintContext): boolean {
  return (
    context.flowType === 'CONTACT_FLOW' &&
    context.has('GetParticipantInput') &&
    !context.has('UpdateContactTextToSpeechVoice') &&
    !context.has('InvokeFlowModule') &&
    context.transferredTo() !== true
  );
}

/** The voices that callers may hear at an action; undefined where nobody knows. */
export function heardAt(context: LintContext, action: number): Heard | undefined {
  const { names, unknown } = context.shared(voicesAt).at(action);
  if (unknown || !mayCome(context, action)) return undefined;
  if (names.length > 0) return { voices: names, byDefault: false };
  return hasDefaultVoice(context) ? DEFAULT : undefined;
}

const DEFAULT: Heard = { voices: [defaultVoice], byDefault: true };

function mayCome(context: LintContext, action: number): boolean {
  return context.shared(channelsOf)(action).includes('voice');
}

/** Whether every voice speaks one of the languages of each other: `Joanna` and `Matthew`, not `Joanna` and `Lupe`. */
export function speakAlike(names: readonly string[]): boolean {
  const [first = [], ...others] = names.map((name) => languagesOfVoice(voiceRows(name) ?? []));
  return first.some((language) => others.every((languages) => languages.includes(language)));
}

/** `ja-JP`, and of voices with two languages both. */
export function languageNames(name: string): string {
  return (voiceRows(name) ?? []).map(({ language }) => language).join(' and ');
}
