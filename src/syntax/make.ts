/** Makers of tree nodes that stand nowhere in a text: what the decompiler builds with, and tests. */
import { NOWHERE } from '../text/text.ts';
import type {
  Block,
  Body,
  Branch,
  Clause,
  Comparison,
  Entry,
  Item,
  Jump,
  List,
  Literal,
  LiteralType,
  Name,
  Numeral,
  Param,
  Path,
  Pattern,
  Phrase,
  Sign,
  Statement,
  Text,
  Value,
  Word,
} from './ast.ts';

export const word = (text: string): Word => ({ kind: 'word', text, span: NOWHERE });
export const words = (phrase: string): Word[] => phrase.split(' ').map(word);
export const text = (value: string): Text => ({ kind: 'text', value, form: 'line', span: NOWHERE });
export const path = (value: string): Path => ({ kind: 'path', text: value, span: NOWHERE });
export const numeral = (value: string): Numeral => ({ kind: 'number', text: value, span: NOWHERE });
export const sign = (value: string): Sign => ({ kind: 'sign', text: value, span: NOWHERE });
export const literal = (type: LiteralType, value: string): Literal => ({
  kind: 'literal',
  type,
  text: value,
  span: NOWHERE,
});
export const list = (items: readonly Value[]): List => ({ kind: 'list', items, span: NOWHERE });
export const phrase = (parts: readonly Value[]): Phrase => ({ kind: 'phrase', words: parts, span: NOWHERE });
export const name = (value: string, quoted = false): Name => ({ kind: 'name', text: value, quoted, span: NOWHERE });
export const block = (entries: readonly Entry[]): Block => ({ kind: 'block', entries, span: NOWHERE });
export const body = (items: readonly Item[]): Body => ({ kind: 'body', items, span: NOWHERE });
export const jump = (target: Name): Jump => ({ kind: 'jump', target, span: NOWHERE });
export const param = (key: Name, value: Value): Param => ({ kind: 'param', key, value, span: NOWHERE });
export const clause = (parts: readonly Value[], braces?: Block): Clause => ({
  kind: 'clause',
  words: parts,
  block: braces,
  span: NOWHERE,
});
export const pattern = (parts: readonly Value[], operator?: Comparison): Pattern => ({
  kind: 'pattern',
  operator,
  words: parts,
  span: NOWHERE,
});
export const branch = (patterns: readonly Pattern[], target: Jump | Body): Branch => ({
  kind: 'branch',
  patterns,
  target,
  span: NOWHERE,
});
export const statement = (parts: readonly Value[], braces?: Block, label?: Name): Statement => ({
  kind: 'statement',
  label,
  words: parts,
  block: braces,
  doc: undefined,
  span: NOWHERE,
});
