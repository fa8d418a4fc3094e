/**
 * Bridge 2 backward: each action of a graph said as a statement. Every saying is verified: it is understood again, and a
 * plainer one is taken (in the end `action Type { … }`) when that does not give the same parameters to the letter.
 */
import { entryOf } from '../catalogue/index.ts';
import type { BranchSlot, Form } from '../catalogue/types.ts';
import type { EntityKind } from '../entities/types.ts';
import type { ErrorEdge, FlowAction, FlowGraph } from '../graph/flow-graph.ts';
import { edgesOf } from '../graph/flow-graph.ts';
import type { Clause, Param, Value } from '../syntax/ast.ts';
import { block, pattern, sign, word, words as phraseWords } from '../syntax/make.ts';
import { sameJson, type JsonObject } from '../text/json.ts';
import type { Namer, Resolver } from './codecs.ts';
import { COMPARE_FORM } from './compare.ts';
import { foldedValue, foldOf, sayFold } from './folded.ts';
import { sayText } from './json-values.ts';
import { LOOP_FORM, sayLoop } from './loop.ts';
import { applies } from './branches.ts';
import { chooseForm } from './forms.ts';
import { nameHints } from './name-hints.ts';
import { sayParameters, understandParameters, type Told } from './parameters.ts';
import { sayComparison, sayCondition, sayError } from './patterns.ts';
import { sayRawAction } from './raw-action.ts';
import { sayShares, SPLIT_FORM } from './split.ts';
import { SHARED_TYPES } from './targets.ts';
import type { RaisedBlock, RaisedBranch, RaisedTarget } from './types.ts';

/** Names for ids and ARNs, and back: what the raised text will declare. */
export interface Names {
  /** The name for a value; declares one when there is none. `display` is what the console calls it. */
  readonly refer: (kind: EntityKind, value: string, display: string | undefined) => string;
  readonly valueOf: (kind: EntityKind, name: string) => string | undefined;
  /** Runs a way of saying; where it comes to nothing (undefined), the names that it gave are free again. */
  readonly attempt: <Said>(say: () => Said | undefined) => Said | undefined;
  readonly mention: (value: Value, kind: EntityKind, name: string) => void;
}

/** Says every action of the graph; folded ones are members of the block before them. */
export function raiseBlocks(graph: FlowGraph, names: Names): readonly RaisedBlock[] {
  const actions = new Map(graph.actions.map((action) => [action.id, action]));
  const incoming = countIncoming(graph);
  const raising: Raising = { actions, incoming, names, folded: new Set() };
  const blocks: RaisedBlock[] = [];
  const ordered = inReadingOrder(graph);
  for (const action of ordered) {
    // The second action of a fold may stand before the first in the document.
    const second = foldedSecond(raising, action);
    if (second !== undefined) raising.folded.add(second.action.id);
  }
  for (const action of ordered) if (!raising.folded.has(action.id)) blocks.push(raiseAction(raising, action));
  return blocks;
}

interface Raising {
  readonly actions: ReadonlyMap<string, FlowAction>;
  readonly incoming: ReadonlyMap<string, number>;
  readonly names: Names;
  readonly folded: Set<string>;
}

/**
 * Actions as one meets them from the start, then the unreachable ones. It depends on the edges alone, not on how a
 * document lists them, so names come out the same for the same flow.
 */
function inReadingOrder(graph: FlowGraph): readonly FlowAction[] {
  const byId = new Map(graph.actions.map((action) => [action.id, action]));
  const seen = new Set<FlowAction>();
  const visit = (start: string | undefined) => {
    const stack = [start];
    while (stack.length > 0) {
      const action = byId.get(stack.pop() ?? '');
      if (action === undefined || seen.has(action)) continue;
      seen.add(action);
      const errors = [...action.errors].sort(inOrderOfText);
      const targets = [action.next, ...action.conditions.map((c) => c.target), ...errors.map((e) => e.target)];
      for (let i = targets.length - 1; i >= 0; i--) stack.push(targets[i]);
    }
  };
  visit(graph.start);
  if (seen.size < graph.actions.length) {
    // What nothing leads to comes before what lies behind it, wherever the document has the two.
    const incoming = countIncoming(graph);
    for (const action of graph.actions) if (!incoming.has(action.id)) visit(action.id);
    for (const action of graph.actions) visit(action.id);
  }
  return [...seen];
}

