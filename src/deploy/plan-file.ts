/**
 * A plan in a file: what was looked at is what is carried out, by another process, perhaps days later and after somebody
 * approved it. What the instance had when it was made is in it as hashes, so that a plan whose ground has moved is refused.
 */
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { Place } from '../text/text.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { CanonicalKind } from '../entities/types.ts';
import type { Instance } from '../connect/types.ts';
import { hashesOf } from './fingerprint.ts';
import { codecFor } from './kinds/index.ts';
import { textAt } from '../text/json-members.ts';
import { keyOf } from './lookup.ts';
import { readSources, sourcesJson, type FiledSources, type ReadSource } from './plan-sources.ts';
import { PLAN_FORMAT, planJson } from './render/json.ts';
import type {
  BlockChange,
  Change,
  ChangeAction,
  LiveResource,
  Plan,
  PropertyChange,
  Resource,
  ResourceKey,
} from './types.ts';

export interface PlanFile {
  readonly environment: string;
  readonly instance: Pick<Instance, 'id' | 'arn' | 'region'>;
  readonly fingerprint: string;
  /** By `kind/name`, what was live: '' where nothing was. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly changes: readonly FiledChange[];
  /** Where things are declared, by `kind/name`. */
  readonly places: ReadonlyMap<string, Place>;
}

/** A change without what was live before: that is read anew, and held against the hashes. */
export interface FiledChange extends ResourceKey {
  readonly action: ChangeAction;
  readonly after?: Resource | undefined;
  readonly properties: readonly PropertyChange[];
  readonly blocks: readonly BlockChange[];
  readonly diff: string;
}

/** The plan as `--json` prints it, and besides what it takes to carry it out. `places`: declarations, by `kind/name`. */
export function planFileText(plan: Plan, places: ReadonlyMap<string, Place> = new Map()): string {
  const wanted = plan.changes.flatMap(({ kind, name, action, after }): JsonObject[] => {
    if (after === undefined || action === 'none') return [];
    const { settings, flow, open } = after;
    return [
      {
        kind,
        name,
        settings,
        ...(open === undefined ? {} : { open }),
        ...(flow === undefined ? {} : { flow: { type: flow.type, content: flow.content } }),
      },
    ];
  });
  const work: JsonObject = {
    hashes: Object.fromEntries(plan.hashes ?? []),
    wanted,
    sources: sourcesJson(plan, places),
  };
  return `${JSON.stringify({ ...planJson(plan), work }, undefined, 2)}\n`;
}

/** The plan of a file; or why it is none, as the end of a sentence. `readSource`: the files that it was made from. */
export function readPlanFile(text: string, readSource: ReadSource = () => undefined): PlanFile | string {
  let said: Json;
  try {
    said = JSON.parse(text) as Json;
  } catch {
    return 'it is no JSON';
  }
  if (!isObject(said) || said['format'] !== PLAN_FORMAT) return `it does not say \`"format": "${PLAN_FORMAT}"\``;
  const { environment, instance, fingerprint, work } = said;
  if (!isObject(work)) return 'it was printed with `--json`; only what `--out` writes can be carried out';
  const [id, arn, region] = ['id', 'arn', 'region'].map((key) =>
    isObject(instance) ? textAt(instance, key) : undefined,
  );
  const { hashes, wanted } = work;
  const changes = objectsIn(said['changes']);
  if (
    typeof environment !== 'string' ||
    typeof fingerprint !== 'string' ||
    !isObject(hashes) ||
    changes === undefined
  ) {
    return 'parts of it are missing';
  }
  if (id === undefined || arn === undefined || region === undefined) return 'it does not say of which instance it is';
  const { places, blocks } = readSources(work['sources'], readSource);
  const resources = new Map<string, Resource>();
  const wishes = objectsIn(wanted ?? []);
  if (wishes === undefined) return 'what it wants of a thing cannot be read';
  for (const item of wishes) {
    const resource = resourceIn(item, blocks);
    if (resource === undefined) return 'what it wants of a thing cannot be read';
    resources.set(keyOf(resource), resource);
  }
  const filed: FiledChange[] = [];
  for (const item of changes) {
    const change = changeIn(item, resources);
    if (change === undefined) return 'one of its changes cannot be read';
    filed.push(change);
  }
  const live = Object.entries(hashes).map(([key, hash]): [string, string] => [key, String(hash)]);
  return { environment, instance: { id, arn, region }, fingerprint, hashes: new Map(live), changes: filed, places };
}

