/** What lexer, layout and parser find wrong, as data: `src/syntax/explain.ts` says it in words. */
import type { Span } from '../src/text/text.ts';
import type { TextFlaw } from './tokens.ts';

/** Where in the grammar the parser came to a halt. */
export type Halt =
  | 'value-after-colon'
  | 'value-after-equals'
  | 'branch-pattern'
  | 'branch-target'
  | 'jump-target'
  | 'condition'
  | 'comparison'
  | 'if-body'
  | 'else-body'
  | 'text-group'
  | 'parenthesis'
  | 'list'
  | 'entry-start'
  | 'entry-end'
  | 'long-condition'
  | 'long-chain';

export type Finding =
  | { readonly kind: 'strange'; readonly text: string; readonly span: Span }
  | { readonly kind: 'lookalike'; readonly text: string; readonly instead: string; readonly span: Span }
  | { readonly kind: 'malformed'; readonly text: string; readonly span: Span }
  | { readonly kind: 'text'; readonly flaw: TextFlaw; readonly span: Span }
  | { readonly kind: 'escape'; readonly text: string; readonly span: Span }
  | { readonly kind: 'unclosed-comment'; readonly span: Span }
  /** A bracket that nothing closes; `before`: where its closing bracket is missed. */
  | { readonly kind: 'unclosed'; readonly bracket: string; readonly span: Span; readonly before: number }
  /** The file ends before `count` brackets are closed; `span` is that of the innermost. */
  | { readonly kind: 'cut-off'; readonly count: number; readonly span: Span; readonly before: number }
  | { readonly kind: 'surplus'; readonly bracket: string; readonly span: Span }
  | { readonly kind: 'mismatch'; readonly bracket: string; readonly expected: string; readonly span: Span }
  /** A line that should open a block and does not. */
  | { readonly kind: 'unopened'; readonly bracket: string; readonly span: Span }
  | { readonly kind: 'brace-on-next-line'; readonly span: Span; readonly lineEnd: number }
  /** An `and` or `or` at the end of a line or at the beginning of the next; `lineEnd`: where the line ends. */
  | { readonly kind: 'condition-on-next-line'; readonly span: Span; readonly lineEnd: number; readonly next: number }
  /** Left out of what is read; `before`: where the name ends. */
  | { readonly kind: 'colon-after-name'; readonly span: Span; readonly before: number }
  | { readonly kind: 'too-deep'; readonly span: Span }
  /** `after`: where the entry before it begins, whose own mistake may be why it has no `if`. */
  | { readonly kind: 'stray-else'; readonly span: Span; readonly after: number }
  | {
      readonly kind: 'halt';
      readonly at: Halt;
      /** The word, text or sign that stands in the way; empty at the end of the file. */
      readonly found: string;
      readonly span: Span;
      /** What stands before it. */
      readonly previous: string;
      readonly previousSpan: Span;
    };
