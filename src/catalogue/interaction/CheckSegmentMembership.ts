import { optionalError } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const checkSegmentMembership: ActionEntry = {
  type: 'CheckSegmentMembership',
  category: 'interaction',
  block: {
    en: 'Customer profiles (Check segment membership)',
    ja: 'Customer Profiles (セグメントの確認)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'check segment_membership',
      control: { kind: 'plain' },
      branches: [optionalError],
    },
  ],
  example: 'check segment_membership { on error -> next }',
  docStatus: 'admin guide names the type',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'unconfirmed', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/journey-flow-block-customer-profiles.html',
  moreUrls: [],
  unconfirmed: ['parameters', 'conditions', 'errors', 'live create refused with empty parameters (2026-10)'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default checkSegmentMembership;
