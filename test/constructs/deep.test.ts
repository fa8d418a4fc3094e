/** Whatever nests as deep as JSON may comes through text and back. */
import { expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { MAX_DEPTH } from '../../src/flowjson/json-scan.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { compare } from '../../src/graph/compare.ts';
import type { Json } from '../../src/text/json.ts';

/** Lists and objects in each other; each is one level. */
function nested(levels: number): Json {
  let value: Json = 'x';
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? { a: value } : [value];
  return value;
}

/** Behind decisions in decisions, so that the text has braces of its own around the value. */
function deepFlow(value: Json) {
  const decisions = Array.from({ length: 8 }, (_, i) => ({
    Identifier: `if ${i}`,
    Type: 'Compare',
    Parameters: { ComparisonValue: `$.Attributes.a${i}` },
    Transitions: {
      NextAction: 'bye',
      Conditions: [{ NextAction: `if ${i + 1}`, Condition: { Operator: 'Equals', Operands: ['x'] } }],
      Errors: [{ NextAction: 'bye', ErrorType: 'NoMatchingCondition' }],
    },
  }));
  const view = {
    Identifier: 'if 8',
    Type: 'ShowView',
    Parameters: { ViewData: value },
    Transitions: { NextAction: 'bye' },
  };
  const bye = { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  return { Version: '2019-10-30', StartAction: 'if 0', Actions: [...decisions, view, bye] };
}

it.each([MAX_DEPTH - 5, MAX_DEPTH - 4])('%i levels in a parameter', (levels) => {
  // The document, its actions, the action and its parameters are four more.
  const source = { path: 'deep.json', text: JSON.stringify(deepFlow(nested(levels))) };
  const { graph, diagnostics } = readFlow(source);
  expect(diagnostics).toEqual([]);
  if (graph === undefined) return;
  const text = decompile([{ source, graph }], { project: false }).files[0]?.text ?? '';
  const { flows, diagnostics: found } = compile([{ path: 'deep.flow', text }]);
  expect(found.filter(({ code }) => code.startsWith('syntax/'))).toEqual([]);
  expect(flows[0] && compare(graph, flows[0].graph)).toBeUndefined();
});

it('more is refused before anything is lost', () => {
  const text = JSON.stringify(deepFlow(nested(MAX_DEPTH - 2)));
  expect(readFlow({ path: 'deep.json', text }).diagnostics.map(({ code }) => code)).toEqual(['json/too-deep']);
});
