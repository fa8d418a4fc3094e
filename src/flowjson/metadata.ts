/** Metadata as the designer writes it: positions, names of blocks and resources, notes. Connect itself does not read it. */
import { BOT_PARAMETER, botNameOf } from '../catalogue/bot-names.ts';
import type { FlowAction, FlowGraph, Note, Point } from '../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { blockExtras, dynamicPaths } from './block-extras.ts';
import { exportWordOf } from './flow-types.ts';
import type { Layout } from './layout.ts';
import { isUuid } from './read-metadata.ts';
import { uuidOf } from './uuid.ts';
import { voiceFacts } from './voice-metadata.ts';

export function metadataOf(graph: FlowGraph, identifiers: ReadonlyMap<string, string>, layout: Layout): JsonObject {
  const actions = graph.actions.map((action): [string, Json] => {
    const identifier = identifiers.get(action.id) ?? action.id;
    return [identifier, aboutAction(action, identifier, layout.positions.get(action.id) ?? layout.entry)];
  });
  const type = exportWordOf(graph.type);
  return {
    entryPointPosition: point(layout.entry),
    ActionMetadata: Object.fromEntries(actions),
    Annotations: graph.notes.map((note, i) => annotation(note, i, graph.notes.length, identifiers, layout)),
    ...(graph.name === undefined ? {} : { name: graph.name }),
    ...(graph.description === undefined ? {} : { description: graph.description }),
    ...(type === undefined ? {} : { type }),
  };
}

function aboutAction(action: FlowAction, identifier: string, position: Point): JsonObject {
  // A made-up identifier that reads like a name says so, else it would come back as a name that somebody gave.
  const friendly = action.label !== undefined ? true : isUuid(identifier) ? undefined : false;
  const parameters = parametersOf(action);
  const about: Record<string, Json> = { position: point(position) };
  if (friendly !== undefined) about['isFriendlyName'] = friendly;
  if (parameters !== undefined) about['parameters'] = parameters;
  return Object.assign(about, blockExtras(action, identifier));
}

/** Notes of a block stand above it; the others stand in a row above the whole flow. */
function annotation(
  note: Note,
  index: number,
  count: number,
  identifiers: ReadonlyMap<string, string>,
  layout: Layout,
): JsonObject {
  const { action } = note;
  const block = action === undefined ? undefined : layout.positions.get(action);
  let top = layout.entry.y;
  if (block === undefined) for (const { y } of layout.positions.values()) top = Math.min(top, y);
  const position =
    block === undefined ? { x: layout.entry.x + index * 320, y: top - 360 } : { x: block.x, y: block.y - 48 };
  return {
    type: 'default',
    id: uuidOf(`${index} of ${count} ${note.text}`),
    content: note.text,
    actionId: action === undefined ? '' : (identifiers.get(action) ?? action),
    isFolded: block !== undefined,
    position,
    size: { height: 295, width: 300 },
  };
}

function point({ x, y }: Point): JsonObject {
  return { x, y };
}

/** A tree that mirrors Parameters, with what is known of a value in its place. */
interface Branch {
  readonly about: [string, Json][];
  readonly branches: Map<string, Branch>;
}

function parametersOf(action: FlowAction): Json | undefined {
  const names = action.display === undefined ? [] : Object.entries(action.display);
  const dynamic = dynamicPaths(action);
  const ofVoice = voiceFacts(action);
  if (names.length === 0 && dynamic.length === 0 && ofVoice.length === 0) return undefined;
  const root = newBranch();
  for (const [path, name] of names) {
    const shown = path === BOT_PARAMETER ? (botNameOf(name).alias ?? name) : name;
    branchAt(root, stepsOf(path, action.parameters)).about.push(['displayName', shown]);
  }
  for (const path of dynamic) branchAt(root, path).about.push(['useDynamic', true]);
  for (const [parameter, key, value] of ofVoice) branchAt(root, [parameter]).about.push([key, value]);
  return branchJson(root);
}

function newBranch(): Branch {
  return { about: [], branches: new Map() };
}

/** Steps of a path like `Messages[1].PromptId`; where a key of the parameters holds dots itself, it is one step. */
function stepsOf(path: string, parameters: Json): readonly string[] {
  const steps: string[] = [];
  let rest = path;
  let at: Json | undefined = parameters;
  while (rest !== '') {
    const step: string = keyAt(at, rest) ?? (/^\[\d+\]|^[^.[]+/.exec(rest)?.[0] || rest);
    steps.push(step);
    if (isObject(at)) at = Object.hasOwn(at, step) ? at[step] : undefined;
    else at = Array.isArray(at) ? (at as readonly Json[])[Number(step.slice(1, -1))] : undefined;
    rest = rest.slice(step.length).replace(/^\./, '');
  }
  return steps;
}

/** The longest key of an object that a path begins with. */
function keyAt(at: Json | undefined, path: string): string | undefined {
  if (!isObject(at)) return undefined;
  const leads = (key: string): boolean =>
    key !== '' && path.startsWith(key) && (path.length === key.length || '.['.includes(path.charAt(key.length)));
  return Object.keys(at)
    .filter(leads)
    .sort((x, y) => y.length - x.length)[0];
}

function branchAt(root: Branch, steps: readonly string[]): Branch {
  let at = root;
  for (const step of steps) {
    let next = at.branches.get(step);
    if (next === undefined) at.branches.set(step, (next = newBranch()));
    at = next;
  }
  return at;
}

function branchJson({ about, branches }: Branch): Json {
  const steps = [...branches.keys()];
  if (about.length === 0 && steps.length > 0 && steps.every((step) => /^\[\d{1,3}\]$/.test(step))) {
    const list: Json[] = [];
    for (const [step, branch] of branches) list[Number(step.slice(1, -1))] = branchJson(branch);
    return Array.from(list, (item) => (item as Json | undefined) ?? null);
  }
  return Object.fromEntries([...about, ...[...branches].map(([step, b]): [string, Json] => [step, branchJson(b)])]);
}
