import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import { block, compare, disconnect, lambda, play, SAMPLE_ID } from '../../src/lint/sample.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';
import { codesOf } from './codes-of.ts';

const done = { next: 'bye', errors: { NoMatchingError: 'bye' } };

/** One action and an end. */
const only = (type: string, parameters: JsonObject, branches: Parameters<typeof block>[3] = done): readonly string[] =>
  codesOf([block('it', type, parameters, branches), disconnect()]);

describe('a token', () => {
  it.each(['${QueueArn}', '{{queue.arn}}', '<<QUEUE>>', '%%QUEUE%%', '%QUEUE%', '<QUEUE_ARN>', '__QUEUE__'])(
    '%s may become anything',
    (token) => {
      expect(only('UpdateContactTargetQueue', { QueueId: token })).toEqual([]);
      expect(only('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: token }, { next: 'bye' })).toEqual([]);
      expect(
        codesOf([
          lambda('it', 'bye', 'bye', { LambdaFunctionARN: token, InvocationTimeLimitSeconds: token }),
          disconnect(),
        ]),
      ).toEqual([]);
      expect(codesOf([compare('it', '$.Attributes.a', { [token]: 'bye' }, 'bye'), disconnect()])).toEqual([]);
    },
  );

  it('decides nothing where it stands in the parameter that decides', () => {
    expect(
      only('TransferParticipantToThirdParty', {
        ThirdPartyPhoneNumber: '+81501234XXXX',
        ThirdPartyConnectionTimeLimitSeconds: '30',
        ContinueFlowExecution: '${Continue}',
      }),
    ).toEqual([]);
  });

  it('is told from a word that somebody forgot to replace', () => {
    expect(only('UpdateContactTargetQueue', { QueueId: 'SELECT QUEUE' })).toEqual(['service/not-an-id']);
    expect(only('UpdateContactTargetQueue', { QueueId: 'Sales' })).toEqual(['service/not-an-id!']);
    expect(codesOf([lambda('it', 'bye', 'bye', { LambdaFunctionARN: 'Lookup' }), disconnect()])).toEqual([
      'service/not-an-id',
    ]);
  });
});

describe('a flow without a beginning', () => {
  const told = (text: string) =>
    compile([{ path: 'a.flow', text }]).diagnostics.map(({ code, help }) => `${code} ${help ?? ''}`);

  it('is empty, or has steps only', () => {
    expect(told('inbound flow A {\n}\n')).toEqual([
      'service/no-start Say what happens, as in `play "Hello."`, and how it ends: `-> disconnect`.',
    ]);
    expect(told('inbound flow A {\n  step a { -> disconnect }\n}\n')).toEqual([
      'service/no-start Nothing stands before its first step: write a statement there, or `-> name`.',
    ]);
  });
});

describe('branches that depend on parameters', () => {
  const input = (
    parameters: JsonObject,
    errors: Readonly<Record<string, string>>,
    equals: Readonly<Record<string, string>> = {},
  ) =>
    only(
      'GetParticipantInput',
      { Text: 'Yes?', InputTimeLimitSeconds: '5', ...parameters },
      { next: 'bye', errors, equals },
    );
  const custom = { StoreInput: 'True', InputValidation: { CustomValidation: { MaximumLength: '4' } } };
  const phone = { StoreInput: 'True', InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } };
  const all = { NoMatchingError: 'bye', NoMatchingCondition: 'bye', InputTimeLimitExceeded: 'bye' };

  it('of a menu are three', () => {
    expect(input({ StoreInput: 'False' }, all, { '1': 'bye' })).toEqual([]);
    expect(input({ StoreInput: 'False' }, { NoMatchingError: 'bye' }, { '1': 'bye' })).toEqual([
      'service/missing-error!',
    ]);
  });

  it('of a stored input are one, with a number format two', () => {
    expect(input(custom, { NoMatchingError: 'bye' })).toEqual([]);
    expect(input(custom, all)).toEqual(['service/refused-error!']);
    expect(input(phone, { NoMatchingError: 'bye' })).toEqual(['service/missing-error!']);
    expect(input(phone, { NoMatchingError: 'bye', InvalidPhoneNumber: 'bye' })).toEqual([]);
  });

  it('are doubtful where nothing is published of them, and wrong where all is', () => {
    const branches = { next: 'bye', errors: { NoMatchingError: 'bye' }, equals: { Yes: 'bye' } };
    const ofConditions = (type: string, parameters: JsonObject) =>
      only(type, parameters, branches).filter((code) => code.startsWith('service/conditions'));
    expect(ofConditions('CreateContact', {})).toEqual(['service/conditions-not-supported']);
    expect(ofConditions('MessageParticipant', { Text: 'Hello' })).toEqual(['service/conditions-not-supported!']);
  });

  it('of a stored input are never conditions', () => {
    expect(input(custom, { NoMatchingError: 'bye' }, { '1': 'bye' })).toEqual(['service/conditions-not-supported!']);
  });

  it('of a transfer to a number depend on what comes after, and are never there in agent transfers', () => {
    const call = (goesOn: string, errors: Readonly<Record<string, string>>, type?: 'AGENT_TRANSFER') =>
      codesOf(
        [
          block(
            'it',
            'TransferParticipantToThirdParty',
            {
              ThirdPartyPhoneNumber: '+81501234XXXX',
              ThirdPartyConnectionTimeLimitSeconds: '30',
              ContinueFlowExecution: goesOn,
            },
            { next: 'bye', errors: { NoMatchingError: 'bye', ...errors } },
          ),
          disconnect(),
        ],
        type,
      );
    const failures = { CallFailed: 'bye', ConnectionTimeLimitExceeded: 'bye' };
    expect(call('True', failures)).toEqual([]);
    expect(call('True', {})).toEqual(['service/missing-error!']);
    expect(call('False', failures)).toEqual(['service/refused-error!']);
    expect(call('False', {})).toEqual([]);
    expect(call('True', {}, 'AGENT_TRANSFER')).toEqual([]);
    expect(call('True', failures, 'AGENT_TRANSFER')).toEqual(['service/refused-error!']);
  });
});

describe('parameters that depend on others', () => {
  it('are asked for beside them', () => {
    const ask = (validation: JsonObject) =>
      only(
        'GetParticipantInput',
        {
          Text: 'Number?',
          InputTimeLimitSeconds: '5',
          StoreInput: 'True',
          InputValidation: { PhoneNumberValidation: validation },
        },
        { next: 'bye', errors: { NoMatchingError: 'bye', InvalidPhoneNumber: 'bye' } },
      );
    expect(ask({ NumberFormat: 'Local', CountryCode: 'JP' })).toEqual([]);
    expect(ask({ NumberFormat: 'Local' })).toEqual(['service/missing-parameter!']);
    expect(ask({ NumberFormat: 'E164' })).toEqual([]);
  });

  it('exclude each other inside lists too', () => {
    const loop = (message: JsonObject) =>
      codesOf([block('it', 'MessageParticipantIteratively', { Messages: [{ Text: 'A' }, message] })], 'CUSTOMER_HOLD');
    expect(loop({ Text: 'B' })).toEqual([]);
    expect(loop({ Text: 'B', SSML: '<speak>B</speak>' })).toEqual(['service/exclusive-parameters!']);
    expect(loop({})).toEqual(['service/missing-one-of!']);
    expect(loop({ Txt: 'B', Text: 'B' })).toEqual(['service/unknown-parameter!']);
  });
});

describe('a bot', () => {
  const bot = (parameters: JsonObject) =>
    only(
      'ConnectParticipantWithLexBot',
      { LexV2Bot: { AliasArn: 'arn:aws:lex:us-east-1:000000000000:bot-alias/ABCDEFGHIJ/TSTALIASID' }, ...parameters },
      { next: 'bye', errors: { NoMatchingError: 'bye', NoMatchingCondition: 'bye' } },
    );
  const LexInitializationData = { InitialMessage: 'help' };

  it('may speak and be sent a first message', () => {
    expect(bot({ LexInitializationData })).toEqual([]);
    expect(bot({ Text: ' ', LexInitializationData })).toEqual([]);
    expect(bot({ Text: 'Hello', SSML: '<speak>Hello</speak>', LexInitializationData })).toEqual([
      'service/exclusive-parameters!',
    ]);
    expect(bot({})).toEqual(['service/missing-one-of!']);
  });
});

describe('a journey flow', () => {
  const receipt = "$.DeliveryReceipts['`$.OutboundCommunication.Latest.Id`'].Bounce";
  const blocks = [
    block('sms', 'SendSMS', { Message: { MessageSourceType: 'TEMPLATE' } }, { ...done, next: 'status' }),
    block(
      'status',
      'GetOutboundCommunicationStatus',
      { OutboundCommunicationIds: ['$.OutboundCommunication.Latest.Id'] },
      { ...done, next: 'bounced' },
    ),
    {
      Identifier: 'bounced',
      Type: 'Compare',
      Parameters: { ComparisonValue: receipt },
      Transitions: {
        NextAction: 'bye',
        Conditions: [{ NextAction: 'again', Condition: { Operator: 'Exists', Operands: [] } }],
        Errors: [{ NextAction: 'bye', ErrorType: 'NoMatchingCondition' }],
      },
    },
    block('again', 'PutDialRequest', { Attributes: { name: '$.Customer.FirstName' } }, done),
    block('bye', 'EndFlowExecution'),
  ];

  it('sends messages, and asks whether there is a receipt', () => {
    expect(codesOf(blocks, 'CAMPAIGN')).toEqual([]);
    expect(codesOf(blocks)).toEqual([]);
  });

  it('has a word of its own for what exists', () => {
    const withKey = JSON.parse(JSON.stringify(blocks).replace('"Exists"', '"KeyExists"')) as typeof blocks;
    expect(codesOf(withKey, 'CAMPAIGN')).toEqual(['service/invalid-condition']);
    expect(codesOf(withKey)).toEqual([]);
  });

  it('is the only one that can', () => {
    expect(codesOf(blocks, 'CUSTOMER_QUEUE')).toEqual([
      'lint/namespace-not-here',
      'service/invalid-condition!',
      'service/wrong-flow-type',
    ]);
  });
});

describe('a parameter of another name', () => {
  const told = (type: string, parameters: JsonObject) => only(type, parameters);

  it('is not missing, too', () => {
    const InvocationTimeLimitSeconds = '8';
    expect(told('InvokeLambdaFunction', { LambdaFunctionArn: SAMPLE_ID, InvocationTimeLimitSeconds })).toEqual([
      'service/unknown-parameter!',
    ]);
    expect(told('UpdateContactTextToSpeechVoice', { VoiceId: 'Kazuha' })).toEqual(['service/unknown-parameter!']);
    expect(told('MessageParticipant', { text: 'Hello' })).toEqual(['service/unknown-parameter!']);
    expect(told('InvokeLambdaFunction', { Colour: 'red', InvocationTimeLimitSeconds })).toEqual([
      'service/missing-parameter!',
      'service/unknown-parameter!',
    ]);
  });

  it('that belongs to another block says nothing of what this one lacks', () => {
    const arn = 'arn:aws:lex:us-east-1:000000000000:bot-alias/AAAAAAAAAA/BBBBBBBBBB';
    expect(
      told('GetParticipantInput', { Text: 'Speak.', LexV2Bot: { AliasArn: arn } }).filter((code) =>
        /parameter/.test(code),
      ),
    ).toEqual(['service/unknown-parameter!']);
  });
});

describe('values', () => {
  it('beyond what only the designer limits are odd', () => {
    const menu = (InputTimeLimitSeconds: string) =>
      only(
        'GetParticipantInput',
        { Text: 'Speak.', StoreInput: 'False', InputTimeLimitSeconds },
        { next: 'bye', errors: { InputTimeLimitExceeded: 'bye', NoMatchingCondition: 'bye', NoMatchingError: 'bye' } },
      );
    expect(menu('180')).toEqual([]);
    expect(menu('300')).toEqual(['service/parameter-range']);
    expect(menu('0')).toEqual(['service/parameter-range!']);
  });

  it('of real-time analytics may ask for redaction; that it comes after the call is a hint', () => {
    const found = (AnalyticsLanguage: string) => {
      const AnalyticsBehavior = {
        Enabled: 'True',
        AnalyticsLanguage,
        AnalyticsRedactionBehavior: 'Enabled',
        AnalyticsRedactionResults: 'RedactedOnly',
        ChannelConfiguration: { Voice: { AnalyticsModes: ['RealTime'] } },
      };
      const RecordingBehavior = { RecordedParticipants: ['Agent', 'Customer'] };
      const record = block(
        'it',
        'UpdateContactRecordingBehavior',
        { RecordingBehavior, AnalyticsBehavior },
        { next: 'bye' },
      );
      const text = JSON.stringify({ Version: '2019-10-30', StartAction: 'it', Actions: [record, disconnect()] });
      return checkJson({ path: 'main.json', text });
    };
    expect(found('en-US')).toMatchObject([
      {
        code: 'lint/analytics-language',
        severity: 'hint',
        message: expect.stringContaining('not masked, only the one after the call.'),
      },
    ]);
    // Where there is no redaction at all, that is what is told.
    expect(found('ja-JP').map(({ code }) => code)).toEqual(['service/redaction-language']);
  });

  it('that the designer offers and nobody has seen on the wire are a warning', () => {
    const hours = (answer: string) =>
      only(
        'CheckHoursOfOperation',
        {},
        { next: 'bye', equals: { True: 'bye', False: 'bye', [answer]: 'bye' }, errors: { NoMatchingError: 'bye' } },
      );
    expect(hours('New Year')).toEqual(['service/invalid-condition']);
    expect(hours('true')).toEqual(['service/invalid-condition!']);
    const wait = (parameters: JsonObject, answer: string) =>
      only('Wait', parameters, {
        next: 'bye',
        equals: { WaitCompleted: 'bye', [answer]: 'bye' },
        errors: { NoMatchingError: 'bye' },
      });
    expect(wait({ TimeLimitSeconds: '60', Events: ['LambdaDone'] }, 'LambdaDone')).toEqual([
      'service/invalid-condition',
      'service/parameter-value',
    ]);
    expect(wait({ TimeoutSeconds: '60' }, 'WaitCompleted')).toEqual(['service/unknown-parameter!']);
  });

  it('of redaction: what is kept may be a path, and a list of kinds is not empty', () => {
    const errors = { ChannelMismatch: 'bye', NoMatchingError: 'bye' };
    const redacted = (redaction: JsonObject) =>
      only(
        'UpdateContactRecordingAndAnalyticsBehavior',
        {
          VoiceBehavior: {
            VoiceRecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
            VoiceAnalyticsBehavior: {
              Enabled: 'True',
              AnalyticsLanguage: 'en-US',
              AnalyticsModes: ['PostContact'],
              ConversationalAnalyticsRedactionConfiguration: { Enabled: 'True', ...redaction },
            },
          },
        },
        { next: 'bye', errors },
      );
    expect(redacted({ RedactionResults: '$.Attributes.redaction' })).toEqual([]);
    expect(redacted({ RedactionResults: 'RedactedOnly', RedactionEntities: ['SSN'] })).toEqual([]);
    expect(redacted({ RedactionEntities: [] })).toEqual(['service/parameter-value!']);
  });

  it('are JSON strings; a number is taken in two places and odd elsewhere', () => {
    const loop = (LoopCount: number) =>
      only('Loop', { LoopCount }, { next: 'bye', equals: { ContinueLooping: 'it', DoneLooping: 'bye' } });
    expect(loop(3)).toEqual([]);
    expect(loop(300)).toEqual(['service/parameter-range!']);
    expect(codesOf([lambda('it', 'bye', 'bye', { InvocationTimeLimitSeconds: 4 }), disconnect()])).toEqual([
      'service/parameter-type',
    ]);
    expect(codesOf([lambda('it', 'bye', 'bye', { InvocationTimeLimitSeconds: true }), disconnect()])).toEqual([
      'service/parameter-type!',
    ]);
  });

  it('of enumerations may differ in capitals, where live calls took both', () => {
    const voice = (TextToSpeechEngine: string) =>
      only('UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Kazuha', TextToSpeechEngine });
    expect(voice('Neural')).toEqual([]);
    expect(voice('neural')).toEqual(['service/parameter-value']);
    // The service stores any; the contact takes the error branch.
    expect(voice('Robot')).toEqual(['lint/voice-engine', 'service/parameter-value']);
  });

  it('of touchtone buffering are stored without a validation', () => {
    const stop = (parameters: JsonObject) => only('GetParticipantInput', { EnableDTMFBuffer: 'False', ...parameters });
    expect(stop({ StoreInput: 'True' })).toEqual([]);
    expect(stop({ StoreInput: 'True', InputEncryption: { EncryptionKeyId: 'a', Key: 'b' } })).toEqual([]);
    expect(
      only('GetParticipantInput', { StoreInput: 'True', InputTimeLimitSeconds: '5', Text: 'Your number?' }),
    ).toEqual(['service/missing-parameter!']);
  });

  it('may be of another type where sources disagree', () => {
    const write = (LockVersion: Json) =>
      only('UpsertDataTableValues', {
        DataTableId: SAMPLE_ID,
        LockVersion,
        DataTableUpsertAttributes: [
          {
            PrimaryKeyGroupName: 'a',
            PrimaryValues: [{ Name: 'b', Value: 'c' }],
            Attributes: [{ Name: 'd', Value: 'e' }],
          },
        ],
      });
    expect(write({ DataTable: 'LATEST' })).toEqual([]);
    expect(write('LATEST')).toEqual([]);
    expect(write('')).toEqual(['service/empty-value!']);
    expect(write(['LATEST'])).toEqual(['service/parameter-type!']);
    expect(only('StartOutboundEmailContact', { FromEmailAddress: 'a@example.com' })).toContain(
      'service/parameter-type!',
    );
  });

  it('of rows to write may be the primary values alone', () => {
    const rows = (row: JsonObject) =>
      only('UpsertDataTableValues', {
        DataTableId: SAMPLE_ID,
        LockVersion: { DataTable: 'LATEST' },
        DataTableUpsertAttributes: [{ PrimaryKeyGroupName: 'a', PrimaryValues: [{ Name: 'b', Value: 'c' }], ...row }],
      });
    expect(rows({})).toEqual([]);
    expect(rows({ Attributes: [] })).toEqual([]);
  });

  it('of Agentic CX may be words that no export shows yet, and paths', () => {
    const agentic = (SpeechRecognitionEngine: string, filler: JsonObject) =>
      only(
        'ConnectParticipantWithAgenticCX',
        {
          AgentConfiguration: { WorkspaceId: '$.Attributes.workspace', ApplicationId: 'a', Alias: 'b' },
          SpeechRecognitionConfiguration: { SpeechRecognitionEngine },
          AudioFillerConfiguration: { Enabled: true, ...filler },
        },
        { next: 'bye', errors: { NoMatchingError: 'bye', NoMatchingCondition: 'bye', InputTimeLimitExceeded: 'bye' } },
      );
    expect(agentic('AMAZON_AGENTIC_VOICE', { AudioType: 'TYPING_QUIET_QWERTY' })).toEqual([]);
    expect(agentic('AMAZON_TRANSCRIBE', { AudioType: '$.Attributes.sound' })).toEqual([]);
    expect(agentic('$.Attributes.engine', { StartDelayInMilliseconds: '$.Attributes.delay' })).toEqual([]);
    expect(agentic('Amazon Transcribe', {})).toEqual(['service/parameter-value']);
  });

  it('may be empty nowhere but deep in the data of a view', () => {
    const view = (ViewData: JsonObject, Id = `${SAMPLE_ID}:$LATEST`) =>
      only(
        'ShowView',
        { ViewResource: { Id }, InvocationTimeLimitSeconds: '60', ViewData },
        { next: 'bye', errors: { NoMatchingError: 'bye', NoMatchingCondition: 'bye', TimeLimitExceeded: 'bye' } },
      );
    expect(view({ Heading: 'a', Sections: [{ Label: '', n: 1, ok: true }] })).toEqual([]);
    expect(view({ Heading: '' })).toEqual(['service/empty-value!']);
    expect(view({}, '')).toEqual(['service/empty-value!']);
    expect(view({}, 'form')).toEqual([]);
  });

  it('of telephones are keys', () => {
    const dial = (ThirdPartyDTMFDigits: string) =>
      only('TransferParticipantToThirdParty', {
        ThirdPartyPhoneNumber: '+81501234XXXX',
        ThirdPartyConnectionTimeLimitSeconds: '30',
        ContinueFlowExecution: 'False',
        ThirdPartyDTMFDigits,
      });
    expect(dial('12,3*#')).toEqual([]);
    expect(dial('$.Attributes.extension')).toEqual([]);
    expect(dial('ext. 12')).toEqual(['service/parameter-value!']);
  });

  it('in lists are those that are known', () => {
    const mask = (...entities: Json[]) =>
      only(
        'UpdateContactRecordingAndAnalyticsBehavior',
        {
          ChatBehavior: {
            ChatAnalyticsBehavior: {
              Enabled: 'True',
              AnalyticsLanguage: 'en-US',
              InFlightChatRedactionConfiguration: { Enabled: 'True', RedactionEntities: entities },
            },
          },
        },
        {
          next: 'bye',
          errors: { NoMatchingError: 'bye', ChannelMismatch: 'bye', InFlightRedactionConfigurationFailed: 'bye' },
        },
      );
    expect(mask('NAME', 'SSN')).toEqual([]);
    expect(mask('NAMES')).toEqual(['service/parameter-value!']);
    expect(mask('')).toEqual(['service/empty-value!']);
    // What can be masked in what is stored only.
    expect(mask('IN_AADHAAR')).toEqual(['service/parameter-value!']);
    expect(only('UntagContact', { TagKeys: ['a', 3] })).toEqual(['service/parameter-type!']);
  });

  it('of lists and groups are no paths where they are fixed', () => {
    const record = (RecordedParticipants: Json) =>
      only('UpdateContactRecordingBehavior', { RecordingBehavior: { RecordedParticipants } }, { next: 'bye' });
    expect(record(['Agent'])).toEqual([]);
    expect(record('$.Attributes.who')).toEqual(['service/path-not-allowed']);
    expect(record(['$.Attributes.who'])).toEqual(['service/path-not-allowed']);
    expect(record('${Who}')).toEqual([]);
    expect(only('UpdateContactRecordingBehavior', { RecordingBehavior: '$.External.all' }, { next: 'bye' })).toEqual([
      'service/path-not-allowed',
    ]);
  });

  it('are steps or one path where agents are chosen', () => {
    const choose = (RoutingCriteria: Json) => only('UpdateContactRoutingCriteria', { RoutingCriteria });
    expect(choose('$.External.criteria')).toEqual([]);
    expect(choose({ Steps: [{ Expression: {} }] })).toEqual([]);
    expect(choose({})).toEqual(['service/missing-parameter!']);
    expect(choose({ Steps: [{}] })).toEqual(['service/missing-parameter!']);
  });

  it('may be chosen at run time as names of attributes', () => {
    const set = (key: string) => only('UpdateContactAttributes', { Attributes: { [key]: 'x' } });
    expect(set('result_$.Attributes.round')).toEqual([]);
    expect(set('$.External.key')).toEqual([]);
    expect(set('a.b')).toEqual(['service/attribute-key!']);
    expect(set('a$b')).toEqual(['service/attribute-key!']);
  });
});

