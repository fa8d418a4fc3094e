/**
 * Defaults at the head of a flow: `on error -> name`, and `on play error -> none`, `on ask error -> noInput` beside it,
 * such that little is left to write.
 */
import type { RaisedBlock, RaisedBranch } from '../types.ts';
import { LINE, WORD } from './cost.ts';
import { isBlock, NEXT, NONE, wordOf, type Goal } from './goals.ts';
import { isWord, type Node } from './nodes.ts';

/** What the head of a flow says. */
export interface Defaults {
  /** Target of `on error -> …`: a goal, or NEXT. */
  readonly error: Goal | undefined;
  /** By verb phrase: target of `on <phrase> error -> …`, which wins. */
  readonly special: ReadonlyMap<string, Goal>;
}

const NO_DEFAULTS: Defaults = { error: undefined, special: new Map() };

const ERROR = 'error';
/** How many of the most used error targets are tried. */
const CANDIDATES = 4;
/** A line for one phrase is one more thing to know of for whoever reads further down. */
const SPECIAL = LINE + WORD;
/** What such a line must spare, besides itself, where the blocks of that phrase do not mostly fail quietly. */
const SPARED = SPECIAL;

/** What the head of the flow says for a branch: a goal, NEXT, or undefined when nothing covers it. */
export function defaultFor(defaults: Defaults, block: RaisedBlock, branch: RaisedBranch): Goal | undefined {
  if (branch.need === 'written' || branch.word !== ERROR) return undefined;
  return defaults.special.get(block.phrase) ?? defaults.error;
}

/** Defaults that are worth trying. First those that leave least to write, as far as that is known before blocks have a place. */
export function possibleDefaults(nodes: readonly Node[]): readonly Defaults[] {
  const cases = nodes.flatMap(casesOf);
  if (cases.length === 0) return [NO_DEFAULTS];
  // On a tie fewer lines at the head win, then the earlier: a name, `next`, and last no default at all.
  const choices = [...mostUsed(cases), NEXT].map((general) => withSpecials(cases, general));
  choices.push({ defaults: NO_DEFAULTS, cost: leftToWrite(cases, undefined) });
  return choices.sort((a, b) => rank(a) - rank(b)).map(({ defaults }) => defaults);
}

interface Choice {
  readonly defaults: Defaults;
  /** What is to be written: at the head, and at the statements that are not covered. */
  readonly cost: number;
}

/** Costs first; the number of head lines, which is small, decides ties. */
function rank({ cost, defaults }: Choice): number {
  return cost + defaults.special.size / 1000;
}

interface Case {
  readonly from: number;
  readonly phrase: string;
  readonly goal: Goal;
  /** Whether `next` says the goal. */
  readonly isNext: boolean;
  readonly required: boolean;
  /** What it costs to write the branch. */
  readonly cost: number;
}

/** The error branches that a default may cover. */
function casesOf({ index, block, edges, success }: Node): Case[] {
  return edges
    .filter(({ branch }) => branch.word === ERROR && branch.need !== 'written')
    .map(({ branch, goal }) => ({
      from: index,
      phrase: block.phrase,
      goal,
      isNext: success !== undefined && goal === success,
      required: branch.need === 'always',
      // Beside another word with the same target it needs no line of its own.
      cost: edges.some((other) => other.goal === goal && other.branch !== branch && isWord(other)) ? WORD : LINE,
    }));
}

/** What two or more of the branches lead to, the most used first. */
function mostUsed(cases: readonly Case[]): Goal[] {
  const uses = new Map<Goal, number>();
  for (const { goal } of cases) if (isBlock(goal) || canBeDefault(goal)) uses.set(goal, (uses.get(goal) ?? 0) + 1);
  const often = [...uses].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return often.slice(0, CANDIDATES).map(([goal]) => goal);
}

function canBeDefault(goal: Goal): boolean {
  return wordOf(goal) !== undefined && goal !== NONE;
}

/** What is left to write of these branches under a default. */
function leftToWrite(cases: readonly Case[], target: Goal | undefined): number {
  let left = 0;
  for (const { from, goal, isNext, required, cost } of cases) {
    // Inside the step that it names, a default means `next`.
    const covered = target === NEXT || target === from ? isNext : target === goal;
    const silent = target === undefined && goal === NONE && !required;
    if (!covered && !silent) left += cost;
  }
  return left;
}

/** A general default, with a line of its own for each phrase that is better off with one. */
function withSpecials(cases: readonly Case[], general: Goal): Choice {
  const special = new Map<string, Goal>();
  let cost = LINE;
  // By their phrases, so that the order of the lines does not hang on where unreachable blocks stand.
  for (const [phrase, own] of [...byPhrase(cases)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const without = leftToWrite(own, general);
    let left = without;
    if (/^[a-z_]+( [a-z_]+)*$/.test(phrase)) {
      for (const [target, least] of specialTargets(own)) {
        const with_ = leftToWrite(own, target) + SPECIAL;
        if (with_ >= left || with_ + least > without) continue;
        left = with_;
        special.set(phrase, target);
      }
    }
    cost += left;
  }
  return { defaults: { error: general, special }, cost };
}

/** Where a line for one phrase may lead, and how much it must spare. `on play error -> none` is no news. */
function specialTargets(own: readonly Case[]): readonly (readonly [Goal, number])[] {
  const isOptional = own.some(({ required }) => !required);
  const quiet: readonly (readonly [Goal, number])[] = isOptional
    ? [
        [NONE, 1],
        [NEXT, 1],
      ]
    : [[NEXT, SPARED]];
  return [...quiet, ...mostUsed(own).map((goal) => [goal, SPARED] as const)];
}

function byPhrase(cases: readonly Case[]): Map<string, Case[]> {
  const found = new Map<string, Case[]>();
  for (const each of cases) {
    const list = found.get(each.phrase);
    if (list === undefined) found.set(each.phrase, [each]);
    else list.push(each);
  }
  return found;
}