/** The order of error branches in a document means nothing, so the text has one of its own: odd shapes before plain ones. */
function inOrderOfText(a: ErrorEdge, b: ErrorEdge): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  return Number(a.raw === undefined) - Number(b.raw === undefined);
}

function countIncoming(graph: FlowGraph): Map<string, number> {
  const incoming = new Map<string, number>();
  const add = (id: string | undefined) => id !== undefined && incoming.set(id, (incoming.get(id) ?? 0) + 1);
  add(graph.start);
  for (const action of graph.actions) for (const { target } of edgesOf(action)) add(target);
  return incoming;
}

function targetOf({ actions }: Raising, id: string | undefined): RaisedTarget {
  if (id === undefined) return { kind: 'none' };
  if (id === '') return { kind: 'nothing' };
  return actions.has(id) ? { kind: 'action', id } : { kind: 'dangling', id };
}

/** How an action is said, before its branches. */
interface Saying {
  readonly form: Form | undefined;
  readonly kind: RaisedBlock['kind'];
  readonly words: readonly Value[];
  readonly entries: readonly (Param | Clause)[];
}

function raiseAction(raising: Raising, action: FlowAction): RaisedBlock {
  return raiseSpecial(raising, action) ?? raiseForm(raising, action) ?? raiseRaw(raising, action);
}

// ------------------------------------------------------------------------------------------------ by form

function raiseForm(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  if (action.extra !== undefined || action.transitionsExtra !== undefined) return undefined;
  for (const form of entryOf(action.type)?.forms ?? []) {
    const saying = raising.names.attempt(() => sayByForm(raising, action, form));
    if (saying !== undefined) return finishForm(raising, action, form, saying);
  }
  return undefined;
}

function sayByForm(raising: Raising, action: FlowAction, form: Form): Saying | undefined {
  const { control } = form;
  if (control.kind === 'terminal' && edgesOf(action).length > 0) return undefined;
  const { names } = raising;
  const namer: Namer = {
    refer: (kind, value, path) => names.refer(kind, value, action.display?.[path]),
    called: (path) => action.display?.[path],
    mention: names.mention,
  };
  const said = sayParameters(action.parameters, form, namer);
  if (said === undefined) return undefined;
  const words = [...phraseWords(form.phrase), ...said.operands];
  if (chooseForm(words)?.form !== form) return undefined;
  if (!sameJson(understoodAgain(raising, form, said.operands, said.entries), action.parameters)) return undefined;
  return { form, kind: control.kind, words, entries: said.entries };
}

function understoodAgain(
  raising: Raising,
  form: Form,
  operands: readonly Value[],
  entries: readonly (Param | Clause)[],
): JsonObject | undefined {
  let wrong = false;
  const fail = () => {
    wrong = true;
    return undefined;
  };
  const resolver: Resolver = {
    resolve: (kind, value) => {
      const said = value.kind === 'text' ? value.value : value.kind === 'word' ? value.text : '';
      return raising.names.valueOf(kind, said) ?? (value.kind === 'text' ? said : fail());
    },
    wrong: fail,
  };
  const told: Told = { source: { path: '', text: '' }, places: new Map(), problem: fail };
  const { parameters, rest } = understandParameters(operands, block(entries), form, resolver, told);
  return wrong || rest.length > 0 ? undefined : parameters;
}

function finishForm(raising: Raising, action: FlowAction, form: Form, saying: Saying): RaisedBlock {
  const second = foldedSecond(raising, action);
  const fold = foldOf(form.phrase);
  const folded = fold === undefined ? undefined : sayFold(fold, second?.value);
  const last = second?.action ?? action;
  const success = sayControl(raising, { ...action, next: last.next }, form);
  return {
    id: action.id,
    members: second === undefined ? [action.id] : [action.id, second.action.id],
    type: action.type,
    label: action.label,
    kind: success.kind,
    phrase: form.phrase,
    words: [...saying.words, ...success.words],
    entries: folded === undefined ? saying.entries : [...saying.entries, folded],
    success: success.target,
    branches: [...success.branches, ...sayErrors(raising, action, form)],
    nameHints: nameHints(action, form.phrase, saying.words),
    shareable: isShareable(action),
  };
}