describe('conditions', () => {
  const match = (operator: string, operand: string) =>
    only(
      'Compare',
      { ComparisonValue: '$.Attributes.a' },
      { next: 'bye', conditions: [[operator, operand, 'bye']], errors: { NoMatchingCondition: 'bye' } },
    );

  it('are one operator and one fixed text', () => {
    expect(match('Equals', 'x')).toEqual([]);
    expect(match('KeyExists', 'x')).toEqual([]);
    expect(match('TextContains', 'x')).toEqual([]);
    expect(match('And', 'x')).toEqual(['service/invalid-condition!']);
    expect(match('Equals', '')).toEqual(['service/invalid-condition!']);
    expect(match('Equals', '$.Attributes.b')).toEqual(['service/invalid-condition']);
    expect(match('NumberLessThan', '10')).toEqual([]);
    expect(match('NumberLessThan', 'ten')).toEqual(['service/invalid-condition']);
  });

  it('without an operator are not held to be the same', () => {
    const { Transitions, ...rest } = compare('it', '$.Attributes.a', {}, 'bye');
    const unsaid = (Operand: string, NextAction: string) => ({ NextAction, Condition: { Operand } });
    const Conditions = [unsaid('x', 'bye'), unsaid('y', 'say')];
    const it = { ...rest, Transitions: { ...(Transitions as JsonObject), Conditions } };
    expect(codesOf([it, play('say', 'Hello', 'bye'), disconnect()])).toEqual(['service/invalid-condition!']);
  });

  it('that are an answer in other letters, or as a truth value, are told alone and with the answer', () => {
    const { Transitions, ...rest } = block('it', 'CheckHoursOfOperation', {}, done);
    const Conditions = ['true', false].map((operand) => ({
      NextAction: 'bye',
      Condition: { Operator: 'Equals', Operands: [operand] },
    }));
    const text = JSON.stringify({
      Version: '2019-10-30',
      StartAction: 'it',
      Actions: [{ ...rest, Transitions: { ...(Transitions as JsonObject), Conditions } }, disconnect()],
    });
    const errors = checkJson({ path: 'hours.json', text }).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, help }) => `${code} ${help ?? ''}`)).toEqual([
      'service/invalid-condition Write "True".',
      'service/invalid-condition Write "False".',
    ]);
  });

  it('of staffing ask for more than 0 and nothing else', () => {
    const check = (MetricType: string, operator: string, operand: string) =>
      only(
        'CheckMetricData',
        { MetricType, QueueId: SAMPLE_ID },
        {
          next: 'bye',
          conditions: [[operator, operand, 'bye']],
          errors: { NoMatchingError: 'bye', NoMatchingCondition: 'bye' },
        },
      );
    expect(check('NumberOfAgentsStaffed', 'NumberGreaterThan', '0')).toEqual([]);
    expect(check('NumberOfAgentsStaffed', 'NumberGreaterThan', '2')).toEqual(['service/invalid-condition!']);
    expect(check('NumberOfAgentsStaffed', 'Equals', '0')).toEqual(['service/invalid-condition!']);
    expect(check('NumberOfContactsInQueue', 'NumberLessOrEqualTo', '5')).toEqual([]);
    expect(check('NumberOfContactsInQueue', 'Equals', '5')).toEqual([]);
    expect(check('NumberOfContactsInQueue', 'Equals', 'five')).toEqual(['service/invalid-condition']);
  });

  it('of looped prompts are one', () => {
    const loop = (answer: string) =>
      codesOf(
        [
          block(
            'it',
            'MessageParticipantIteratively',
            { Messages: [{ Text: 'A' }], InterruptFrequencySeconds: '20' },
            { next: 'bye', equals: { MessagesInterrupted: 'bye', [answer]: 'bye' } },
          ),
          disconnect(),
        ],
        'CUSTOMER_QUEUE',
      );
    expect(loop('MessagesInterrupted')).not.toContain('service/invalid-condition!');
    expect(loop('Interrupted')).toContain('service/invalid-condition!');
  });
});

