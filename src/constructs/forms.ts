/** Which form a statement's words are: the longest verb phrase of the catalogue, then by its operands. */
import { actions } from '../catalogue/index.ts';
import type { ActionEntry, Form } from '../catalogue/types.ts';
import type { Value } from '../syntax/ast.ts';

/** A form together with the action it says. */
export interface FormOf {
  readonly entry: ActionEntry;
  readonly form: Form;
  readonly phrase: readonly string[];
  /** How many operands it cannot do without. */
  readonly needed: number;
}

let index: ReadonlyMap<string, readonly FormOf[]> | undefined;

/** Forms by the first word of their phrase, longest phrase first, forms with operands before those without. */
function formsByFirstWord(): ReadonlyMap<string, readonly FormOf[]> {
  if (index !== undefined) return index;
  const found = new Map<string, FormOf[]>();
  for (const entry of actions.values()) {
    for (const form of entry.forms) {
      const phrase = form.phrase.split(' ');
      const first = phrase[0] ?? '';
      const list = found.get(first) ?? [];
      const needed = (form.operands ?? []).filter((operand) => operand.optional !== true).length;
      list.push({ entry, form, phrase, needed });
      found.set(first, list);
    }
  }
  for (const list of found.values()) {
    list.sort(
      (a, b) => b.phrase.length - a.phrase.length || (b.form.operands?.length ?? 0) - (a.form.operands?.length ?? 0),
    );
  }
  index = found;
  return found;
}

/** Every verb phrase of the catalogue. */
export function allPhrases(): readonly string[] {
  return [...formsByFirstWord().values()].flat().map((f) => f.form.phrase);
}

/** The verb phrase that a text of more words begins with, or is. */
export function phraseAt(said: string): string | undefined {
  const forms = formsByFirstWord().get(said.split(' ', 1)[0] ?? '');
  return forms?.find(({ form: { phrase } }) => said === phrase || said.startsWith(`${phrase} `))?.form.phrase;
}

/** What a default may list: `error`, and `play error` for the statements of one phrase only. */
export function defaultWords(): ReadonlySet<string> {
  if (defaults !== undefined) return defaults;
  const words = [...formsByFirstWord().values()]
    .flat()
    .flatMap(({ form }) =>
      (form.branches ?? [])
        .filter(({ need }) => need !== 'written')
        .flatMap(({ word }) => [word, `${form.phrase} ${word}`]),
    );
  // `match` and `split` are no forms of the catalogue.
  defaults = new Set([...words, 'match default', 'split default']);
  return defaults;
}

let defaults: ReadonlySet<string> | undefined;

/**
 * The phrase that says the block with this name in the console, or the action of this type, capitals aside. A name of
 * which words are left out counts where only one block has the others.
 */
export function phraseOfBlock(name: string): string | undefined {
  const said = name.toLowerCase();
  const whole = blockNames().find((block) => block.name === said);
  if (whole !== undefined) return whole.phrase;
  const words = said.split(' ');
  if (words.length < 2) return undefined;
  const having = blockNames().filter((block) => words.every((word) => block.words.has(word)));
  const [only, ...others] = new Set(having.map(({ phrase }) => phrase));
  return others.length === 0 ? only : undefined;
}

interface BlockName {
  readonly name: string;
  readonly words: ReadonlySet<string>;
  readonly phrase: string;
}

let names: readonly BlockName[] | undefined;

function blockNames(): readonly BlockName[] {
  return (names ??= [...actions.values()].flatMap((entry) => {
    const blocks = entry.block.en
      .toLowerCase()
      .replace(/ \([^)]*\)/g, '')
      .split(' / ');
    const type = entry.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
    const { forms } = entry;
    return [...blocks, type].flatMap((name, i): BlockName[] => {
      const form = forms.length === blocks.length ? forms[i] : forms[0];
      const phrase = (form ?? forms[0])?.phrase ?? CONSTRUCTS[entry.type];
      // Which of several forms such a name is, nobody knows; by the whole name the first is a fair guess.
      const isClear = forms.length <= 1 || forms.length === blocks.length;
      const words = isClear ? new Set(name.split(' ')) : NO_WORDS;
      return phrase === undefined ? [] : [{ name, words, phrase }];
    });
  }));
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Phrases that begin with a word and have a parameter of that key: `priority` in `set routing { priority: … }`. */
export function phrasesWithKey(first: string, key: string): readonly string[] {
  const having = (formsByFirstWord().get(first) ?? []).filter(({ form }) =>
    form.entries?.some((entry) => entry.key === key),
  );
  const phrases = [...new Set(having.map(({ form }) => form.phrase))];
  // `set recording voice` is a way to say `set recording`.
  return phrases.filter((phrase) => !phrases.some((other) => phrase.startsWith(`${other} `)));
}

/** Blocks that control structures say. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  Compare: 'match',
  DistributeByPercentage: 'split',
  Loop: 'repeat',
};

/**
 * The form whose phrase begins the words: the longest phrase. Several have the same phrase when an operand tells them apart
 * (`transfer to queue`, `transfer to queue Leads`); of them the first that has no more operands than there are words for.
 */
export function chooseForm(words: readonly Value[]): FormOf | undefined {
  const first = words[0];
  if (first?.kind !== 'word') return undefined;
  let longest: FormOf | undefined;
  for (const candidate of formsByFirstWord().get(first.text) ?? []) {
    if (longest !== undefined && candidate.phrase.length < longest.phrase.length) break;
    if (!begins(words, candidate.phrase)) continue;
    if (candidate.needed <= operandsBehind(words, candidate.phrase.length)) return candidate;
    longest ??= candidate;
  }
  return longest;
}

function begins(words: readonly Value[], phrase: readonly string[]): boolean {
  for (let i = phrase.length - 1; i > 0; i--) {
    const word = words[i];
    if (word?.kind !== 'word' || word.text !== phrase[i]) return false;
  }
  return true;
}

function operandsBehind(words: readonly Value[], length: number): number {
  let count = 0;
  for (let i = length; i < words.length; i++) if (words[i]?.kind !== 'sign') count++;
  return count;
}
