/**
 * Errors that an action must or must not list depending on its parameters: the facts that the catalogue has in prose
 * (`mandatory: 'conditional'`). Evidence is the catalogue's.
 */
import type { FlowType } from '../../graph/flow-graph.ts';
import { isObject, type JsonObject } from '../../text/json.ts';
import { atPath, textAt } from './at-path.ts';
import { hasToken } from './values.ts';

export interface ErrorNeeds {
  readonly required: readonly string[];
  readonly refused: readonly string[];
  /** Ends the sentence "… it is refused ‹why›". */
  readonly why: string;
}

const NOTHING: ErrorNeeds = { required: [], refused: [], why: '' };

/** Nothing where a token stands in the parameter that decides. */
export function errorNeeds(type: string, parameters: JsonObject, flowType: FlowType | undefined): ErrorNeeds {
  switch (type) {
    case 'GetParticipantInput':
      return inputErrors(parameters);
    case 'TransferParticipantToThirdParty':
      return thirdPartyErrors(parameters, flowType);
    case 'UpdateContactRecordingAndAnalyticsBehavior':
      return recordingErrors(parameters);
    case 'CreateCase':
    case 'GetCase':
    case 'UpdateCase':
      return textAt(parameters, 'LinkContactToCase') === 'true'
        ? { required: ['ContactNotLinked'], refused: [], why: 'with a link to the contact' }
        : NOTHING;
    case 'Wait':
      return Array.isArray(parameters.Events) && parameters.Events.includes('BotParticipantDisconnected')
        ? { required: ['ParticipantNotFound'], refused: [], why: 'when it waits for the bot to leave' }
        : NOTHING;
    default:
      return NOTHING;
  }
}

const MENU_ERRORS = ['NoMatchingCondition', 'InputTimeLimitExceeded'];

function inputErrors(parameters: JsonObject): ErrorNeeds {
  if (parameters.EnableDTMFBuffer !== undefined) return NOTHING;
  const store = textAt(parameters, 'StoreInput');
  if (store === 'False') return { required: MENU_ERRORS, refused: [], why: 'in a menu' };
  if (store !== 'True') return NOTHING;
  const phone = isObject(atPath(parameters, 'InputValidation.PhoneNumberValidation'));
  return { required: phone ? ['InvalidPhoneNumber'] : [], refused: MENU_ERRORS, why: 'where the input is stored' };
}

const CALL_ERRORS = ['CallFailed', 'ConnectionTimeLimitExceeded'];

function thirdPartyErrors(parameters: JsonObject, flowType: FlowType | undefined): ErrorNeeds {
  if (flowType === 'AGENT_TRANSFER') return { required: [], refused: CALL_ERRORS, why: 'in agent transfer flows' };
  const goesOn = textAt(parameters, 'ContinueFlowExecution');
  if (goesOn === 'True') return { required: CALL_ERRORS, refused: [], why: 'where the flow goes on after the call' };
  if (goesOn === undefined || hasToken(goesOn)) return NOTHING;
  return { required: [], refused: CALL_ERRORS, why: 'where the flow ends with the transfer' };
}

function recordingErrors(parameters: JsonObject): ErrorNeeds {
  const redaction = ['InFlightRedactionConfigurationFailed'];
  if (parameters.ChatBehavior !== undefined) return { required: redaction, refused: [], why: 'for chat' };
  if (parameters.VoiceBehavior !== undefined) return { required: [], refused: redaction, why: 'for voice' };
  return NOTHING;
}
