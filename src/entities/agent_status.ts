import { description, inInstance, tags } from './shared.ts';
import type { EntityModel } from './types.ts';

const agent_status: EntityModel = {
  kind: 'agent_status',
  spellings: ['agent_status'],
  console: { en: 'Agent status', ja: 'エージェントステータス', plural: 'agent statuses' },
  doc: 'A status that agents choose in their panel: Lunch, Training.',
  managed: true,
  lifecycle: 'Created and updated. A status cannot be deleted, only disabled.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 127, source: 'CreateAgentStatus.Name' },
  properties: [
    {
      key: 'state',
      type: { is: 'word', words: ['enabled', 'disabled'] },
      doc: 'Whether agents may choose it. Without it, enabled.',
      source: 'CreateAgentStatus.State',
    },
    {
      key: 'order',
      type: { is: 'number', min: 1, max: 50 },
      doc: 'Its place in the list.',
      source: 'CreateAgentStatus.DisplayOrder',
    },
    description('CreateAgentStatus.Description'),
    tags('CreateAgentStatus.Tags'),
  ],
  clauses: [],
  rules: [],
  api: {
    list: 'ListAgentStatuses',
    nameMember: 'Name',
    listed: { items: 'AgentStatusSummaryList', page: 1000 },
    describe: 'DescribeAgentStatus',
    create: 'CreateAgentStatus',
    update: ['UpdateAgentStatus'],
  },
  arn: { template: inInstance('agent-state'), localId: 'uuid' },
  quota: { max: 50, adjustable: false, name: 'Agent status per instance' },
  example: 'agent_status 昼休み "Lunch" { order: 3 }',
};

export default agent_status;
