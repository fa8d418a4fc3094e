import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const createWisdomSession: ActionEntry = {
  type: 'CreateWisdomSession',
  category: 'contact',
  block: {
    en: 'Connect assistant (Amazon Q in Connect)',
    ja: 'Connect アシスタント (Amazon Q in Connect)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'start assistant',
      operands: [{ path: 'WisdomAssistantArn', as: { ref: 'assistant' } }],
      entries: [{ key: 'agent', path: 'OrchestrationAIAgentConfiguration.AgentAssistanceAgentVersionArn', as: 'text' }],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: 'start assistant HelpDesk { on error -> next }',
  docStatus: 'documented',
  parameters: [
    { name: 'WisdomAssistantArn', required: 'yes', kind: 'arn', mode: 'any', ref: 'assistant' },
    {
      name: 'OrchestrationAIAgentConfiguration',
      required: 'no',
      kind: 'object',
      mode: 'unconfirmed',
      notes: 'newer console can pick an AI agent; key unconfirmed',
    },
    {
      name: 'OrchestrationAIAgentConfiguration.AgentAssistanceAgentVersionArn',
      required: 'no',
      kind: 'arn',
      mode: 'any',
      notes: 'of an orchestration agent; undocumented, in five public projects that deploy it (2026-11)',
    },
  ],
  constraints: [],
  results: ['$.Wisdom.SessionArn; the block also emits UpdateContactData.WisdomSessionArn'],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'unconfirmed', email: 'yes' },
  restrictions: ['on an outbound email it does nothing, and is charged'],
  errata: ['action page says voice only; block table: tasks take the error branch; page of the block: tasks work too'],
  liveChecked: [],
  realFlowUsesSeen: 10,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/createwisdomsession.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/connect-assistant-block.html'],
  unconfirmed: [],
  confidence: 'medium',
};

export default createWisdomSession;
