/** Blocks with their edges as goals: what placing, naming and rendering all look at. */
import type { RaisedBlock, RaisedBranch } from '../types.ts';
import { NONE, type Goal, type Goals } from './goals.ts';

/** A branch and where it leads. */
export interface Edge {
  readonly branch: RaisedBranch;
  readonly goal: Goal;
}

/** Edges that one `on` line says. */
export interface Group {
  readonly edges: readonly Edge[];
  readonly goal: Goal;
}

/** A block and where it leads. */
export interface Node {
  readonly index: number;
  readonly block: RaisedBlock;
  /** Where control goes on below the statement; undefined when it does not (or the action has no such branch). */
  readonly success: Goal | undefined;
  /** For `repeat`, its body. */
  readonly body: Goal | undefined;
  readonly edges: readonly Edge[];
  /** The two sides of a Compare that is said as `if`. */
  readonly sides: Sides | undefined;
}

export interface Sides {
  readonly condition: Edge;
  readonly otherwise: Edge;
}

/** The blocks of a flow, each at its index. */
export function nodesOf(blocks: readonly RaisedBlock[], goals: Goals): Node[] {
  return blocks.map((block, index) => {
    const edges = block.branches.map((branch) => ({ branch, goal: goals.of(branch.target) }));
    const success = block.success === undefined ? undefined : goals.of(block.success);
    const body = block.kind !== 'loop' ? undefined : block.body === undefined ? NONE : goals.of(block.body);
    return { index, block, success: success === NONE ? undefined : success, body, edges, sides: sidesOf(block, edges) };
  });
}

/** A Compare is an `if` when it has one condition that fits behind the value, a default, and nothing else. */
function sidesOf(block: RaisedBlock, edges: readonly Edge[]): Sides | undefined {
  if (block.kind !== 'compare' || edges.length !== 2 || block.entries.length > 0) return undefined;
  const condition = edges.find(({ branch }) => branch.word === undefined);
  const otherwise = edges.find(({ branch }) => branch.word === 'default');
  if (condition === undefined || otherwise === undefined || condition.goal === NONE) return undefined;
  return fitsIf(condition.branch) ? { condition, otherwise } : undefined;
}

const COMPARISON_WORDS = ['contains', 'starts_with', 'ends_with'];

/** `== "x"`, `> 10`, `starts_with "x"`, `exists`: one operator and at most one operand. */
function fitsIf({ pattern: { operator, words } }: RaisedBranch): boolean {
  const [first, second, third] = words;
  if (first === undefined || third !== undefined) return false;
  if (first.kind !== 'word') return second === undefined && operator !== '!=';
  if (operator !== undefined) return false;
  return second === undefined
    ? first.text === 'exists'
    : second.kind !== 'word' && COMPARISON_WORDS.includes(first.text);
}

/** Whether a branch is said by a word and has no place among the conditions. */
export function isWord({ branch: { word, pattern } }: Edge): boolean {
  if (word !== undefined) return true;
  const [only, more] = pattern.words;
  return only?.kind === 'word' && only.text === 'next_action' && more === undefined;
}

/**
 * Joins edges into `on` lines. Conditions keep their order and neighbours with one goal share a line; words with one goal
 * share a line, and they join the conditions' line when nothing stands between, or when `hasBody` says that the goal
 * stands in braces there.
 */
export function groupEdges(edges: readonly Edge[], hasBody: (goal: Goal) => boolean): Group[] {
  const conditions: { edges: Edge[]; goal: Goal }[] = [];
  const words: { edges: Edge[]; goal: Goal }[] = [];
  for (const edge of edges) {
    if (!isWord(edge)) {
      const last = conditions[conditions.length - 1];
      if (last !== undefined && last.goal === edge.goal) last.edges.push(edge);
      else conditions.push({ edges: [edge], goal: edge.goal });
    } else {
      const same = words.find((group) => group.goal === edge.goal);
      if (same === undefined) words.push({ edges: [edge], goal: edge.goal });
      else same.edges.push(edge);
    }
  }
  const kept = words.filter((group, i) => {
    const last = conditions[conditions.length - 1];
    const near = i === 0 && last?.goal === group.goal ? last : undefined;
    const line = near ?? (hasBody(group.goal) ? conditions.find((c) => c.goal === group.goal) : undefined);
    line?.edges.push(...group.edges);
    return line === undefined;
  });
  return [...conditions, ...kept];
}
