import { error, everyFlowType } from '../common.ts';
import { caseFields } from '../fields.ts';
import type { ActionEntry } from '../types.ts';

const getCase: ActionEntry = {
  type: 'GetCase',
  category: 'contact',
  block: { en: 'Cases (Get case)', ja: 'ケース (取得)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'get case',
      entries: [
        { key: 'where', path: 'CaseRequestFields', as: 'texts', braces: true },
        { key: 'returns', path: 'CaseResponseFields', as: { list: { enum: caseFields } } },
        { key: 'customer', path: 'CustomerId', as: 'text' },
        { key: 'link', path: 'LinkContactToCase', as: { flag: ['true', 'false'] } },
        { key: 'last_updated', path: 'GetLastUpdatedCase', as: { flag: ['true', 'false'] } },
      ],
      control: { kind: 'plain' },
      branches: [
        { word: 'multiple', error: 'MultipleFound', need: 'always' },
        { word: 'none', error: 'NoneFound', need: 'always' },
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
  example: `get case {
  where { customer_id: $.Customer.ProfileARN, status: "open" }
  returns: [case_id, status]
  link: off
  last_updated: on
  on multiple, none, error -> next
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'LinkContactToCase', required: 'yes', kind: 'enum', mode: 'static', values: ['true', 'false'] },
    { name: 'GetLastUpdatedCase', required: 'yes', kind: 'enum', mode: 'static', values: ['true', 'false'] },
    {
      name: 'CustomerId',
      required: 'no',
      kind: 'string',
      mode: 'any',
      notes: 'exports filter through CaseRequestFields.customer_id instead',
    },
    { name: 'CaseRequestFields', required: 'no', kind: 'map<field,value>', mode: 'any' },
    { name: 'CaseResponseFields', required: 'no', kind: 'list<field>', mode: 'static' },
  ],
  constraints: [],
  results: ['$.Case.<field>'],
  conditions: { supported: false },
  errors: [
    { type: 'MultipleFound', mandatory: 'yes', evidence: 'doc+real' },
    { type: 'NoneFound', mandatory: 'yes', evidence: 'doc+real' },
    {
      type: 'ContactNotLinked',
      mandatory: 'conditional',
      evidence: 'doc+real',
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
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/getcase.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/cases-block.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default getCase;
