/**
 * What has happened on the way to each action: which attribute roots were filled, which attributes set, whether there is
 * a working queue. Calling a module may do anything that the flow around it can see, so it counts as having done it. A
 * block that failed counts as well: where its error branch leads is the author's decision, and `lambda-error-ignored` and
 * its like speak of that.
 */
import type { FlowAction } from '../../graph/flow-graph.ts';
import { carry, type Change, type Known } from '../../graph/dataflow.ts';
import type { Wire } from '../../graph/dataflow-wiring.ts';
import { isObject } from '../../text/json.ts';
import type { LintContext } from '../context.ts';
import { readsOf } from './reads.ts';

export interface Happened {
  /** On every path to the action. */
  readonly always: (action: number, fact: string) => boolean;
  /** On at least one path to the action. */
  readonly sometimes: (action: number, fact: string) => boolean;
  /** Somewhere in the flow. */
  readonly ever: (fact: string) => boolean;
}

/** The contact has a working queue. */
export const QUEUE = 'queue';
/** A number to call back was chosen. */
export const CALLBACK_NUMBER = 'callback number';

/** The fact that an attribute root was filled; that an attribute was set. */
export const filled = (root: string): string => `$.${root}`;
export const attributeSet = (kind: 'Attributes' | 'FlowAttributes', key: string): string => `$.${kind}.${key}`;

export function happenedOf(context: LintContext): Happened {
  const numbers = new Map<string, number>([
    [QUEUE, 0],
    [CALLBACK_NUMBER, 1],
  ]);
  const numberOf = (fact: string): number => {
    let number = numbers.get(fact);
    if (number === undefined) numbers.set(fact, (number = numbers.size));
    return number;
  };
  const attributes = new Map<string, string[]>([
    ['Attributes', []],
    ['FlowAttributes', []],
  ]);
  for (const { root, key } of context.shared(readsOf)) {
    if (root === undefined) continue;
    const list = attributes.get(root.root);
    if (list === undefined) {
      if (root.setBy !== undefined) numberOf(filled(root.root));
    } else if (key !== undefined) {
      const fact = `$.${root.root}.${key}`;
      if (!numbers.has(fact)) {
        numberOf(fact);
        list.push(fact);
      }
    }
  }
  const everywhere = new Set<number>();
  const changes = context.actions.map((action) => {
    const facts = factsOf(action, numbers, attributes);
    for (const fact of facts ?? []) everywhere.add(fact);
    return facts === undefined ? undefined : ({ gain: facts } satisfies Change);
  });
  const change = (wire: Wire): Change | undefined => changes[wire.from];
  const initial = startsWithQueue(context) ? [0] : [];
  const run = (join: 'every' | 'some'): Known =>
    carry(context.wiring(), context.reach(), numbers.size, initial, change, join);
  let every: Known | undefined;
  let some: Known | undefined;
  const at = (known: Known, action: number, fact: string): boolean => {
    const number = numbers.get(fact);
    return number !== undefined && known.at(action, number);
  };
  return {
    always: (action, fact) => at((every ??= run('every')), action, fact),
    sometimes: (action, fact) => at((some ??= run('some')), action, fact),
    ever: (fact) => everywhere.has(numbers.get(fact) ?? -1),
  };
}

/** Transfer and queue flows run for contacts that have a queue; of flows without a type nothing is known. */
function startsWithQueue(context: LintContext): boolean {
  return context.flowType !== 'CONTACT_FLOW';
}

/** What an action makes true; undefined for nothing. */
function factsOf(
  action: FlowAction,
  numbers: ReadonlyMap<string, number>,
  attributes: ReadonlyMap<string, readonly string[]>,
): readonly number[] | undefined {
  const { type, parameters } = action;
  // Flow attributes are the flow's own; everything else a module may set.
  if (type === 'InvokeFlowModule')
    return [...numbers].flatMap(([fact, number]) => (fact.startsWith('$.FlowAttributes.') ? [] : [number]));
  const fills = FILLS.get(type);
  const set = SETS.get(type);
  if (fills === undefined && set === undefined) return undefined;
  const found: number[] = [];
  const add = (fact: string): void => {
    const number = numbers.get(fact);
    if (number !== undefined) found.push(number);
  };
  for (const fact of fills?.(action) ?? []) add(fact);
  if (set !== undefined) {
    const values = parameters[set];
    if (!isObject(values)) attributes.get(set)?.forEach(add);
    else {
      for (const key in values) {
        // A name that is chosen at run time may be any of them.
        if (key.includes('$') || key.includes('{')) attributes.get(set)?.forEach(add);
        else add(attributeSet(set, key));
      }
    }
  }
  return found.length === 0 ? undefined : found;
}

/** Actions that set attributes under names of the author's own, and the parameter that holds them. */
const SETS: ReadonlyMap<string, 'Attributes' | 'FlowAttributes'> = new Map([
  ['UpdateContactAttributes', 'Attributes'],
  ['UpdateFlowAttributes', 'FlowAttributes'],
]);

const only = (...roots: readonly string[]): (() => readonly string[]) => {
  const facts = roots.map(filled);
  return () => facts;
};

type Fills = (action: FlowAction) => readonly string[];

const CUSTOMER = only('Customer');
const NOTHING: readonly string[] = [];
const INPUT = [filled('StoredCustomerInput')];
const ANSWER = [filled('External'), filled('LambdaInvocation')];
const STARTED = [filled('LambdaInvocation')];

/** Facts that an action makes true: the other side of `setBy` in the catalogue, with what depends on parameters. */
const FILLS: ReadonlyMap<string, Fills> = new Map<string, Fills>([
  ['AssociateContactToCustomerProfile', CUSTOMER],
  ['ConnectParticipantWithAgenticCX', only('AgenticCX.ContextVariables')],
  ['ConnectParticipantWithLexBot', only('Lex')],
  ['CreateCase', only('Case')],
  ['CreateCustomerProfile', CUSTOMER],
  ['CreateTask', only('Task.ContactId')],
  ['CreateWisdomSession', only('Wisdom')],
  ['EvaluateDataTableValues', only('DataTables')],
  ['GetCalculatedAttributesForCustomerProfile', CUSTOMER],
  ['GetCase', only('Case')],
  ['GetCustomerProfile', CUSTOMER],
  ['GetCustomerProfileObject', CUSTOMER],
  ['GetMetricData', only('Metrics.Queue', 'Metrics.Agents', 'Metrics.Contact')],
  ['GetParticipantInput', ({ parameters }) => (parameters.StoreInput === 'False' ? NOTHING : INPUT)],
  ['InvokeLambdaFunction', ({ parameters }) => (parameters.InvocationType === 'ASYNCHRONOUS' ? STARTED : ANSWER)],
  ['ListDataTableValues', only('DataTableList')],
  ['LoadContactContent', only('Email.EmailMessage')],
  ['Loop', only('Loop')],
  ['ShowView', only('Views')],
  ['UpdateContactCallbackNumber', () => [CALLBACK_NUMBER]],
  ['UpdateContactMediaStreamingBehavior', only('MediaStreams.Customer.Audio')],
  ['UpdateContactTargetQueue', () => [QUEUE, filled('Queue')]],
  ['UpdateCustomerProfile', CUSTOMER],
]);

/** Names of the contact attributes that the flow sets, those that are chosen at run time left out. */
export function setKeysOf(context: LintContext): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const action of context.ofType('UpdateContactAttributes')) {
    const { Attributes } = action.parameters;
    if (isObject(Attributes)) for (const key in Attributes) if (!key.includes('$')) keys.add(key);
  }
  return keys;
}
