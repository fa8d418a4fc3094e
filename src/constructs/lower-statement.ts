/** One statement → its action, by the form that its words are: parameters, branches, defaults, NextAction. */
import type { BranchSlot, Form } from '../catalogue/types.ts';
import { removeEntry, renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Block, Branch, Param, Pattern, Statement, Value } from '../syntax/ast.ts';
import { sameJson } from '../text/json.ts';
import { lowerMatch } from './compare.ts';
import { addBranch, removePattern } from './fixes.ts';
import { foldOf, splitFold, type Fold } from './folded.ts';
import { understand } from './codecs.ts';
import { allPhrases, formsFor, phraseOfBlock, type FormOf } from './forms.ts';
import { atPath } from './json-values.ts';
import {
  draft,
  headSpan,
  NONE,
  plainText,
  report,
  toAction,
  type Draft,
  type Lowering,
  type Target,
  type Where,
} from './lowering.ts';
import { understandParameters } from './parameters.ts';
import { patternText, understandComparison, understandPattern, type Edge } from './patterns.ts';
import { lowerRawAction } from './raw-action.ts';
import { resolverFor, type StatementResolver } from './resolver.ts';
import { lowerSplit } from './split.ts';
import { defaultTarget, jumpTarget } from './targets.ts';

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
  report(
    lowering,
    'unknown-statement',
    span,
    { words: said, suggestion: meant?.phrase },
    renameTo(span, meant?.phrase),
  );
}

/** The phrase that was probably meant: one like it, or that of the block whose name in the console it is. */
function phraseNear(said: string): string | undefined {
  return (
    phraseOfBlock(said.replaceAll('_', ' ')) ?? nearest(said, [...allPhrases(), 'match', 'split', 'repeat', 'action'])
  );
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
    missingOperand: (operand) =>
      report(lowering, 'missing-operand', made.place.span, { phrase: form.phrase, what: operandText(operand.as) }),
  });
  made.parameters = understood.parameters;
  for (const [path, span] of understood.places) {
    made.parameterPlaces.set(path, { source: lowering.source, span });
    const display = resolver.displays.get(span);
    if (display !== undefined) made.display[path] = display;
  }
  lowerBranches(lowering, made, { form, item, braces, rest: understood.rest, where, follow, resolver });
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

export interface BranchContext {
  readonly form: Form;
  readonly item: Statement;
  readonly braces: Block | undefined;
  /** Words behind the operands: a comparison, or too much. */
  readonly rest: readonly Value[];
  readonly where: Where;
  readonly follow: Target;
  readonly resolver: StatementResolver;
}

/** Lowers the branches of a statement into the edges of its action. */
export function lowerBranches(lowering: Lowering, made: Draft, context: BranchContext): void {
  const { form, item, rest, where, follow } = context;
  const written = collectBranches(lowering, made, context);
  const { control } = form;
  const comparison =
    control.kind === 'check' && control.success === 'comparison' ? ownComparison(lowering, made, context) : undefined;
  const surplus = comparison === undefined ? rest[0] : rest[2];
  if (surplus !== undefined) {
    report(lowering, 'surplus-operand', surplus.span, { phrase: form.phrase, suggestion: undefined });
  }
  const success = written.success ?? follow;
  const succeeds = successCondition(made, form, comparison);
  // The condition that falls through has its place among the others unless `on success` says where.
  if (succeeds !== undefined && !written.successPlaced) {
    const edge = { ...succeeds, target: success };
    if (control.kind === 'check' && control.success !== 'comparison' && control.success.last === true)
      made.conditions.push(edge);
    else made.conditions.unshift(edge);
  }
  fillFromDefaults(lowering, made, form, where, follow, written.misspelt ? undefined : item);
  made.next = nextOf(made, form, written, success);
}

interface Written {
  readonly success: Target | undefined;
  readonly successPlaced: boolean;
  readonly nextAction: Target | undefined;
  /** A branch is there that the statement does not have, and probably one that it lacks is meant. */
  readonly misspelt: boolean;
}

function collectBranches(lowering: Lowering, made: Draft, context: BranchContext): Written {
  const { form, braces, where, follow, resolver } = context;
  let success: Target | undefined;
  let successPlaced = false;
  let nextAction: Target | undefined;
  let misspelt = false;
  for (const branch of braces?.entries ?? []) {
    if (branch.kind !== 'branch') continue;
    const target = branchTarget(lowering, branch, where, follow);
    for (const pattern of branch.patterns) {
      const edge = understandPattern(pattern, form, resolver);
      if (edge === undefined || (form.control.kind === 'terminal' && edge.kind !== 'error')) {
        misspelt = reportUnknownBranch(lowering, form, pattern) || misspelt;
        continue;
      }
      if (edge.kind === 'success') {
        success = target;
        const condition = successCondition(made, form, undefined);
        if (condition !== undefined) {
          made.conditions.push({ ...condition, target });
          successPlaced = true;
        }
      } else if (edge.kind === 'nextAction') nextAction = target;
      else addEdge(lowering, made, edge, target, pattern, branch);
    }
  }
  return { success, successPlaced, nextAction, misspelt };
}

/** The target of an `on`: its jump, or its body lowered behind the action. */
export function branchTarget(lowering: Lowering, branch: Branch, where: Where, follow: Target): Target {
  return branch.target.kind === 'jump'
    ? jumpTarget(lowering, where, branch.target, follow)
    : lowering.lowerBody(branch.target, where, follow);
}

