/** Every message of the judge, by the smallest document that gets it and nothing else; and the compiler's prediction. */
import { describe, expect, it } from 'vitest';
import { judgeContent, type ValidateOptions } from '../../src/connect/local/validate/index.ts';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';
import { act, ARN, condition, document, ID, judge, predicted, type Branches } from './documents.ts';

interface Case {
  readonly name: string;
  readonly content: Json;
  readonly type?: FlowType;
  readonly options?: Partial<ValidateOptions>;
  readonly problems: readonly string[];
  /** Codes of the errors that `flowc check` tells first; none where nobody can know without the instance. */
  readonly codes: readonly string[];
}

const ERROR: Branches = { next: 'end', errors: ['NoMatchingError'] };
const MENU = ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'];

function one(
  name: string,
  type: string,
  parameters: Json,
  branches: Branches,
  problems: readonly string[],
  codes: readonly string[],
  options?: Partial<ValidateOptions>,
): Case {
  const flowType = options?.type ?? 'CONTACT_FLOW';
  return {
    name,
    content: document([act(type, parameters, branches)], flowType),
    problems,
    codes,
    ...(options === undefined ? {} : { options }),
  };
}

const play = act('MessageParticipant', { Text: 'Hello' }, { next: 'end' });

const documents: readonly Case[] = [
  { name: 'no JSON', content: '{', problems: ['Invalid JSON'], codes: ['json/invalid'] },
  { name: 'no object', content: [], problems: ['Invalid JSON'], codes: ['json/not-a-flow'] },
  {
    name: 'no actions',
    content: { Version: '2019-10-30', StartAction: 'it' },
    problems: ['JSON field is missing or null for field name: actions'],
    codes: ['service/no-start'],
  },
  {
    name: 'no start',
    content: document([play], 'CONTACT_FLOW', { StartAction: null }),
    problems: ['JSON field is missing or null for field name: startAction'],
    codes: ['service/no-start'],
  },
  {
    name: 'a start that is no action',
    content: document([play], 'CONTACT_FLOW', { StartAction: 'hello' }),
    problems: ['Invalid property value. Path: StartAction'],
    codes: ['service/no-start'],
  },
  {
    name: 'no version',
    content: document([play], 'CONTACT_FLOW', { Version: null }),
    problems: ['JSON field is missing or null for field name: version'],
    codes: ['service/version'],
  },
  {
    name: 'another version',
    content: document([play], 'CONTACT_FLOW', { Version: '2025-01-01' }),
    problems: ['Invalid property value. Path: Version'],
    codes: ['service/version'],
  },
  {
    name: 'settings in a flow',
    content: document([play], 'CONTACT_FLOW', { Settings: {} }),
    problems: ['Invalid property name. Path: Settings'],
    codes: ['service/settings'],
  },
  {
    name: 'too many actions',
    content: document([play, ...Array.from({ length: 249 }, (_, i) => ({ ...play, Identifier: `it ${i}` }))]),
    problems: ['Number of actions exceeds the maximum of 250'],
    codes: ['service/size'],
  },
  {
    name: 'too many characters',
    content: document([act('MessageParticipant', { Text: 'a'.repeat(256_000) }, { next: 'end' })]),
    problems: ['Content exceeds the maximum length of 256000 characters'],
    codes: ['service/size'],
  },
  {
    name: 'something that is no action',
    content: document([play, 'end']),
    problems: ['Invalid Action property value. Path: Actions[1]'],
    codes: ['json/not-an-action'],
  },
  {
    name: 'no identifier',
    content: document([
      play,
      { Type: 'MessageParticipant', Parameters: { Text: 'Hello' }, Transitions: { NextAction: 'end' } },
    ]),
    problems: ['Action is missing required property. Path: Actions[1].Identifier'],
    codes: ['json/missing-identifier'],
  },
  {
    name: 'an identifier twice',
    content: document([play, play]),
    problems: ['Invalid Action property value. Path: Actions[1].Identifier'],
    codes: ['json/duplicate-identifier'],
  },
  ...['a:b', 'constructor', 'x'.repeat(51)].map((id) => ({
    name: `the identifier ${id}`,
    content: document([{ ...play, Identifier: id }], 'CONTACT_FLOW', { StartAction: id }),
    problems: ['Invalid Action property value. Path: Actions[0].Identifier'],
    codes: ['service/identifier'],
  })),
];

