/** Carries out a plan: tasks in an order that works, a journal while it goes on, a release when all is done. */
import { isServiceError, type Connection, type Instance, type Inventory } from '../../connect/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../text/text.ts';
import { deploy } from '../diagnostics.ts';
import { keyOf } from '../lookup.ts';
import type { Change, LiveResource, Plan, Resource } from '../types.ts';
import type { Sent } from './contents.ts';
import { idsOf, type Ids } from './ids.ts';
import { beginJournal, openJournals, touchedBefore, type OpenJournal } from './journal.ts';
import { moduleAliases, type ModuleAliases } from './module-aliases.ts';
import { headOf, problemDiagnostics } from './problems.ts';
import { readBack, type NotAsWritten } from './read-back.ts';
import type { Kept, KeptLive, Release, Touched } from './records.ts';
import { freshId, writeRelease } from './releases.ts';
import { journaledRequests, type Requests } from './requests.ts';
import { runTasks, type Failure, type Task } from './scheduler.ts';
import { tasksOf } from './tasks.ts';
import { Moved, type Work } from './work.ts';

export interface PublishOptions {
  /** Folder of the project: records are kept in its `.flowc`. */
  readonly root: string;
  readonly connection: Connection;
  /** The lists that the plan was made from. */
  readonly inventory: Inventory;
  /** Where things are declared, by `keyOf`. */
  readonly places?: ReadonlyMap<string, Place> | undefined;
  /** Alias of modules that flows of the environment are bound to. */
  readonly alias?: string | undefined;
  readonly by: string;
  readonly commit?: string | undefined;
  readonly now?: () => Date;
  /** Told how many requests there will be, about, and each that was made. */
  readonly onStart?: (requests: number) => void;
  readonly onRequest?: () => void;
  /** Archived flows and modules that are deleted, see leftovers. */
  readonly remove?: readonly LiveResource[] | undefined;
  /** A release is taken back: contents are written as they were, and modules' aliases lead where they led. */
  readonly restores?: Restoring | undefined;
}

export interface Restoring {
  /** Releases that are taken back. */
  readonly undoes: readonly string[];
  /** Versions that aliases of modules lead to, by key. */
  readonly versions: ReadonlyMap<string, number>;
}

export interface Published {
  /** Undefined when there was nothing to do, or when it was not done. */
  readonly release: Release | undefined;
  /** Part of it may be written: the next run goes on from there. */
  readonly isOpen: boolean;
  /** What is not done, and why. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was read back after writing, and is not as it was written. */
  readonly differences: readonly NotAsWritten[];
  /** How many requests changed something. */
  readonly requests: number;
}

/**
 * Runs that were killed or refused before their end, oldest first; the next run brings them there. An environment may have
 * been another instance then: those runs are none of this one's business.
 */
export function unfinished(root: string, environment: string, { arn }: Pick<Instance, 'arn'>): readonly OpenJournal[] {
  return openJournals(root, environment).filter(({ instance }) => instance === arn);
}

/**
 * Publishes. Throws `ServiceError` when the service cannot be reached before anything is written; what goes wrong later is
 * in the diagnostics, and the next run goes on from there.
 */
