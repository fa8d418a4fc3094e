import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/check/bind.ts';
import { localEnvironment } from '../../src/check/environment.ts';
import { lowerFlow } from '../../src/constructs/lower.ts';
import { raiseFlows } from '../../src/decompiler.ts';
import { compare, describeDifference } from '../../src/graph/compare.ts';
import type { FlowGraph } from '../../src/graph/flow-graph.ts';
import type { Flow } from '../../src/syntax/ast.ts';
import { NOWHERE } from '../../src/text/text.ts';
import { flowGraph } from './arbitrary.ts';

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
      { numRuns: 400 },
    );
  });
});
