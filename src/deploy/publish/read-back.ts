/** After writing: is what is live what was written? */
import type { Connection, Inventory, Listed } from '../../connect/types.ts';
import { readFlow } from '../../flowjson/read.ts';
import { compare, describeDifference } from '../../graph/compare.ts';
import { sameJson, type Json, type JsonObject } from '../../text/json.ts';
import { codecFor } from '../kinds/index.ts';
import { withoutLifecycle } from '../kinds/flow.ts';
import { readThings } from '../live.ts';
import { keyOf, lookupOf } from '../lookup.ts';
import { arnOf } from '../pending.ts';
import { propertyChanges } from '../properties.ts';
import type { Change, LiveResource, ResourceKey } from '../types.ts';
import type { Sent } from './contents.ts';
import type { Ids } from './ids.ts';

export interface ReadBackInput {
  readonly connection: Connection;
  readonly inventory: Inventory;
  readonly ids: Ids;
  readonly changes: readonly Change[];
  readonly sent: ReadonlyMap<string, Sent>;
  /** Told after each thing that was read. */
  readonly step?: (() => void) | undefined;
}

/** What somebody else changed in the same moment, or the service stored in another way than it was given. */
export interface NotAsWritten extends ResourceKey {
  /** How it differs, as a sentence. */
  readonly what: string;
}

export async function readBack({
  connection,
  inventory,
  ids,
  changes,
  sent,
  step,
}: ReadBackInput): Promise<readonly NotAsWritten[]> {
  const written = changes.filter(({ action, after }) => action !== 'archive' && after !== undefined);
  const things = written.map((change): Listed => {
    const { kind, name, before } = change;
    const id = ids.of(kind, name);
    if (before !== undefined)
      return { ...before.listed, ...(before.listed.status === undefined ? {} : { status: 'PUBLISHED' }) };
    return { kind, name, id, arn: arnOf(kind, id, inventory.instance) };
  });
  const { resources, unread } = await readThings(
    connection,
    { ...lookupOf(inventory), names: ids.nameOf },
    things,
    step,
  );
  const live = new Map(resources.map((resource) => [keyOf(resource), resource]));
  const reasons = new Map(unread.map((one) => [keyOf(one), one.reason]));
  return written.flatMap((change) => {
    const { kind, name } = change;
    const now = live.get(keyOf(change));
    const what =
      now === undefined
        ? `it cannot be read: ${reasons.get(keyOf(change)) ?? 'it is not there'}`
        : (settingsDifference(now, change) ?? contentDifference(now, sent.get(keyOf(change))));
    return what === undefined ? [] : [{ kind, name, what: sentence(what) }];
  });
}

function settingsDifference(live: LiveResource, { kind, after }: Change): string | undefined {
  const codec = codecFor(kind);
  if (codec === undefined || after === undefined) return undefined;
  const wanted = codec.settle(live.settings, codec.complete(after.settings, after.name));
  const settled = Object.fromEntries(
    Object.entries(wanted).map(([key, value]): [string, Json] => [key, withOpen(after.open, key, value, live)]),
  );
  // Of flows these two words are not of the source's making; queues have a status of their own.
  const said = live.flow === undefined ? (settings: JsonObject) => settings : withoutLifecycle;
  const [first] = propertyChanges(kind, said(settled), said(live.settings));
  if (first === undefined) return undefined;
  return `${first.path} is ${shown(first.after)}, and ${shown(first.before)} was written`;
}

/** Of settings that name only some members, the others are nobody's business. */
function withOpen(open: readonly string[] | undefined, key: string, value: Json, { settings }: LiveResource): Json {
  const live = settings[key];
  if (open?.includes(key) !== true || typeof live !== 'object' || typeof value !== 'object') return value;
  return { ...live, ...value } as Json;
}

function contentDifference(live: LiveResource, sent: Sent | undefined): string | undefined {
  const content = live.flow?.content;
  if (sent === undefined || content === undefined || content === sent.content) return undefined;
  const [now, then] = [content, sent.content].map((text) => readFlow({ path: '', text }).graph);
  if (now === undefined || then === undefined) return 'it says something that is no flow';
  const difference = compare(then, now);
  if (difference !== undefined) return describeDifference(difference, ['what was written', 'what is live']);
  return sameJson(parsed(content), parsed(sent.content)) ? undefined : 'its layout in the designer is another';
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
