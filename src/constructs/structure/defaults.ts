/**
 * Defaults at the head of a flow: `on error -> name`, and `on play error -> none` beside it. Chosen so that the fewest
 * `on` lines are left to write.
 */
import type { RaisedBlock, RaisedBranch } from '../types.ts';
import { isBlock, NEXT, NONE, wordOf, type Goal } from './goals.ts';
import type { Node } from './nodes.ts';

/** What the head of a flow says. */
export interface Defaults {
  /** Target of `on error -> …`: a goal, or NEXT. */
  readonly error: Goal | undefined;
  /** By verb phrase: target of `on <phrase> error -> …`, which wins. */
  readonly special: ReadonlyMap<string, Goal>;
}

const NO_DEFAULTS: Defaults = { error: undefined, special: new Map() };

const WORD = 'error';
/** How many of the most used error targets are tried. */
const CANDIDATES = 4;

/** What the head of the flow says for a branch: a goal, NEXT, or undefined when nothing covers it. */
export function defaultFor(defaults: Defaults, block: RaisedBlock, branch: RaisedBranch): Goal | undefined {
  if (branch.need === 'written' || branch.word !== WORD) return undefined;
  return defaults.special.get(block.phrase) ?? defaults.error;
}

/** The defaults that leave the fewest lines to write. */
export function chooseDefaults(nodes: readonly Node[]): Defaults {
  const cases = nodes.flatMap(casesOf);
  if (cases.length === 0) return NO_DEFAULTS;
  const uses = new Map<Goal, number>();
  for (const { goal } of cases) if (isBlock(goal) || canBeDefault(goal)) uses.set(goal, (uses.get(goal) ?? 0) + 1);
  const often = [...uses].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  let best: Choice | undefined;
  // On a tie fewer lines at the head win, then the earlier: a name, `next`, and last no default at all.
  for (const general of [...often.slice(0, CANDIDATES).map(([goal]) => goal), NEXT]) {
    const tried = withSpecials(cases, general);
    if (best === undefined || rank(tried) < rank(best)) best = tried;
  }
  return best === undefined || linesLeft(cases, undefined) < best.cost ? NO_DEFAULTS : best.defaults;
}

interface Choice {
  readonly defaults: Defaults;
  /** Lines that are to be written: at the head, and at the statements that are not covered. */
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
}

/** The error branches that a default may cover. */
function casesOf({ index, block, edges, success }: Node): Case[] {
  return edges
    .filter(({ branch }) => branch.word === WORD && branch.need !== 'written')
    .map(({ branch, goal }) => ({
      from: index,
      phrase: block.phrase,
      goal,
      isNext: success !== undefined && goal === success,
      required: branch.need === 'always',
    }));
}

function canBeDefault(goal: Goal): boolean {
  return wordOf(goal) !== undefined && goal !== NONE;
}

/** `on` lines that are left for these branches under a default. */
function linesLeft(cases: readonly Case[], target: Goal | undefined): number {
  let lines = 0;
  for (const { from, goal, isNext, required } of cases) {
    // Inside the step that it names, a default means `next`.
    const covered = target === NEXT || target === from ? isNext : target === goal;
    const silent = target === undefined && goal === NONE && !required;
    if (!covered && !silent) lines++;
  }
  return lines;
}

/** A general default, with a line of its own for each phrase that is better off with one. */
function withSpecials(cases: readonly Case[], general: Goal): Choice {
  const special = new Map<string, Goal>();
  let cost = 1;
  // By their phrases, so that the order of the lines does not hang on where unreachable blocks stand.
  for (const [phrase, own] of [...byPhrase(cases)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let left = linesLeft(own, general);
    if (/^[a-z_]+( [a-z_]+)*$/.test(phrase) && own.some((c) => !c.required)) {
      for (const target of [NONE, NEXT]) {
        const with_ = linesLeft(own, target) + 1;
        if (with_ >= left) continue;
        left = with_;
        special.set(phrase, target);
      }
    }
    cost += left;
  }
  return { defaults: { error: general, special }, cost };
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