describe('drafts', () => {
  it('are known by branches that lead nowhere', () => {
    expect(codesOf([play('it', 'Hello', '')])).toEqual(['service/empty-target!']);
    expect(codesOf([play('it', 'Hello', 'gone')])).toEqual(['service/dangling-target!']);
  });
});

describe('kinds of flows', () => {
  it('are not judged where the pages disagree', () => {
    const module = block('it', 'InvokeFlowModule', { FlowModuleId: SAMPLE_ID }, done);
    expect(codesOf([module, disconnect()], 'CUSTOMER_QUEUE')).toEqual([]);
  });

  it('says how a path ends in a flow that cannot end so', () => {
    const helpIn = (kind: string, body: string) =>
      compile([{ path: 'a.flow', text: `${kind} flow A {\n  ${body}\n}\n` }]).diagnostics.flatMap(
        ({ code, help = '' }) => (code === 'service/wrong-flow-type' ? [help.replace(/^.*?flows\. /, '')] : []),
      );
    expect(helpIn('agent_whisper', 'disconnect')).toEqual(['Here paths end with `end`.']);
    expect(helpIn('inbound', 'end')).toEqual(['Here paths end with `disconnect`.']);
    expect(helpIn('agent_hold', 'loop_prompts { play "x", on error -> end }')).toEqual([
      'Here `loop_prompts` plays until the contact is taken back: leave the branch out.',
    ]);
  });

  it('allow anything in a module but its end outside of one', () => {
    const end = block('end', 'EndFlowModuleExecution');
    expect(codesOf([play('it', 'Hello', 'end'), end], 'CONTACT_FLOW')).toEqual(['service/wrong-flow-type!']);
    expect(codesOf([play('it', 'Hello', 'end'), end])).toEqual([]);
  });

  it('make End flow a hang-up in inbound flows, which has been seen', () => {
    expect(codesOf([play('it', 'Hello', 'end'), block('end', 'EndFlowExecution')], 'CONTACT_FLOW')).toEqual([
      'service/wrong-flow-type',
    ]);
  });
});

