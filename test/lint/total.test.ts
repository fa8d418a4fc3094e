import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actions } from '../../src/catalogue/index.ts';
import type { FlowAction, FlowType } from '../../src/graph/flow-graph.ts';
import { lintGraph } from '../../src/lint/index.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { runs } from '../runs.ts';

const ids = ['a', 'b', 'c', '', 'gone'];
const id = fc.constantFrom(...ids);
const types = [...actions.keys(), 'PlayPrompt', 'Unknown', '__proto__'];
const keys = [...actions.values()].flatMap((entry) => entry.parameters.map(({ name }) => name.split(/[.[]/)[0] ?? ''));
const errorTypes = ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded', 'QueueAtCapacity', 'Odd'];
const texts = fc.constantFrom(
  '',
  ' ',
  'True',
  'False',
  '$.External.x',
  '$.Attributes[',
  "$.Lex.Slots['`$.A.b`']",
  '${T}',
  '<speak>',
  '1を押す',
  'press 1',
  'arn:x',
  '5',
  '-1',
  'ja-JP',
  'Enabled',
  '\ud800',
);
const value = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    texts,
    fc.string(),
    fc.constantFrom(0, 1.5, -1, true, false, null),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), tie('json'), { maxKeys: 4 }),
  ),
})).json;

const action: fc.Arbitrary<FlowAction> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'constructor'),
  label: fc.option(fc.string(), { nil: undefined }),
  type: fc.constantFrom(...types),
  parameters: fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 }) as fc.Arbitrary<JsonObject>,
  next: fc.option(id, { nil: undefined }),
  errors: fc.array(fc.record({ type: fc.constantFrom(...errorTypes), target: id }), { maxLength: 3 }),
  conditions: fc.array(
    fc.record({
      operator: fc.constantFrom('Equals', 'NumberLessThan', 'And', ''),
      operands: fc.array(value, { maxLength: 2 }),
      target: id,
    }),
    { maxLength: 3 },
  ) as unknown as fc.Arbitrary<FlowAction['conditions']>,
});

const flowTypes: readonly (FlowType | undefined)[] = [
  undefined,
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'MODULE',
  'AGENT_WHISPER',
  'CAMPAIGN',
];

it('judges any graph, and says the same twice', () => {
  fc.assert(
    fc.property(
      fc.array(action, { maxLength: 8 }),
      fc.constantFrom(...flowTypes),
      fc.constantFrom(undefined, 'voice' as const, 'chat' as const),
      fc.option(id, { nil: undefined }),
      (list, type, channel, start) => {
        const graph = {
          name: undefined,
          description: undefined,
          type,
          start,
          actions: list,
          notes: [],
          top: { Version: '2019-10-30' },
        };
        const first = lintGraph(graph, { channel });
        expect(lintGraph(graph, { channel })).toEqual(first);
        for (const { message } of first) expect(message).not.toBe('');
      },
    ),
    { numRuns: runs(400) },
  );
});
