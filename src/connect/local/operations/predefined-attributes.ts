/** Predefined attributes. They are found by name. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { arnOf, limitExceeded, modified, put, quota, remove } from './shared/entities.ts';
import { object, objects, pick, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { attributePlace, userPlace } from './shared/places.ts';
import { duplicate, inUse, notFound } from './shared/refusals.ts';
import { search } from './shared/search.ts';

const QUOTA = 'Predefined attributes per instance';

const described = (attribute: StoredEntity): JsonObject => ({
  ...pick(attribute, ['Name', 'Values', 'Purposes', 'LastModifiedTime', 'LastModifiedRegion']),
  AttributeConfiguration: {
    EnableValueValidationOnAssociation: true,
    ...object(attribute, 'AttributeConfiguration'),
    IsReadOnly: false,
  },
});

function said(context: Context, input: JsonObject): StoredEntity {
  const name = text(input, 'Name');
  const found = context.store.get(attributePlace.collection, name);
  if (found === undefined) throw notFound(attributePlace.label, name);
  return found;
}

export const attributeHandlers: Handlers = {
  CreatePredefinedAttribute: (input, context) => {
    const name = text(input, 'Name');
    const others = context.store.all(attributePlace.collection);
    if (context.store.get(attributePlace.collection, name) !== undefined) throw duplicate(attributePlace.label, name);
    if (others.length >= quota(context, QUOTA)) throw limitExceeded(QUOTA, quota(context, QUOTA));
    put(context, attributePlace, {
      Id: name,
      Arn: arnOf(context, attributePlace, name),
      ...modified(context),
      ...pick(input, ['Name', 'Values', 'Purposes', 'AttributeConfiguration']),
    });
    return {};
  },
  DescribePredefinedAttribute: (input, context) => ({ PredefinedAttribute: described(said(context, input)) }),
  ListPredefinedAttributes: (input, context) =>
    page(
      input,
      'PredefinedAttributeSummaryList',
      context.store
        .all(attributePlace.collection)
        .map((attribute) => pick(attribute, ['Name', 'LastModifiedTime', 'LastModifiedRegion'])),
    ),
  SearchPredefinedAttributes: (input, context) =>
    search(
      input,
      'PredefinedAttributes',
      context.store.all(attributePlace.collection),
      { fields: { name: 'Name', value: 'Values.StringList' } },
      described,
    ),
  UpdatePredefinedAttribute: (input, context) => {
    const changes = pick(input, ['Values', 'Purposes', 'AttributeConfiguration']);
    put(context, attributePlace, { ...said(context, input), ...changes, ...modified(context) } as StoredEntity);
    return {};
  },
  DeletePredefinedAttribute: (input, context) => {
    const attribute = said(context, input);
    const user = context.store
      .all(userPlace.collection)
      .find((one) => objects(one, 'Proficiencies').some((of) => of['AttributeName'] === attribute.Id));
    if (user !== undefined) throw inUse(attributePlace, attribute.Id, userPlace, user.Id);
    remove(context, attributePlace, attribute);
    return {};
  },
};
