/** Check contact attributes: `if` (one condition), `match` (several), `and`, `or`, `not` (chains of Compare blocks). */
import type { Form } from '../catalogue/types.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import type { Condition, If, Name, Statement, Test, Value } from '../syntax/ast.ts';
import type { SourceText, Span } from '../text/text.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { branchCalled } from './branch-called.ts';
import { branchTarget, addEdge, fillFromDefaults, mirrored, quotedCase } from './branches.ts';
import {
  draft,
  headSpan,
  junction,
  plainText,
  placeBranch,
  report,
  type Draft,
  type Lowering,
  type Target,
  type Where,
} from './lowering.ts';
import { COMPARISON_WORDS, patternText, understandComparison, understandPattern } from './patterns.ts';
import { jumpTarget } from './targets.ts';

/** Compare as a form, for its branches: `default` is obligatory, the conditions are free. */
export const COMPARE_FORM: Form = {
  phrase: 'match',
  control: { kind: 'decision', mirror: 'NoMatchingCondition' },
  branches: [{ word: 'default', error: 'NoMatchingCondition', need: 'always' }],
  cases: 'comparisons',
};

function compareDraft(
  lowering: Lowering,
  where: Where,
  init: {
    readonly phrase: string;
    readonly span: Span;
    readonly label: Name | undefined;
    readonly subject: Value | undefined;
  },
): Draft {
  const subject = plainText(init.subject) ?? '';
  const made = draft(lowering, where, {
    type: 'Compare',
    phrase: init.phrase,
    span: init.span,
    label: init.label,
    operand: subject.split('.').pop(),
    parameters: { ComparisonValue: subject },
  });
  if (init.subject?.kind !== 'path' && init.subject?.kind !== 'text') {
    const meant = init.subject?.kind === 'word' ? `$.Attributes.${init.subject.text}` : undefined;
    const { span } = init.subject ?? init;
    report(lowering, 'compare-left-side', span, {}, renameTo(span, meant));
  }
  if (init.subject !== undefined) {
    made.parameterPlaces.set('ComparisonValue', { source: lowering.source, span: init.subject.span });
  }
  return made;
}

/** `match $.Path { on "a" -> …, on default -> … }` */
export function lowerMatch(lowering: Lowering, item: Statement, where: Where, follow: Target): Target {
  const [, subject, surplus] = item.words;
  const made = compareDraft(lowering, where, {
    phrase: 'match',
    span: headSpan(item.words, item.span),
    label: item.label,
    subject,
  });
  if (surplus !== undefined)
    report(lowering, 'surplus-operand', surplus.span, { phrase: 'match', suggestion: undefined });
  const { resolver } = lowering;
  let next: Target | undefined;
  const told = lowering.diagnostics.length;
  let isMisspelt = false;
  for (const branch of item.block?.entries ?? []) {
    if (branch.kind !== 'branch') {
      const key = branch.kind === 'param' ? branch.key.text : (plainText(branch.words[0]) ?? '');
      report(lowering, 'unknown-parameter', branch.span, { phrase: 'match', key, known: [], suggestion: undefined });
      continue;
    }
    const target = branchTarget(lowering, branch, where, follow);
    for (const pattern of branch.patterns) {
      const edge = understandPattern(pattern, COMPARE_FORM, resolver);
      if (edge === undefined || edge.kind === 'success') {
        const known = ['default'];
        const word = patternText(pattern);
        const bare = pattern.operator === undefined && pattern.words.length === 1 && pattern.words[0]?.kind === 'word';
        const near = nearest(word, known) ?? branchCalled(word, known, item);
        isMisspelt ||= near !== undefined;
        const suggestion = near ?? (bare ? quotedCase(COMPARE_FORM, word) : undefined);
        const params = { phrase: 'match', word, known, suggestion };
        report(lowering, 'unknown-branch', pattern.span, params, renameTo(pattern.span, suggestion));
      } else if (edge.kind === 'nextAction') next = target;
      else addEdge(lowering, made, edge, target, pattern, branch);
    }
  }
  const isEmpty = made.conditions.length === 0 && made.errors.length === 0;
  // A case that is wrong was meant as one.
  const isWrong = lowering.diagnostics.slice(told).some(({ code }) => code === 'check/unknown-branch');
  if (isEmpty && !isWrong) report(lowering, 'match-without-case', made.place.span, {});
  fillFromDefaults(lowering, made, COMPARE_FORM, where, follow, isEmpty || isMisspelt ? undefined : item);
  made.next = next ?? mirrored(made, 'NoMatchingCondition');
  return made;
}

/** `if C { … } else { … }`: one Compare block for each test of the condition. */
export function lowerIf(lowering: Lowering, item: If, where: Where, follow: Target): Target {
  const then = junction();
  const otherwise = junction();
  const entry = lowerCondition(lowering, item.condition, where, item.label, then, otherwise);
  then.to =
    item.then.kind === 'jump'
      ? jumpTarget(lowering, where, item.then, follow)
      : lowering.lowerBody(item.then, where, follow);
  otherwise.to = lowerElse(lowering, item.otherwise, where, follow);
  return entry;
}

