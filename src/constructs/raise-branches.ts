/** Where control goes from an action, said as branches: success, NextAction, conditions, error branches. */
import type { BranchSlot, Form } from '../catalogue/types.ts';
import { canonicalJson } from '../graph/canonical.ts';
import type { ErrorEdge, FlowAction } from '../graph/flow-graph.ts';
import type { Value } from '../syntax/ast.ts';
import { pattern, sign, word } from '../syntax/make.ts';
import { sameJson } from '../text/json.ts';
import { applies } from './branches.ts';
import { sayComparison, sayCondition, sayError } from './patterns.ts';
import type { RaisedBlock, RaisedBranch, RaisedTarget } from './types.ts';

/** Those of the flow, by id. */
export type Actions = ReadonlyMap<string, FlowAction>;

/** What an edge leads to. */
export function targetOf(actions: Actions, id: string | undefined): RaisedTarget {
  if (id === undefined) return { kind: 'none' };
  if (id === '') return { kind: 'nothing' };
  return actions.has(id) ? { kind: 'action', id } : { kind: 'dangling', id };
}

interface SaidControl {
  readonly kind: RaisedBlock['kind'];
  readonly words: readonly Value[];
  readonly target: RaisedTarget | undefined;
  readonly branches: readonly RaisedBranch[];
}

/** The conditions. They keep their order, so they are never left to a default, which would put them last. */
export function sayConditions(
  actions: Actions,
  { conditions }: FlowAction,
  form: Form | undefined,
): readonly RaisedBranch[] {
  const asked = new Set<string>();
  return conditions.map((edge) => {
    const question = canonicalJson([edge.operator, edge.operands]);
    const isAgain = asked.has(question);
    asked.add(question);
    const target = targetOf(actions, edge.target);
    return { pattern: sayCondition(edge, form, isAgain), target, word: undefined, need: 'written' };
  });
}

/** Success, NextAction and conditions. */
export function sayControl(actions: Actions, action: FlowAction, form: Form): SaidControl {
  const { control } = form;
  if (control.kind === 'terminal') return { kind: 'terminal', words: [], target: undefined, branches: [] };
  const conditions = sayConditions(actions, action, form);
  if (control.kind === 'plain') {
    return { kind: 'plain', words: [], target: targetOf(actions, action.next), branches: conditions };
  }
  const mirror = sayMirror(actions, action, control.mirror);
  if (control.kind !== 'check') {
    return { kind: control.kind, words: [], target: undefined, branches: [...conditions, ...mirror] };
  }
  const found = successIndex(action, form);
  if (found !== undefined) {
    const target = targetOf(actions, action.conditions[found.index]?.target);
    const others = conditions.filter((_, i) => i !== found.index);
    if (found.placed) return { kind: 'check', words: found.words, target, branches: [...others, ...mirror] };
    const branches = conditions.map((said, i) => (i === found.index ? written('success', target) : said));
    return { kind: 'decision', words: [], target: undefined, branches: [...branches, ...mirror] };
  }
  const implied = control.success !== 'comparison' && (control.onlyWith === undefined || has(action, control.onlyWith));
  const missing = implied ? [written('success', { kind: 'none' })] : [];
  return { kind: 'decision', words: [], target: undefined, branches: [...conditions, ...missing, ...mirror] };
}

function has(action: FlowAction, parameter: string): boolean {
  return Object.hasOwn(action.parameters, parameter);
}

