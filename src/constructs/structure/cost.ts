/** What a flow costs to read, so that one way of saying it can be held against another. */
import { isTargetWord, type Body, type Branch, type If, type Item, type Jump } from '../../syntax/ast.ts';
import { bodiesOf } from '../../syntax/walk.ts';

/** A line, against a word or a name that is one more to read in a line. */
const LINE = 2;
const WORD = 1;

/**
 * The lines of branches, jumps and steps, the branch words in them, and the names that they make the reader look up.
 * Statements count nothing: each is said once, whatever stands around it.
 */
export function costOf(items: readonly Item[]): number {
  let cost = 0;
  for (const item of items) {
    cost += costOfOwn(item);
    for (const body of bodiesOf(item)) cost += costOf(body.items);
  }
  return cost;
}

/** Of an item less what stands in its braces. */
function costOfOwn(item: Item): number {
  switch (item.kind) {
    case 'jump':
      return LINE + costOfName(item);
    case 'branch':
      return costOfBranch(item);
    case 'step':
      return LINE;
    case 'if':
      return costOfSide(item.then) + costOfSide(item.otherwise);
    case 'statement': {
      let cost = 0;
      for (const entry of item.block?.entries ?? []) if (entry.kind === 'branch') cost += costOfBranch(entry);
      return cost;
    }
    case 'repeat':
      return 0;
  }
}

/** Of a side of an `if` that has no braces. */
function costOfSide(side: Body | If | Jump | undefined): number {
  return side?.kind === 'jump' ? costOfName(side) : side?.kind === 'if' ? costOfOwn(side) : 0;
}

function costOfBranch({ patterns, target }: Branch): number {
  return LINE + patterns.length * WORD + (target.kind === 'jump' ? costOfName(target) : 0);
}

function costOfName({ target }: Jump): number {
  return isTargetWord(target) ? 0 : WORD;
}
