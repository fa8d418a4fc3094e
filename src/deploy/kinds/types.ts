/** What the codecs of entity kinds agree on: settings ⇄ operations of the API. */
import type { Connection, Listed } from '../../connect/types.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import type { JsonObject } from '../../text/json.ts';
import type { LiveResource, Resource, ResourceKey } from '../types.ts';

/** The name in Connect of what an id or ARN stands for; undefined when the instance does not list it. */
export type Names = (kind: CanonicalKind, idOrArn: string) => string | undefined;

/**
 * The id of a thing. For what does not exist yet it gives the `pendingId`, and whoever makes the call puts the real one in
 * its place by then (`replacePendingIn`).
 */
export type IdOf = (kind: CanonicalKind, name: string) => string;

/**
 * When a call is made. `placeholder`: flows and modules that others may then refer to. `entity`: everything else that is
 * created or changed. `content`: what flows and modules say. `association`: what leads contacts or agents to a flow that
 * may be new, and what closes a circle (a queue's quick connects).
 */
export type CallPhase = 'placeholder' | 'entity' | 'content' | 'association';

export const CALL_PHASES: readonly CallPhase[] = ['placeholder', 'entity', 'content', 'association'];

/** One request to be made. `InstanceId` is the connection's to fill in. */
export interface Call {
  readonly operation: string;
  /** Members as the API spells them; ids of what does not exist yet are pending ones. */
  readonly input: JsonObject;
  readonly phase: CallPhase;
  /** What the call brings into being, and which members of its answer hold the id and the ARN. */
  readonly creates?: ResourceKey & { readonly answer: { readonly id: string; readonly arn: string } };
}

export interface KindCodec {
  /** What the instance says of a thing, as settings. Throws `ServiceError` when it cannot be read. */
  readonly read: (connection: Connection, listed: Listed, names: Names) => Promise<JsonObject>;
  /** The calls that bring a thing into being, in order within their phase. */
  readonly create: (resource: Resource, idOf: IdOf) => readonly Call[];
  /** The calls that turn what is live into what is wanted, only for what differs; tags included. */
  readonly update: (before: LiveResource, after: Resource, idOf: IdOf) => readonly Call[];
  /** Settings with everything filled in that the service would fill in, lists without order sorted. */
  readonly complete: (settings: JsonObject, name: string) => JsonObject;
  /**
   * What is wanted, as far as the service can do it: settings that it cannot take back, or does not show, are taken from
   * what is live. What then is left of a difference is a change.
   */
  readonly settle: (before: JsonObject, after: JsonObject) => JsonObject;
}
