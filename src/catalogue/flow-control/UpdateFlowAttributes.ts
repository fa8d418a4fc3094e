import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updateFlowAttributes: ActionEntry = {
  type: 'UpdateFlowAttributes',
  category: 'flow_control',
  block: {
    en: 'Set contact attributes (Flow namespace)',
    ja: 'コンタクト属性の設定 (フロー)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'set flow_attributes',
      rest: { path: 'FlowAttributes', as: 'values' },
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'set flow_attributes { attempt: "1", on error -> next }',
  docStatus: 'documented',
  parameters: [
    { name: 'FlowAttributes', required: 'yes', kind: 'map<string,object>', mode: 'any' },
    { name: 'FlowAttributes.<key>.Value', required: 'yes', kind: 'string', mode: 'any' },
    {
      name: 'FlowAttributes.<key>.Type',
      required: 'no',
      kind: 'enum',
      mode: 'static',
      values: ['String'],
      notes: 'one live report writes Type String beside Value; console exports write Value only',
    },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'live (page says none)' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['lives only in the current flow, not passed to modules/Lambda/next flows', 'up to 32 KB'],
  errata: ['page says Errors none: service demands NoMatchingError', 'flat string values are refused'],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 9,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-updateflowattributes.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-contact-attributes.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateFlowAttributes;