describe('routing criteria', () => {
  const condition = {
    AttributeCondition: {
      Name: 'skill',
      Value: 'billing',
      ProficiencyLevel: 4,
      ComparisonOperator: 'NumberGreaterOrEqualTo',
    },
  };
  const steps = (Expression: JsonObject) =>
    only('UpdateContactRoutingCriteria', { RoutingCriteria: { Steps: [{ Expression }] } });

  it.each([
    ['one condition', condition],
    ['conditions that all hold', { AndExpression: [condition, condition] }],
    ['conditions of which one holds', { OrExpression: [{ AndExpression: [condition] }, condition] }],
    ['a condition that must not hold', { NotAttributeCondition: condition.AttributeCondition }],
  ])('may be %s', (_, expression) => {
    expect(steps(expression)).toEqual([]);
  });

  it('may be nothing else', () => {
    expect(steps({ XorExpression: [condition] })).toEqual(['service/unknown-parameter!']);
  });
});

describe('a group that is not published', () => {
  it('may have more members than exports show', () => {
    const hooks = (key: string) =>
      only('UpdateContactEventHooks', {
        EventHooks: { CustomerHold: '$.Attributes.hold' },
        EventHooksConfiguration: { [key]: { DisableExecution: 'false' } },
      });
    expect(hooks('CustomerWhisper')).toEqual([]);
    expect(hooks('CustomerHold')).toEqual(['service/unknown-parameter']);
  });
});