const actions: readonly Case[] = [
  one(
    'a type that does not exist',
    'UnTagContact',
    { TagKeys: ['a'] },
    ERROR,
    ['Invalid Action type. Type: UnTagContact, Path: Actions[0].Type'],
    ['service/invented-action'],
  ),
  {
    name: 'no type',
    content: document([{ Identifier: 'it', Parameters: {}, Transitions: {} }]),
    problems: ['Action is missing required property. Path: Actions[0].Type'],
    codes: ['service/wrong-member'],
  },
  ...(['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER', 'CUSTOMER_HOLD', 'AGENT_HOLD'] as const).map((type) =>
    one(
      `disconnect in ${type}`,
      'DisconnectParticipant',
      {},
      {},
      ['Invalid Action type. Type: DisconnectParticipant, Path: Actions[0].Type'],
      ['service/wrong-flow-type'],
      { type },
    ),
  ),
  one(
    'a parameter that does not exist',
    'Wait',
    { TimeLimitSeconds: '5', TimeoutSeconds: '5' },
    { ...ERROR, equals: ['WaitCompleted'] },
    ['Invalid Action property name. Path: Actions[0].Parameters.TimeoutSeconds'],
    ['service/unknown-parameter'],
  ),
  one(
    'a parameter that only the page has',
    'UpdateContactData',
    { Name: 'x', References: { a: { Type: 'URL', Value: 'b' } } },
    ERROR,
    ['Invalid Action property name. Path: Actions[0].Parameters.References'],
    ['service/unknown-parameter'],
  ),
  one(
    'a deep parameter that does not exist',
    'ConnectParticipantWithLexBot',
    { Text: ' ', LexV2Bot: { AliasArn: 'arn:aws:lex:us-west-2:000000000000:bot-alias/A/B', Alias: 'x' } },
    { next: 'end', errors: ['NoMatchingError', 'NoMatchingCondition'] },
    ['Invalid Action property name. Path: Actions[0].Parameters.LexV2Bot.Alias'],
    ['service/unknown-parameter'],
  ),
  one(
    'another word',
    'UpdateFlowLoggingBehavior',
    { FlowLoggingBehavior: 'On' },
    { next: 'end' },
    ['Invalid Action property value. Path: Actions[0].Parameters.FlowLoggingBehavior'],
    ['service/parameter-value'],
  ),
  one(
    'a number outside',
    'Loop',
    { LoopCount: '101' },
    { next: 'end', equals: ['ContinueLooping', 'DoneLooping'] },
    ['Invalid Action property value. Path: Actions[0].Parameters.LoopCount'],
    ['service/parameter-range'],
  ),
  one(
    'a JSON number outside',
    'Wait',
    { TimeLimitSeconds: 0 },
    { ...ERROR, equals: ['WaitCompleted'] },
    ['Invalid Action property value. Path: Actions[0].Parameters.TimeLimitSeconds'],
    ['service/parameter-range'],
  ),
  one(
    'no number',
    'Loop',
    { LoopCount: 'three' },
    { next: 'end', equals: ['ContinueLooping', 'DoneLooping'] },
    ['Invalid Action property value. Path: Actions[0].Parameters.LoopCount'],
    ['service/parameter-value'],
  ),
  one(
    'a path without a key',
    'Compare',
    { ComparisonValue: '$.External' },
    { next: 'end', errors: ['NoMatchingCondition'], equals: ['a'] },
    ['Invalid Action property value. Path: Actions[0].Parameters.ComparisonValue'],
    ['service/path-required'],
  ),
  one(
    'a path that begins with nothing known',
    'Compare',
    { ComparisonValue: '$.Answer.tier' },
    { next: 'end', errors: ['NoMatchingCondition'], equals: ['a'] },
    ['Invalid Action property value. Path: Actions[0].Parameters.ComparisonValue'],
    ['service/path-required'],
  ),
  one(
    'a literal where a path is due',
    'UpdateContactCallbackNumber',
    { CallbackNumber: '+81501234XXXX' },
    { next: 'end', errors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'] },
    ['Invalid Action property value. Path: Actions[0].Parameters.CallbackNumber'],
    ['service/path-required'],
  ),
  one(
    'an object in a text',
    'UpdateContactTargetQueue',
    { QueueId: { QueueId: ID } },
    ERROR,
    ['Invalid Action property value. Path: Actions[0].Parameters.QueueId'],
    ['service/parameter-type'],
  ),
  one(
    'a JSON boolean',
    'GetParticipantInput',
    { Text: 'Press', StoreInput: 'False', InputTimeLimitSeconds: '5', DTMFConfiguration: { DisableCancelKey: true } },
    { next: 'end', errors: MENU },
    ['Invalid Action type. Type: GetParticipantInput, Path: Actions[0].Type'],
    ['service/parameter-type'],
  ),
  one(
    'an empty text',
    'ShowView',
    { ViewResource: { Id: `${ARN}/view/${ID}:$LATEST` }, InvocationTimeLimitSeconds: '60', ViewData: { a: '' } },
    { next: 'end', errors: ['NoMatchingError', 'NoMatchingCondition', 'TimeLimitExceeded'] },
    ['Invalid Action property value. Path: 0.Parameter'],
    ['service/empty-value'],
  ),
  one(
    'an empty attribute',
    'UpdateContactAttributes',
    { Attributes: { a: '' } },
    ERROR,
    ['Empty value in Parameters.Attributes'],
    ['service/empty-value'],
  ),
  one(
    'the key of an attribute',
    'UpdateContactAttributes',
    { Attributes: { 'a.b': 'c' } },
    ERROR,
    ['Invalid Action property name. Path: Actions[0].Parameters.Attributes.a.b'],
    ['service/attribute-key'],
  ),
  one(
    'a parameter that is missing',
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'arn:aws:lambda:us-west-2:000000000000:function:F' },
    ERROR,
    ['Action is missing required property. Path: Actions[0].Parameters.InvocationTimeLimitSeconds'],
    ['service/missing-parameter'],
  ),
  one(
    'a parameter that is missing beside another',
    'GetParticipantInput',
    { Text: 'Number', StoreInput: 'True', InputTimeLimitSeconds: '5' },
    ERROR,
    ['Action is missing required property. Path: Actions[0].Parameters.InputValidation'],
    ['service/missing-parameter'],
  ),
  one(
    'a group that is missing',
    'UpdateContactRecordingBehavior',
    {},
    { next: 'end' },
    ['Action is missing required property. Path: Actions[0].Parameters.RecordingBehavior'],
    ['service/missing-parameter'],
  ),
  one(
    'an empty list',
    'UntagContact',
    { TagKeys: [] },
    ERROR,
    ['Invalid Action property value. Path: Actions[0].Parameters.TagKeys'],
    ['service/parameter-value'],
  ),
  one(
    'seven tags',
    'TagContact',
    { Tags: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`t${n}`, 'x'])) },
    ERROR,
    ['More than 6 tags in Parameters.Tags'],
    ['service/too-many-tags'],
  ),
  one(
    'two prompts',
    'MessageParticipant',
    { Text: 'a', SSML: '<speak>a</speak>' },
    { next: 'end' },
    ['Only one of these properties may be defined. Properties: [Text, SSML]'],
    ['service/exclusive-parameters'],
  ),
  one(
    'no prompt',
    'MessageParticipant',
    {},
    { next: 'end' },
    [
      'At least one of the following properties must be set. Properties: [Parameters.PromptId, Parameters.Text, Parameters.SSML, Parameters.Media]',
    ],
    ['service/missing-one-of'],
  ),
  one(
    'an empty prompt, which is none',
    'MessageParticipant',
    { Text: '' },
    { next: 'end' },
    [
      'At least one of the following properties must be set. Properties: [Parameters.PromptId, Parameters.Text, Parameters.SSML, Parameters.Media]',
    ],
    ['service/empty-value'],
  ),
  one(
    'an empty prompt beside another',
    'MessageParticipant',
    { Text: 'Hello', SSML: '' },
    { next: 'end' },
    ['Invalid Action property value. Path: 0.Parameter'],
    ['service/empty-value'],
  ),
  one(
    'text around the path of a comparison',
    'Compare',
    { ComparisonValue: 'from $.Attributes.x' },
    { next: 'end', errors: ['NoMatchingCondition'], equals: ['a'] },
    ['Invalid Action property value. Path: Actions[0].Parameters.ComparisonValue'],
    ['service/path-required'],
  ),
  one(
    'a level that is a JSON number outside',
    'UpdateContactRoutingCriteria',
    {
      RoutingCriteria: {
        Steps: [
          {
            Expression: {
              AttributeCondition: {
                Name: 'a',
                Value: 'b',
                ProficiencyLevel: 6,
                ComparisonOperator: 'NumberGreaterOrEqualTo',
              },
            },
          },
        ],
      },
    },
    ERROR,
    [
      'Invalid Action property value. Path: Actions[0].Parameters.RoutingCriteria.Steps[0].Expression.AttributeCondition.ProficiencyLevel',
    ],
    ['service/parameter-range'],
  ),
  one(
    'agents asked for with a text',
    'CheckMetricData',
    { MetricType: 'NumberOfAgentsAvailable' },
    { next: 'end', errors: ['NoMatchingError', 'NoMatchingCondition'], equals: ['0'] },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[0].Condition.Operands'],
    ['service/invalid-condition'],
  ),
  one(
    'a loop of prompts that is interrupted by another word',
    'MessageParticipantIteratively',
    { Messages: [{ Text: 'Hello' }], InterruptFrequencySeconds: '30' },
    { next: 'end', errors: ['NoMatchingError'], equals: ['MessagesInterrupted', 'Interrupted'] },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[1].Condition.Operands'],
    ['service/invalid-condition'],
    { type: 'CUSTOMER_QUEUE' },
  ),
  one(
    'one of three switches that stand together',
    'UpdateContactData',
    { IsVoiceIdStreamingEnabled: 'true' },
    ERROR,
    ['Action is missing required property. Path: Actions[0].Parameters.IsVoiceAuthenticationEnabled'],
    ['service/missing-parameter'],
  ),
  one(
    'a next that is no text',
    'MessageParticipant',
    { Text: 'Hello' },
    { next: 5 },
    ['Invalid Action property value. Path: Actions[0].Transitions.NextAction'],
    ['service/wrong-member'],
  ),
  one(
    'an end with an empty next',
    'DisconnectParticipant',
    {},
    { next: '' },
    ['Action does not support transitions. Path: Actions[0]'],
    ['service/no-branches-allowed'],
  ),
  one(
    'a bot that says nothing',
    'ConnectParticipantWithLexBot',
    { LexV2Bot: { AliasArn: 'arn:aws:lex:us-west-2:000000000000:bot-alias/A/B' } },
    { next: 'end', errors: ['NoMatchingError', 'NoMatchingCondition'] },
    ['At least one of [Text, SSML, PromptId, Media, LexInitializationData] must be set'],
    ['service/missing-one-of'],
  ),
  one(
    'no bot',
    'ConnectParticipantWithLexBot',
    { Text: ' ' },
    { next: 'end', errors: ['NoMatchingError', 'NoMatchingCondition'] },
    ['Action is missing required property. Path: Actions[0].Parameters.LexBot'],
    ['service/missing-one-of'],
  ),
  one(
    'nothing to record',
    'UpdateContactRecordingAndAnalyticsBehavior',
    {},
    { next: 'end', errors: ['NoMatchingError', 'ChannelMismatch'] },
    ['Invalid Action property value. Path: Actions[0].Parameters'],
    ['service/missing-one-of'],
  ),
  one(
    'redaction in Japanese',
    'UpdateContactRecordingBehavior',
    {
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
      AnalyticsBehavior: {
        Enabled: 'True',
        AnalyticsLanguage: 'ja-JP',
        AnalyticsRedactionBehavior: 'Enabled',
        AnalyticsRedactionResults: 'RedactedOnly',
      },
    },
    { next: 'end' },
    ['Action is missing required property. Path: Actions[0].Parameters.AnalyticsBehavior.AnalyticsLanguage'],
    ['service/redaction-language'],
  ),
];

