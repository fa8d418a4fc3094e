/**
 * What a flow or module says until those that it refers to exist: as little as its type allows. Nothing refers to one from
 * outside the circle that it is needed for, so no contact ever meets it.
 */
import { MODULE_SETTINGS } from '../../catalogue/module-settings.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';

/** Identifier of the only block; told from those of people by the sign before it. */
const MARK = 'flowc placeholder';

/** Compact JSON, legal for the type: what ends a contact in one is refused in another (flow-control and participant actions). */
export function placeholderOf(type: FlowType): string {
  const { action, parameters } = ONLY_BLOCK[type];
  const document = {
    Version: '2019-10-30',
    StartAction: MARK,
    Metadata: {
      entryPointPosition: { x: 40, y: 40 },
      ActionMetadata: { [MARK]: { position: { x: 200, y: 40 } } },
      Annotations: [],
    },
    Actions: [{ Parameters: parameters, Identifier: MARK, Type: action, Transitions: {} }],
    ...(type === 'MODULE' ? { Settings: MODULE_SETTINGS } : {}),
  };
  return JSON.stringify(document);
}

/** Whether a document is one: there is nothing of it to keep. */
export function isPlaceholder(content: string): boolean {
  if (!content.includes(MARK)) return false;
  try {
    const document = JSON.parse(content) as Json;
    return isObject(document) && document['StartAction'] === MARK;
  } catch {
    return false;
  }
}

interface Block {
  readonly action: string;
  readonly parameters: JsonObject;
}

const DISCONNECT: Block = { action: 'DisconnectParticipant', parameters: {} };
/** Whispers may not hang up. */
const END: Block = { action: 'EndFlowExecution', parameters: {} };
/** Flows on hold may neither hang up nor end: they play until the hold is over. */
const HOLD: Block = { action: 'MessageParticipantIteratively', parameters: { Messages: [{ Text: '…' }] } };

const ONLY_BLOCK: Readonly<Record<FlowType, Block>> = {
  CONTACT_FLOW: DISCONNECT,
  CUSTOMER_QUEUE: DISCONNECT,
  AGENT_TRANSFER: DISCONNECT,
  QUEUE_TRANSFER: DISCONNECT,
  CAMPAIGN: DISCONNECT,
  CUSTOMER_WHISPER: END,
  AGENT_WHISPER: END,
  OUTBOUND_WHISPER: END,
  CUSTOMER_HOLD: HOLD,
  AGENT_HOLD: HOLD,
  MODULE: { action: 'EndFlowModuleExecution', parameters: {} },
};
