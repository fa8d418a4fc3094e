/** Taking releases back: what was live before them of everything that they touched, as a plan. */
import type { Connection, Inventory, Reading } from '../../connect/types.ts';
import type { JsonObject } from '../../text/json.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { flowChanges } from '../flow-changes.ts';
import { isSameFlow } from '../flow-compare.ts';
import { isArchived } from '../kinds/flow.ts';
import { codecFor } from '../kinds/index.ts';
import { readLive } from '../live.ts';
import { keyOf, lookupOf, type Lookup } from '../lookup.ts';
import { inOrder } from '../order.ts';
import { pendingId } from '../pending.ts';
import { propertyChanges } from '../properties.ts';
import { sayKey } from '../render/words.ts';
import { sourceNames } from '../source-names.ts';
import type { BlockChange, Change, LiveResource, Plan, Resource, ResourceKey } from '../types.ts';
import { isAsWritten } from './as-written.ts';
import { touchedBefore } from './journal.ts';
import type { Restoring } from './publish.ts';
import { withReferredKinds } from './referred-kinds.ts';
import type { Beginning, KeptLive, Release, Touched } from './records.ts';

export interface RollbackInput {
  readonly environment: string;
  readonly connection: Connection;
  /** Lists of flows, modules, and the kinds that the releases touched. */
  readonly inventory: Inventory;
  /** What is taken back, oldest first: releases, and runs that did not come to their end. */
  readonly runs: readonly (Release | Beginning)[];
  readonly onRead?: Reading | undefined;
}

export interface Rollback {
  readonly plan: Plan;
  readonly restores: Restoring;
  /** What cannot be restored, and why, each as a sentence. */
  readonly left: readonly string[];
  /** Things that somebody else has changed since they were released; that is lost with the rollback, but kept on record. */
  readonly foreign: readonly ResourceKey[];
}

/** Kinds whose lists a rollback needs. */
export function kindsTouched(runs: RollbackInput['runs']): readonly ResourceKey['kind'][] {
  return withReferredKinds(runs.flatMap(({ changes }) => changes.map(({ kind }) => kind)));
}

export async function planRollback(input: RollbackInput): Promise<Rollback> {
  const { environment, connection, inventory, runs, onRead } = input;
  const lookup = lookupOf(inventory);
  const found = [...touchedBefore(runs).values()];
  onRead?.total(found.filter(({ kind, name }) => lookup.listed(kind, name)).length);
  const { resources, unread } = await readLive(connection, lookup, found, onRead?.step);
  const live = new Map(resources.map((resource) => [keyOf(resource), resource]));
  const touched = withIdsOfNow(found, idsSince(runs, found, live));
  const left: string[] = [];
  const changes: Change[] = [];
  const hidden = new Set(unread.map(keyOf));
  for (const one of touched) {
    if (hidden.has(keyOf(one))) continue;
    changes.push(...(await changesBack(one, live.get(keyOf(one)), lookup, left)));
  }
  const versions = touched.flatMap((one): [string, number][] => (one.alias ? [[keyOf(one), one.alias.version]] : []));
  return {
    plan: {
      environment,
      instance: connection.instance,
      changes: inOrder(changes),
      fingerprint: fingerprintOf(touched, resources),
      unread,
    },
    restores: { undoes: runs.map(({ id }) => id), versions: new Map(versions) },
    left,
    foreign: foreignChanges(runs, live),
  };
}

/**
 * Ids that things had and have no more, because they were deleted since: what stands for them now is the id of the thing
 * that was made anew by then, or of the one that this rollback makes.
 */
function idsSince(
  runs: RollbackInput['runs'],
  touched: readonly Touched[],
  live: ReadonlyMap<string, LiveResource>,
): ReadonlyMap<string, string> {
  const isMade = new Set(touched.filter(({ before }) => isMadeAnew(before)).map(keyOf));
  const ids = new Map<string, string>();
  for (const { kind, name, before } of runs.flatMap(({ changes }) => changes)) {
    const key = keyOf({ kind, name });
    const now = live.get(key)?.listed.id ?? (isMade.has(key) ? pendingId(kind, name) : undefined);
    if (before !== null && now !== undefined && before.listed.id !== now) ids.set(before.listed.id, now);
  }
  return ids;
}

/** What was live is made anew where it is not there; what was archived is not. */
function isMadeAnew(before: KeptLive | null): boolean {
  return before !== null && !isArchived(before) && before.settings['status'] !== 'draft';
}

/** What was live, speaking of things by the ids that they have now. */
function withIdsOfNow(touched: readonly Touched[], ids: ReadonlyMap<string, string>): readonly Touched[] {
  if (ids.size === 0) return touched;
  return touched.map((one) => {
    const { before } = one;
    if (before?.flow === undefined) return one;
    let { content } = before.flow;
    for (const [then, now] of ids) content = content.replaceAll(then, now);
    return { ...one, before: { ...before, flow: { ...before.flow, content } } };
  });
}

