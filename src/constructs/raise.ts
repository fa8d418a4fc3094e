/**
 * Bridge 2 backward: each action of a graph said as a statement. Every saying is verified: it is understood again, and a
 * plainer one is taken (in the end `action Type { … }`) when that does not give the same parameters to the letter.
 */
import { entryOf } from '../catalogue/index.ts';
import type { Form } from '../catalogue/types.ts';
import type { EntityKind } from '../entities/types.ts';
import type { FlowAction, FlowGraph } from '../graph/flow-graph.ts';
import { edgesOf } from '../graph/flow-graph.ts';
import type { Clause, Param, Value } from '../syntax/ast.ts';
import { block, clause, word, words as phraseWords } from '../syntax/make.ts';
import { sameJson, type JsonObject } from '../text/json.ts';
import type { Namer, Resolver } from './codecs.ts';
import { COMPARE_FORM } from './compare.ts';
import { foldedValue, foldOf, sayFold } from './folded.ts';
import { sayText } from './json-values.ts';
import { LOOP_FORM, sayLoop } from './loop.ts';
import { chooseForm } from './forms.ts';
import { nameHints } from './name-hints.ts';
import { sayParameters, understandParameters, type Told } from './parameters.ts';
import { sayConditions, sayControl, sayErrors, sayMirror, targetOf, written, type Actions } from './raise-branches.ts';
import { sayRawAction } from './raw-action.ts';
import { actionsInReadingOrder, countIncoming } from './reading-order.ts';
import { sayShares, SPLIT_FORM } from './split.ts';
import { SHARED_TYPES } from './targets.ts';
import type { RaisedBlock, RaisedBranch } from './types.ts';

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
  const ordered = actionsInReadingOrder(graph, actions, incoming);
  for (const action of ordered) {
    // The second action of a fold may stand before the first in the document.
    const second = foldedSecond(raising, action);
    if (second !== undefined) raising.folded.add(second.action.id);
  }
  return ordered.filter(({ id }) => !raising.folded.has(id)).map((action) => raiseAction(raising, action));
}

interface Raising {
  readonly actions: Actions;
  readonly incoming: ReadonlyMap<string, number>;
  readonly names: Names;
  /** Ids of the actions that the statement before them stands for. */
  readonly folded: Set<string>;
}

/** An action said by a form, before its branches. */
interface Saying {
  readonly words: readonly Value[];
  readonly entries: readonly (Param | Clause)[];
}

function raiseAction(raising: Raising, action: FlowAction): RaisedBlock {
  return raiseSpecial(raising, action) ?? raiseForm(raising, action) ?? raiseRaw(raising, action);
}

/** Only `action Type { … }` has words for members that flow language does not know. */
function hasExtras({ extra, transitionsExtra }: FlowAction): boolean {
  return extra !== undefined || transitionsExtra !== undefined;
}

// ------------------------------------------------------------------------------------------------ by form

function raiseForm(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  if (hasExtras(action)) return undefined;
  for (const form of entryOf(action.type)?.forms ?? []) {
    const saying = sayByForm(raising, action, form);
    if (saying !== undefined) return finishForm(raising, action, form, saying);
  }
  return undefined;
}

/** Undefined where the form cannot say the action's parameters to the letter. */
function sayByForm(raising: Raising, action: FlowAction, form: Form): Saying | undefined {
  if (form.control.kind === 'terminal' && edgesOf(action).length > 0) return undefined;
  const { names } = raising;
  const namer: Namer = {
    refer: (kind, value, path) => names.refer(kind, value, action.display?.[path]),
    called: (path) => action.display?.[path],
    mention: names.mention,
  };
  return names.attempt(() => {
    const said = sayParameters(action.parameters, form, namer);
    if (said === undefined) return undefined;
    const words = [...phraseWords(form.phrase), ...said.operands];
    if (chooseForm(words)?.form !== form) return undefined;
    if (!sameJson(understoodAgain(raising, form, said.operands, said.entries), action.parameters)) return undefined;
    return { words, entries: said.entries };
  });
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
    lacks: fail,
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
  const success = sayControl(raising.actions, { ...action, next: last.next }, form);
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
    branches: [...success.branches, ...sayErrors(raising.actions, action, form)],
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
  if (fold === undefined || hasExtras(action) || raising.folded.has(action.id)) return undefined;
  const second = raising.actions.get(action.next ?? '');
  if (second === undefined || second.id === action.id) return undefined;
  const value = foldedValue(fold, action, second, raising.incoming.get(second.id) ?? 0);
  // The first must itself be sayable by that form.
  if (value === undefined || form === undefined || sayByForm(raising, action, form) === undefined) return undefined;
  return { action: second, value };
}

function isShareable(action: FlowAction): boolean {
  const plain = Object.keys(action.parameters).length === 0 && edgesOf(action).length === 0;
  return plain && action.label === undefined && Object.values(SHARED_TYPES).includes(action.type);
}

// ------------------------------------------------------------------------------------------------ Compare, Loop, split

function raiseSpecial(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  if (hasExtras(action)) return undefined;
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
  const control = sayControl(raising.actions, action, COMPARE_FORM);
  return special(raising, action, COMPARE_FORM, {
    kind: 'compare',
    words: [sayText(value)],
    branches: control.branches,
  });
}

function raiseLoop(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  const said = sayLoop(action);
  if (said === undefined) return undefined;
  const done = targetOf(raising.actions, said.done);
  const branches: RaisedBranch[] = [];
  if (said.doneFirst) branches.push(written('done', done));
  if (action.next !== said.done) branches.push(written('next_action', targetOf(raising.actions, action.next)));
  const raised = special(raising, action, LOOP_FORM, { kind: 'loop', words: said.words, branches });
  return { ...raised, success: done, body: targetOf(raising.actions, said.again) };
}

function raiseSplit(raising: Raising, action: FlowAction): RaisedBlock | undefined {
  const shares = sayShares(action);
  if (shares === undefined || Object.keys(action.parameters).length > 0) return undefined;
  const branches = sayConditions(raising.actions, action, SPLIT_FORM).map((said, i): RaisedBranch => ({
    ...said,
    pattern: shares[i] ?? said.pattern,
  }));
  const mirror = sayMirror(raising.actions, action, 'NoMatchingCondition');
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
    branches: [...said.branches, ...sayErrors(raising.actions, action, form)],
  };
}

// ------------------------------------------------------------------------------------------------ anything else

function raiseRaw(raising: Raising, action: FlowAction): RaisedBlock {
  const { words, entries } = sayRawAction(action);
  const ends = action.next === undefined;
  return {
    id: action.id,
    members: [action.id],
    type: action.type,
    label: action.label,
    kind: ends ? (edgesOf(action).length === 0 ? 'terminal' : 'decision') : 'plain',
    phrase: `action ${action.type}`,
    words,
    entries: ends ? [...entries, clause([word('ends')])] : entries,
    success: ends ? undefined : targetOf(raising.actions, action.next),
    branches: [...sayConditions(raising.actions, action, undefined), ...sayErrors(raising.actions, action, undefined)],
    nameHints: nameHints(action, 'action', words),
    shareable: false,
  };
}
