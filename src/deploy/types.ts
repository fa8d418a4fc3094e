/** What plan, publish, pull, drift and rollback agree on. */
import type { CompiledFlow } from '../compiler.ts';
import type { Instance, Listed } from '../connect/types.ts';
import type { CanonicalKind } from '../entities/types.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { JsonObject } from '../text/json.ts';
import type { Place } from '../text/text.ts';

/** What publishing writes: managed entities, flows and modules, and the flow that a number leads to. */
export interface ResourceKey {
  readonly kind: CanonicalKind;
  /** The name in Connect: `Named.display`, `Listed.name`. */
  readonly name: string;
}

/**
 * A thing as source says it, or as an instance has it, in the same words, so that the two can be held against each other.
 * `settings`: by property key and clause word of the entity model, values as `check/data.ts` gives them, except that
 * names of other things are their names in Connect (`ResourceKey.name`), lists without order are sorted, and what the
 * service fills in when nothing is said is filled in here too.
 */
export interface Resource extends ResourceKey {
  readonly settings: JsonObject;
  /** Keys of `settings` that name only some members: others that are live are left alone. */
  readonly open?: readonly string[] | undefined;
  /** Flows and modules. */
  readonly flow?: FlowContent | undefined;
}

export interface FlowContent {
  readonly type: FlowType;
  /** The document, compact JSON as it is sent. Ids of things that do not exist yet are `pendingArn`s. */
  readonly content: string;
  /** Desired flows: where they come from, for diffs and for the places of the service's problems. Never serialised. */
  readonly compiled?: CompiledFlow | undefined;
  /** Where its actions are said, by index, for contents that were compiled by another process. */
  readonly blocks?: readonly (Place | undefined)[] | undefined;
}

export interface LiveResource extends Resource {
  readonly listed: Listed;
}

export type ChangeAction = 'create' | 'update' | 'archive' | 'none';

export interface Change extends ResourceKey {
  readonly action: ChangeAction;
  readonly before?: LiveResource | undefined;
  readonly after?: Resource | undefined;
  /** Entities, and what flows have besides content (name, description, tags): property by property. */
  readonly properties: readonly PropertyChange[];
  /** Flows: what changes in flow terms; empty when the content is the same flow. */
  readonly blocks: readonly BlockChange[];
  /** Flows: the change as a unified diff of `.flow` text, without the file header; '' when there is none. */
  readonly diff: string;
  /** Id of this project's release that wrote it last, where it is not as that release left it. */
  readonly changedSince?: string | undefined;
}

export interface PropertyChange {
  /** `caller_id.number`, `serves "Support".priority`. */
  readonly path: string;
  /** Undefined: not there. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface BlockChange {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** The block's name: label or identifier. */
  readonly block: string;
  /** Its action type. */
  readonly type: string;
  /** One line in flow terms: `says "…" instead of "…"`, `on error now leads to apology`. */
  readonly what: string;
}

export interface Plan {
  readonly environment: string;
  readonly instance: Instance;
  /** In the order of work; those with `none` too. */
  readonly changes: readonly Change[];
  /** A hash of everything live that the plan was made from: a plan file is refused when it is another by then. */
  readonly fingerprint: string;
  /** The same of each thing for itself, by `kind/name`; '' of what is not there. */
  readonly hashes?: ReadonlyMap<string, string> | undefined;
  /** What the plan could not look at, and why: of that it says nothing. */
  readonly unread: readonly Unread[];
}

export interface Unread extends ResourceKey {
  readonly reason: string;
}
