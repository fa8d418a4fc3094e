/**
 * The syntax tree: what people wrote. Plain readonly objects, discriminated by `kind`. It knows the shape of the
 * language and nothing of Connect: verb phrases, parameters and branch words are words until the catalogue reads them.
 *
 * Trees are made by the parser (spans are places in the text) and by the decompiler (spans are NOWHERE); the printer
 * takes both, so it never looks at a span except to keep comments and blank lines.
 */
import type { Span } from '../text/text.ts';

export interface SourceFile {
  readonly kind: 'file';
  readonly declarations: readonly Declaration[];
  readonly comments: readonly Comment[];
  readonly span: Span;
}

/** `// …`, `/* … *\/`, or a `/// …` that documents nothing. Documentation lines that document something are in `doc`. */
export interface Comment {
  readonly kind: 'comment';
  /** With its slashes, without the line end. */
  readonly text: string;
  readonly span: Span;
}

export type Declaration = Flow | Entity;

/** `inbound flow Name "Display" { … }`, `module Name { … }`, `flow Name { … }`. */
export interface Flow {
  readonly kind: 'flow';
  /** The words before `flow` (`inbound`), or `module`; absent when the source does not say what kind of flow it is. */
  readonly type: Word | undefined;
  readonly name: Name;
  readonly display: Text | undefined;
  /** The `///` lines above, without slashes, joined by line feeds. */
  readonly doc: string | undefined;
  readonly body: Body;
  readonly span: Span;
}

/** Any other declaration: `queue Q "Display" { … }`, `existing prompt P = "arn:…"`, `number N "+81…" -> Flow`. */
export interface Entity {
  readonly kind: 'entity';
  readonly existing: boolean;
  /** `queue`, `hours`, `number`, …: a word that the entity model resolves. */
  readonly entityKind: Word;
  readonly name: Name;
  /** Texts, literals and words between the name and `=`, `{` or `->`: the display name, a number, a type. */
  readonly operands: readonly Value[];
  /** What stands after `=`. */
  readonly pin: Value | undefined;
  readonly block: Block | undefined;
  /** `-> Flow` of a number. */
  readonly target: Name | undefined;
  readonly doc: string | undefined;
  readonly span: Span;
}

