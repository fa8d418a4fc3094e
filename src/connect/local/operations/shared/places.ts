/** Where things are kept. The word for a collection is the word that stands in the ARNs of its things. */

export interface Place {
  readonly collection: string;
  /** What messages call one of them. */
  readonly label: string;
  /** Member of the stored thing that no two of a collection share; `Name` when nothing is said. */
  readonly nameMember?: string;
  /** Name of the quota on how many there may be (`src/catalogue/quotas.ts`). */
  readonly quota?: string;
  /** Its word in errors, of the few that they have. Source: ResourceInUseException.ResourceType. */
  readonly resourceType?: string;
}

export const queuePlace: Place = { collection: 'queue', label: 'Queue', quota: 'Queues per instance' };

export const hoursPlace: Place = {
  collection: 'operating-hours',
  label: 'HoursOfOperation',
  quota: 'Hours of operation per instance',
};

export const overridePlace: Place = { collection: 'hours-override', label: 'HoursOfOperationOverride' };

export const routingProfilePlace: Place = {
  collection: 'routing-profile',
  label: 'RoutingProfile',
  quota: 'Routing profiles per instance',
};

export const userPlace: Place = {
  collection: 'agent',
  label: 'User',
  nameMember: 'Username',
  quota: 'Users per instance',
  resourceType: 'USER',
};

export const securityProfilePlace: Place = {
  collection: 'security-profile',
  label: 'SecurityProfile',
  nameMember: 'SecurityProfileName',
  quota: 'Security profiles per instance',
};

export const quickConnectPlace: Place = {
  collection: 'transfer-destination',
  label: 'QuickConnect',
  quota: 'Quick connects per instance',
};

export const promptPlace: Place = { collection: 'prompt', label: 'Prompt', quota: 'Prompts per instance' };

export const numberPlace: Place = { collection: 'phone-number', label: 'PhoneNumber', nameMember: 'PhoneNumber' };

export const viewPlace: Place = { collection: 'view', label: 'View' };

export const agentStatusPlace: Place = {
  collection: 'agent-state',
  label: 'AgentStatus',
  quota: 'Agent status per instance',
};

export const hierarchyGroupPlace: Place = {
  collection: 'agent-group',
  label: 'HierarchyGroup',
  quota: 'User hierarchy groups per instance',
  resourceType: 'HIERARCHY_GROUP',
};

export const attributePlace: Place = {
  collection: 'predefined-attribute',
  label: 'PredefinedAttribute',
  quota: 'Predefined attributes per instance',
};

export const taskTemplatePlace: Place = { collection: 'task-template', label: 'TaskTemplate' };

export const dataTablePlace: Place = { collection: 'data-table', label: 'DataTable' };

export const lambdaPlace: Place = { collection: 'lambda-function', label: 'LambdaFunction' };

export const botPlace: Place = { collection: 'bot', label: 'Bot' };

export const integrationPlace: Place = { collection: 'integration-association', label: 'IntegrationAssociation' };

export const flowPlace: Place = { collection: 'contact-flow', label: 'ContactFlow', quota: 'Flows per instance' };

export const modulePlace: Place = {
  collection: 'flow-module',
  label: 'ContactFlowModule',
  quota: 'Modules per instance',
};

export const flowAssociationPlace: Place = { collection: 'flow-association', label: 'FlowAssociation' };
