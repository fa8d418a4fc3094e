import { codecOf } from './codec.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'agent_status',
  describe: 'DescribeAgentStatus',
  described: 'AgentStatus',
  id: 'AgentStatusId',
  create: {
    operation: 'CreateAgentStatus',
    name: 'Name',
    answer: { id: 'AgentStatusId', arn: 'AgentStatusARN' },
  },
  settings: [
    {
      path: 'state',
      member: 'State',
      update: 'UpdateAgentStatus',
      as: { words: { enabled: 'ENABLED', disabled: 'DISABLED' } },
      unsaid: 'enabled',
    },
    // The service gives every status a place; who does not say one takes what comes.
    { path: 'order', member: 'DisplayOrder', update: 'UpdateAgentStatus', takenBack: 'never' },
    { path: 'description', member: 'Description', update: 'UpdateAgentStatus', takenBack: { send: '' } },
  ],
};

export const agentStatus = codecOf(wire);