function foldedSecond(
  raising: Raising,
  action: FlowAction,
): { readonly action: FlowAction; readonly value: string } | undefined {
  const form = entryOf(action.type)?.forms[0];
  const fold = form === undefined ? undefined : foldOf(form.phrase);
  if (fold === undefined || action.extra !== undefined || raising.folded.has(action.id)) return undefined;
  const second = raising.actions.get(action.next ?? '');
  if (second === undefined || second.id === action.id) return undefined;
  const value = foldedValue(fold, action, second, raising.incoming.get(second.id) ?? 0);
  // The first must itself be sayable by that form.
  if (value === undefined || form === undefined || sayByForm(raising, action, form) === undefined) return undefined;
  return { action: second, value };
}

interface SaidControl {
  readonly kind: RaisedBlock['kind'];
  readonly words: readonly Value[];
  readonly target: RaisedTarget | undefined;
  readonly branches: readonly RaisedBranch[];
}

/** Success, NextAction and conditions. */
function sayControl(raising: Raising, action: FlowAction, form: Form): SaidControl {
  const { control } = form;
  const condition = (i: number): RaisedBranch => {
    const edge = action.conditions[i] as FlowAction['conditions'][number];
    // Conditions keep their order, so they are never left to a default, which would put them last.
    return {
      pattern: sayCondition(edge, form, isAgain(action, i)),
      target: targetOf(raising, edge.target),
      word: undefined,
      need: 'written',
    };
  };
  const conditions = action.conditions.map((_, i) => i);
  if (control.kind === 'plain') {
    return { kind: 'plain', words: [], target: targetOf(raising, action.next), branches: conditions.map(condition) };
  }
  if (control.kind === 'terminal') return { kind: 'terminal', words: [], target: undefined, branches: [] };
  const mirror = sayMirror(raising, action, control.mirror);
  if (control.kind !== 'check') {
    return { kind: control.kind, words: [], target: undefined, branches: [...conditions.map(condition), ...mirror] };
  }
  const found = successIndex(action, form);
  if (found !== undefined) {
    const target = targetOf(raising, action.conditions[found.index]?.target);
    const others = conditions.filter((i) => i !== found.index).map(condition);
    if (found.placed) return { kind: 'check', words: found.words, target, branches: [...others, ...mirror] };
    const branches = conditions.map((i) => (i === found.index ? written('success', target) : condition(i)));
    return { kind: 'decision', words: [], target: undefined, branches: [...branches, ...mirror] };
  }
  const implied = control.success !== 'comparison' && (control.onlyWith === undefined || has(action, control.onlyWith));
  const missing = implied ? [written('success', { kind: 'none' })] : [];
  return {
    kind: 'decision',
    words: [],
    target: undefined,
    branches: [...conditions.map(condition), ...missing, ...mirror],
  };
}

