/** Branches by the names that other languages, telephone systems and the console give them. */
import type { Entry, Statement } from '../syntax/ast.ts';
import { plainText } from './lowering.ts';

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ...['else', 'other', 'otherwise', 'rest', 'nomatch', 'no_match', 'any', 'catch_all', '_'].map(
    (name) => [name, 'default'] as const,
  ),
  ...['noinput', 'no_input', 'no_response', 'silence'].map((name) => [name, 'timeout'] as const),
  ...['fail', 'failed', 'failure', 'exception', 'catch'].map((name) => [name, 'error'] as const),
  ...['full', 'queue_full', 'capacity'].map((name) => [name, 'at_capacity'] as const),
  ...['after_hours', 'out_of_hours', 'not_open'].map((name) => [name, 'closed'] as const),
]);

/** The branch of a statement that goes by another name, unless the statement says that branch too. */
export function branchCalled(said: string, known: readonly string[], { block }: Statement): string | undefined {
  const branch = OTHER_NAMES.get(said.toLowerCase());
  if (branch === undefined || !known.includes(branch)) return undefined;
  return block?.entries.some((entry) => says(entry, branch)) === true ? undefined : branch;
}

function says(entry: Entry, branch: string): boolean {
  return entry.kind === 'branch' && entry.patterns.some(({ words: [word] }) => word && plainText(word) === branch);
}
