import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const createTask: ActionEntry = {
  type: 'CreateTask',
  category: 'contact',
  block: { en: 'Create task', ja: 'タスクの作成', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'create task',
      entries: [
        { key: 'name', path: 'Name', as: 'text' },
        { key: 'description', path: 'Description', as: 'text' },
        { key: 'template', path: 'TaskTemplateId', as: { ref: 'task_template' } },
        { key: 'flow', path: 'ContactFlowId', as: { ref: 'flow' } },
        { key: 'attributes', path: 'Attributes', as: 'texts', braces: true },
        { key: 'references', path: 'References', as: 'json', braces: true },
        { key: 'segment_attributes', path: 'SegmentAttributes', as: 'json', braces: true },
        { key: 'delay', path: 'DelaySeconds', as: 'duration' },
        { key: 'at', path: 'ScheduledTime', as: 'text' },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: `create task {
  name: "折り返しの依頼"
  flow: TaskFlow
  attributes { phone: $.CustomerEndpoint.Address }
  delay: 10m
  on error -> next
}`,
  docStatus: 'documented',
  parameters: [
    {
      name: 'ContactFlowId',
      required: 'cond',
      kind: 'id|arn',
      mode: 'single',
      ref: 'flow',
      notes: 'or TaskTemplateId',
      guard: { path: 'TaskTemplateId', absent: true },
    },
    { name: 'Name', required: 'yes', kind: 'string', mode: 'any' },
    { name: 'Description', required: 'no', kind: 'string', mode: 'any' },
    { name: 'Attributes', required: 'no', kind: 'map<string,string>', mode: 'any' },
    { name: 'References', required: 'no', kind: 'map<string,{Type,Value}>', mode: 'any' },
    {
      name: 'SegmentAttributes',
      required: 'no',
      kind: 'map<string,object>',
      mode: 'any',
      notes: 'when the task expires, in minutes; in a console export',
    },
    { name: 'DelaySeconds', required: 'no', kind: 'int-string', mode: 'any', min: 1, max: 518400, excl: 'when' },
    {
      name: 'ScheduledTime',
      required: 'no',
      kind: 'datetime',
      mode: 'any',
      excl: 'when',
      notes: 'up to 90 days ahead',
    },
    { name: 'TaskTemplateId', required: 'no', kind: 'id', mode: 'static', ref: 'task-template' },
  ],
  constraints: [{ rule: 'neverBoth', keys: ['DelaySeconds', 'ScheduledTime'] }],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['new task contact id at $.Task.ContactId'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 7,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/createtask.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/create-task-block.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default createTask;
