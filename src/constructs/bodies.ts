/** Bodies inside of items. */
import type { Body, Item } from '../syntax/ast.ts';

/** The bodies that an item has: its own, and those of its branches. */
export function bodiesOf(item: Item): readonly Body[] {
  switch (item.kind) {
    case 'step':
    case 'repeat':
      return [item.body];
    case 'branch':
      return item.target.kind === 'body' ? [item.target] : [];
    case 'if':
      return [item.then, item.otherwise].flatMap((part) =>
        part === undefined || part.kind === 'jump' ? [] : part.kind === 'body' ? [part] : bodiesOf(part),
      );
    case 'statement':
      return (item.block?.entries ?? []).flatMap((e) =>
        e.kind === 'branch' && e.target.kind === 'body' ? [e.target] : [],
      );
    default:
      return [];
  }
}
