import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const connectParticipantWithAgenticCX: ActionEntry = {
  type: 'ConnectParticipantWithAgenticCX',
  category: 'participant',
  block: { en: 'Agentic CX', ja: 'Agentic CX', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'agentic_cx',
      entries: [
        { key: 'workspace', path: 'AgentConfiguration.WorkspaceId', as: 'text' },
        { key: 'application', path: 'AgentConfiguration.ApplicationId', as: 'text' },
        { key: 'alias', path: 'AgentConfiguration.Alias', as: 'text' },
        { key: 'context', path: 'AgentConfiguration.ContextVariables', as: 'texts', braces: true },
        {
          key: 'speech_recognition',
          path: 'SpeechRecognitionConfiguration.SpeechRecognitionEngine',
          as: { enum: { agentic_voice: 'AMAZON_AGENTIC_VOICE' } },
        },
        { key: 'audio_filler', path: 'AudioFillerConfiguration', as: 'json', braces: true },
      ],
      control: { kind: 'plain' },
      branches: [
        { word: 'timeout', error: 'InputTimeLimitExceeded', need: 'always' },
        { word: 'default', error: 'NoMatchingCondition', need: 'always' },
        error,
      ],
      cases: 'names',
    },
  ],
  example: `agentic_cx {
  workspace: "example"
  application: "example"
  alias: "example"
  context { phone: $.CustomerEndpoint.Address }
  speech_recognition: agentic_voice
  on "Escalation" -> next
  on timeout, default, error -> disconnect
}`,
  docStatus: 'exports-only',
  parameters: [
    { name: 'AgentConfiguration', required: 'yes', kind: 'object', mode: 'static' },
    { name: 'AgentConfiguration.WorkspaceId', required: 'yes', kind: 'string', mode: 'unconfirmed' },
    { name: 'AgentConfiguration.ApplicationId', required: 'yes', kind: 'string', mode: 'unconfirmed' },
    { name: 'AgentConfiguration.Alias', required: 'yes', kind: 'string', mode: 'unconfirmed' },
    { name: 'AgentConfiguration.ContextVariables', required: 'no', kind: 'map<string,string>', mode: 'any' },
    { name: 'SpeechRecognitionConfiguration', required: 'no', kind: 'object', mode: 'static' },
    {
      name: 'SpeechRecognitionConfiguration.SpeechRecognitionEngine',
      required: 'no',
      kind: 'enum',
      mode: 'unconfirmed',
      values: ['AMAZON_AGENTIC_VOICE'],
    },
    {
      name: 'AudioFillerConfiguration',
      required: 'no',
      kind: 'object',
      mode: 'static',
      notes: 'numbers and booleans are JSON numbers and booleans here',
    },
    { name: 'AudioFillerConfiguration.Enabled', required: 'no', kind: 'bool', mode: 'static' },
    {
      name: 'AudioFillerConfiguration.AudioType',
      required: 'no',
      kind: 'enum',
      mode: 'unconfirmed',
      values: ['MELODY_CHIPPER_CHIME'],
    },
    { name: 'AudioFillerConfiguration.StartDelayInMilliseconds', required: 'no', kind: 'number', mode: 'static' },
    {
      name: 'AudioFillerConfiguration.MinimumPlayDurationInMilliseconds',
      required: 'no',
      kind: 'number',
      mode: 'static',
    },
    {
      name: 'AudioFillerConfiguration.ResponseDeliveryDelayInMilliseconds',
      required: 'no',
      kind: 'number',
      mode: 'static',
    },
  ],
  constraints: [],
  results: ['$.AgenticCX.ContextVariables.<name>'],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['Escalation'],
    requiredOperands: [],
    notes: 'block branches: Default (NextAction), Escalation, Error, Idle chat timeout',
  },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'live' },
    { type: 'NoMatchingCondition', mandatory: 'yes', evidence: 'live' },
    { type: 'InputTimeLimitExceeded', mandatory: 'yes', evidence: 'live' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: null,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'unconfirmed', chat: 'unconfirmed', task: 'unconfirmed', email: 'unconfirmed' },
  restrictions: [],
  errata: [
    'one project says that the service refuses the block without SpeechRecognitionConfiguration and AudioFillerConfiguration, another that they may be left out',
  ],
  liveChecked: [
    'aws-samples/sample-aicc-builder-for-amazon-connect-ai-agent (export built again by CreateContactFlow, 2026-09)',
  ],
  realFlowUsesSeen: 1,
  sourceUrl: '',
  moreUrls: [],
  unconfirmed: ['parameters rest on one console export; no AWS page publishes the type'],
  doubts: ['parameters'],
  confidence: 'low',
};

export default connectParticipantWithAgenticCX;
