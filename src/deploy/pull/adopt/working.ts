/** A flow's text while live changes are written into it: compiled again after every step, with its blocks found again. */
import type { Environment, ParsedFile, Program } from '../../../check/program.ts';
import { lowerFlow } from '../../../constructs/lower.ts';
import { assignIdentifiers } from '../../../flowjson/identifiers.ts';
import type { FlowAction, FlowGraph } from '../../../graph/flow-graph.ts';
import { matchActions } from '../../../graph/match-actions.ts';
import type { Flow } from '../../../syntax/ast.ts';
import { parse } from '../../../syntax/parse.ts';
import { applyEdits, type SourceText, type TextEdit } from '../../../text/text.ts';
import { spotsOf, type Spot, type Spots } from './spots.ts';

/** What a flow's names mean. */
export interface Surroundings {
  readonly program: Program;
  readonly environment: Environment;
  /** The instance whose things may be named by id alone; '' where it does not matter. */
  readonly instanceArn: string;
  /** Puts values in the place of params, where the project has any. */
  readonly prepare?: ((file: ParsedFile) => ParsedFile) | undefined;
}

/** A flow alone: the text of its declaration, without the documentation above. */
export interface Understood {
  readonly source: SourceText;
  readonly flow: Flow;
  readonly graph: FlowGraph;
  /** How many errors there are in it. */
  readonly errors: number;
}

/** Parses and lowers the one flow of a text; undefined when there is none. */
export function understandFlow(text: string, surroundings: Surroundings): Understood | undefined {
  const { program, environment, prepare } = surroundings;
  const source: SourceText = { path: '', text };
  const { tree: parsed, diagnostics } = parse(source);
  const { tree } = prepare?.({ source, tree: parsed }) ?? { tree: parsed };
  const [flow] = tree.declarations;
  if (flow?.kind !== 'flow' || tree.declarations.length > 1) return undefined;
  const lowered = lowerFlow(flow, source, program, environment);
  const errors = [...diagnostics, ...lowered.diagnostics].filter(({ severity }) => severity === 'error').length;
  return { source, flow, graph: lowered.graph, errors };
}

export interface Working extends Understood {
  readonly text: string;
  readonly spots: Spots;
  /** By id of an action of `graph`. */
  readonly spotOf: ReadonlyMap<string, Spot>;
  /** Ids of actions that a word of the text stands for, wherever it is said: `-> disconnect`. */
  readonly shared: ReadonlyMap<string, string>;
  /** The live block that each action is: ids of `graph` to ids of the live graph, and back. */
  readonly liveOf: ReadonlyMap<string, string>;
  readonly ownOf: ReadonlyMap<string, string>;
  /** Actions that the live flow has no more, and live ones that the text does not have yet. */
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

/** By place of the head and number among those that begin there: which live block it is. */
type Anchors = ReadonlyMap<string, string>;

/** Looks at the text for the first time: blocks are found by identifier, content, and place in the flow. */
export function startWorking(text: string, live: FlowGraph, surroundings: Surroundings): Working | undefined {
  const understood = understandFlow(text, surroundings);
  if (understood === undefined) return undefined;
  return workingOf(understood, withIdentifiers(understood.graph), live);
}

/** The graph with the identifiers that its document has. */
export function withIdentifiers(graph: FlowGraph): FlowGraph {
  const identifiers = assignIdentifiers(graph);
  return withIds(graph, (action) => identifiers.get(action.id) ?? action.id);
}

/** Applies edits, and finds the blocks again: those that were known stay known. */
export function continueWorking(
  before: Working,
  edits: readonly TextEdit[],
  live: FlowGraph,
  surroundings: Surroundings,
): Working | undefined {
  const understood = understandFlow(applyEdits(before.text, edits), surroundings);
  if (understood === undefined) return undefined;
  const moved = (offset: number) => movedBy(edits, offset);
  const anchors = anchorsOf(before, moved);
  const keys = keysOf(understood.graph, understood.source.text);
  const graph = withIds(understood.graph, (action) => anchors.get(keys.get(action.id) ?? '') ?? `\u0000${action.id}`);
  return workingOf(understood, graph, live);
}

/** Where an offset of the old text is in the new one. What begins where an edit begins stays at the edit's beginning. */
function movedBy(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    if (span.start === span.end ? span.end <= offset : span.end <= offset && span.start < offset) {
      shift += newText.length - (span.end - span.start);
    }
  }
  return offset + shift;
}

