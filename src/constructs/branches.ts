/** The branches of a statement as edges of its action: written ones, defaults, success, NextAction. */
import type { BranchSlot, Form } from '../catalogue/types.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Block, Branch, Pattern, Statement, Value } from '../syntax/ast.ts';
import { sameJson, type Json } from '../text/json.ts';
import { branchCalled } from './branch-called.ts';
import { addBranch, removePattern } from './fixes.ts';
import { atPath } from './json-values.ts';
import { headSpan, NONE, placeBranch, report, type Draft, type Lowering, type Target, type Where } from './lowering.ts';
import { patternText, understandComparison, understandPattern, type Edge } from './patterns.ts';
import type { FlowResolver } from './resolver.ts';
import { reportSurplus } from './surplus.ts';
import { defaultTarget, hasDefault, jumpTarget } from './targets.ts';

export interface BranchContext {
  readonly form: Form;
  readonly item: Statement;
  readonly braces: Block | undefined;
  /** Words behind the operands: a comparison, or too much. */
  readonly rest: readonly Value[];
  readonly where: Where;
  readonly follow: Target;
  readonly resolver: FlowResolver;
}

/** Lowers the branches of a statement into the edges of its action. */
export function lowerBranches(lowering: Lowering, made: Draft, context: BranchContext): void {
  const { form, item, rest, where, follow } = context;
  const written = collectBranches(lowering, made, context);
  const { control } = form;
  const compares = control.kind === 'check' && control.success === 'comparison' && rest[0]?.kind === 'sign';
  const comparison = compares ? ownComparison(lowering, made, context) : undefined;
  const surplus = compares ? rest[2] : rest[0];
  if (surplus !== undefined) reportSurplus(lowering, form, item, rest, surplus);
  const success = written.success ?? follow;
  const succeeds = successCondition(made, form, comparison);
  // The condition that falls through has its place among the others unless `on success` says where.
  if (succeeds !== undefined && !written.successPlaced) {
    const edge = { operator: succeeds.operator, operands: succeeds.operands, target: success, raw: undefined };
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
  const { form, item, braces, where, follow, resolver } = context;
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
        misspelt = reportUnknownBranch(lowering, form, item, pattern) || misspelt;
        continue;
      }
      if (edge.kind === 'success') {
        success = target;
        const condition = successCondition(made, form, undefined);
        if (condition !== undefined) {
          const { operator, operands } = condition;
          made.conditions.push({ operator, operands, target, raw: undefined });
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
  if (edge.kind === 'error') {
    const { type, raw, again } = edge;
    if (raw === undefined && again !== true && hasError(made, type)) {
      reportTwice(lowering, branch, pattern);
      return;
    }
    placeBranch(made, type, place);
    pushError(made, { type, target, raw, again });
  } else if (edge.kind === 'condition') {
    const { operator, operands, raw, again } = edge;
    if (raw === undefined && again !== true && hasCondition(made, operator, operands))
      reportTwice(lowering, branch, pattern);
    placeBranch(made, `condition:${made.conditions.length}`, place);
    made.conditions.push({ operator, operands, target, raw });
  }
}

/** A plain one goes before those that the document has `again`: the first of them is the one that a word says. */
function pushError(made: Draft, error: Draft['errors'][number]): void {
  if (error.raw === undefined && error.again !== true) {
    const second = made.errors.findIndex(({ type, again }) => again === true && type === error.type);
    if (second >= 0) {
      made.errors.splice(second, 0, error);
      return;
    }
  }
  made.errors.push(error);
}

function hasError(made: Draft, type: string): boolean {
  for (const error of made.errors) {
    if (error.type === type && error.raw === undefined && error.again !== true) return true;
  }
  return false;
}

function hasCondition(made: Draft, operator: string, operands: readonly Json[]): boolean {
  for (const condition of made.conditions) {
    if (condition.operator === operator && condition.raw === undefined && sameJson(condition.operands, operands))
      return true;
  }
  return false;
}

function reportTwice(lowering: Lowering, branch: Branch, pattern: Pattern): void {
  const fixes = removePattern(lowering.source, branch, pattern);
  report(lowering, 'duplicate-branch', pattern.span, { word: patternText(pattern) }, fixes);
}

/** True when another branch was probably meant. */
function reportUnknownBranch(lowering: Lowering, form: Form, item: Statement, pattern: Pattern): boolean {
  const known = (form.branches ?? []).map((b) => b.word);
  const said = patternText(pattern);
  const bare = pattern.operator === undefined && pattern.words.length === 1 && pattern.words[0]?.kind === 'word';
  const several = said.split(' ');
  const near = several.every((word) => known.includes(word))
    ? several.join(', ')
    : (nearest(said, known) ?? branchCalled(said, known, item));
  const suggestion = near ?? (bare ? quotedCase(form, said) : undefined);
  const falls = form.control.kind === 'plain' || form.control.kind === 'check';
  const params = { phrase: form.phrase, word: said, known, suggestion, falls };
  report(lowering, 'unknown-branch', pattern.span, params, renameTo(pattern.span, suggestion));
  // A word that the statement does not know, and that is no case of one's own, stands for one that it does.
  return near !== undefined || (bare && suggestion === undefined);
}

/** A bare word as a case of the form: values of one's own are quoted. A check compares figures, and has no such values. */
export function quotedCase(form: Form, said: string): string | undefined {
  const isCase = form.cases === 'names' || (form.cases === 'comparisons' && form.control.kind !== 'check');
  return isCase ? JSON.stringify(said) : undefined;
}

/** `> 0` behind the operands of a check. */
function ownComparison(
  lowering: Lowering,
  made: Draft,
  { form, rest, resolver }: BranchContext,
): { readonly operator: string; readonly operands: readonly string[] } | undefined {
  const [sign, value] = rest;
  const told = lowering.diagnostics.length;
  const found =
    sign?.kind === 'sign' && value !== undefined
      ? understandComparison(sign.text as never, [value], resolver, form.caseAs)
      : undefined;
  if (found === undefined && lowering.diagnostics.length === told) {
    report(lowering, 'value-kind', headSpan(rest.slice(0, 2), made.place.span), {
      said: undefined,
      wanted: 'a comparison like `> 0`',
      suggestion: undefined,
    });
  }
  return found as { operator: string; operands: readonly string[] } | undefined;
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
  if (form.branches === undefined) return;
  const leaves = form.control.kind === 'leave';
  const unhandled: string[] = [];
  for (const slot of form.branches) {
    if (slot.need === 'written' || !applies(slot, made) || isThere(made, slot)) continue;
    const target = defaultTarget(lowering, where, { phrase: form.phrase, word: slot.word, leaves }, follow);
    if (target === undefined) {
      if (slot.need === 'always') unhandled.push(slot.word);
    } else if ('error' in slot) pushError(made, { type: slot.error, target, raw: undefined, again: undefined });
    else made.conditions.push({ operator: 'Equals', operands: [slot.equals], target, raw: undefined });
  }
  if (item === undefined) return;
  const hasNext = !leaves && follow.kind !== 'off';
  // Without a target from it, a default that is there means `next`.
  const byDefault = unhandled.filter((word) => hasDefault(where, { phrase: form.phrase, word }));
  for (const words of [unhandled.filter((word) => !byDefault.includes(word)), byDefault]) {
    if (words.length === 0) continue;
    const fixes = hasNext ? addBranch(lowering.source, item, `on ${words.join(', ')} -> next`) : {};
    const params = { phrase: form.phrase, words, defaultIsNext: words === byDefault, leaves };
    report(lowering, 'unhandled-branch', made.place.span, params, fixes);
  }
}

function isThere(made: Draft, slot: BranchSlot): boolean {
  if ('error' in slot) {
    for (const { type, again } of made.errors) if (type === slot.error && again !== true) return true;
    return false;
  }
  for (const { operator, operands } of made.conditions) {
    if (operator === 'Equals' && operands.length === 1 && operands[0] === slot.equals) return true;
  }
  return false;
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
  const errors = made.errors.filter((e) => e.type === mirror);
  return (errors.find((e) => e.raw === undefined) ?? errors[0])?.target ?? NONE;
}
