import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const createCase: ActionEntry = {
  type: 'CreateCase',
  category: 'contact',
  block: { en: 'Cases (Create case)', ja: 'ケース (作成)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'create case',
      entries: [
        { key: 'template', path: 'CaseTemplateId', as: { ref: 'case_template' } },
        { key: 'fields', path: 'CaseRequestFields', as: 'texts', braces: true },
        { key: 'link', path: 'LinkContactToCase', as: { flag: ['true', 'false'] } },
        { key: 'contact_to_link', path: 'ContactToLink', as: { enum: { current: 'Current' } } },
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
  example: `create case {
  template: Complaint
  fields { title: "折り返しの依頼", status: "open" }
  link: on
  on not_linked, error -> next
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'LinkContactToCase', required: 'yes', kind: 'enum', mode: 'static', values: ['true', 'false'] },
    { name: 'CaseTemplateId', required: 'yes', kind: 'id', mode: 'static', ref: 'case-template' },
    {
      name: 'CaseRequestFields',
      required: 'no',
      kind: 'map<field,value>',
      mode: 'any',
      notes: 'title and customer_id normally required by the template',
    },
    {
      name: 'ContactToLink',
      required: 'no',
      kind: 'enum',
      mode: 'unconfirmed',
      values: ['Current'],
      notes: 'undocumented; in console exports beside LinkContactToCase "true"',
    },
  ],
  constraints: [],
  results: ['$.Case.case_id'],
  conditions: { supported: false },
  errors: [
    {
      type: 'ContactNotLinked',
      mandatory: 'conditional',
      evidence: 'doc+real',
      when: 'mandatory when LinkContactToCase is "true"; absent when "false" (exports)',
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
  realFlowUsesSeen: 4,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/createcase.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/cases-block.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default createCase;
