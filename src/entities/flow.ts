import { inInstance } from './shared.ts';
import type { EntityModel } from './types.ts';

const flow: EntityModel = {
  kind: 'flow',
  spellings: ['flow'],
  console: { en: 'Flow', ja: 'フロー', plural: 'flows' },
  doc: 'What happens to a contact, block by block. A flow of the project has a body of statements; `existing flow` names one that lives in the instance.',
  managed: true,
  lifecycle: 'Flows of the project are created, then their contents are updated. The type of a flow never changes.',
  operand: {
    role: 'display name',
    required: false,
    minLength: 1,
    maxLength: 127,
    source: 'AWS::Connect::ContactFlow.Name',
  },
  properties: [
    {
      key: 'type',
      type: {
        is: 'word',
        words: [
          'inbound',
          'customer_queue',
          'customer_hold',
          'customer_whisper',
          'agent_hold',
          'agent_whisper',
          'outbound_whisper',
          'agent_transfer',
          'queue_transfer',
          'campaign',
        ],
      },
      describes: true,
      doc: 'Which kind of flow an existing one is; with it, `outbound_whisper: F` and the like are checked.',
      source: 'CreateContactFlow.Type',
    },
  ],
  clauses: [],
  rules: [],
  api: {
    list: 'ListContactFlows',
    nameMember: 'Name',
    listed: {
      items: 'ContactFlowSummaryList',
      page: 1000,
      type: 'ContactFlowType',
      state: 'ContactFlowState',
      status: 'ContactFlowStatus',
    },
    describe: 'DescribeContactFlow',
    create: 'CreateContactFlow',
    update: ['UpdateContactFlowContent', 'UpdateContactFlowMetadata'],
    delete: 'DeleteContactFlow',
  },
  arn: { template: inInstance('contact-flow'), localId: 'uuid' },
  quota: { max: 100, adjustable: true, name: 'Flows per instance' },
  example: 'existing flow 転送受付 "上席転送フロー" { type: queue_transfer }',
};

export default flow;
