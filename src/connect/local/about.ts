/** What is known of a local instance without starting one. Imports little: verbs load it to find one that runs. */
import { LOCAL, localInstanceArn } from '../../check/environment.ts';
import type { Instance } from '../types.ts';
import type { Seen } from './control.ts';
import type { Fault, Faults } from './faults.ts';
import type { SeedFile } from './seed/seed-file.ts';
import type { Rate } from './throttle.ts';

export interface LocalOptions {
  /** Where the state is kept; made when it is not there. One process at a time. */
  readonly folder: string;
  /** On 127.0.0.1. 0, or nothing, takes a free one; `any` the usual one, unless that is taken. */
  readonly port?: number | 'any' | undefined;
  /** What to add to a new instance, or to one that lacks it: a seed file, or its path. */
  readonly seed?: SeedFile | string | undefined;
  /** Begins anew. */
  readonly reset?: boolean | undefined;
  readonly faults?: readonly Fault[] | undefined;
  /** Refuses what comes faster; `true` is the service's own rate, 2 a second and 5 at once. */
  readonly throttle?: boolean | Rate | undefined;
  /** Quotas by name, other than the service's defaults. They stay with the state. */
  readonly quotas?: Readonly<Record<string, number>> | undefined;
  /** `false`: the process may end though the instance runs. */
  readonly keepsAlive?: boolean | undefined;
}

export interface Local {
  /** `http://127.0.0.1:8765` */
  readonly endpoint: string;
  readonly instance: Instance;
  readonly close: () => Promise<void>;
}

/** One that runs in this process. */
export interface OwnLocal extends Local {
  readonly faults: Faults;
  /** Every request since the start. */
  readonly seen: readonly Seen[];
}

/** The folder cannot be had, or the port. The message says why. */
export class LocalUnavailable extends Error {
  override readonly name = 'UsageError';
}

/** The usual port, which documents and scripts may name. */
export const DEFAULT_PORT = 8765;

export const endpointOf = (port: number): string => `http://127.0.0.1:${port}`;

export const THE_INSTANCE: Instance = {
  id: LOCAL.instance,
  arn: localInstanceArn(),
  alias: 'local',
  partition: LOCAL.partition,
  region: LOCAL.region,
  account: LOCAL.account,
};