/** Adds an edge; a second one for the same branch is reported. `none` stands for a branch that was decided not to be. */
export function addEdge(
  lowering: Lowering,
  made: Draft,
  edge: Edge,
  target: Target,
  pattern: Pattern,
  branch: Branch,
): void {
  const place = { source: lowering.source, span: pattern.span };
  const twice = () => {
    const fixes = removePattern(lowering.source, branch, pattern);
    report(lowering, 'duplicate-branch', pattern.span, { word: patternText(pattern) }, fixes);
  };
  if (edge.kind === 'error') {
    const again = made.errors.some((e) => e.type === edge.type && e.raw === undefined && e.again !== true);
    if (again && edge.raw === undefined && edge.again !== true) {
      twice();
      return;
    }
    made.branchPlaces.set(edge.type, place);
    made.errors.push({
      type: edge.type,
      target,
      ...(edge.raw === undefined ? {} : { raw: edge.raw }),
      ...(edge.again === true ? { again: true } : {}),
    });
  } else if (edge.kind === 'condition') {
    const again = made.conditions.some(
      (c) =>
        c.operator === edge.operator &&
        edge.raw === undefined &&
        c.raw === undefined &&
        sameJson(c.operands as never, edge.operands as never),
    );
    if (again) twice();
    made.branchPlaces.set(`condition:${made.conditions.length}`, place);
    made.conditions.push({
      operator: edge.operator,
      operands: edge.operands,
      target,
      ...(edge.raw === undefined ? {} : { raw: edge.raw }),
    });
  }
}

/** True when another branch was probably meant. */
function reportUnknownBranch(lowering: Lowering, form: Form, pattern: Pattern): boolean {
  const known = (form.branches ?? []).map((b) => b.word);
  const said = patternText(pattern);
  const suggestion = nearest(said, known);
  const params = { phrase: form.phrase, word: said, known, suggestion };
  report(lowering, 'unknown-branch', pattern.span, params, renameTo(pattern.span, suggestion));
  return suggestion !== undefined;
}

/** `> 0` behind the operands of a check. */
function ownComparison(
  lowering: Lowering,
  made: Draft,
  { form, rest, resolver }: BranchContext,
): { readonly operator: string; readonly operands: readonly string[] } | undefined {
  const [sign, value] = rest;
  if (sign?.kind !== 'sign' || value === undefined) return undefined;
  const found = understandComparison(sign.text as never, [value], resolver, form.caseAs);
  if (found === undefined) {
    report(lowering, 'value-kind', made.place.span, {
      said: undefined,
      wanted: 'a comparison like `> 0`',
      suggestion: undefined,
    });
    return undefined;
  }
  return found as { operator: string; operands: readonly string[] };
}

function successCondition(
  made: Draft,
  form: Form,
  comparison: { readonly operator: string; readonly operands: readonly string[] } | undefined,
): { operator: string; operands: readonly string[] } | undefined {
  const { control } = form;
  if (control.kind !== 'check') return undefined;
  if (control.success === 'comparison') return comparison;
  if (control.onlyWith !== undefined && atPath(made.parameters, control.onlyWith) === undefined) return undefined;
  return { operator: 'Equals', operands: [control.success.equals] };
}

/** True when the slot's branch exists with these parameters. */
export function applies(slot: BranchSlot, made: { readonly parameters: Draft['parameters'] }): boolean {
  if (slot.when === undefined) return true;
  const value = atPath(made.parameters, slot.when.path);
  return slot.when.is === undefined ? value !== undefined : sameJson(value, slot.when.is);
}

/** Branches that no line of the statement names: from a default, or missing, which is told of `item` where that is given. */
export function fillFromDefaults(
  lowering: Lowering,
  made: Draft,
  form: Form,
  where: Where,
  follow: Target,
  item: Statement | undefined,
): void {
  for (const slot of form.branches ?? []) {
    if (slot.need === 'written' || !applies(slot, made) || isThere(made, slot)) continue;
    const leaves = form.control.kind === 'leave';
    const target = defaultTarget(lowering, where, { phrase: form.phrase, word: slot.word, leaves }, follow);
    if (target !== undefined) {
      if ('error' in slot) made.errors.push({ type: slot.error, target });
      else made.conditions.push({ operator: 'Equals', operands: [slot.equals], target });
    } else if (slot.need === 'always' && item !== undefined) {
      const fixes = leaves ? {} : addBranch(lowering.source, item, `on ${slot.word} -> next`);
      report(lowering, 'unhandled-branch', made.place.span, { phrase: form.phrase, word: slot.word }, fixes);
    }
  }
}

function isThere(made: Draft, slot: BranchSlot): boolean {
  if ('error' in slot) return made.errors.some((e) => e.type === slot.error);
  return made.conditions.some(
    (c) => c.operator === 'Equals' && c.operands.length === 1 && c.operands[0] === slot.equals,
  );
}

/** NextAction: success, or a copy of the branch that the console mirrors. */
function nextOf(made: Draft, form: Form, written: Written, success: Target): Target {
  if (written.nextAction !== undefined) return written.nextAction;
  const { control } = form;
  if (control.kind === 'plain') return success;
  if (control.kind === 'terminal') return NONE;
  return mirrored(made, control.mirror);
}

/** The target of the mirrored branch; without that branch there is no NextAction. */
export function mirrored(made: Draft, mirror: string | undefined): Target {
  if (mirror === undefined) return NONE;
  return made.errors.find((e) => e.type === mirror)?.target ?? NONE;
}
