import { describe, expect, it } from 'vitest';
import { emit } from '../../src/flowjson/emit.ts';
import { read, readGraph } from './make.ts';

const disconnect = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
const play = {
  Identifier: 'hello',
  Type: 'MessageParticipant',
  Parameters: { Text: 'Hello' },
  Transitions: { NextAction: 'end', Errors: [{ NextAction: 'end', ErrorType: 'NoMatchingError' }] },
};
const flow = { Version: '2019-10-30', StartAction: 'hello', Actions: [play, disconnect] };

describe('a document', () => {
  it('becomes a graph that says the same', () => {
    const graph = readGraph(flow);
    expect(graph).toMatchObject({ start: 'hello', top: { Version: '2019-10-30' }, type: undefined, name: undefined });
    expect(graph.actions).toEqual([
      {
        id: 'hello',
        label: 'hello',
        type: 'MessageParticipant',
        parameters: { Text: 'Hello' },
        next: 'end',
        errors: [{ type: 'NoMatchingError', target: 'end' }],
        conditions: [],
      },
      {
        id: 'end',
        label: 'end',
        type: 'DisconnectParticipant',
        parameters: {},
        next: undefined,
        errors: [],
        conditions: [],
      },
    ]);
  });

  it('may spell nothing in four ways', () => {
    const spellings = [
      { Transitions: {} },
      { Transitions: { Errors: [], Conditions: [] } },
      { Transitions: { NextAction: null } },
      {},
      { Parameters: null, Transitions: null },
    ];
    for (const spelling of spellings) {
      const [action] = readGraph({ ...flow, Actions: [{ Identifier: 'hello', Type: 'X', ...spelling }] }).actions;
      expect(action).toEqual({
        id: 'hello',
        label: 'hello',
        type: 'X',
        parameters: {},
        next: undefined,
        errors: [],
        conditions: [],
      });
    }
  });

  it('may be a draft', () => {
    const draft = {
      StartAction: '',
      Actions: [{ ...play, Transitions: { NextAction: '', Errors: [{ ErrorType: 'E', NextAction: '$end' }] } }],
    };
    const graph = readGraph(draft);
    expect(graph.start).toBe('');
    expect(graph.actions[0]).toMatchObject({ next: '', errors: [{ type: 'E', target: '$end' }] });
    expect(readGraph({ Actions: [] })).toMatchObject({ start: undefined, actions: [] });
    expect(readGraph({ StartAction: 'x' })).toMatchObject({ start: 'x', actions: [] });
  });

  it('keeps what nobody knows, to the letter', () => {
    const odd = {
      Version: '2019-10-30',
      StartAction: 'a',
      Comment: { deep: [1, null] },
      Actions: [
        {
          Identifier: 'a',
          Type: 'Unheard',
          Note: ['x'],
          Parameters: { Number: 5, Flag: true, Nothing: null, List: [[]], '': '', ' key ': ' ' },
          Transitions: {
            NextAction: 'a',
            After: 1,
            Errors: [{ ErrorType: 'E', NextAction: 'a', Why: 'because' }],
            Conditions: [
              { NextAction: 'a', Condition: { Operator: 'Equals', Operands: ['$.CustomerInput', '1'] } },
              {
                NextAction: 'a',
                Condition: { Operator: 'And', Conditions: [{ Operator: 'Equals', Operands: ['1'] }] },
              },
            ],
          },
        },
      ],
    };
    const graph = readGraph(odd);
    expect(graph.top).toEqual({ Version: '2019-10-30', Comment: { deep: [1, null] } });
    expect(graph.actions[0]?.extra).toEqual({ Note: ['x'] });
    expect(graph.actions[0]?.transitionsExtra).toEqual({ After: 1 });
    expect(emit(graph, { metadata: false }).document).toEqual(odd);
  });

  it('keeps members of the wrong JSON type too', () => {
    const odd = {
      Version: 1,
      StartAction: 7,
      Actions: [
        { Identifier: 'a', Type: 'T', Parameters: 'p', Transitions: 'q' },
        { Identifier: 'b', Type: 5, Transitions: { NextAction: 3, Errors: 'none', Conditions: { a: 1 } } },
        {
          Identifier: 'c',
          Type: 'T',
          Parameters: {},
          Transitions: {
            Conditions: [null, 'x', { NextAction: 4, Condition: {} }, { NextAction: 'a', Condition: 'c' }],
            Errors: [null, 'x', { ErrorType: 5, NextAction: 'a' }, { ErrorType: 'E', NextAction: [] }],
          },
        },
      ],
    };
    const graph = readGraph(odd);
    const back = emit(graph, { metadata: false }).document as typeof odd;
    expect(back).toEqual({ ...odd, Actions: [odd.Actions[0], { ...odd.Actions[1], Parameters: {} }, odd.Actions[2]] });
  });

  it('keeps a key called __proto__', () => {
    const parameters = '"Parameters":{"__proto__":{"x":"1"}}';
    const action = `{"Identifier":"a","Type":"T",${parameters},"Transitions":{}}`;
    const text = `{"StartAction":"a","Actions":[${action}],"__proto__":2}`;
    const graph = readGraph(text);
    expect(Object.entries(graph.actions[0]?.parameters ?? {})).toEqual([['__proto__', { x: '1' }]]);
    const { json } = emit(graph, { exact: true, metadata: false });
    expect(json.replace(/\s/g, '')).toContain(parameters);
    expect(json.replace(/\s/g, '')).toContain('"__proto__":2}');
  });

  it('gives every action an identifier of its own', () => {
    const { graph, diagnostics } = read({
      StartAction: 'a',
      Actions: [
        { Identifier: 'a', Type: 'A', Transitions: { NextAction: '#3' } },
        { Identifier: 'a', Type: 'B' },
        { Type: 'C' },
        { Identifier: 7, Type: 'D' },
        { Identifier: '', Type: 'E' },
        'no action',
        null,
      ],
    });
    expect(graph?.actions.map(({ id, type }) => [id, type])).toEqual([
      ['a', 'A'],
      ['a 2', 'B'],
      ['#3 2', 'C'],
      ['#4', 'D'],
      ['#5', 'E'],
    ]);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'json/duplicate-identifier: Two actions have the Identifier "a"; the second is called "a 2" here.',
      'json/missing-identifier: Actions[2] has no Identifier; it is called "#3 2" here.',
      'json/missing-identifier: Actions[3] has no Identifier; it is called "#4" here.',
      'json/missing-identifier: Actions[4] has no Identifier; it is called "#5" here.',
      'json/not-an-action: Actions[5] is a string, not an action; it was left out.',
      'json/not-an-action: Actions[6] is null, not an action; it was left out.',
    ]);
  });
});

