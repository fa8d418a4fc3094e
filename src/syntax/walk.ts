/** Ways through the tree that several phases go. */
import type { Body, Entry, Item, Jump } from './ast.ts';

/** The bodies directly inside an item: of its branches, of both sides of an `if` with all that follows an `else`. */
export function bodiesOf(item: Item): readonly Body[] {
  switch (item.kind) {
    case 'step':
    case 'repeat':
      return [item.body];
    case 'branch':
      return item.target.kind === 'body' ? [item.target] : NONE;
    case 'if':
      return [item.then, item.otherwise].flatMap((part) =>
        part === undefined || part.kind === 'jump' ? [] : part.kind === 'body' ? [part] : bodiesOf(part),
      );
    case 'statement': {
      let found: Body[] | undefined;
      for (const entry of item.block?.entries ?? NO_ENTRIES) {
        if (entry.kind === 'branch' && entry.target.kind === 'body') (found ??= []).push(entry.target);
      }
      return found ?? NONE;
    }
    default:
      return NONE;
  }
}

const NO_ENTRIES: readonly Entry[] = [];
const NONE: readonly Body[] = [];

/** The jumps of an item, less those in its bodies: itself, of its branches, of the sides of an `if` and all its `else`. */
export function jumpsOf(item: Item): readonly Jump[] {
  switch (item.kind) {
    case 'jump':
      return [item];
    case 'branch':
      return item.target.kind === 'jump' ? [item.target] : [];
    case 'if':
      return [item.then, item.otherwise].flatMap((part) =>
        part === undefined || part.kind === 'body' ? [] : jumpsOf(part),
      );
    case 'statement':
      return (item.block?.entries ?? NO_ENTRIES).flatMap((entry) => (entry.kind === 'branch' ? jumpsOf(entry) : []));
    default:
      return [];
  }
}
