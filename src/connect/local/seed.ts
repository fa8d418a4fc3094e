/** What a new instance holds. */
import { INSTANCE } from './operations/instances.ts';
import { flowPlace, promptPlace } from './operations/shared/places.ts';
import { seedBasics } from './seed/basics.ts';
import { defaultFlows } from './seed/flows.ts';
import { makeSeeding } from './seed/seeding.ts';
import { seedViews } from './seed/views.ts';
import type { Context } from './types.ts';

/** Fills an empty store. */
export function seedInstance(context: Context): void {
  const seeding = makeSeeding(context);
  const { instance, now } = context;
  seeding.put(INSTANCE, {
    Id: instance.id,
    Arn: instance.arn,
    // Its users bring no passwords, which have no place in source.
    IdentityManagementType: 'SAML',
    InstanceAlias: instance.alias ?? 'local',
    CreatedTime: now(),
    ServiceRole: `arn:${instance.partition}:iam::${instance.account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_local`,
    InstanceStatus: 'ACTIVE',
    InstanceAccessUrl: `https://${instance.alias ?? 'local'}.my.connect.aws`,
    Attributes: ATTRIBUTES,
  });
  seedBasics(seeding);
  seedViews(seeding);
  const prompts = context.store.all(promptPlace.collection);
  const prompt = (name: string): string => prompts.find(({ Name }) => Name === name)?.Arn ?? '';
  for (const { name, type, description, content } of defaultFlows(prompt)) {
    seeding.put(flowPlace.collection, {
      ...seeding.thing(flowPlace.collection, `flow/${name}`),
      Name: name,
      Type: type,
      Description: description,
      State: 'ACTIVE',
      Content: content,
    });
  }
}

/** Of a new instance. */
const ATTRIBUTES = {
  INBOUND_CALLS: 'true',
  OUTBOUND_CALLS: 'true',
  CONTACTFLOW_LOGS: 'false',
  CONTACT_LENS: 'true',
  AUTO_RESOLVE_BEST_VOICES: 'true',
  USE_CUSTOM_TTS_VOICES: 'false',
  EARLY_MEDIA: 'true',
};
