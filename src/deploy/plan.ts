/** What would change: source held against what is live, resource by resource. */
import type { Instance } from '../connect/types.ts';
import type { KnownNames } from '../constructs/naming.ts';
import type { Json, JsonObject } from '../text/json.ts';
import { isObject, sameJson } from '../text/json.ts';
import { flowChanges, type FlowChanges } from './flow-changes.ts';
import { isSameFlow } from './flow-compare.ts';
import { fingerprintOfHashes, hashesOf } from './fingerprint.ts';
import { codecFor } from './kinds/index.ts';
import { keyOf } from './lookup.ts';
import { inOrder } from './order.ts';
import { propertyChanges, typeChange } from './properties.ts';
import type { Unchanged } from './unchanged.ts';
import type { Change, FlowContent, LiveResource, Plan, Resource, Unread } from './types.ts';

export interface PlanOptions {
  readonly environment: string;
  readonly instance: Instance;
  /** Names for ids and ARNs in the texts of flows that changed. */
  readonly known: () => KnownNames;
  /** The name in source of a flow or module. */
  readonly identifierOf: (resource: Resource) => string;
  /** Flows and modules to put out of use. */
  readonly archive?: readonly LiveResource[];
  readonly unread?: readonly Unread[];
  readonly unchanged?: Unchanged | undefined;
}

/** Changes in the order of work, those with nothing to do too. What is `unread` is passed over. */
export async function makePlan(
  desired: readonly Resource[],
  live: readonly LiveResource[],
  options: PlanOptions,
): Promise<Plan> {
  const { environment, instance, archive = [], unread = [] } = options;
  const byKey = new Map(live.map((resource) => [keyOf(resource), resource]));
  const hidden = new Set(unread.map(keyOf));
  const changes: Change[] = [];
  for (const resource of desired) {
    if (hidden.has(keyOf(resource))) continue;
    const before = byKey.get(keyOf(resource));
    changes.push(before === undefined ? created(resource) : await updated(before, resource, options));
  }
  for (const before of archive) {
    const properties = [{ path: 'state', before: 'active', after: 'archived' }];
    changes.push({ kind: before.kind, name: before.name, action: 'archive', before, properties, blocks: [], diff: '' });
  }
  const hashes = hashesOf(desired, [...live, ...archive]);
  return { environment, instance, changes: inOrder(changes), fingerprint: fingerprintOfHashes(hashes), hashes, unread };
}

function created(after: Resource): Change {
  const { kind, name, settings } = after;
  // A flow that is created is active and published; that need not be said.
  const { state: _, status: __, ...rest } = settings;
  const said = after.flow === undefined ? settings : rest;
  return { kind, name, action: 'create', after, properties: propertyChanges(kind, {}, said), blocks: [], diff: '' };
}

async function updated(before: LiveResource, wanted: Resource, options: PlanOptions): Promise<Change> {
  const { kind, name } = wanted;
  const after = settled(before, wanted);
  const properties = [...typeChange(before, after), ...propertyChanges(kind, before.settings, after.settings)];
  const { blocks, diff } = await contentChanges(before, after, options);
  const action = properties.length === 0 && blocks.length === 0 ? 'none' : 'update';
  return { kind, name, action, before, after, properties, blocks, diff };
}

/** What is wanted, as far as it can be had, and with what source leaves open as it is. */
function settled(before: LiveResource, wanted: Resource): Resource {
  let settings = codecFor(wanted.kind)?.settle(before.settings, wanted.settings) ?? wanted.settings;
  for (const key of wanted.open ?? []) settings = withOpen(settings, before.settings, key);
  return sameJson(settings, wanted.settings) ? wanted : withSettings(wanted, settings);
}

/** Not by spreading: the content of a flow is made when it is asked for. */
function withSettings({ kind, name, open, flow }: Resource, settings: JsonObject): Resource {
  return { kind, name, settings, open, flow };
}

function withOpen(settings: JsonObject, live: JsonObject, key: string): JsonObject {
  const had = live[key];
  const said = settings[key];
  if (!isObject(had)) return settings;
  const all: JsonObject = { ...had, ...(isObject(said) ? said : {}) };
  const sorted = Object.keys(all)
    .sort()
    .map((member): [string, Json] => [member, all[member] ?? '']);
  return { ...settings, [key]: Object.fromEntries(sorted) };
}

const SAME: FlowChanges = { blocks: [], diff: '' };

async function contentChanges(before: LiveResource, after: Resource, options: PlanOptions): Promise<FlowChanges> {
  const live: FlowContent | undefined = before.flow;
  const wanted = after.flow;
  if (live === undefined || wanted === undefined) return SAME;
  const { unchanged } = options;
  if (unchanged?.isKnown(before, after) === true) return SAME;
  const instanceArn = options.instance.arn;
  if (isSameFlow(live, wanted, instanceArn)) {
    unchanged?.learn(before, after);
    return SAME;
  }
  return flowChanges(live, wanted, {
    instanceArn,
    known: options.known(),
    identifier: options.identifierOf(after),
  });
}