describe('metadata', () => {
  const named = (
    about: unknown,
    identifier = 'Say hello',
    type = 'MessageParticipant',
    parameters: unknown = { Text: 'x' },
  ) =>
    readGraph({
      StartAction: identifier,
      Metadata: { ActionMetadata: { [identifier]: about } },
      Actions: [{ Identifier: identifier, Type: type, Parameters: parameters }],
    }).actions[0];
  const uuid = '11111111-2222-4333-8444-555555555555';

  it('tells name, description and type', () => {
    const Metadata = { name: 'Main', description: 'Greets', type: 'customerQueue' };
    expect(readGraph({ ...flow, Metadata })).toMatchObject({
      name: 'Main',
      description: 'Greets',
      type: 'CUSTOMER_QUEUE',
    });
    expect(readGraph({ ...flow, Metadata: { name: '', type: 'something new' } })).toMatchObject({
      name: undefined,
      type: undefined,
    });
    expect(readGraph({ ...flow, Metadata: 'none' })).toMatchObject({ name: undefined });
  });

  it('shows a module by what only modules have', () => {
    expect(readGraph({ ...flow, Settings: { Transitions: [] } }).type).toBe('MODULE');
    expect(readGraph({ ...flow, Actions: [{ Identifier: 'hello', Type: 'EndFlowModuleExecution' }] }).type).toBe(
      'MODULE',
    );
    expect(readGraph({ ...flow, Metadata: { type: 'agentHold' }, Settings: {} }).type).toBe('AGENT_HOLD');
  });

  it('tells which identifiers are names', () => {
    expect(named({ isFriendlyName: true })?.label).toBe('Say hello');
    expect(named({})?.label).toBe('Say hello');
    expect(named({ isFriendlyName: false })?.label).toBeUndefined();
    expect(named({ isFriendlyName: true }, uuid)?.label).toBeUndefined();
    expect(named(undefined, 'greet')?.label).toBe('greet');
    expect(named(undefined, '4711')?.label).toBeUndefined();
    expect(named(undefined, uuid)?.label).toBeUndefined();
    expect(named(undefined, '368dcb0e-e4c5-4301-bad0-6ec9cb4xxxxx')?.label).toBeUndefined();
    expect(named(undefined, 'e3b0c44298fc1c149afbf4c8996fb924')?.label).toBeUndefined();
    expect(named(undefined, 'e3b0c442-98fc')?.label).toBe('e3b0c442-98fc');
    // At once, however many ways there are to cut it into groups.
    const digest = `${'e3b0c442'.repeat(16)} greeting`;
    expect(named(undefined, digest)?.label).toBe(digest);
  });

  it('takes what the designer calls the second action of a block for no name', () => {
    const labels = (child: string) =>
      readGraph({
        ...flow,
        Metadata: {
          ActionMetadata: {
            Voice: { children: [child, 4] },
            [child]: { isFriendlyName: true },
            Other: { children: 'x' },
          },
        },
        Actions: [
          { Identifier: 'Voice', Type: 'X' },
          { Identifier: child, Type: 'Y' },
        ],
      }).actions.map(({ label }) => label);
    expect(labels('Voice-0aB1cD2eF3')).toEqual(['Voice', undefined]);
    expect(labels('Language')).toEqual(['Voice', 'Language']);
  });

  it('tells names of resources, new style and old', () => {
    const cases: [type: string, parameters: unknown, about: unknown, display: Record<string, string> | undefined][] = [
      [
        'InvokeLambdaFunction',
        { LambdaFunctionARN: 'arn:x' },
        { parameters: { LambdaFunctionARN: { displayName: 'look up' } } },
        { LambdaFunctionARN: 'look up' },
      ],
      [
        'ConnectParticipantWithLexBot',
        { LexV2Bot: { AliasArn: 'arn:x' } },
        { lexV2BotName: 'Bot' },
        { 'LexV2Bot.AliasArn': 'Bot' },
      ],
      [
        'ConnectParticipantWithLexBot',
        { LexV2Bot: { AliasArn: 'arn:x' } },
        {
          lexV2BotName: 'Bot',
          lexV2BotAliasName: 'live',
          parameters: { LexV2Bot: { AliasArn: { displayName: 'live' } } },
        },
        { 'LexV2Bot.AliasArn': 'Bot:live' },
      ],
      [
        'ConnectParticipantWithLexBot',
        { LexV2Bot: { AliasArn: 'arn:x' } },
        { parameters: { LexV2Bot: { AliasArn: { displayName: 'live', lexV2BotName: 'Bot' } } } },
        { 'LexV2Bot.AliasArn': 'Bot:live' },
      ],
      [
        'ConnectParticipantWithLexBot',
        { LexV2Bot: { AliasArn: '$.Attributes.bot' } },
        { lexV2BotName: 'Bot', lexV2BotAliasName: 'live' },
        undefined,
      ],
      [
        'TransferToFlow',
        { ContactFlowId: 'arn:x' },
        { ContactFlow: { id: 'arn:x', text: 'Other' } },
        { ContactFlowId: 'Other' },
      ],
      ['UpdateContactTargetQueue', { QueueId: 'arn:x' }, { queue: { text: 'Sales' } }, { QueueId: 'Sales' }],
      ['UpdateContactTargetQueue', { QueueId: '$.Attributes.q' }, { queue: 'q' }, undefined],
      ['UpdateContactTargetQueue', { QueueId: '$.Attributes.q' }, { queue: { text: 'stale' } }, undefined],
      [
        'CheckHoursOfOperation',
        { HoursOfOperationId: 'arn:x' },
        { Hours: { text: 'Office' } },
        { HoursOfOperationId: 'Office' },
      ],
      ['CheckHoursOfOperation', {}, { Hours: { text: 'Office' } }, undefined],
      ['MessageParticipant', { PromptId: 'arn:x' }, { promptName: 'Beep.wav' }, { PromptId: 'Beep.wav' }],
      ['InvokeFlowModule', { FlowModuleId: 'arn:x' }, { contactFlowModuleName: 'Auth' }, { FlowModuleId: 'Auth' }],
      [
        'UpdateContactEventHooks',
        { EventHooks: { AgentHold: 'arn:x' } },
        { contactFlow: { text: 'Hold' } },
        { 'EventHooks.AgentHold': 'Hold' },
      ],
      [
        'MessageParticipantIteratively',
        { Messages: [{ Text: 'a' }, { PromptId: 'arn:x' }] },
        { audio: [{ id: 'arn:x', text: 'Jazz.wav', type: 'Prompt' }] },
        { 'Messages[1].PromptId': 'Jazz.wav' },
      ],
      [
        'MessageParticipantIteratively',
        { Messages: [{ Text: 'a' }, { PromptId: 'arn:x' }] },
        {
          audio: [
            { type: 'Text', tts: 'a' },
            { type: 'Prompt', prompt: { id: 'arn:x', text: 'Jazz.wav' } },
          ],
        },
        { 'Messages[1].PromptId': 'Jazz.wav' },
      ],
      [
        'MessageParticipantIteratively',
        { Messages: [{}] },
        { parameters: { Messages: [null, { PromptId: { displayName: 'B' } }] } },
        { 'Messages[1].PromptId': 'B' },
      ],
    ];
    for (const [type, parameters, about, display] of cases)
      expect(named(about, uuid, type, parameters)?.display).toEqual(display);
  });

  it('holds positions and notes', () => {
    expect(named({ position: { x: 1.5, y: -2 } })?.position).toEqual({ x: 1.5, y: -2 });
    expect(named({ position: { x: 'a' } })?.position).toBeUndefined();
    const Annotations = [{ content: 'Mind', actionId: 'hello' }, { content: 'All', actionId: '' }, { content: '' }, 5];
    expect(readGraph({ ...flow, Metadata: { Annotations } }).notes).toEqual([
      { text: 'Mind', action: 'hello' },
      { text: 'All', action: undefined },
    ]);
  });
});

