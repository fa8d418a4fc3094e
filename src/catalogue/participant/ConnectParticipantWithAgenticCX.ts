import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

/** The page lists engines and sounds by their names in the designer: there may be words that no export shows. */
const SOME_WORD = '[A-Z][A-Z0-9_]*';

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
  docStatus: 'admin guide block + console export',
  parameters: [
    { name: 'AgentConfiguration', required: 'yes', kind: 'object', mode: 'static' },
    { name: 'AgentConfiguration.WorkspaceId', required: 'yes', kind: 'string', mode: 'single' },
    { name: 'AgentConfiguration.ApplicationId', required: 'yes', kind: 'string', mode: 'single' },
    { name: 'AgentConfiguration.Alias', required: 'yes', kind: 'string', mode: 'single' },
    {
      name: 'AgentConfiguration.ContextVariables',
      required: 'no',
      kind: 'map<string,string>',
      mode: 'any',
      maxItems: 10,
    },
    { name: 'SpeechRecognitionConfiguration', required: 'no', kind: 'object', mode: 'static' },
    {
      name: 'SpeechRecognitionConfiguration.SpeechRecognitionEngine',
      required: 'no',
      kind: 'enum',
      mode: 'any',
      values: ['AMAZON_AGENTIC_VOICE'],
      orLike: SOME_WORD,
      notes: 'the block also offers Amazon Transcribe and speech to speech, whose words no source shows',
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
      mode: 'any',
      values: [
        'MELODY_CHIPPER_CHIME',
        'MELODY_CURIOUS_CRAWL',
        'MELODY_RISING_RIPPLE',
        'MELODY_PATIENT_PING',
        'MELODY_PONDERING_PONG',
        'TYPING_KINETIC_KEYS',
        'TYPING_QUIET_QWERTY',
      ],
      orLike: SOME_WORD,
      notes: 'the sounds that the block lists, in the words of AudioFillerSettings of Amazon Lex',
    },
    {
      name: 'AudioFillerConfiguration.StartDelayInMilliseconds',
      required: 'no',
      kind: 'number',
      mode: 'single',
      min: 500,
      max: 5000,
      maxBy: 'designer',
      default: 2500,
    },
    {
      name: 'AudioFillerConfiguration.MinimumPlayDurationInMilliseconds',
      required: 'no',
      kind: 'number',
      mode: 'single',
      min: 1000,
      max: 5000,
      maxBy: 'designer',
      default: 3000,
    },
    {
      name: 'AudioFillerConfiguration.ResponseDeliveryDelayInMilliseconds',
      required: 'no',
      kind: 'number',
      mode: 'single',
      min: 200,
      max: 1000,
      maxBy: 'designer',
      default: 500,
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
  flowTypesBlockPage: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  channels: { voice: 'yes', chat: 'yes', task: 'error_branch', email: 'error_branch' },
  restrictions: [
    'only in instances of Amazon Connect Customer, and in some Regions',
    'the audio filler is for voice, the idle timeout for chat',
  ],
  errata: [
    'one project says that the service refuses the block without SpeechRecognitionConfiguration and AudioFillerConfiguration, another that they may be left out',
  ],
  liveChecked: [
    'aws-samples/sample-aicc-builder-for-amazon-connect-ai-agent (export built again by CreateContactFlow, 2026-09)',
  ],
  realFlowUsesSeen: 1,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/agentic-cx-block.html',
  moreUrls: [
    'https://docs.aws.amazon.com/connect/latest/adminguide/block-support-by-channel.html',
    'https://docs.aws.amazon.com/lexv2/latest/APIReference/API_AudioFillerSettings.html',
  ],
  unconfirmed: [
    'names of the parameters rest on one console export; the page of the block names none, nor the type',
    'parameter of the idle timeout of chats',
  ],
  doubts: ['parameters'],
  confidence: 'low',
};

export default connectParticipantWithAgenticCX;