/** A name where one is declared or referred to: a bare word or a quoted text. */
export interface Name {
  readonly kind: 'name';
  readonly text: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** Braces that hold statements. */
export interface Body {
  readonly kind: 'body';
  readonly items: readonly Item[];
  readonly span: Span;
}

/** `on …` directly in a body is a default for all statements of that body (in a `repeat`, it is the Loop block's own). */
export type Item = Statement | If | Repeat | Step | Jump | Branch;

/** One Connect block: a verb phrase, its operands, and its parameters and branches in braces. */
export interface Statement {
  readonly kind: 'statement';
  readonly label: Name | undefined;
  /** Verb phrase and operands, undivided: where the phrase ends is for the catalogue to say. */
  readonly words: readonly Value[];
  readonly block: Block | undefined;
  readonly doc: string | undefined;
  readonly span: Span;
}

/** `if C { … } else { … }`, `if C -> name`. */
export interface If {
  readonly kind: 'if';
  readonly label: Name | undefined;
  readonly condition: Condition;
  readonly then: Body | Jump;
  readonly otherwise: Body | If | Jump | undefined;
  readonly doc: string | undefined;
  readonly span: Span;
}

/** `repeat 3 { … }`, `repeat over $.List as item { … }`. `on` lines in the body belong to the Loop block. */
export interface Repeat {
  readonly kind: 'repeat';
  readonly label: Name | undefined;
  /** What stands between `repeat` and `{`. */
  readonly words: readonly Value[];
  readonly body: Body;
  readonly doc: string | undefined;
  readonly span: Span;
}

/** `step name { … }`: a labelled body that nothing falls into. */
export interface Step {
  readonly kind: 'step';
  readonly name: Name;
  readonly body: Body;
  readonly doc: string | undefined;
  readonly span: Span;
}

/** `-> name`; the name may be one of the target words (`next`, `disconnect`, …). */
export interface Jump {
  readonly kind: 'jump';
  readonly target: Name;
  readonly span: Span;
}

/** `on a, b -> name`, `on a { … }`. */
export interface Branch {
  readonly kind: 'branch';
  readonly patterns: readonly Pattern[];
  readonly target: Jump | Body;
  readonly span: Span;
}

/** One alternative of an `on`: `timeout`, `1`, `"gold"`, `> 10`, `starts_with "x"`, `play error`, `error NoMatchingError`. */
export interface Pattern {
  readonly kind: 'pattern';
  readonly operator: Comparison | undefined;
  readonly words: readonly Value[];
  readonly span: Span;
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition = And | Or | Not | Test;

export interface And {
  readonly kind: 'and';
  readonly left: Condition;
  readonly right: Condition;
  readonly span: Span;
}

export interface Or {
  readonly kind: 'or';
  readonly left: Condition;
  readonly right: Condition;
  readonly span: Span;
}

export interface Not {
  readonly kind: 'not';
  readonly operand: Condition;
  readonly span: Span;
}

/** `$.Path == "x"`, `$.Path contains "x"`, `$.Path exists`; without an operator `words` holds everything. */
export interface Test {
  readonly kind: 'test';
  readonly words: readonly Value[];
  readonly operator: Comparison | undefined;
  readonly right: readonly Value[];
  readonly span: Span;
}

/** Braces that hold parameters, clauses and branches. */
export interface Block {
  readonly kind: 'block';
  readonly entries: readonly Entry[];
  readonly span: Span;
}

export type Entry = Param | Clause | Branch;

/** `key: value`. A key that is not Connect's own may be a text or a path. */
export interface Param {
  readonly kind: 'param';
  readonly key: Name;
  readonly value: Value;
  readonly span: Span;
}

/** `with { … }`, `play prompt P`, `serves Q { … }`, `ends`: words, then perhaps a block. */
export interface Clause {
  readonly kind: 'clause';
  readonly words: readonly Value[];
  readonly block: Block | undefined;
  readonly span: Span;
}

export type Value = Word | Text | Path | Numeral | Literal | Sign | List | Block | Phrase;

export interface Word {
  readonly kind: 'word';
  readonly text: string;
  readonly span: Span;
}

/** A quoted text; `value` is what it says, with escapes resolved. */
export interface Text {
  readonly kind: 'text';
  readonly value: string;
  /** `line`: `"…"`; `lines`: several in `( )`, one sentence a line; `block`: `"""…"""`. */
  readonly form: 'line' | 'lines' | 'block';
  /** The parts of a text in `( )`, of one line each. */
  readonly parts?: readonly Text[];
  readonly span: Span;
}

/** A bare JSONPath, unchanged: `$.Attributes.tier`, `$.External['a b']`. */
export interface Path {
  readonly kind: 'path';
  readonly text: string;
  readonly span: Span;
}

/** A number as written (`5`, `-60`, `+60`, `4.0`). */
export interface Numeral {
  readonly kind: 'number';
  readonly text: string;
  readonly span: Span;
}

export type LiteralType =
  | 'duration' // 5s 10m 2h 3d 250ms, with or without sign
  | 'percent' // 30%
  | 'date' // 2026-12-29
  | 'dateTime' // 2026-12-29T09:00:00+09:00
  | 'dateRange' // 2026-12-29..2027-01-03
  | 'time' // 09:00
  | 'timeRange' // 09:00-18:00
  | 'phone'; // +81501234XXXX

export interface Literal {
  readonly kind: 'literal';
  readonly type: LiteralType;
  readonly text: string;
  readonly span: Span;
}

/** `|`, `*`, `#`, and a comparison where a value list holds one (`check staffing > 0`). */
export interface Sign {
  readonly kind: 'sign';
  readonly text: string;
  readonly span: Span;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly span: Span;
}

/** Several values in a row as one: `ssml "…"`, `"gold" | "platinum"`. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly words: readonly Value[];
  readonly span: Span;
}

/** Targets that are words of the language; no label may be called so. */
export const TARGET_WORDS = ['next', 'none', 'nothing', 'break', 'continue', 'disconnect', 'end', 'return'] as const;
export type TargetWord = (typeof TARGET_WORDS)[number];

export function isTargetWord(name: Name): boolean {
  return !name.quoted && (TARGET_WORDS as readonly string[]).includes(name.text);
}