/** The condition that falls through, and whether it stands where lowering puts it unasked. */
function successIndex(
  action: FlowAction,
  form: Form,
): { readonly index: number; readonly placed: boolean; readonly words: readonly Value[] } | undefined {
  const { control } = form;
  if (control.kind !== 'check') return undefined;
  const { conditions } = action;
  if (control.success === 'comparison') {
    const [only] = conditions;
    if (only === undefined || conditions.length !== 1 || only.raw !== undefined) return undefined;
    const said = sayComparison(only.operator, only.operands, form.caseAs);
    return said?.operator === undefined
      ? undefined
      : { index: 0, placed: true, words: [sign(said.operator), ...said.words] };
  }
  const { equals, last } = control.success;
  const index = conditions.findIndex(
    (c) => c.operator === 'Equals' && c.raw === undefined && sameJson(c.operands as never, [equals]),
  );
  if (index < 0) return undefined;
  // Without the parameter that brings the condition along, it is one like any other.
  if (control.onlyWith !== undefined && !has(action, control.onlyWith)) return undefined;
  return { index, placed: index === (last === true ? conditions.length - 1 : 0), words: [] };
}

/** A NextAction that is no copy of the mirrored branch is a branch of its own. */
export function sayMirror(actions: Actions, action: FlowAction, mirror: string | undefined): readonly RaisedBranch[] {
  const mirrored = mirror === undefined ? [] : action.errors.filter((e) => e.type === mirror);
  const expected = (mirrored.find((e) => e.raw === undefined) ?? mirrored[0])?.target;
  return expected === action.next ? [] : [written('next_action', targetOf(actions, action.next))];
}

/** A branch that stands in the text wherever it leads. */
export function written(said: string, target: RaisedTarget): RaisedBranch {
  // Without a word no default covers it, and `always` has it written even where it says `-> none`.
  return { pattern: pattern([word(said)]), target, word: undefined, need: 'always' };
}

/** The order of error branches in a document means nothing, so the text has one of its own: odd shapes before plain ones. */
export function inOrderOfText(a: ErrorEdge, b: ErrorEdge): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  return Number(a.raw === undefined) - Number(b.raw === undefined);
}

const RANK: Readonly<Record<string, number>> = { timeout: 0, default: 1, error: 3 };

/** Error branches in the order in which they are written, and those that are absent although a default might cover them. */
export function sayErrors(actions: Actions, action: FlowAction, form: Form | undefined): readonly RaisedBranch[] {
  const slots = form?.branches ?? [];
  const branches: RaisedBranch[] = [];
  const seen = new Set<string>();
  const errors = [...action.errors].sort(inOrderOfText);
  for (const error of errors) branches.push(sayErrorEdge(actions, action, error, form, seen));
  for (const slot of slots) {
    if (slot.need === 'written' || !applies(slot, action) || isPresent(action, slot)) continue;
    branches.push({ pattern: pattern([word(slot.word)]), target: { kind: 'none' }, word: slot.word, need: slot.need });
  }
  return branches.sort((a, b) => rank(a) - rank(b));
}

function rank(branch: RaisedBranch): number {
  return branch.word === undefined ? 2 : (RANK[branch.word] ?? 2);
}

function sayErrorEdge(
  actions: Actions,
  action: FlowAction,
  error: ErrorEdge,
  form: Form | undefined,
  seen: Set<string>,
): RaisedBranch {
  const again = seen.has(error.type) ? { ErrorType: error.type } : undefined;
  const raw = error.raw === undefined ? again : error.raw;
  if (error.raw === undefined) seen.add(error.type);
  const slot = raw === undefined ? form?.branches?.find((b) => 'error' in b && b.error === error.type) : undefined;
  return {
    pattern: sayError(error.type, raw, form),
    target: targetOf(actions, error.target),
    word: slot?.word,
    need: slot !== undefined && applies(slot, action) && !isOdd(action, error.type) ? slot.need : 'written',
  };
}

/** True where an entry of an odd shape stands for the branch too: then no default adds the plain one. */
function isOdd({ errors }: FlowAction, type: string): boolean {
  return errors.some((error) => error.type === type && error.raw !== undefined);
}

function isPresent(action: FlowAction, slot: BranchSlot): boolean {
  if ('error' in slot) return action.errors.some((e) => e.type === slot.error);
  return action.conditions.some(
    (c) => c.operator === 'Equals' && c.operands.length === 1 && c.operands[0] === slot.equals,
  );
}