describe('wrappings', () => {
  const Content = JSON.stringify(flow);

  it('of the API are taken off', () => {
    const answer = { ContactFlow: { Arn: 'arn:x', Name: 'Main', Type: 'AGENT_WHISPER', Description: 'd', Content } };
    const told = { name: 'Main', type: 'AGENT_WHISPER', description: 'd', start: 'hello' };
    expect(readGraph(answer)).toMatchObject(told);
    expect(readGraph(answer.ContactFlow)).toMatchObject(told);
    const { Type: ContactFlowType, ...asListed } = answer.ContactFlow;
    expect(readGraph({ ...asListed, ContactFlowType })).toMatchObject(told);
    expect(readGraph({ ContactFlow: { ...answer.ContactFlow, Content: flow } })).toMatchObject(told);
    expect(readGraph({ ContactFlowModule: { Name: 'Auth', Content } })).toMatchObject({ name: 'Auth', type: 'MODULE' });
    const inner = { Arn: 'arn:aws:connect:eu-west-1:000000000000:instance/i/flow-module/m', Name: 'Auth', Content };
    expect(readGraph(inner)).toMatchObject({ name: 'Auth', type: 'MODULE' });
  });

  it('outweigh metadata', () => {
    const inner = JSON.stringify({ ...flow, Metadata: { name: 'Old', type: 'contactFlow' } });
    expect(readGraph({ Name: 'New', Type: 'QUEUE_TRANSFER', Content: inner })).toMatchObject({
      name: 'New',
      type: 'QUEUE_TRANSFER',
    });
    expect(readGraph({ Name: '', Content: inner })).toMatchObject({ name: 'Old', type: 'CONTACT_FLOW' });
  });

  it('may be a string, or a byte order mark', () => {
    expect(readGraph(JSON.stringify(Content)).start).toBe('hello');
    expect(readGraph(`\uFEFF${Content}`).start).toBe('hello');
  });

  it('of anything else are refused, with one error', () => {
    for (const [document, found] of [
      [null, 'it is null'],
      [5, 'it is a number'],
      [[flow], 'it is a list of flows; give each of them as a file of its own'],
      [[{ ContactFlow: {} }], 'it is a list of flows; give each of them as a file of its own'],
      [{ ContactFlows: [], NextToken: '' }, 'it is a list of flows; give each of them as a file of its own'],
      [[1, 2], 'it is a list'],
      [{ Template: '{}', Actions: ['Submit', 'Back'] }, 'no block is in its `Actions`'],
      [{ modules: ['es2022', 'dom'] }, 'it has `modules`'],
      [{}, 'it is an empty object'],
      [{ Actions: {} }, 'its `Actions` is no list'],
      [{ Resources: {} }, 'it looks like a template; give the flow inside it'],
      [{ 'Fn::Sub': '{}' }, 'it looks like a template; give the flow inside it'],
      [
        { Type: 'AWS::Connect::ContactFlow', Properties: { Content: {} } },
        'it looks like a template; give the flow inside it',
      ],
      [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, 'it has `a`, `b`, `c`, `d`, `e` …'],
      [{ ContactFlow: { Name: 'x' } }, 'it has `Name`'],
      [{ Name: 'x', Content: '[]' }, 'it is a list'],
    ] as const) {
      const { graph, diagnostics } = read(document);
      expect(graph).toBeUndefined();
      expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
        ['json/not-a-flow', `This JSON is not a flow: ${found}.`],
      ]);
    }
  });
});

