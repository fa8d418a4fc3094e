/** Integration associations: other services' resources that the instance uses. */
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { arnOf } from './shared/entities.ts';
import { pick, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { integrationPlace } from './shared/places.ts';
import { notFound } from './shared/refusals.ts';

const MEMBERS = ['IntegrationType', 'IntegrationArn', 'SourceApplicationUrl', 'SourceApplicationName', 'SourceType'];

const listed = (context: Context, association: StoredEntity): JsonObject => ({
  IntegrationAssociationId: association.Id,
  IntegrationAssociationArn: association.Arn,
  InstanceId: context.instance.id,
  ...pick(association, MEMBERS),
});

export const integrationHandlers: Handlers = {
  CreateIntegrationAssociation: (input, context) => {
    const arn = text(input, 'IntegrationArn');
    const same = context.store
      .all(integrationPlace.collection)
      .some((other) => other['IntegrationType'] === input['IntegrationType'] && other['IntegrationArn'] === arn);
    if (same) throw new Refusal('DuplicateResourceException', `IntegrationAssociation already exists: ${arn}`);
    const id = context.newId();
    const association: StoredEntity = {
      Id: id,
      Arn: arnOf(context, integrationPlace, id),
      ...pick(input, [...MEMBERS, 'Tags']),
    };
    context.store.write([{ put: association, in: integrationPlace.collection }]);
    return { IntegrationAssociationId: id, IntegrationAssociationArn: association.Arn };
  },
  ListIntegrationAssociations: (input, context) =>
    page(
      input,
      'IntegrationAssociationSummaryList',
      context.store
        .all(integrationPlace.collection)
        .filter((association) =>
          ['IntegrationType', 'IntegrationArn'].every(
            (member) => input[member] === undefined || input[member] === association[member],
          ),
        )
        .map((association) => listed(context, association)),
    ),
  DeleteIntegrationAssociation: (input, context) => {
    const id = text(input, 'IntegrationAssociationId');
    if (context.store.get(integrationPlace.collection, id) === undefined) throw notFound(integrationPlace.label, id);
    context.store.write([{ remove: id, in: integrationPlace.collection }]);
    return {};
  },
};
