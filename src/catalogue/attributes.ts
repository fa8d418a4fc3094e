/**
 * What a JSONPath in a flow may begin with: the roots of Connect's attributes, their keys, which flows have them and
 * which action gives them a value. Sources: the admin guide's "List of available contact attributes" and the devguide's
 * action pages (2026-10 copies), with console exports for what they leave out.
 */
import type { FlowType } from '../graph/flow-graph.ts';

export interface AttributeRoot {
  /** Segments after `$.`, joined by dots: `Attributes`, `Metrics.Queue`, `Channel`. */
  readonly root: string;
  /** Keys right below; `any`: the user's own; absent: the root itself is the value. Deeper keys follow after a dot. */
  readonly keys?: readonly string[] | 'any';
  /** The values it can have, where they are few. */
  readonly values?: readonly string[];
  /** Types of the actions that give it a value; absent: it is there from the start. */
  readonly setBy?: readonly string[];
  /** Flow types that have it; absent: all. */
  readonly flowTypes?: readonly FlowType[];
  /** A module cannot read what its caller has there. */
  readonly notInModules?: true;
  readonly notes?: string;
}

const withAgent: readonly FlowType[] = [
  'AGENT_WHISPER',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'CUSTOMER_HOLD',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
];

const endpoint = ['Address', 'Type', 'DisplayName'];

