/** What the parts of the local instance agree on: the store, the handlers of operations, refusals. */
import type { JsonObject } from '../../text/json.ts';
import type { Instance } from '../types.ts';

/** A stored thing: members as the service's own `Describe…` answers spell them, and what else a handler needs to keep. */
export interface StoredEntity extends JsonObject {
  readonly Id: string;
  readonly Arn: string;
}

/**
 * Everything that the instance holds, in memory, each thing also a file of its own. A change is on the disk, whole, before
 * the call that makes it returns; several changes in one `write` are there all or not at all.
 */
export interface Store {
  /** In the order in which they were made. `collection`: a plain word such as `contact-flow`, `queue`, `tag`. */
  readonly all: (collection: string) => readonly StoredEntity[];
  readonly get: (collection: string, id: string) => StoredEntity | undefined;
  readonly write: (changes: readonly Change[]) => void;
}

export type Change =
  { readonly put: StoredEntity; readonly in: string } | { readonly remove: string; readonly in: string };

export interface Context {
  readonly store: Store;
  readonly instance: Instance;
  /** Epoch seconds. */
  readonly now: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  /** Quotas that are other than the service's defaults, by their names (`src/catalogue/quotas.ts`). */
  readonly quotas?: Readonly<Record<string, number>> | undefined;
}

/**
 * Answers one operation. `input` holds path labels, query members, headers and body members alike, under the names of the
 * model, already checked against it (required, types, lengths, patterns, enums). Returns the answer's members; throws
 * `Refusal`. Runs from start to end without waiting, so that requests never see each other's halves.
 */
export type Handler = (input: JsonObject, context: Context) => JsonObject;

/** By operation name. One file of `operations/` exports one of these. */
export type Handlers = Readonly<Record<string, Handler>>;

/** What the service would refuse, with its error type, its words, and the other members that its type has. */
export class Refusal extends Error {
  readonly code: string;
  readonly members: JsonObject;

  constructor(code: string, message: string, members: JsonObject = {}) {
    super(message);
    this.code = code;
    this.members = members;
  }
}