export async function publish(plan: Plan, options: PublishOptions): Promise<Published> {
  const { root, connection, inventory, restores, remove = [], now = () => new Date() } = options;
  const earlier = unfinished(root, plan.environment, plan.instance);
  const pending = plan.changes.filter(({ action }) => action !== 'none');
  // A release that is taken back is taken back, also where there was nothing to do for it.
  if (pending.length === 0 && earlier.length === 0 && remove.length === 0 && restores === undefined)
    return { release: undefined, isOpen: false, diagnostics: [], differences: [], requests: 0 };

  const ids = idsOf(plan, inventory);
  const at = now();
  const id = freshId(root, plan.environment, at, plan.fingerprint);
  const aliases = await aliasesFor(plan, earlier, options, id);
  const heading = {
    id,
    environment: plan.environment,
    instance: plan.instance.arn,
    at: at.toISOString(),
    by: options.by,
    ...(options.commit === undefined ? {} : { commit: options.commit }),
    ...(restores === undefined ? {} : { undoes: restores.undoes }),
  };
  const before = touchedBefore(earlier);
  // Not the contents: whether they were written is not known before they are, and making them can wait until then.
  const intended = pending.map((change) => {
    const after = change.after === undefined ? null : { settings: change.after.settings };
    return touched(change, before.get(keyOf(change)), aliases, after);
  });
  const journal = beginJournal(root, {
    ...heading,
    continues: earlier.map((run) => run.id),
    changes: [...intended, ...remove.map(removed)],
  });
  const requests = journaledRequests(connection, journal, ids, options.onRequest);
  const created = new Set(earlier.flatMap((run) => run.created));
  const sent = new Map<string, Sent>();
  const work: Work = {
    requests,
    ids,
    aliases,
    sent,
    mayBeOurs: (key) => created.has(key),
    verbatim: restores !== undefined,
  };
  const unsure = new Set(earlier.flatMap(({ changes }) => changes.map(keyOf)));
  const kept: NotAsWritten[] = [];
  const tasks = [
    ...tasksOf(plan, work, { alias: options.alias !== undefined, unsure: (key) => unsure.has(key) }),
    ...remove.map((live) => removing(live, requests, kept)),
  ];
  // What is written, and the look at it afterwards.
  options.onStart?.(tasks.reduce((sum, task) => sum + task.requests, pending.length));

  const failures = await runTasks(tasks);
  if (failures.length > 0) {
    // Where nothing was written there is nothing to go on with, and nothing to take back.
    const isOpen = requests.hadEffect() || earlier.length > 0;
    if (isOpen) journal.leave();
    else journal.close();
    const diagnostics = failures.flatMap((failure) => failureDiagnostics(failure, plan, sent, options.places));
    return { release: undefined, isOpen, diagnostics, differences: [], requests: requests.written() };
  }
  const gone = remove.filter((live) => !kept.some(({ kind, name }) => kind === live.kind && name === live.name));
  const changes = [...allTouched(plan, before, aliases, sent, ids), ...gone.map(removed)];
  const release: Release = { ...heading, changes };
  writeRelease(root, release);
  journal.close();
  const differences = await readBack({ connection, inventory, ids, changes: pending, sent, step: options.onRequest });
  return {
    release,
    isOpen: false,
    diagnostics: [],
    differences: [...differences, ...kept],
    requests: requests.written(),
  };
}

/** Reads the aliases of modules that may be written or called; none where the environment names no alias. */
async function aliasesFor(
  { changes }: Plan,
  earlier: readonly OpenJournal[],
  { connection, alias, restores }: PublishOptions,
  release: string,
): Promise<ModuleAliases> {
  const modules = changes.filter(({ kind, action }) => kind === 'module' && action !== 'archive');
  const somethingIsWritten = changes.some(({ action }) => action !== 'none') || earlier.length > 0;
  const live = modules.flatMap((change): [string, string][] => {
    const id = change.before?.listed.id;
    return id === undefined || !somethingIsWritten ? [] : [[keyOf(change), id]];
  });
  return moduleAliases(connection, new Map(live), {
    alias,
    description: `flowc ${release}`,
    ...(restores === undefined ? {} : { versions: restores.versions }),
  });
}

function removed(live: LiveResource): Touched {
  const { kind, name } = live;
  return { kind, name, action: 'delete', before: keptLive({ before: live }), after: null };
}

/** What the service does not let go of, because something still speaks of it, stays archived, and the rest goes on. */
function removing(live: LiveResource, requests: Requests, kept: NotAsWritten[]): Task {
  const { kind, name, listed } = live;
  const call =
    kind === 'module'
      ? { operation: 'DeleteContactFlowModule', input: { ContactFlowModuleId: listed.id } }
      : { operation: 'DeleteContactFlow', input: { ContactFlowId: listed.id } };
  const run = async (): Promise<void> => {
    try {
      await requests.write(live, call);
    } catch (error) {
      if (!isServiceError(error) || error.status < 400 || error.status >= 500) throw error;
      // A delete that is sent again may find that it is done.
      if (error.code === 'ResourceNotFoundException') return;
      kept.push({ kind, name, what: `it is archived still, because it could not be deleted: ${error.message}` });
    }
  };
  return { id: `delete ${keyOf(live)}`, stage: 'last', needs: [], requests: 1, run };
}

