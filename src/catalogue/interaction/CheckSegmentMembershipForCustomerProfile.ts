import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const checkSegmentMembershipForCustomerProfile: ActionEntry = {
  type: 'CheckSegmentMembershipForCustomerProfile',
  category: 'interaction',
  block: {
    en: 'Customer profiles (Check segment membership)',
    ja: 'Customer Profiles (セグメントの確認)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'check segment',
      operands: [{ path: 'ProfileRequestData.SegmentName', as: 'text' }],
      entries: [{ key: 'profile', path: 'ProfileRequestData.ProfileId', as: 'text' }],
      control: { kind: 'check', success: { equals: 'True' }, mirror: 'NoMatchingError' },
      branches: [{ word: 'outside', equals: 'False', need: 'always' }, error],
    },
  ],
  example: 'check segment "frequent-callers" { profile: $.Customer.ProfileId, on outside, error -> disconnect }',
  docStatus: 'exports-only',
  parameters: [
    { name: 'ProfileRequestData.ProfileId', required: 'yes', kind: 'string', mode: 'unconfirmed' },
    { name: 'ProfileRequestData.SegmentName', required: 'yes', kind: 'string', mode: 'unconfirmed', maxLen: 64 },
  ],
  constraints: [],
  results: ['True', 'False'],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['True', 'False'],
    requiredOperands: [],
  },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'one console export' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  restrictions: ['a segment name has at most 64 characters (GetSegmentMembership of Customer Profiles)'],
  errata: ['the page of journey flows calls the type CheckSegmentMembership'],
  liveChecked: [],
  realFlowUsesSeen: 1,
  sourceUrl: '',
  moreUrls: [],
  unconfirmed: ['everything rests on one console export; no AWS page publishes the type'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default checkSegmentMembershipForCustomerProfile;
