/** One statement → its action, by the form that its words are: parameters, branches, defaults, NextAction. */
import { flowTypeOf } from '../catalogue/flow-types.ts';
import { removeEntry, renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { entityKindOf } from '../entities/index.ts';
import type { Block, Param, Statement, Value } from '../syntax/ast.ts';
import { lowerBranches } from './branches.ts';
import { lowerMatch } from './compare.ts';
import { foldOf, splitFold, type Fold } from './folded.ts';
import { understand } from './codecs.ts';
import { allPhrases, formsFor, phraseOfBlock, type FormOf } from './forms.ts';
import {
  draft,
  headSpan,
  plainText,
  report,
  toAction,
  type Draft,
  type Lowering,
  type Target,
  type Where,
} from './lowering.ts';
import { understandParameters } from './parameters.ts';
import { lowerRawAction } from './raw-action.ts';
import { resolverFor, type StatementResolver } from './resolver.ts';
import { lowerSplit } from './split.ts';

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

/** The form of the longest phrase whose operands there are words for. */
export function chooseForm(words: readonly Value[]): FormOf | undefined {
  const candidates = formsFor(words);
  const fitting = candidates.find(({ form, phrase }) => {
    const given = words.slice(phrase.length).filter((value) => value.kind !== 'sign').length;
    return (form.operands ?? []).filter((operand) => operand.optional !== true).length <= given;
  });
  return fitting ?? candidates[0];
}

function reportUnknown(lowering: Lowering, item: Statement): void {
  const firstOther = item.words.findIndex((word) => word.kind !== 'word');
  const bare = item.words.slice(0, firstOther < 0 ? undefined : firstOther);
  const meant = [4, 3, 2, 1].flatMap((n) => {
    const words = bare.slice(0, n);
    const phrase = words.length === n ? phraseNear(words.map(plainText).join(' ')) : undefined;
    return phrase === undefined ? [] : [{ phrase, words }];
  })[0];
  // What stands behind the words that were meant as a phrase is its operand, and no matter here.
  const words = meant?.words ?? bare.slice(0, 3);
  const span = headSpan(words, item.span);
  const said = words.map(plainText).join(' ');
  const hint = hintFor(plainText(bare[0]) ?? '');
  report(
    lowering,
    'unknown-statement',
    span,
    { words: said, suggestion: meant?.phrase, hint },
    renameTo(span, meant?.phrase),
  );
}

/** What to do about a statement that begins with a word of declarations, of other languages, or of several phrases. */
function hintFor(first: string): string | undefined {
  const instead = OTHER_LANGUAGES.get(first.toLowerCase());
  if (instead !== undefined) return `Write \`${instead}\`.`;
  if (isDeclarationWord(first)) return 'Declarations stand outside of flows, in any file of the project.';
  const phrases = new Set(allPhrases().filter((phrase) => phrase.startsWith(`${first} `)));
  if (phrases.size === 0 || phrases.size > MOST_PHRASES) return undefined;
  return `With \`${first}\` begin ${[...phrases].map((phrase) => `\`${phrase}\``).join(', ')}.`;
}

const MOST_PHRASES = 12;

/** Words that other languages have for what is said in another way here. */
const OTHER_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ...['goto', 'go', 'jump'].map((word) => [word, '-> name'] as const),
  ...['switch', 'case', 'when'].map((word) => [word, 'match $.Attributes.name { on "value" -> … }'] as const),
  ...['while', 'for', 'foreach', 'loop'].map((word) => [word, 'repeat 3 { … }'] as const),
  ...['hangup', 'hang', 'exit', 'stop', 'quit', 'terminate'].map((word) => [word, 'disconnect'] as const),
  ...['say', 'speak', 'prompt', 'print', 'message'].map((word) => [word, 'play "…"'] as const),
  ...['unless'].map((word) => [word, 'if not … { … }'] as const),
  ...['elseif', 'elif', 'elsif'].map((word) => [word, 'else if …'] as const),
  ...['call', 'lambda'].map((word) => [word, 'invoke lambda Name'] as const),
  ...['module'].map((word) => [word, 'invoke module Name'] as const),
]);

function isDeclarationWord(word: string): boolean {
  return word === 'flow' || word === 'existing' || flowTypeOf(word) !== undefined || entityKindOf(word) !== undefined;
}

/** The phrase that was probably meant: one like it, or that of the block whose name in the console it is. */
function phraseNear(said: string): string | undefined {
  return (
    phraseOfBlock(said.replaceAll('_', ' ')) ??
    nearest(
      said,
      [...allPhrases(), 'match', 'split', 'repeat', 'action'].filter((phrase) => differsALittle(said, phrase)),
    )
  );
}

/** Words that both begin with do not make the others alike: `transfer to sales` is not `transfer to number`. */
function differsALittle(said: string, phrase: string): boolean {
  const a = said.split(' ');
  const b = phrase.split(' ');
  const before = a.findIndex((word, i) => word !== b[i]);
  if (before <= 0) return true;
  while (a.length > before && b.length > before && a[a.length - 1] === b[b.length - 1]) {
    a.pop();
    b.pop();
  }
  const [left, right] = [a.slice(before).join(' '), b.slice(before).join(' ')];
  return left === '' || right === '' || nearest(left, [right]) !== undefined;
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
  const resolver = resolverFor(lowering, made);
  let isMissing = false;
  const understood = understandParameters(operands, braces, form, resolver, {
    unknownKey: (key, span) => {
      const known = (form.entries ?? []).map((slot) => slot.key);
      const suggestion = nearest(key, known);
      const fixes = span.end - span.start === key.length ? renameTo(span, suggestion) : {};
      report(lowering, 'unknown-parameter', span, { phrase: form.phrase, key, known, suggestion }, fixes);
    },
    duplicateKey: (key, span) => {
      const fixes = removeEntry(lowering.source, span, 'Remove the second');
      report(lowering, 'duplicate-parameter', span, { key }, fixes);
    },
    surplusOperand: (value) =>
      report(lowering, 'surplus-operand', value.span, { phrase: form.phrase, suggestion: undefined }),
    missingOperand: (operand) => {
      isMissing = true;
      report(lowering, 'missing-operand', made.place.span, { phrase: form.phrase, what: operandText(operand.as) });
    },
  });
  made.parameters = understood.parameters;
  for (const [path, span] of understood.places) {
    made.parameterPlaces.set(path, { source: lowering.source, span });
    const display = resolver.displays.get(span);
    if (display !== undefined) made.display[path] = display;
  }
  // What stands in the place of a missing operand is not also too much.
  const rest = isMissing && understood.rest[0]?.kind !== 'sign' ? [] : understood.rest;
  lowerBranches(lowering, made, { form, item, braces, rest, where, follow, resolver });
  if (fold !== undefined) lowerSecond(lowering, made, fold, second, where, resolver);
  return toAction(made);
}

/** The second action of a folded statement: behind the first, with the same error branch. */
function lowerSecond(
  lowering: Lowering,
  first: Draft,
  fold: Fold,
  written: Param | undefined,
  where: Where,
  resolver: StatementResolver,
): void {
  const removed = written?.value.kind === 'word' && written.value.text === 'absent';
  const value =
    written === undefined ? fold.implied : removed ? undefined : understand(written.value, fold.as, resolver);
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
  first.next = toAction(made);
}

function operandText(codec: unknown): string {
  if (codec === 'speech') return 'a text, `ssml "…"`, `prompt Name` or `media "…"`';
  if (typeof codec === 'object' && codec !== null && 'ref' in codec) return `the name of a ${String(codec.ref)}`;
  if (codec === 'duration') return 'a time like `5m`';
  return 'an operand';
}

/** What the identifier of an unlabelled block is told apart by: its main operand, else the first parameter in its braces. */
function operandHint(operands: readonly Value[], braces: Block | undefined): string | undefined {
  const said = operands.map(plainText).filter((s) => s !== undefined && s !== 'ssml');
  if (said.length > 0) return said.join(' ');
  const first = braces?.entries[0];
  return first?.kind === 'param' ? [first.key.text, plainText(first.value) ?? ''].join(' ').trim() : undefined;
}
