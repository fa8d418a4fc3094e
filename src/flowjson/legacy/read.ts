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
import type { Edge, Equal } from './equal.ts';
import { oldModule, type OldBranch, type OldModule } from './module.ts';
import { OPERATORS, RULES } from './rules.ts';

export interface LegacyRead {
  readonly graph: FlowGraph;
  /** For each action of the graph, the index of its module in the document. */
  readonly indices: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readLegacy(document: JsonObject, place: (path: JsonPath) => Place): LegacyRead {
  const diagnostics: Diagnostic[] = [];
  const { modules, start, type, metadata, version: _, ...others } = document;
  const entries = Array.isArray(modules) ? (modules as readonly Json[]) : [];
  const about = isObject(metadata) ? metadata : {};
  const actions: FlowAction[] = [];
  const indices: number[] = [];
  const taken = new Set(entries.map((entry) => (isObject(entry) ? entry['id'] : undefined)));
  const used = new Set<string>();

  entries.forEach((entry, index) => {
    const path = ['modules', index];
    if (!isObject(entry)) {
      diagnostics.push(json('not-an-action', place(path), { index, found: kindOf(entry) }));
      return;
    }
    const identifier = typeof entry['id'] === 'string' ? entry['id'] : '';
    let id = identifier;
    for (let n = index + 1; id === '' || used.has(id) || (id !== identifier && taken.has(id)); n++) id = `#${n}`;
    used.add(id);
    if (identifier === '') diagnostics.push(json('missing-identifier', beginningOf(place(path)), { index, id }));
    else if (id !== identifier)
      diagnostics.push(json('duplicate-identifier', place([...path, 'id']), { identifier, id }));

    const module = oldModule(entry);
    const equal = RULES.get(module.type)?.(module);
    if (equal === undefined) diagnostics.push(json('unknown-module', place([...path, 'type']), { type: module.type }));
    const action = equal === undefined ? unknownAction(id, module, entry) : knownAction(id, module, equal);
    for (const what of lossesOf(module, equal)) {
      diagnostics.push(json('legacy-loss', place([...path, 'type']), { type: module.type, what }));
    }
    const beside = isObject(entry['metadata']) ? entry['metadata'] : undefined;
    const { display, position } = aboutAction(undefined, action.type, action.parameters, beside);
    const names = { ...display, ...Object.fromEntries(module.display) };
    actions.push({
      ...action,
      ...(Object.keys(names).length === 0 ? {} : { display: names }),
      ...(position === undefined ? {} : { position }),
    });
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
  if (next === undefined && mirror !== undefined) next = module.branches.find(({ word }) => word === mirror)?.target;
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
