/** Operations on everything that flows speak of, besides flows and modules themselves. */
import type { Handlers } from '../types.ts';
import { agentStatusHandlers } from './agent-statuses.ts';
import { botHandlers } from './bots.ts';
import { dataTableHandlers } from './data-tables.ts';
import { flowAssociationHandlers } from './flow-associations.ts';
import { hierarchyHandlers } from './hierarchy.ts';
import { effectiveHoursHandlers } from './hours-effective.ts';
import { overrideHandlers } from './hours-overrides.ts';
import { hoursHandlers } from './hours.ts';
import { integrationHandlers } from './integrations.ts';
import { lambdaHandlers } from './lambda.ts';
import { numberHandlers } from './numbers.ts';
import { attributeHandlers } from './predefined-attributes.ts';
import { promptHandlers } from './prompts.ts';
import { queueHandlers } from './queues.ts';
import { quickConnectHandlers } from './quick-connects.ts';
import { routingProfileHandlers } from './routing-profiles.ts';
import { securityProfileHandlers } from './security-profiles.ts';
import { taskTemplateHandlers } from './task-templates.ts';
import { userHandlers } from './users.ts';
import { viewHandlers } from './views.ts';

export const entityHandlers: Handlers = {
  ...hoursHandlers,
  ...overrideHandlers,
  ...effectiveHoursHandlers,
  ...queueHandlers,
  ...quickConnectHandlers,
  ...routingProfileHandlers,
  ...userHandlers,
  ...hierarchyHandlers,
  ...securityProfileHandlers,
  ...agentStatusHandlers,
  ...promptHandlers,
  ...numberHandlers,
  ...flowAssociationHandlers,
  ...lambdaHandlers,
  ...botHandlers,
  ...integrationHandlers,
  ...attributeHandlers,
  ...viewHandlers,
  ...taskTemplateHandlers,
  ...dataTableHandlers,
};
