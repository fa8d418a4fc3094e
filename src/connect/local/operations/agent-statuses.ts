/** Agent statuses: what agents say they are doing. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { change, findSaid, make, put } from './shared/entities.ts';
import { cleared, flag, pick, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import { agentStatusPlace } from './shared/places.ts';
import { invalidParameter } from './shared/refusals.ts';
import { search } from './shared/search.ts';

const described = (status: StoredEntity): JsonObject => ({
  AgentStatusId: status.Id,
  AgentStatusARN: status.Arn,
  ...pick(status, [
    'Name',
    'Description',
    'Type',
    'DisplayOrder',
    'State',
    'Tags',
    'LastModifiedTime',
    'LastModifiedRegion',
  ]),
});

const said = (context: Context, input: JsonObject): StoredEntity =>
  findSaid(context, agentStatusPlace, input, 'AgentStatusId');

export const agentStatusHandlers: Handlers = {
  CreateAgentStatus: (input, context) => {
    const status = make(context, agentStatusPlace, {
      ...pick(input, ['Name', 'Description', 'State', 'DisplayOrder', 'Tags']),
      Type: 'CUSTOM',
    });
    put(context, agentStatusPlace, status);
    return { AgentStatusId: status.Id, AgentStatusARN: status.Arn };
  },
  DescribeAgentStatus: (input, context) => ({ AgentStatus: described(said(context, input)) }),
  ListAgentStatuses: (input, context) => {
    const types = texts(input, 'AgentStatusTypes');
    return page(
      input,
      'AgentStatusSummaryList',
      context.store
        .all(agentStatusPlace.collection)
        .filter((status) => types.length === 0 || types.includes(text(status, 'Type')))
        .map((status) => pick(status, ['Id', 'Arn', 'Name', 'Type', 'LastModifiedTime', 'LastModifiedRegion'])),
    );
  },
  SearchAgentStatuses: (input, context) =>
    search(
      input,
      'AgentStatuses',
      context.store.all(agentStatusPlace.collection),
      {
        fields: {
          name: 'Name',
          description: 'Description',
          state: 'State',
          type: 'Type',
          displayOrder: 'DisplayOrder',
          resourceID: 'Id',
        },
      },
      described,
    ),
  /** *Available* and *Offline* are the service's own: they keep their names and cannot be switched off. */
  UpdateAgentStatus: (input, context) => {
    const status = said(context, input);
    if (status['Type'] !== 'CUSTOM' && (input['Name'] !== undefined || input['State'] === 'DISABLED')) {
      throw invalidParameter(`Invalid parameter: AgentStatus ${text(status, 'Name')} cannot be changed`);
    }
    put(
      context,
      agentStatusPlace,
      change(context, agentStatusPlace, status, {
        ...pick(input, ['Name', 'State', 'DisplayOrder']),
        ...(input['Description'] === undefined ? {} : { Description: cleared(text(input, 'Description')) }),
        ...(flag(input, 'ResetOrderNumber') ? { DisplayOrder: undefined } : {}),
      }),
    );
    return {};
  },
};
