/** What was read of an instance, as the files of a project. */
import { wordOfFlowType } from '../../catalogue/flow-types.ts';
import { bind } from '../../check/bind.ts';
import { bindNames } from '../../connect/bind.ts';
import type { Inventory, Listed } from '../../connect/types.ts';
import { lowerFlow } from '../../constructs/lower.ts';
import { createNames, inReadingOrder, sayExisting, type Existing, type KnownNames } from '../../constructs/naming.ts';
import { withContract } from '../../constructs/say-contract.ts';
import { sayFlow } from '../../decompiler.ts';
import { entityModels } from '../../entities/index.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import { readFlow } from '../../flowjson/read.ts';
import { compare } from '../../graph/compare.ts';
import type { FlowGraph } from '../../graph/flow-graph.ts';
import type { Declaration, Entity, Flow } from '../../syntax/ast.ts';
import { parse } from '../../syntax/parse.ts';
import { printFile } from '../../syntax/print.ts';
import { sameJson, type JsonObject } from '../../text/json.ts';
import { NOWHERE } from '../../text/text.ts';
import type { EnvironmentSettings } from '../../workspace/environments.ts';
import { plainGraph } from '../flow-compare.ts';
import { codecFor } from '../kinds/index.ts';
import { without } from '../kinds/json.ts';
import type { LiveResource } from '../types.ts';
import { declare } from './declare.ts';
import type { Identifiers } from './identifiers.ts';
import { EXISTING_FILE, filesOf, isManaged, type PulledFile } from './layout.ts';

/** Where names are bound. */
export interface Target {
  readonly inventory: Inventory;
  readonly settings: EnvironmentSettings;
}

export interface SaidProject {
  readonly files: readonly PulledFile[];
  readonly counts: ReadonlyMap<CanonicalKind, number>;
  readonly pinned: readonly string[];
}

/** What no project keeps of people. */
const PERSONAL = ['email', 'secondary_email', 'mobile'];

export function sayProject(
  resources: readonly LiveResource[],
  inUse: readonly Listed[],
  identifiers: Identifiers,
  target: Target,
): SaidProject {
  const paths = filesOf(
    resources.map(({ listed }) => listed),
    identifiers,
  );
  const written = new Set(resources.map(({ listed }) => listed));
  const entities: { readonly path: string; readonly declaration: Declaration }[] = [];
  const raised: Raised[] = [];
  const names = createNames(new Set(), identifiers.known);
  for (const resource of resources) {
    const path = paths.get(resource.listed) ?? '';
    if (resource.flow === undefined) entities.push({ path, declaration: sayEntity(resource, identifiers) });
    else {
      const graph = graphOf(resource);
      // What cannot be read as a flow is spoken of, as if it could not be read at all.
      if (graph === undefined) written.delete(resource.listed);
      else
        raised.push({
          path,
          resource,
          graph,
          flow: withContract(sayFlow(graph, identifiers.of(resource.listed), names), resource.settings),
        });
    }
  }
  const pinned: string[] = [];
  let flows = raised;
  const used = new Set<Existing>();
  const existing = () => sayExistingThings(inUse, written, identifiers, [...used]);
  for (const { flow } of raised) for (const each of inReadingOrder(flow.body.items, names.mentioned)) used.add(each);
  const others = [...entities.map(({ declaration }) => declaration), ...existing()];
  const broken = notTheSame(raised, others, target);
  if (broken.size > 0) {
    const plain = createNames(new Set([...used].map(({ kind, name }) => `${kind}/${name}`)), withoutNames(identifiers));
    flows = raised.map((each) => {
      if (!broken.has(each)) return each;
      pinned.push(each.resource.name);
      const flow = sayFlow(each.graph, identifiers.of(each.resource.listed), plain);
      for (const one of inReadingOrder(flow.body.items, plain.mentioned)) used.add(one);
      return { ...each, flow: withContract(flow, each.resource.settings) };
    });
  }
  const files = [
    ...entities.map(({ path, declaration }) => ({ path, text: printed([declaration]) })),
    ...flows.map(({ path, flow }) => ({ path, text: printed([flow]) })),
  ];
  const spokenOf = existing();
  if (spokenOf.length > 0) files.push({ path: EXISTING_FILE, text: printed(spokenOf) });
  const counts = new Map<CanonicalKind, number>();
  for (const { kind, listed } of resources) if (written.has(listed)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), counts, pinned };
}