const hours = (branches: Branches) => act('CheckHoursOfOperation', {}, { ...ERROR, ...branches });

const transitions: readonly Case[] = [
  one(
    'no NextAction',
    'MessageParticipant',
    { Text: 'a' },
    {},
    ['Action is missing required property. Path: Actions[0].Transitions.NextAction'],
    ['service/missing-next'],
  ),
  one(
    'a NextAction to nowhere',
    'MessageParticipant',
    { Text: 'a' },
    { next: 'away' },
    ['Invalid Action property value. Path: Actions[0].Transitions.NextAction'],
    ['service/dangling-target'],
  ),
  one(
    'an empty NextAction',
    'MessageParticipant',
    { Text: 'a' },
    { next: '' },
    ['Invalid Action property value. Path: Actions[0].Transitions.NextAction'],
    ['service/empty-target'],
  ),
  {
    name: 'an error to nowhere',
    content: document([
      { ...play, Transitions: { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'away' }] } },
    ]),
    problems: ['Invalid Action property value. Path: Actions[0].Transitions.Errors[0].NextAction'],
    codes: ['service/dangling-target'],
  },
  {
    name: 'a condition to nowhere',
    content: document([hours({ conditions: [condition('Equals', 'True'), condition('Equals', 'False', 'away')] })]),
    problems: ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[1].NextAction'],
    codes: ['service/dangling-target'],
  },
  one(
    'an error that is missing',
    'TransferContactToQueue',
    {},
    ERROR,
    ['Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]'],
    ['service/missing-error'],
  ),
  one(
    'an error that is missing beside a parameter',
    'TransferParticipantToThirdParty',
    {
      ThirdPartyPhoneNumber: '+81501234XXXX',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'True',
    },
    { next: 'end', errors: ['NoMatchingError', 'CallFailed'] },
    ['Action is missing required error. Error: ConnectionTimeLimitExceeded, Path: Actions[0]'],
    ['service/missing-error'],
  ),
  one(
    'an error that it does not have',
    'UpdateFlowLoggingBehavior',
    { FlowLoggingBehavior: 'Enabled' },
    ERROR,
    ['Invalid Action error. Error: NoMatchingError, Path: Actions[0]'],
    ['service/refused-error'],
  ),
  one(
    'an error that it has elsewhere',
    'TransferParticipantToThirdParty',
    {
      ThirdPartyPhoneNumber: '+81501234XXXX',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'True',
    },
    { next: 'end', errors: ['NoMatchingError', 'CallFailed'] },
    ['Invalid Action error. Error: CallFailed, Path: Actions[0]'],
    ['service/refused-error'],
    { type: 'AGENT_TRANSFER' },
  ),
  one(
    'transitions at an end',
    'DisconnectParticipant',
    {},
    { next: 'end' },
    ['Action does not support transitions. Path: Actions[0]'],
    ['service/no-branches-allowed'],
  ),
  one(
    'conditions where nothing is decided',
    'MessageParticipant',
    { Text: 'a' },
    { next: 'end', equals: ['x'] },
    ['Action does not support conditions. Path: Actions[0]'],
    ['service/conditions-not-supported'],
  ),
  one(
    'no condition for closed',
    'CheckHoursOfOperation',
    {},
    { ...ERROR, equals: ['True'] },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions'],
    ['service/missing-condition'],
  ),
  one(
    'an answer that there is not',
    'Loop',
    { LoopCount: '2' },
    { next: 'end', equals: ['ContinueLooping', 'DoneLooping', 'Maybe'] },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[2].Condition.Operands'],
    ['service/invalid-condition'],
  ),
  one(
    'an operator that there is not',
    'Compare',
    { ComparisonValue: '$.Attributes.a' },
    { next: 'end', errors: ['NoMatchingCondition'], conditions: [condition('Contains', 'a')] },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[0].Condition.Operator'],
    ['service/invalid-condition'],
  ),
  one(
    'two operands',
    'Compare',
    { ComparisonValue: '$.Attributes.a' },
    {
      next: 'end',
      errors: ['NoMatchingCondition'],
      conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['a', 'b'] } }],
    },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[0].Condition.Operands'],
    ['service/invalid-condition'],
  ),
  one(
    'an empty operand',
    'Compare',
    { ComparisonValue: '$.Attributes.a' },
    { next: 'end', errors: ['NoMatchingCondition'], equals: [''] },
    ['Invalid branch. Path: 0.Evaluate'],
    ['service/invalid-condition'],
  ),
  one(
    'more agents than none',
    'CheckMetricData',
    { MetricType: 'NumberOfAgentsAvailable' },
    {
      next: 'end',
      errors: ['NoMatchingError', 'NoMatchingCondition'],
      conditions: [condition('NumberGreaterThan', '3')],
    },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[0].Condition.Operands'],
    ['service/invalid-condition'],
  ),
  one(
    'a key of two digits',
    'GetParticipantInput',
    { Text: 'Press', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    { next: 'end', errors: MENU, equals: ['12'] },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[0].Condition.Operands'],
    ['service/invalid-condition'],
  ),
  one(
    'shares that do not rise',
    'DistributeByPercentage',
    {},
    {
      next: 'end',
      errors: ['NoMatchingCondition'],
      conditions: [condition('NumberLessThan', '51'), condition('NumberLessThan', '31')],
    },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[1].Condition.Operands'],
    ['service/percentages'],
  ),
  {
    name: 'a wait within a wait',
    content: document([
      act(
        'Wait',
        { TimeLimitSeconds: '60', ContinueExecution: 'True', MinimumWaitTimeSeconds: '5' },
        { ...ERROR, conditions: [condition('Equals', 'WaitCompleted'), condition('Equals', 'Continue', 'inner')] },
      ),
      { ...act('Wait', { TimeLimitSeconds: '60' }, { ...ERROR, equals: ['WaitCompleted'] }), Identifier: 'inner' },
    ]),
    problems: ["Unsupported Action In Wait Action's Continue Branch"],
    codes: ['service/wait-in-continue-branch'],
  },
];

