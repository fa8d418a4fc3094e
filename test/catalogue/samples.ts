/** One action of each type that the service would accept: parameters by hand, transitions as the facts ask. */
import { actions } from '../../src/catalogue/index.ts';
import type { ActionEntry, Guard } from '../../src/catalogue/types.ts';
import { sameJson, type Json, type JsonObject } from '../../src/text/json.ts';

const ARN = 'arn:aws:connect:ap-northeast-1:000000000000:instance/example/queue/example';

/** Parameters that are right, by type; several where an action has several forms. */
export const GOOD: Readonly<Record<string, readonly JsonObject[]>> = {
  AssociateContactToCustomerProfile: [
    { ProfileRequestData: { ProfileId: '$.Customer.ProfileId', ContactId: '$.ContactId' } },
  ],
  AuthenticateParticipant: [
    {
      CognitoConfiguration: { UserPoolArn: ARN, AppClientId: 'example' },
      CustomerProfilesConfiguration: { ObjectTypeName: 'Cognito-attributes' },
      TimeLimitMinutes: '3',
    },
  ],
  CheckHoursOfOperation: [{}, { HoursOfOperationId: ARN }],
  CheckMetricData: [{ MetricType: 'NumberOfAgentsStaffed' }, { MetricType: 'NumberOfContactsInQueue', QueueId: ARN }],
  CheckOutboundCallStatus: [{}],
  CheckSegmentMembership: [{}],
  CheckSegmentMembershipForCustomerProfile: [
    { ProfileRequestData: { ProfileId: '$.Customer.ProfileId', SegmentName: 'frequent-callers' } },
  ],
  CheckVoiceId: [{ CheckVoiceIdOption: 'enrollmentStatus' }],
  Compare: [{ ComparisonValue: '$.Attributes.tier' }],
  CompleteOutboundCall: [{}, { CallerId: { Number: '$.Attributes.callerId' } }],
  ConnectParticipantWithAgenticCX: [{ AgentConfiguration: { WorkspaceId: 'a', ApplicationId: 'b', Alias: 'c' } }],
  ConnectParticipantWithLexBot: [
    { LexV2Bot: { AliasArn: ARN }, Text: ' ' },
    { LexBot: { Name: 'QA', Region: 'ap-northeast-1', Alias: 'prod' }, SSML: '<speak></speak>' },
    {
      LexV2Bot: { AliasArn: ARN },
      LexInitializationData: { InitialMessage: 'help' },
      LexTimeoutSeconds: { Text: '60' },
    },
  ],
  CreateCallbackContact: [{ InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '1', RetryDelaySeconds: '600' }],
  CreateCase: [
    { LinkContactToCase: 'false', CaseTemplateId: 'example' },
    {
      LinkContactToCase: 'true',
      CaseTemplateId: 'example',
      CaseRequestFields: { title: 'a' },
      ContactToLink: 'Current',
    },
  ],
  CreateContact: [{ Channel: 'EMAIL', RelatedContact: 'CURRENT' }],
  CreateCustomerProfile: [
    { ProfileRequestData: { PhoneNumber: '$.CustomerEndpoint.Address' }, ProfileResponseData: ['FirstName'] },
  ],
  CreatePersistentContactAssociation: [{ RehydrationType: 'FROM_SEGMENT', SourceContactId: '$.Attributes.previous' }],
  CreateTask: [
    {
      Name: 'a',
      ContactFlowId: ARN,
      DelaySeconds: '600',
      References: { link: { Type: 'URL', Value: 'https://example.com' } },
    },
    { Name: 'a', TaskTemplateId: 'example' },
    {
      Name: 'a',
      ContactFlowId: ARN,
      SegmentAttributes: { 'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 60 } } } },
    },
  ],
  CreateWisdomSession: [{ WisdomAssistantArn: ARN }],
  DequeueContactAndTransferToQueue: [{ QueueId: ARN }, {}],
  DisconnectParticipant: [{}],
  DistributeByPercentage: [{}],
  EndFlowExecution: [{}],
  EndFlowModuleExecution: [{}, { Result: 'verified', ResultData: { tier: 'gold', visits: 3 } }],
  EvaluateDataTableValues: [
    {
      DataTableId: ARN,
      Queries: [{ QueryName: 'q', Attributes: ['a'], PrimaryValues: [{ AttributeName: 'k', Value: '$.Channel' }] }],
    },
  ],
  GetCalculatedAttributesForCustomerProfile: [{ ProfileRequestData: { ProfileId: '$.Customer.ProfileId' } }],
  GetCase: [
    {
      LinkContactToCase: 'true',
      GetLastUpdatedCase: 'false',
      CaseRequestFields: { status: 'open' },
      CaseResponseFields: ['case_id'],
    },
    { LinkContactToCase: 'false', GetLastUpdatedCase: 'true' },
  ],
  GetCustomerProfile: [
    { ProfileRequestData: { IdentifierName: '_phone', IdentifierValue: '$.CustomerEndpoint.Address' } },
  ],
  GetCustomerProfileObject: [
    { ProfileRequestData: { ProfileId: '$.Customer.ProfileId', ObjectType: 'Order', UseLatest: true } },
  ],
  GetOutboundCommunicationStatus: [{ OutboundCommunicationIds: ['$.OutboundCommunication.Latest.Id'] }],
  GetMetricData: [{}, { QueueId: ARN, QueueChannel: 'Voice' }, { QueueChannel: 'Email' }],
  GetParticipantInput: [
    { Text: 'a', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      Text: 'a',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: '8' } },
    },
    {
      PromptId: ARN,
      StoreInput: 'True',
      InputTimeLimitSeconds: '180',
      InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'JP' } },
      DTMFConfiguration: { InputTerminationSequence: '#', DisableCancelKey: 'False', InterdigitTimeLimitSeconds: '5' },
    },
    { EnableDTMFBuffer: 'True' },
  ],
  InvokeFlowModule: [{ FlowModuleId: 'example:$LATEST', Input: { attempts: 3, nested: { a: [true] } } }],
  InvokeLambdaFunction: [
    { LambdaFunctionARN: 'arn:aws:lambda:$.AwsRegion:000000000000:function:a', InvocationTimeLimitSeconds: '8' },
    {
      LambdaFunctionARN: ARN,
      InvocationTimeLimitSeconds: '1',
      InvocationType: 'ASYNCHRONOUS',
      ResponseValidation: { ResponseType: 'JSON' },
    },
  ],
  ListDataTableValues: [{ DataTableId: ARN, PrimaryKeyGroups: [] }],
  LoadContactContent: [{ ContentType: 'EmailMessage' }],
  Loop: [{ LoopCount: '3' }, { LoopCount: 3 }, { LoopCount: '$.Attributes.size' }],
  MessageParticipant: [
    { Text: 'a' },
    { Media: { Uri: 's3://example/a.wav', SourceType: 'S3', MediaType: 'Audio' }, SkipWhenDTMFBufferEnabled: 'false' },
  ],
  MessageParticipantIteratively: [
    { Messages: [{ Text: 'a' }, { PromptId: ARN }] },
    { Messages: [{ Text: 'a' }], InterruptFrequencySeconds: '20', ContinueMessagingDuringInterrupt: 'true' },
  ],
  PutDialRequest: [
    {},
    {
      Attributes: { product: 'shoes' },
      dialCriteriaRules: [{ type: 'CheckSegmentMembershipForCustomerProfile', segmentArn: ARN }],
    },
  ],
  RenderMessageTemplate: [{}, { WisdomMessageTemplateArn: ARN, WisdomKnowledgeBaseArn: ARN }],
  ResumeContact: [{}],
  RouteContactToAgent: [{}],
  SendOutboundEmail: [
    {
      EmailMessage: {
        MessageSourceType: 'TEMPLATE',
        TemplatedMessage: { WisdomKnowledgeBaseArn: ARN, WisdomMessageTemplateArn: ARN },
      },
      FromEmailAddress: { EmailAddress: 'a@example.com' },
    },
  ],
  SendSMS: [
    {
      Message: {
        MessageSourceType: 'TEMPLATE',
        TemplatedMessage: { WisdomKnowledgeBaseArn: ARN, WisdomMessageTemplateArn: ARN },
      },
      SourceEndpoint: { Address: ARN, Type: 'CONNECT_PHONENUMBER_ARN' },
    },
  ],
  ShowView: [
    {
      ViewResource: { Id: 'form', Version: 'Latest' },
      InvocationTimeLimitSeconds: '400',
      ViewData: { a: [{ b: true }] },
    },
  ],
  StartOutboundChatContact: [
    {
      SourceEndpoint: { Address: ARN, Type: 'CONNECT_PHONENUMBER_ARN' },
      DestinationEndpoint: { Address: '$.CustomerEndpoint.Address', Type: 'TELEPHONE_NUMBER' },
      ContactFlowArn: ARN,
      ContactSubtype: 'connect:SMS',
      InitialSystemMessage: { Content: 'a' },
    },
  ],
  StartOutboundEmailContact: [
    { FromEmailAddress: { EmailAddress: 'a@example.com' }, EmailMessage: { MessageSourceType: 'RAW' } },
    {
      FromEmailAddress: { EmailAddress: 'a@example.com', DisplayName: 'Clinic' },
      DestinationEmailAddress: { EmailAddress: 'b@example.com', DisplayName: 'Caller' },
      EmailMessage: { MessageSourceType: 'RAW' },
    },
  ],
  StartVoiceIdStream: [{}],
  TagContact: [{ Tags: { campaign: 'spring' } }, { Tags: '$.Attributes.tags' }],
  TransferContactToAgent: [{}],
  TransferContactToQueue: [{}],
  TransferParticipantToThirdParty: [
    {
      ThirdPartyPhoneNumber: '$.Attributes.n',
      ThirdPartyConnectionTimeLimitSeconds: '0',
      ContinueFlowExecution: 'False',
    },
    {
      ThirdPartyPhoneNumber: '$.Attributes.n',
      ThirdPartyConnectionTimeLimitSeconds: '600',
      ContinueFlowExecution: 'True',
      ThirdPartyDTMFDigits: '1,*#',
    },
  ],
  TransferToFlow: [{ ContactFlowId: ARN }],
  UntagContact: [{ TagKeys: ['campaign'] }],
  UpdateCase: [
    { LinkContactToCase: 'true', CaseId: '$.Case.case_id' },
    { LinkContactToCase: 'false', CaseId: 'a', CaseRequestFields: { status: 'closed' } },
  ],
  UpdateContactAttributes: [
    { Attributes: { tier: 'gold' } },
    { Attributes: { tier: '$.External.tier' }, TargetContact: 'Related' },
  ],
  UpdateContactCallbackNumber: [{ CallbackNumber: '$.StoredCustomerInput' }],
  UpdateContactData: [{ LanguageCode: 'ja-JP' }, { WisdomSessionArn: '$.Wisdom.SessionArn', TargetContact: 'Current' }],
  UpdateContactEventHooks: [
    { EventHooks: { CustomerQueue: ARN } },
    {
      EventHooks: { AgentWhisper: '$.FlowAttributes.w' },
      EventHooksConfiguration: { AgentWhisper: { DisableExecution: 'false' } },
    },
    { EventHooksConfiguration: { CustomerWhisper: { DisableExecution: 'true' } } },
  ],
  UpdateContactMediaProcessing: [
    {
      ChatProcessor: {
        ProcessingEnabled: 'True',
        LambdaProcessorARN: ARN,
        ChatProcessorSettings: { DeliverUnprocessedMessages: 'False' },
      },
    },
  ],
  UpdateContactMediaStreamingBehavior: [
    {
      MediaStreamingState: 'Enabled',
      MediaStreamType: 'Audio',
      Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From'] }],
    },
  ],
  UpdateContactRecordingAndAnalyticsBehavior: [
    {
      VoiceBehavior: {
        VoiceRecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'], IVRRecordingBehavior: 'Enabled' },
        VoiceAnalyticsBehavior: {
          Enabled: 'True',
          AnalyticsLanguage: 'ja-JP',
          AnalyticsModes: ['RealTime'],
          SentimentConfiguration: { Enabled: 'True' },
        },
      },
    },
    { ChatBehavior: { ChatAnalyticsBehavior: { Enabled: 'False' } } },
    { ScreenRecordingBehavior: { ScreenRecordedParticipants: ['Agent'] } },
  ],
  UpdateContactRecordingBehavior: [
    { RecordingBehavior: { RecordedParticipants: [] } },
    {
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
      AnalyticsBehavior: {
        Enabled: 'True',
        AnalyticsLanguage: '$.LanguageCode',
        ChannelConfiguration: { Voice: { AnalyticsModes: ['PostContact'] } },
      },
    },
  ],
  UpdateContactRoutingBehavior: [{ QueuePriority: '1' }, { QueueTimeAdjustmentSeconds: '-60' }],
  UpdateContactRoutingCriteria: [
    { RoutingCriteria: '$.External.criteria' },
    {
      RoutingCriteria: {
        Steps: [
          {
            Expression: {
              AttributeCondition: {
                Name: 'a',
                Value: 'b',
                ProficiencyLevel: 4,
                ComparisonOperator: 'NumberGreaterOrEqualTo',
              },
            },
            Expiry: { DurationInSeconds: '30' },
          },
          {
            Expression: {
              AttributeCondition: {
                ComparisonOperator: 'Match',
                MatchCriteria: { AgentsCriteria: { AgentIds: [ARN] } },
              },
            },
            Expiry: { DurationInSeconds: 4 },
          },
          { Expression: { OrExpression: [] } },
        ],
      },
    },
  ],
  UpdateContactTargetQueue: [{ QueueId: ARN }, { AgentId: '$.Attributes.agent' }],
  UpdateContactTextToSpeechVoice: [
    { TextToSpeechVoice: 'Kazuha', TextToSpeechEngine: 'Neural', TextToSpeechStyle: 'None' },
  ],
  UpdateCustomerProfile: [{ ProfileRequestData: { City: 'a' } }],
  UpdateFlowAttributes: [{ FlowAttributes: { attempt: { Value: '1' } } }],
  UpdateFlowLoggingBehavior: [{ FlowLoggingBehavior: 'Enabled' }],
  UpdatePreviousContactParticipantState: [{ PreviousContactParticipantState: 'OffHold' }],
  UpsertDataTableValues: [
    {
      DataTableId: ARN,
      LockVersion: 'LATEST',
      DataTableUpsertAttributes: [
        {
          PrimaryKeyGroupName: 'a',
          PrimaryValues: [{ Name: 'k', Value: 'v' }],
          Attributes: [{ Name: 'x', Value: 'y' }],
        },
      ],
    },
  ],
  Wait: [
    { TimeLimitSeconds: '300' },
    { TimeLimitSeconds: '$.External.wait', Events: ['CustomerReturned', 'BotParticipantDisconnected'] },
    { TimeLimitSeconds: '60', ContinueExecution: 'True', MinimumWaitTimeSeconds: '5' },
  ],
};

