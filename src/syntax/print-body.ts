/** Statements, blocks and values as documents for the layout engine. */
import { builders } from 'prettier/doc';
import { widthOf } from '../diagnostics/render/visible.ts';
import type {
  Block,
  Body,
  Branch,
  Entry,
  If,
  Item,
  Jump,
  List,
  Param,
  SourceFile,
  Statement,
  Text,
  Value,
} from './ast.ts';
import type { Holder, Member } from './comments.ts';
import { braced, docLines, insideOf, isNowhere, type Doc, type Inside, type Part, type Printing } from './print-doc.ts';
import {
  blockLines,
  printCondition,
  printLeaf,
  printName,
  printPattern,
  quote,
  sentences,
  type Place,
} from './print-leaves.ts';

const { group, hardline, indent, join, line, softline } = builders;

/** Entries that a block on one line may have. */
const MOST_ON_ONE_LINE = 4;

/** A text of more than so many lines is worth a line for each sentence; one a little too long is not. */
const LONG_TEXT = 1.5;

// -------------------------------------------------------------------------------------------------------------- bodies

/** `isShort`: a body of one plain statement may stand on one line. */
export function bodyDoc(body: Body, printing: Printing, isShort = true): Doc {
  const inside = insideOfBody(body, printing);
  if (inside.isEmpty) return '{}';
  const isOpen = !isShort || !isPlain(body) || wasOpened(body, printing);
  return isOpen ? braced('{', inside, '}', hardline) : group(braced('{', inside, '}', line));
}

function insideOfBody(body: Body, printing: Printing, part?: Part): Inside {
  const print = (item: Item): Doc => itemDoc(item, printing);
  const blank = (before: Member, next: Member): boolean => isBlankBetween(before, next, printing);
  return insideOf(body, print, { separator: ',', blank }, printing, part);
}

/** Members of braces or of a list, without what is around them. */
export function partDoc(holder: Exclude<Holder, SourceFile>, part: Part, printing: Printing): Doc {
  switch (holder.kind) {
    case 'body':
      return insideOfBody(holder, printing, part).members;
    case 'block':
      return insideOfBlock(holder, printing, part).members;
    case 'list':
      return insideOfList(holder, printing, part).members;
    case 'text':
      return insideOfLines(holder, printing, part).members;
  }
}

