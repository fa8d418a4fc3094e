import type { EntityModel } from './types.ts';

const assistant: EntityModel = {
  kind: 'assistant',
  spellings: ['assistant'],
  console: { en: 'Amazon Q in Connect domain', ja: 'Amazon Q in Connect ドメイン', plural: 'assistants' },
  doc: 'The assistant that a flow starts for the agent: `start assistant ナレッジ`.',
  managed: false,
  lifecycle: 'Found among the integrations of the instance. Assistants are never created or updated.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 255 },
  properties: [],
  clauses: [],
  rules: [],
  api: {
    list: 'ListIntegrationAssociations',
    nameMember: 'IntegrationArn',
    listed: {
      items: 'IntegrationAssociationSummaryList',
      page: 100,
      inputs: [{ IntegrationType: 'WISDOM_ASSISTANT' }],
      id: 'IntegrationAssociationId',
      arn: 'IntegrationArn',
      name: 'last part of the ARN',
    },
    update: [],
  },
  arn: { template: 'arn:{partition}:wisdom:{region}:{account}:assistant/{id}', localId: 'uuid' },
  example: 'existing assistant ナレッジ "support-knowledge"',
};

export default assistant;
