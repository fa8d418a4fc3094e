/**
 * FlowGraph: what will happen. The waist of the compiler: everything that reasons about behaviour stands on it, whether
 * the flow was written as text or came as JSON. It says exactly what a flow-language document says, no more and no less,
 * free only in identifiers, layout and the four spellings of "nothing".
 */
import type { Json, JsonObject } from '../text/json.ts';
import type { Place } from '../text/text.ts';

/** The API's words for the type of a flow; `MODULE` is a resource of its own. */
export type FlowType =
  | 'CONTACT_FLOW'
  | 'CUSTOMER_QUEUE'
  | 'CUSTOMER_HOLD'
  | 'CUSTOMER_WHISPER'
  | 'AGENT_HOLD'
  | 'AGENT_WHISPER'
  | 'OUTBOUND_WHISPER'
  | 'AGENT_TRANSFER'
  | 'QUEUE_TRANSFER'
  | 'CAMPAIGN'
  | 'MODULE';

export interface FlowGraph {
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** Undefined where nothing tells: console exports often do not. */
  readonly type: FlowType | undefined;
  /** Identifier of the first action; '' or a name of no action in drafts; undefined when the document has none. */
  readonly start: string | undefined;
  /** In source order. Order carries no meaning, but a stable one keeps output stable. */
  readonly actions: readonly FlowAction[];
  readonly notes: readonly Note[];
  /** Top-level members besides StartAction, Actions, Metadata: `Version`, `Settings`, anything unknown, to the letter. */
  readonly top: JsonObject;
  /** Where the flow was declared. */
  readonly origin?: Origin | undefined;
}

export interface FlowAction {
  /** Unique in the flow. After `identifiers` has run it is the one that Connect stores. */
  readonly id: string;
  /** Name people gave the block (a label, or a friendly identifier); undefined when nobody did. */
  readonly label: string | undefined;
  readonly type: string;
  readonly parameters: JsonObject;
  /** Target of NextAction: an id, '' for a connector that leads nowhere, undefined when there is no NextAction. */
  readonly next: string | undefined;
  readonly errors: readonly ErrorEdge[];
  readonly conditions: readonly ConditionEdge[];
  /**
   * Unknown members of the action, and of its Transitions, to the letter. A known one (`Parameters`, `NextAction`, …) is
   * among them only when its JSON type is one that no flow has.
   */
  readonly extra?: JsonObject | undefined;
  readonly transitionsExtra?: JsonObject | undefined;
  /** Names that people know for parameter values (an ARN's display name), by parameter path: written to Metadata. */
  readonly display?: Readonly<Record<string, string>> | undefined;
  /** Where the designer shows the block, in its own pixels; layout fills it in when absent. */
  readonly position?: Point | undefined;
  readonly origin?: Origin | undefined;
  /** What the identifier is made from when no label gives it (see flowjson/identifiers). */
  readonly hint?: IdentifierHint | undefined;
}

export interface ErrorEdge {
  readonly type: string;
  readonly target: string;
  /** The whole entry without NextAction, where it is not just `{ErrorType}`. A NextAction that is no text stays in it. */
  readonly raw?: Json | undefined;
}

export interface ConditionEdge {
  readonly operator: string;
  readonly operands: readonly Json[];
  readonly target: string;
  /** The same, where it is not just `{Condition: {Operator, Operands}}`. */
  readonly raw?: Json | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A sticky note of the designer. */
export interface Note {
  readonly text: string;
  /** The action it is tied to, if any. */
  readonly action: string | undefined;
}

/** Places in the source (or in the JSON) that an action came from. */
export interface Origin {
  readonly place: Place;
  /** By parameter path (`LambdaFunctionARN`, `Media.Uri`): the place of its value. */
  readonly parameters?: ReadonlyMap<string, Place> | undefined;
  /** By branch (`next`, an ErrorType, `condition:0`): the place that says where it goes. */
  readonly branches?: ReadonlyMap<string, Place> | undefined;
}

export interface IdentifierHint {
  /** Name of the step around it, if any. */
  readonly scope: string | undefined;
  /** Verb phrase, as the source says it. */
  readonly verb: string;
  /** Its main operand in words, if any. */
  readonly operand: string | undefined;
}

/** Every edge of an action: NextAction, then errors, then conditions. `key` is as in Origin.branches. */
export function edgesOf(action: FlowAction): { readonly key: string; readonly target: string }[] {
  const edges: { key: string; target: string }[] = [];
  if (action.next !== undefined) edges.push({ key: 'next', target: action.next });
  for (const error of action.errors) edges.push({ key: error.type, target: error.target });
  action.conditions.forEach((condition, i) => edges.push({ key: `condition:${i}`, target: condition.target }));
  return edges;
}
