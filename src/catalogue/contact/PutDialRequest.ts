import { ofJourneys, optionalError } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const putDialRequest: ActionEntry = {
  type: 'PutDialRequest',
  category: 'contact',
  ...ofJourneys,
  block: { en: 'Send communication (voice)', ja: 'コミュニケーションの送信 (音声)', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'send communication voice',
      entries: [
        { key: 'attributes', path: 'Attributes', as: 'texts', braces: true },
        { key: 'dial_criteria', path: 'dialCriteriaRules', as: 'json' },
      ],
      control: { kind: 'plain' },
      branches: [optionalError],
    },
  ],
  example: `send communication voice {
  attributes { offer: $.FlowAttributes.offer }
  on error -> next
}`,
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
  results: [],
  restrictions: ['journey flows only'],
};

export default putDialRequest;
