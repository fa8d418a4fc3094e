import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/check/bind.ts';
import { localEnvironment } from '../../src/check/environment.ts';
import { lowerFlow } from '../../src/constructs/lower.ts';
import { compile } from '../../src/compiler.ts';
import { decompile, raiseFlows } from '../../src/decompiler.ts';
import { emit } from '../../src/flowjson/emit.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { compare, describeDifference } from '../../src/graph/compare.ts';
import type { FlowGraph } from '../../src/graph/flow-graph.ts';
import type { Flow } from '../../src/syntax/ast.ts';
import { format } from '../../src/syntax/format.ts';
import { NOWHERE } from '../../src/text/text.ts';
import { flowGraph } from './arbitrary.ts';
import { runs } from '../runs.ts';

function raisedAndLowered(graph: FlowGraph): FlowGraph {
  const source = { path: 'random.json', text: '' };
  const { entities, flows } = raiseFlows([{ source, graph }]);
  const tree = { kind: 'file', declarations: [...entities, ...flows], comments: [], span: NOWHERE } as const;
  return lowerFlow(flows[0] as Flow, source, bind([{ source, tree }]).program, localEnvironment).graph;
}

describe('raising what was lowered', () => {
  it('gives the same graph for any graph', () => {
    fc.assert(
      fc.property(flowGraph, (graph) => {
        const difference = compare(graph, raisedAndLowered(graph));
        expect(difference && describeDifference(difference)).toBeUndefined();
      }),
      { numRuns: runs(400) },
    );
  });
});

function textOf(graph: FlowGraph): string {
  const [file] = decompile([{ source: { path: 'random.json', text: '' }, graph }], { project: false }).files;
  return file?.text ?? '';
}

describe('what the console shows as one block', () => {
  it.each([
    'set voice Kazuha neural { language: ja-JP, on error -> disconnect }',
    'set voice Kazuha neural { on error -> disconnect }',
    'start assistant Help { on error -> disconnect }',
    'start assistant Help { session: "s", on error -> disconnect }',
    'start assistant Help { session: absent, on error -> disconnect }',
  ])('is one statement: %s', (statement) => {
    const text = `existing assistant Help = "a"\ninbound flow Main {\n  ${statement}\n  disconnect\n}\n`;
    const [flow] = compile([{ path: 'a.flow', text }]).flows;
    const said = flow === undefined ? '' : textOf(flow.graph);
    expect(said.slice(said.indexOf('{\n'))).toBe(`{\n  ${statement}\n  disconnect\n}\n`);
  });
});

describe('two blocks that one statement would stand for, if the first had no member of its own', () => {
  const failed = [{ NextAction: 'bye', ErrorType: 'NoMatchingError' }];
  const second = '00000000-0000-4000-8000-000000000002';
  const graphOf = (...actions: readonly object[]): FlowGraph => {
    const bye = { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
    const document = { Version: '2019-10-30', StartAction: 'first', Actions: [...actions, bye] };
    const { graph } = readFlow({ path: 'a.json', text: JSON.stringify(document) });
    if (graph === undefined) throw new Error('this is a flow');
    return graph;
  };

  it('are two statements', () => {
    const graph = graphOf(
      {
        Identifier: 'first',
        Type: 'UpdateContactTextToSpeechVoice',
        Parameters: { TextToSpeechVoice: 'Kazuha' },
        Transitions: { NextAction: second, Errors: failed, Comment: 'of another tool' },
      },
      {
        Identifier: second,
        Type: 'UpdateContactData',
        Parameters: { LanguageCode: 'ja-JP' },
        Transitions: { NextAction: 'bye', Errors: failed },
      },
    );
    const text = textOf(graph);
    expect(text).toContain('set contact { language: ja-JP');
    const [flow] = compile([{ path: 'a.flow', text }]).flows;
    expect(flow && compare(graph, flow.graph)).toBeUndefined();
  });

  it('take no name that nothing is called by', () => {
    const assistant = (id: string, next: string, more: object) => ({
      Identifier: id,
      Type: 'CreateWisdomSession',
      Parameters: { WisdomAssistantArn: `arn:aws:wisdom:assistant/${id}/Help`, ...more },
      Transitions: { NextAction: next, Errors: failed },
    });
    const session = {
      Identifier: second,
      Type: 'UpdateContactData',
      Parameters: { WisdomSessionArn: '$.Wisdom.SessionArn' },
      Transitions: { NextAction: 'third', Errors: failed },
    };
    const text = textOf(graphOf(assistant('first', second, { Unknown: 'x' }), session, assistant('third', 'bye', {})));
    expect(text).toContain('existing assistant Help = "arn:aws:wisdom:assistant/third/Help"');
  });
});

describe('JSON to text and back', () => {
  it('keeps any flow, and says it the same way again', () => {
    fc.assert(
      fc.property(flowGraph, (random) => {
        const { graph } = readFlow({ path: 'random.json', text: emit(random).json });
        if (graph === undefined) throw new Error('what was emitted cannot be read');
        const text = textOf(graph);
        const { flows, diagnostics } = compile([{ path: 'random.flow', text }]);
        expect(diagnostics.filter(({ code }) => code.startsWith('syntax/'))).toEqual([]);
        expect(format({ path: 'random.flow', text }).text).toBe(text);

        const built = flows[0];
        const difference = built && compare(graph, built.graph);
        expect(difference && describeDifference(difference)).toBeUndefined();

        const again = readFlow({ path: 'random.json', text: built?.emitted().json ?? '' }).graph;
        expect(again && textOf(again)).toBe(text);
      }),
      { numRuns: runs(200) },
    );
  });
});
