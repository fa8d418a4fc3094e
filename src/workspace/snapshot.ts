/**
 * Snapshots: what an environment has by name, in a file that is committed, so that checks, builds and completion need no
 * instance. Sorted and one thing a line, so that a difference reads like one. It holds names, ids and ARNs, nothing else.
 */
import { join } from 'node:path';
import { byKindAndName } from '../connect/inventory.ts';
import type { Instance, Inventory, Listed } from '../connect/types.ts';
import { entityModels } from '../entities/index.ts';
import type { CanonicalKind } from '../entities/types.ts';
import { isObject } from '../text/json.ts';

const VERSION = 1;

/** Where the snapshot of an environment is. */
export function snapshotPath(root: string, environment: string): string {
  return join(root, 'snapshots', `${environment}.json`);
}

/** The text of a snapshot file. The same inventory gives the same text. */
export function snapshotText(environment: string, { instance, things, unread = {} }: Inventory): string {
  const kinds = new Map<string, string[]>();
  for (const thing of [...things].sort(byKindAndName)) {
    const lines = kinds.get(thing.kind) ?? [];
    lines.push(`      ${JSON.stringify(recorded(thing))}`);
    kinds.set(thing.kind, lines);
  }
  const sections = [...kinds].map(([kind, lines]) => `    ${JSON.stringify(kind)}: [\n${lines.join(',\n')}\n    ]`);
  const head = { version: VERSION, environment, instance: instanceData(instance), unread };
  const text = JSON.stringify(head, undefined, 2).slice(0, -2);
  return `${text},\n  "things": {${sections.length === 0 ? '' : `\n${sections.join(',\n')}\n  `}}\n}\n`;
}

function recorded({ name, id, arn, type, state, status }: Listed): object {
  return {
    name,
    arn,
    // Most ids are the last part of the ARN.
    ...(id === idIn(arn) ? {} : { id }),
    ...(type === undefined ? {} : { type }),
    ...(state === undefined || state === 'ACTIVE' ? {} : { state }),
    ...(status === undefined || status === 'PUBLISHED' ? {} : { status }),
  };
}

function instanceData({ id, arn, alias, partition, region, account }: Instance): object {
  return { id, arn, ...(alias === undefined ? {} : { alias }), partition, region, account };
}

function idIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** The inventory that a snapshot file recorded, or what is wrong with its text, as the end of a sentence. */
export function readSnapshot(text: string): Inventory | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not valid JSON';
  }
  if (!isObject(value)) return 'it is no snapshot';
  if (value['version'] !== VERSION)
    return `its version is ${JSON.stringify(value['version'])}, and this flowc reads ${VERSION}`;
  const instance = instanceFrom(value['instance']);
  const { things: kinds, unread } = value;
  if (instance === undefined || !isObject(kinds)) return 'it does not say which instance it is of';
  const things: Listed[] = [];
  for (const [kind, list] of Object.entries(kinds)) {
    if (!Object.hasOwn(entityModels, kind) || !Array.isArray(list)) continue; // of a newer flowc
    for (const item of list as unknown[]) {
      const thing = thingFrom(kind as CanonicalKind, item);
      if (thing === undefined) return `an entry under \`${kind}\` has no name and ARN`;
      things.push(thing);
    }
  }
  return {
    instance,
    things: things.sort(byKindAndName),
    from: 'snapshot',
    ...(isObject(unread) ? { unread: unread as Partial<Record<CanonicalKind, string>> } : {}),
  };
}

function instanceFrom(value: unknown): Instance | undefined {
  if (!isObject(value)) return undefined;
  const { id, arn, alias, partition, region, account } = value;
  const all = [id, arn, partition, region, account];
  if (!all.every((part) => typeof part === 'string')) return undefined;
  return { id, arn, alias: typeof alias === 'string' ? alias : undefined, partition, region, account } as Instance;
}

function thingFrom(kind: CanonicalKind, value: unknown): Listed | undefined {
  if (!isObject(value)) return undefined;
  const { name, arn, id, type, state, status } = value;
  if (typeof name !== 'string' || typeof arn !== 'string') return undefined;
  const { listed } = entityModels[kind].api;
  const told = {
    ...(type === undefined ? {} : { type }),
    ...(state === undefined ? {} : { state }),
    ...(status === undefined ? {} : { status }),
  };
  return {
    kind,
    name,
    id: typeof id === 'string' ? id : idIn(arn),
    arn,
    ...(listed?.state === undefined ? {} : { state: 'ACTIVE' }),
    ...(listed?.status === undefined ? {} : { status: 'PUBLISHED' }),
    ...told,
  } as Listed;
}
