/** Rules of those blocks of the old export format that take more than their parameters under new names. */
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { FAILED, given, keyed, PLAIN, queueOrAgent, speech, spelled, type Edge, type Equal } from './equal.ts';
import { valueOf, type OldBranch, type OldModule, type OldParameter } from './module.ts';

// -------------------------------------------------------------------------------------------------- speaking and asking

export function playPrompt(m: OldModule): Equal {
  return { type: 'MessageParticipant', parameters: speech(m), edges: PLAIN };
}

export function loopPrompts(m: OldModule): Equal {
  return {
    type: 'MessageParticipantIteratively',
    parameters: given({
      Messages: m.all('Text', 'AudioPrompt').map((message, i) => loopedMessage(m, message, i)),
      InterruptFrequencySeconds: m.text('InterruptSeconds'),
    }),
    edges: { Timeout: { equals: 'MessagesInterrupted' }, Error: FAILED },
    mirror: 'Error',
  };
}

function loopedMessage(m: OldModule, message: OldParameter, index: number): Json {
  if (message.name === 'Text') return { [message.key === 'ssml' ? 'SSML' : 'Text']: message.value ?? '' };
  return { PromptId: m.resourceOf(message, `Messages[${index}].PromptId`) ?? '' };
}

/** The branches of a block that waits for an answer. */
const ANSWERED: Readonly<Record<string, Edge>> = {
  Evaluate: 'compare',
  Timeout: { error: 'InputTimeLimitExceeded' },
  NoMatch: { error: 'NoMatchingCondition' },
  Error: FAILED,
};

export function menu(m: OldModule): Equal {
  const digits = m.text('MaxDigits');
  if (digits !== undefined && digits !== '1') {
    m.losses.push(`that a caller may press ${digits} keys, but a menu takes one key today`);
  }
  return {
    type: 'GetParticipantInput',
    parameters: { ...speech(m), ...given({ InputTimeLimitSeconds: m.text('Timeout'), StoreInput: 'False' }) },
    edges: ANSWERED,
    mirror: 'NoMatch',
  };
}

export function lexBot(m: OldModule): Equal {
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
    edges: ANSWERED,
    mirror: 'NoMatch',
  };
}

export function storedInput(m: OldModule): Equal {
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

// ------------------------------------------------------------------------------------------------------------- checking

export function checkAttribute(m: OldModule): Equal {
  return {
    type: 'Compare',
    parameters: given({ ComparisonValue: comparedAttribute(m) }),
    edges: { Evaluate: 'compare', NoMatch: { error: 'NoMatchingCondition' } },
    mirror: 'NoMatch',
  };
}

function comparedAttribute(m: OldModule): string | undefined {
  const attribute = m.one('Attribute')?.raw['value'];
  return valueOf(attribute, m.one('Namespace')?.raw['value']);
}

const METRIC_OF_BRANCH: ReadonlyMap<string, string> = new Map([
  ['CheckQueueTime', 'OldestContactInQueueAgeSeconds'],
  ['CheckQueueCapacity', 'NumberOfContactsInQueue'],
]);

export function checkQueueStatus(m: OldModule): Equal | undefined {
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
}

export function percentages(m: OldModule): Equal {
  return {
    type: 'DistributeByPercentage',
    parameters: {},
    edges: { Evaluate: 'compare', NoMatch: { error: 'NoMatchingCondition' } },
    mirror: 'NoMatch',
    branches: cumulated(m),
  };
}

/**
 * Shares of a hundred: each for itself then; now a ladder of thresholds that a number from 1 to 100 is held against.
 * The share that completes 100 is what matches no threshold: Connect takes none above 100.
 */
function cumulated({ branches, losses }: OldModule): readonly OldBranch[] {
  const ladder: OldBranch[] = [];
  let sum = 0;
  let rest: OldBranch | undefined;
  for (const branch of branches) {
    const share = Number(branch.operand);
    if (branch.word !== 'Evaluate' || Number.isNaN(share)) {
      ladder.push(branch);
      continue;
    }
    sum += share;
    if (sum === 100) rest ??= { ...branch, word: 'NoMatch' };
    if (rest === undefined) ladder.push({ ...branch, operator: 'LessThan', operand: String(sum + 1) });
  }
  if (rest === undefined) return ladder;
  const isTaken = ({ word }: OldBranch): boolean => word !== 'NoMatch';
  if (ladder.some((branch) => !isTaken(branch) && branch.target !== rest.target)) {
    losses.push('where contacts go beyond 100 %, and that branch, which none takes, was left out');
  }
  return [...ladder.filter(isTaken), rest];
}

// -------------------------------------------------------------------------------------------------------------- setting

const VOICE_ID_SETTINGS = [
  'IsVoiceIdStreamingEnabled',
  'IsVoiceAuthenticationEnabled',
  'VoiceAuthenticationThreshold',
  'VoiceAuthenticationResponseTime',
  'IsFraudDetectionEnabled',
  'FraudDetectionThreshold',
];

export function setContactData(m: OldModule): Equal {
  return {
    type: 'UpdateContactData',
    parameters: given({
      ...contactData(m),
      ...Object.fromEntries(VOICE_ID_SETTINGS.map((name) => [name, m.text(name)])),
    }),
    edges: PLAIN,
  };
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
    } else if (contactReference !== undefined && contactReference !== null) {
      m.losses.push('a reference without a name, which cannot be said today');
    }
    for (const key of Object.keys(others)) m.losses.push(`\`${key}\`, which cannot be said today`);
  }
  return {
    LanguageCode: language,
    CustomerId: customer,
    References: references.length === 0 ? undefined : Object.fromEntries(references),
  };
}

