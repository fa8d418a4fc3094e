import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const showView: ActionEntry = {
  type: 'ShowView',
  category: 'participant',
  block: { en: 'Show view', ja: 'ビューの表示', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'show view',
      operands: [{ path: 'ViewResource.Id', as: { ref: 'view' } }],
      entries: [
        { key: 'version', path: 'ViewResource.Version', as: 'text' },
        { key: 'data', path: 'ViewData', as: 'json' },
        { key: 'timeout', path: 'InvocationTimeLimitSeconds', as: 'duration' },
        {
          key: 'sensitive',
          path: 'SensitiveDataConfiguration.HideResponseOn',
          as: { list: { enum: { transcript: 'TRANSCRIPT' } }, lone: true },
        },
      ],
      control: { kind: 'decision', mirror: 'NoMatchingError' },
      branches: [
        { word: 'timeout', error: 'TimeLimitExceeded', need: 'always' },
        { word: 'default', error: 'NoMatchingCondition', need: 'always' },
        error,
      ],
      cases: 'names',
    },
  ],
  example: `show view CustomerForm {
  data: { Heading: "ご本人確認" }
  timeout: 5m
  on "Submit" -> next
  on timeout, default, error -> disconnect
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'ViewResource', required: 'yes', kind: 'object', mode: 'static' },
    {
      name: 'ViewResource.Id',
      required: 'yes',
      kind: 'id|arn',
      mode: 'any',
      ref: 'view',
      notes: 'exports put the version in the id: ...:$LATEST or arn:aws:connect:REGION:aws:view/form:1',
    },
    { name: 'ViewResource.Version', required: 'no', kind: 'string', mode: 'any' },
    {
      name: 'InvocationTimeLimitSeconds',
      required: 'yes',
      kind: 'int-string',
      mode: 'static',
      min: 1,
      notes: 'page marks nothing required; service refuses without it; console default 400',
    },
    {
      name: 'ViewData',
      required: 'no',
      kind: 'map<string,any>',
      mode: 'any',
      notes: 'console always writes it, {} when empty; nested objects and lists allowed',
    },
    { name: 'SensitiveDataConfiguration', required: 'no', kind: 'object', mode: 'static' },
    {
      name: 'SensitiveDataConfiguration.HideResponseOn',
      required: 'no',
      kind: 'list<enum>',
      mode: 'static',
      values: ['TRANSCRIPT'],
    },
  ],
  constraints: [],
  results: ['$.Views.Action', '$.Views.ViewResultData'],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['<action name of the view>'],
    requiredOperands: [],
    operandKind: 'view action (static)',
  },
  errors: [
    { type: 'NoMatchingCondition', mandatory: 'yes', evidence: 'live' },
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
    { type: 'TimeLimitExceeded', mandatory: 'yes', evidence: 'live' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'CUSTOMER_QUEUE'],
  flowTypesDisallowed: [
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  flowTypesBlockPage: null,
  channels: { voice: 'error_branch', chat: 'yes', task: 'error_branch', email: 'yes' },
  restrictions: [
    'chat channel only on the action page (block table now lists email too)',
    'what goes into the view and the contact attributes: at most 16 KB together',
    'page says inbound and customer queue; UI section says inbound only',
  ],
  errata: [],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 53,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-showview.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/show-view-block.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default showView;
