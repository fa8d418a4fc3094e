/**
 * The types of flows: how the source, the API, exports and the console call them, and which one each event hook wants.
 * Sources: API_CreateContactFlow (type words), console exports (`Metadata.type`), the admin guide's pages "Choose a flow
 * type" and those of the Set … flow blocks. Japanese names are translations where `jaStatus` is not `confirmed`.
 */
import type { FlowType } from '../graph/flow-graph.ts';

export interface FlowTypeFacts {
  readonly type: FlowType;
  /** Before `flow` in the source; of modules, instead of it. */
  readonly word: string;
  /** `Metadata.type` of console exports; modules have none. */
  readonly exportWord?: string;
  readonly console: { readonly en: string; readonly ja: string; readonly jaStatus: 'confirmed' | 'unconfirmed' };
  readonly channels: readonly ('voice' | 'chat' | 'task' | 'email')[];
}

export const flowTypes: readonly FlowTypeFacts[] = [
  {
    type: 'CONTACT_FLOW',
    word: 'inbound',
    exportWord: 'contactFlow',
    console: { en: 'Flow (inbound)', ja: 'フロー (インバウンド)', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat', 'task', 'email'],
  },
  {
    type: 'CUSTOMER_QUEUE',
    word: 'customer_queue',
    exportWord: 'customerQueue',
    console: { en: 'Customer queue flow', ja: '顧客キューフロー', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat', 'task'],
  },
  {
    type: 'CUSTOMER_HOLD',
    word: 'customer_hold',
    exportWord: 'customerHold',
    console: { en: 'Customer hold flow', ja: '顧客保留フロー', jaStatus: 'unconfirmed' },
    channels: ['voice'],
  },
  {
    type: 'CUSTOMER_WHISPER',
    word: 'customer_whisper',
    exportWord: 'customerWhisper',
    console: { en: 'Customer whisper flow', ja: '顧客ウィスパーフロー', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat'],
  },
  {
    type: 'AGENT_HOLD',
    word: 'agent_hold',
    exportWord: 'agentHold',
    console: { en: 'Agent hold flow', ja: 'エージェント保留フロー', jaStatus: 'unconfirmed' },
    channels: ['voice'],
  },
  {
    type: 'AGENT_WHISPER',
    word: 'agent_whisper',
    exportWord: 'agentWhisper',
    console: { en: 'Agent whisper flow', ja: 'エージェントウィスパーフロー', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat', 'task'],
  },
  {
    type: 'OUTBOUND_WHISPER',
    word: 'outbound_whisper',
    exportWord: 'outboundWhisper',
    console: { en: 'Outbound whisper flow', ja: 'アウトバウンドウィスパーフロー', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat'],
  },
  {
    type: 'AGENT_TRANSFER',
    word: 'agent_transfer',
    exportWord: 'agentTransfer',
    console: { en: 'Transfer to agent flow', ja: 'エージェントへの転送フロー', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat', 'task'],
  },
  {
    type: 'QUEUE_TRANSFER',
    word: 'queue_transfer',
    exportWord: 'queueTransfer',
    console: { en: 'Transfer to queue flow', ja: 'キューへの転送フロー', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat', 'task'],
  },
  {
    type: 'CAMPAIGN',
    word: 'campaign',
    exportWord: 'campaign',
    console: { en: 'Journey flow', ja: 'ジャーニーフロー', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat', 'email'],
  },
  {
    type: 'MODULE',
    word: 'module',
    console: { en: 'Flow module', ja: 'フローモジュール', jaStatus: 'unconfirmed' },
    channels: ['voice', 'chat', 'task', 'email'],
  },
];

/** The type that a word of the source names (`customer_queue`, `module`); undefined for any other word. */
export function flowTypeOf(word: string): FlowType | undefined {
  return flowTypes.find((facts) => facts.word === word)?.type;
}

/** The statement that a flow of a type usually ends with. */
export function lastWordOf(type: FlowType | undefined): 'return' | 'disconnect' | 'end' {
  if (type === 'MODULE') return 'return';
  return type === undefined || type === 'CONTACT_FLOW' ? 'disconnect' : 'end';
}

/** The word that the source has for a type. */
export function wordOfFlowType(type: FlowType): string {
  return flowTypeFacts(type)?.word ?? type;
}

/** Everything about a type. */
export function flowTypeFacts(type: FlowType): FlowTypeFacts | undefined {
  return flowTypes.find((facts) => facts.type === type);
}

export interface EventHook {
  /** Key in `EventHooks` of UpdateContactEventHooks. */
  readonly key: string;
  /** The verb phrase that sets it. */
  readonly phrase: string;
  /** The type that the flow must have. */
  readonly wants: FlowType;
  /** Flow types whose flows may set it, by the console's block pages. */
  readonly setIn: readonly FlowType[] | 'every';
}

/** The flow of a hook must have the type that the hook wants. */
export const eventHooks: readonly EventHook[] = [
  {
    key: 'CustomerQueue',
    phrase: 'set customer_queue',
    wants: 'CUSTOMER_QUEUE',
    setIn: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  },
  {
    key: 'CustomerHold',
    phrase: 'set hold customer',
    wants: 'CUSTOMER_HOLD',
    setIn: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  },
  {
    key: 'AgentHold',
    phrase: 'set hold agent',
    wants: 'AGENT_HOLD',
    setIn: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  },
  {
    key: 'CustomerWhisper',
    phrase: 'set whisper customer',
    wants: 'CUSTOMER_WHISPER',
    setIn: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  },
  {
    key: 'AgentWhisper',
    phrase: 'set whisper agent',
    wants: 'AGENT_WHISPER',
    setIn: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  },
  { key: 'CustomerRemaining', phrase: 'set disconnect', wants: 'CONTACT_FLOW', setIn: 'every' },
  { key: 'DefaultAgentUI', phrase: 'set event default_agent_ui', wants: 'CONTACT_FLOW', setIn: 'every' },
  { key: 'DisconnectAgentUI', phrase: 'set event disconnect_agent_ui', wants: 'CONTACT_FLOW', setIn: 'every' },
  { key: 'PauseContact', phrase: 'set event pause', wants: 'CONTACT_FLOW', setIn: 'every' },
  { key: 'ResumeContact', phrase: 'set event resume', wants: 'CONTACT_FLOW', setIn: 'every' },
];
