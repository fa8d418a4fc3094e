/**
 * Between graph and text: a block of the graph, said as a statement whose place is not chosen yet.
 * Constructs make these (raise), structure arranges them into bodies, steps and jumps.
 */
import type { Clause, Param, Pattern, Value } from '../syntax/ast.ts';

export interface RaisedBlock {
  /** Id of the action that edges into the statement name: the first of `members`. */
  readonly id: string;
  /** Ids of all actions that the statement stands for, in the order in which they run. Usually one. */
  readonly members: readonly string[];
  /** `Type` of the first action. */
  readonly type: string;
  /** The name people gave the block. */
  readonly label: string | undefined;
  /**
   * `plain`, `check`: control goes on to `success`. `decision`, `leave`: only branches. `terminal`: nothing.
   * `compare`: a Compare block, said as `if` (one condition) or `match`. `loop`: a Loop block, said as `repeat`.
   */
  readonly kind: 'plain' | 'check' | 'decision' | 'leave' | 'terminal' | 'compare' | 'loop';
  /** The verb phrase, as a default names it in `on play error -> none`. */
  readonly phrase: string;
  /** Verb phrase and operands. For `compare`, the compared value alone; for `loop`, the count alone. */
  readonly words: readonly Value[];
  /** Parameters in braces, without branches. */
  readonly entries: readonly (Param | Clause)[];
  /** Target of the success branch: what the next line is. For `loop`, where control goes when the loop is done. */
  readonly success: RaisedTarget | undefined;
  /** For `loop`: the body. */
  readonly body?: RaisedTarget | undefined;
  /** In the order in which they are written: conditions, then timeout, default, other words, error last. */
  readonly branches: readonly RaisedBranch[];
  /** Words that a name for this block may be made of, best first (`['queueCall']`, `['ProductSupport']`); see structure/names. */
  readonly nameHints: readonly string[];
  /** True when this is an own block of a type that `-> disconnect|end|return` could share: no parameters, no label. */
  readonly shareable: boolean;
}

export interface RaisedBranch {
  readonly pattern: Pattern;
  readonly target: RaisedTarget;
  /** The branch word that a default may cover (`error`, `timeout`); undefined for conditions. */
  readonly word: string | undefined;
  /** As in the catalogue; `written` branches are never covered by a default. Conditions are `written`. */
  readonly need: 'always' | 'optional' | 'written';
}

export type RaisedTarget =
  | { readonly kind: 'action'; readonly id: string }
  /** The action has no such branch at all. */
  | { readonly kind: 'none' }
  /** The branch is there and leads nowhere (''). */
  | { readonly kind: 'nothing' }
  /** The branch names an action that does not exist. */
  | { readonly kind: 'dangling'; readonly id: string };
