/** What a jump to a block says: the label or step that stands there, a word, or a label that is made for it. */
import { keyName } from '../../../constructs/json-values.ts';
import type { RaisedBlock } from '../../../constructs/types.ts';
import { TARGET_WORDS, type Name } from '../../../syntax/ast.ts';
import { name } from '../../../syntax/make.ts';
import { printName } from '../../../syntax/print-leaves.ts';
import type { TextEdit } from '../../../text/text.ts';
import { camelCase } from '../../../text/words.ts';
import { flowing, testsOf } from './spots.ts';
import { WORD_OF_TYPE, type Working } from './working.ts';

export interface Labels {
  /** The name that leads to a live block; undefined when nothing in the text stands for it alone. */
  readonly to: (liveId: string) => Name | undefined;
  /** The same, if it needs no new label. */
  readonly known: (liveId: string) => Name | undefined;
  /** A name that nothing has yet, and that is no word of the language. */
  readonly fresh: (block: RaisedBlock | undefined) => string;
  /** Takes a name as it is, or a numbered one when it is taken. */
  readonly take: (wanted: string) => string;
  /** The labels that were made so far. */
  readonly edits: () => readonly TextEdit[];
}

export function labelsFor(working: Working, liveBlocks: ReadonlyMap<string, RaisedBlock>): Labels {
  const taken = new Set<string>([...working.spots.labels, ...TARGET_WORDS]);
  const made = new Map<string, Name>();
  const words = freshWords(working, liveBlocks);
  const edits: TextEdit[] = [];
  const take = (wanted: string): string => {
    let free = wanted;
    for (let n = 2; taken.has(free); n++) free = `${wanted}${n}`;
    taken.add(free);
    return free;
  };
  const fresh = (block: RaisedBlock | undefined): string => {
    const hints = block === undefined ? [] : [block.label, ...block.nameHints, camelCase(block.phrase, 3)];
    return take(hints.find((hint) => hint !== undefined && hint !== '') ?? 'block');
  };
  const known = (liveId: string): Name | undefined => {
    const own = working.ownOf.get(liveId);
    if (own === undefined) return words.get(liveId);
    const word = working.shared.get(own);
    return word === undefined ? (made.get(liveId) ?? standing(working, own)) : name(word);
  };
  return {
    known,
    take,
    fresh,
    to: (liveId) => {
      const there = known(liveId);
      if (there !== undefined) return there;
      const spot = working.spotOf.get(working.ownOf.get(liveId) ?? '');
      // A label stands before a whole item: not inside of a condition, not before an `else if`.
      if (spot === undefined || spot.node !== spot.item) return undefined;
      if (spot.node.kind === 'if' && testsOf(spot.node.condition)[0] !== spot.test) return undefined;
      const label = keyName(fresh(liveBlocks.get(liveId)));
      made.set(liveId, label);
      const { start } = spot.item.span;
      edits.push({ span: { start, end: start }, newText: `${printName(label, 'label')}: ` });
      return label;
    },
    edits: () => edits,
  };
}

/** Last blocks that the text has none of yet: saying `-> disconnect` makes one. */
function freshWords({ fresh, shared }: Working, liveBlocks: ReadonlyMap<string, RaisedBlock>): Map<string, Name> {
  const found = new Map<string, Name>();
  const used = new Set(shared.values());
  for (const id of fresh) {
    const block = liveBlocks.get(id);
    const word = block?.shareable === true ? WORD_OF_TYPE[block.type] : undefined;
    if (word === undefined || used.has(word)) continue;
    used.add(word);
    found.set(id, name(word));
  }
  return found;
}

/** The label before the statement, or the name of the step that begins with it. */
function standing({ spotOf }: Working, own: string): Name | undefined {
  const spot = spotOf.get(own);
  if (spot === undefined || spot.node !== spot.item) return undefined;
  const { node, test, stretch } = spot;
  if (node.kind === 'if' && testsOf(node.condition)[0] !== test) return undefined;
  if (node.label !== undefined) return node.label;
  const isFirst = flowing(stretch.body)[0] === node;
  return isFirst && stretch.seat.of === 'step' ? stretch.seat.step.name : undefined;
}
