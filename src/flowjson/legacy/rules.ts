/** What each block of the old export format is today: one rule per old type. */
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { valueOf, type OldBranch, type OldModule, type OldParameter } from './module.ts';

/** Where a branch goes today: NextAction, an error, or a condition. `compare`: the branch says operator and operand. */
export type Edge =
  'next' | 'compare' | { readonly error: string } | { readonly equals: string } | { readonly above: string };

export interface Equal {
  readonly type: string;
  readonly parameters: JsonObject;
  /** By word of the old branch. */
  readonly edges: Readonly<Record<string, Edge>>;
  /** The branch whose target NextAction repeats where the old block has no way of its own for success. */
  readonly mirror?: string;
  /** The branches of the block as they compare today, where the old format counted otherwise. */
  readonly branches?: readonly OldBranch[];
}

/** Undefined: this form of the block has no known equal. */
export type Rule = (module: OldModule) => Equal | undefined;

const FAILED: Edge = { error: 'NoMatchingError' };
const PLAIN: Readonly<Record<string, Edge>> = { Success: 'next', Error: FAILED };

const BLOCKS: Readonly<Record<string, Rule>> = {
  CheckAttribute: (m) => ({
    type: 'Compare',
    parameters: given({ ComparisonValue: comparedAttribute(m) }),
    edges: { Evaluate: 'compare', NoMatch: { error: 'NoMatchingCondition' } },
    mirror: 'NoMatch',
  }),
  CheckHoursOfOperation: (m) => ({
    type: 'CheckHoursOfOperation',
    parameters: given({ HoursOfOperationId: m.resource('Hours', 'HoursOfOperationId') }),
    edges: { True: { equals: 'True' }, False: { equals: 'False' }, Error: FAILED },
    mirror: 'Error',
  }),
  CheckQueueStatus: (m) => {
    const metrics = new Set(
      m.branches.map(({ word }) => METRIC_OF_BRANCH.get(word)).filter((metric) => metric !== undefined),
    );
    const [metric, ...more] = metrics;
    if (metric === undefined || more.length > 0) return undefined;
    return {
      type: 'CheckMetricData',
      parameters: given({ MetricType: metric, ...queueOrAgent(m) }),
      edges: {
        CheckQueueTime: 'compare',
        CheckQueueCapacity: 'compare',
        NoMatch: { error: 'NoMatchingCondition' },
        Error: FAILED,
      },
      mirror: 'Error',
    };
  },
  CheckStaffing: (m) => ({
    type: 'CheckMetricData',
    parameters: given({ MetricType: prefixed('NumberOfAgents', m.text('Status')), ...queueOrAgent(m) }),
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
  InvokeExternalResource: (m) => {
    if (m.target !== 'Lambda') return undefined;
    const inputs = keyed(m.all('Parameter'));
    return {
      type: 'InvokeLambdaFunction',
      parameters: given({
        LambdaFunctionARN: m.resource('FunctionArn', 'LambdaFunctionARN'),
        InvocationTimeLimitSeconds: m.text('TimeLimit'),
        LambdaInvocationAttributes: inputs,
      }),
      edges: PLAIN,
    };
  },
  Loop: (m) => ({
    type: 'Loop',
    parameters: given({ LoopCount: m.text('LoopCount') }),
    edges: { Looping: { equals: 'ContinueLooping' }, Complete: { equals: 'DoneLooping' } },
    mirror: 'Complete',
  }),
  LoopPrompts: (m) => ({
    type: 'MessageParticipantIteratively',
    parameters: given({
      Messages: m.all('Text', 'AudioPrompt').map((message, i) => loopedMessage(m, message, i)),
      InterruptFrequencySeconds: m.text('InterruptSeconds'),
    }),
    edges: { Timeout: { equals: 'MessagesInterrupted' }, Error: FAILED },
    mirror: 'Error',
  }),
  PercentileBranching: (m) => ({
    type: 'DistributeByPercentage',
    parameters: {},
    edges: { Evaluate: 'compare', NoMatch: { error: 'NoMatchingCondition' } },
    mirror: 'NoMatch',
    branches: cumulated(m.branches),
  }),
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
  SetContactData: (m) => ({
    type: 'UpdateContactData',
    parameters: given({
      ...contactData(m),
      ...Object.fromEntries(VOICE_ID_SETTINGS.map((name) => [name, m.text(name)])),
    }),
    edges: PLAIN,
  }),
  SetContactFlow: eventHook,
  SetEventHook: eventHook,
  SetLoggingBehavior: (m) => ({
    type: 'UpdateFlowLoggingBehavior',
    parameters: given({ FlowLoggingBehavior: switched(m.text('LoggingBehavior')) }),
    edges: PLAIN,
  }),
  SetQueue: (m) => ({ type: 'UpdateContactTargetQueue', parameters: given(queueOrAgent(m)), edges: PLAIN }),
  SetRecordingBehavior: (m) => {
    const on = m.text('RecordingBehaviorOption') !== 'Disable';
    const who = m.text('RecordingParticipantOption') ?? 'Both';
    const participants = who === 'Both' ? ['Agent', 'Customer'] : who === 'None' ? [] : [who];
    return {
      type: 'UpdateContactRecordingBehavior',
      parameters: { RecordingBehavior: { RecordedParticipants: on ? participants : [] } },
      edges: PLAIN,
    };
  },
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
  Transfer: (m) => {
    switch (m.target) {
      case 'Queue':
        return transferToQueue(m);
      case 'Flow':
        return transferToFlow(m);
      case 'PhoneNumber':
        return transferToNumber(m);
      default:
        return undefined;
    }
  },
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

function transferToQueue(m: OldModule): Equal {
  // Only the block of queue flows, which takes a contact out of its queue, names the new queue itself.
  const parameters = given(queueOrAgent(m));
  const named = Object.keys(parameters).length > 0;
  return {
    type: named ? 'DequeueContactAndTransferToQueue' : 'TransferContactToQueue',
    parameters,
    edges: { Success: 'next', AtCapacity: { error: 'QueueAtCapacity' }, Error: FAILED },
    mirror: 'Error',
  };
}

function transferToFlow(m: OldModule): Equal {
  return {
    type: 'TransferToFlow',
    parameters: given({ ContactFlowId: m.resource('ContactFlowId', 'ContactFlowId') }),
    edges: PLAIN,
    mirror: 'Error',
  };
}

function transferToNumber(m: OldModule): Equal {
  return {
    type: 'TransferParticipantToThirdParty',
    parameters: given({
      ThirdPartyPhoneNumber: m.text('PhoneNumber'),
      ThirdPartyConnectionTimeLimitSeconds: m.text('TimeLimit'),
      ContinueFlowExecution: spelled(m.flag('BlindTransfer') !== true),
    }),
    edges: {
      Success: 'next',
      CallFailure: { error: 'CallFailed' },
      Timeout: { error: 'ConnectionTimeLimitExceeded' },
      Error: FAILED,
    },
    mirror: 'Error',
  };
}

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

export const RULES: Readonly<Record<string, Rule>> = { ...BLOCKS, ...FIRST_NAMES };

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

const METRIC_OF_BRANCH: ReadonlyMap<string, string> = new Map([
  ['CheckQueueTime', 'OldestContactInQueueAgeSeconds'],
  ['CheckQueueCapacity', 'NumberOfContactsInQueue'],
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

const VOICE_ID_SETTINGS = [
  'IsVoiceIdStreamingEnabled',
  'IsVoiceAuthenticationEnabled',
  'VoiceAuthenticationThreshold',
  'VoiceAuthenticationResponseTime',
  'IsFraudDetectionEnabled',
  'FraudDetectionThreshold',
];

function playPrompt(m: OldModule): Equal {
  return { type: 'MessageParticipant', parameters: speech(m), edges: PLAIN };
}

function menu(m: OldModule): Equal {
  const digits = m.text('MaxDigits');
  if (digits !== undefined && digits !== '1') {
    m.losses.push(`that a caller may press ${digits} keys, but a menu takes one key today`);
  }
  return {
    type: 'GetParticipantInput',
    parameters: { ...speech(m), ...given({ InputTimeLimitSeconds: m.text('Timeout'), StoreInput: 'False' }) },
    edges: {
      Evaluate: 'compare',
      Timeout: { error: 'InputTimeLimitExceeded' },
      NoMatch: { error: 'NoMatchingCondition' },
      Error: FAILED,
    },
    mirror: 'NoMatch',
  };
}

function lexBot(m: OldModule): Equal {
  const alias = m.resource('BotAliasArn', 'LexV2Bot.AliasArn');
  const name = m.text('BotName');
  m.text('LexVersion'); // told by which of the two is there
  return {
    type: 'ConnectParticipantWithLexBot',
    parameters: {
      ...speech(m),
      ...given({
        LexV2Bot: alias === undefined ? undefined : { AliasArn: alias },
        LexBot:
          name === undefined
            ? undefined
            : given({ Name: name, Region: m.text('BotRegion'), Alias: m.text('BotAlias') }),
        LexSessionAttributes: keyed(m.all('Parameter')),
      }),
    },
    edges: {
      Evaluate: 'compare',
      Timeout: { error: 'InputTimeLimitExceeded' },
      NoMatch: { error: 'NoMatchingCondition' },
      Error: FAILED,
    },
    mirror: 'NoMatch',
  };
}

function storedInput(m: OldModule): Equal {
  const maximum = m.text('MaxDigits');
  const phone = m.text('CustomerInputType') === 'PhoneNumber';
  const cancel = m.flag('DisableCancel');
  const encryption = given({ EncryptionKeyId: m.text('EncryptionKeyId'), Key: m.text('EncryptionKey') });
  const encrypted = Object.keys(encryption).length > 0;
  if (m.flag('EncryptEntry') === true && !encrypted) {
    m.losses.push('that the entry is encrypted, but not with which key');
  }
  const validation: JsonObject = phone
    ? {
        PhoneNumberValidation: given({
          NumberFormat: m.text('PhoneNumberFormat') ?? (m.has('CountryCode') ? 'Local' : 'E164'),
          CountryCode: m.text('CountryCode'),
        }),
      }
    : { CustomValidation: given({ MaximumLength: maximum }) };
  const keys = given({
    InputTerminationSequence: m.text('TerminatorDigits'),
    DisableCancelKey: cancel === undefined ? undefined : spelled(cancel),
  });
  return {
    type: 'GetParticipantInput',
    parameters: {
      ...speech(m),
      ...given({
        InputTimeLimitSeconds: m.text('Timeout'),
        StoreInput: 'True',
        InputValidation: validation,
        InputEncryption: encrypted ? encryption : undefined,
        DTMFConfiguration: Object.keys(keys).length === 0 ? undefined : keys,
      }),
    },
    edges: {
      ...PLAIN,
      InvalidNumber: { error: 'InvalidPhoneNumber' },
      InvalidPhoneNumber: { error: 'InvalidPhoneNumber' },
    },
  };
}

function mediaStreaming(m: OldModule, state: string): Equal {
  // At first there was only one track, what the customer says, and only the participant was named.
  const first = m.has('Track') ? undefined : m.text('ParticipantTypes');
  const tracks = first === 'Customer' ? ['FromCustomer'] : m.all('Track').map(({ value }) => value);
  const directions = tracks.flatMap((track) =>
    track === 'FromCustomer' ? ['From'] : track === 'ToCustomer' ? ['To'] : [],
  );
  return {
    type: 'UpdateContactMediaStreamingBehavior',
    parameters: given({
      MediaStreamingState: state,
      MediaStreamType: m.text('MediaStreamTypes') ?? 'Audio',
      Participants: [{ ParticipantType: 'Customer', MediaDirections: directions }],
    }),
    edges: PLAIN,
  };
}

function eventHook(m: OldModule): Equal {
  const hook = m.text('Type') ?? '';
  const flow = m.resource('ContactFlowId', `EventHooks.${hook}`);
  return {
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: flow === undefined ? {} : Object.fromEntries([[hook, flow]]) },
    edges: PLAIN,
  };
}

/** What a block says: the old format has one text with its kind, or a prompt. */
function speech(m: OldModule): JsonObject {
  const ssml = m.text('TextToSpeechType') === 'ssml';
  const text = m.one('Text')?.value;
  return given({ [ssml ? 'SSML' : 'Text']: text, PromptId: m.resource('AudioPrompt', 'PromptId') });
}

function loopedMessage(m: OldModule, message: OldParameter, index: number): Json {
  if (message.name === 'Text') return { [message.key === 'ssml' ? 'SSML' : 'Text']: message.value ?? '' };
  if (message.resourceName !== undefined)
    (m.display as Map<string, string>).set(`Messages[${index}].PromptId`, message.resourceName);
  return { PromptId: message.value ?? '' };
}

function comparedAttribute(m: OldModule): string | undefined {
  const attribute = m.one('Attribute')?.raw['value'];
  return valueOf(attribute, m.one('Namespace')?.raw['value']);
}

function queueOrAgent(m: OldModule): Record<string, string | undefined> {
  return { QueueId: m.resource('Queue', 'QueueId'), AgentId: m.resource('Agent', 'AgentId') };
}

/** The data that one block sets, each under its own key besides name and namespace. */
function contactData(m: OldModule): Record<string, Json | undefined> {
  let language: string | undefined;
  let customer: string | undefined;
  const references: [string, Json][] = [];
  for (const { raw } of m.all('ContactData')) {
    const { name: _, namespace, languageCode, customerId, contactReference, ...others } = raw;
    language = valueOf(languageCode, namespace) ?? language;
    customer = valueOf(customerId, namespace) ?? customer;
    if (isObject(contactReference) && typeof contactReference['key'] === 'string') {
      const { key, value, type } = contactReference;
      references.push([key, given({ Value: valueOf(value, namespace), Type: type })]);
    }
    for (const key of Object.keys(others)) m.losses.push(`\`${key}\`, which cannot be said today`);
  }
  return {
    LanguageCode: language,
    CustomerId: customer,
    References: references.length === 0 ? undefined : Object.fromEntries(references),
  };
}

/** Shares of a hundred: each for itself then; now a ladder of thresholds that a number from 1 to 100 is held against. */
function cumulated(branches: readonly OldBranch[]): readonly OldBranch[] {
  let threshold = 1;
  return branches.map((branch) => {
    const share = Number(branch.operand);
    if (branch.word !== 'Evaluate' || Number.isNaN(share)) return branch;
    threshold += share;
    return { ...branch, operator: 'LessThan', operand: String(threshold) };
  });
}

function keyed(parameters: readonly OldParameter[]): JsonObject | undefined {
  if (parameters.length === 0) return undefined;
  return Object.fromEntries(parameters.map(({ key, value }) => [key ?? '', value ?? '']));
}

function switched(word: string | undefined): string | undefined {
  return word === 'Enable' ? 'Enabled' : word === 'Disable' ? 'Disabled' : word;
}

function prefixed(prefix: string, word: string | undefined): string | undefined {
  return word === undefined ? undefined : prefix + word;
}

function spelled(value: boolean): string {
  return value ? 'True' : 'False';
}

/** Without the members that are not there. */
function given(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined),
  );
}
