import { describe, expect, it } from 'vitest';
import { emit } from '../../src/flowjson/emit.ts';
import type { FlowAction, FlowGraph } from '../../src/graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';
import { action, graph, readGraph } from './make.ts';

function metadata(flow: FlowGraph): JsonObject {
  const { Metadata } = emit(flow).document;
  return isObject(Metadata) ? Metadata : {};
}

/** What is kept about one block, besides its position and whether it has a name. */
function about(type: string, rest: Partial<FlowAction>): Json {
  const all = metadata(graph([action('a', type, { ...rest, id: 'a' })]))['ActionMetadata'] as Record<
    string,
    JsonObject
  >;
  const { position: _, isFriendlyName: __, ...kept } = all['a'] ?? {};
  return kept;
}

const equals = (value: string) => ({ operator: 'Equals', operands: [value], target: 'a' });

describe('metadata', () => {
  it('takes no type for a member of JavaScript objects', () => {
    for (const type of ['constructor', 'toString', '__proto__']) expect(about(type, {})).toEqual({});
  });

  it('knows which names people gave', () => {
    const uuid = '11111111-2222-4333-8444-555555555555';
    const flow = graph([
      action('1', 'X', { label: 'Greet' }),
      action('2', 'X', { hint: { scope: undefined, verb: 'play', operand: 'Hello' } }),
      action(uuid, 'X'),
    ]);
    const kept = metadata(flow)['ActionMetadata'] as Record<string, JsonObject>;
    expect(Object.entries(kept).map(([id, { isFriendlyName }]) => [id, isFriendlyName])).toEqual([
      ['Greet', true],
      ['play Hello', false],
      [uuid, undefined],
    ]);
    expect(readGraph(emit(flow).json).actions.map(({ label }) => label)).toEqual(['Greet', undefined, undefined]);
  });

  it('keeps name, description, type and notes', () => {
    const flow = graph([action('a', 'X', { label: 'Greet' })], {
      name: 'Main',
      description: 'd',
      type: 'AGENT_HOLD',
      notes: [
        { text: 'Mind this', action: 'a' },
        { text: 'All of it', action: undefined },
      ],
    });
    expect(metadata(flow)).toMatchObject({
      name: 'Main',
      description: 'd',
      type: 'agentHold',
      Annotations: [
        { type: 'default', content: 'Mind this', actionId: 'Greet', isFolded: true, size: { height: 295, width: 300 } },
        { type: 'default', content: 'All of it', actionId: '', isFolded: false },
      ],
    });
    const back = readGraph(emit(flow).json);
    expect(back).toMatchObject({ name: 'Main', description: 'd', type: 'AGENT_HOLD' });
    expect(back.notes).toEqual([
      { text: 'Mind this', action: 'Greet' },
      { text: 'All of it', action: undefined },
    ]);
    expect(metadata({ ...flow, type: 'MODULE' })).not.toHaveProperty('type');
  });

  it('keeps names of resources, and they come back', () => {
    const blocks: FlowAction[] = [
      action('a', 'TransferToFlow', { parameters: { ContactFlowId: 'arn:f' }, display: { ContactFlowId: 'Other' } }),
      action('b', 'ConnectParticipantWithLexBot', {
        parameters: { LexV2Bot: { AliasArn: 'arn:b' } },
        display: { 'LexV2Bot.AliasArn': 'Bot' },
      }),
      action('c', 'MessageParticipantIteratively', {
        parameters: { Messages: [{ Text: 'x' }, { PromptId: 'arn:p' }] },
        display: { 'Messages[1].PromptId': 'Jazz.wav' },
      }),
      action('d', 'InvokeLambdaFunction', {
        parameters: { LambdaInvocationAttributes: { 'a.b': 'x', a: 'y' } },
        display: { 'LambdaInvocationAttributes.a.b': 'dotted', 'Odd..path': 'z' },
      }),
      action('e', 'UpdateContactEventHooks', {
        parameters: { EventHooks: { AgentWhisper: 'arn:w' } },
        display: { 'EventHooks.AgentWhisper': 'Whisper' },
      }),
      action('f', 'ConnectParticipantWithLexBot', {
        parameters: { LexV2Bot: { AliasArn: 'arn:b' } },
        display: { 'LexV2Bot.AliasArn': 'Bot:live' },
      }),
    ];
    const flow = graph(blocks);
    expect(readGraph(emit(flow).json).actions.map(({ display }) => display)).toEqual(
      blocks.map(({ display }) => (Object.keys(display ?? {}).length === 0 ? undefined : display)),
    );
    expect(about('TransferToFlow', blocks[0] ?? {})).toEqual({
      parameters: { ContactFlowId: { displayName: 'Other' } },
      ContactFlow: { text: 'Other', id: 'arn:f' },
    });
    expect(about('MessageParticipantIteratively', blocks[2] ?? {})).toEqual({
      parameters: { Messages: [null, { PromptId: { displayName: 'Jazz.wav' } }] },
      audio: [{ id: 'arn:p', text: 'Jazz.wav', type: 'Prompt' }],
    });
    expect(about('ConnectParticipantWithLexBot', blocks[5] ?? {})).toMatchObject({
      parameters: { LexV2Bot: { AliasArn: { displayName: 'live' } } },
      lexV2BotName: 'Bot',
      lexV2BotAliasName: 'live',
    });
  });

  it('knows what comes from an attribute', () => {
    expect(about('MessageParticipant', { parameters: { Text: '$.External.greeting' } })).toEqual({
      parameters: { Text: { useDynamic: true } },
      useDynamic: true,
    });
    expect(about('MessageParticipant', { parameters: { Text: 'Hello $.Customer.Name' } })).toEqual({});
    expect(about('UpdateContactAttributes', { parameters: { Attributes: { a: '1', b: '$.External.b' } } })).toEqual({
      parameters: { Attributes: { b: { useDynamic: true } } },
      dynamicParams: ['b'],
    });
    const inputs = { k: 'v', p: '$.CustomerEndpoint.Address' };
    expect(
      about('InvokeLambdaFunction', { parameters: { LambdaFunctionARN: 'arn:l', LambdaInvocationAttributes: inputs } }),
    ).toEqual({
      parameters: { LambdaInvocationAttributes: { p: { useDynamic: true } } },
      dynamicMetadata: { k: false, p: true },
    });
    expect(
      about('UpdateContactEventHooks', { parameters: { EventHooks: { CustomerQueue: '$.Attributes.q' } } }),
    ).toEqual({
      parameters: { EventHooks: { CustomerQueue: { useDynamic: true } } },
      useDynamic: true,
      customerOrAgent: true,
    });
  });

  it('knows how conditions are shown', () => {
    const [first, second] = [{ ...equals('a') }, { operator: 'NumberGreaterThan', operands: ['5'], target: 'a' }];
    expect(about('Compare', { conditions: [first, second] })).toMatchObject({
      conditions: [],
      conditionMetadata: [
        { operator: { name: 'Equals', value: 'Equals', shortDisplay: '=' }, value: 'a' },
        { operator: { name: 'Is greater than', value: 'GreaterThan', shortDisplay: '>' }, value: '5' },
      ],
    });
    const menu = about('GetParticipantInput', {
      conditions: [equals('1'), { ...equals('2'), operands: [5] }],
    }) as JsonObject;
    expect(menu['conditionMetadata']).toHaveLength(1);
    expect(JSON.stringify(menu)).toMatch(/"id":"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}"/);
  });

  it('knows the sides of a stream', () => {
    const stream = (MediaStreamingState: string) => ({
      parameters: { MediaStreamingState, Participants: [{ ParticipantType: 'Customer', MediaDirections: ['To'] }] },
    });
    expect(about('UpdateContactMediaStreamingBehavior', stream('Enabled'))).toEqual({
      toCustomer: true,
      fromCustomer: false,
    });
    expect(about('UpdateContactMediaStreamingBehavior', stream('Disabled'))).toEqual({});
  });
});
