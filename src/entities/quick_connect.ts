import { description, inInstance, tags } from './shared.ts';
import type { EntityModel } from './types.ts';

const quick_connect: EntityModel = {
  kind: 'quick_connect',
  spellings: ['quick_connect'],
  console: { en: 'Quick connect', ja: 'クイック接続', plural: 'quick connects' },
  doc: 'A destination that agents transfer to with one click: a queue or a user, each through a transfer flow, or an outside number.',
  managed: true,
  lifecycle: 'Created and updated. Never deleted.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 127, source: 'CreateQuickConnect.Name' },
  properties: [
    {
      key: 'queue',
      type: { is: 'ref', kind: 'queue' },
      doc: 'Queue to transfer to, through `flow`.',
      source: 'QueueQuickConnectConfig.QueueId',
    },
    {
      key: 'user',
      type: { is: 'ref', kind: 'user' },
      doc: 'User to transfer to, through `flow`.',
      source: 'UserQuickConnectConfig.UserId',
    },
    {
      key: 'number',
      type: { is: 'phone' },
      doc: 'Outside number to transfer to. 070, 080 and 090 numbers cannot be called from a Japanese instance until a support case allows it.',
      source: 'PhoneNumberQuickConnectConfig.PhoneNumber',
    },
    {
      key: 'flow',
      type: {
        is: 'ref',
        kind: 'flow',
        flowTypesBeside: { queue: ['QUEUE_TRANSFER'], user: ['AGENT_TRANSFER'] },
      },
      doc: 'Flow that runs on the transfer: a *transfer to queue* flow for a queue, a *transfer to agent* flow for a user.',
      source: 'QueueQuickConnectConfig.ContactFlowId, UserQuickConnectConfig.ContactFlowId',
    },
    description('CreateQuickConnect.Description'),
    tags('CreateQuickConnect.Tags'),
  ],
  clauses: [],
  rules: [
    { rule: 'exactly one', keys: ['queue', 'user', 'number'] },
    { rule: 'together', key: 'queue', needs: 'flow' },
    { rule: 'together', key: 'user', needs: 'flow' },
    { rule: 'at most one', keys: ['number', 'flow'] },
  ],
  alsoCalled: {
    phone: 'number',
    phonenumber: 'number',
    agent: 'user',
    transferflow: 'flow',
    contactflow: 'flow',
  },
  api: {
    list: 'ListQuickConnects',
    nameMember: 'Name',
    listed: { items: 'QuickConnectSummaryList', page: 1000 },
    describe: 'DescribeQuickConnect',
    create: 'CreateQuickConnect',
    update: ['UpdateQuickConnectName', 'UpdateQuickConnectConfig'],
    delete: 'DeleteQuickConnect',
  },
  arn: { template: inInstance('transfer-destination'), localId: 'uuid' },
  quota: { max: 100, adjustable: true, name: 'Quick connects per instance' },
  example: 'quick_connect 上席へ "上席へ転送" { queue: 上席, flow: 上席転送 }',
};

export default quick_connect;
