import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const invokeFlowModule: ActionEntry = {
  type: 'InvokeFlowModule',
  category: 'contact',
  block: { en: 'Invoke module', ja: 'モジュールを呼び出す', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'invoke module',
      operands: [{ path: 'FlowModuleId', as: { ref: 'module' } }],
      entries: [{ key: 'with', path: 'Input', as: 'json', braces: true }],
      control: { kind: 'plain' },
      branches: [{ word: 'default', error: 'NoMatchingCondition', need: 'written' }, error],
      cases: 'names',
    },
  ],
  example: `invoke module VerifyCustomer {
  with { phone: $.CustomerEndpoint.Address, attempts: 3 }
  on "verified" -> next
  on error -> disconnect
}`,
  docStatus: 'documented',
  parameters: [
    {
      name: 'FlowModuleId',
      required: 'yes',
      kind: 'id|arn',
      mode: 'any',
      ref: 'module',
      notes: 'may carry :$LATEST, :<version> or an alias',
    },
    {
      name: 'Input',
      required: 'no',
      kind: 'object',
      mode: 'any',
      notes: 'keys and JSON types follow the module input schema; here numbers stay numbers',
    },
  ],
  constraints: [{ rule: 'max', what: 'custom branches per module', value: 8 }],
  results: ['$.Modules.Result', '$.Modules.ResultData'],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['<module branch name>'],
    requiredOperands: [],
    operandKind: 'declared branch of the module',
    notes: 'page says none; live accepts',
  },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
    {
      type: 'NoMatchingCondition',
      mandatory: 'conditional',
      evidence: 'live',
      when: 'console now writes it (custom branches); exports of 2022-2024 have NoMatchingError only',
    },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW'],
  flowTypesDisallowed: [
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['page: inbound only; modules can call modules, five levels deep'],
  errata: ['CreateContactFlow checks Input keys and branch names against the module'],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 35,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions-invoke-flow-module.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/invoke-module-block.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default invokeFlowModule;
