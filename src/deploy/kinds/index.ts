/** Codecs of the kinds that publishing writes. */
import type { CanonicalKind } from '../../entities/types.ts';
import { agentStatus } from './agent_status.ts';
import { flow, module } from './flow.ts';
import { hours } from './hours.ts';
import { number } from './number.ts';
import { prompt } from './prompt.ts';
import { queue } from './queue.ts';
import { quickConnect } from './quick_connect.ts';
import { routingProfile } from './routing_profile.ts';
import { securityProfile } from './security_profile.ts';
import type { KindCodec } from './types.ts';
import { user } from './user.ts';

export type { Call, CallPhase, IdOf, KindCodec, Names } from './types.ts';
export { CALL_PHASES } from './types.ts';

const codecs: Readonly<Partial<Record<CanonicalKind, KindCodec>>> = {
  hours,
  security_profile: securityProfile,
  agent_status: agentStatus,
  prompt,
  queue,
  routing_profile: routingProfile,
  user,
  quick_connect: quickConnect,
  module,
  flow,
  number,
};

/**
 * Kinds in an order in which each comes after what it needs, circles aside. A queue's quick connects are said last of all,
 * and flows stand as placeholders before everything else.
 */
export const KIND_ORDER: readonly CanonicalKind[] = Object.keys(codecs) as CanonicalKind[];

/** The codec of a kind; undefined for kinds that are only looked up. */
export function codecFor(kind: CanonicalKind): KindCodec | undefined {
  return codecs[kind];
}
