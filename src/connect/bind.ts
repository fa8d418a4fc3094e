/** Names of source → things of an instance, by kind and name. */
import { wordOfFlowType } from '../catalogue/flow-types.ts';
import { viewQualifier } from '../check/environment.ts';
import { flowTypeOfNamed } from '../check/flow-types.ts';
import { localShortId } from '../check/local-id.ts';
import { allNames } from '../check/names.ts';
import type { Environment, Named, Program } from '../check/program.ts';
import { pendingArn } from '../deploy/pending.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { canonicalKind, entityModel, entityModels } from '../entities/index.ts';
import type { CanonicalKind, EntityKind } from '../entities/types.ts';
import type { Place } from '../text/text.ts';
import { project } from '../workspace/diagnostics.ts';
import type { EnvironmentSettings } from '../workspace/environments.ts';
import type { Inventory, Listed } from './types.ts';

export interface Bound {
  readonly environment: Environment;
  /** Names that nothing, or more than one thing, answers to; each at its declaration. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is not there yet, and publishing will make. */
  readonly pending: readonly Named[];
  /** What is not there, and nothing makes. */
  readonly missing: readonly Named[];
}

/** Binds every name that a program declares. What publishing will create gets an ARN that stands for the real one until then. */
export function bindNames(program: Program, inventory: Inventory, settings: EnvironmentSettings): Bound {
  const byName = tableOf(inventory);
  const bound = new Map<Named, string>();
  const diagnostics: Diagnostic[] = [];
  const pending: Named[] = [];
  const missing: Named[] = [];
  for (const named of allNames(program)) {
    const found = lookUpThing(named, byName, inventory, settings);
    if (found.isPending) pending.push(named);
    if (found.problem?.code === 'project/unbound') missing.push(named);
    if (found.arn !== undefined) bound.set(named, found.arn);
    if (found.problem !== undefined) diagnostics.push(found.problem);
  }
  return {
    // Names of another program (a second compilation of the same source) are looked up anew.
    environment: {
      name: settings.name,
      bind: (named) => bound.get(named) ?? lookUpThing(named, byName, inventory, settings).arn,
    },
    diagnostics,
    pending,
    missing,
  };
}

/** Kinds of things that a program speaks of: the lists that binding it needs. */
export function kindsIn(program: Program): readonly CanonicalKind[] {
  return [...new Set([...allNames(program)].map(({ kind }) => canonicalKind(kind)))].sort();
}

