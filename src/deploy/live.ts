/** What an instance has, read side by side as far as the rate allows. */
import { isServiceError, type Connection, type Listed } from '../connect/types.ts';
import { readFlowThing } from './kinds/flow.ts';
import { codecFor } from './kinds/index.ts';
import type { Lookup } from './lookup.ts';
import type { LiveResource, ResourceKey, Unread } from './types.ts';

export interface Live {
  /** In the order in which they were asked for; what does not exist is not among them. */
  readonly resources: readonly LiveResource[];
  /** What exists and could not be read. */
  readonly unread: readonly Unread[];
}

/** Requests under way at once; how many a second is for the connection to say. */
const AT_ONCE = 16;

/**
 * Reads those of the things that exist. One that the service does not hand out is told in `unread`, and the others are read
 * all the same; throws only when the service cannot be reached.
 */
export async function readLive(
  connection: Connection,
  lookup: Lookup,
  keys: readonly ResourceKey[],
  step?: () => void,
): Promise<Live> {
  const things = keys.flatMap(({ kind, name }) => lookup.listed(kind, name) ?? []);
  const live = await readThings(connection, lookup, things, step);
  return { resources: live.resources, unread: [...hiddenIn(lookup, keys), ...live.unread] };
}

/** Things of which nobody knows whether they exist, since their list may not be read. */
function hiddenIn({ inventory: { unread = {} } }: Lookup, keys: readonly ResourceKey[]): readonly Unread[] {
  return keys.flatMap(({ kind, name }) => {
    const reason = unread[kind];
    return reason === undefined ? [] : [{ kind, name, reason }];
  });
}

/** The same for things that are known already. */
export async function readThings(
  connection: Connection,
  lookup: Lookup,
  things: readonly Listed[],
  step?: () => void,
): Promise<Live> {
  const found: (LiveResource | Unread | undefined)[] = things.map(() => undefined);
  let next = 0;
  const work = async () => {
    for (let i = next++; i < things.length; i = next++) {
      const listed = things[i];
      if (listed !== undefined) found[i] = await readThing(connection, lookup, listed);
      step?.();
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, things.length) }, work));
  const read = found.filter((one) => one !== undefined);
  return {
    resources: read.filter((one): one is LiveResource => 'listed' in one),
    unread: read.filter((one): one is Unread => 'reason' in one),
  };
}

/** Errors after which nothing else can be read either. */
const UNREACHABLE = new Set(['NetworkError', 'TimeoutError', 'CredentialsProviderError']);

async function readThing(
  connection: Connection,
  { names }: Lookup,
  listed: Listed,
): Promise<LiveResource | Unread | undefined> {
  const { kind, name } = listed;
  const codec = codecFor(kind);
  if (codec === undefined) return undefined;
  try {
    if (kind === 'flow' || kind === 'module')
      return { kind, name, listed, ...(await readFlowThing(connection, listed)) };
    return { kind, name, listed, settings: await codec.read(connection, listed, names) };
  } catch (error) {
    if (!isServiceError(error) || UNREACHABLE.has(error.code) || error.status === 0) throw error;
    return { kind, name, reason: error.message };
  }
}