describe('a condition without an operator', () => {
  it('is told as that', () => {
    const Condition = { Operands: ['gold'] };
    const document = {
      Version: '2019-10-30',
      StartAction: 'it',
      Actions: [
        {
          Identifier: 'it',
          Type: 'Compare',
          Parameters: { ComparisonValue: '$.Attributes.tier' },
          Transitions: {
            NextAction: 'bye',
            Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'bye' }],
            Conditions: [{ NextAction: 'bye', Condition }],
          },
        },
        { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
      ],
    };
    const found = checkJson({ path: 'x.json', text: JSON.stringify(document) });
    expect(found.find(({ code }) => code === 'service/invalid-condition')?.message).toContain('has no operator');
  });
});

describe('a mistake in the parameter that decides', () => {
  const input = (StoreInput: Json) =>
    only(
      'GetParticipantInput',
      { Text: 'Yes?', InputTimeLimitSeconds: '5', StoreInput },
      {
        next: 'bye',
        errors: { NoMatchingError: 'bye', NoMatchingCondition: 'bye', InputTimeLimitExceeded: 'bye' },
        equals: { 1: 'bye' },
      },
    );

  it('is told once, and not of the branches too', () => {
    expect(input('False')).toEqual([]);
    expect(input('false')).toEqual(['service/parameter-value']);
    expect(input('')).toEqual(['service/empty-value!']);
    expect(input(false)).toEqual(['service/parameter-type!']);
    expect(input('No')).toEqual(['service/parameter-value!']);
    expect(input('True')).toContain('service/refused-error!');
  });

  it('is told once, and not of the members that a text lacks', () => {
    expect(only('MessageParticipant', { Media: 's3://bucket/hello.wav' })).toEqual(['service/parameter-type!']);
    // Of a path nobody knows whether it is a group: what Connect misses is told.
    expect(only('MessageParticipant', { Media: '$.Attributes.hello' })).not.toEqual([]);
  });
});
