/**
 * The facts of one action type, arranged for looking up: parameters as a tree, errors by name. Made once per catalogue
 * entry and kept for as long as the entry lives.
 */
import type { ActionEntry, ErrorFact, Guard, Parameter } from '../../catalogue/types.ts';

export interface Card {
  readonly entry: ActionEntry;
  readonly parameters: ParameterNode;
  /** Facts of parameters that may stand at any depth (`*.AnalyticsLanguage`), by last key. */
  readonly anywhere: ReadonlyMap<string, Parameter>;
  /** Parameters that speak of a thing of the instance, those in lists and under keys of the user's own left out. */
  readonly references: readonly (Parameter & { readonly ref: string })[];
  /** Parameters that are due only where their guard holds. */
  readonly guarded: readonly (Parameter & { readonly guard: Guard })[];
  readonly errors: ReadonlyMap<string, ErrorFact>;
  /** Errors that are due where their guard holds, and refused elsewhere. */
  readonly guardedErrors: readonly (ErrorFact & { readonly guard: Guard })[];
  /** ErrorTypes that the service wants always. */
  readonly required: readonly string[];
  /** False where some names of parameters are not published: an unknown one may well exist. */
  readonly parametersKnown: boolean;
  /** False where the page, the console and exports disagree about the error branches, or nobody has seen one. */
  readonly errorsKnown: boolean;
  /** True where a page, a live call, or more than one export stands behind the facts. */
  readonly firm: boolean;
  /** True when some parameter has no effect any more. */
  readonly retiredParameters: boolean;
  readonly operators: ReadonlySet<string>;
  /** Operands that Equals conditions may have, where the catalogue lists them to the letter and not in prose. */
  readonly answers: readonly string[] | undefined;
}

export interface ParameterNode {
  readonly parameter: Parameter | undefined;
  /** What its values are, told from `kind` once. */
  readonly shape: Shape;
  readonly children: Map<string, ParameterNode>;
  /** Elements of a list. */
  items: ParameterNode | undefined;
  /** Values under keys of the user's own. */
  any: ParameterNode | undefined;
  /** Children that must be there: those the catalogue says so of, and groups that hold one. */
  readonly required: string[];
}

export type Shape = 'text' | 'list' | 'map' | 'object';

export function shapeOf(kind: string): Shape {
  if (kind.startsWith('list')) return 'list';
  if (kind.startsWith('map')) return 'map';
  return kind.startsWith('object') ? 'object' : 'text';
}

const cards = new WeakMap<ActionEntry, Card>();

export function cardOf(entry: ActionEntry): Card {
  let card = cards.get(entry);
  if (card === undefined) {
    card = makeCard(entry);
    cards.set(entry, card);
  }
  return card;
}

function makeCard(entry: ActionEntry): Card {
  const root = node(undefined);
  const anywhere = new Map<string, Parameter>();
  for (const parameter of entry.parameters) {
    if (parameter.name.startsWith('*.') || parameter.name.startsWith('...')) {
      anywhere.set(lastKey(parameter.name), parameter);
    } else {
      place(root, parameter);
    }
  }
  markRequired(root);
  return {
    entry,
    parameters: root,
    anywhere,
    references: entry.parameters.filter(isReference),
    guarded: entry.parameters.filter(isGuarded),
    guardedErrors: entry.errors.filter(isGuarded),
    errors: new Map(entry.errors.map((error) => [error.type, error])),
    required: entry.errors.filter((error) => error.mandatory === 'yes').map((error) => error.type),
    parametersKnown: !mayHaveMore(entry, 'parameters'),
    errorsKnown: entry.liveChecked.length > 0 && !mayHaveMore(entry, 'errors'),
    firm: entry.liveChecked.length > 0 || entry.docStatus.startsWith('documented') || entry.realFlowUsesSeen > 1,
    retiredParameters: entry.parameters.some(({ retired }) => retired !== undefined),
    operators: new Set(entry.conditions.operators ?? []),
    answers: answersOf(entry),
  };
}

function answersOf({ conditions, liveChecked }: ActionEntry): readonly string[] | undefined {
  const { operands = [] } = conditions;
  // Where exports have shown one answer and nobody tried, there may be others.
  const all = operands.length > 1 || (operands.length === 1 && liveChecked.length > 0);
  return all && operands.every((operand) => /^[A-Za-z0-9*#]+$/.test(operand)) ? operands : undefined;
}

function isReference(fact: Parameter): fact is Parameter & { readonly ref: string } {
  return fact.ref !== undefined && !/[[<*]/.test(fact.name);
}

function isGuarded<T extends { readonly guard?: Guard }>(fact: T): fact is T & { readonly guard: Guard } {
  return fact.guard !== undefined;
}

/** Whether there may be parameters, conditions or errors that are not published. */
export function mayHaveMore({ doubts = [] }: ActionEntry, of: (typeof doubts)[number]): boolean {
  return doubts.includes(of);
}

function node(parameter: Parameter | undefined): ParameterNode {
  return {
    parameter,
    shape: shapeOf(parameter?.kind ?? 'object'),
    children: new Map(),
    items: undefined,
    any: undefined,
    required: [],
  };
}

/** True when something below the node must be there, so that the node must be too. */
function markRequired(at: ParameterNode): boolean {
  for (const [key, child] of at.children) {
    const below = markRequired(child);
    // A row of its own says whether a group may be left out; a group without a row stands and falls with its members.
    if (child.parameter === undefined ? below : child.parameter.required === 'yes') at.required.push(key);
  }
  if (at.items !== undefined) markRequired(at.items);
  if (at.any !== undefined) markRequired(at.any);
  return at.required.length > 0;
}

function lastKey(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Hangs a parameter into the tree by its name: `Media.Uri`, `Messages[].Text`, `FlowAttributes.<key>.Value`. */
function place(root: ParameterNode, parameter: Parameter): void {
  const steps = parameter.name.split('.').flatMap((key) => (key.endsWith('[]') ? [key.slice(0, -2), '[]'] : [key]));
  let at = root;
  steps.forEach((step, i) => {
    const fact = i === steps.length - 1 ? parameter : undefined;
    const before = step === '[]' ? at.items : step.startsWith('<') ? at.any : at.children.get(step);
    const there =
      before === undefined
        ? node(fact)
        : fact === undefined
          ? before
          : { ...before, parameter: fact, shape: shapeOf(fact.kind) };
    if (step === '[]') at.items = there;
    else if (step.startsWith('<')) at.any = there;
    else at.children.set(step, there);
    at = there;
  });
}
