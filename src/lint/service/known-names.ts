/** Type names that are often written and do not exist, and real ones that no page describes. */

/**
 * What the wrong name stands for in flow language; empty for what is meant as the start of a flow. The service refuses all
 * of these ("Invalid Action type"; some were tried with CreateContactFlow in June 2026 by the authors of a published guide
 * for models that write flows).
 */
export const INVENTED: ReadonlyMap<string, string> = new Map([
  ['CheckAttribute', 'Compare'],
  ['CheckCondition', 'Compare'],
  ['CheckContactAttributes', 'Compare'],
  ['CheckHours', 'CheckHoursOfOperation'],
  ['CheckQueueStatus', 'CheckMetricData'],
  ['CheckStaffing', 'CheckMetricData'],
  ['CheckValue', 'Compare'],
  ['Condition', 'Compare'],
  ['Disconnect', 'DisconnectParticipant'],
  ['Distribute', 'DistributeByPercentage'],
  ['EndFlow', 'EndFlowExecution'],
  ['EntryPoint', ''],
  ['GetCustomerInput', 'GetParticipantInput'],
  ['GetQueueMetrics', 'GetMetricData'],
  ['GetUserInput', 'GetParticipantInput'],
  ['InvokeAPI', 'InvokeLambdaFunction'],
  ['InvokeAgentAction', 'ConnectParticipantWithLexBot'],
  ['InvokeAmazonQConnect', 'ConnectParticipantWithLexBot'],
  ['InvokeBedrockAgent', 'ConnectParticipantWithLexBot'],
  ['InvokeExternalResource', 'InvokeLambdaFunction'],
  ['InvokeLambda', 'InvokeLambdaFunction'],
  ['InvokeQConnect', 'ConnectParticipantWithLexBot'],
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
  ['TransferToAgent', 'TransferContactToAgent'],
  ['TransferToPhoneNumber', 'TransferParticipantToThirdParty'],
  ['TransferToQueue', 'TransferContactToQueue'],
  ['TransferToThirdParty', 'TransferParticipantToThirdParty'],
  ['Trigger', ''],
  ['UnTagContact', 'UntagContact'],
  ['UpdateRoutingCriteria', 'UpdateContactRoutingCriteria'],
]);

/** Types that the service knows and the catalogue does not: of neither does anybody say what it takes. */
export const SERVICE_KNOWS: ReadonlySet<string> = new Set(['InvokeThirdPartyAction', 'PutLambdaInvokeRequest']);
