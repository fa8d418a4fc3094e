import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updateCase: ActionEntry = {
  type: 'UpdateCase',
  category: 'contact',
  block: { en: 'Cases (Update case)', ja: 'ケース (更新)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'update case',
      entries: [
        { key: 'case', path: 'CaseId', as: 'text' },
        { key: 'fields', path: 'CaseRequestFields', as: 'texts', braces: true },
        { key: 'link', path: 'LinkContactToCase', as: { flag: ['true', 'false'] } },
      ],
      control: { kind: 'plain' },
      branches: [
        {
          word: 'not_linked',
          error: 'ContactNotLinked',
          need: 'always',
          when: { path: 'LinkContactToCase', is: 'true' },
        },
        error,
      ],
    },
  ],
  example: `update case {
  case: $.Case.case_id
  fields { status: "closed" }
  link: off
  on error -> next
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'LinkContactToCase', required: 'yes', kind: 'enum', mode: 'static', values: ['true', 'false'] },
    { name: 'CaseId', required: 'yes', kind: 'string', mode: 'any' },
    { name: 'CaseRequestFields', required: 'no', kind: 'map<field,value>', mode: 'any' },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    {
      type: 'ContactNotLinked',
      mandatory: 'conditional',
      evidence: 'doc',
      when: 'with LinkContactToCase "true"',
      guard: { path: 'LinkContactToCase', is: 'true' },
    },
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 3,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/updatecase.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/cases-block.html'],
  unconfirmed: [],
  confidence: 'medium (doc only)',
};

export default updateCase;
