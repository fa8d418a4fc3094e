import { error, speechParameters } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const connectParticipantWithLexBot: ActionEntry = {
  type: 'ConnectParticipantWithLexBot',
  category: 'participant',
  block: { en: 'Get customer input (Amazon Lex)', ja: '顧客の入力を取得する (Amazon Lex)', jaStatus: 'part confirmed' },
  forms: [
    {
      phrase: 'bot',
      operands: [
        { path: 'LexV2Bot.AliasArn', as: { ref: 'bot' } },
        { path: '', as: 'speech', optional: true },
      ],
      entries: [
        { key: 'session', path: 'LexSessionAttributes', as: 'texts', braces: true },
        { key: 'initial_message', path: 'LexInitializationData.InitialMessage', as: 'text' },
        { key: 'timeout', path: 'LexTimeoutSeconds.Text', as: 'duration' },
      ],
      control: { kind: 'decision', mirror: 'NoMatchingError' },
      branches: [
        { word: 'timeout', error: 'InputTimeLimitExceeded', need: 'written' },
        { word: 'default', error: 'NoMatchingCondition', need: 'always' },
        error,
      ],
      cases: 'names',
    },
    {
      phrase: 'bot v1',
      operands: [
        { path: 'LexBot.Name', as: 'text' },
        { path: '', as: 'speech', optional: true },
      ],
      entries: [
        { key: 'region', path: 'LexBot.Region', as: 'text' },
        { key: 'alias', path: 'LexBot.Alias', as: 'text' },
        { key: 'session', path: 'LexSessionAttributes', as: 'texts', braces: true },
        { key: 'initial_message', path: 'LexInitializationData.InitialMessage', as: 'text' },
        { key: 'timeout', path: 'LexTimeoutSeconds.Text', as: 'duration' },
      ],
      control: { kind: 'decision', mirror: 'NoMatchingError' },
      branches: [
        { word: 'timeout', error: 'InputTimeLimitExceeded', need: 'written' },
        { word: 'default', error: 'NoMatchingCondition', need: 'always' },
        error,
      ],
      cases: 'names',
    },
  ],
  example: `bot Reception "ご用件をお話しください。" {
  session { "x-amz-lex:audio:start-timeout-ms:*:*": "5000" }
  on "Reservation" -> next
  on default, error -> disconnect
}`,
  docStatus: 'documented',
  parameters: [
    ...speechParameters,
    { name: 'LexV2Bot', required: 'cond', kind: 'object', mode: 'static', excl: 'bot' },
    {
      name: 'LexV2Bot.AliasArn',
      required: 'cond',
      kind: 'arn',
      mode: 'any',
      ref: 'lexv2-alias',
      guard: { path: 'LexV2Bot' },
    },
    { name: 'LexBot', required: 'cond', kind: 'object', mode: 'static', excl: 'bot', notes: 'Lex V1 (legacy)' },
    { name: 'LexBot.Name', required: 'cond', kind: 'string', mode: 'any', guard: { path: 'LexBot' } },
    { name: 'LexBot.Region', required: 'cond', kind: 'string', mode: 'any', guard: { path: 'LexBot' } },
    { name: 'LexBot.Alias', required: 'cond', kind: 'string', mode: 'any', guard: { path: 'LexBot' } },
    {
      name: 'LexSessionAttributes',
      required: 'no',
      kind: 'map<string,string>',
      mode: 'any',
      notes:
        'keys such as x-amz-lex:audio:start-timeout-ms, x-amz-lex:dtmf:max-length, x-amz-lex:q-in-connect:ai-agent-arn',
    },
    { name: 'LexInitializationData', required: 'no', kind: 'object', mode: 'static' },
    {
      name: 'LexInitializationData.InitialMessage',
      required: 'no',
      kind: 'string',
      mode: 'any',
      notes: 'chat only; docs once spelt LexInitilizationData',
    },
    { name: 'LexTimeoutSeconds', required: 'no', kind: 'object', mode: 'static' },
    {
      name: 'LexTimeoutSeconds.Text',
      required: 'no',
      kind: 'int-string',
      mode: 'any',
      min: 60,
      max: 604800,
      notes: 'chat timer; console 1 min to 7 days',
    },
  ],
  constraints: [
    { rule: 'exactlyOne', keys: ['LexV2Bot', 'LexBot'] },
    { rule: 'atMostOne', keys: ['PromptId', 'Text', 'SSML', 'Media'] },
    {
      rule: 'atLeastOne',
      keys: ['PromptId', 'Text', 'SSML', 'Media', 'LexInitializationData'],
      evidence: 'service message: At least one of [Text, SSML, PromptId, Media, LexInitializationData] must be set',
    },
  ],
  results: ['intent name', '$.Lex.* namespace'],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['<intent name>'],
    requiredOperands: [],
    operandKind: 'Lex intent name (static)',
    notes: 'sentiment/slot branches are separate Compare actions on $.Lex.*',
  },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
    { type: 'NoMatchingCondition', mandatory: 'yes', evidence: 'live' },
    {
      type: 'InputTimeLimitExceeded',
      mandatory: 'conditional',
      evidence: 'mixed',
      when: 'chat timer form; one field report says the service asked for all three errors; 49 of 56 flows seen carry only the other two',
    },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'yes', task: 'no', email: 'no' },
  restrictions: ['not in whisper or hold flows', 'Q-in-Connect bots leave by NoMatchingCondition (Default)'],
  errata: [
    'live service does not know BotAliasArn, ParticipantRole or SessionAttributes (seen refused)',
    'exports from V2 blocks carry Text " " when no prompt is wanted',
  ],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 56,
  sourceUrl:
    'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-connectparticipantwithlexbot.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default connectParticipantWithLexBot;
