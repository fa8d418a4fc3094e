/** What placing makes and works on: sequences of blocks, in braces or not. */
import type { Goal } from './goals.ts';
import type { Node } from './nodes.ts';
import type { Shape } from './shape.ts';

/** Statements below one another in one pair of braces. */
export interface Sequence {
  readonly blocks: PlacedBlock[];
  /** The braces around it; undefined for the flow's own body and for steps. */
  readonly parent: Sequence | undefined;
  readonly kind: 'trunk' | 'step' | 'body';
}

/** A block at its place, with what stands in its braces. */
export interface PlacedBlock {
  readonly node: Node;
  /** For an `if`, which side goes on below it; `both` when what stands below is reached from the braces alone. */
  readonly falls: 'condition' | 'otherwise' | 'both';
  /** For a decision, the goal of a jump that stands below it. */
  readonly jump: Goal | undefined;
  /** Bodies in braces, by the goal of the branch. */
  readonly bodies: ReadonlyMap<Goal, Sequence>;
  /** Body of a `repeat`, when it stands in its braces. */
  readonly loop: Sequence | undefined;
}

/** Where every block of a flow stands. */
export interface Placement {
  readonly trunk: Sequence | undefined;
  /** In the order in which they are written. */
  readonly steps: readonly Sequence[];
  /** The sequence that each block stands in. */
  readonly home: readonly (Sequence | undefined)[];
}

/** Where a sequence stands while it is made. */
export interface Place {
  readonly sequence: Sequence;
  /** How many braces stand around it. */
  readonly depth: number;
  /** Where control goes that runs out of it; undefined in the flow's own body and in steps. */
  readonly after: Goal | undefined;
  /** In a `repeat`, the blocks that lead back to the Loop: only they stand directly in its body. */
  readonly within: ReadonlySet<number> | undefined;
  /** How many `else if` stand above. */
  readonly chain: number;
}

/** What placing knows, and `home`, what it has placed. */
export interface Placing {
  readonly shape: Shape;
  /** Blocks that must be steps. */
  readonly forced: ReadonlySet<number>;
  /** False: no bodies at all. The last resort for graphs that jump into every body. */
  readonly nesting: boolean;
  readonly home: (Sequence | undefined)[];
}

/** For one statement at its place: what goes on below it, and what stands in its braces. */
export interface Path {
  /** The block below, when one may stand there. */
  readonly next: number | undefined;
  /** Where the braces of a decision fall out to when that is a jump of its own line below it. */
  readonly jump: Goal | undefined;
  /** Goals that stand in braces. */
  readonly bodies: ReadonlySet<Goal>;
  readonly falls: 'condition' | 'otherwise' | 'both';
  /** The goal that is said as `else if`. */
  readonly chained: Goal | undefined;
  /** The blocks of a `repeat` that lead back to it, when its body stands in its braces. */
  readonly loop: ReadonlySet<number> | undefined;
}
