/** One statement → its action, by the form that its words are: parameters, branches, defaults, NextAction. */
import type { Codec, Form } from '../catalogue/types.ts';
import { aKind } from '../check/diagnostics.ts';
import { lookUp, type Program } from '../check/program.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import type { Block, Param, Statement, Value } from '../syntax/ast.ts';
import { lowerBranches } from './branches.ts';
import { lowerMatch } from './compare.ts';
import { foldOf, slotsOf, splitFold, type Fold } from './folded.ts';
import { oneOf, understand } from './codecs.ts';
import { chooseForm, phraseAt, type FormOf } from './forms.ts';
import { draft, headSpan, plainText, report, type Draft, type Lowering, type Target, type Where } from './lowering.ts';
import { reportMissingColon } from './missing-colon.ts';
import { understandParameters, type ParameterProblem } from './parameters.ts';
import { keyMeant } from './key-meant.ts';
import { joinMissing } from './operand-in-braces.ts';
import { lowerRawAction } from './raw-action.ts';
import { lowerSplit } from './split.ts';
import { reportRepeatedKey } from './repeated-keys.ts';
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
    // Where nothing follows, it may have been meant to end the path: whoever leads here is not told that theirs does not.
    return follow.kind === 'off' ? { kind: 'raw', id: plainText(item.words[0]) ?? '' } : follow;
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
  const { resolver, source, diagnostics } = lowering;
  const named = resolver.displays.size;
  const told = diagnostics.length;
  const problems: ParameterProblem[] = [];
  const understood = understandParameters(operands, braces, form, resolver, {
    source,
    places: made.parameterPlaces,
    problem: (problem) => problems.push(problem),
  });
  for (const problem of joinMissing(problems)) reportProblem(lowering, form, made, problem);
  const isMissing = problems.some(({ kind }) => kind === 'missing-operand');
  made.parameters = understood.parameters;
  if (resolver.displays.size > named) {
    for (const [path, { span }] of made.parameterPlaces) {
      const display = resolver.displays.get(span);
      // Places say `Messages.1.PromptId`, what the console keeps says `Messages[1].PromptId`.
      if (display !== undefined) made.display[path.replace(/\.(\d+)(?=\.)/g, '[$1]')] = display;
    }
  }
  // What stands in the place of a missing operand, or behind a wrong one, is not also too much.
  const isWrong = diagnostics.slice(told).some(({ place }) => operands.some(({ span }) => span === place.span));
  const rest = (isMissing || isWrong) && understood.rest[0]?.kind !== 'sign' ? [] : understood.rest;
  lowerBranches(lowering, made, { form, item, braces, rest, where, follow, resolver });
  if (fold !== undefined) lowerSecond(lowering, made, fold, second, where);
  return made;
}

function reportProblem(lowering: Lowering, form: Form, made: Draft, problem: ParameterProblem): void {
  const { phrase } = form;
  if (problem.kind === 'missing-operand') {
    const { operand, instead } = problem;
    const suggestion = operand.as === 'speech' ? meantSpeech(lowering, instead) : undefined;
    const fixes = suggestion === undefined ? {} : renameTo(headSpan(instead, made.place.span), suggestion);
    const example = `${phrase} ${operandSample(operand.as, lowering.program)}`;
    const params = { phrase, what: operandText(operand.as), suggestion, example };
    report(lowering, 'missing-operand', made.place.span, params, fixes);
    return;
  }
  if (problem.kind === 'missing-colon') {
    const key = plainText(problem.entry.words[0]);
    reportMissingColon(lowering, problem.entry, form.entries?.find((slot) => slot.key === key)?.braces);
    return;
  }
  if (problem.kind === 'spoken-key') {
    const { text } = lowering.source;
    const { start, end } = problem.value.span;
    const form = `play ${text.slice(start, end)}`;
    const said = text.slice(problem.span.start, problem.span.end);
    report(lowering, 'parameter-form', problem.span, { said, form }, renameTo(problem.span, form));
    return;
  }
  if (problem.kind === 'surplus') {
    report(lowering, 'surplus-operand', problem.span, { phrase: problem.phrase, suggestion: undefined });
    return;
  }
  const { key, span } = problem;
  if (problem.kind === 'duplicate-key') {
    reportRepeatedKey(lowering, key, span);
    return;
  }
  const known = slotsOf(form).map((slot) => slot.key);
  if (key === '') {
    const said = lowering.source.text.slice(span.start, span.end);
    const isSpoken = form.entries?.some(({ as }) => as === 'speeches') === true;
    report(lowering, 'parameter-form', span, { said, form: isSpoken ? `play ${said}` : `key: ${said}` });
    return;
  }
  const statement = phraseAt(lowering.source.text.slice(span.start, span.end));
  if (statement !== undefined) {
    report(lowering, 'statement-as-parameter', span, { statement, phrase });
    return;
  }
  const suggestion = keyMeant(lowering, form, problem);
  const fixes =
    span.end - span.start === key.length && known.includes(suggestion ?? '') ? renameTo(span, suggestion) : {};
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
    report(lowering, 'unhandled-branch', made.place.span, { phrase: first.phrase, words: ['error'] });
  }
  made.next = first.next;
  first.next = made;
}

function operandText(codec: Codec): string {
  if (codec === 'speech') return 'a text, `ssml "…"`, `prompt Name` or `media "…"`';
  if (codec === 'duration') return 'a time like `5m`';
  if (codec === 'text') return 'a text in quotes, or a `$.` path';
  if (typeof codec !== 'object') return 'an operand';
  if ('ref' in codec) return `the name of ${aKind(codec.ref)}`;
  if ('enum' in codec) return oneOf(Object.keys(codec.enum));
  return 'flag' in codec ? '`on` or `off`' : 'an operand';
}

/** One of the values that `operandText` speaks of: of things with a name one that the project has. */
function operandSample(codec: Codec, program: Program): string {
  if (codec === 'duration') return '5m';
  if (typeof codec !== 'object') return '"…"';
  if ('ref' in codec) {
    const [name] = program.names.get(codec.ref)?.keys() ?? [];
    return name ?? 'Name';
  }
  return 'enum' in codec ? (Object.keys(codec.enum)[0] ?? '…') : 'flag' in codec ? 'on' : '…';
}

/** Words that others write for `prompt`. */
const FOR_PROMPT: ReadonlySet<string> = new Set(['audio', 'file', 'prompts', 'sound']);

/** Words in the place of a text: the prompt that is called so, or the same in quotes. */
function meantSpeech({ program }: Lowering, words: readonly Value[]): string | undefined {
  const said = words.map((one) => (one.kind === 'word' ? one.text : undefined));
  const name = said.at(-1);
  if (name === undefined || said.includes(undefined)) return undefined;
  const isPrompt =
    lookUp(program, 'prompt', name) !== undefined || (said.length === 2 && FOR_PROMPT.has(said[0] ?? ''));
  return isPrompt ? `prompt ${name}` : JSON.stringify(said.join(' '));
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
