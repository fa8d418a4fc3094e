import { present, sameJson, type Json, type JsonObject } from '../../text/json.ts';
import { codecOf } from './codec.ts';
import { textAt } from '../../text/json-members.ts';
import type { IdOf } from './types.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'quick_connect',
  describe: 'DescribeQuickConnect',
  described: 'QuickConnect',
  id: 'QuickConnectId',
  create: {
    operation: 'CreateQuickConnect',
    name: 'Name',
    answer: { id: 'QuickConnectId', arn: 'QuickConnectARN' },
  },
  settings: [{ path: 'description', member: 'Description', update: 'UpdateQuickConnectName', takenBack: { send: '' } }],
};

/** The destination is one of several objects, told apart by a type. */
export const quickConnect = codecOf(wire, {
  read: ({ names }, described) => {
    const named = (kind: 'queue' | 'user' | 'flow', path: string): Json | undefined => {
      const id = textAt(described, `QuickConnectConfig.${path}`);
      return id === undefined ? undefined : (names(kind, id) ?? id);
    };
    return present([
      ['queue', named('queue', 'QueueConfig.QueueId')],
      ['user', named('user', 'UserConfig.UserId')],
      ['number', textAt(described, 'QuickConnectConfig.PhoneConfig.PhoneNumber')],
      [
        'flow',
        named('flow', 'QueueConfig.ContactFlowId') ??
          named('flow', 'UserConfig.ContactFlowId') ??
          named('flow', 'FlowConfig.ContactFlowId'),
      ],
    ]);
  },
  createMembers: ({ settings }, idOf) => ({ QuickConnectConfig: configOf(settings, idOf) }),
  update: (before, after, idOf) => {
    const same = ['queue', 'user', 'number', 'flow'].every((key) => {
      return sameJson(before.settings[key], after.settings[key]);
    });
    if (same) return [];
    const input = { QuickConnectId: before.listed.id, QuickConnectConfig: configOf(after.settings, idOf) };
    // It leads agents to its flow, which may be new.
    return [{ operation: 'UpdateQuickConnectConfig', input, phase: 'association' }];
  },
});

function configOf(settings: JsonObject, idOf: IdOf): JsonObject {
  const flow = textAt(settings, 'flow');
  const through: JsonObject = flow === undefined ? {} : { ContactFlowId: idOf('flow', flow) };
  const queue = textAt(settings, 'queue');
  if (queue !== undefined) {
    return { QuickConnectType: 'QUEUE', QueueConfig: { QueueId: idOf('queue', queue), ...through } };
  }
  const user = textAt(settings, 'user');
  if (user !== undefined) {
    return { QuickConnectType: 'USER', UserConfig: { UserId: idOf('user', user), ...through } };
  }
  const number = textAt(settings, 'number');
  if (number !== undefined) return { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: number } };
  return { QuickConnectType: 'FLOW', FlowConfig: through };
}