const nothing = { known: () => false };

const references: readonly Case[] = [
  one(
    'a queue by name',
    'UpdateContactTargetQueue',
    { QueueId: 'Sales' },
    ERROR,
    ['Failed to convert id: Sales'],
    ['service/not-an-id'],
  ),
  one(
    'hours by name',
    'CheckHoursOfOperation',
    { HoursOfOperationId: 'Basic Hours' },
    { ...ERROR, equals: ['True', 'False'] },
    ['Not a supported id format'],
    ['service/not-an-id'],
  ),
  one(
    'a queue that is not there',
    'UpdateContactTargetQueue',
    { QueueId: `${ARN}/queue/${ID}` },
    ERROR,
    [`Failed to convert id: ${ARN}/queue/${ID}`],
    [],
    nothing,
  ),
  one(
    'a flow that is not there',
    'UpdateContactEventHooks',
    { EventHooks: { AgentWhisper: ID } },
    ERROR,
    [`Failed to convert id: ${ID}`],
    [],
    nothing,
  ),
  one(
    'a caller id that is not there',
    'CreateCallbackContact',
    {
      InitialCallDelaySeconds: '5',
      MaximumConnectionAttempts: '1',
      RetryDelaySeconds: '60',
      CallerId: '+81501234XXXX',
    },
    ERROR,
    ['Failed to convert id: +81501234XXXX'],
    [],
    nothing,
  ),
];