function anchorsOf({ graph, text, liveOf }: Working, moved: (offset: number) => number): Anchors {
  const anchors = new Map<string, string>();
  for (const [id, key] of keysOf(graph, text, moved)) {
    const live = liveOf.get(id);
    if (live !== undefined) anchors.set(key, live);
  }
  return anchors;
}

/** Types of last blocks, and the word that jumps to the flow's shared one. */
export const WORD_OF_TYPE: Readonly<Record<string, string>> = {
  DisconnectParticipant: 'disconnect',
  EndFlowExecution: 'end',
  EndFlowModuleExecution: 'return',
};

/** What an action is known by in the text, by its id. */
function keysOf(graph: FlowGraph, text: string, moved = (offset: number) => offset): Map<string, string> {
  const keys = new Map<string, string>();
  const counts = new Map<number, number>();
  for (const action of graph.actions) {
    const start = action.origin?.place.span.start ?? 0;
    if (isShared(action, text)) {
      keys.set(action.id, `shared ${action.type}`);
      continue;
    }
    const count = counts.get(start) ?? 0;
    counts.set(start, count + 1);
    keys.set(action.id, `${moved(start)} ${count}`);
  }
  return keys;
}

/** Made by `-> disconnect` and its like, not by a statement: it begins behind an arrow. */
function isShared({ type, origin }: FlowAction, text: string): boolean {
  if (WORD_OF_TYPE[type] === undefined || origin === undefined) return false;
  return text.slice(0, origin.place.span.start).trimEnd().endsWith('->');
}

function withIds(graph: FlowGraph, idOf: (action: FlowAction) => string): FlowGraph {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const action of graph.actions) {
    const wanted = idOf(action);
    const id = taken.has(wanted) ? `\u0000${action.id}` : wanted;
    taken.add(id);
    ids.set(action.id, id);
  }
  const to = (id: string) => ids.get(id) ?? id;
  return {
    ...graph,
    start: graph.start === undefined ? undefined : to(graph.start),
    notes: graph.notes.map((note) => (note.action === undefined ? note : { ...note, action: to(note.action) })),
    actions: graph.actions.map((action) => ({
      ...action,
      id: to(action.id),
      next: action.next === undefined ? undefined : to(action.next),
      errors: action.errors.map((error) => ({ ...error, target: to(error.target) })),
      conditions: action.conditions.map((condition) => ({ ...condition, target: to(condition.target) })),
    })),
  };
}

function workingOf(understood: Understood, graph: FlowGraph, live: FlowGraph): Working {
  const { text } = understood.source;
  const spots = spotsOf(understood.flow);
  const spotOf = new Map<string, Spot>();
  const shared = new Map<string, string>();
  for (const action of graph.actions) {
    if (isShared(action, text)) {
      shared.set(action.id, WORD_OF_TYPE[action.type] ?? '');
      continue;
    }
    const spot = spots.byHead.get(action.origin?.place.span.start ?? -1);
    if (spot !== undefined) spotOf.set(action.id, spot);
  }
  const { pairs, onlyA, onlyB } = matchActions(graph, live);
  const ownOf = new Map([...pairs].map(([own, other]) => [other, own] as const));
  return { ...understood, graph, text, spots, spotOf, shared, liveOf: pairs, ownOf, gone: onlyA, fresh: onlyB };
}
