/** A tree with values in the place of `param Name`. What has none of them stays the same object. */
import type {
  Block,
  Body,
  Branch,
  Condition,
  Declaration,
  Entry,
  If,
  Item,
  Jump,
  SourceFile,
  Value,
  Word,
} from '../syntax/ast.ts';
import { cover, type Span } from '../text/text.ts';

/** The value that stands for a name; undefined when there is none, and the words stay. */
export type ValueFor = (name: Word, place: Span) => Value | undefined;

/** Replaces all uses. Behind `=` a bare word can only be a param, so it needs no `param` before it. */
export function replaceParams(tree: SourceFile, valueFor: ValueFor): SourceFile {
  const declarations = mapped(tree.declarations, (one) => inDeclaration(one, valueFor));
  return declarations === tree.declarations ? tree : { ...tree, declarations };
}

function inDeclaration(declaration: Declaration, valueFor: ValueFor): Declaration {
  if (declaration.kind === 'flow') {
    const body = inBody(declaration.body, valueFor);
    return body === declaration.body ? declaration : { ...declaration, body };
  }
  const operands = inWords(declaration.operands, valueFor);
  const { pin } = declaration;
  const pinned = pin?.kind === 'word' ? (valueFor(pin, pin.span) ?? pin) : pin;
  const block = declaration.block && inBlock(declaration.block, valueFor);
  return operands === declaration.operands && pinned === pin && block === declaration.block
    ? declaration
    : { ...declaration, operands, pin: pinned, block };
}

function inBody(body: Body, valueFor: ValueFor): Body {
  const items = mapped(body.items, (item) => inItem(item, valueFor));
  return items === body.items ? body : { ...body, items };
}

function inItem(item: Item, valueFor: ValueFor): Item {
  switch (item.kind) {
    case 'statement': {
      const words = inWords(item.words, valueFor);
      const block = item.block && inBlock(item.block, valueFor);
      return words === item.words && block === item.block ? item : { ...item, words, block };
    }
    case 'if':
      return inIf(item, valueFor);
    case 'repeat': {
      const words = inWords(item.words, valueFor);
      const body = inBody(item.body, valueFor);
      return words === item.words && body === item.body ? item : { ...item, words, body };
    }
    case 'step': {
      const body = inBody(item.body, valueFor);
      return body === item.body ? item : { ...item, body };
    }
    case 'branch':
      return inBranch(item, valueFor);
    case 'jump':
      return item;
  }
}

function inIf(item: If, valueFor: ValueFor): If {
  const condition = inCondition(item.condition, valueFor);
  const then = inArm(item.then, valueFor);
  const { otherwise } = item;
  const other = otherwise?.kind === 'if' ? inIf(otherwise, valueFor) : otherwise && inArm(otherwise, valueFor);
  return condition === item.condition && then === item.then && other === otherwise
    ? item
    : { ...item, condition, then, otherwise: other };
}

function inArm(arm: Body | Jump, valueFor: ValueFor): Body | Jump {
  return arm.kind === 'body' ? inBody(arm, valueFor) : arm;
}

function inBranch(branch: Branch, valueFor: ValueFor): Branch {
  const patterns = mapped(branch.patterns, (pattern) => {
    const words = inWords(pattern.words, valueFor);
    return words === pattern.words ? pattern : { ...pattern, words };
  });
  const target = inArm(branch.target, valueFor);
  return patterns === branch.patterns && target === branch.target ? branch : { ...branch, patterns, target };
}

function inCondition(condition: Condition, valueFor: ValueFor): Condition {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const left = inCondition(condition.left, valueFor);
      const right = inCondition(condition.right, valueFor);
      return left === condition.left && right === condition.right ? condition : { ...condition, left, right };
    }
    case 'not': {
      const operand = inCondition(condition.operand, valueFor);
      return operand === condition.operand ? condition : { ...condition, operand };
    }
    case 'test': {
      const words = inWords(condition.words, valueFor);
      const right = inWords(condition.right, valueFor);
      return words === condition.words && right === condition.right ? condition : { ...condition, words, right };
    }
  }
}

function inBlock(block: Block, valueFor: ValueFor): Block {
  const entries = mapped(block.entries, (entry) => inEntry(entry, valueFor));
  return entries === block.entries ? block : { ...block, entries };
}

function inEntry(entry: Entry, valueFor: ValueFor): Entry {
  switch (entry.kind) {
    case 'param': {
      const value = inValue(entry.value, valueFor);
      return value === entry.value ? entry : { ...entry, value };
    }
    case 'clause': {
      const words = inWords(entry.words, valueFor);
      const block = entry.block && inBlock(entry.block, valueFor);
      return words === entry.words && block === entry.block ? entry : { ...entry, words, block };
    }
    case 'branch':
      return inBranch(entry, valueFor);
  }
}

function inValue(value: Value, valueFor: ValueFor): Value {
  switch (value.kind) {
    case 'list': {
      const items = mapped(value.items, (item) => inValue(item, valueFor));
      return items === value.items ? value : { ...value, items };
    }
    case 'block':
      return inBlock(value, valueFor);
    case 'phrase': {
      const words = inWords(value.words, valueFor);
      if (words === value.words) return value;
      const [only] = words;
      return words.length === 1 && only !== undefined ? only : { ...value, words };
    }
    default:
      return value;
  }
}

/** `param` and the word behind it are one value. */
function inWords(words: readonly Value[], valueFor: ValueFor): readonly Value[] {
  const replaced: Value[] = [];
  let isChanged = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Value;
    const next = words[i + 1];
    const isUse = word.kind === 'word' && word.text === 'param' && next?.kind === 'word';
    const value = isUse ? valueFor(next, cover(word.span, next.span)) : inValue(word, valueFor);
    if (isUse && value !== undefined) i++;
    if (value !== word && value !== undefined) isChanged = true;
    replaced.push(value ?? word);
  }
  return isChanged ? replaced : words;
}

/** The same list when nothing in it changed. */
function mapped<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (const [i, item] of items.entries()) {
    const one = change(item);
    if (one !== item) (changed ??= [...items])[i] = one;
  }
  return changed ?? items;
}
