/**
 * What a run of publishing leaves on the disk, in the project's `.flowc`: a journal that is written while it works, and the
 * release that the journal becomes when all is done. Both hold what was live before of everything that is touched.
 */
import type { Listed } from '../../connect/types.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import type { JsonObject } from '../../text/json.ts';
import type { ChangeAction, ResourceKey } from '../types.ts';

/** A thing as it was live, or as it was written. */
export interface Kept {
  readonly settings: JsonObject;
  readonly flow?: { readonly type: FlowType; readonly content: string } | undefined;
}

export interface KeptLive extends Kept {
  readonly listed: Listed;
}

/** A module's alias, by which flows may be bound to it: the version that it led to. */
export interface KeptAlias {
  readonly name: string;
  readonly version: number;
}

export interface Touched extends ResourceKey {
  readonly action: Exclude<ChangeAction, 'none'> | 'delete';
  /** Null: there was no such thing. */
  readonly before: KeptLive | null;
  /**
   * What was written; null for what was archived or deleted. Of a flow that a run did not come to write, or may not have,
   * the content is not known.
   */
  readonly after: Kept | null;
  /** Modules, where the environment names an alias; null: the module had none. */
  readonly alias?: KeptAlias | null;
}

/** Who published what, and when. */
export interface Heading {
  /** Time and a hash: sorts by time, and is the name of the files. */
  readonly id: string;
  readonly environment: string;
  /** ARN. */
  readonly instance: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  /** Of the source, where it is in a git repository. */
  readonly commit?: string | undefined;
  /** Releases that this one takes back. */
  readonly undoes?: readonly string[] | undefined;
}

export interface Release extends Heading {
  readonly changes: readonly Touched[];
}

/** The first line of a journal. */
export interface Beginning extends Heading {
  /** Journals of runs that did not come to their end, which this one brings there. */
  readonly continues: readonly string[];
  readonly changes: readonly Touched[];
}

export interface Intention extends ResourceKey {
  /** Number of the request, from 1. */
  readonly request: number;
  readonly operation: string;
  /** What the request will bring into being, if anything. */
  readonly creates?: boolean;
}

export interface Outcome {
  readonly answered: number;
  /** Id of what was created. */
  readonly id?: string | undefined;
  /** Absent: all well. */
  readonly error?: string | undefined;
}
