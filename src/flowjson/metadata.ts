/** Metadata as the designer writes it: positions, names of blocks and resources, notes. Connect itself does not read it. */
import type { FlowAction, FlowGraph, Note, Point } from '../graph/flow-graph.ts';
import type { Json, JsonObject } from '../text/json.ts';
import { exportWordOf } from './flow-types.ts';
import type { Layout } from './layout.ts';
import { isUuid } from './read-metadata.ts';

export function metadataOf(graph: FlowGraph, identifiers: ReadonlyMap<string, string>, layout: Layout): JsonObject {
  const actions = graph.actions.map((action): [string, Json] => {
    const identifier = identifiers.get(action.id) ?? action.id;
    return [identifier, aboutAction(action, identifier, layout.positions.get(action.id) ?? layout.entry)];
  });
  const type = exportWordOf(graph.type);
  return {
    entryPointPosition: point(layout.entry),
    ActionMetadata: Object.fromEntries(actions),
    Annotations: graph.notes.map((note, i) => annotation(note, i, graph, identifiers, layout)),
    ...(graph.name === undefined ? {} : { name: graph.name }),
    ...(graph.description === undefined ? {} : { description: graph.description }),
    ...(type === undefined ? {} : { type }),
  };
}

function aboutAction(action: FlowAction, identifier: string, position: Point): JsonObject {
  // A made-up identifier that reads like a name says so, else it would come back as a name that somebody gave.
  const friendly = action.label !== undefined ? true : isUuid(identifier) ? undefined : false;
  const parameters = tree(Object.entries(action.display ?? {}));
  return {
    position: point(position),
    ...(friendly === undefined ? {} : { isFriendlyName: friendly }),
    ...(parameters === undefined ? {} : { parameters }),
  };
}

function annotation(
  note: Note,
  index: number,
  graph: FlowGraph,
  identifiers: ReadonlyMap<string, string>,
  layout: Layout,
): JsonObject {
  const on = note.action;
  const beside = (on === undefined ? undefined : layout.positions.get(on)) ?? layout.entry;
  return {
    type: 'default',
    id: noteId(index, note.text),
    content: note.text,
    actionId: on === undefined ? '' : (identifiers.get(on) ?? on),
    isFolded: on !== undefined,
    position: { x: beside.x, y: beside.y - 80 - (on === undefined ? 320 * (index + 1) : 0) },
    size: { height: 295, width: 300 },
  };
}

/** A UUID that the same note always gets. */
function noteId(index: number, text: string): string {
  let hash = 0x811c9dc5 ^ index;
  let hex = '';
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15) ^ round, 0x01000193);
    hex += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function point({ x, y }: Point): JsonObject {
  return { x, y };
}

/** Paths like `Messages[1].PromptId` to the tree that mirrors Parameters, with `{displayName}` at its ends. */
function tree(names: readonly (readonly [string, string])[]): Json | undefined {
  if (names.length === 0) return undefined;
  const root = new Branch();
  for (const [path, name] of names) root.at(path.split(/\.|(?=\[\d+\])/)).name = name;
  return root.toJson();
}

class Branch {
  name: string | undefined;
  private readonly branches = new Map<string, Branch>();

  at(path: readonly string[]): Branch {
    const [step, ...rest] = path;
    if (step === undefined) return this;
    let branch = this.branches.get(step);
    if (branch === undefined) this.branches.set(step, (branch = new Branch()));
    return branch.at(rest);
  }

  toJson(): Json {
    const steps = [...this.branches.keys()];
    const isList = this.name === undefined && steps.length > 0 && steps.every((step) => /^\[\d{1,3}\]$/.test(step));
    if (isList) {
      const list: Json[] = [];
      for (const [step, branch] of this.branches) list[Number(step.slice(1, -1))] = branch.toJson();
      return Array.from(list, (item) => (item as Json | undefined) ?? null);
    }
    const own: [string, Json][] = this.name === undefined ? [] : [['displayName', this.name]];
    return Object.fromEntries([...own, ...[...this.branches].map(([step, b]): [string, Json] => [step, b.toJson()])]);
  }
}
