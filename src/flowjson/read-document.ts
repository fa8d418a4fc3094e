/** A document of flow language 2019-10-30 to a FlowGraph. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { conditionEdge, errorEdge } from '../graph/entries.ts';
import type { FlowAction, FlowGraph, FlowType } from '../graph/flow-graph.ts';
import { textAt } from '../text/json-members.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { Place } from '../text/text.ts';
import { json } from './diagnostics.ts';
import { flowTypeOf } from './flow-types.ts';
import { beginningOf, type JsonPath } from './layer.ts';
import { aboutAction, notesOf } from './read-metadata.ts';
import { idIn, uniqueIds } from './unique-ids.ts';

export interface DocumentRead {
  readonly graph: FlowGraph;
  /** For each action of the graph, the index of its entry in the document. */
  readonly indices: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The rule for oddities: a member whose JSON type no flow has is kept whole in `top`, `extra` or `transitionsExtra`. */
export function readDocument(document: JsonObject, place: (path: JsonPath) => Place): DocumentRead {
  const diagnostics: Diagnostic[] = [];
  const { StartAction, Actions, Metadata, ...others } = document;
  const entries = Array.isArray(Actions) ? (Actions as readonly Json[]) : [];
  const metadata = isObject(Metadata) ? Metadata : {};
  const aboutActions = isObject(metadata['ActionMetadata']) ? metadata['ActionMetadata'] : {};
  const fragments = fragmentsOf(aboutActions);

  const idOf = identifiersOf(entries);
  const actions: FlowAction[] = [];
  const indices: number[] = [];
  entries.forEach((entry, index) => {
    if (!isObject(entry)) {
      diagnostics.push(json('not-an-action', place(['Actions', index]), { index, found: kindOf(entry) }));
      return;
    }
    const id = idOf[index] ?? '';
    const identifier = idIn(entry['Identifier']);
    if (identifier === undefined) {
      diagnostics.push(json('missing-identifier', beginningOf(place(['Actions', index])), { index, id }));
    } else if (identifier !== id) {
      const where = place(['Actions', index, 'Identifier']);
      diagnostics.push(json('duplicate-identifier', where, { identifier, id }));
    }
    const about = Object.hasOwn(aboutActions, id) ? aboutActions[id] : undefined;
    const own = identifier === id && !fragments.has(id) ? id : undefined;
    actions.push(readAction(id, own, entry, isObject(about) ? about : undefined));
    indices.push(index);
  });

  const odd = StartAction === undefined || StartAction === null || typeof StartAction === 'string';
  const top: JsonObject = odd ? others : { ...others, StartAction };
  const graph: FlowGraph = {
    name: textAt(metadata, 'name'),
    description: textAt(metadata, 'description'),
    type: flowTypeOf(metadata['type']) ?? inferredType(top, actions),
    start: typeof StartAction === 'string' ? StartAction : undefined,
    actions,
    notes: notesOf(metadata['Annotations']),
    top,
  };
  return { graph, indices, diagnostics };
}

/** Second actions of blocks that the designer shows as one; it calls them after the block: `Set voice-0aB1cD2eF3`. */
function fragmentsOf(aboutActions: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [block, about] of Object.entries(aboutActions)) {
    const children = isObject(about) ? about['children'] : undefined;
    if (!Array.isArray(children)) continue;
    for (const child of children as readonly Json[])
      if (typeof child === 'string' && child.startsWith(`${block}-`)) found.add(child);
  }
  return found;
}

/** Only modules carry `Settings` and end with EndFlowModuleExecution; nothing tells the other types apart for certain. */
function inferredType(top: JsonObject, actions: readonly FlowAction[]): FlowType | undefined {
  const module = isObject(top['Settings']) || actions.some((action) => action.type === 'EndFlowModuleExecution');
  return module ? 'MODULE' : undefined;
}

function identifiersOf(entries: readonly Json[]): readonly string[] {
  const own = entries.map((entry) => (isObject(entry) ? idIn(entry['Identifier']) : undefined));
  return uniqueIds(
    own,
    entries.flatMap((entry) => (isObject(entry) ? targetsIn(entry['Transitions']) : [])),
  );
}

function targetsIn(transitions: Json | undefined): readonly string[] {
  if (!isObject(transitions)) return [];
  const found: Json[] = [transitions['NextAction'] ?? null];
  for (const list of [transitions['Errors'], transitions['Conditions']]) {
    if (!Array.isArray(list)) continue;
    for (const entry of list as readonly Json[]) if (isObject(entry)) found.push(entry['NextAction'] ?? null);
  }
  return found.filter((target) => typeof target === 'string');
}

/** `own` is the identifier that may be a name; `about` is the block's entry in ActionMetadata. */
function readAction(id: string, own: string | undefined, entry: JsonObject, about: JsonObject | undefined): FlowAction {
  const { Identifier: _, Type, Parameters, Transitions, ...others } = entry;
  const extra: [string, Json][] = Object.entries(others);
  // A missing Type reads as null, which says the same and can be kept.
  if (typeof Type !== 'string') extra.push(['Type', Type ?? null]);
  if (!absentOrObject(Parameters)) extra.push(['Parameters', Parameters]);
  if (!absentOrObject(Transitions)) extra.push(['Transitions', Transitions]);

  const parameters = isObject(Parameters) ? Parameters : {};
  const { NextAction, Errors, Conditions, ...more } = isObject(Transitions) ? Transitions : {};
  const transitionsExtra: [string, Json][] = Object.entries(more);
  if (!absent(NextAction) && typeof NextAction !== 'string') transitionsExtra.push(['NextAction', NextAction]);
  if (!absent(Errors) && !Array.isArray(Errors)) transitionsExtra.push(['Errors', Errors]);
  if (!absent(Conditions) && !Array.isArray(Conditions)) transitionsExtra.push(['Conditions', Conditions]);

  const type = typeof Type === 'string' ? Type : '';
  return {
    id,
    type,
    parameters,
    next: typeof NextAction === 'string' ? NextAction : undefined,
    errors: Array.isArray(Errors) ? (Errors as readonly Json[]).map(errorEdge) : [],
    conditions: Array.isArray(Conditions) ? (Conditions as readonly Json[]).map(conditionEdge) : [],
    ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra) }),
    ...(transitionsExtra.length === 0 ? {} : { transitionsExtra: Object.fromEntries(transitionsExtra) }),
    ...aboutAction(own, type, parameters, about),
  };
}

function absent(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null;
}

function absentOrObject(value: Json | undefined): value is JsonObject | null | undefined {
  return absent(value) || isObject(value);
}

/** What stands where a block should. */
export function kindOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
