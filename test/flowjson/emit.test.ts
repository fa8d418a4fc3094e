import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emit } from '../../src/flowjson/emit.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { sourceOf } from '../../src/flowjson/source-map.ts';
import { compare, describeDifference } from '../../src/graph/compare.ts';
import type { FlowGraph } from '../../src/graph/flow-graph.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { anyGraph } from './arbitrary.ts';
import { action, graph } from './make.ts';
import { runs } from '../runs.ts';

const menu = graph(
  [
    action('ask', 'GetParticipantInput', {
      label: 'Main menu',
      parameters: { Text: 'Press 1', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      next: 'end',
      errors: [
        { type: 'InputTimeLimitExceeded', target: 'end' },
        { type: 'NoMatchingError', target: 'end' },
      ],
      conditions: [{ operator: 'Equals', operands: ['1'], target: 'ask' }],
    }),
    action('end', 'DisconnectParticipant', { hint: { scope: undefined, verb: 'disconnect', operand: undefined } }),
  ],
  { name: 'Main', description: 'Greets', type: 'CONTACT_FLOW' },
);

describe('a document', () => {
  it('has its members in the order of the designer', () => {
    expect(emit(menu).json).toBe(`{
  "Version": "2019-10-30",
  "StartAction": "Main menu",
  "Metadata": {
    "entryPointPosition": {
      "x": 40,
      "y": 40
    },
    "ActionMetadata": {
      "Main menu": {
        "position": {
          "x": 200,
          "y": 40
        },
        "isFriendlyName": true,
        "conditionMetadata": [
          {
            "id": "7f45e886-57a0-49bf-89a3-eb139512046a",
            "value": "1"
          }
        ]
      },
      "disconnect": {
        "position": {
          "x": 480,
          "y": 40
        },
        "isFriendlyName": false
      }
    },
    "Annotations": [],
    "name": "Main",
    "description": "Greets",
    "type": "contactFlow"
  },
  "Actions": [
    {
      "Parameters": {
        "Text": "Press 1",
        "StoreInput": "False",
        "InputTimeLimitSeconds": "5"
      },
      "Identifier": "Main menu",
      "Type": "GetParticipantInput",
      "Transitions": {
        "NextAction": "disconnect",
        "Conditions": [
          {
            "NextAction": "Main menu",
            "Condition": {
              "Operator": "Equals",
              "Operands": [
                "1"
              ]
            }
          }
        ],
        "Errors": [
          {
            "NextAction": "disconnect",
            "ErrorType": "InputTimeLimitExceeded"
          },
          {
            "NextAction": "disconnect",
            "ErrorType": "NoMatchingError"
          }
        ]
      }
    },
    {
      "Parameters": {},
      "Identifier": "disconnect",
      "Type": "DisconnectParticipant",
      "Transitions": {}
    }
  ]
}
`);
  });

  it('is whole where the graph says nothing', () => {
    const module = graph([action('a', 'EndFlowModuleExecution')], { type: 'MODULE', top: {} });
    const { document } = emit(module, { metadata: false });
    expect(Object.keys(document)).toEqual(['Version', 'StartAction', 'Actions', 'Settings']);
    expect(document).toMatchObject({
      Version: '2019-10-30',
      Settings: {
        InputParameters: [],
        OutputParameters: [],
        Transitions: [{ ReferenceName: 'Success' }, { ReferenceName: 'Error' }],
      },
    });
    expect(Object.keys(emit(module, { metadata: false, exact: true }).document)).toEqual(['StartAction', 'Actions']);
    const own: FlowGraph = { ...module, top: { Settings: {}, Version: null, Team: 'x' } };
    expect(emit(own, { metadata: false }).document).toMatchObject({ Settings: {}, Version: null, Team: 'x' });
    expect(emit(graph([action('a', 'X')], { start: undefined })).document).not.toHaveProperty('StartAction');
  });

  it('has a source map', () => {
    const source = { path: 'main.flow', text: 'flow Main {\n  play "a"\n}\n' };
    const origin = { place: { source, span: { start: 14, end: 22 } } };
    const { map } = emit(graph([action('a', 'MessageParticipant', { origin, label: 'Greet' }), action('b', 'X')]));
    expect(JSON.parse(JSON.stringify(map))).toEqual({
      version: 1,
      actions: [{ identifier: 'Greet', file: 'main.flow', line: 2, column: 3 }, null],
    });
    expect(sourceOf(map, 0)?.line).toBe(2);
    expect(sourceOf(map, 'Greet')?.line).toBe(2);
    expect(sourceOf(map, 1)).toBeUndefined();
    expect(sourceOf(map, 'nobody')).toBeUndefined();
  });
});

describe('any graph', () => {
  it('comes back the same', () => {
    fc.assert(
      fc.property(anyGraph(), (first) => {
        const { json } = emit(first, { exact: true });
        const { graph: second } = readFlow({ path: 'x.json', text: json });
        if (second === undefined) throw new Error('not read');
        const difference = compare(first, second);
        if (difference !== undefined) throw new Error(describeDifference(difference));
      }),
      { numRuns: runs(200) },
    );
  });

  it('gives the same bytes again, also after a round', () => {
    fc.assert(
      fc.property(anyGraph(), (first) => {
        const { json } = emit(first, { exact: true });
        expect(emit(structuredClone(first), { exact: true }).json).toBe(json);
        const { graph: second } = readFlow({ path: 'x.json', text: json });
        const again = emit(second as FlowGraph, { exact: true });
        expect(flowOf(again.document)).toEqual(flowOf(JSON.parse(json) as JsonObject));
      }),
      { numRuns: runs(100) },
    );
  });
});

function flowOf({ Metadata: _, ...flow }: JsonObject): JsonObject {
  return flow;
}
