/**
 * Bridge 3, outbound: a FlowGraph to a flow-language document. Members stand in the order in which today's designer writes
 * them (of 212 newest exports with both, 210 have Conditions before Errors). The same graph gives the same bytes.
 */
import { MODULE_SETTINGS } from '../catalogue/module-settings.ts';
import type { ConditionEdge, ErrorEdge, FlowAction, FlowGraph } from '../graph/flow-graph.ts';
import { isObject, present, type Json, type JsonObject } from '../text/json.ts';
import { assignIdentifiers } from './identifiers.ts';
import { layOut } from './layout.ts';
import { layOutAsBefore } from './layout-as-before.ts';
import { metadataOf } from './metadata.ts';
import { sourceMapOf, type SourceMap } from './source-map.ts';

export interface EmitOptions {
  /** A document made of an earlier version of the flow: its blocks stay where it shows them, and only the others are laid out. */
  readonly earlier?: JsonObject | undefined;
  /** Write what the graph says and nothing else: no default Version, no Settings for modules. */
  readonly exact?: boolean;
  /** False leaves Metadata out: Connect runs the flow alike, but the designer shows all blocks in one place. */
  readonly metadata?: boolean;
}

export interface Emitted {
  readonly document: JsonObject;
  /** The document, indented by two, with a final line feed. Made when it is asked for, like the map. */
  readonly json: string;
  /** By id of the graph, the Identifier in the document. */
  readonly identifiers: ReadonlyMap<string, string>;
  readonly map: SourceMap;
}

/** The only version of the language. */
const VERSION = '2019-10-30';

export function emit(graph: FlowGraph, options: EmitOptions = {}): Emitted {
  const identifiers = assignIdentifiers(graph);
  const document = documentOf(graph, identifiers, options);
  return {
    document,
    get json() {
      return `${JSON.stringify(document, null, 2)}\n`;
    },
    identifiers,
    get map() {
      return sourceMapOf(graph, identifiers);
    },
  };
}

function documentOf(graph: FlowGraph, identifiers: ReadonlyMap<string, string>, options: EmitOptions): JsonObject {
  const { Version, Settings, StartAction: odd, Actions: _, Metadata: __, ...others } = graph.top;
  const to = (target: string): string => identifiers.get(target) ?? target;
  const { earlier } = options;
  const layoutOf = earlier === undefined ? layOut : layOutAsBefore(earlier, to);
  const members: [string, Json | undefined][] = [
    ['Version', Version === undefined && !options.exact ? VERSION : Version],
    ['StartAction', graph.start === undefined ? odd : to(graph.start)],
    ['Metadata', options.metadata === false ? undefined : metadataOf(graph, identifiers, layoutOf(graph))],
    ['Actions', graph.actions.map((action) => actionOf(action, to))],
    ['Settings', Settings === undefined && graph.type === 'MODULE' && !options.exact ? MODULE_SETTINGS : Settings],
    ...Object.entries(others),
  ];
  return present(members);
}

function actionOf(action: FlowAction, to: (target: string) => string): JsonObject {
  if (action.extra === undefined) {
    // Nearly always: written as one literal, which is quicker to make and to print.
    return {
      Parameters: action.parameters,
      Identifier: to(action.id),
      Type: action.type,
      Transitions: transitionsOf(action, to),
    };
  }
  const { Parameters, Type, Transitions, Identifier: _, ...others } = action.extra ?? {};
  return present([
    ['Parameters', Parameters ?? action.parameters],
    ['Identifier', to(action.id)],
    ['Type', Type === undefined ? action.type : Type],
    ['Transitions', Transitions ?? transitionsOf(action, to)],
    ...Object.entries(others),
  ]);
}

function transitionsOf(action: FlowAction, to: (target: string) => string): JsonObject {
  if (action.transitionsExtra === undefined) return plainTransitions(action, to);
  const { NextAction, Conditions, Errors, ...others } = action.transitionsExtra ?? {};
  const { next, conditions, errors } = action;
  return present([
    ['NextAction', next === undefined ? NextAction : to(next)],
    ['Conditions', conditions.length > 0 ? conditions.map((edge) => conditionOf(edge, to)) : Conditions],
    ['Errors', errors.length > 0 ? errors.map((edge) => errorOf(edge, to)) : Errors],
    ...Object.entries(others),
  ]);
}

function plainTransitions({ next, conditions, errors }: FlowAction, to: (target: string) => string): JsonObject {
  const made: Record<string, Json> = {};
  if (next !== undefined) made['NextAction'] = to(next);
  if (conditions.length > 0) made['Conditions'] = conditions.map((edge) => conditionOf(edge, to));
  if (errors.length > 0) made['Errors'] = errors.map((edge) => errorOf(edge, to));
  return made;
}

function errorOf({ type, target, raw }: ErrorEdge, to: (target: string) => string): Json {
  return raw === undefined ? { NextAction: to(target), ErrorType: type } : withTarget(raw, to(target));
}

function conditionOf({ operator, operands, target, raw }: ConditionEdge, to: (target: string) => string): Json {
  if (raw !== undefined) return withTarget(raw, to(target));
  return { NextAction: to(target), Condition: { Operator: operator, Operands: operands } };
}

/** An entry with a NextAction of its own has one that is no text, and keeps it. */
function withTarget(raw: Json, target: string): Json {
  if (!isObject(raw) || Object.hasOwn(raw, 'NextAction')) return raw;
  return { NextAction: target, ...raw };
}