describe('places', () => {
  const text = JSON.stringify({ Metadata: {}, ...flow }, null, 2);
  const cut = (source: { text: string }, span: { start: number; end: number }) =>
    source.text.slice(span.start, span.end);
  const inside = (document: string) => {
    const graph = readGraph(document, { places: true });
    const origin = graph.actions[0]?.origin;
    const parameter = origin?.parameters?.get('Text');
    const next = origin?.branches?.get('next');
    const error = origin?.branches?.get('NoMatchingError');
    return [graph.origin?.place, origin?.place, parameter, next, error].map((place) =>
      place === undefined ? '' : cut(place.source, place.span),
    );
  };

  it('are those of the text', () => {
    const [whole, block, parameter, next, error] = inside(text);
    expect(whole).toBe('{');
    expect(block).toBe('"hello"');
    expect([parameter, next, error]).toEqual(['"Hello"', '"end"', '"end"']);
  });

  it('are found inside of strings, too', () => {
    const tricky = text.replace('"Hello"', '"H\\u00e9 \\"日本\\" \\\\ \\n"');
    const [, block, parameter] = inside(JSON.stringify({ ContactFlow: { Name: 'x', Content: tricky } }));
    expect(block).toBe('\\"hello\\"');
    expect(parameter).toBe('\\"H\\\\u00e9 \\\\\\"日本\\\\\\" \\\\\\\\ \\\\n\\"');
    const [, , twice] = inside(JSON.stringify(JSON.stringify(flow)));
    expect(twice).toBe('\\\\\\"Hello\\\\\\"'.replaceAll('\\\\\\', '\\'));
  });

  it('are not looked for unless asked', () => {
    expect(readGraph(text).actions[0]?.origin).toBeUndefined();
  });
});
