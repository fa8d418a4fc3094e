/** Quick connects: destinations that agents transfer to. */
import type { JsonObject } from '../../../text/json.ts';
import type { Change, Context, Handlers, StoredEntity } from '../types.ts';
import { change, findSaid, make, put } from './shared/entities.ts';
import { flowSaid } from './shared/flows.ts';
import { cleared, object, optionalText, pick, present, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import { queuePlace, quickConnectPlace, userPlace } from './shared/places.ts';
import { invalidParameter } from './shared/refusals.ts';
import { search } from './shared/search.ts';

const described = (quickConnect: StoredEntity): JsonObject => ({
  QuickConnectId: quickConnect.Id,
  QuickConnectARN: quickConnect.Arn,
  ...pick(quickConnect, [
    'Name',
    'Description',
    'QuickConnectConfig',
    'Tags',
    'LastModifiedTime',
    'LastModifiedRegion',
  ]),
});

export const summary = (quickConnect: StoredEntity): JsonObject => ({
  Id: quickConnect.Id,
  Arn: quickConnect.Arn,
  QuickConnectType: typeOf(quickConnect),
  ...pick(quickConnect, ['Name', 'LastModifiedTime', 'LastModifiedRegion']),
});

const typeOf = (quickConnect: StoredEntity): string =>
  text(object(quickConnect, 'QuickConnectConfig') ?? {}, 'QuickConnectType');

/** Which member goes with which type. */
const CONFIGS: Readonly<Record<string, string>> = {
  USER: 'UserConfig',
  QUEUE: 'QueueConfig',
  PHONE_NUMBER: 'PhoneConfig',
  FLOW: 'FlowConfig',
};

/** The configuration with ids for references. Refuses one whose members do not go with its type. */
function config(context: Context, input: JsonObject): JsonObject {
  const said = object(input, 'QuickConnectConfig') ?? {};
  const type = text(said, 'QuickConnectType');
  const member = CONFIGS[type] ?? '';
  const target = object(said, member);
  const others = Object.values(CONFIGS).filter((name) => name !== member && said[name] !== undefined);
  if (target === undefined) throw invalidParameter(`Invalid parameter: QuickConnectType ${type} needs ${member}`);
  if (others.length > 0) {
    throw invalidParameter(`Invalid parameter: QuickConnectType ${type} does not take ${others.join(', ')}`);
  }
  return { QuickConnectType: type, [member]: resolved(context, type, target) };
}

function resolved(context: Context, type: string, target: JsonObject): JsonObject {
  switch (type) {
    case 'USER':
      return {
        UserId: findSaid(context, userPlace, target, 'UserId').Id,
        ContactFlowId: flowSaid(context, target, 'ContactFlowId', ['AGENT_TRANSFER']).Id,
      };
    case 'QUEUE':
      return {
        QueueId: findSaid(context, queuePlace, target, 'QueueId').Id,
        ContactFlowId: flowSaid(context, target, 'ContactFlowId', ['QUEUE_TRANSFER']).Id,
      };
    case 'FLOW':
      return { ContactFlowId: flowSaid(context, target, 'ContactFlowId').Id };
    default:
      return target;
  }
}

function update(context: Context, input: JsonObject, more: Parameters<typeof change>[3]): JsonObject {
  const quickConnect = findSaid(context, quickConnectPlace, input, 'QuickConnectId');
  put(context, quickConnectPlace, change(context, quickConnectPlace, quickConnect, more));
  return {};
}

export const quickConnectHandlers: Handlers = {
  CreateQuickConnect: (input, context) => {
    const quickConnect = make(context, quickConnectPlace, {
      ...pick(input, ['Name', 'Description', 'Tags']),
      QuickConnectConfig: config(context, input),
    });
    put(context, quickConnectPlace, quickConnect);
    return { QuickConnectId: quickConnect.Id, QuickConnectARN: quickConnect.Arn };
  },
  DescribeQuickConnect: (input, context) => ({
    QuickConnect: described(findSaid(context, quickConnectPlace, input, 'QuickConnectId')),
  }),
  ListQuickConnects: (input, context) => {
    const types = texts(input, 'QuickConnectTypes');
    const listed = context.store
      .all(quickConnectPlace.collection)
      .filter((quickConnect) => types.length === 0 || types.includes(typeOf(quickConnect)));
    return page(input, 'QuickConnectSummaryList', listed.map(summary));
  },
  SearchQuickConnects: (input, context) =>
    search(
      input,
      'QuickConnects',
      context.store.all(quickConnectPlace.collection),
      { fields: { name: 'Name', description: 'Description', quickConnectId: 'Id', resourceID: 'Id' } },
      described,
    ),
  UpdateQuickConnectName: (input, context) =>
    update(context, input, {
      ...present({ Name: optionalText(input, 'Name') }),
      ...(input['Description'] === undefined ? {} : { Description: cleared(text(input, 'Description')) }),
    }),
  UpdateQuickConnectConfig: (input, context) => update(context, input, { QuickConnectConfig: config(context, input) }),
  /** Queues that offered it no longer do. */
  DeleteQuickConnect: (input, context) => {
    const { Id } = findSaid(context, quickConnectPlace, input, 'QuickConnectId');
    const offering = context.store
      .all(queuePlace.collection)
      .filter((queue) => texts(queue, 'QuickConnectIds').includes(Id))
      .map((queue): Change => {
        const left = texts(queue, 'QuickConnectIds').filter((id) => id !== Id);
        return { put: change(context, queuePlace, queue, { QuickConnectIds: left }), in: queuePlace.collection };
      });
    context.store.write([...offering, { remove: Id, in: quickConnectPlace.collection }]);
    return {};
  },
};
