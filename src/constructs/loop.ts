/** Loop: `repeat 3 { … }`, `repeat over $.List as item { … }`. */
import type { Form } from '../catalogue/types.ts';
import type { FlowAction } from '../graph/flow-graph.ts';
import type { Branch, Repeat, Value } from '../syntax/ast.ts';
import { numeral, text, word } from '../syntax/make.ts';
import type { Json, JsonObject } from '../text/json.ts';
import type { Span } from '../text/text.ts';
import { keyName, sayText } from './json-values.ts';
import { addEdge, branchTarget, fillFromDefaults } from './branches.ts';
import { draft, headSpan, plainText, report, type Lowering, type Target, type Where } from './lowering.ts';
import { patternText, understandPattern } from './patterns.ts';

const AGAIN = 'ContinueLooping';
const DONE = 'DoneLooping';

export const LOOP_FORM: Form = {
  phrase: 'repeat',
  control: { kind: 'decision', mirror: undefined },
  branches: [
    { word: 'error', error: 'NoMatchingError', need: 'written' },
    { word: 'done', equals: DONE, need: 'written' },
    { word: 'again', equals: AGAIN, need: 'written' },
  ],
};

/** The count, or the list that is walked, as parameters. */
function loopParameters(words: readonly Value[]): JsonObject | undefined {
  const [first, second, as, named, surplus] = words;
  if (first?.kind === 'word' && first.text === 'over') {
    if (second?.kind !== 'path' && second?.kind !== 'text') return undefined;
    const elements = { Elements: plainText(second) ?? '' };
    if (as === undefined) return elements;
    const name = as.kind === 'word' && as.text === 'as' && surplus === undefined ? plainText(named) : undefined;
    return name === undefined ? undefined : { ...elements, LoopName: name };
  }
  const count =
    first?.kind === 'number' || first?.kind === 'path' || first?.kind === 'text' ? plainText(first) : undefined;
  return count === undefined || second !== undefined ? undefined : { LoopCount: count };
}

/** `repeat` alone, and `repeat 3 times`. */
function roundsMeant([count]: readonly Value[]): string | undefined {
  if (count === undefined) return 'repeat 3 { … }';
  return count.kind === 'number' ? `repeat ${count.text} { … }` : undefined;
}

/** Lowers a `repeat`: its body comes back to the Loop block, what follows it runs when the loop is done. */
export function lowerRepeat(lowering: Lowering, item: Repeat, where: Where, follow: Target): Target {
  const parameters = loopParameters(item.words);
  const made = draft(lowering, where, {
    type: 'Loop',
    phrase: 'repeat',
    span: headSpan(item.words, keywordOf(lowering, item)),
    label: item.label,
    parameters: parameters ?? {},
  });
  if (parameters === undefined) {
    report(lowering, 'value-kind', made.place.span, {
      said: undefined,
      wanted: 'a number of rounds (0 to 100), or `over $.List as name`,',
      suggestion: roundsMeant(item.words),
    });
  }
  const again = made;
  const inside: Where = { outer: where, defaults: [], steps: where.steps, loop: { again, done: follow } };
  const body = lowering.lowerBody(item.body, inside, again, true);
  const nextAction = lowerOwnBranches(lowering, item, made, where, follow, body);
  fillFromDefaults(lowering, made, LOOP_FORM, where, follow, undefined);
  const done = made.conditions.find((c) => c.operands[0] === DONE)?.target;
  made.next = nextAction ?? done ?? follow;
  return again;
}

/** The word `repeat`, for one that has no count: messages about its head are not about its body. */
function keywordOf(lowering: Lowering, item: Repeat): Span {
  const start = lowering.source.text.indexOf('repeat', item.label?.span.end ?? item.span.start);
  return { start, end: start + 'repeat'.length };
}

/** `on` lines of the Loop block itself; where they name its two conditions, their order is theirs. */
function lowerOwnBranches(
  lowering: Lowering,
  item: Repeat,
  made: ReturnType<typeof draft>,
  where: Where,
  follow: Target,
  body: Target,
): Target | undefined {
  const { resolver } = lowering;
  let nextAction: Target | undefined;
  for (const branch of item.body.items.filter((i): i is Branch => i.kind === 'branch')) {
    const target = branchTarget(lowering, branch, where, follow);
    for (const pattern of branch.patterns) {
      const edge = understandPattern(pattern, LOOP_FORM, resolver);
      if (edge === undefined || edge.kind === 'success') {
        const known = ['error', 'done'];
        report(lowering, 'unknown-branch', pattern.span, {
          phrase: 'repeat',
          word: patternText(pattern),
          known,
          suggestion: undefined,
        });
      } else if (edge.kind === 'nextAction') nextAction = target;
      else addEdge(lowering, made, edge, target, pattern, branch);
    }
  }
  const has = (operand: Json) => made.conditions.some((c) => c.operands[0] === operand);
  if (!has(AGAIN)) {
    const edge = { operator: 'Equals', operands: [AGAIN], target: body, raw: undefined };
    if (has(DONE)) made.conditions.push(edge);
    else made.conditions.unshift(edge);
  }
  if (!has(DONE))
    made.conditions.splice(1, 0, { operator: 'Equals', operands: [DONE], target: follow, raw: undefined });
  return nextAction;
}

/** What a Loop block says; undefined when it is none that `repeat` can say to the letter. */
export function sayLoop(
  action: FlowAction,
):
  | { readonly words: readonly Value[]; readonly again: string; readonly done: string; readonly doneFirst: boolean }
  | undefined {
  const [first, second, third] = action.conditions;
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  const operand = (c: FlowAction['conditions'][number]) =>
    c.raw === undefined && c.operator === 'Equals' && c.operands.length === 1 ? c.operands[0] : undefined;
  const doneFirst = operand(first) === DONE;
  const [again, done] = doneFirst ? [second, first] : [first, second];
  if (operand(again) !== AGAIN || operand(done) !== DONE) return undefined;
  const words = sayRounds(action.parameters);
  return words === undefined ? undefined : { words, again: again.target, done: done.target, doneFirst };
}

function sayRounds(parameters: JsonObject): readonly Value[] | undefined {
  const { LoopCount: count, Elements: list, LoopName: loopName, ...others } = parameters;
  if (Object.keys(others).length > 0) return undefined;
  if (typeof list === 'string' && count === undefined) {
    const named = sayLoopName(loopName);
    return named && [word('over'), sayText(list), ...named];
  }
  if (typeof count !== 'string' || list !== undefined || loopName !== undefined) return undefined;
  return [/^(0|[1-9]\d*)$/.test(count) ? numeral(count) : sayText(count)];
}

function sayLoopName(name: Json | undefined): readonly Value[] | undefined {
  if (name === undefined) return [];
  if (typeof name !== 'string') return undefined;
  return [word('as'), keyName(name).quoted ? text(name) : word(name)];
}
