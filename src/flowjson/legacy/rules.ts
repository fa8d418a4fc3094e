/** What each block of the old export format is today: one rule per old type. */
import {
  checkAttribute,
  checkQueueStatus,
  eventHook,
  invokeLambda,
  lexBot,
  loopPrompts,
  mediaStreaming,
  menu,
  percentages,
  playPrompt,
  setContactData,
  setRecording,
  storedInput,
  transfer,
  transferToFlow,
  transferToQueue,
} from './blocks.ts';
import { FAILED, given, keyed, PLAIN, queueOrAgent, type Rule } from './equal.ts';

const BLOCKS: Readonly<Record<string, Rule>> = {
  CheckAttribute: checkAttribute,
  CheckHoursOfOperation: (m) => ({
    type: 'CheckHoursOfOperation',
    parameters: given({ HoursOfOperationId: m.resource('Hours', 'HoursOfOperationId') }),
    edges: { True: { equals: 'True' }, False: { equals: 'False' }, Error: FAILED },
    mirror: 'Error',
  }),
  CheckQueueStatus: checkQueueStatus,
  CheckStaffing: (m) => ({
    type: 'CheckMetricData',
    parameters: given({ MetricType: agentsWho(m.text('Status')), ...queueOrAgent(m) }),
    edges: { True: { above: '0' }, False: { error: 'NoMatchingCondition' }, Error: FAILED },
    mirror: 'Error',
  }),
  CheckVoiceId: (m) => ({
    type: 'CheckVoiceId',
    parameters: given({ CheckVoiceIdOption: m.text('CheckVoiceIdOption') }),
    edges: {
      ...Object.fromEntries(VOICE_ID_ANSWERS.map((answer) => [answer, { equals: answer }])),
      Error: FAILED,
    },
    mirror: 'Error',
  }),
  CreateCallback: (m) => ({
    type: 'CreateCallbackContact',
    parameters: given({
      InitialCallDelaySeconds: m.text('InitialDelaySeconds'),
      MaximumConnectionAttempts: m.text('MaxRetryAttempts'),
      RetryDelaySeconds: m.text('RetryDelaySeconds'),
      ...queueOrAgent(m),
    }),
    edges: PLAIN,
  }),
  Disconnect: () => ({ type: 'DisconnectParticipant', parameters: {}, edges: {} }),
  GetMetricData: (m) => ({ type: 'GetMetricData', parameters: given(queueOrAgent(m)), edges: PLAIN }),
  GetUserInput: (m) => (m.target === 'Lex' ? lexBot(m) : m.target === 'Digits' ? menu(m) : undefined),
  InvokeExternalResource: invokeLambda,
  Loop: (m) => ({
    type: 'Loop',
    parameters: given({ LoopCount: m.text('LoopCount') }),
    edges: { Looping: { equals: 'ContinueLooping' }, Complete: { equals: 'DoneLooping' } },
    mirror: 'Complete',
  }),
  LoopPrompts: loopPrompts,
  PercentileBranching: percentages,
  PlayPrompt: playPrompt,
  Resume: () => ({ type: 'EndFlowExecution', parameters: {}, edges: {} }),
  SetAttributes: (m) => ({
    type: 'UpdateContactAttributes',
    parameters: { Attributes: keyed(m.all('Attribute')) ?? {} },
    edges: PLAIN,
  }),
  SetCallBackNumber: (m) => ({
    type: 'UpdateContactCallbackNumber',
    parameters: given({ CallbackNumber: m.text('CallBackNumber') }),
    edges: {
      Success: 'next',
      InvalidPhoneNumber: { error: 'InvalidCallbackNumber' },
      NonDialableNumber: { error: 'CallbackNumberNotDialable' },
    },
  }),
  SetContactData: setContactData,
  SetContactFlow: eventHook,
  SetEventHook: eventHook,
  SetLoggingBehavior: (m) => ({
    type: 'UpdateFlowLoggingBehavior',
    parameters: given({ FlowLoggingBehavior: switched(m.text('LoggingBehavior')) }),
    edges: PLAIN,
  }),
  SetQueue: (m) => ({ type: 'UpdateContactTargetQueue', parameters: given(queueOrAgent(m)), edges: PLAIN }),
  SetRecordingBehavior: setRecording,
  SetVoice: (m) => ({
    type: 'UpdateContactTextToSpeechVoice',
    parameters: given({
      TextToSpeechVoice: m.text('GlobalVoice'),
      TextToSpeechEngine: m.text('GlobalEngine'),
      TextToSpeechStyle: m.text('SpeakingStyle'),
    }),
    edges: PLAIN,
  }),
  SetVoiceId: () => ({ type: 'StartVoiceIdStream', parameters: {}, edges: PLAIN }),
  StartMediaStreaming: (m) => mediaStreaming(m, 'Enabled'),
  StopMediaStreaming: (m) => mediaStreaming(m, 'Disabled'),
  StoreUserInput: storedInput,
  Transfer: transfer,
  UpdateRoutingPriority: (m) => ({
    type: 'UpdateContactRoutingBehavior',
    parameters: given({
      QueuePriority: m.text('AbsolutePosition'),
      QueueTimeAdjustmentSeconds: m.text('TimeOffset'),
    }),
    edges: PLAIN,
  }),
  Wait: (m) => ({
    type: 'Wait',
    parameters: given({
      TimeLimitSeconds: m.text('TimeoutSeconds'),
      Events: m.flag('InterruptOnCustomerReturn') === true ? ['CustomerReturned'] : undefined,
    }),
    edges: { Timeout: { equals: 'WaitCompleted' }, CustomerReturn: { equals: 'CustomerReturned' }, Error: FAILED },
    mirror: 'Error',
  }),
};

/** Blocks by the names of the designer's first months, which the sample flows of old instances still have. */
const FIRST_NAMES: Readonly<Record<string, Rule>> = {
  CustomerInQueue: transferToQueue,
  PlayAudio: playPrompt,
  SetScreenPop: (m) => ({
    type: 'UpdateContactAttributes',
    parameters: { Attributes: Object.fromEntries([[m.one('key')?.value ?? '', m.one('value')?.value ?? '']]) },
    edges: PLAIN,
  }),
  StoreCustomerInput: storedInput,
  TransferToFlow: transferToFlow,
};

/** By type of the old block. */
export const RULES: ReadonlyMap<string, Rule> = new Map(Object.entries({ ...BLOCKS, ...FIRST_NAMES }));

/** Operators of the old format, both for attributes and for numbers of a queue. */
export const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['Equals', 'Equals'],
  ['Contains', 'TextContains'],
  ['StartsWith', 'TextStartsWith'],
  ['EndsWith', 'TextEndsWith'],
  ['GreaterThan', 'NumberGreaterThan'],
  ['GreaterThanOrEqualTo', 'NumberGreaterOrEqualTo'],
  ['LessThan', 'NumberLessThan'],
  ['LessThanOrEqualTo', 'NumberLessOrEqualTo'],
]);

const VOICE_ID_ANSWERS = [
  'Enrolled',
  'NotEnrolled',
  'OptedOut',
  'Authenticated',
  'NotAuthenticated',
  'Inconclusive',
  'HighRisk',
  'LowRisk',
];

function switched(word: string | undefined): string | undefined {
  return word === 'Enable' ? 'Enabled' : word === 'Disable' ? 'Disabled' : word;
}

/** The metric that counts the agents of a status: `Available`, `Online`, `Staffed`. */
function agentsWho(status: string | undefined): string | undefined {
  return status === undefined ? undefined : `NumberOfAgents${status}`;
}
