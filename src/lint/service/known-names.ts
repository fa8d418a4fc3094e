/** Type names that are often written and do not exist, and real ones that no page describes. */

/** What the wrong name stands for in flow language. The service refuses all of these: "Invalid Action type". */
export const INVENTED: ReadonlyMap<string, string> = new Map([
  ['CheckAttribute', 'Compare'],
  ['CheckContactAttributes', 'Compare'],
  ['CheckHours', 'CheckHoursOfOperation'],
  ['CheckQueueStatus', 'CheckMetricData'],
  ['CheckStaffing', 'CheckMetricData'],
  ['Disconnect', 'DisconnectParticipant'],
  ['EndFlow', 'EndFlowExecution'],
  ['EntryPoint', ''],
  ['GetCustomerInput', 'GetParticipantInput'],
  ['GetQueueMetrics', 'GetMetricData'],
  ['GetUserInput', 'GetParticipantInput'],
  ['InvokeAgentAction', ''],
  ['InvokeExternalResource', 'InvokeLambdaFunction'],
  ['InvokeLambda', 'InvokeLambdaFunction'],
  ['LoopPrompts', 'MessageParticipantIteratively'],
  ['PlayPrompt', 'MessageParticipant'],
  ['ReturnFromFlowModule', 'EndFlowModuleExecution'],
  ['SendMessage', 'MessageParticipant'],
  ['SetAttributes', 'UpdateContactAttributes'],
  ['SetCallbackNumber', 'UpdateContactCallbackNumber'],
  ['SetContactAttributes', 'UpdateContactAttributes'],
  ['SetContactFlow', 'UpdateContactEventHooks'],
  ['SetLoggingBehavior', 'UpdateFlowLoggingBehavior'],
  ['SetQueue', 'UpdateContactTargetQueue'],
  ['SetRecordingBehavior', 'UpdateContactRecordingBehavior'],
  ['SetVoice', 'UpdateContactTextToSpeechVoice'],
  ['SetWorkingQueue', 'UpdateContactTargetQueue'],
  ['Start', ''],
  ['StartMediaStreaming', 'UpdateContactMediaStreamingBehavior'],
  ['StopMediaStreaming', 'UpdateContactMediaStreamingBehavior'],
  ['StoreCustomerInput', 'GetParticipantInput'],
  ['StoreUserInput', 'GetParticipantInput'],
  ['Transfer', 'TransferToFlow'],
  ['TransferContactToFlow', 'TransferToFlow'],
  ['TransferToPhoneNumber', 'TransferParticipantToThirdParty'],
  ['TransferToQueue', 'TransferContactToQueue'],
  ['Trigger', ''],
  ['UnTagContact', 'UntagContact'],
  ['UpdateRoutingCriteria', 'UpdateContactRoutingCriteria'],
]);

/** Of those that stand for nothing, the ones that are meant as the start of a flow. */
export const BEGINNINGS: ReadonlySet<string> = new Set(['EntryPoint', 'Start', 'Trigger']);

/** Blocks of journey flows, of which the admin guide shows examples (create-campaigns-api-cli) and no page says more. */
export const JOURNEY: ReadonlySet<string> = new Set([
  'GetOutboundCommunicationStatus',
  'PutDialRequest',
  'PutLambdaInvokeRequest',
  'SendOutboundEmail',
  'SendSMS',
]);

/** Types that the service knows and the catalogue does not: those, and one that is seen in console exports only. */
export const SERVICE_KNOWS: ReadonlySet<string> = new Set(['InvokeThirdPartyAction', ...JOURNEY]);
