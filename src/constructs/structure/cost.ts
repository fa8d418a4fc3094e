/** What a flow costs to read, so that one way of saying it can be held against another. */
import { isTargetWord, type Item } from '../../syntax/ast.ts';
import { bodiesOf, jumpsOf } from '../../syntax/walk.ts';

/** A line, against a word or a name that is one more to read in a line. */
export const LINE = 2;
export const WORD = 1;

/**
 * The lines of branches, jumps and steps, the branch words in them, and the names that they make the reader look up.
 * Statements count nothing: each is said once, whatever stands around it.
 */
export function costOf(items: readonly Item[]): number {
  let cost = 0;
  for (const item of items) {
    cost += costOfLines(item);
    for (const { target } of jumpsOf(item)) if (!isTargetWord(target)) cost += WORD;
    for (const body of bodiesOf(item)) cost += costOf(body.items);
  }
  return cost;
}

/** Of an item less what stands in its braces. */
function costOfLines(item: Item): number {
  switch (item.kind) {
    case 'jump':
    case 'step':
      return LINE;
    case 'branch':
      return LINE + item.patterns.length * WORD;
    case 'statement': {
      let cost = 0;
      for (const entry of item.block?.entries ?? []) if (entry.kind === 'branch') cost += costOfLines(entry);
      return cost;
    }
    default:
      return 0;
  }
}
