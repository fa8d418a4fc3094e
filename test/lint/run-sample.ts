/** Runs every rule over a rule's example. */
import { compile } from '../../src/compiler.ts';
import { bind } from '../../src/check/bind.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { FlowGraph } from '../../src/graph/flow-graph.ts';
import { lintGraph, lintProgram } from '../../src/lint/index.ts';
import { RECOMMENDED, type RuleChoice } from '../../src/lint/levels.ts';
import type { Sample } from '../../src/lint/sample.ts';
import { parse } from '../../src/syntax/parse.ts';
import { graphOf } from './graph-of.ts';

const STRICT: RuleChoice = { ...RECOMMENDED, preset: 'strict' };

export function runSample(sample: Sample): readonly Diagnostic[] {
  if (sample.project !== undefined && FLOW.test(sample.project)) return compiled(sample.project);
  const program = sample.project === undefined ? undefined : programOf(sample.project);
  const found = lintGraph(withNames(graphOf(sample.content, sample.type), sample.names), {
    program,
    channel: sample.channel,
    choice: STRICT,
  });
  return program === undefined ? found : [...found, ...lintProgram(program)];
}

/** Some rules are about how a flow is written. */
const FLOW = /^\w+ flow /m;

function compiled(text: string): readonly Diagnostic[] {
  return compile([{ path: 'project.flow', text }], { rules: () => STRICT }).diagnostics;
}

/** The declarations must be right, or the example shows nothing. */
function programOf(text: string) {
  const source = { path: 'project.flow', text };
  const { tree, diagnostics } = parse(source);
  const bound = bind([{ source, tree }]);
  const wrong = [...diagnostics, ...bound.diagnostics];
  if (wrong.length > 0)
    throw new Error(`the example's declarations are wrong: ${wrong.map(({ message }) => message).join(' ')}`);
  return bound.program;
}

function withNames(graph: FlowGraph, names: Sample['names']): FlowGraph {
  if (names === undefined) return graph;
  return { ...graph, actions: graph.actions.map((action) => ({ ...action, display: names[action.id] })) };
}
