/** From a compiled project and a connection to a plan. */
import type { Program } from '../check/program.ts';
import type { CompiledFlow } from '../compiler.ts';
import { wordOfFlowType } from '../catalogue/flow-types.ts';
import type { KnownNames } from '../constructs/naming.ts';
import type { Connection, Inventory, Listed, Reading } from '../connect/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject } from '../text/json.ts';
import { NOWHERE, type Place, type SourceText } from '../text/text.ts';
import { desired, type Desired } from './desired.ts';
import { deploy } from './diagnostics.ts';
import { textAt } from '../text/json-members.ts';
import { readLive, readThings } from './live.ts';
import { keyOf, lookupOf, type Lookup } from './lookup.ts';
import { makePlan } from './plan.ts';
import { sourceNames } from './source-names.ts';
import type { LiveResource, Plan, Resource } from './types.ts';
import type { Unchanged } from './unchanged.ts';

export interface ProjectInput {
  readonly connection: Connection;
  /** The lists of all kinds that the project speaks of, and of flows and modules. */
  readonly inventory: Inventory;
  readonly program: Program;
  /** Compiled for the environment: names bound to what the instance has. */
  readonly flows: readonly CompiledFlow[];
  readonly environment: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** What stands for digits that the source does not show; without it they are an error where they would be written. */
  readonly digit?: string | undefined;
  /** Files whose declarations are planned; the others only declare names. Without it, all. */
  readonly only?: ((source: SourceText) => boolean) | undefined;
  /** Put out of use what the project does not know: its flows and modules, see `mayArchive`. */
  readonly prune?: boolean;
  readonly unchanged?: Unchanged | undefined;
  readonly onRead?: Reading | undefined;
}

export interface Planned {
  readonly plan: Plan;
  /** Errors mean that the plan cannot be carried out. */
  readonly diagnostics: readonly Diagnostic[];
  readonly desired: Desired;
  readonly live: readonly LiveResource[];
  readonly lookup: Lookup;
}

/** Reads what is live of everything that the project says, and holds the two against each other. */
export async function planProject(input: ProjectInput): Promise<Planned> {
  const { connection, inventory, program, flows, environment, tags, digit, only, prune, unchanged, onRead } = input;
  const lookup = lookupOf(inventory);
  const wanted = desired({ program, flows, inventory, tags, digit, only });
  const extra = prune === true ? archivable(lookup, wanted) : [];
  onRead?.total(extra.length + wanted.resources.filter(({ kind, name }) => lookup.listed(kind, name)).length);
  const [live, others] = await Promise.all([
    readLive(connection, lookup, wanted.resources, onRead?.step),
    readThings(connection, lookup, extra, onRead?.step),
  ]);
  let known: KnownNames | undefined;
  const identifiers = new Map(
    wanted.resources.map((resource) => [keyOf(resource), resource.flow?.compiled?.name ?? resource.name]),
  );
  const plan = await makePlan(wanted.resources, live.resources, {
    environment,
    instance: connection.instance,
    known: () => (known ??= sourceNames(program, lookup)),
    identifierOf: (resource) => identifiers.get(keyOf(resource)) ?? resource.name,
    archive: others.resources.filter((resource) => hasTags(resource, tags ?? {})),
    unread: live.unread,
    unchanged,
  });
  unchanged?.keep();
  const diagnostics = await problems(plan, wanted, connection);
  return { plan, diagnostics, desired: wanted, live: live.resources, lookup };
}

/** Flows of the service itself, which come with every instance and cannot be done without. */
const BUILT_IN = /^(?:Default|Sample) /;

/** Flows and modules that are in use and that the project neither makes nor speaks of. */
function archivable({ inventory, listed }: Lookup, { resources, referred }: Desired): readonly Listed[] {
  const mentioned = new Set([...resources, ...referred].map((key) => listed(key.kind, key.name)?.id));
  return inventory.things.filter(
    ({ kind, id, name, state }) =>
      (kind === 'flow' || kind === 'module') && state !== 'ARCHIVED' && !BUILT_IN.test(name) && !mentioned.has(id),
  );
}

/** Where the environment has tags, only what carries them is the project's to put out of use. */
function hasTags({ settings }: LiveResource, tags: Readonly<Record<string, string>>): boolean {
  const has = isObject(settings['tags']) ? settings['tags'] : {};
  return Object.entries(tags).every(([key, value]) => has[key] === value);
}

async function problems(plan: Plan, { places, hidden }: Desired, connection: Connection): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const place = (resource: Pick<Resource, 'kind' | 'name'>): Place =>
    places.get(keyOf(resource)) ?? { source: { path: '', text: '' }, span: NOWHERE };
  for (const { kind, name, before, after } of plan.changes) {
    const [live, wanted] = [before?.flow?.type, after?.flow?.type];
    if (live === undefined || wanted === undefined || live === wanted) continue;
    const params = { name, wanted: wordOfFlowType(wanted), live: wordOfFlowType(live) };
    found.push(deploy('other-type', place({ kind, name }), params));
  }
  for (const { key, number } of hidden) {
    const change = plan.changes.find(({ kind, name }) => kind === key.kind && name === key.name);
    if (change !== undefined && change.action !== 'none') {
      found.push(deploy('hidden-digits', place(key), { name: key.name, number }));
    }
  }
  const newcomers = plan.changes.filter(({ kind, action }) => kind === 'user' && action === 'create');
  if (newcomers.length === 0) return found;
  const identity = await identityManagement(connection);
  for (const { kind, name, after } of newcomers) {
    const at = place({ kind, name });
    const missing = ['first_name', 'last_name'].filter((path) => textAt(after?.settings ?? {}, path) === undefined);
    if (identity === 'CONNECT_MANAGED') found.push(deploy('user-needs-password', at, { name }));
    else if (identity === 'SAML' && missing.length > 0) found.push(deploy('user-needs-name', at, { name, missing }));
  }
  return found;
}

/** How an instance knows its users: `SAML`, `CONNECT_MANAGED` or `EXISTING_DIRECTORY`, which knows their names itself. */
async function identityManagement(connection: Connection): Promise<string | undefined> {
  const answer = await connection.call('DescribeInstance');
  return textAt(answer, 'Instance.IdentityManagementType');
}