const contract = JSON.stringify({
  input: { schema: { type: 'object', properties: { phone: { type: 'string' }, tries: { type: 'number' } } } },
  resultData: { schema: { type: 'object', properties: { tier: { type: 'string' } } } },
  transitions: { results: [{ name: 'verified', description: '' }] },
});
const inModule = { type: 'MODULE' as const, moduleSettings: contract };
const calls = { settingsOf: () => contract };
const CALL: Branches = { next: 'end', errors: ['NoMatchingError', 'NoMatchingCondition'] };

const contracts: readonly Case[] = [
  one(
    'a branch that the module does not have',
    'EndFlowModuleExecution',
    { Result: 'Success' },
    {},
    ['Invalid Action property value. Path: Actions[0].Parameters.Result'],
    [],
    inModule,
  ),
  one(
    'a result that the module does not have',
    'EndFlowModuleExecution',
    { ResultData: { x: 'y' } },
    {},
    ['Invalid Action property name. Path: Actions[0].Parameters.ResultData.x'],
    [],
    inModule,
  ),
  one(
    'any result where none is declared',
    'EndFlowModuleExecution',
    { ResultData: { x: 'y' } },
    {},
    ['Invalid Action property name. Path: Actions[0].Parameters.ResultData'],
    [],
    { type: 'MODULE', moduleSettings: '{}' },
  ),
  one(
    'an input that the module does not have',
    'InvokeFlowModule',
    { FlowModuleId: ID, Input: { mail: 'x' } },
    CALL,
    ['Invalid Action property name. Path: Actions[0].Parameters.Input.mail'],
    [],
    calls,
  ),
  one(
    'a text where the module wants a number',
    'InvokeFlowModule',
    { FlowModuleId: ID, Input: { tries: '3' } },
    CALL,
    ['Invalid Action property value. Path: Actions[0].Parameters.Input.tries'],
    [],
    calls,
  ),
  one(
    'a branch that the called module does not have',
    'InvokeFlowModule',
    { FlowModuleId: ID },
    { ...CALL, equals: ['failed'] },
    ['Invalid Action property value. Path: Actions[0].Transitions.Conditions[0].Condition.Operands'],
    [],
    calls,
  ),
];

