/** Templates of tasks. */
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { change, findSaid, make, put, quota, remove } from './shared/entities.ts';
import { flowSaid } from './shared/flows.ts';
import { optionalText, pick, present } from './shared/members.ts';
import { page } from './shared/page.ts';
import { taskTemplatePlace } from './shared/places.ts';

const QUOTA = 'Task templates per instance';

const SETTINGS = ['Name', 'Description', 'Fields', 'Constraints', 'Defaults', 'Status'] as const;

const described = (context: Context, template: StoredEntity): JsonObject => ({
  InstanceId: context.instance.id,
  ...pick(template, ['Id', 'Arn', ...SETTINGS, 'ContactFlowId', 'SelfAssignFlowId', 'LastModifiedTime', 'CreatedTime']),
});

/** Flows by their ids. */
const flows = (context: Context, input: JsonObject): JsonObject =>
  present(
    Object.fromEntries(
      ['ContactFlowId', 'SelfAssignFlowId'].map((member) => [
        member,
        optionalText(input, member) === undefined ? undefined : flowSaid(context, input, member).Id,
      ]),
    ),
  );

const said = (context: Context, input: JsonObject): StoredEntity =>
  findSaid(context, taskTemplatePlace, input, 'TaskTemplateId');

export const taskTemplateHandlers: Handlers = {
  CreateTaskTemplate: (input, context) => {
    const max = quota(context, QUOTA);
    if (context.store.all(taskTemplatePlace.collection).length >= max) {
      throw new Refusal('ServiceQuotaExceededException', `The limit of ${max} has been reached: ${QUOTA}`);
    }
    const template = make(context, taskTemplatePlace, {
      Status: 'ACTIVE',
      ...pick(input, SETTINGS),
      ...flows(context, input),
      CreatedTime: context.now(),
    });
    put(context, taskTemplatePlace, template);
    return { Id: template.Id, Arn: template.Arn };
  },
  GetTaskTemplate: (input, context) => {
    const template = said(context, input);
    return { ...described(context, template), ...pick(template, ['Tags']) };
  },
  ListTaskTemplates: (input, context) =>
    page(
      input,
      'TaskTemplates',
      context.store
        .all(taskTemplatePlace.collection)
        .filter((template) =>
          ['Status', 'Name'].every((member) => input[member] === undefined || input[member] === template[member]),
        )
        .map((template) =>
          pick(template, ['Id', 'Arn', 'Name', 'Description', 'Status', 'LastModifiedTime', 'CreatedTime']),
        ),
    ),
  UpdateTaskTemplate: (input, context) => {
    const after = change(context, taskTemplatePlace, said(context, input), {
      ...pick(input, SETTINGS),
      ...flows(context, input),
    });
    put(context, taskTemplatePlace, after);
    return described(context, after);
  },
  DeleteTaskTemplate: (input, context) => {
    remove(context, taskTemplatePlace, said(context, input));
    return {};
  },
};
