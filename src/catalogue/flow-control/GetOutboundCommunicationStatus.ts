import { ofJourneys, optionalError } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const getOutboundCommunicationStatus: ActionEntry = {
  type: 'GetOutboundCommunicationStatus',
  category: 'flow_control',
  ...ofJourneys,
  block: { en: 'Get communication status', ja: 'コミュニケーションステータスの取得', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'get communication_status',
      entries: [{ key: 'of', path: 'OutboundCommunicationIds', as: { list: 'text', lone: true } }],
      control: { kind: 'plain' },
      branches: [optionalError],
    },
  ],
  example: 'get communication_status { of: $.OutboundCommunication.Latest.Id, on error -> next }',
  parameters: [{ name: 'OutboundCommunicationIds', required: 'yes', kind: 'list<string>', mode: 'unconfirmed' }],
  results: ['$.DeliveryReceipts.*'],
  restrictions: ['journey flows only', 'stands between Wait and Compare: after a communication was sent'],
};

export default getOutboundCommunicationStatus;
