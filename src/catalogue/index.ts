/** The catalogue: every Connect action that flowc knows, by its `Type`. A new action is one file and two lines here. */
import CompleteOutboundCall from './contact/CompleteOutboundCall.ts';
import CreateCase from './contact/CreateCase.ts';
import CreateContact from './contact/CreateContact.ts';
import CreatePersistentContactAssociation from './contact/CreatePersistentContactAssociation.ts';
import CreateTask from './contact/CreateTask.ts';
import CreateWisdomSession from './contact/CreateWisdomSession.ts';
import DequeueContactAndTransferToQueue from './contact/DequeueContactAndTransferToQueue.ts';
import EndFlowModuleExecution from './contact/EndFlowModuleExecution.ts';
import GetCase from './contact/GetCase.ts';
import InvokeFlowModule from './contact/InvokeFlowModule.ts';
import LoadContactContent from './contact/LoadContactContent.ts';
import PutDialRequest from './contact/PutDialRequest.ts';
import RenderMessageTemplate from './contact/RenderMessageTemplate.ts';
import ResumeContact from './contact/ResumeContact.ts';
import RouteContactToAgent from './contact/RouteContactToAgent.ts';
import SendOutboundEmail from './contact/SendOutboundEmail.ts';
import SendSMS from './contact/SendSMS.ts';
import StartOutboundChatContact from './contact/StartOutboundChatContact.ts';
import StartOutboundEmailContact from './contact/StartOutboundEmailContact.ts';
import TagContact from './contact/TagContact.ts';
import TransferContactToAgent from './contact/TransferContactToAgent.ts';
import TransferContactToQueue from './contact/TransferContactToQueue.ts';
import UntagContact from './contact/UntagContact.ts';
import UpdateCase from './contact/UpdateCase.ts';
import UpdateContactAttributes from './contact/UpdateContactAttributes.ts';
import UpdateContactCallbackNumber from './contact/UpdateContactCallbackNumber.ts';
import UpdateContactData from './contact/UpdateContactData.ts';
import UpdateContactEventHooks from './contact/UpdateContactEventHooks.ts';
import UpdateContactMediaProcessing from './contact/UpdateContactMediaProcessing.ts';
import UpdateContactMediaStreamingBehavior from './contact/UpdateContactMediaStreamingBehavior.ts';
import UpdateContactRecordingAndAnalyticsBehavior from './contact/UpdateContactRecordingAndAnalyticsBehavior.ts';
import UpdateContactRecordingBehavior from './contact/UpdateContactRecordingBehavior.ts';
import UpdateContactRoutingBehavior from './contact/UpdateContactRoutingBehavior.ts';
import UpdateContactRoutingCriteria from './contact/UpdateContactRoutingCriteria.ts';
import UpdateContactTargetQueue from './contact/UpdateContactTargetQueue.ts';
import UpdateContactTextToSpeechVoice from './contact/UpdateContactTextToSpeechVoice.ts';
import UpdatePreviousContactParticipantState from './contact/UpdatePreviousContactParticipantState.ts';
import CheckHoursOfOperation from './flow-control/CheckHoursOfOperation.ts';
import CheckMetricData from './flow-control/CheckMetricData.ts';
import CheckOutboundCallStatus from './flow-control/CheckOutboundCallStatus.ts';
import CheckVoiceId from './flow-control/CheckVoiceId.ts';
import Compare from './flow-control/Compare.ts';
import DistributeByPercentage from './flow-control/DistributeByPercentage.ts';
import EndFlowExecution from './flow-control/EndFlowExecution.ts';
import GetMetricData from './flow-control/GetMetricData.ts';
import GetOutboundCommunicationStatus from './flow-control/GetOutboundCommunicationStatus.ts';
import Loop from './flow-control/Loop.ts';
import StartVoiceIdStream from './flow-control/StartVoiceIdStream.ts';
import TransferToFlow from './flow-control/TransferToFlow.ts';
import UpdateFlowAttributes from './flow-control/UpdateFlowAttributes.ts';
import UpdateFlowLoggingBehavior from './flow-control/UpdateFlowLoggingBehavior.ts';
import Wait from './flow-control/Wait.ts';
import AssociateContactToCustomerProfile from './interaction/AssociateContactToCustomerProfile.ts';
import CheckSegmentMembership from './interaction/CheckSegmentMembership.ts';
import CheckSegmentMembershipForCustomerProfile from './interaction/CheckSegmentMembershipForCustomerProfile.ts';
import CreateCallbackContact from './interaction/CreateCallbackContact.ts';
import CreateCustomerProfile from './interaction/CreateCustomerProfile.ts';
import EvaluateDataTableValues from './interaction/EvaluateDataTableValues.ts';
import GetCalculatedAttributesForCustomerProfile from './interaction/GetCalculatedAttributesForCustomerProfile.ts';
import GetCustomerProfile from './interaction/GetCustomerProfile.ts';
import GetCustomerProfileObject from './interaction/GetCustomerProfileObject.ts';
import InvokeLambdaFunction from './interaction/InvokeLambdaFunction.ts';
import ListDataTableValues from './interaction/ListDataTableValues.ts';
import UpdateCustomerProfile from './interaction/UpdateCustomerProfile.ts';
import UpsertDataTableValues from './interaction/UpsertDataTableValues.ts';
import AuthenticateParticipant from './participant/AuthenticateParticipant.ts';
import ConnectParticipantWithAgenticCX from './participant/ConnectParticipantWithAgenticCX.ts';
import ConnectParticipantWithLexBot from './participant/ConnectParticipantWithLexBot.ts';
import DisconnectParticipant from './participant/DisconnectParticipant.ts';
import GetParticipantInput from './participant/GetParticipantInput.ts';
import MessageParticipant from './participant/MessageParticipant.ts';
import MessageParticipantIteratively from './participant/MessageParticipantIteratively.ts';
import ShowView from './participant/ShowView.ts';
import TransferParticipantToThirdParty from './participant/TransferParticipantToThirdParty.ts';
import type { ActionEntry } from './types.ts';

