/** `on`: what is said of a branch, and what follows that. */
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';

/**
 * What `on …` has said of the branch that is being typed, behind the last comma; '' where a branch is due. Undefined behind
 * an arrow, where all is said.
 */
export function saidOfBranch(lead: string): string | undefined {
  const rest = lead.replace(/^on\b/, '').replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return rest.includes('->') ? undefined : (rest.split(',').at(-1) ?? '').trim();
}

/** Where a branch, a condition, a default leads: to a name, or into braces. */
export function leadingItems({ make }: Asking): readonly Completion[] {
  return [
    make('->', {
      kind: 'keyword',
      text: '-> ',
      detail: 'to a step or a label',
      documentation: () => 'Behind the arrow stands one name, or `next`, `disconnect`, `end`, …',
      rank: 0,
    }),
    make('{ … }', {
      kind: 'snippet',
      text: '{ $0 }',
      isSnippet: true,
      detail: 'what is done then',
      documentation: () => 'Statements; behind the last of them the flow goes on below.',
      rank: 1,
    }),
  ];
}