function has(action: FlowAction, parameter: string): boolean {
  return Object.prototype.hasOwnProperty.call(action.parameters, parameter);
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
function sayMirror(raising: Raising, action: FlowAction, mirror: string | undefined): readonly RaisedBranch[] {
  const mirrored = mirror === undefined ? [] : action.errors.filter((e) => e.type === mirror);
  const expected = (mirrored.find((e) => e.raw === undefined) ?? mirrored[0])?.target;
  return expected === action.next ? [] : [written('next_action', targetOf(raising, action.next))];
}

function written(said: string, target: RaisedTarget): RaisedBranch {
  // Without a word no default covers it, and `always` has it written even where it says `-> none`.
  return { pattern: pattern([word(said)]), target, word: undefined, need: 'always' };
}

const RANK: Readonly<Record<string, number>> = { timeout: 0, default: 1, error: 3 };

/** Error branches in the order in which they are written, and those that are absent although a default might cover them. */
function sayErrors(raising: Raising, action: FlowAction, form: Form | undefined): readonly RaisedBranch[] {
  const slots = form?.branches ?? [];
  const branches: RaisedBranch[] = [];
  const seen = new Set<string>();
  const errors = [...action.errors].sort(inOrderOfText);
  for (const error of errors) branches.push(sayErrorEdge(raising, action, error, form, seen));
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
  raising: Raising,
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
    target: targetOf(raising, error.target),
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

/** True when the block asks the same before. */
function isAgain({ conditions }: FlowAction, index: number): boolean {
  const edge = conditions[index];
  const before = conditions.slice(0, index);
  return before.some((c) => c.operator === edge?.operator && sameJson(c.operands as never, edge.operands as never));
}

function isShareable(action: FlowAction): boolean {
  const plain = Object.keys(action.parameters).length === 0 && edgesOf(action).length === 0;
  return plain && action.label === undefined && Object.values(SHARED_TYPES).includes(action.type);
}

// ------------------------------------------------------------------------------------------------ Compare, Loop, split

function raiseSpecial(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  if (action.extra !== undefined || action.transitionsExtra !== undefined) return undefined;
  switch (action.type) {
    case 'Compare':
      return raiseCompare(raising, action);
    case 'Loop':
      return raiseLoop(raising, action);
    case 'DistributeByPercentage':
      return raiseSplit(raising, action);
    default:
      return undefined;
  }
}

function raiseCompare(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  const { ComparisonValue: value } = action.parameters;
  if (Object.keys(action.parameters).length !== 1 || typeof value !== 'string') return undefined;
  const control = sayControl(raising, action, COMPARE_FORM);
  return special(raising, action, COMPARE_FORM, {
    kind: 'compare',
    words: [sayText(value)],
    branches: control.branches,
  });
}

function raiseLoop(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  const said = sayLoop(action);
  if (said === undefined) return undefined;
  const done = targetOf(raising, said.done);
  const branches: RaisedBranch[] = [];
  if (said.doneFirst) branches.push(written('done', done));
  if (action.next !== said.done) branches.push(written('next_action', targetOf(raising, action.next)));
  const raised = special(raising, action, LOOP_FORM, { kind: 'loop', words: said.words, branches });
  return { ...raised, success: done, body: targetOf(raising, said.again) };
}

function raiseSplit(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  const shares = sayShares(action);
  if (shares === undefined || Object.keys(action.parameters).length > 0) return undefined;
  const branches = action.conditions.map((edge, i): RaisedBranch => {
    const share = shares[i] ?? sayCondition(edge, SPLIT_FORM, isAgain(action, i));
    return { pattern: share, target: targetOf(raising, edge.target), word: undefined, need: 'written' };
  });
  const mirror = sayMirror(raising, action, 'NoMatchingCondition');
  return special(raising, action, SPLIT_FORM, {
    kind: 'decision',
    words: [word('split')],
    branches: [...branches, ...mirror],
  });
}

function special(
  raising: Raising,
  action: FlowAction,
  form: Form,
  said: Pick<RaisedBlock, 'kind' | 'words' | 'branches'>,
): RaisedBlock {
  return {
    id: action.id,
    members: [action.id],
    type: action.type,
    label: action.label,
    phrase: form.phrase,
    entries: [],
    success: undefined,
    nameHints: nameHints(action, form.phrase, said.words),
    shareable: false,
    ...said,
    branches: [...said.branches, ...sayErrors(raising, action, form)],
  };
}

// ------------------------------------------------------------------------------------------------ anything else

function raiseRaw(raising: Raising, action: FlowAction): RaisedBlock {
  const { words, entries } = sayRawAction(action);
  const ends = action.next === undefined;
  const branches = action.conditions.map((edge, i): RaisedBranch => {
    return {
      pattern: sayCondition(edge, undefined, isAgain(action, i)),
      target: targetOf(raising, edge.target),
      word: undefined,
      need: 'written',
    };
  });
  return {
    id: action.id,
    members: [action.id],
    type: action.type,
    label: action.label,
    kind: ends ? (edgesOf(action).length === 0 ? 'terminal' : 'decision') : 'plain',
    phrase: `action ${action.type}`,
    words,
    entries: ends
      ? [...entries, { kind: 'clause', words: [word('ends')], block: undefined, span: { start: 0, end: 0 } }]
      : entries,
    success: ends ? undefined : targetOf(raising, action.next),
    branches: [...branches, ...sayErrors(raising, action, undefined)],
    nameHints: nameHints(action, 'action', words),
    shareable: false,
  };
}
