/**
 * Pairs what the walk from the start could not reach. Colour refinement splits the free actions of both graphs into classes
 * that look alike from where they stand; where a class is left with several, one of them is tried against each.
 */
import { canonicalJson } from './canonical.ts';
import { conditionEntry, type Difference } from './difference.ts';
import type { FlowAction } from './flow-graph.ts';
import type { GraphView, Pairing } from './pairing.ts';

/** Tries before the search gives up. Flows need a few; only graphs made for the purpose need many. */
const MOST_TRIES = 1_000;

interface Budget {
  tries: number;
}

/** The complete pairing, or why there is none. */
export function completePairing(start: Pairing): Pairing | Difference {
  if (!start.ofA.includes(-1) && start.unsure.length === 0) return start;
  const budget = { tries: MOST_TRIES };
  const contents = contentColours(start.a, start.b);
  const found = search(start, contents, budget);
  if (typeof found !== 'string') return found;
  const difference = start.difference ?? unmatched(start, contents);
  return found === 'undecided' ? { ...difference, kind: 'undecided' } : difference;
}

type Contents = readonly [a: readonly number[], b: readonly number[]];

function search(pairing: Pairing, contents: Contents, budget: Budget): Pairing | 'different' | 'undecided' {
  for (;;) {
    if (!pairing.ofA.includes(-1)) return pairing.unsure.every((i) => pairing.holds(i)) ? pairing : 'different';
    const classes = refine(pairing, contents);
    if (classes === undefined) return 'different';
    let forced = false;
    for (const { a, b, closed } of classes) {
      // Actions that touch no other free action are interchangeable once they look alike.
      if (a.length > 1 && !closed) continue;
      for (let i = 0; i < a.length; i++) {
        if (pairing.ofA[a[i] as number] === b[i]) continue;
        if (pairing.ofA[a[i] as number] !== -1 || pairing.ofB[b[i] as number] !== -1) return 'different';
        if (!pairing.pair(a[i] as number, b[i] as number)) return 'different';
      }
      forced = true;
    }
    if (forced) continue;
    return choose(pairing, classes, contents, budget);
  }
}

/** Tries one action of the smallest class against every action it could be. */
function choose(
  pairing: Pairing,
  classes: readonly ColourClass[],
  contents: Contents,
  budget: Budget,
): Pairing | 'different' | 'undecided' {
  let smallest: ColourClass | undefined;
  for (const each of classes) if (smallest === undefined || each.a.length < smallest.a.length) smallest = each;
  const first = smallest?.a[0];
  if (smallest === undefined || first === undefined) return 'different';
  for (const candidate of smallest.b) {
    if (budget.tries-- <= 0) return 'undecided';
    const attempt = pairing.copy();
    if (!attempt.pair(first, candidate)) continue;
    const found = search(attempt, contents, budget);
    if (found !== 'different') return found;
  }
  return 'different';
}

interface ColourClass {
  /** Free actions of either side that look alike. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** No edge leads from one of them to another free action, or comes from one. */
  readonly closed: boolean;
}

/** Classes of the free actions, as fine as their surroundings make them; undefined when the two sides do not match. */
function refine(pairing: Pairing, contents: Contents): readonly ColourClass[] | undefined {
  const { a, b } = pairing;
  let colours: [number[], number[]] = [
    contents[0].map((colour, i) => (pairing.ofA[i] === -1 ? colour : -2 - i)),
    contents[1].map((colour, j) => (pairing.ofB[j] === -1 ? colour : -2 - (pairing.ofB[j] ?? 0))),
  ];
  let count = -1;
  for (;;) {
    const numbers = new Map<string, number>();
    const next: [number[], number[]] = [paint(a, colours[0], numbers), paint(b, colours[1], numbers)];
    if (!sameCounts(next)) return undefined;
    colours = next;
    if (numbers.size === count) break;
    count = numbers.size;
  }
  const classes = new Map<number, { a: number[]; b: number[]; closed: boolean }>();
  const put = (side: 'a' | 'b', view: GraphView, pairs: Int32Array, colour: readonly number[]): void => {
    const touching = touchesFree(view, pairs);
    colour.forEach((c, i) => {
      if (pairs[i] !== -1) return;
      let each = classes.get(c);
      if (each === undefined) classes.set(c, (each = { a: [], b: [], closed: true }));
      each[side].push(i);
      if (touching[i]) each.closed = false;
    });
  };
  put('a', a, pairing.ofA, colours[0]);
  put('b', b, pairing.ofB, colours[1]);
  return [...classes.values()];
}

