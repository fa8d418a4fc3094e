/** Console words for the types of flows. */
import type { FlowType } from '../graph/flow-graph.ts';
import type { Flow, Value } from '../syntax/ast.ts';
import type { Named } from './program.ts';
import { valueOf } from './read.ts';

/** The word that stands before `flow` (and `module`), by the type that the API knows. */
export const FLOW_TYPE_WORDS: Readonly<Record<FlowType, string>> = {
  CONTACT_FLOW: 'inbound',
  CUSTOMER_QUEUE: 'customer_queue',
  CUSTOMER_HOLD: 'customer_hold',
  CUSTOMER_WHISPER: 'customer_whisper',
  AGENT_HOLD: 'agent_hold',
  AGENT_WHISPER: 'agent_whisper',
  OUTBOUND_WHISPER: 'outbound_whisper',
  AGENT_TRANSFER: 'agent_transfer',
  QUEUE_TRANSFER: 'queue_transfer',
  CAMPAIGN: 'campaign',
  MODULE: 'module',
};

const TYPES = new Map(Object.entries(FLOW_TYPE_WORDS).map(([type, word]) => [word, type as FlowType]));

/** The type that a word says; undefined when it says none. */
export function flowTypeOfWord(word: string): FlowType | undefined {
  return TYPES.get(word);
}

/** The type of a flow or module of the project; undefined where the source does not say it, or says an unknown one. */
export function flowTypeOf(flow: Flow): FlowType | undefined {
  return flow.type === undefined ? undefined : flowTypeOfWord(flow.type.text);
}

/** The type of anything under `flow` or `module`, existing ones by their `type:`. */
export function flowTypeOfNamed(named: Named): FlowType | undefined {
  if (named.kind === 'module') return 'MODULE';
  if (named.declaration.kind === 'flow') return flowTypeOf(named.declaration);
  const type: Value | undefined = valueOf(named.declaration.block, 'type');
  return type?.kind === 'word' ? flowTypeOfWord(type.text) : undefined;
}
