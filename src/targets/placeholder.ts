/** What a flow says until the things it speaks of are there: the least that the service takes for its type. */
import { MODULE_SETTINGS } from '../catalogue/module-settings.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { JsonObject } from '../text/json.ts';

/** The document as JSON. Contacts that meet it are let go at once, so it must not stay. */
export function placeholderContent(type: FlowType): string {
  const action = placeholderAction(type);
  return JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'placeholder',
    Actions: [{ Parameters: {}, Identifier: 'placeholder', Transitions: {}, ...action }],
    ...(type === 'MODULE' ? { Settings: MODULE_SETTINGS } : {}),
  });
}

/** What may end a flow of each type: `flowTypesAllowed` of the catalogue's terminal actions. */
function placeholderAction(type: FlowType): JsonObject {
  switch (type) {
    case 'MODULE':
      return { Type: 'EndFlowModuleExecution' };
    case 'CUSTOMER_WHISPER':
    case 'AGENT_WHISPER':
    case 'OUTBOUND_WHISPER':
      return { Type: 'EndFlowExecution' };
    case 'CUSTOMER_HOLD':
    case 'AGENT_HOLD':
      return { Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'Please hold.' }] } };
    default:
      return { Type: 'DisconnectParticipant' };
  }
}
