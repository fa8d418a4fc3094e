/** The words of the language that come from the catalogue, for editors that colour by lists. */
import { actions } from '../../src/catalogue/index.ts';
import type { Codec } from '../../src/catalogue/types.ts';

const forms = () => [...actions.values()].flatMap((entry) => entry.forms);

/** What statements begin with: `set queue`, `play`. */
export function phrases(): readonly string[] {
  return unique(forms().map((form) => form.phrase));
}

/** What branches are called: `error`, `at_capacity`. */
export function branchWords(): readonly string[] {
  return unique(forms().flatMap((form) => (form.branches ?? []).map((branch) => branch.word)));
}

/** Words that stand for a value of Connect: `realtime`, `Kazuha`. */
export function valueWords(): readonly string[] {
  const slots = forms().flatMap((form) => [
    ...(form.operands ?? []),
    ...(form.entries ?? []),
    ...(form.rest === undefined ? [] : [form.rest]),
  ]);
  return unique(slots.flatMap((slot) => wordsOf(slot.as)));
}

function wordsOf(codec: Codec): readonly string[] {
  if (typeof codec === 'string') return [];
  if ('enum' in codec) return Object.keys(codec.enum);
  if ('list' in codec) return [...wordsOf(codec.list), ...(codec.empty === undefined ? [] : [codec.empty])];
  return [];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