/** Who is heard on a track of the customer. */
const DIRECTION_OF_TRACK: ReadonlyMap<string | undefined, string> = new Map([
  ['FromCustomer', 'From'],
  ['ToCustomer', 'To'],
]);

export function mediaStreaming(m: OldModule, state: string): Equal {
  // At first there was only one track, what the customer says, and only the participant was named.
  const first = m.has('Track') ? undefined : m.text('ParticipantTypes');
  const tracks = first === undefined ? m.all('Track').map(({ value }) => value) : [`From${first}`];
  const directions = tracks.flatMap((track) => DIRECTION_OF_TRACK.get(track) ?? []);
  for (const track of tracks) {
    if (!DIRECTION_OF_TRACK.has(track)) m.losses.push(`the track \`${track ?? ''}\`, which is not known today`);
  }
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

export function eventHook(m: OldModule): Equal {
  const hook = m.text('Type') ?? '';
  const flow = m.resource('ContactFlowId', `EventHooks.${hook}`);
  return {
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: flow === undefined ? {} : Object.fromEntries([[hook, flow]]) },
    edges: PLAIN,
  };
}

export function setRecording(m: OldModule): Equal {
  const on = m.text('RecordingBehaviorOption') !== 'Disable';
  const who = m.text('RecordingParticipantOption') ?? 'Both';
  const participants = who === 'Both' ? ['Agent', 'Customer'] : who === 'None' ? [] : [who];
  return {
    type: 'UpdateContactRecordingBehavior',
    parameters: { RecordingBehavior: { RecordedParticipants: on ? participants : [] } },
    edges: PLAIN,
  };
}

// ------------------------------------------------------------------------------------------------------ going elsewhere

export function invokeLambda(m: OldModule): Equal | undefined {
  if (m.target !== 'Lambda') return undefined;
  return {
    type: 'InvokeLambdaFunction',
    parameters: given({
      LambdaFunctionARN: m.resource('FunctionArn', 'LambdaFunctionARN'),
      InvocationTimeLimitSeconds: m.text('TimeLimit'),
      LambdaInvocationAttributes: keyed(m.all('Parameter')),
    }),
    edges: PLAIN,
  };
}

export function transfer(m: OldModule): Equal | undefined {
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
}

export function transferToQueue(m: OldModule): Equal {
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

export function transferToFlow(m: OldModule): Equal {
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
