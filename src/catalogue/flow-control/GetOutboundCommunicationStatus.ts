import type { ActionEntry } from '../types.ts';

const getOutboundCommunicationStatus: ActionEntry = {
  type: 'GetOutboundCommunicationStatus',
  category: 'flow_control',
  block: { en: 'Get communication status', ja: 'コミュニケーションステータスの取得', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'get communication_status',
      entries: [{ key: 'of', path: 'OutboundCommunicationIds', as: { list: 'text', lone: true } }],
      control: { kind: 'plain' },
      branches: [{ word: 'error', error: 'NoMatchingError', need: 'optional' }],
    },
  ],
  example: 'get communication_status { of: $.OutboundCommunication.Latest.Id, on error -> next }',
  docStatus: 'admin guide shows examples',
  parameters: [{ name: 'OutboundCommunicationIds', required: 'yes', kind: 'list<string>', mode: 'unconfirmed' }],
  constraints: [],
  results: ['$.DeliveryReceipts.*'],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'unconfirmed', evidence: 'example of the admin guide' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: ['CAMPAIGN'],
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  restrictions: ['journey flows only', 'stands between Wait and Compare: after a communication was sent'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/create-campaigns-api-cli.html',
  moreUrls: [],
  unconfirmed: ['no page lists its parameters, conditions and errors'],
  doubts: ['parameters', 'conditions', 'errors'],
  confidence: 'low',
};

export default getOutboundCommunicationStatus;