/** What the records keep of a change. What an earlier run found is what was there before. */
function touched(change: Change, earlier: Touched | undefined, aliases: ModuleAliases, after: Kept | null): Touched {
  const { kind, name, action } = change;
  const alias = earlier?.alias ?? aliases.before.get(keyOf(change));
  const before = earlier === undefined ? keptLive(change) : earlier.before;
  return {
    kind,
    name,
    action: action === 'archive' ? 'archive' : before === null ? 'create' : 'update',
    before,
    after: action === 'archive' ? null : after,
    ...(alias === undefined ? {} : { alias }),
  };
}

function keptLive({ before }: Pick<Change, 'before'>): KeptLive | null {
  if (before === undefined) return null;
  const { settings, listed, flow } = before;
  return { listed, settings, ...(flow === undefined ? {} : { flow: { type: flow.type, content: flow.content } }) };
}

function keptAfter({ settings, flow }: Resource, sent: Sent | undefined): Kept {
  if (flow === undefined) return { settings };
  return { settings, flow: { type: flow.type, content: sent?.content ?? flow.content } };
}

/** This run and those that it continues, as one release. */
function allTouched(
  { changes }: Plan,
  before: ReadonlyMap<string, Touched>,
  aliases: ModuleAliases,
  sent: ReadonlyMap<string, Sent>,
  ids: Ids,
): readonly Touched[] {
  const found: Touched[] = [];
  const seen = new Set<string>();
  for (const change of changes) {
    const key = keyOf(change);
    seen.add(key);
    const earlier = before.get(key);
    if (change.action === 'none' && earlier === undefined) continue;
    const after = change.after === undefined ? null : keptAfter(change.after, sent.get(key));
    const one = touched(change, earlier, aliases, after);
    // Where this run had nothing to write, what is live is what was written.
    const asWritten = sent.has(key) || change.before === undefined ? one.after : keptWritten(change);
    found.push({ ...one, after: change.action === 'archive' ? null : asWritten && ids.filledIn(asWritten as never) });
  }
  // Of what the source has no more, what was live before is all that is known.
  for (const [key, earlier] of before) if (!seen.has(key)) found.push(earlier);
  return found;
}

/** Settings as they are wanted, with the content that is live. */
function keptWritten({ before, after }: Change): Kept {
  const flow = before?.flow;
  return {
    settings: after?.settings ?? before?.settings ?? {},
    ...(flow === undefined ? {} : { flow: { type: flow.type, content: flow.content } }),
  };
}

function failureDiagnostics(
  { task, error }: Failure,
  { changes }: Plan,
  sent: ReadonlyMap<string, Sent>,
  places: PublishOptions['places'],
): readonly Diagnostic[] {
  const change = changes.find((one) => task.id.endsWith(` ${keyOf(one)}`));
  const resource = change?.after ?? change?.before;
  if (resource === undefined) return otherFailure(task, error);
  const place = places?.get(keyOf(resource)) ?? headOf(resource);
  if (error instanceof Moved) return [deploy('moved', place, { what: error.message })];
  if (!isServiceError(error)) throw error;
  if (error.problems.length > 0) return problemDiagnostics(error.problems, resource, sent.get(keyOf(resource)), place);
  const { operation, code, message } = error;
  return [deploy('refused', place, { name: resource.name, operation, code, message })];
}

/** Of a thing that is no part of the plan: one that was to be deleted. */
function otherFailure({ id }: Task, error: unknown): readonly Diagnostic[] {
  if (!isServiceError(error)) throw error;
  const { operation, code, message } = error;
  const place = { source: { path: id, text: '' }, span: { start: 0, end: 0 } };
  return [deploy('refused', place, { name: id, operation, code, message })];
}