/** Braces that people opened over several lines stay open, as Prettier does with objects. */
function wasOpened(braces: Body | Block | List, printing: Printing): boolean {
  if (printing.source === undefined || isNowhere(braces.span)) return false;
  const behind = /[{[][^\S\r\n]*(?:\r|\n)/y;
  behind.lastIndex = braces.span.start;
  return behind.test(printing.source.text);
}

/** One statement or jump, or a statement and the jump behind it: `{ play "Goodbye.", -> disconnect }`. */
function isPlain({ items }: Body): boolean {
  const [first, second] = items;
  if (first === undefined || items.length > 2 || (second !== undefined && second.kind !== 'jump')) return false;
  return (first.kind === 'jump' && second === undefined) || (first.kind === 'statement' && first.doc === undefined);
}

/**
 * After the defaults, around steps, and, where the tree comes from no text, before what jumps lead to and before labels
 * that are texts, with the notes that stand above them. A plain name that no jump says begins nothing.
 */
function isBlankBetween(before: Member, next: Member, { isTarget }: Printing): boolean {
  if (before.kind === 'step' || next.kind === 'step') return true;
  if (before.kind === 'branch') return next.kind !== 'branch';
  if (!isNowhere(next.span) || (isNote(before) && isNowhere(before.span))) return false;
  const label = next.kind === 'statement' || next.kind === 'if' || next.kind === 'repeat' ? next.label : undefined;
  return (label !== undefined && (label.quoted || isTarget(label.text))) || isNote(next);
}

function isNote(member: Member): boolean {
  if (member.kind !== 'statement') return false;
  const [first] = member.words;
  return first?.kind === 'word' && first.text === 'note';
}

function itemDoc(item: Item, printing: Printing): Doc {
  switch (item.kind) {
    case 'statement':
      return [docLines(item.doc), labelDoc(item), statementDoc(item, printing)];
    case 'if':
      return [docLines(item.doc), labelDoc(item), ifDoc(item, printing)];
    case 'repeat': {
      const words = item.words.map((word) => [' ', valueDoc(word, 'operand', printing)]);
      return [docLines(item.doc), labelDoc(item), 'repeat', words, ' ', bodyDoc(item.body, printing)];
    }
    case 'step':
      return [docLines(item.doc), 'step ', printName(item.name, 'step'), ' ', bodyDoc(item.body, printing)];
    case 'jump':
      return jumpText(item);
    case 'branch':
      return branchDoc(item, printing);
  }
}

function labelDoc(item: { readonly label: Statement['label'] }): string {
  return item.label ? `${printName(item.label, 'label')}: ` : '';
}

function statementDoc(item: Statement, printing: Printing): Doc {
  return [wordsDoc(item.words, printing), item.block ? [' ', blockDoc(item.block, printing)] : ''];
}

function ifDoc(item: If, printing: Printing): Doc {
  const { then, otherwise } = item;
  const doc: Doc[] = ['if ', printCondition(item.condition), ' ', targetDoc(then, printing, otherwise === undefined)];
  if (otherwise?.kind === 'if') doc.push(' else ', ifDoc(otherwise, printing));
  else if (otherwise) doc.push(' else ', targetDoc(otherwise, printing, false));
  return doc;
}

function targetDoc(target: Body | Jump, printing: Printing, isShort = true): Doc {
  return target.kind === 'jump' ? jumpText(target) : bodyDoc(target, printing, isShort);
}

function jumpText(jump: Jump): string {
  return `-> ${printName(jump.target, 'target')}`;
}

function branchDoc(branch: Branch, printing: Printing): Doc {
  const patterns = group(indent(join([',', line], branch.patterns.map(printPattern))));
  return ['on ', patterns, ' ', targetDoc(branch.target, printing)];
}

// -------------------------------------------------------------------------------------------------------------- blocks

/** Parameters, clauses and branches in braces: on one line where they are few and simple. */
export function blockDoc(block: Block, printing: Printing): Doc {
  const inside = insideOfBlock(block, printing);
  if (inside.isEmpty) return '{}';
  return group(braced('{', inside, '}', line), { shouldBreak: !isSimple(block) || wasOpened(block, printing) });
}

function insideOfBlock(block: Block, printing: Printing, part?: Part): Inside {
  return insideOf(block, (entry) => entryDoc(entry, printing), { separator: ',' }, printing, part);
}

/** Few entries, and at most one branch, which is no case. */
function isSimple(block: Block): boolean {
  const { entries } = block;
  const branches = entries.filter((entry) => entry.kind === 'branch');
  return (
    entries.length <= MOST_ON_ONE_LINE &&
    branches.length <= 1 &&
    branches.every((branch) => branch.target.kind === 'jump' && !isCase(branch))
  );
}

/** `on 1`, `on "gold"`, `on > 10`: cases are read as a table, a line each. */
function isCase(branch: Branch): boolean {
  const [pattern] = branch.patterns;
  return pattern !== undefined && (pattern.operator !== undefined || pattern.words[0]?.kind !== 'word');
}

function isOrEndsInBlock(value: Value): boolean {
  if (value.kind === 'phrase') return value.words.some(isOrEndsInBlock);
  return value.kind === 'block' && value.entries.length > 0;
}

function entryDoc(entry: Entry, printing: Printing): Doc {
  switch (entry.kind) {
    case 'param':
      return paramDoc(entry, printing);
    case 'clause':
      return [wordsDoc(entry.words, printing), entry.block ? [' ', blockDoc(entry.block, printing)] : ''];
    case 'branch':
      return branchDoc(entry, printing);
  }
}

function paramDoc(param: Param, printing: Printing): Doc {
  return [printName(param.key, 'key'), ': ', valueDoc(param.value, 'operand', printing)];
}

// -------------------------------------------------------------------------------------------------------------- values

/** The words of a statement or clause. */
export function wordsDoc(words: readonly Value[], printing: Printing): Doc {
  return join(
    ' ',
    words.map((word, i) => valueDoc(word, i === 0 ? 'first' : 'operand', printing)),
  );
}

/** Any value, where a word or sign of it stands at `place`. */
export function valueDoc(value: Value, place: Place, printing: Printing): Doc {
  switch (value.kind) {
    case 'text':
      return textDoc(value, printing);
    case 'list':
      return listDoc(value, printing);
    case 'block':
      return blockDoc(value, printing);
    case 'phrase':
      return join(
        ' ',
        value.words.map((word) => valueDoc(word, place, printing)),
      );
    default:
      return printLeaf(value, place);
  }
}

function listDoc(list: List, printing: Printing): Doc {
  const inside = insideOfList(list, printing);
  if (inside.isEmpty) return '[]';
  const isTable = list.items.length > 1 && list.items.some(isOrEndsInBlock);
  return group(braced('[', inside, ']', softline), { shouldBreak: isTable || wasOpened(list, printing) });
}

function insideOfList(list: List, printing: Printing, part?: Part): Inside {
  const print = (item: Value): Doc => valueDoc(item, 'operand', printing);
  return insideOf(list, print, { separator: ',' }, printing, part);
}

function textDoc(text: Text, printing: Printing): Doc {
  switch (text.form) {
    case 'block':
      return indent(['"""', hardline, join(hardline, blockLines(text.value)), hardline, '"""']);
    case 'lines':
      return braced('(', insideOfLines(text, printing), ')', hardline);
    case 'line': {
      const parts = isTooLong(text, printing) ? sentences(text.value) : [];
      return parts.length > 1 ? linesDoc(parts) : quote(text.value);
    }
  }
}

function linesDoc(parts: readonly string[]): Doc {
  return ['(', indent([hardline, join(hardline, parts.map(quote))]), hardline, ')'];
}

function insideOfLines(text: Text, printing: Printing, part?: Part): Inside {
  return insideOf(text, ({ value }) => quote(value), { separator: '' }, printing, part);
}

/** A text of the decompiler that is much longer than a line, or longer and of several; what people wrote keeps its form. */
function isTooLong(text: Text, printing: Printing): boolean {
  if (!isNowhere(text.span) || text.value.length * 2 <= printing.width) return false;
  return widthOf(quote(text.value)) > printing.width * (/\n./.test(text.value) ? 1 : LONG_TEXT);
}
