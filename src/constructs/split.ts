/** Distribute by percentage: `split { on 30% -> a, on 70% -> b }`. Connect stores running sums: `< 31`, else. */
import type { Form } from '../catalogue/types.ts';
import type { FlowAction } from '../graph/flow-graph.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import type { Pattern, Statement } from '../syntax/ast.ts';
import { literal, pattern } from '../syntax/make.ts';
import { addEdge, branchTarget, fillFromDefaults, mirrored } from './branches.ts';
import { draft, headSpan, plainText, report, type Lowering, type Target, type Where } from './lowering.ts';
import { patternText, understandPattern } from './patterns.ts';

export const SPLIT_FORM: Form = {
  phrase: 'split',
  control: { kind: 'decision', mirror: 'NoMatchingCondition' },
  branches: [{ word: 'default', error: 'NoMatchingCondition', need: 'always' }],
};

/**
 * Lowers a split. The share that completes 100 % is the branch for "no condition matched": Connect takes no threshold
 * above 100 (FLOW-LANGUAGE §6).
 */
export function lowerSplit(lowering: Lowering, item: Statement, where: Where, follow: Target): Target {
  const made = draft(lowering, where, {
    type: 'DistributeByPercentage',
    phrase: 'split',
    span: headSpan(item.words, item.span),
    label: item.label,
  });
  const [, surplus] = item.words;
  if (surplus !== undefined)
    report(lowering, 'surplus-operand', surplus.span, { phrase: 'split', suggestion: undefined });
  const { resolver } = lowering;
  let sum = 0;
  let over: Pattern | undefined;
  let isMisread = false;
  let next: Target | undefined;
  for (const branch of item.block?.entries ?? []) {
    if (branch.kind !== 'branch') {
      const key = branch.kind === 'param' ? branch.key.text : (plainText(branch.words[0]) ?? '');
      report(lowering, 'unknown-parameter', branch.span, { phrase: 'split', key, known: [], suggestion: undefined });
      continue;
    }
    const target = branchTarget(lowering, branch, where, follow);
    for (const given of branch.patterns) {
      const share = shareOf(given);
      if (share !== undefined) {
        if (!Number.isInteger(share)) {
          const said = patternText(given);
          report(lowering, 'value-kind', given.span, { said, wanted: 'a whole percentage', suggestion: undefined });
          isMisread = true;
        }
        sum += share;
        if (sum > 100) {
          over ??= given;
          continue;
        }
        const edge =
          sum === 100
            ? ({ kind: 'error', type: 'NoMatchingCondition' } as const)
            : ({ kind: 'condition', operator: 'NumberLessThan', operands: [String(sum + 1)] } as const);
        if (edge.kind === 'error' && made.errors.some(isRest)) leavesNothing(lowering, given);
        else addEdge(lowering, made, edge, target, given, branch);
        continue;
      }
      const [number, more] = given.words;
      if (given.operator === undefined && number?.kind === 'number' && more === undefined) {
        const suggestion = `${number.text}%`;
        const params = { said: number.text, wanted: 'a share like `10%`', suggestion };
        report(lowering, 'value-kind', given.span, params, renameTo(given.span, suggestion));
        isMisread = true;
        continue;
      }
      const edge = understandPattern(given, SPLIT_FORM, resolver);
      if (edge === undefined || edge.kind === 'success') {
        const known = ['default'];
        const word = patternText(given);
        // It has one branch that is a word.
        const isWord = number?.kind === 'word' && more === undefined;
        const suggestion = isWord ? 'default' : undefined;
        const params = { phrase: 'split', word, known, suggestion };
        report(lowering, 'unknown-branch', given.span, params, renameTo(given.span, suggestion));
        isMisread ||= isWord;
      } else if (edge.kind === 'nextAction') next = target;
      else if (edge.kind === 'error' && isRest(edge) && sum === 100) leavesNothing(lowering, given);
      else addEdge(lowering, made, edge, target, given, branch);
    }
  }
  if (over !== undefined) report(lowering, 'percentage-sum', over.span, { sum });
  // Shares that are wrong may have been meant to leave nothing for `default`.
  const isCertain = over === undefined && !isMisread;
  fillFromDefaults(lowering, made, SPLIT_FORM, where, follow, isCertain ? item : undefined);
  made.next = next ?? mirrored(made, 'NoMatchingCondition');
  return made;
}

/** A plain branch for what no share stands for. */
function isRest({
  type,
  raw,
  again,
}: {
  readonly type: string;
  readonly raw?: unknown;
  readonly again?: true | undefined;
}): boolean {
  return type === 'NoMatchingCondition' && raw === undefined && again === undefined;
}

/** Both the last share and `default` would be what is left. */
function leavesNothing(lowering: Lowering, given: Pattern): void {
  report(lowering, 'duplicate-branch', given.span, { word: patternText(given), isWhole: true });
}

function shareOf(given: Pattern): number | undefined {
  const [value] = given.words;
  if (given.operator !== undefined || given.words.length !== 1 || value?.kind !== 'literal' || value.type !== 'percent')
    return undefined;
  return Number(value.text.slice(0, -1));
}

/** The shares of a split as patterns, in order; undefined when the thresholds are no rising whole numbers. */
export function sayShares(action: FlowAction): readonly Pattern[] | undefined {
  let sum = 0;
  const patterns: Pattern[] = [];
  for (const { operator, operands, raw } of action.conditions) {
    const [threshold] = operands;
    if (raw !== undefined || operator !== 'NumberLessThan' || operands.length !== 1 || typeof threshold !== 'string')
      return undefined;
    if (!/^[1-9]\d{0,2}$/.test(threshold)) return undefined;
    const share = Number(threshold) - 1 - sum;
    sum += share;
    if (share <= 0 || sum >= 100) return undefined;
    patterns.push(pattern([literal('percent', `${share}%`)]));
  }
  return patterns;
}
