import type { ActionEntry } from '../types.ts';

const endFlowModuleExecution: ActionEntry = {
  type: 'EndFlowModuleExecution',
  category: 'contact',
  block: { en: 'Return (from module)', ja: '戻る (モジュールから)', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'return',
      operands: [{ path: 'Result', as: 'text', optional: true }],
      entries: [{ key: 'result', path: 'ResultData', as: 'json', braces: true }],
      control: { kind: 'terminal' },
    },
  ],
  example: 'return "verified" { result { tier: $.Attributes.tier } }',
  docStatus: 'documented',
  parameters: [
    {
      name: 'Result',
      required: 'no',
      kind: 'string',
      mode: 'static',
      notes: 'declared branch name; refused on modules without Settings',
    },
    { name: 'ResultData', required: 'no', kind: 'object', mode: 'any', notes: 'must match the module output schema' },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [],
  terminal: true,
  nextAction: 'none',
  flowTypesAllowed: ['MODULE'],
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: ['modules only (flow type MODULE)'],
  errata: [
    'page: no parameters; live: Result/ResultData accepted when the module resource has Settings, refused otherwise',
  ],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 35,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/endflowmoduleexecution.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/return-module.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default endFlowModuleExecution;
