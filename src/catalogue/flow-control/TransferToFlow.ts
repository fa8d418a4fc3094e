import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const transferToFlow: ActionEntry = {
  type: 'TransferToFlow',
  category: 'flow_control',
  block: { en: 'Transfer to flow', ja: 'フローへの転送', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'transfer to flow',
      operands: [{ path: 'ContactFlowId', as: { ref: 'flow' } }],
      control: { kind: 'leave', mirror: 'NoMatchingError' },
      branches: [error],
    },
  ],
  example: 'transfer to flow Reception { on error -> disconnect }',
  docStatus: 'documented',
  parameters: [{ name: 'ContactFlowId', required: 'yes', kind: 'id|arn', mode: 'single', ref: 'flow' }],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  flowTypesDisallowed: [
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
  ],
  flowTypesBlockPage: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: ['NextAction present in all 115 flows seen (same as the error target) although control never returns'],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 115,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-transfertoflow.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-flow.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default transferToFlow;
