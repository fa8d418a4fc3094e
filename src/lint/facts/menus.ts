/** Menus whose text names keys, held against the keys that have a branch. */
import type { LintContext } from '../context.ts';
import { speechOf, wordsOf, type Speech } from './speech.ts';
import { spokenKeys } from './spoken-keys.ts';
import { hasToken } from './values.ts';

export interface SpokenMenu {
  readonly speech: Speech;
  readonly spoken: readonly string[];
  /** What is heard, markup aside. */
  readonly words: string;
  /** False where a part of the text is filled in later: it may name more keys. */
  readonly complete: boolean;
  /** Key → index of its condition. */
  readonly handled: ReadonlyMap<string, number>;
}

export function spokenMenusOf(context: LintContext): readonly SpokenMenu[] {
  const menus: SpokenMenu[] = [];
  if (!context.has('GetParticipantInput')) return menus;
  for (const speech of context.shared(speechOf)) {
    const { action } = speech;
    if (action.type !== 'GetParticipantInput' || action.parameters.StoreInput !== 'False') continue;
    const words = wordsOf(speech);
    const spoken = words === undefined ? undefined : spokenKeys(words);
    if (words === undefined || spoken === undefined) continue;
    const handled = new Map<string, number>();
    action.conditions.forEach(({ operator, operands }, i) => {
      const key = operands[0];
      if (operator === 'Equals' && typeof key === 'string') handled.set(key, i);
    });
    menus.push({ speech, spoken, words, complete: !words.includes('$.') && !hasToken(speech.value), handled });
  }
  return menus;
}
