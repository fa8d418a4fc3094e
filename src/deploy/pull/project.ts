/** An instance as a project: every flow, module and entity read, and said as text. */
import type { Connection, Inventory, Listed, Reading } from '../../connect/types.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import type { EnvironmentSettings } from '../../workspace/environments.ts';
import { readThings } from '../live.ts';
import { lookupOf } from '../lookup.ts';
import type { LiveResource, Unread } from '../types.ts';
import { identifiersFor } from './identifiers.ts';
import { filesOf, isManaged, type PulledFile } from './layout.ts';
import { sayProject } from './say-project.ts';

export interface PullInput {
  readonly connection: Connection;
  readonly inventory: Inventory;
  readonly settings: EnvironmentSettings;
  /** Kinds to leave out. */
  readonly without?: ReadonlySet<CanonicalKind> | undefined;
  /** Flows that were never published too: publishing the project will publish them. */
  readonly drafts?: boolean | undefined;
  readonly onRead?: Reading | undefined;
  /** Told the files that are sure to be written, before anything is read; `false` ends it there. */
  readonly mayWrite?: ((paths: readonly string[]) => boolean) | undefined;
}

export interface Pulled {
  readonly files: readonly PulledFile[];
  /** How many of each kind were written as declarations of the project's own. */
  readonly counts: ReadonlyMap<CanonicalKind, number>;
  /** What exists and could not be read: it is only spoken of. */
  readonly unread: readonly Unread[];
  /** Names of flows that were left out, since they are put aside or were never published. */
  readonly archived: readonly string[];
  readonly drafts: readonly string[];
  /** Names of flows whose ids stay as they are, because with names they would not have come back the same. */
  readonly pinned: readonly string[];
}

/** Reads everything, and says it. Undefined when `mayWrite` says no. Throws `ServiceError` when the service is gone. */
export async function pullProject(input: PullInput): Promise<Pulled | undefined> {
  const { connection, inventory, settings, without = new Set<CanonicalKind>(), onRead } = input;
  const lookup = lookupOf(inventory);
  const inUse = inventory.things.filter((thing) => thing.state !== 'ARCHIVED');
  const isOwn = (thing: Listed) =>
    isManaged(thing.kind) && !without.has(thing.kind) && (input.drafts === true || !isDraft(thing));
  const wanted = inUse.filter(isOwn);
  const early = identifiersFor(inUse, speakingOf(input));
  const sure = filesOf(
    wanted.filter(({ kind }) => kind !== 'number'),
    early,
  );
  if (input.mayWrite?.([...sure.values()]) === false) return undefined;

  onRead?.total(wanted.length);
  const { resources, unread } = await readThings(connection, lookup, wanted, onRead?.step);
  const hints = new Map(resources.flatMap((each) => hintOf(each)));
  const identifiers = identifiersFor(inUse, speakingOf(input), hints);
  const project = sayProject(resources, inUse, identifiers, { inventory, settings });
  return {
    ...project,
    unread,
    archived: inventory.things
      .filter(({ kind, state }) => isFlow(kind) && state === 'ARCHIVED')
      .map(({ name }) => name),
    drafts: input.drafts === true ? [] : inUse.filter(isDraft).map(({ name }) => name),
  };
}

function speakingOf({ inventory, settings }: PullInput) {
  return { instance: inventory.instance, moduleAlias: settings.modules.alias };
}

function isFlow(kind: CanonicalKind): boolean {
  return kind === 'flow' || kind === 'module';
}

function isDraft({ kind, status }: Listed): boolean {
  return isFlow(kind) && status === 'SAVED';
}

/** Numbers have no names; what is said of one, if it is short, tells it from others. */
function hintOf({ kind, listed, settings }: LiveResource): [Listed, string][] {
  const said = settings['description'];
  return kind === 'number' && typeof said === 'string' && said.length <= 40 ? [[listed, said]] : [];
}