interface Raised {
  readonly path: string;
  readonly resource: LiveResource;
  readonly graph: FlowGraph;
  readonly flow: Flow;
}

function printed(declarations: readonly Declaration[]): string {
  return printFile({ kind: 'file', declarations, comments: [], span: NOWHERE });
}

/** A declaration that says what is live. */
export function sayEntity({ kind, name, listed, settings }: LiveResource, identifiers: Identifiers): Entity {
  const hidden = kind === 'user' ? PERSONAL : [];
  const kept = Object.fromEntries(Object.entries(settings).filter(([key]) => !hidden.includes(key)));
  const said = withoutUnsaid(kind, name, kept);
  return declare({ kind, name, identifier: identifiers.of(listed), settings: said }, identifiers.called);
}

/** Without what the service fills in when nothing is said. */
function withoutUnsaid(kind: CanonicalKind, name: string, settings: JsonObject): JsonObject {
  const complete = codecFor(kind)?.complete;
  if (complete === undefined) return settings;
  const required = new Set(
    entityModels[kind].properties.flatMap((property) => (property.required ? [property.key] : [])),
  );
  let said = settings;
  for (const key of Object.keys(settings)) {
    const rest = without(said, key);
    if (!required.has(key) && sameJson(complete(rest, name)[key], settings[key])) said = rest;
  }
  return said;
}

/** The live graph, called as the instance calls it. */
export function graphOf({ name, settings, flow }: LiveResource): FlowGraph | undefined {
  if (flow === undefined) return undefined;
  const { graph } = readFlow({ path: 'live.json', text: flow.content });
  if (graph === undefined) return undefined;
  const said = settings['description'];
  return { ...graph, name, description: typeof said === 'string' ? said : undefined, type: flow.type };
}

// ------------------------------------------------------------------------------------------------- what is spoken of

function sayExistingThings(
  inUse: readonly Listed[],
  written: ReadonlySet<Listed>,
  identifiers: Identifiers,
  pinned: readonly Existing[],
): Entity[] {
  const things = inUse.filter(
    (thing) => !written.has(thing) && (identifiers.mentioned.has(thing) || isWorthSaying(thing)),
  );
  const named = things.map((thing) =>
    declare(
      { ...thing, identifier: identifiers.of(thing), settings: aboutExisting(thing), existing: true },
      identifiers.called,
    ),
  );
  return [...named, ...pinned.map(sayExisting)].sort(byKind);
}

/** What the project may want to speak of: all but what it could manage, and the service's own views. */
function isWorthSaying({ kind, arn }: Listed): boolean {
  return !isManaged(kind) && !arn.includes(':aws:view/');
}

function aboutExisting({ kind, type }: Listed): JsonObject {
  return kind === 'flow' && type !== undefined ? { type: wordOfFlowType(type) } : {};
}

const KINDS = Object.keys(entityModels);

function byKind(a: Entity, b: Entity): number {
  const rank = ({ entityKind: { text } }: Entity) => KINDS.indexOf(text);
  return rank(a) - rank(b) || (a.name.text < b.name.text ? -1 : a.name.text > b.name.text ? 1 : 0);
}

// -------------------------------------------------------------------------------------------------------------- proof

/** The flows whose text would not be what is live. */
function notTheSame(raised: readonly Raised[], others: readonly Declaration[], target: Target): ReadonlySet<Raised> {
  const parsed = (path: string, declarations: readonly Declaration[]) => {
    const source = { path, text: printed(declarations) };
    return { source, tree: parse(source).tree };
  };
  const files = raised.map(({ path, flow }) => parsed(path, [flow]));
  const { program } = bind([parsed(EXISTING_FILE, others), ...files]);
  const { environment } = bindNames(program, target.inventory, target.settings);
  const arn = target.inventory.instance.arn;
  return new Set(
    raised.filter(({ graph }, i) => {
      const file = files[i];
      const [flow] = file?.tree.declarations ?? [];
      if (file === undefined || flow?.kind !== 'flow') return true;
      const lowered = lowerFlow(flow, file.source, program, environment).graph;
      if (compare(lowered, graph) === undefined) return false;
      return compare(plainGraph(lowered, arn), plainGraph(graph, arn)) !== undefined;
    }),
  );
}

/** Ids and ARNs stay; only the identifiers that are taken are known. */
function withoutNames({ known }: Identifiers): KnownNames {
  return { nameOf: () => undefined, valueOf: known.valueOf };
}
