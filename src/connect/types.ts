/**
 * The port: how everything above speaks to an instance of Amazon Connect. Operations are called by the names that the API
 * gives them, with its own members, so that the entity model can name them as data. Behind it stands the AWS SDK
 * (`aws.ts`), for the real service and for the local instance alike.
 */
import type { CanonicalKind } from '../entities/types.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { JsonObject } from '../text/json.ts';

export interface Instance {
  /** The UUID. */
  readonly id: string;
  readonly arn: string;
  readonly alias: string | undefined;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export interface Connection {
  readonly instance: Instance;
  /**
   * Calls an operation and returns its answer as plain JSON: timestamps are epoch seconds, members spelled as the API
   * spells them. `InstanceId` is filled in where the operation takes it and `input` does not say it. Keeps to the
   * service's rate and tries again what may be tried again; what is final is thrown as `ServiceError`.
   */
  readonly call: (operation: string, input?: JsonObject) => Promise<JsonObject>;
  readonly close: () => void;
}

export interface ServiceErrorFacts {
  readonly operation: string;
  /** The type of the error: `DuplicateResourceException`; `NetworkError` and the like where none answered. */
  readonly code: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Messages of InvalidContactFlowException and its kin, in whichever of the four spellings they came. */
  readonly problems: readonly string[];
  readonly requestId: string | undefined;
  /** How often it was sent. A create that was sent more than once may have met its own duplicate. */
  readonly attempts?: number | undefined;
}

/** A refusal of the service, or no answer. What may be tried again was tried before this is thrown. */
export class ServiceError extends Error implements ServiceErrorFacts {
  override readonly name = 'ServiceError';
  readonly operation: string;
  readonly code: string;
  readonly status: number;
  readonly problems: readonly string[];
  readonly requestId: string | undefined;
  readonly attempts: number;

  constructor(message: string, facts: ServiceErrorFacts) {
    super(message);
    this.operation = facts.operation;
    this.code = facts.code;
    this.status = facts.status;
    this.problems = facts.problems;
    this.requestId = facts.requestId;
    this.attempts = facts.attempts ?? 1;
  }
}

/** One thing of an instance, as its lists show it. */
export interface Listed {
  readonly kind: CanonicalKind;
  /** What source names it by (`EntityModel.operand`): the name, the number in E.164, `Bot:alias`, the function's name, the login. */
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  /** Flows only. */
  readonly type?: FlowType | undefined;
  /** Flows and modules: ARCHIVED ones cannot be referred to. */
  readonly state?: 'ACTIVE' | 'ARCHIVED' | undefined;
  /** Flows: SAVED ones were never published. */
  readonly status?: 'PUBLISHED' | 'SAVED' | undefined;
}

/** Whoever shows how far reading is: told once how many things will be read, and after each. */
export interface Reading {
  readonly total: (things: number) => void;
  readonly step: () => void;
}

/** Names and ids of an instance: what its lists said, or what a snapshot file recorded of them. */
export interface Inventory {
  readonly instance: Instance;
  /** By kind, then name, then id. */
  readonly things: readonly Listed[];
  /** Where it comes from: asked just now, or a file. */
  readonly from: 'instance' | 'snapshot';
  /** Kinds whose list could not be read, most often for want of a permission, and what the service said. */
  readonly unread?: Readonly<Partial<Record<CanonicalKind, string>>> | undefined;
}

/** By name, not by class: the command line's verbs are bundles of their own, each with its own classes. */
export function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && error.name === 'ServiceError';
}
