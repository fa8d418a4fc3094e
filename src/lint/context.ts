/** What every rule is given: the flow, the facts about its actions, places to report at, and analyses made on demand. */
import type { ActionEntry } from '../catalogue/types.ts';
import type { Named, Program } from '../check/program.ts';
import type { EntityKind } from '../entities/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FlowAction, FlowGraph, FlowType, Origin } from '../graph/flow-graph.ts';
import { isCircular, reachFrom, wiringOf, type Reach, type Wiring } from '../graph/dataflow-wiring.ts';
import type { JsonObject } from '../text/json.ts';
import { NOWHERE, type Place, type SourceText } from '../text/text.ts';
import { cardOf, type Card } from './facts/card.ts';
import { findingsOf, type ParameterFindings } from './facts/check-parameters.ts';
import { placeOf } from './facts/instead.ts';
import { isTransferredTo, referredTo } from './facts/project.ts';
import { blockName } from './facts/words.ts';
import { RECOMMENDED, type RuleChoice } from './levels.ts';

export type Channel = 'voice' | 'chat' | 'task' | 'email';

export interface LintOptions {
  /** The catalogue. */
  readonly entry: (type: string) => ActionEntry | undefined;
  /** Overrides the graph's own type. */
  readonly flowType?: FlowType | undefined;
  /** The only channel that reaches the flow, where that is known. */
  readonly channel?: Channel | undefined;
  readonly program?: Program | undefined;
  /** `branches` and `returns` of the module that the flow is, where its JSON says them and no program does. */
  readonly contract?: JsonObject | undefined;
  /** Puts questions to the program as a whole, for those who have to know what a finding rests on. */
  readonly ask?: Ask | undefined;
  /** Which rules run, and their numbers; without it the recommended ones. */
  readonly choice?: RuleChoice | undefined;
}

/** A question to the program as a whole; undefined where there is none. */
export type Ask = <T extends string | boolean | undefined>(question: (program: Program) => T) => T | undefined;

export interface LintContext {
  readonly graph: FlowGraph;
  readonly actions: readonly FlowAction[];
  readonly flowType: FlowType | undefined;
  readonly channel: Channel | undefined;
  readonly program: Program | undefined;
  readonly contract: JsonObject | undefined;
  /** Contacts come here out of another flow of the project; undefined where nobody knows. */
  readonly transferredTo: () => boolean | undefined;
  readonly ask: Ask;
  /** The declaration of what a parameter refers to, where the project has one. */
  readonly named: (kind: EntityKind, action: FlowAction, path: string) => Named | undefined;
  readonly diagnostics: Diagnostic[];
  readonly choice: RuleChoice;

  /** Actions of types that the catalogue knows, with the facts. */
  readonly blocks: readonly Block[];
  /** Actions of types that it does not know. */
  readonly strangers: readonly FlowAction[];
  readonly entry: (type: string) => ActionEntry | undefined;
  readonly card: (type: string) => Card | undefined;
  /** Actions of a type, in source order. */
  readonly ofType: (type: string) => readonly FlowAction[];
  readonly has: (type: string) => boolean;

  readonly wiring: () => Wiring;
  readonly reach: () => Reach;
  /** Whether the flow goes in circles anywhere. */
  readonly circular: () => boolean;
  readonly reached: (action: FlowAction) => boolean;
  readonly parameters: () => ParameterFindings;
  /** An analysis that several rules share: made when first asked for. */
  readonly shared: <T>(analysis: (context: LintContext) => T) => T;

  /** How messages speak of a block. */
  readonly name: (action: FlowAction) => string;
  readonly flowPlace: () => Place;
  readonly place: (action: FlowAction) => Place;
  /** The place of a parameter's value, or of the nearest thing around it. */
  readonly parameterPlace: (action: FlowAction, path: string) => Place;
  /** The place of a `$.` path in the text of a parameter. */
  readonly pathPlace: (action: FlowAction, parameter: string, path: string) => Place;
  /** The place of a branch (`next`, an ErrorType), or of what a condition asks (`condition:0`). */
  readonly branchPlace: (action: FlowAction, key: string) => Place;
  /** The place that says where a branch leads, with the same keys. */
  readonly targetPlace: (action: FlowAction, key: string) => Place;
}

