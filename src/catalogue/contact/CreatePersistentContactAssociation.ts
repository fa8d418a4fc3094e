import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const createPersistentContactAssociation: ActionEntry = {
  type: 'CreatePersistentContactAssociation',
  category: 'contact',
  block: { en: 'Create persistent contact association', ja: '永続的な連絡先関連付けの作成', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'set persistent_contact',
      entries: [
        {
          key: 'rehydration',
          path: 'RehydrationType',
          as: { enum: { entire_past_session: 'ENTIRE_PAST_SESSION', from_segment: 'FROM_SEGMENT' } },
        },
        { key: 'source', path: 'SourceContactId', as: 'text' },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: `set persistent_contact {
  rehydration: from_segment
  source: $.Attributes.previousContactId
  on error -> next
}`,
  docStatus: 'admin guide + export',
  parameters: [
    {
      name: 'RehydrationType',
      required: 'yes',
      kind: 'enum',
      mode: 'static',
      values: ['ENTIRE_PAST_SESSION', 'FROM_SEGMENT', 'From Segment'],
      notes: 'the designer exports the words of its list',
    },
    { name: 'SourceContactId', required: 'yes', kind: 'string', mode: 'any' },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'admin guide' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'error_branch', chat: 'yes', task: 'error_branch', email: 'error_branch' },
  restrictions: ['chat only'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/create-persistent-contact-association-block.html',
  moreUrls: [],
  unconfirmed: ['parameters and errors rest on third-party exports, not on AWS pages'],
  doubts: ['parameters', 'errors'],
  confidence: 'low',
};

export default createPersistentContactAssociation;
