/**
 * What the grammar says before anybody knows what braces hold: entries of blocks, all alike. `src/syntax/build.ts` makes
 * declarations, statements, parameters and clauses of them.
 */
import type { Condition, Jump, Literal, Name, Numeral, Path, Pattern, Sign, Text, Word } from '../src/syntax/ast.ts';
import { NOWHERE, type Span } from '../src/text/text.ts';

export type RawEntry = RawLine | RawIf | RawOn | Jump;

/** `key: …` or `word word … = pin { … } -> name`, of which most is absent. */
export interface RawLine {
  readonly kind: 'line';
  key: Name | undefined;
  readonly words: RawValue[];
  pin: RawValue | undefined;
  block: RawBlock | undefined;
  jump: Jump | undefined;
  /** The parser halted in this line and reported it; it holds what could be read. */
  broken: boolean;
  span: Span;
}

export interface RawIf {
  readonly kind: 'if';
  key: Name | undefined;
  /** `if … { }` and every `else if … { }`, in order. */
  readonly arms: readonly RawArm[];
  readonly otherwise: RawBlock | Jump | undefined;
  span: Span;
}

export interface RawArm {
  readonly kind: 'arm';
  readonly condition: Condition;
  readonly target: RawBlock | Jump;
  readonly span: Span;
}

export interface RawOn {
  readonly kind: 'on';
  readonly patterns: readonly Pattern[];
  readonly target: RawBlock | Jump;
  readonly span: Span;
}

export interface RawBlock {
  readonly kind: 'braces';
  readonly entries: readonly RawEntry[];
  readonly span: Span;
}

export type RawValue = Word | Text | Path | Numeral | Literal | Sign | RawList | RawPhrase | RawBlock;

export interface RawList {
  readonly kind: 'list';
  readonly items: readonly RawValue[];
  readonly span: Span;
}

export interface RawPhrase {
  readonly kind: 'phrase';
  readonly words: readonly RawValue[];
  readonly span: Span;
}

/** A value that holds no others. */
export function isLeaf(raw: RawValue): raw is Exclude<RawValue, RawBlock | RawList | RawPhrase> {
  return raw.kind !== 'braces' && raw.kind !== 'list' && raw.kind !== 'phrase';
}

export function newLine(words: RawValue[]): RawLine {
  return {
    kind: 'line',
    key: undefined,
    words,
    pin: undefined,
    block: undefined,
    jump: undefined,
    broken: false,
    span: NOWHERE,
  };
}