describe.each([
  ['the document', documents],
  ['actions', actions],
  ['transitions', transitions],
  ['references', references],
  ['contracts of modules', contracts],
] as const)('%s', (_, cases) => {
  it.each(cases)('$name', ({ content, options, problems, codes }) => {
    expect(judge(content, options)).toEqual(problems);
    expect(predicted(content)).toEqual(codes);
  });
});

describe('modules', () => {
  const module = document([act('MessageParticipant', { Text: 'a' }, { next: 'end' })], 'MODULE');

  it('are published with Settings', () => {
    expect(judge(module, { type: 'MODULE', moduleSettings: '{}' })).toEqual([]);
  });

  it('are unreadable without Settings: another exception than that of flows', () => {
    const { Settings: _, ...without } = module as { Settings: Json } & JsonObject;
    const verdict = judgeContent(JSON.stringify(without), { type: 'MODULE', known: () => true });
    expect(verdict).toEqual({
      is: 'unreadable',
      message: 'JSON field is missing or null for field name: settings',
    });
    expect(predicted(without)).toEqual(['service/settings']);
  });

  it('may hold any block', () => {
    const parts = document([act('CompleteOutboundCall', {}, { next: 'end' })], 'MODULE');
    expect(judge(parts, { type: 'MODULE' })).toEqual([]);
  });

  it('return what they declare', () => {
    const parameters = { Result: 'verified', ResultData: { tier: '$.Attributes.tier' } };
    expect(judge(document([act('EndFlowModuleExecution', parameters)], 'MODULE'), inModule)).toEqual([]);
  });

  it('are called with what they declare', () => {
    const call = act(
      'InvokeFlowModule',
      { FlowModuleId: `${ID}:$LATEST`, Input: { phone: '$.CustomerEndpoint.Address', tries: 3 } },
      { ...CALL, equals: ['verified'] },
    );
    expect(judge(document([call]), calls)).toEqual([]);
  });
});

