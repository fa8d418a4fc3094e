import { description, inInstance, tags } from './shared.ts';
import type { EntityModel } from './types.ts';

const queue: EntityModel = {
  kind: 'queue',
  spellings: ['queue'],
  console: { en: 'Queue', ja: 'キュー', plural: 'queues' },
  doc: 'Where contacts wait for an agent. An agent is offered them only if a routing profile of theirs serves the queue.',
  managed: true,
  lifecycle: 'Created and updated, with its quick connects. Never deleted.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 127, source: 'CreateQueue.Name' },
  properties: [
    {
      key: 'hours',
      type: { is: 'ref', kind: 'hours' },
      required: true,
      doc: 'Hours of operation of the queue.',
      source: 'CreateQueue.HoursOfOperationId',
    },
    {
      key: 'caller_id',
      type: {
        is: 'group',
        properties: [
          {
            key: 'name',
            type: { is: 'text', minLength: 1, maxLength: 255 },
            doc: 'Name that the called party may see.',
            source: 'OutboundCallerConfig.OutboundCallerIdName',
          },
          {
            key: 'number',
            type: { is: 'ref', kind: 'number' },
            doc: 'Number that the called party sees. A queue without it cannot dial out, so it cannot call back either.',
            source: 'OutboundCallerConfig.OutboundCallerIdNumberId',
          },
        ],
      },
      doc: 'What people see when an agent of this queue calls them.',
      source: 'CreateQueue.OutboundCallerConfig',
    },
    {
      key: 'outbound_whisper',
      type: { is: 'ref', kind: 'flow', flowTypes: ['OUTBOUND_WHISPER'] },
      doc: 'Flow that runs when an agent of this queue dials out: the place to start recording.',
      source: 'OutboundCallerConfig.OutboundFlowId',
    },
    {
      key: 'quick_connects',
      type: { is: 'list', of: { is: 'ref', kind: 'quick_connect' }, max: 700 },
      doc: 'Quick connects that agents of this queue are offered.',
      source: 'CreateQueue.QuickConnectIds; quota “Quick connects per queue”',
    },
    {
      key: 'max_contacts',
      type: { is: 'number', min: 0 },
      doc: 'How many contacts may wait; when it is full, flows take `on at_capacity`.',
      source: 'CreateQueue.MaxContacts',
    },
    {
      key: 'status',
      type: { is: 'word', words: ['enabled', 'disabled'] },
      doc: 'A disabled queue takes no new contacts.',
      source: 'UpdateQueueStatus.Status',
    },
    description('CreateQueue.Description'),
    tags('CreateQueue.Tags'),
  ],
  clauses: [],
  rules: [],
  alsoCalled: {
    outboundcallerid: 'caller_id',
    outboundcallerconfig: 'caller_id',
    callbacknumber: 'caller_id',
    outboundflow: 'outbound_whisper',
    whisper: 'outbound_whisper',
    capacity: 'max_contacts',
    limit: 'max_contacts',
  },
  api: {
    list: 'ListQueues',
    nameMember: 'Name',
    listed: { items: 'QueueSummaryList', page: 1000, inputs: [{ QueueTypes: ['STANDARD'] }] },
    describe: 'DescribeQueue',
    create: 'CreateQueue',
    update: [
      'UpdateQueueName',
      'UpdateQueueHoursOfOperation',
      'UpdateQueueOutboundCallerConfig',
      'UpdateQueueMaxContacts',
      'UpdateQueueStatus',
      'AssociateQueueQuickConnects',
      'DisassociateQueueQuickConnects',
    ],
    delete: 'DeleteQueue',
  },
  arn: { template: inInstance('queue'), localId: 'uuid' },
  quota: { max: 100, adjustable: true, name: 'Queues per instance' },
  example: `queue 製品サポート "Product support" {
  hours: 営業時間
  caller_id: { name: "サポート窓口", number: 代表番号 }
  outbound_whisper: 発信ウィスパー
  quick_connects: [上席へ]
  max_contacts: 50
}`,
};

export default queue;
