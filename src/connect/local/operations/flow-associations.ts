/** Which flow a number, an e-mail address and the like leads to. Both sides are told as ARNs. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { find } from './shared/entities.ts';
import { flowSaid } from './shared/flows.ts';
import { optionalText, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import { flowAssociationPlace, flowPlace, numberPlace } from './shared/places.ts';
import { notFound } from './shared/refusals.ts';

interface Association {
  readonly ResourceId: string;
  readonly FlowId: string;
  readonly ResourceType: string;
}

/** Numbers keep their flow themselves; the rest was associated here. */
function associations(context: Context): readonly Association[] {
  const ofNumbers = context.store.all(numberPlace.collection).flatMap((number) => {
    const flow = optionalText(number, 'ContactFlowId');
    return flow === undefined ? [] : [association(context, number.Arn, flow, 'VOICE_PHONE_NUMBER')];
  });
  const others = context.store
    .all(flowAssociationPlace.collection)
    .map((stored) => association(context, text(stored, 'ResourceId'), text(stored, 'FlowId'), typeOf(stored)));
  return [...ofNumbers, ...others];
}

const association = (context: Context, ResourceId: string, flow: string, ResourceType: string): Association => ({
  ResourceId,
  FlowId: context.store.get(flowPlace.collection, flow)?.Arn ?? flow,
  ResourceType,
});

const typeOf = (stored: StoredEntity): string => text(stored, 'ResourceType');

/** Lists do not speak of SMS numbers. */
const listable = (one: Association): boolean => one.ResourceType !== 'SMS_PHONE_NUMBER';

const ofType =
  (input: JsonObject) =>
  (one: Association): boolean =>
    input['ResourceType'] === undefined || one.ResourceType === input['ResourceType'];

const idOf = (input: JsonObject): string => `${text(input, 'ResourceType')} ${text(input, 'ResourceId')}`;

function stored(context: Context, input: JsonObject): StoredEntity {
  const found = context.store.get(flowAssociationPlace.collection, idOf(input));
  if (found === undefined) throw notFound(flowAssociationPlace.label, text(input, 'ResourceId'));
  return found;
}

export const flowAssociationHandlers: Handlers = {
  ListFlowAssociations: (input, context) =>
    page(
      input,
      'FlowAssociationSummaryList',
      associations(context)
        .filter(listable)
        .filter(ofType(input))
        .map((one) => ({ ...one })),
    ),
  /** Ids of numbers are taken besides their ARNs; what leads nowhere is left out. */
  BatchGetFlowAssociation: (input, context) => {
    const wanted = new Set(
      texts(input, 'ResourceIds').map((id) => context.store.get(numberPlace.collection, id)?.Arn ?? id),
    );
    return {
      FlowAssociationSummaryList: associations(context)
        .filter(listable)
        .filter(ofType(input))
        .filter((one) => wanted.has(one.ResourceId))
        .map((one) => ({ ...one })),
    };
  },
  AssociateFlow: (input, context) => {
    const id = idOf(input);
    const entity: StoredEntity = {
      Id: id,
      Arn: text(input, 'ResourceId'),
      ResourceId: text(input, 'ResourceId'),
      ResourceType: text(input, 'ResourceType'),
      FlowId: flowSaid(context, input, 'FlowId').Id,
    };
    context.store.write([{ put: entity, in: flowAssociationPlace.collection }]);
    return {};
  },
  DisassociateFlow: (input, context) => {
    context.store.write([{ remove: stored(context, input).Id, in: flowAssociationPlace.collection }]);
    return {};
  },
  GetFlowAssociation: (input, context) => {
    const found = stored(context, input);
    const flow = find(context, flowPlace, text(found, 'FlowId'));
    return { ResourceId: text(found, 'ResourceId'), FlowId: flow.Arn, ResourceType: typeOf(found) };
  },
};
