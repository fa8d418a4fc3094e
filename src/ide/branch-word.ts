import { entryOf } from '../catalogue/index.ts';

/** What `on` calls an error of a block; the error type itself where no form has a word for it. */
export function branchWord(type: string, error: string): string {
  for (const form of entryOf(type)?.forms ?? []) {
    for (const branch of form.branches ?? []) if ('error' in branch && branch.error === error) return branch.word;
  }
  return error;
}