export const attributeRoots: readonly AttributeRoot[] = [
  {
    root: 'Attributes',
    keys: 'any',
    notes: 'Set by UpdateContactAttributes or when the contact is started; kept on the contact record, 32 KB in all.',
  },
  {
    root: 'FlowAttributes',
    keys: 'any',
    setBy: ['UpdateFlowAttributes'],
    notInModules: true,
    notes: 'Lives in this flow only, 32 KB in all; not passed to modules, Lambda functions or other flows.',
  },
  {
    root: 'SegmentAttributes',
    keys: [
      'connect:Subtype',
      'connect:Direction',
      'connect:CreatedByUser',
      'connect:AssignmentType',
      'connect:EmailSubject',
      'connect:RedactedFields',
      'connect:ScreenSharingDetails',
      'connect:ContactExpiry',
      'connect:CustomerAuthentication',
      'connect:BlockReasonHeader',
      'connect:ValidationTestType',
      'connect:X-SES-SPAM-VERDICT',
      'connect:X-SES-VIRUS-VERDICT',
    ],
    notes: "Written with brackets: $.SegmentAttributes['connect:Subtype']. An instance may have keys of its own.",
  },
  { root: 'AwsRegion' },
  { root: 'ContactId' },
  { root: 'InitialContactId' },
  { root: 'PreviousContactId' },
  { root: 'Task.ContactId', setBy: ['CreateTask'] },
  { root: 'Channel', values: ['VOICE', 'CHAT', 'TASK', 'EMAIL'] },
  { root: 'CallbackNumber', notes: 'The number to call back; no page names the path, a console export has it.' },
  { root: 'InstanceARN' },
  {
    root: 'InitiationMethod',
    values: [
      'INBOUND',
      'OUTBOUND',
      'TRANSFER',
      'CALLBACK',
      'QUEUE_TRANSFER',
      'EXTERNAL_OUTBOUND',
      'MONITOR',
      'DISCONNECT',
      'WEBRTC_API',
      'API',
    ],
  },
  { root: 'CustomerId' },
  { root: 'Name' },
  { root: 'Description' },
  { root: 'LanguageCode' },
  { root: 'TextToSpeechVoiceId' },
  { root: 'Tags', keys: 'any' },
  { root: 'References', keys: 'any', notes: 'Each key has .Value and .Type.' },
  {
    root: 'StoredCustomerInput',
    setBy: ['GetParticipantInput'],
    notInModules: true,
    notes: 'The word Timeout when nothing was entered.',
  },
  { root: 'CustomerEndpoint', keys: endpoint },
  { root: 'SystemEndpoint', keys: endpoint },
  { root: 'AdditionalEmailRecipients', keys: ['ToList', 'CcList'] },
  {
    root: 'Queue',
    keys: ['Name', 'ARN', 'OutboundCallerId'],
    setBy: ['UpdateContactTargetQueue'],
    notes: 'Also there once the contact is in a queue. OutboundCallerId has .Address and .Type.',
  },
  { root: 'Agent', keys: ['UserName', 'FirstName', 'LastName', 'ARN'], flowTypes: withAgent },
  {
    root: 'Metrics.Queue',
    keys: ['Name', 'ARN', 'Size', 'OldestContactAge', 'EstimatedWaitTime'],
    setBy: ['GetMetricData'],
    notInModules: true,
  },
  {
    root: 'Metrics.Agents',
    keys: ['Online', 'Available', 'Staffed', 'AfterContactWork', 'Busy', 'Missed', 'NonProductive'],
    setBy: ['GetMetricData'],
    notInModules: true,
    notes: 'Each key has .Count.',
  },
  {
    root: 'Metrics.Contact',
    keys: ['EstimatedWaitTime', 'PositionInQueue'],
    setBy: ['GetMetricData'],
    notInModules: true,
  },
  {
    root: 'External',
    keys: 'any',
    setBy: ['InvokeLambdaFunction'],
    notInModules: true,
    notes: 'What the last synchronous Lambda call returned.',
  },
  {
    root: 'LambdaInvocation',
    keys: ['ResultData', 'InvocationId'],
    setBy: ['InvokeLambdaFunction'],
    notInModules: true,
    notes: 'ResultData is the same as $.External; InvocationId is that of the last asynchronous call.',
  },
  {
    root: 'Lex',
    keys: [
      'IntentName',
      'Slots',
      'SessionAttributes',
      'DialogState',
      'IntentConfidence',
      'SentimentResponse',
      'AlternativeIntents',
    ],
    setBy: ['ConnectParticipantWithLexBot'],
    notInModules: true,
  },
  { root: 'AgenticCX.ContextVariables', keys: 'any', setBy: ['ConnectParticipantWithAgenticCX'] },
  { root: 'Media', keys: ['Sip', 'InitialMessage'] },
  {
    root: 'MediaStreams.Customer.Audio',
    keys: ['StreamARN', 'StartTimestamp', 'StopTimestamp', 'StartFragmentNumber'],
    setBy: ['UpdateContactMediaStreamingBehavior'],
  },
  {
    root: 'Views',
    keys: ['Action', 'ViewResultData'],
    setBy: ['ShowView'],
    notes: 'Overwritten by the next view.',
  },
  {
    root: 'Customer',
    keys: 'any',
    setBy: [
      'GetCustomerProfile',
      'CreateCustomerProfile',
      'UpdateCustomerProfile',
      'GetCustomerProfileObject',
      'GetCalculatedAttributesForCustomerProfile',
    ],
    notInModules: true,
    notes: '14,000 characters per flow.',
  },
  { root: 'Case', keys: 'any', setBy: ['GetCase', 'CreateCase'] },
  { root: 'Wisdom', keys: ['SessionArn'], setBy: ['CreateWisdomSession'], notInModules: true },
  { root: 'Modules', keys: ['Input', 'Result', 'ResultData'], setBy: ['InvokeFlowModule'] },
  {
    root: 'Loop',
    keys: 'any',
    setBy: ['Loop'],
    notes: 'The key is the loop name: .Index .Element .Elements below it.',
  },
  { root: 'DataTables', keys: 'any', setBy: ['EvaluateDataTableValues'] },
  { root: 'DataTableList', keys: ['ResultData'], setBy: ['ListDataTableValues'] },
  {
    root: 'ExternalTool',
    keys: ['InvocationId', 'ResultData'],
    notes: 'What the last External Tool block did; no page or export names its type.',
  },
  { root: 'Email.EmailMessage', keys: ['Plaintext'], setBy: ['LoadContactContent'] },
  {
    root: 'OutboundCommunication',
    keys: ['Latest', 'Telephony'],
    flowTypes: ['CAMPAIGN'],
    notes: 'Latest has .Id, Telephony has .ContactId once a call was placed.',
  },
  {
    root: 'DeliveryReceipts',
    keys: 'any',
    flowTypes: ['CAMPAIGN'],
    notes: "The key is the id of a message: $.DeliveryReceipts['`$.OutboundCommunication.Latest.Id`'].Bounce.",
  },
  { root: 'Capabilities.Agent', keys: ['ScreenShare', 'Video'] },
  { root: 'Capabilities.Customer', keys: ['ScreenShare', 'Video'] },
];

/** Roots that are values in themselves; a path to any other needs a key behind the root. */
export const scalarRoots: ReadonlySet<string> = new Set([
  'AwsRegion',
  'Channel',
  'ContactId',
  'CustomerId',
  'Description',
  'InitialContactId',
  'InitiationMethod',
  'InstanceARN',
  'LanguageCode',
  'Name',
  'PreviousContactId',
  'StoredCustomerInput',
  'Tags',
  'TextToSpeechVoiceId',
]);