export interface Block {
  readonly action: FlowAction;
  readonly card: Card;
}

const NO_ACTIONS: readonly FlowAction[] = [];

export function contextOf(graph: FlowGraph, options: LintOptions): LintContext {
  const { actions } = graph;
  const byType = new Map<string, FlowAction[]>();
  const blocks: Block[] = [];
  const strangers: FlowAction[] = [];
  const card = (type: string): Card | undefined => {
    const entry = options.entry(type);
    return entry === undefined ? undefined : cardOf(entry);
  };
  for (const action of actions) {
    const same = byType.get(action.type);
    if (same === undefined) byType.set(action.type, [action]);
    else same.push(action);
    const known = card(action.type);
    if (known === undefined) strangers.push(action);
    else blocks.push({ action, card: known });
  }
  const { program } = options;
  const ask: Ask = options.ask ?? ((question) => (program === undefined ? undefined : question(program)));
  const wiring = once(() => wiringOf(graph));
  const reach = once(() => reachFrom(wiring(), wiring().start));
  const flowPlace = once(() => graph.origin?.place ?? emptyPlace(graph.name));
  const made = new Map<unknown, unknown>();
  const context: LintContext = {
    graph,
    actions,
    flowType: options.flowType ?? graph.type,
    channel: options.channel,
    program,
    contract: options.contract,
    transferredTo: once(() => ask((program) => isTransferredTo(program, graph.name))),
    ask,
    named: (kind, action, path) => referredTo(program, kind, action, path),
    diagnostics: [],
    choice: options.choice ?? RECOMMENDED,
    blocks,
    strangers,
    entry: options.entry,
    card,
    ofType: (type) => byType.get(type) ?? NO_ACTIONS,
    has: (type) => byType.has(type),
    wiring,
    reach,
    circular: once(() => isCircular(wiring(), reach())),
    reached: (action) => reach().reached[wiring().numbers.get(action.id) ?? -1] === true,
    parameters: once(() => findingsOf(blocks)),
    shared: <T>(analysis: (context: LintContext) => T): T => {
      if (!made.has(analysis)) made.set(analysis, analysis(context));
      return made.get(analysis) as T;
    },
    name: (action) => blockName(action, card(action.type)?.entry),
    flowPlace,
    place: (action) => action.origin?.place ?? flowPlace(),
    parameterPlace: (action, path) => nearestPlace(action.origin, path) ?? flowPlace(),
    pathPlace: (action, parameter, path) => placeOf(path, context.parameterPlace(action, parameter)),
    branchPlace: (action, key) => action.origin?.branches?.get(key) ?? action.origin?.place ?? flowPlace(),
    targetPlace: (action, key) => action.origin?.branches?.get(`${key}.target`) ?? context.branchPlace(action, key),
  };
  return context;
}

function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

function emptyPlace(name: string | undefined): Place {
  const source: SourceText = { path: name ?? 'flow', text: '' };
  return { source, span: NOWHERE };
}

/** The parameter's own place, else that of what is said inside of it, of the group it is in, of the action. */
function nearestPlace(origin: Origin | undefined, path: string): Place | undefined {
  const own = origin?.parameters?.get(path) ?? placeInside(origin, path);
  if (own !== undefined) return own;
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const place = origin?.parameters?.get(at);
    if (place !== undefined) return place;
  }
  return origin?.place;
}

function placeInside(origin: Origin | undefined, path: string): Place | undefined {
  if (path === '' || origin?.parameters === undefined) return undefined;
  for (const [key, place] of origin.parameters) {
    if (key.startsWith(`${path}.`)) return place;
  }
  return undefined;
}