async function changesBack(
  { kind, name, before }: Touched,
  live: LiveResource | undefined,
  lookup: Lookup,
  left: string[],
): Promise<readonly Change[]> {
  const wasArchived = before !== null && isArchived(before);
  const said = sayKey({ kind, name });
  if (before === null) {
    if (live === undefined || isArchived(live)) return [];
    if (kind === 'flow' || kind === 'module') return [archived(live)];
    left.push(`${said} was created, and stays: flowc deletes nothing that may be in use.`);
    return [];
  }
  if (before.settings['status'] === 'draft') {
    left.push(`${said} had never been published before, and stays as it is now: nothing makes a draft of it again.`);
    return [];
  }
  if (live === undefined) {
    if (wasArchived) {
      left.push(`${said} was archived and is deleted; what it said is kept in the file of the release.`);
      return [];
    }
    left.push(`${said} was deleted since, and is made anew, with another id.`);
    return [
      {
        kind,
        name,
        action: 'create',
        after: wanted(kind, name, before, undefined),
        properties: [],
        blocks: [],
        diff: '',
      },
    ];
  }
  // To be written it would have to be taken into use.
  if (wasArchived && isArchived(live)) return [];
  const after = wanted(kind, name, before, live);
  for (const { path } of propertyChanges(kind, after.settings, inUse(before)))
    left.push(`${said} keeps its \`${path}\` as it is now: Connect does not let go of it.`);
  const change = await changeBack(live, after, lookup);
  return wasArchived ? [change, archived(live)] : [change];
}

async function changeBack(live: LiveResource, after: Resource, lookup: Lookup): Promise<Change> {
  const { kind, name } = live;
  const properties = propertyChanges(kind, live.settings, after.settings);
  const { blocks, diff } = await contentBack(live, after, lookup);
  const action = properties.length === 0 && blocks.length === 0 ? 'none' : 'update';
  return { kind, name, action, before: live, after, properties, blocks, diff };
}

/** What only the designer shows is restored as well. */
const LAYOUT: BlockChange = { change: 'moved', block: 'layout', type: '', what: 'places and notes in the designer' };

async function contentBack(
  live: LiveResource,
  after: Resource,
  lookup: Lookup,
): Promise<Pick<Change, 'blocks' | 'diff'>> {
  if (live.flow === undefined || after.flow === undefined || live.flow.content === after.flow.content) {
    return { blocks: [], diff: '' };
  }
  const instanceArn = lookup.inventory.instance.arn;
  if (isSameFlow(live.flow, after.flow, instanceArn)) return { blocks: [LAYOUT], diff: '' };
  const known = sourceNames({ files: [], names: new Map() }, lookup);
  return flowChanges(live.flow, after.flow, { instanceArn, known, identifier: live.name });
}

function archived(before: LiveResource): Change {
  const properties = [{ path: 'state', before: 'active', after: 'archived' }];
  return { kind: before.kind, name: before.name, action: 'archive', before, properties, blocks: [], diff: '' };
}

/** What was there, as far as the service takes it back. */
function wanted(kind: Touched['kind'], name: string, before: KeptLive, live: LiveResource | undefined): Resource {
  const kept = inUse(before);
  const resource = { kind, name, ...(before.flow === undefined ? {} : { flow: before.flow }) };
  if (live === undefined) return { ...resource, settings: kept };
  if (kind !== 'flow' && kind !== 'module' && kind !== 'number') {
    return { ...resource, settings: codecFor(kind)?.settle(live.settings, kept) ?? kept };
  }
  // Modules take no empty description.
  const description = kind === 'module' ? live.settings['description'] : undefined;
  const settings = description === undefined || kept['description'] !== undefined ? kept : { ...kept, description };
  return { ...resource, settings };
}

/** A flow that was archived is in use while it is restored; after that it is archived again. */
function inUse(kept: KeptLive): JsonObject {
  return isArchived(kept) ? { ...kept.settings, state: 'active' } : kept.settings;
}

/** What is live now, held against what was written last. What a run that was cut short wrote of a thing nobody knows. */
function foreignChanges(runs: RollbackInput['runs'], live: ReadonlyMap<string, LiveResource>): readonly ResourceKey[] {
  const last = new Map<string, Touched>();
  for (const run of runs) {
    for (const change of run.changes) {
      if ('continues' in run) last.delete(keyOf(change));
      else last.set(keyOf(change), change);
    }
  }
  return [...last.values()].flatMap(({ kind, name, after }) => {
    const now = live.get(keyOf({ kind, name }));
    return after === null || now === undefined || isAsWritten(now, after) ? [] : [{ kind, name }];
  });
}
