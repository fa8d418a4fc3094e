/** What is asked of the service for one thing of a plan. */
import { readInventory } from '../../connect/inventory.ts';
import { isServiceError, type Listed, type ServiceError } from '../../connect/types.ts';
import { keyOf } from '../lookup.ts';
import { writesContent } from '../calls.ts';
import { contentCall, readFlowThing } from '../kinds/flow.ts';
import { codecFor, type Call, type CallPhase } from '../kinds/index.ts';
import type { Change, LiveResource, Resource } from '../types.ts';
import { contentOf, type Sent } from './contents.ts';
import type { Ids } from './ids.ts';
import type { ModuleAliases } from './module-aliases.ts';
import type { Requests } from './requests.ts';

export interface Work {
  readonly requests: Requests;
  readonly ids: Ids;
  readonly aliases: ModuleAliases;
  /** Contents as they were sent, by key; filled in here. */
  readonly sent: Map<string, Sent>;
  /** Things that this project set out to make before, in a run that did not end, or in a request that got no answer. */
  readonly mayBeOurs: (key: string) => boolean;
  /** Contents are sent as they are said (see contents). */
  readonly verbatim: boolean;
}

/** Somebody made or changed a thing since the plan was made. */
export class Moved extends Error {
  override readonly name = 'Moved';
}

/** Makes an entity, with all that it has besides associations. */
export async function makeEntity(work: Work, after: Resource): Promise<void> {
  const { create, others } = creation(work, after);
  const adopted = create === undefined ? undefined : await createOrAdopt(work, after, create);
  if (adopted === undefined) return writeAll(work, after, phase(others, 'entity'));
  const before = await liveEntity(work, adopted);
  await writeAll(work, after, phase(codecFor(after.kind)?.update(before, after, work.ids.of) ?? [], 'entity'));
}

/** Makes a flow or module as a placeholder, to be referred to. */
export async function makePlaceholder(work: Work, after: Resource): Promise<void> {
  const { create } = creation(work, after);
  if (create !== undefined) await createOrAdopt(work, after, create);
  await work.aliases.lead(work.requests, after, work.ids);
}

/** Makes a flow or module with what it says. */
export async function makeFlow(work: Work, change: Change, after: Resource): Promise<void> {
  const sent = contentOf(change, work.ids, work.verbatim);
  work.sent.set(keyOf(change), sent);
  const { create } = creation(work, after);
  if (create === undefined) return;
  const call: Call = { ...create, input: { ...create.input, Content: sent.content } };
  const adopted = await createOrAdopt(work, after, call);
  if (adopted !== undefined) {
    const live = await readFlowThing(work.requests.connection, adopted);
    const before: LiveResource = { ...after, ...live, listed: adopted };
    await writeAll(work, after, codecFor(after.kind)?.update(before, after, work.ids.of) ?? []);
    if (live.flow.content !== sent.content) await writeContent(work, after, sent);
  }
  await work.aliases.lead(work.requests, after, work.ids);
}

/** Fills in what a placeholder stands for. */
export async function fillPlaceholder(work: Work, change: Change, after: Resource): Promise<void> {
  const sent = contentOf(change, work.ids, work.verbatim);
  work.sent.set(keyOf(change), sent);
  await writeContent(work, after, sent);
  await work.aliases.lead(work.requests, after, work.ids);
}

/** Turns what is live into what is wanted: what it says first, because that is what may be refused. */
export async function changeLive(work: Work, change: Change): Promise<void> {
  const { before, after } = change;
  if (before === undefined || after === undefined) return;
  const calls = codecFor(change.kind)?.update(before, after, work.ids.of) ?? [];
  const differs = writesContent(change);
  const contract = phase(calls, 'content');
  if (differs) {
    const sent = contentOf(change, work.ids, work.verbatim);
    work.sent.set(keyOf(change), sent);
    await writeContent(work, after, sent);
  } else {
    await writeAll(work, after, contract);
  }
  await writeAll(work, after, phase(calls, 'entity'));
  if (differs || contract.length > 0) await work.aliases.lead(work.requests, after, work.ids);
}

/** Makes an archived flow or module one that can be referred to and written. */
export async function activate(work: Work, { before, after }: Change): Promise<void> {
  if (before === undefined || after === undefined) return;
  await writeAll(work, after, phase(codecFor(after.kind)?.update(before, after, work.ids.of) ?? [], 'placeholder'));
}

/** Leads contacts and agents to what is there by now. */
export function associations(change: Change, ids: Ids): readonly Call[] {
  const { before, after } = change;
  const codec = codecFor(change.kind);
  if (after === undefined || codec === undefined) return [];
  const calls = before === undefined ? codec.create(after, ids.of) : codec.update(before, after, ids.of);
  return phase(calls, 'association');
}

export async function writeAll(work: Work, key: Resource, calls: readonly Call[]): Promise<void> {
  for (const call of calls) await work.requests.write(key, call);
}

async function writeContent(work: Work, after: Resource, { content }: Sent): Promise<void> {
  const flow = { type: after.flow?.type ?? 'CONTACT_FLOW', content } as const;
  await work.requests.write(after, contentCall({ ...after, flow }, work.ids.of(after.kind, after.name)));
}

function creation({ ids }: Work, after: Resource): { create: Call | undefined; others: readonly Call[] } {
  const calls = codecFor(after.kind)?.create(after, ids.of) ?? [];
  return {
    create: calls.find(({ creates }) => creates !== undefined),
    others: calls.filter(({ creates }) => creates === undefined),
  };
}

function phase(calls: readonly Call[], wanted: CallPhase): readonly Call[] {
  return calls.filter((call) => call.phase === wanted);
}

/**
 * Creates a thing. Where there is one of the name already, which an earlier try of ours may have made, that one is taken,
 * and returned so that it can be held against what is wanted.
 */
async function createOrAdopt(work: Work, after: Resource, call: Call): Promise<Listed | undefined> {
  const { creates } = call;
  try {
    const answer = await work.requests.write(after, call);
    const id = creates === undefined ? undefined : answer[creates.answer.id];
    if (typeof id === 'string') work.ids.learn(after, id);
    return undefined;
  } catch (error) {
    if (!isServiceError(error) || error.code !== 'DuplicateResourceException') throw error;
    const found = await find(work, after);
    if (found === undefined) throw error;
    if (!isOurs(work, after, error)) {
      throw new Moved(`${after.kind} "${after.name}" exists by now.`);
    }
    work.ids.learn(after, found.id);
    return found;
  }
}

/** A create that was sent again may have met what its first try made. */
function isOurs({ mayBeOurs }: Work, after: Resource, error: ServiceError): boolean {
  return error.attempts > 1 || mayBeOurs(keyOf(after));
}

async function find({ requests }: Work, { kind, name }: Resource): Promise<Listed | undefined> {
  const { things } = await readInventory(requests.connection, [kind]);
  return things.find((thing) => thing.kind === kind && thing.name === name);
}

async function liveEntity(work: Work, listed: Listed): Promise<LiveResource> {
  const { kind, name } = listed;
  const settings = (await codecFor(kind)?.read(work.requests.connection, listed, work.ids.nameOf)) ?? {};
  return { kind, name, settings, listed };
}
