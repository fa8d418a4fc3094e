import type { ActionEntry } from '../types.ts';

const putDialRequest: ActionEntry = {
  type: 'PutDialRequest',
  category: 'contact',
  block: { en: 'Send communication (voice)', ja: 'コミュニケーションの送信 (音声)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'send communication voice',
      entries: [
        { key: 'attributes', path: 'Attributes', as: 'texts', braces: true },
        { key: 'dial_criteria', path: 'dialCriteriaRules', as: 'json' },
      ],
      control: { kind: 'plain' },
      branches: [{ word: 'error', error: 'NoMatchingError', need: 'optional' }],
    },
  ],
  example: `send communication voice {
  attributes { offer: $.FlowAttributes.offer }
  on error -> next
}`,
  docStatus: 'admin guide shows examples',
  parameters: [
    {
      name: 'Attributes',
      required: 'no',
      kind: 'map<string,string>',
      mode: 'unconfirmed',
      notes: 'attributes of the contact that the dial makes',
    },
    {
      name: 'dialCriteriaRules',
      required: 'no',
      kind: 'list<object>',
      mode: 'unconfirmed',
      notes:
        'required of managed campaigns that dial: members type (CheckSegmentMembershipForCustomerProfile) and segmentArn',
    },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'unconfirmed', evidence: 'example of the admin guide' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: ['CAMPAIGN'],
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  restrictions: ['journey flows only'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/create-campaigns-api-cli.html',
  moreUrls: [],
  unconfirmed: ['no page lists its parameters, conditions and errors'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default putDialRequest;
