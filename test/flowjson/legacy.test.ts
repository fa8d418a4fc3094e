import { describe, expect, it } from 'vitest';
import type { FlowAction } from '../../src/graph/flow-graph.ts';
import { read, readGraph } from './make.ts';

interface Old {
  readonly type: string;
  readonly target?: string;
  readonly parameters?: readonly unknown[];
  readonly branches?: readonly unknown[];
  readonly metadata?: unknown;
}

const p = (name: string, value: unknown, more: object = {}) => ({ name, value, ...more });
const b = (condition: string, transition: string, more: object = {}) => ({ condition, transition, ...more });
const evaluate = (conditionType: string, conditionValue: unknown, transition: string) =>
  b('Evaluate', transition, { conditionType, conditionValue });

function document(...modules: readonly Old[]) {
  return {
    modules: modules.map((module, i) => ({
      id: `m${i}`,
      parameters: [],
      branches: [],
      metadata: { position: { x: i, y: 0 } },
      ...module,
    })),
    version: '1',
    type: 'contactFlow',
    start: 'm0',
    metadata: {
      name: 'Old',
      description: null,
      type: 'contactFlow',
      entryPointPosition: { x: 1, y: 1 },
      status: 'published',
      hash: 'x',
    },
  };
}

/** What a block became, without what says nothing. */
function becomes(module: Old): unknown {
  const [action] = readGraph(document(module)).actions;
  return action === undefined ? undefined : brief(action);
}

function brief({ type, parameters, next, errors, conditions, display }: FlowAction): unknown {
  return {
    type,
    parameters,
    ...(next === undefined ? {} : { next }),
    ...(errors.length === 0 ? {} : { errors: errors.map((e) => `${e.type} -> ${e.target}`) }),
    ...(conditions.length === 0
      ? {}
      : { conditions: conditions.map((c) => `${c.operator} ${c.operands.map(String).join(' ')} -> ${c.target}`) }),
    ...(display === undefined ? {} : { display }),
  };
}

const done = [b('Success', 'ok'), b('Error', 'bad')];
const failed = { next: 'ok', errors: ['NoMatchingError -> bad'] };

describe('an old export', () => {
  it('is a flow with name, type and start', () => {
    expect(readGraph(document({ type: 'Disconnect' }))).toMatchObject({
      name: 'Old',
      description: undefined,
      type: 'CONTACT_FLOW',
      start: 'm0',
      top: { Version: '2019-10-30' },
      actions: [{ id: 'm0', label: undefined, position: { x: 0, y: 0 } }],
    });
  });

  it('may be odd', () => {
    const { graph, diagnostics } = read({
      modules: [
        { id: 'a', type: 'Disconnect' },
        { id: 'a', type: 'Resume', branches: 'x', parameters: {} },
        { type: 5 },
        null,
      ],
      start: 3,
    });
    expect(graph?.actions.map(({ id, type }) => [id, type])).toEqual([
      ['a', 'DisconnectParticipant'],
      ['a 2', 'EndFlowExecution'],
      ['#3', ''],
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'json/duplicate-identifier',
      'json/missing-identifier',
      'json/unknown-module',
      'json/not-an-action',
    ]);
    expect(graph?.start).toBeUndefined();
  });

  it('has places of its blocks', () => {
    const text = JSON.stringify(document({ type: 'Disconnect' }, { type: 'Resume' }));
    const place = readGraph(text, { places: true }).actions[1]?.origin?.place;
    expect(text.slice(place?.span.start, place?.span.end)).toBe('"m1"');
  });
});