/** Undefined where anything else is among them: a plan is carried out whole or not at all. */
function objectsIn(value: Json | undefined): readonly JsonObject[] | undefined {
  return Array.isArray(value) && (value as readonly Json[]).every(isObject)
    ? (value as readonly JsonObject[])
    : undefined;
}

function keyIn(item: JsonObject): ResourceKey | undefined {
  const { kind, name } = item;
  if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
  return codecFor(kind as CanonicalKind) === undefined ? undefined : { kind: kind as CanonicalKind, name };
}

function resourceIn(item: JsonObject, blocks: FiledSources['blocks']): Resource | undefined {
  const key = keyIn(item);
  const { settings, flow, open } = item;
  if (key === undefined || !isObject(settings)) return undefined;
  const [type, content] = isObject(flow) ? [flow['type'], flow['content']] : [];
  const isFlow = typeof type === 'string' && typeof content === 'string';
  return {
    ...key,
    settings,
    ...(Array.isArray(open) ? { open: (open as readonly Json[]).map(String) } : {}),
    ...(isFlow ? { flow: { type: type as FlowType, content, blocks: blocks.get(keyOf(key)) } } : {}),
  };
}

const ACTIONS: readonly string[] = ['create', 'update', 'archive', 'none'] satisfies ChangeAction[];

function changeIn(item: JsonObject, resources: ReadonlyMap<string, Resource>): FiledChange | undefined {
  const key = keyIn(item);
  const { action, diff } = item;
  if (key === undefined || typeof action !== 'string' || !ACTIONS.includes(action)) return undefined;
  const after = resources.get(keyOf(key));
  if (after === undefined && (action === 'create' || action === 'update')) return undefined;
  return {
    ...key,
    action: action as ChangeAction,
    after,
    properties: (objectsIn(item['properties']) ?? []) as unknown as readonly PropertyChange[],
    blocks: (objectsIn(item['blocks']) ?? []) as unknown as readonly BlockChange[],
    diff: typeof diff === 'string' ? diff : '',
  };
}

// --------------------------------------------------------------------------------------------- is it still so?

/** What must be read to know whether the plan still holds: everything that it was made from. */
export function askedBy({ hashes }: Pick<PlanFile, 'hashes'>): readonly ResourceKey[] {
  return [...hashes.keys()].map((key) => {
    const slash = key.indexOf('/');
    return { kind: key.slice(0, slash) as CanonicalKind, name: key.slice(slash + 1) };
  });
}

/** The things that are not as they were when the plan was made, as `kind/name`; none when it still holds. */
export function verify({ hashes }: Pick<PlanFile, 'hashes'>, live: readonly LiveResource[]): readonly string[] {
  const now = hashesOf(askedBy({ hashes }), live);
  return [...now].filter(([key, hash]) => hashes.get(key) !== hash).map(([key]) => key);
}

/** The plan as it was made, with what is live now in the place of what was: the same, where `verify` finds nothing. */
export function restorePlan(file: PlanFile, instance: Instance, live: readonly LiveResource[]): Plan {
  const byKey = new Map(live.map((resource) => [keyOf(resource), resource]));
  const { environment, fingerprint, hashes } = file;
  const changes = file.changes.map((change): Change => {
    const before = byKey.get(keyOf(change));
    return before === undefined ? change : { ...change, before, after: change.after ?? before };
  });
  return { environment, instance, changes, fingerprint, hashes, unread: [] };
}
