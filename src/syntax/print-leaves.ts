/** The leaves of the tree as text that reads as the same leaf. What may not stand bare is quoted. */
import { isBarePath, isIdentifier, literalType } from '../../grammar/lexemes.ts';
import { isTargetWord } from './ast.ts';
import type { Condition, Literal, Name, Numeral, Path, Pattern, Sign, Value, Word } from './ast.ts';

/** A text in one line: escapes as in JSON. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** Where a word or sign stands; what has a meaning of its own there is quoted. */
export type Place = 'first' | 'operand' | 'pattern' | 'condition';

const NEVER_BARE: Readonly<Record<Place, ReadonlySet<string>>> = {
  first: new Set(['if', 'else', 'on']),
  operand: new Set(['if', 'else']),
  pattern: new Set(['if', 'else', 'on']),
  condition: new Set(['if', 'else', 'and', 'or', 'not']),
};

/** A word, quoted where it may not stand bare. */
export function printWord(word: Word, place: Place): string {
  return isBare(word.text) && !NEVER_BARE[place].has(word.text) ? word.text : quote(word.text);
}

function isBare(text: string): boolean {
  return isIdentifier(text) && text === text.normalize('NFC');
}

function printSign(sign: Sign, place: Place): string {
  const signs = place === 'condition' ? /^$/ : place === 'pattern' ? /^[|*#]$/ : /^(?:[|*#]|[=!]=|[<>]=?)$/;
  return signs.test(sign.text) ? sign.text : quote(sign.text);
}

function printPath(path: Path): string {
  return isBarePath(path.text) ? path.text : quote(path.text);
}

function printNumber(number: Numeral | Literal): string {
  const type = number.kind === 'number' ? 'number' : number.type;
  return literalType(number.text) === type ? number.text : quote(number.text);
}

/** What a name is the name of: `flow` as an entity would read as the word, a target word as a label as the target. */
export type NameOf = 'label' | 'step' | 'target' | 'flow' | 'entity' | 'key';

/** A name, quoted where it was or where it would read as something else. */
export function printName(name: Name, of: NameOf): string {
  const { text } = name;
  if (name.quoted) return quote(text);
  if (of === 'key' && isBarePath(text)) return text;
  if (!isBare(text)) return quote(text);
  if ((of === 'label' || of === 'step') && isTargetWord(name)) return quote(text);
  const isOperand = of === 'step' || of === 'flow' || of === 'entity';
  if (isOperand && (NEVER_BARE.operand.has(text) || (of !== 'step' && text === 'flow'))) return quote(text);
  return text;
}

/** The lines of a `"""` block between its quotes. A blank at the end of a line is an escape: nobody would see it. */
export function blockLines(value: string): string[] {
  return value.split('\n').map((line) => {
    const escaped = quote(line)
      .slice(1, -1)
      .replaceAll('\\"', '"')
      .replace(/"{3,}/g, (run) => '\\"'.repeat(run.length));
    return escaped.endsWith(' ') ? `${escaped.slice(0, -1)}\\u0020` : escaped;
  });
}

/** The parts that a long text falls into: a sentence each, with the blanks behind it. */
export function sentences(text: string): string[] {
  // Signs are read from the first of a row on: in each of them again, a long row of dots would take its square.
  const parts =
    text.match(/[^]*?(?:[。！？]+[」』）]*|\n+|(?<![.!?])[.!?]+\s+|$)/gu)?.filter((part) => part !== '') ?? [];
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && goesOn(before, part)) joined[joined.length - 1] = before + part;
    else joined.push(part);
  }
  return joined;
}

/** Whether the dot before was none that ends a sentence: of an item's number, an initial ("U.S. Mint"), "a.m. to". */
function goesOn(before: string, part: string): boolean {
  return (
    /^\d{1,2}\.[^\S\n]+$|(?<!\p{L})\p{Lu}\.[^\S\n]+$/u.test(before) ||
    (/\.[^\S\n]+$/.test(before) && /^\p{Ll}/u.test(part))
  );
}

/** A value where only a word, text, path, number or sign can stand; anything else has no spelling there. */
export function printLeaf(value: Value, place: Place): string {
  switch (value.kind) {
    case 'word':
      return printWord(value, place);
    case 'sign':
      return printSign(value, place);
    case 'path':
      return printPath(value);
    case 'number':
    case 'literal':
      return printNumber(value);
    case 'text':
      return quote(value.value);
    case 'phrase':
      return value.words.map((word) => printLeaf(word, place)).join(' ');
    default:
      return '""';
  }
}

/** One alternative of an `on`. */
export function printPattern(pattern: Pattern): string {
  const words = pattern.words.map((word) => printLeaf(word, 'pattern'));
  return [...(pattern.operator ? [pattern.operator] : []), ...words].join(' ');
}

const BINDING: Readonly<Record<Condition['kind'], number>> = { or: 0, and: 1, not: 2, test: 3 };

/** With parentheses only where the tree needs them. */
export function printCondition(condition: Condition): string {
  const within = (inner: Condition, weakest: number): string =>
    BINDING[inner.kind] < weakest ? `(${printCondition(inner)})` : printCondition(inner);
  switch (condition.kind) {
    case 'or':
      return `${within(condition.left, 0)} or ${within(condition.right, 1)}`;
    case 'and':
      return `${within(condition.left, 1)} and ${within(condition.right, 2)}`;
    case 'not':
      return `not ${within(condition.operand, 2)}`;
    case 'test': {
      const words = condition.words.map((word) => printLeaf(word, 'condition'));
      const right = condition.right.map((word) => printLeaf(word, 'condition'));
      return [...words, ...(condition.operator ? [condition.operator] : []), ...right].join(' ');
    }
  }
}
