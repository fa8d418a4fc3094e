/**
 * The default flows that every instance has, by the names that Connect gives them. What they do is that of Connect's own,
 * in few blocks; the words are ours.
 */
import type { FlowType } from '../../../graph/flow-graph.ts';
import type { Json, JsonObject } from '../../../text/json.ts';

export interface SeedFlow {
  readonly name: string;
  readonly description: string;
  readonly type: FlowType;
  readonly content: string;
}

/** `prompt`: ARN of a prompt by its name. */
export function defaultFlows(prompt: (name: string) => string): readonly SeedFlow[] {
  const wait = [
    { Text: 'Thank you for waiting. The next agent will be with you.' },
    { PromptId: prompt('CustomerQueue.wav') },
  ];
  return [
    {
      name: 'Default customer queue',
      description: 'What a customer hears while waiting in a queue.',
      type: 'CUSTOMER_QUEUE',
      content: flow(loop(wait)),
    },
    {
      name: 'Default customer hold',
      description: 'What a customer hears while on hold.',
      type: 'CUSTOMER_HOLD',
      content: flow(loop([{ PromptId: prompt('CustomerHold.wav') }])),
    },
    {
      name: 'Default agent hold',
      description: 'What an agent hears while on hold.',
      type: 'AGENT_HOLD',
      content: flow(loop([{ Text: 'You are on hold.' }])),
    },
    {
      name: 'Default customer whisper',
      description: 'What a customer hears when an agent is found.',
      type: 'CUSTOMER_WHISPER',
      content: flow(message({ PromptId: prompt('Beep.wav') })),
    },
    {
      name: 'Default agent whisper',
      description: 'What an agent hears before a customer: the name of the queue.',
      type: 'AGENT_WHISPER',
      content: flow(message({ Text: '$.Queue.Name' })),
    },
    {
      name: 'Default outbound',
      description: 'What a customer who is called hears before the agent.',
      type: 'OUTBOUND_WHISPER',
      content: flow(message({ Text: 'This call is not being recorded.' })),
    },
    {
      name: 'Default agent transfer',
      description: 'Hands a contact over to an agent.',
      type: 'AGENT_TRANSFER',
      content: flow([action('transfer', 'TransferContactToAgent', {}, {})]),
    },
    {
      name: 'Default queue transfer',
      description: 'Hands a contact over to a queue.',
      type: 'QUEUE_TRANSFER',
      content: flow(toQueue),
    },
  ];
}

function action(identifier: string, type: string, parameters: JsonObject, transitions: JsonObject): JsonObject {
  return { Identifier: identifier, Type: type, Parameters: parameters, Transitions: transitions };
}

function caught(types: readonly string[], next: string): Json {
  return types.map((type) => ({ NextAction: next, ErrorType: type }));
}

/** Plays messages over and over, until somebody comes. */
const loop = (messages: readonly JsonObject[]): readonly JsonObject[] => [
  action('play', 'MessageParticipantIteratively', { Messages: messages }, { Errors: [], Conditions: [] }),
];

/** Plays one message, and that is all. */
const message = (what: JsonObject): readonly JsonObject[] => [
  action('play', 'MessageParticipant', what, {
    NextAction: 'end',
    Errors: caught(['NoMatchingError'], 'end'),
    Conditions: [],
  }),
  action('end', 'EndFlowExecution', {}, {}),
];

const toQueue: readonly JsonObject[] = [
  action(
    'transfer',
    'TransferContactToQueue',
    {},
    {
      NextAction: 'apologize',
      Errors: caught(['QueueAtCapacity', 'NoMatchingError'], 'apologize'),
      Conditions: [],
    },
  ),
  action(
    'apologize',
    'MessageParticipant',
    { Text: 'The queue cannot take the call.' },
    {
      NextAction: 'hang up',
      Errors: caught(['NoMatchingError'], 'hang up'),
      Conditions: [],
    },
  ),
  action('hang up', 'DisconnectParticipant', {}, {}),
];

/** Starts at the first action; they stand in a row. */
function flow(actions: readonly JsonObject[]): string {
  const names = actions.map(({ Identifier }) => String(Identifier));
  const places = names.map((name, i) => [name, { position: { x: 200 + i * 240, y: 20 } }] as const);
  return JSON.stringify({
    Version: '2019-10-30',
    StartAction: names[0],
    Metadata: { entryPointPosition: { x: 20, y: 20 }, ActionMetadata: Object.fromEntries(places) },
    Actions: actions,
  });
}