describe('odd and legal', () => {
  const menu = { next: 'end', errors: MENU };
  const pressed = { Text: 'Press', InputTimeLimitSeconds: '5', StoreInput: 'False' };
  const call = {
    ThirdPartyPhoneNumber: '$.Attributes.to',
    ThirdPartyConnectionTimeLimitSeconds: '30',
    ContinueFlowExecution: 'true',
  };
  const legal: readonly (readonly [name: string, type: string, parameters: Json, branches: Branches])[] = [
    [
      'a comparison that asks whether there is a value',
      'Compare',
      { ComparisonValue: '$.Attributes.x' },
      {
        next: 'end',
        errors: ['NoMatchingCondition'],
        conditions: [{ NextAction: 'end', Condition: { Operator: 'KeyExists', Operands: [] } }],
      },
    ],
    [
      'more time for the first key than the designer offers',
      'GetParticipantInput',
      { ...pressed, InputTimeLimitSeconds: '181' },
      menu,
    ],
    ['a switch in other capitals', 'GetParticipantInput', { ...pressed, StoreInput: 'FALSE' }, menu],
    [
      'the buffer of keys cleared, and what it held stored without a rule for it',
      'GetParticipantInput',
      { EnableDTMFBuffer: 'False', StoreInput: 'True', InputEncryption: { EncryptionKeyId: 'a', Key: 'b' } },
      { next: 'end', errors: ['NoMatchingError'] },
    ],
    ...['LATEST', '$.Attributes.version', { DataTable: 'LATEST' }].map(
      (LockVersion): readonly [string, string, Json, Branches] => [
        `a table written with the lock ${JSON.stringify(LockVersion)}`,
        'UpsertDataTableValues',
        {
          DataTableId: ID,
          LockVersion,
          DataTableUpsertAttributes: [
            {
              PrimaryKeyGroupName: 'a',
              PrimaryValues: [{ Name: 'k', Value: 'v' }],
              Attributes: [{ Name: 'x', Value: 'y' }],
            },
          ],
        },
        { next: 'end', errors: ['NoMatchingError'] },
      ],
    ),
    [
      'a proficiency between two levels',
      'UpdateContactRoutingCriteria',
      {
        RoutingCriteria: {
          Steps: [
            {
              Expression: {
                AttributeCondition: {
                  Name: 'language',
                  Value: 'en',
                  ComparisonOperator: 'Range',
                  Range: { MinProficiencyLevel: 2, MaxProficiencyLevel: 4 },
                },
              },
            },
          ],
        },
      },
      { next: 'end', errors: ['NoMatchingError'] },
    ],
    [
      'steps of routing that the contact brings along',
      'UpdateContactRoutingCriteria',
      { RoutingCriteria: { Steps: '$.External.steps' } },
      { next: 'end', errors: ['NoMatchingError'] },
    ],
    [
      'a call that goes on, in other capitals',
      'TransferParticipantToThirdParty',
      call,
      { next: 'end', errors: ['NoMatchingError', 'CallFailed', 'ConnectionTimeLimitExceeded'] },
    ],
    [
      'any engine and any style of a voice',
      'UpdateContactTextToSpeechVoice',
      { TextToSpeechVoice: 'Kazuha', TextToSpeechEngine: 'Robot', TextToSpeechStyle: 'Loud' },
      { next: 'end' },
    ],
  ];

  it.each(legal)('%s', (_, type, parameters, branches) => {
    const content = document([act(type, parameters, branches)]);
    expect(judge(content)).toEqual([]);
    expect(predicted(content)).toEqual([]);
  });
});

