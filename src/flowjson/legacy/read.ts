/** The export format of the first designer (`modules`, `version: "1"`) to a FlowGraph of today's actions. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ConditionEdge, ErrorEdge, FlowAction, FlowGraph } from '../../graph/flow-graph.ts';
import { textAt } from '../../text/json-members.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import type { Place } from '../../text/text.ts';
import { json } from '../diagnostics.ts';
import { flowTypeOf } from '../flow-types.ts';
import { beginningOf, type JsonPath } from '../layer.ts';
import { kindOf } from '../read-document.ts';
import { aboutAction } from '../read-metadata.ts';
import { idIn, uniqueIds } from '../unique-ids.ts';
import type { Edge, Equal } from './equal.ts';
import { oldModule, type OldBranch, type OldModule } from './module.ts';
import { OPERATORS, RULES } from './rules.ts';

/** The graph of an old export, and what it says that a flow of today cannot. */
export interface LegacyRead {
  readonly graph: FlowGraph;
  /** For each action of the graph, the index of its module in the document. */
  readonly indices: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `place` tells where a member of the document stands. */
export function readLegacy(document: JsonObject, place: (path: JsonPath) => Place): LegacyRead {
  const diagnostics: Diagnostic[] = [];
  const { modules, start, type, metadata, version: _, ...others } = document;
  const entries = Array.isArray(modules) ? (modules as readonly Json[]) : [];
  const about = isObject(metadata) ? metadata : {};
  const own = entries.map((entry) => (isObject(entry) ? idIn(entry['id']) : undefined));
  const blocks = entries.map((entry) => (isObject(entry) ? oldModule(entry) : undefined));
  const ids = uniqueIds(
    own,
    blocks.flatMap((block) => block?.branches.map(({ target }) => target) ?? []),
  );
  const actions: FlowAction[] = [];
  const indices: number[] = [];

  entries.forEach((entry, index) => {
    const path = ['modules', index];
    const module = blocks[index];
    if (!isObject(entry) || module === undefined) {
      diagnostics.push(json('not-an-action', place(path), { index, found: kindOf(entry) }));
      return;
    }
    const id = ids[index] ?? '';
    const identifier = own[index];
    if (identifier === undefined) {
      diagnostics.push(json('missing-identifier', beginningOf(place(path)), { index, id }));
    } else if (id !== identifier) {
      diagnostics.push(json('duplicate-identifier', place([...path, 'id']), { identifier, id }));
    }
    const equal = RULES.get(module.type)?.(module);
    if (equal === undefined) diagnostics.push(json('unknown-module', place([...path, 'type']), { type: module.type }));
    for (const what of lossesOf(module, equal)) {
      diagnostics.push(json('legacy-loss', place([...path, 'type']), { type: module.type, what }));
    }
    const action = equal === undefined ? unknownAction(id, module, entry) : knownAction(id, module, equal);
    actions.push(withMetadata(action, module, entry['metadata']));
    indices.push(index);
  });

  const graph: FlowGraph = {
    name: textAt(about, 'name'),
    description: textAt(about, 'description'),
    type: flowTypeOf(type) ?? flowTypeOf(about['type']),
    start: typeof start === 'string' ? start : undefined,
    actions,
    notes: [],
    top: { Version: '2019-10-30', ...others },
  };
  return { graph, indices, diagnostics };
}

/** With its place, and the names of the resources that it speaks of. */
function withMetadata(action: FlowAction, module: OldModule, metadata: Json | undefined): FlowAction {
  const beside = isObject(metadata) ? metadata : undefined;
  const { display, position } = aboutAction(undefined, action.type, action.parameters, beside);
  const names = { ...display, ...Object.fromEntries(module.display) };
  return {
    ...action,
    ...(Object.keys(names).length === 0 ? {} : { display: names }),
    ...(position === undefined ? {} : { position }),
  };
}

function knownAction(id: string, module: OldModule, equal: Equal): FlowAction {
  const { type, parameters, edges, mirror, branches = module.branches } = equal;
  const errors: ErrorEdge[] = [];
  const conditions: ConditionEdge[] = [];
  let next: string | undefined;
  for (const branch of branches) {
    const edge: Edge = (Object.hasOwn(edges, branch.word) ? edges[branch.word] : undefined) ?? { error: branch.word };
    const { target } = branch;
    if (edge === 'next') next ??= target;
    else if (edge === 'compare') conditions.push(comparison(branch));
    else if ('error' in edge) errors.push({ type: edge.error, target });
    else if ('equals' in edge) conditions.push({ operator: 'Equals', operands: [edge.equals], target });
    else conditions.push({ operator: 'NumberGreaterThan', operands: [edge.above], target });
  }
  if (next === undefined && mirror !== undefined) next = branches.find(({ word }) => word === mirror)?.target;
  return { id, label: undefined, type, parameters, next, errors, conditions };
}

/** A block that we do not know: its ways out by their old words, all else as it was. */
function unknownAction(id: string, module: OldModule, entry: JsonObject): FlowAction {
  const { id: _, type: __, branches: ___, metadata: ____, ...extra } = entry;
  const errors: ErrorEdge[] = [];
  const conditions: ConditionEdge[] = [];
  let next: string | undefined;
  for (const branch of module.branches) {
    const { word, target } = branch;
    if (word === 'Success') next ??= target;
    else if (branch.operator !== undefined) conditions.push(comparison(branch));
    else errors.push({ type: word === 'Error' ? 'NoMatchingError' : word, target });
  }
  return { id, label: undefined, type: module.type, parameters: {}, next, errors, conditions, extra };
}

function comparison({ operator = 'Equals', operand, target }: OldBranch): ConditionEdge {
  return { operator: OPERATORS.get(operator) ?? operator, operands: operand === undefined ? [] : [operand], target };
}

function lossesOf(module: OldModule, equal: Equal | undefined): readonly string[] {
  if (equal === undefined) return [];
  const unread = module.unread().map((name) => `\`${name}\`, which is not known today`);
  const words = module.branches.map(({ word }) => word).filter((word) => !Object.hasOwn(equal.edges, word));
  const branches = words.map(
    (word) => `a branch \`${word}\`, which is not known today and became an error of that name`,
  );
  return [...module.losses, ...unread, ...branches];
}