describe('a block of an old export', () => {
  const tts = p('TextToSpeechType', 'text');
  const arn = 'arn:aws:connect:eu-west-1:000000000000:instance/i/queue/q';
  // One block a line: what it was, what it is.
  // prettier-ignore
  const cases: [what: string, old: Old, today: unknown][] = [
    ['says a text', { type: 'PlayPrompt', parameters: [p('Text', 'Hi', { namespace: null }), tts], branches: done }, { type: 'MessageParticipant', parameters: { Text: 'Hi' }, ...failed }],
    ['says SSML', { type: 'PlayPrompt', parameters: [p('Text', '<speak/>'), p('TextToSpeechType', 'ssml')], branches: [b('Success', 'ok')] }, { type: 'MessageParticipant', parameters: { SSML: '<speak/>' }, next: 'ok' }],
    ['plays a prompt known by name only', { type: 'PlayPrompt', parameters: [{ name: 'AudioPrompt', namespace: null, resourceName: 'Beep.wav' }], branches: done }, { type: 'MessageParticipant', parameters: { PromptId: '' }, ...failed, display: { PromptId: 'Beep.wav' } }],
    ['says an attribute', { type: 'PlayPrompt', parameters: [p('Text', 'Queue.Name', { namespace: 'System' }), tts], branches: done }, { type: 'MessageParticipant', parameters: { Text: '$.Queue.Name' }, ...failed }],
    ['sets attributes', { type: 'SetAttributes', parameters: [p('Attribute', 'x', { key: 'a', namespace: null }), p('Attribute', 'b c', { key: 'd', namespace: 'User Defined' }), p('Attribute', 'Stored customer input', { key: 'e', namespace: 'System' })], branches: done }, { type: 'UpdateContactAttributes', parameters: { Attributes: { a: 'x', d: "$.Attributes['b c']", e: '$.StoredCustomerInput' } }, ...failed }],
    ['disconnects', { type: 'Disconnect' }, { type: 'DisconnectParticipant', parameters: {} }],
    ['resumes', { type: 'Resume' }, { type: 'EndFlowExecution', parameters: {} }],
    ['transfers to the queue', { type: 'Transfer', target: 'Queue', branches: [b('AtCapacity', 'full'), b('Error', 'bad')] }, { type: 'TransferContactToQueue', parameters: {}, next: 'bad', errors: ['QueueAtCapacity -> full', 'NoMatchingError -> bad'] }],
    ['transfers out of a queue', { type: 'Transfer', target: 'Queue', parameters: [p('Queue', arn)], branches: [b('AtCapacity', 'full'), b('Error', 'bad')] }, { type: 'DequeueContactAndTransferToQueue', parameters: { QueueId: arn }, next: 'bad', errors: ['QueueAtCapacity -> full', 'NoMatchingError -> bad'] }],
    ['transfers to a flow', { type: 'Transfer', target: 'Flow', parameters: [p('ContactFlowId', 'arn:f', { resourceName: 'Other' })], branches: [b('Error', 'bad')] }, { type: 'TransferToFlow', parameters: { ContactFlowId: 'arn:f' }, next: 'bad', errors: ['NoMatchingError -> bad'], display: { ContactFlowId: 'Other' } }],
    ['transfers to a number and goes on', { type: 'Transfer', target: 'PhoneNumber', parameters: [p('TimeLimit', '15'), p('BlindTransfer', false), p('PhoneNumber', 'Callback', { namespace: 'External' })], branches: [b('Success', 'ok'), b('CallFailure', 'no'), b('Timeout', 'late'), b('Error', 'bad')] }, { type: 'TransferParticipantToThirdParty', parameters: { ThirdPartyPhoneNumber: '$.External.Callback', ThirdPartyConnectionTimeLimitSeconds: '15', ContinueFlowExecution: 'True' }, next: 'ok', errors: ['CallFailed -> no', 'ConnectionTimeLimitExceeded -> late', 'NoMatchingError -> bad'] }],
    ['transfers to a number for good', { type: 'Transfer', target: 'PhoneNumber', parameters: [p('TimeLimit', '15'), p('BlindTransfer', true), p('PhoneNumber', '+81501234XXXX')], branches: [b('Error', 'bad')] }, { type: 'TransferParticipantToThirdParty', parameters: { ThirdPartyPhoneNumber: '+81501234XXXX', ThirdPartyConnectionTimeLimitSeconds: '15', ContinueFlowExecution: 'False' }, next: 'bad', errors: ['NoMatchingError -> bad'] }],
    ['invokes a function', { type: 'InvokeExternalResource', target: 'Lambda', parameters: [p('FunctionArn', 'arn:l', { namespace: null }), p('TimeLimit', '3'), p('Parameter', 'v', { key: 'k', namespace: null }), p('Parameter', 'Customer Number', { key: 'n', namespace: 'System' })], branches: done }, { type: 'InvokeLambdaFunction', parameters: { LambdaFunctionARN: 'arn:l', InvocationTimeLimitSeconds: '3', LambdaInvocationAttributes: { k: 'v', n: '$.CustomerEndpoint.Address' } }, ...failed }],
    ['compares an attribute', { type: 'CheckAttribute', parameters: [p('Attribute', 'tier'), p('Namespace', 'User Defined')], branches: [evaluate('Equals', 'gold', 'a'), evaluate('GreaterThanOrEqualTo', 5, 'b'), evaluate('Contains', 'x', 'c'), evaluate('StartsWith', 'y', 'd'), b('NoMatch', 'z')] }, { type: 'Compare', parameters: { ComparisonValue: '$.Attributes.tier' }, next: 'z', errors: ['NoMatchingCondition -> z'], conditions: ['Equals gold -> a', 'NumberGreaterOrEqualTo 5 -> b', 'TextContains x -> c', 'TextStartsWith y -> d'] }],
    ['sets a queue', { type: 'SetQueue', parameters: [p('Queue', '', { namespace: null, resourceName: 'BasicQueue' })], branches: done }, { type: 'UpdateContactTargetQueue', parameters: { QueueId: '' }, ...failed, display: { QueueId: 'BasicQueue' } }],
    ['sets an agent queue', { type: 'SetQueue', parameters: [p('Agent', 'id', { namespace: 'Lex.Slots', resourceName: null })], branches: done }, { type: 'UpdateContactTargetQueue', parameters: { AgentId: '$.Lex.Slots.id' }, ...failed }],
    ['logs', { type: 'SetLoggingBehavior', parameters: [p('LoggingBehavior', 'Enable')], branches: [b('Success', 'ok')] }, { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' }, next: 'ok' }],
    ['is a menu', { type: 'GetUserInput', target: 'Digits', parameters: [p('Text', 'Press 1'), tts, p('Timeout', '5'), p('MaxDigits', '1')], branches: [evaluate('Equals', '1', 'one'), b('Timeout', 'late'), b('NoMatch', 'no'), b('Error', 'bad')] }, { type: 'GetParticipantInput', parameters: { Text: 'Press 1', InputTimeLimitSeconds: '5', StoreInput: 'False' }, next: 'no', errors: ['InputTimeLimitExceeded -> late', 'NoMatchingCondition -> no', 'NoMatchingError -> bad'], conditions: ['Equals 1 -> one'] }],
    ['is a bot', { type: 'GetUserInput', target: 'Lex', parameters: [p('Text', ' '), tts, p('BotAliasArn', 'arn:b'), p('LexVersion', 'V2')], branches: [evaluate('Equals', 'Pay', 'pay'), b('NoMatch', 'no'), b('Error', 'bad')] }, { type: 'ConnectParticipantWithLexBot', parameters: { Text: ' ', LexV2Bot: { AliasArn: 'arn:b' } }, next: 'no', errors: ['NoMatchingCondition -> no', 'NoMatchingError -> bad'], conditions: ['Equals Pay -> pay'] }],
    ['is an older bot', { type: 'GetUserInput', target: 'Lex', parameters: [p('Text', 'x'), tts, p('BotName', 'B'), p('BotAlias', 'prod')], branches: [b('NoMatch', 'no'), b('Error', 'bad')] }, { type: 'ConnectParticipantWithLexBot', parameters: { Text: 'x', LexBot: { Name: 'B', Alias: 'prod' } }, next: 'no', errors: ['NoMatchingCondition -> no', 'NoMatchingError -> bad'] }],
    ['gives a bot what it should know', { type: 'GetUserInput', target: 'Lex', parameters: [p('Text', 'x'), tts, p('BotAliasArn', 'arn:b'), p('Parameter', 'true', { key: 'x-amz-lex:barge-in-enabled:*:*', namespace: null })], branches: [b('NoMatch', 'no')] }, { type: 'ConnectParticipantWithLexBot', parameters: { Text: 'x', LexV2Bot: { AliasArn: 'arn:b' }, LexSessionAttributes: { 'x-amz-lex:barge-in-enabled:*:*': 'true' } }, next: 'no', errors: ['NoMatchingCondition -> no'] }],
    ['stores input', { type: 'StoreUserInput', parameters: [p('Text', 'Enter'), tts, p('CustomerInputType', 'Custom'), p('Timeout', '5'), p('MaxDigits', 20), p('EncryptEntry', 'false'), p('TerminatorDigits', '#'), p('DisableCancel', false)], branches: done }, { type: 'GetParticipantInput', parameters: { Text: 'Enter', InputTimeLimitSeconds: '5', StoreInput: 'True', InputValidation: { CustomValidation: { MaximumLength: '20' } }, DTMFConfiguration: { InputTerminationSequence: '#', DisableCancelKey: 'False' } }, ...failed }],
    ['stores a phone number', { type: 'StoreUserInput', parameters: [p('Text', 'Enter'), tts, p('CustomerInputType', 'PhoneNumber'), p('Timeout', '5'), p('CountryCode', 'JP')], branches: [...done, b('InvalidNumber', 'again')] }, { type: 'GetParticipantInput', parameters: { Text: 'Enter', InputTimeLimitSeconds: '5', StoreInput: 'True', InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'JP' } } }, next: 'ok', errors: ['NoMatchingError -> bad', 'InvalidPhoneNumber -> again'] }],
    ['stores input with a key', { type: 'StoreUserInput', parameters: [p('Text', 'Enter'), tts, p('CustomerInputType', 'Custom'), p('Timeout', '6'), p('MaxDigits', 20), p('EncryptEntry', true), p('EncryptionKeyId', 'id', { namespace: null }), p('EncryptionKey', 'key', { namespace: 'External' })], branches: done }, { type: 'GetParticipantInput', parameters: { Text: 'Enter', InputTimeLimitSeconds: '6', StoreInput: 'True', InputValidation: { CustomValidation: { MaximumLength: '20' } }, InputEncryption: { EncryptionKeyId: 'id', Key: '$.External.key' } }, ...failed }],
    ['loops', { type: 'Loop', parameters: [p('LoopCount', '3')], branches: [b('Looping', 'in'), b('Complete', 'out')] }, { type: 'Loop', parameters: { LoopCount: '3' }, next: 'out', conditions: ['Equals ContinueLooping -> in', 'Equals DoneLooping -> out'] }],
    ['sets a voice', { type: 'SetVoice', parameters: [p('GlobalVoice', 'Kazuha'), p('GlobalEngine', 'Neural'), p('SpeakingStyle', 'None')], branches: [b('Success', 'ok')] }, { type: 'UpdateContactTextToSpeechVoice', parameters: { TextToSpeechVoice: 'Kazuha', TextToSpeechEngine: 'Neural', TextToSpeechStyle: 'None' }, next: 'ok' }],
    ['sets a hook', { type: 'SetEventHook', parameters: [p('Type', 'CustomerQueue'), p('ContactFlowId', 'arn:f', { resourceName: 'Wait here' })], branches: done }, { type: 'UpdateContactEventHooks', parameters: { EventHooks: { CustomerQueue: 'arn:f' } }, ...failed, display: { 'EventHooks.CustomerQueue': 'Wait here' } }],
    ['sets a whisper', { type: 'SetContactFlow', parameters: [p('ContactFlowId', 'arn:f'), p('Type', 'AgentWhisper')], branches: [b('Success', 'ok')] }, { type: 'UpdateContactEventHooks', parameters: { EventHooks: { AgentWhisper: 'arn:f' } }, next: 'ok' }],
    ['streams', { type: 'StartMediaStreaming', parameters: [p('Track', 'FromCustomer'), p('Track', 'ToCustomer'), p('MediaStreamTypes', 'Audio')], branches: done }, { type: 'UpdateContactMediaStreamingBehavior', parameters: { MediaStreamingState: 'Enabled', MediaStreamType: 'Audio', Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From', 'To'] }] }, ...failed }],
    ['streams as in the first days', { type: 'StartMediaStreaming', parameters: [p('ParticipantTypes', 'Customer'), p('MediaStreamTypes', 'Audio')], branches: done }, { type: 'UpdateContactMediaStreamingBehavior', parameters: { MediaStreamingState: 'Enabled', MediaStreamType: 'Audio', Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From'] }] }, ...failed }],
    ['stops streaming', { type: 'StopMediaStreaming', parameters: [p('Track', 'FromCustomer')], branches: done }, { type: 'UpdateContactMediaStreamingBehavior', parameters: { MediaStreamingState: 'Disabled', MediaStreamType: 'Audio', Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From'] }] }, ...failed }],
    ['records', { type: 'SetRecordingBehavior', parameters: [p('RecordingBehaviorOption', 'Enable'), p('RecordingParticipantOption', 'Both')], branches: [b('Success', 'ok')] }, { type: 'UpdateContactRecordingBehavior', parameters: { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } }, next: 'ok' }],
    ['stops recording', { type: 'SetRecordingBehavior', parameters: [p('RecordingBehaviorOption', 'Disable'), p('RecordingParticipantOption', 'Both')], branches: [b('Success', 'ok')] }, { type: 'UpdateContactRecordingBehavior', parameters: { RecordingBehavior: { RecordedParticipants: [] } }, next: 'ok' }],
    ['checks staffing', { type: 'CheckStaffing', parameters: [p('Status', 'Available')], branches: [b('True', 'yes'), b('False', 'no'), b('Error', 'bad')] }, { type: 'CheckMetricData', parameters: { MetricType: 'NumberOfAgentsAvailable' }, next: 'bad', errors: ['NoMatchingCondition -> no', 'NoMatchingError -> bad'], conditions: ['NumberGreaterThan 0 -> yes'] }],
    ['checks a queue', { type: 'CheckQueueStatus', parameters: [p('Agent', 'a', { namespace: 'External' })], branches: [b('CheckQueueTime', 'soon', { conditionType: 'LessThan', conditionValue: 300000 }), b('NoMatch', 'no'), b('Error', 'bad')] }, { type: 'CheckMetricData', parameters: { MetricType: 'OldestContactInQueueAgeSeconds', AgentId: '$.External.a' }, next: 'bad', errors: ['NoMatchingCondition -> no', 'NoMatchingError -> bad'], conditions: ['NumberLessThan 300000 -> soon'] }],
    ['checks how many wait', { type: 'CheckQueueStatus', branches: [b('CheckQueueCapacity', 'few', { conditionType: 'LessThan', conditionValue: 5 }), b('NoMatch', 'no'), b('Error', 'bad')] }, { type: 'CheckMetricData', parameters: { MetricType: 'NumberOfContactsInQueue' }, next: 'bad', errors: ['NoMatchingCondition -> no', 'NoMatchingError -> bad'], conditions: ['NumberLessThan 5 -> few'] }],
    ['splits by percent', { type: 'PercentileBranching', branches: [evaluate('Equals', '30', 'a'), evaluate('Equals', 20, 'b'), b('NoMatch', 'rest', { conditionType: 'Equals', conditionValue: '50' })] }, { type: 'DistributeByPercentage', parameters: {}, next: 'rest', errors: ['NoMatchingCondition -> rest'], conditions: ['NumberLessThan 31 -> a', 'NumberLessThan 51 -> b'] }],
    ['splits into shares that make a hundred', { type: 'PercentileBranching', branches: [evaluate('Equals', '30', 'a'), evaluate('Equals', '70', 'b'), b('NoMatch', 'b', { conditionType: 'Equals', conditionValue: '0' })] }, { type: 'DistributeByPercentage', parameters: {}, next: 'b', errors: ['NoMatchingCondition -> b'], conditions: ['NumberLessThan 31 -> a'] }],
    ['splits into shares that make a hundred, with no way for others', { type: 'PercentileBranching', branches: [evaluate('Equals', '30', 'a'), evaluate('Equals', '70', 'b')] }, { type: 'DistributeByPercentage', parameters: {}, next: 'b', errors: ['NoMatchingCondition -> b'], conditions: ['NumberLessThan 31 -> a'] }],
    ['holds with prompts', { type: 'LoopPrompts', parameters: [p('Text', 'Hold', { key: 'text' }), p('AudioPrompt', 'arn:p', { resourceName: 'Jazz.wav' }), p('InterruptSeconds', 120)], branches: [b('Timeout', 'late'), b('Error', 'bad')] }, { type: 'MessageParticipantIteratively', parameters: { Messages: [{ Text: 'Hold' }, { PromptId: 'arn:p' }], InterruptFrequencySeconds: '120' }, next: 'bad', errors: ['NoMatchingError -> bad'], conditions: ['Equals MessagesInterrupted -> late'], display: { 'Messages[1].PromptId': 'Jazz.wav' } }],
    ['waits', { type: 'Wait', parameters: [p('TimeoutSeconds', '60'), p('InterruptOnCustomerReturn', 'true')], branches: [b('CustomerReturn', 'back'), b('Timeout', 'late'), b('Error', 'bad')] }, { type: 'Wait', parameters: { TimeLimitSeconds: '60', Events: ['CustomerReturned'] }, next: 'bad', errors: ['NoMatchingError -> bad'], conditions: ['Equals CustomerReturned -> back', 'Equals WaitCompleted -> late'] }],
    ['sets a language', { type: 'SetContactData', parameters: [{ name: 'ContactData', namespace: null, languageCode: 'ja-JP' }], branches: done }, { type: 'UpdateContactData', parameters: { LanguageCode: 'ja-JP' }, ...failed }],
    [
      'sets a customer and a reference',
      {
        type: 'SetContactData',
        parameters: [
          { name: 'ContactData', namespace: 'External', customerId: 'id' },
          { name: 'ContactData', namespace: 'External', contactReference: { key: 'Mail', value: 'url', type: 'URL' } },
        ],
        branches: done,
      },
      { type: 'UpdateContactData', parameters: { CustomerId: '$.External.id', References: { Mail: { Value: '$.External.url', Type: 'URL' } } }, ...failed },
    ],
    [
      'sets two references',
      {
        type: 'SetContactData',
        parameters: [
          { name: 'ContactData', contactReference: { key: 'A', value: '1', type: 'URL' } },
          { name: 'ContactData', contactReference: { key: 'B', value: '2', type: 'URL' } },
        ],
        branches: done,
      },
      { type: 'UpdateContactData', parameters: { References: { A: { Value: '1', Type: 'URL' }, B: { Value: '2', Type: 'URL' } } }, ...failed },
    ],
    ['sets a priority', { type: 'UpdateRoutingPriority', parameters: [p('AbsolutePosition', 1)], branches: [b('Success', 'ok')] }, { type: 'UpdateContactRoutingBehavior', parameters: { QueuePriority: '1' }, next: 'ok' }],
    ['sets a routing age', { type: 'UpdateRoutingPriority', parameters: [p('TimeOffset', -600)], branches: [b('Success', 'ok')] }, { type: 'UpdateContactRoutingBehavior', parameters: { QueueTimeAdjustmentSeconds: '-600' }, next: 'ok' }],
    ['calls back', { type: 'CreateCallback', parameters: [p('InitialDelaySeconds', 1), p('RetryDelaySeconds', 600), p('MaxRetryAttempts', 1)], branches: done }, { type: 'CreateCallbackContact', parameters: { InitialCallDelaySeconds: '1', MaximumConnectionAttempts: '1', RetryDelaySeconds: '600' }, ...failed }],
    ['sets a number', { type: 'SetCallBackNumber', parameters: [p('CallBackNumber', 'n', { namespace: 'User Defined' })], branches: [b('Success', 'ok'), b('InvalidPhoneNumber', 'no'), b('NonDialableNumber', 'never')] }, { type: 'UpdateContactCallbackNumber', parameters: { CallbackNumber: '$.Attributes.n' }, next: 'ok', errors: ['InvalidCallbackNumber -> no', 'CallbackNumberNotDialable -> never'] }],
    ['listens to a voice', { type: 'SetVoiceId', branches: done }, { type: 'StartVoiceIdStream', parameters: {}, ...failed }],
    ['checks a voice', { type: 'CheckVoiceId', parameters: [p('CheckVoiceIdOption', 'voiceAuthentication')], branches: [b('Authenticated', 'yes'), b('NotEnrolled', 'no'), b('Error', 'bad')] }, { type: 'CheckVoiceId', parameters: { CheckVoiceIdOption: 'voiceAuthentication' }, next: 'bad', errors: ['NoMatchingError -> bad'], conditions: ['Equals Authenticated -> yes', 'Equals NotEnrolled -> no'] }],
    ['asks for metrics', { type: 'GetMetricData', parameters: [p('Queue', arn, { resourceName: 'Sales' })], branches: done }, { type: 'GetMetricData', parameters: { QueueId: arn }, ...failed, display: { QueueId: 'Sales' } }],
    ['checks hours', { type: 'CheckHoursOfOperation', branches: [b('True', 'in'), b('False', 'out'), b('Error', 'bad')] }, { type: 'CheckHoursOfOperation', parameters: {}, next: 'bad', errors: ['NoMatchingError -> bad'], conditions: ['Equals True -> in', 'Equals False -> out'] }],
  ];
  // The names of the first designer's first months.
  // prettier-ignore
  const first: typeof cases = [
    ['played', { type: 'PlayAudio', parameters: [p('Text', 'Hi', { namespace: null }), tts], branches: done }, { type: 'MessageParticipant', parameters: { Text: 'Hi' }, ...failed }],
    ['set one attribute', { type: 'SetScreenPop', parameters: [p('key', 'card'), p('value', 'Stored customer input', { namespace: 'System' })], branches: done }, { type: 'UpdateContactAttributes', parameters: { Attributes: { card: '$.StoredCustomerInput' } }, ...failed }],
    ['stored input', { type: 'StoreCustomerInput', parameters: [p('Text', 'Enter'), tts, p('CustomerInputType', 'Custom'), p('Timeout', '6'), p('MaxDigits', 4)], branches: done }, { type: 'GetParticipantInput', parameters: { Text: 'Enter', InputTimeLimitSeconds: '6', StoreInput: 'True', InputValidation: { CustomValidation: { MaximumLength: '4' } } }, ...failed }],
    ['transferred to the queue', { type: 'CustomerInQueue', branches: [b('AtCapacity', 'full'), b('Error', 'bad')] }, { type: 'TransferContactToQueue', parameters: {}, next: 'bad', errors: ['QueueAtCapacity -> full', 'NoMatchingError -> bad'] }],
    ['transferred to a flow', { type: 'TransferToFlow', parameters: [p('ContactFlowId', 'arn:f')], branches: [b('Error', 'bad')], metadata: { ContactFlow: { id: 'arn:f', text: 'Main menu' } } }, { type: 'TransferToFlow', parameters: { ContactFlowId: 'arn:f' }, next: 'bad', errors: ['NoMatchingError -> bad'], display: { ContactFlowId: 'Main menu' } }],
  ];
  it.each([...cases, ...first])('%s', (_, old, today) => {
    expect(becomes(old)).toEqual(today);
  });

  it('that nobody knows stays as it is', () => {
    const old = {
      type: 'DoMagic',
      target: 'Moon',
      parameters: [p('Spell', 'x')],
      branches: [...done, evaluate('Equals', '1', 'one'), b('Elsewhere', 'far')],
    };
    const { graph, diagnostics } = read(document(old));
    expect(graph?.actions[0]).toMatchObject({
      type: 'DoMagic',
      parameters: {},
      next: 'ok',
      errors: [
        { type: 'NoMatchingError', target: 'bad' },
        { type: 'Elsewhere', target: 'far' },
      ],
      conditions: [{ operator: 'Equals', operands: ['1'], target: 'one' }],
      extra: { target: 'Moon', parameters: [p('Spell', 'x')] },
    });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"DoMagic" is a block of the old export format with no known equal today.',
    ]);
    for (const form of [
      { type: 'Transfer', target: 'Moon' },
      { type: 'Transfer', target: 'constructor' },
      { type: 'GetUserInput', target: 'Smell' },
      { type: 'InvokeExternalResource', target: 'Oracle' },
      { type: 'CheckQueueStatus', branches: [b('NoMatch', 'x')] },
      { type: 'constructor' },
    ]) {
      expect(read(document(form)).diagnostics.map(({ code }) => code)).toEqual(['json/unknown-module']);
    }
  });

  it('that says more than can be said today says so', () => {
    const losses = (old: Old) => read(document(old)).diagnostics.map(({ code, message }) => `${code}: ${message}`);
    expect(
      losses({ type: 'Loop', parameters: [p('LoopCount', '3'), p('Mood', 'good')], branches: [b('Dizzy', 'x')] }),
    ).toEqual([
      'json/legacy-loss: The Loop block of the old export format says `Mood`, which is not known today.',
      'json/legacy-loss: The Loop block of the old export format says a branch `Dizzy`, which is not known today and became an error of that name.',
    ]);
    expect(losses({ type: 'GetUserInput', target: 'Digits', parameters: [p('MaxDigits', '3')] })).toEqual([
      'json/legacy-loss: The GetUserInput block of the old export format says that a caller may press 3 keys, but a menu takes one key today.',
    ]);
    expect(losses({ type: 'StoreUserInput', parameters: [p('EncryptEntry', true)] })).toEqual([
      'json/legacy-loss: The StoreUserInput block of the old export format says that the entry is encrypted, but not with which key.',
    ]);
    const shares = [evaluate('Equals', '30', 'a'), evaluate('Equals', '70', 'b'), b('NoMatch', 'c')];
    expect(losses({ type: 'PercentileBranching', branches: shares })).toEqual([
      'json/legacy-loss: The PercentileBranching block of the old export format says where contacts go beyond 100 %, and that branch, which none takes, was left out.',
    ]);
    expect(losses({ type: 'SetContactData', parameters: [{ name: 'ContactData', mood: 1 }] })).toEqual([
      'json/legacy-loss: The SetContactData block of the old export format says `mood`, which cannot be said today.',
    ]);
    expect(
      losses({ type: 'SetContactData', parameters: [{ name: 'ContactData', contactReference: { value: 'x' } }] }),
    ).toEqual([
      'json/legacy-loss: The SetContactData block of the old export format says a reference without a name, which cannot be said today.',
    ]);
    expect(
      losses({ type: 'StartMediaStreaming', parameters: [p('Track', 'FromCustomer'), p('Track', 'FromAgent')] }),
    ).toEqual([
      'json/legacy-loss: The StartMediaStreaming block of the old export format says the track `FromAgent`, which is not known today.',
    ]);
  });
});