/** A condition that the action takes, where it needs one at all. */
const CONDITIONS: Readonly<Record<string, readonly [operator: string, operand: string]>> = {
  CheckMetricData: ['NumberGreaterThan', '0'],
  Compare: ['Equals', 'gold'],
};

/** The action with these parameters, right in every way. */
export function actionOf(type: string, parameters: JsonObject): JsonObject {
  const entry = actions.get(type);
  if (entry === undefined) throw new Error(`no entry for ${type}`);
  return { Identifier: 'a', Type: type, Parameters: parameters, Transitions: transitionsOf(entry, parameters) };
}

export function documentOf(...flowActions: readonly JsonObject[]): JsonObject {
  return { Version: '2019-10-30', StartAction: 'a', Actions: flowActions };
}

function transitionsOf(entry: ActionEntry, parameters: JsonObject): JsonObject {
  if (entry.terminal) return {};
  const errors = entry.errors.filter((error) =>
    error.guard === undefined ? error.mandatory === 'yes' : holds(error.guard, parameters),
  );
  const demanded = (entry.conditions.demanded ?? []).filter(
    (demand) => demand.guard === undefined || holds(demand.guard, parameters),
  );
  const sample = CONDITIONS[entry.type];
  const conditions = [
    ...demanded.map((demand) => ['Equals', demand.operand] as const),
    ...(sample === undefined ? [] : [sample]),
  ];
  return {
    ...(entry.nextAction === 'required' || conditions.length > 0 ? { NextAction: 'a' } : {}),
    Errors: errors.map((error) => ({ ErrorType: error.type, NextAction: 'a' })),
    Conditions: conditions.map(([Operator, operand]) => ({
      Condition: { Operator, Operands: [operand] },
      NextAction: 'a',
    })),
  };
}

function holds(guard: Guard, parameters: JsonObject): boolean {
  let value: Json | undefined = parameters;
  for (const key of guard.path.split('.')) value = (value as JsonObject | undefined)?.[key];
  if (guard.absent === true) return value === undefined;
  if (guard.is === undefined) return value !== undefined;
  return sameJson(value, guard.is) || (Array.isArray(value) && value.some((item) => sameJson(item as Json, guard.is)));
}