describe('references', () => {
  const asked = (type: string, parameters: Json, branches: Branches): readonly string[] => {
    const found: string[] = [];
    const known = (kind: string, value: string) => found.push(`${kind} ${value}`) > 0;
    expect(judge(document([act(type, parameters, branches)]), { known })).toEqual([]);
    return found;
  };

  it('are asked for by kind, without version or alias', () => {
    expect(asked('TransferToFlow', { ContactFlowId: `${ARN}/contact-flow/${ID}` }, ERROR)).toEqual([
      `flow ${ARN}/contact-flow/${ID}`,
    ]);
    expect(asked('InvokeFlowModule', { FlowModuleId: `${ARN}/flow-module/${ID}:$LATEST` }, CALL)).toEqual([
      `module ${ARN}/flow-module/${ID}`,
    ]);
    expect(asked('InvokeFlowModule', { FlowModuleId: `${ID}:live` }, CALL)).toEqual([`module ${ID}`]);
    const lambda = 'arn:aws:lambda:us-west-2:000000000000:function:F:live';
    const parameters = { LambdaFunctionARN: lambda, InvocationTimeLimitSeconds: '3' };
    expect(asked('InvokeLambdaFunction', parameters, ERROR)).toEqual([`lambda ${lambda}`]);
  });

  it('that the contact decides, and views that AWS makes, are not asked for', () => {
    expect(asked('UpdateContactTargetQueue', { QueueId: '$.Attributes.queue' }, ERROR)).toEqual([]);
    const view = 'arn:aws:connect:us-west-2:aws:view/form:1';
    expect(
      asked(
        'ShowView',
        { ViewResource: { Id: view }, InvocationTimeLimitSeconds: '60', ViewData: {} },
        { next: 'end', errors: ['NoMatchingError', 'NoMatchingCondition', 'TimeLimitExceeded'] },
      ),
    ).toEqual([]);
  });
});

describe('what is said of much', () => {
  it('is 50 problems at most, of 256 characters at most', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ Identifier: `${i}`, Type: 'x'.repeat(300) }));
    const problems = judge(document(many, 'CONTACT_FLOW', { StartAction: '0' }));
    expect(problems).toHaveLength(50);
    expect(Math.max(...problems.map(({ length }) => length))).toBe(256);
  });
});
