import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updatePreviousContactParticipantState: ActionEntry = {
  type: 'UpdatePreviousContactParticipantState',
  category: 'contact',
  block: { en: 'Hold customer or agent', ja: '顧客またはエージェントの保留', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'hold agent',
      fixed: { PreviousContactParticipantState: 'AgentOnHold' },
      control: { kind: 'plain' },
      branches: [error],
    },
    {
      phrase: 'hold customer',
      fixed: { PreviousContactParticipantState: 'CustomerOnHold' },
      control: { kind: 'plain' },
      branches: [error],
    },
    {
      phrase: 'hold off',
      fixed: { PreviousContactParticipantState: 'OffHold' },
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'hold customer { on error -> next }',
  docStatus: 'documented',
  parameters: [
    {
      name: 'PreviousContactParticipantState',
      required: 'yes',
      kind: 'enum',
      mode: 'static',
      values: ['AgentOnHold', 'CustomerOnHold', 'OffHold'],
    },
  ],
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
  flowTypesBlockPage: ['CONTACT_FLOW', 'OUTBOUND_WHISPER', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: [],
  errata: [],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 8,
  sourceUrl:
    'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatepreviouscontactparticipantstate.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/hold-customer-agent.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updatePreviousContactParticipantState;
