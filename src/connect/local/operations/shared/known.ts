/** Whether the instance holds what content refers to. */
import type { CanonicalKind } from '../../../../entities/types.ts';
import type { Context, StoredEntity } from '../../types.ts';
import {
  agentStatusPlace,
  attributePlace,
  botPlace,
  flowPlace,
  hoursPlace,
  lambdaPlace,
  modulePlace,
  numberPlace,
  promptPlace,
  queuePlace,
  quickConnectPlace,
  routingProfilePlace,
  securityProfilePlace,
  userPlace,
  viewPlace,
} from './places.ts';
import type { Place } from './places.ts';

const PLACES: Partial<Readonly<Record<CanonicalKind, Place>>> = {
  agent_status: agentStatusPlace,
  attribute: attributePlace,
  bot: botPlace,
  flow: flowPlace,
  hours: hoursPlace,
  lambda: lambdaPlace,
  module: modulePlace,
  number: numberPlace,
  prompt: promptPlace,
  queue: queuePlace,
  quick_connect: quickConnectPlace,
  routing_profile: routingProfilePlace,
  security_profile: securityProfilePlace,
  user: userPlace,
  view: viewPlace,
};

/** What holds the thing of a kind that an id or ARN names: its members are what it may be named by. */
export function knownTo(context: Context): (kind: CanonicalKind, idOrArn: string) => boolean {
  return (kind, idOrArn) => {
    const place = PLACES[kind];
    if (place === undefined) return true;
    const { instance, store } = context;
    const agent = `${instance.arn}/queue/agent/`;
    if (kind === 'queue' && idOrArn.startsWith(agent)) {
      return store.get(userPlace.collection, idOrArn.slice(agent.length)) !== undefined;
    }
    if (store.get(place.collection, idOrArn.slice(idOrArn.lastIndexOf('/') + 1))?.Arn === idOrArn) return true;
    if (store.get(place.collection, idOrArn) !== undefined) return true;
    return store.all(place.collection).some((thing) => isNamed(thing, idOrArn, place));
  };
}

/** Numbers are spoken of in E.164, functions with a version or alias behind their ARN. */
function isNamed(thing: StoredEntity, said: string, { nameMember }: Place): boolean {
  return (
    thing.Arn === said ||
    said.startsWith(`${thing.Arn}:`) ||
    (nameMember === 'PhoneNumber' && thing['PhoneNumber'] === said)
  );
}
