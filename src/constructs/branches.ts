/** The branches of a statement as edges of its action: written ones, defaults, success, NextAction. */
import type { BranchSlot, Form } from '../catalogue/types.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Block, Branch, Pattern, Statement, Value } from '../syntax/ast.ts';
import { sameJson } from '../text/json.ts';
import { addBranch, removePattern } from './fixes.ts';
import { atPath } from './json-values.ts';
import { NONE, report, type Draft, type Lowering, type Target, type Where } from './lowering.ts';
import { patternText, understandComparison, understandPattern, type Edge } from './patterns.ts';
import { type StatementResolver } from './resolver.ts';
import { defaultTarget, jumpTarget } from './targets.ts';

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
        edge.again !== true &&
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
  const bare = pattern.operator === undefined && pattern.words.length === 1 && pattern.words[0]?.kind === 'word';
  const near = nearest(said, known);
  const suggestion = near ?? (bare ? quotedCase(form, said) : undefined);
  const params = { phrase: form.phrase, word: said, known, suggestion };
  report(lowering, 'unknown-branch', pattern.span, params, renameTo(pattern.span, suggestion));
  // Where a statement has no cases of one's own, a word that it does not know stands for one that it does.
  return near !== undefined || (bare && form.cases === undefined);
}

/** A bare word as a case of the form: values of one's own are quoted. */
export function quotedCase(form: Form, said: string): string | undefined {
  return form.cases === 'names' || form.cases === 'comparisons' ? JSON.stringify(said) : undefined;
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
  if ('error' in slot) return made.errors.some((e) => e.type === slot.error && e.again !== true);
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
  const errors = made.errors.filter((e) => e.type === mirror);
  return (errors.find((e) => e.again !== true) ?? errors[0])?.target ?? NONE;
}
