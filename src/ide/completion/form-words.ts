/** Which form a statement's words are while it is typed, and what is told of its parts. */
import { actions } from '../../catalogue/index.ts';
import type { ActionEntry, BranchSlot, Form, Parameter } from '../../catalogue/types.ts';
import { foldOf } from '../../constructs/folded.ts';
import { parameterPage } from '../pages.ts';

/** The form with the longest phrase that words begin with. */
export function formOfWords(words: readonly string[]): Form | undefined {
  let best: Form | undefined;
  let longest = 0;
  for (const { forms } of actions.values()) {
    for (const form of forms) {
      const phrase = form.phrase.split(' ');
      const fits = phrase.length <= words.length && phrase.every((word, i) => words[i] === word);
      const isBetter = phrase.length > longest || (phrase.length === longest && operandFits(form, words));
      if (fits && isBetter) {
        best = form;
        longest = phrase.length;
      }
    }
  }
  return best;
}

function operandFits(form: Form, words: readonly string[]): boolean {
  const needed = (form.operands ?? []).filter(({ optional }) => optional !== true).length;
  return needed > 0 && words.length - form.phrase.split(' ').length >= needed;
}

function entryWith(form: Form): ActionEntry | undefined {
  return [...actions.values()].find(({ forms }) => forms.includes(form));
}

function entryFor(form: Form, path: string): ActionEntry | undefined {
  const fold = foldOf(form.phrase);
  return fold?.path === path ? actions.get(fold.type) : entryWith(form);
}

/** What Connect takes as a parameter. */
export function factOf(form: Form, path: string): Parameter | undefined {
  return entryFor(form, path)?.parameters.find(({ name }) => name === path);
}

/** What is told beside a parameter and its values. */
export function parameterOf(form: Form, path: string): () => string {
  return () => {
    const entry = entryFor(form, path);
    return entry === undefined ? '' : parameterPage(entry.type, path, factOf(form, path));
  };
}

/** When a branch is taken. */
export function branchPage(form: Form, branch: BranchSlot): string {
  const fact = 'error' in branch ? entryWith(form)?.errors.find(({ type }) => type === branch.error) : undefined;
  const lines = [
    `**on ${branch.word}** of \`${form.phrase}\``,
    'error' in branch ? branch.error : `condition \`${branch.equals}\``,
  ];
  if (fact?.when !== undefined) lines.push(fact.when);
  return lines.join('\n\n');
}
