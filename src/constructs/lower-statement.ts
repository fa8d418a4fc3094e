/** One statement → its action, by the form that its words are: parameters, branches, defaults, NextAction. */
import type { Codec, Form } from '../catalogue/types.ts';
import { aKind } from '../check/diagnostics.ts';
import { removeEntry, renameTo } from '../diagnostics/remedy.ts';
import { nearestKey } from '../diagnostics/suggest.ts';
import type { Block, Param, Statement, Value } from '../syntax/ast.ts';
import { lowerBranches } from './branches.ts';
import { lowerMatch } from './compare.ts';
import { foldOf, splitFold, type Fold } from './folded.ts';
import { understand } from './codecs.ts';
import { chooseForm, type FormOf } from './forms.ts';
import { draft, headSpan, plainText, report, type Draft, type Lowering, type Target, type Where } from './lowering.ts';
import { reportMissingColon } from './missing-colon.ts';
import { understandParameters, type ParameterProblem } from './parameters.ts';
import { lowerRawAction } from './raw-action.ts';
import { lowerSplit } from './split.ts';
import { reportUnknown } from './unknown-statement.ts';

/** Lowers a statement; answers where control enters it. */
export function lowerStatement(lowering: Lowering, item: Statement, where: Where, follow: Target): Target {
  switch (plainText(item.words[0])) {
    case 'match':
      return lowerMatch(lowering, item, where, follow);
    case 'split':
      return lowerSplit(lowering, item, where, follow);
    case 'action':
      return lowerRawAction(lowering, item, where, follow);
  }
  const chosen = chooseForm(item.words);
  if (chosen === undefined) {
    reportUnknown(lowering, item);
    return follow;
  }
  return lowerForm(lowering, item, chosen, where, follow);
}

/** Lowers a statement that is an action of a form, and perhaps a second one that folds into it. */
function lowerForm(lowering: Lowering, item: Statement, chosen: FormOf, where: Where, follow: Target): Target {
  const { entry, form, phrase } = chosen;
  const fold = foldOf(form.phrase);
  const { own: braces, second } =
    fold === undefined ? { own: item.block, second: undefined } : splitFold(item.block, fold);
  const operands = item.words.slice(phrase.length);
  const made = draft(lowering, where, {
    type: entry.type,
    phrase: form.phrase,
    span: headSpan(item.words, item.span),
    label: item.label,
    operand: operandHint(operands, braces),
  });
  const { resolver, source } = lowering;
  const named = resolver.displays.size;
  let isMissing = false;
  const understood = understandParameters(operands, braces, form, resolver, {
    source,
    places: made.parameterPlaces,
    problem: (problem) => {
      isMissing ||= problem.kind === 'missing-operand';
      reportProblem(lowering, form, made, problem);
    },
  });
  made.parameters = understood.parameters;
  if (resolver.displays.size > named) {
    for (const [path, { span }] of made.parameterPlaces) {
      const display = resolver.displays.get(span);
      // Places say `Messages.1.PromptId`, what the console keeps says `Messages[1].PromptId`.
      if (display !== undefined) made.display[path.replace(/\.(\d+)(?=\.)/g, '[$1]')] = display;
    }
  }
  // What stands in the place of a missing operand is not also too much.
  const rest = isMissing && understood.rest[0]?.kind !== 'sign' ? [] : understood.rest;
  lowerBranches(lowering, made, { form, item, braces, rest, where, follow, resolver });
  if (fold !== undefined) lowerSecond(lowering, made, fold, second, where);
  return made;
}

function reportProblem(lowering: Lowering, form: Form, made: Draft, problem: ParameterProblem): void {
  const { phrase } = form;
  if (problem.kind === 'missing-operand') {
    report(lowering, 'missing-operand', made.place.span, { phrase, what: operandText(problem.operand.as) });
    return;
  }
  if (problem.kind === 'missing-colon') {
    reportMissingColon(lowering, problem.entry);
    return;
  }
  const { key, span } = problem;
  if (problem.kind === 'duplicate-key') {
    report(lowering, 'duplicate-parameter', span, { key }, removeEntry(lowering.source, span, 'Remove the second'));
    return;
  }
  const known = (form.entries ?? []).map((slot) => slot.key);
  const suggestion = nearestKey(key, known);
  const fixes = span.end - span.start === key.length ? renameTo(span, suggestion) : {};
  report(lowering, 'unknown-parameter', span, { phrase, key, known, suggestion }, fixes);
}

/** The second action of a folded statement: behind the first, with the same error branch. */
function lowerSecond(lowering: Lowering, first: Draft, fold: Fold, written: Param | undefined, where: Where): void {
  const removed = written?.value.kind === 'word' && written.value.text === 'absent';
  const value =
    written === undefined ? fold.implied : removed ? undefined : understand(written.value, fold.as, lowering.resolver);
  if (value === undefined) return;
  const made = draft(lowering, where, {
    type: fold.type,
    phrase: `${fold.phrase} ${fold.key}`,
    span: written?.span ?? first.place.span,
    operand: first.hint.operand,
    parameters: { [fold.path]: value },
  });
  made.errors = first.errors.filter((e) => e.type === 'NoMatchingError').map((e) => ({ ...e }));
  if (made.errors.length === 0) {
    report(lowering, 'unhandled-branch', made.place.span, { phrase: first.phrase, word: 'error' });
  }
  made.next = first.next;
  first.next = made;
}

function operandText(codec: Codec): string {
  if (codec === 'speech') return 'a text, `ssml "…"`, `prompt Name` or `media "…"`';
  if (typeof codec === 'object' && 'ref' in codec) return `the name of ${aKind(codec.ref)}`;
  if (codec === 'duration') return 'a time like `5m`';
  return 'an operand';
}

/** What the identifier of an unlabelled block is told apart by: its main operand, else the first parameter in its braces. */
function operandHint(operands: readonly Value[], braces: Block | undefined): string | undefined {
  let said: string | undefined;
  for (const operand of operands) {
    const text = plainText(operand);
    if (text !== undefined && text !== 'ssml') said = said === undefined ? text : `${said} ${text}`;
  }
  if (said !== undefined) return said;
  const first = braces?.entries[0];
  return first?.kind === 'param' ? [first.key.text, plainText(first.value) ?? ''].join(' ').trim() : undefined;
}