const entries: readonly ActionEntry[] = [
  CompleteOutboundCall,
  CreateCase,
  CreateContact,
  CreatePersistentContactAssociation,
  CreateTask,
  CreateWisdomSession,
  DequeueContactAndTransferToQueue,
  EndFlowModuleExecution,
  GetCase,
  InvokeFlowModule,
  LoadContactContent,
  PutDialRequest,
  RenderMessageTemplate,
  ResumeContact,
  RouteContactToAgent,
  SendOutboundEmail,
  SendSMS,
  StartOutboundChatContact,
  StartOutboundEmailContact,
  TagContact,
  TransferContactToAgent,
  TransferContactToQueue,
  UntagContact,
  UpdateCase,
  UpdateContactAttributes,
  UpdateContactCallbackNumber,
  UpdateContactData,
  UpdateContactEventHooks,
  UpdateContactMediaProcessing,
  UpdateContactMediaStreamingBehavior,
  UpdateContactRecordingAndAnalyticsBehavior,
  UpdateContactRecordingBehavior,
  UpdateContactRoutingBehavior,
  UpdateContactRoutingCriteria,
  UpdateContactTargetQueue,
  UpdateContactTextToSpeechVoice,
  UpdatePreviousContactParticipantState,
  CheckHoursOfOperation,
  CheckMetricData,
  CheckOutboundCallStatus,
  CheckVoiceId,
  Compare,
  DistributeByPercentage,
  EndFlowExecution,
  GetMetricData,
  GetOutboundCommunicationStatus,
  Loop,
  StartVoiceIdStream,
  TransferToFlow,
  UpdateFlowAttributes,
  UpdateFlowLoggingBehavior,
  Wait,
  AssociateContactToCustomerProfile,
  CheckSegmentMembership,
  CheckSegmentMembershipForCustomerProfile,
  CreateCallbackContact,
  CreateCustomerProfile,
  EvaluateDataTableValues,
  GetCalculatedAttributesForCustomerProfile,
  GetCustomerProfile,
  GetCustomerProfileObject,
  InvokeLambdaFunction,
  ListDataTableValues,
  UpdateCustomerProfile,
  UpsertDataTableValues,
  AuthenticateParticipant,
  ConnectParticipantWithAgenticCX,
  ConnectParticipantWithLexBot,
  DisconnectParticipant,
  GetParticipantInput,
  MessageParticipant,
  MessageParticipantIteratively,
  ShowView,
  TransferParticipantToThirdParty,
];

/** All entries by `Type`, grouped as Connect groups them and in the order of their names. */
export const actions: ReadonlyMap<string, ActionEntry> = new Map(entries.map((entry) => [entry.type, entry]));

/** The entry of an action type; undefined for a type that the catalogue does not know. */
export function entryOf(type: string): ActionEntry | undefined {
  return actions.get(type);
}
