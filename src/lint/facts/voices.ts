/** Which voice speaks at each block, and what the catalogue knows about it. */
import { voices, type Voice } from '../../catalogue/voices.ts';
import { carry } from '../../graph/dataflow.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { textAt } from './at-path.ts';

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
  const bare = code.split('-', 1)[0] ?? code;
  return COMMON[bare] ?? bare;
}

export interface VoicesAt {
  /** Names of the voices that may speak at an action; undefined where one of them is not known. */
  readonly at: (action: number) => readonly string[] | undefined;
}

export function voicesAt(context: LintContext): VoicesAt {
  const { numbers } = context.wiring();
  const setters = context.ofType('UpdateContactTextToSpeechVoice');
  // A module may set another voice: as a setter without a name.
  const all: readonly FlowAction[] = [...setters, ...context.ofType('InvokeFlowModule')];
  const facts = new Map(all.map((action, i) => [numbers.get(action.id) ?? -1, i]));
  const names = all.map((action) =>
    action.type === 'InvokeFlowModule' ? undefined : textAt(action.parameters, 'TextToSpeechVoice'),
  );
  // The last fact stands for whatever voice the contact comes with.
  const before = all.length;
  const everything = [...names.keys(), before];
  const known = carry(
    context.wiring(),
    context.reach(),
    before + 1,
    [before],
    (wire) => {
      const fact = facts.get(wire.from);
      if (fact === undefined) return undefined;
      return names[fact] === undefined ? { gain: [fact] } : { gain: [fact], lose: everything };
    },
    'some',
  );
  return {
    at: (action) => {
      if (known.at(action, before)) return undefined;
      const found: string[] = [];
      for (let i = 0; i < before; i++) {
        if (!known.at(action, i)) continue;
        const name = names[i];
        if (name === undefined || voiceRows(name) === undefined) return undefined;
        if (!found.includes(name)) found.push(name);
      }
      return found;
    },
  };
}