function lowerElse(lowering: Lowering, part: If['otherwise'], where: Where, follow: Target): Target {
  if (part === undefined) return follow;
  switch (part.kind) {
    case 'jump':
      return jumpTarget(lowering, where, part, follow);
    case 'body':
      return lowering.lowerBody(part, where, follow);
    default: {
      const entry = lowerIf(lowering, part, where, follow);
      const place = part.label === undefined ? undefined : lowering.labels.get(part.label.text);
      if (place !== undefined) place.to ??= entry;
      return entry;
    }
  }
}

function lowerCondition(
  lowering: Lowering,
  condition: Condition,
  where: Where,
  label: Name | undefined,
  yes: Target,
  no: Target,
): Target {
  switch (condition.kind) {
    case 'not':
      return lowerCondition(lowering, condition.operand, where, label, no, yes);
    case 'and':
    case 'or': {
      const second = junction();
      const first =
        condition.kind === 'and'
          ? lowerCondition(lowering, condition.left, where, label, second, no)
          : lowerCondition(lowering, condition.left, where, label, yes, second);
      second.to = lowerCondition(lowering, condition.right, where, undefined, yes, no);
      return first;
    }
    case 'test':
      return lowerTest(lowering, condition, where, label, yes, no);
  }
}

function lowerTest(
  lowering: Lowering,
  test: Test,
  where: Where,
  label: Name | undefined,
  yes: Target,
  no: Target,
): Target {
  const [subject, ...rest] = test.words;
  const made = compareDraft(lowering, where, { phrase: 'if', span: test.span, label, subject });
  const negated = test.operator === '!=';
  const { resolver } = lowering;
  const [right, surplus] = test.right;
  // With a text on the left the two are the wrong way round, and that is told of the left.
  const isSwapped = subject?.kind === 'text' && !subject.value.startsWith('$.');
  if (isSwapped) report(lowering, 'compare-left-side', subject.span, {});
  else if (test.operator !== undefined && right?.kind === 'path')
    report(lowering, 'compare-right-side', right.span, {});
  const comparison =
    test.operator === undefined
      ? rest[0]?.kind === 'word'
        ? understandComparison(undefined, rest, resolver)
        : undefined
      : rest.length > 0
        ? undefined
        : understandComparison(negated ? '==' : test.operator, test.right, resolver);
  if (comparison === undefined && rest.length === 0 && surplus !== undefined) {
    report(lowering, 'surplus-operand', surplus.span, { phrase: 'if', suggestion: undefined });
    return yes;
  }
  if (comparison === undefined) {
    const word = rest[0];
    const span = (word ?? right)?.span ?? test.span;
    const meant = meantTest(lowering.source, test);
    const wanted = `\`== "text"\`, \`> 10\`, or one of ${COMPARISON_WORDS.map((w) => `\`${w}\``).join(', ')}`;
    report(lowering, 'value-kind', span, { said: undefined, wanted, suggestion: meant }, renameTo(span, meant));
    return yes;
  }
  const asked = right === undefined ? test.span : { start: right.span.start, end: test.span.end };
  placeBranch(made, 'condition:0', { source: lowering.source, span: asked });
  const { operator, operands } = comparison;
  made.conditions.push({ operator, operands, target: negated ? no : yes, raw: undefined });
  made.errors.push({
    type: 'NoMatchingCondition',
    target: negated ? yes : no,
    raw: undefined,
    again: undefined,
  });
  made.next = mirrored(made, 'NoMatchingCondition');
  return made;
}

/** What to write in the place of the first word that is none of a comparison's, or of the whole test. */
function meantTest(
  { text }: SourceText,
  { words: [subject, word, surplus], right, operator }: Test,
): string | undefined {
  if (word?.kind === 'word') return meantComparison(word.text);
  if (word?.kind === 'text' && surplus === undefined) return `== ${text.slice(word.span.start, word.span.end)}`;
  if (word !== undefined) return undefined;
  if (right[0]?.kind === 'word') return JSON.stringify(right[0].text);
  // Truth values are texts.
  return subject?.kind === 'path' && operator === undefined ? `${subject.text} == "true"` : undefined;
}

/** What other languages call a comparison: `is`, `equals`, `startsWith`. */
function meantComparison(word: string): string | undefined {
  const known = OTHER_COMPARISONS.get(word.toLowerCase());
  if (known !== undefined) return known;
  const plain = word.replaceAll('_', '').toLowerCase();
  return COMPARISON_WORDS.find((one) => one.replaceAll('_', '') === plain) ?? nearest(word, COMPARISON_WORDS);
}

const OTHER_COMPARISONS: ReadonlyMap<string, string> = new Map([
  ...['is', 'equals', 'equal', 'eq', 'like'].map((word) => [word, '=='] as const),
  ...['isnt', 'ne', 'differs'].map((word) => [word, '!='] as const),
  ...['starts', 'begins', 'begins_with'].map((word) => [word, 'starts_with'] as const),
  ...['ends'].map((word) => [word, 'ends_with'] as const),
  ...['includes', 'has', 'matches'].map((word) => [word, 'contains'] as const),
  ...['set', 'defined', 'present'].map((word) => [word, 'exists'] as const),
]);