/** The thing that a name stands for; undefined when there is none, or more than one. */
export function listedFor(named: Named, inventory: Inventory): Listed | undefined {
  const candidates = candidatesFor(named, tableOf(inventory));
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Things by kind, and within a kind by name, in one Unicode form. */
type Table = ReadonlyMap<string, ReadonlyMap<string, readonly Listed[]>>;

const tables = new WeakMap<Inventory, Table>();

function tableOf(inventory: Inventory): Table {
  let table = tables.get(inventory);
  if (table === undefined) {
    const made = new Map<string, Map<string, Listed[]>>();
    for (const thing of inventory.things) {
      let names = made.get(thing.kind);
      if (names === undefined) made.set(thing.kind, (names = new Map()));
      const name = thing.name.normalize('NFC');
      const things = names.get(name);
      if (things === undefined) names.set(name, [thing]);
      else things.push(thing);
    }
    tables.set(inventory, (table = made));
  }
  return table;
}

function thingsOf(kind: EntityKind, table: Table): readonly Listed[] {
  return [...(table.get(kind)?.values() ?? [])].flat();
}

interface Found {
  readonly arn?: string | undefined;
  readonly problem?: Diagnostic | undefined;
  readonly isPending?: boolean;
}

function lookUpThing(named: Named, table: Table, inventory: Inventory, settings: EnvironmentSettings): Found {
  if (named.pin !== undefined) return { arn: named.pin };
  const kind = canonicalKind(named.kind);
  if (kind === 'attribute') return { arn: named.display };
  const candidates = candidatesFor(named, table);
  const [first] = candidates;
  if (candidates.length === 1 && first !== undefined) {
    if (isArchived(first) && !isOwn(named)) {
      return { problem: project('archived', placeOf(named), facts(named, settings)) };
    }
    return { arn: reference(named, first, settings), problem: wrongType(named, first, settings) };
  }
  if (candidates.length > 1) {
    const names = candidates.map(({ name, id }) => (kind === 'number' ? name : `${name} (${id})`));
    return { problem: project('ambiguous', placeOf(named), { ...facts(named, settings), names }) };
  }
  if (isCreated(named)) {
    const arn = pendingArn(kind, named.display, inventory.instance);
    return { arn: reference(named, { kind, name: named.display, id: '', arn }, settings), isPending: true };
  }
  const unread = inventory.unread?.[kind];
  if (unread !== undefined) {
    return { problem: project('unread-list', placeOf(named), { ...facts(named, settings), reason: unread }) };
  }
  if (entityModel(kind).api.listed === undefined) {
    return { problem: project('not-listed', placeOf(named), facts(named, settings)) };
  }
  return { problem: unbound(named, table, inventory, settings) };
}

/** What publishing makes when it is not there. Numbers are never claimed. */
function isCreated(named: Named): boolean {
  const { managed, api } = entityModel(named.kind);
  return isOwn(named) && managed && api.create !== undefined;
}

/** Whether the project looks after it, rather than only speaking of it. */
function isOwn(named: Named): boolean {
  return !named.existing;
}

function isArchived(thing: Listed): boolean {
  return thing.state === 'ARCHIVED';
}

function candidatesFor(named: Named, table: Table): readonly Listed[] {
  const kind = canonicalKind(named.kind);
  const wanted = named.display.normalize('NFC');
  if (kind === 'number' && /X/i.test(wanted)) {
    const digits = new RegExp(`^${wanted.replace(/[^\dX]/gi, '\\$&').replace(/X/gi, '\\d')}$`);
    return thingsOf(kind, table).filter(({ name }) => digits.test(name));
  }
  // Where nobody could say what a bot is called (on this machine nobody can), its ids are made from its name.
  const made = kind === 'bot' ? (table.get(kind)?.get(idsOfBot(wanted)) ?? []) : [];
  const found = [...(table.get(kind)?.get(wanted) ?? []), ...made];
  // Of two flows with one name the archived one was put aside.
  const live = found.filter((thing) => !isArchived(thing));
  return live.length > 0 ? live : found;
}

function idsOfBot(name: string): string {
  return `${localShortId(`bot/${name}/bot`)}:${localShortId(`bot/${name}/alias`)}`;
}

/** What flow language says for a thing. */
function reference(named: Named, { kind, id, arn }: Listed, { modules }: EnvironmentSettings): string {
  if (kind === 'module') return `${arn}:${modules.alias ?? '$LATEST'}`;
  if (kind === 'view') return viewReference(arn, named);
  return entityModels[kind].arn.template === '{id}' ? id : arn;
}

/** A list may name a view's version; what counts is the one that the declaration says. */
function viewReference(arn: string, named: Named): string {
  const [, bare = arn, version] = /^(.*?view\/[^:]+)(:.+)?$/.exec(arn) ?? [];
  const isSaid = named.declaration.kind === 'entity' && named.declaration.block !== undefined;
  return version !== undefined && !isSaid ? arn : bare + viewQualifier(named);
}

function placeOf(named: Named): Place {
  return { source: named.source, span: named.span };
}

function facts(named: Named, settings: EnvironmentSettings) {
  return { environment: settings.name, kind: kindInConsole(named.kind), name: named.display };
}

/** A kind in a sentence about an instance, as the console calls it: `quick connect`, `AWS Lambda function`. */
export function kindInConsole(kind: EntityKind): string {
  return entityModel(kind).console.en.replace(/^(?!Amazon)[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
}

function unbound(named: Named, table: Table, inventory: Inventory, settings: EnvironmentSettings): Diagnostic {
  const kind = canonicalKind(named.kind);
  const there = thingsOf(kind, table)
    .filter((thing) => !isArchived(thing))
    .map(({ name }) => name);
  const { plural } = entityModel(kind).console;
  const near = nearOnes(named.display, there);
  const isRecorded = inventory.from === 'snapshot';
  return project('unbound', placeOf(named), {
    ...facts(named, settings),
    plural,
    near,
    count: there.length,
    isRecorded,
  });
}

/** Up to three names that may have been meant; where none is near and there are few, all. */
function nearOnes(name: string, there: readonly string[]): readonly string[] {
  const rest = new Set(there);
  const near: string[] = [];
  for (let found = nearest(name, rest); found !== undefined && near.length < 3; found = nearest(name, rest)) {
    near.push(found);
    rest.delete(found);
  }
  const lower = name.toLowerCase();
  for (const other of rest) {
    if (near.length >= 3) break;
    const folded = other.toLowerCase();
    if (folded.includes(lower) || lower.includes(folded)) near.push(other);
  }
  return near.length === 0 && there.length <= 3 ? there : near;
}

/** `existing flow F { type: … }` says one type, and the instance another. */
function wrongType(named: Named, thing: Listed, settings: EnvironmentSettings): Diagnostic | undefined {
  const said = named.existing ? flowTypeOfNamed(named) : undefined;
  if (said === undefined || thing.type === undefined || said === thing.type) return undefined;
  const types = { said: wordOfFlowType(said), found: wordOfFlowType(thing.type) };
  return project('other-flow-type', placeOf(named), { ...facts(named, settings), ...types });
}
