/**
 * What the service says of a content that it refuses, at the line of the source that it is about. It names blocks by their
 * index (`Path: Actions[3].Parameters.Text`, `Path: 3.Parameter`), which means the document as it was sent.
 */
import { entryOf as actionEntry } from '../../catalogue/index.ts';
import type { CompiledFlow } from '../../compiler.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { sourceOf } from '../../flowjson/source-map.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { lineStartsOf, type Place } from '../../text/text.ts';
import { deploy } from '../diagnostics.ts';
import type { Resource } from '../types.ts';
import type { Sent } from './contents.ts';

/** One diagnostic for each problem. */
export function problemDiagnostics(
  problems: readonly string[],
  after: Resource,
  sent: Sent | undefined,
  head = headOf(after),
): readonly Diagnostic[] {
  const document = documentOf(sent?.content);
  return problems.map((problem) => {
    const path = pathIn(problem) ?? blockOfId(problem, document);
    const compiled = after.flow?.compiled;
    const index = path === undefined ? undefined : (sent?.order?.[path.index] ?? path.index);
    const action = index === undefined ? undefined : compiled?.graph.actions[index];
    const filed = index === undefined ? undefined : after.flow?.blocks?.[index];
    const place = placeOf(compiled, action, index, path, entryAt(document, path?.index)) ?? filed ?? head;
    const block = action?.label ?? textIn(entryAt(document, path?.index), 'Identifier');
    return deploy('refused-flow', place, {
      problem: withoutDot(problem),
      name: after.name,
      block,
      remedy: remedyOf(problem, action),
    });
  });
}

interface ProblemPath {
  /** Of the action in the document. */
  readonly index: number;
  /** From the action down: `['Parameters', 'Media', 'Uri']`. */
  readonly steps: readonly string[];
}

/** `Path: Actions[3].Transitions.Errors[0].NextAction`, `Path: Actions.3.Type`, `Path: 3.Parameter`. */
export function pathIn(problem: string): ProblemPath | undefined {
  const [, index, rest = ''] = /\bPath:\s*(?:\$?\.?Actions?\.?)?\[?(\d+)\]?((?:[.[][^\s,]*)?)/i.exec(problem) ?? [];
  if (index === undefined) return undefined;
  const steps = rest.split(/[.[\]]+/).filter((step) => step !== '');
  return { index: Number(index), steps };
}

/** `Failed to convert id: …` names no block; the only one that has the id is the one that is meant. */
function blockOfId(problem: string, document: JsonObject | undefined): ProblemPath | undefined {
  const [, id] = /\bid: (\S+)$/.exec(withoutDot(problem)) ?? [];
  const actions = document?.['Actions'];
  if (id === undefined || !Array.isArray(actions)) return undefined;
  const having = (actions as readonly Json[]).flatMap((action, index) =>
    isObject(action) && JSON.stringify(action['Parameters'] ?? null).includes(id) ? [index] : [],
  );
  const [index] = having;
  return index === undefined || having.length > 1 ? undefined : { index, steps: [] };
}

/** The place of a parameter or branch where the source says it; else that of the block. */
function placeOf(
  compiled: CompiledFlow | undefined,
  action: FlowAction | undefined,
  index: number | undefined,
  path: ProblemPath | undefined,
  entry: JsonObject | undefined,
): Place | undefined {
  const origin = action?.origin;
  if (origin === undefined || path === undefined) return index === undefined ? undefined : mapped(compiled, index);
  const [member, ...steps] = path.steps;
  if (member === 'Transitions') {
    const branch = branchOf(steps, entry);
    return (branch === undefined ? undefined : origin.branches?.get(branch)) ?? origin.place;
  }
  for (let length = steps.length; length > 0; length--) {
    const place = origin.parameters?.get(parameterPath(steps.slice(0, length)));
    if (place !== undefined) return place;
  }
  return origin.place;
}

/** By the flow's source map, which knows at least the line. */
function mapped(compiled: CompiledFlow | undefined, index: number): Place | undefined {
  const entry = compiled === undefined ? undefined : sourceOf(compiled.emitted().map, index);
  if (compiled === undefined || entry === undefined) return undefined;
  const start = (lineStartsOf(compiled.source)[entry.line - 1] ?? 0) + entry.column - 1;
  return { source: compiled.source, span: { start, end: start + 1 } };
}

/** Digits are places in a list: `Messages.0.Text` is `Messages[0].Text`. */
function parameterPath(steps: readonly string[]): string {
  return steps.map((step, i) => (/^\d+$/.test(step) ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** The branch that `Transitions.Errors[1].NextAction` speaks of, as origins call it. */
function branchOf([list, index]: readonly string[], entry: JsonObject | undefined): string | undefined {
  if (list === 'NextAction') return 'next';
  if (list === 'Conditions') return index === undefined ? undefined : `condition:${index}`;
  const transitions = entry?.['Transitions'];
  const errors = isObject(transitions) ? transitions['Errors'] : undefined;
  const error = Array.isArray(errors) ? (errors as readonly Json[])[Number(index)] : undefined;
  return textIn(isObject(error) ? error : undefined, 'ErrorType');
}

/** The declaration of a flow or entity; where there is no source, as with a plan file, something that bears its name. */
export function headOf({ kind, name, flow }: Resource): Place {
  const compiled = flow?.compiled;
  if (compiled !== undefined) return { source: compiled.source, span: compiled.declaration.name.span };
  return { source: { path: `${kind} "${name}"`, text: '' }, span: { start: 0, end: 0 } };
}

/** What to do about a problem, where its words tell; undefined where they do not. */
function remedyOf(problem: string, action: FlowAction | undefined): string | undefined {
  const [, error] = /(?:missing required|Invalid Action) error\.?\s*Error:\s*(\w+)/i.exec(problem) ?? [];
  if (error !== undefined) {
    const word = branchWord(action?.type, error);
    const branch = word === undefined ? `a branch for the error ${error}` : `\`on ${word}\``;
    return /missing/i.test(problem) ? `Write ${branch} for this block.` : `Take ${branch} off this block.`;
  }
  if (/missing required property.*NextAction/i.test(problem)) return 'Say where it goes on from here.';
  if (/Not a supported id format|Failed to convert id/i.test(problem)) {
    return 'Refer to a thing that is declared, or `existing`, instead of writing its id.';
  }
  return undefined;
}

function branchWord(type: string | undefined, error: string): string | undefined {
  const forms = type === undefined ? [] : (actionEntry(type)?.forms ?? []);
  return forms.flatMap(({ branches = [] }) => branches).find((branch) => 'error' in branch && branch.error === error)
    ?.word;
}

function documentOf(content: string | undefined): JsonObject | undefined {
  if (content === undefined) return undefined;
  try {
    const value = JSON.parse(content) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function entryAt(document: JsonObject | undefined, index: number | undefined): JsonObject | undefined {
  const actions = document?.['Actions'];
  const entry = Array.isArray(actions) && index !== undefined ? (actions as readonly Json[])[index] : undefined;
  return isObject(entry) ? entry : undefined;
}

function textIn(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function withoutDot(text: string): string {
  return text.trim().replace(/\.$/, '');
}