/** One round: a new colour for each action, from its own and those of its neighbours. */
function paint(view: GraphView, colours: readonly number[], numbers: Map<string, number>): number[] {
  const seen: string[][] = view.edges.map(() => []);
  view.edges.forEach((edges, from) => {
    for (const { label, to } of edges) {
      if (to < 0) continue;
      seen[from]?.push(`>${label} ${colours[to]}`);
      seen[to]?.push(`<${label} ${colours[from]}`);
    }
  });
  return colours.map((colour, i) => {
    const key = `${colour} ${(seen[i] ?? []).sort().join('\n')}`;
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  });
}

function touchesFree(view: GraphView, pairs: Int32Array): readonly boolean[] {
  const touching = view.actions.map(() => false);
  view.edges.forEach((edges, from) => {
    for (const { to } of edges) {
      if (to < 0 || to === from || pairs[to] !== -1 || pairs[from] !== -1) continue;
      touching[from] = true;
      touching[to] = true;
    }
  });
  return touching;
}

function sameCounts([left, right]: readonly [readonly number[], readonly number[]]): boolean {
  const counts = new Map<number, number>();
  for (const colour of left) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  for (const colour of right) counts.set(colour, (counts.get(colour) ?? 0) - 1);
  for (const rest of counts.values()) if (rest !== 0) return false;
  return true;
}

/** A number for all that an action is, its edges' literal targets included; the same number on both sides for the same. */
function contentColours(a: GraphView, b: GraphView): Contents {
  const numbers = new Map<string, number>();
  const colour = (view: GraphView): number[] =>
    view.actions.map((action, i) => {
      const literals = (view.edges[i] ?? []).flatMap(({ label, to, literal }) =>
        to < 0 ? [`${label} ${literal}`] : [],
      );
      const key = contentKey(action) + JSON.stringify(literals.sort());
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size));
      return number;
    });
  return [colour(a), colour(b)];
}

/** Equal for two actions exactly when `actionDifference` finds nothing. */
function contentKey(action: FlowAction): string {
  const errors = action.errors.map(({ type, raw }) => canonicalJson(raw === undefined ? [type] : [type, raw])).sort();
  const conditions = action.conditions.map(conditionEntry);
  return canonicalJson([
    action.type,
    action.parameters,
    action.extra ?? {},
    action.transitionsExtra ?? {},
    action.next !== undefined,
    errors,
    conditions,
  ]);
}

/** Which action has no equal; where one of the other side differs in just one thing, that. */
function unmatched(pairing: Pairing, contents: Contents): Difference {
  const left = new Map<number, number>();
  pairing.ofB.forEach((partner, j) => {
    if (partner === -1) left.set(contents[1][j] ?? -1, (left.get(contents[1][j] ?? -1) ?? 0) + 1);
  });
  let a: FlowAction | undefined;
  pairing.ofA.forEach((partner, i) => {
    if (partner !== -1) return;
    const colour = contents[0][i] ?? -1;
    const count = left.get(colour) ?? 0;
    if (count === 0) a ??= pairing.a.actions[i];
    else left.set(colour, count - 1);
  });
  return {
    kind: 'unmatched',
    a: a ?? pairing.firstFree('a') ?? pairing.a.actions[pairing.unsure[0] ?? 0],
    b: undefined,
    path: 'Actions',
    valueA: undefined,
    valueB: undefined,
  };
}
