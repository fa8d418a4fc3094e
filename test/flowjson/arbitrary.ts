/** Random flows for property tests: anything that a FlowGraph can hold, sensible or not. */
import fc from 'fast-check';
import type { ConditionEdge, ErrorEdge, FlowAction, FlowGraph, FlowType } from '../../src/graph/flow-graph.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';

const ODD_TEXTS = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '\ud800',
  '\udc00x',
  'e\u0301',
  '👩‍👩‍👧',
  '日本語のテキスト',
  '$.Attributes.tier',
  "$.External['a b']",
  '<speak>a\nb</speak>',
  '"quoted" \\ / \u0000',
  '${Token}',
];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    fc.constantFrom(null, true, false, 0, 1, -1, 2.5, 1e21),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    objectOf(tie('value')),
  ),
})).value;

function objectOf(value: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  return fc.array(fc.tuple(anyText, value), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
}

export const anyParameters: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom('Text', 'SSML', 'Attributes', 'Media'), anyText), anyJson), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));

const TYPES = ['MessageParticipant', 'Compare', 'Loop', 'DisconnectParticipant', 'GetParticipantInput', 'Unheard', ''];
const ERRORS = ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded', 'Odd one', ''];
const OPERATORS = ['Equals', 'TextContains', 'NumberLessThan', 'Odd'];
const FLOW_TYPES: readonly FlowType[] = ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CAMPAIGN', 'MODULE'];

/** Members that no format knows; names of known ones are left out, since those are read as what they are. */
const unknownMembers: fc.Arbitrary<JsonObject | undefined> = fc.option(
  fc
    .array(fc.tuple(fc.constantFrom('Comment', 'x-team', '__proto__', 'parameters'), anyJson), {
      minLength: 1,
      maxLength: 2,
    })
    .map((entries) => Object.fromEntries(entries)),
  { nil: undefined, freq: 6 },
);

export interface GraphOptions {
  readonly maxActions?: number;
  /** Types of actions; the default mixes known and unheard-of ones. */
  readonly types?: readonly string[];
}

/** Graphs as reading makes them: with cycles, unreachable blocks, dangling and empty targets, odd values everywhere. */
export function anyGraph({ maxActions = 12, types = TYPES }: GraphOptions = {}): fc.Arbitrary<FlowGraph> {
  return fc
    .uniqueArray(
      fc.oneof(
        fc.uuid(),
        fc.constantFrom('Greeting block', 'a:b', '__proto__', 'x'.repeat(60), '同じ'),
        fc.string({ minLength: 1, maxLength: 8 }),
      ),
      {
        maxLength: maxActions,
      },
    )
    .chain((ids) => {
      const target = fc.oneof(
        { weight: ids.length === 0 ? 0 : 8, arbitrary: fc.constantFrom(...(ids.length === 0 ? [''] : ids)) },
        { weight: 1, arbitrary: fc.constantFrom('', 'nowhere', '$end') },
      );
      return fc.record({
        name: fc.option(fc.constantFrom('Main', '受付'), { nil: undefined }),
        description: fc.option(fc.constantFrom('What it does'), { nil: undefined }),
        type: fc.option(fc.constantFrom(...FLOW_TYPES), { nil: undefined }),
        start: fc.option(target, { nil: undefined, freq: 8 }),
        actions: fc.tuple(...ids.map((id) => anyAction(id, target, types))),
        notes: fc.array(
          fc.record({ text: fc.constantFrom('Mind this', 'メモ'), action: fc.option(target, { nil: undefined }) }),
          {
            maxLength: 2,
          },
        ),
        top: topMembers,
      });
    });
}

const topMembers: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.constantFrom<JsonObject>({ Version: '2019-10-30' }, {}, { Settings: { Transitions: [] } }), unknownMembers)
  .map(([known, unknown]) => ({ ...known, ...unknown }));

export function anyAction(
  id: string,
  target: fc.Arbitrary<string>,
  types: readonly string[] = TYPES,
): fc.Arbitrary<FlowAction> {
  return fc
    .record({
      type: fc.constantFrom(...types),
      parameters: anyParameters,
      next: fc.option(target, { nil: undefined, freq: 5 }),
      errors: fc.array(anyError(target), { maxLength: 3 }),
      conditions: fc.array(anyCondition(target), { maxLength: 3 }),
      extra: unknownMembers,
      transitionsExtra: unknownMembers,
      position: fc.option(
        fc.record({ x: fc.integer({ min: -999, max: 999 }), y: fc.integer({ min: -999, max: 999 }) }),
        {
          nil: undefined,
        },
      ),
    })
    .map(({ extra, transitionsExtra, position, ...action }) => ({
      id,
      label: undefined,
      ...action,
      ...(extra === undefined ? {} : { extra }),
      ...(transitionsExtra === undefined ? {} : { transitionsExtra }),
      ...(position === undefined ? {} : { position }),
    }));
}

function anyError(target: fc.Arbitrary<string>): fc.Arbitrary<ErrorEdge> {
  const plain = fc.record({ type: fc.constantFrom(...ERRORS), target });
  const more = fc
    .tuple(plain, anyJson)
    .map(([edge, comment]) => ({ ...edge, raw: { ErrorType: edge.type, Comment: comment } as JsonObject }));
  const odd = fc.constantFrom<ErrorEdge>(
    { type: '', target: '', raw: null },
    { type: '', target: '', raw: ['NoMatchingError'] },
    { type: 'NoMatchingError', target: '', raw: { ErrorType: 'NoMatchingError', NextAction: null } },
    { type: '', target: '', raw: { ErrorType: 5, NextAction: 7 } },
  );
  return fc.oneof({ weight: 12, arbitrary: plain }, { weight: 1, arbitrary: more }, { weight: 1, arbitrary: odd });
}

function anyCondition(target: fc.Arbitrary<string>): fc.Arbitrary<ConditionEdge> {
  const plain = fc.record({
    operator: fc.constantFrom(...OPERATORS),
    operands: fc.array(fc.oneof(anyText, anyJson), { maxLength: 2 }),
    target,
  });
  const odd = fc.tuple(
    target,
    fc.constantFrom<Json>({ Condition: { Operator: 'And', Conditions: [] } }, { Condition: null }, {}),
  );
  return fc.oneof(
    { weight: 12, arbitrary: plain },
    {
      weight: 1,
      arbitrary: odd.map(([to, raw]): ConditionEdge => {
        const inner = (raw as { Condition?: { Operator?: string } | null }).Condition;
        return { operator: inner?.Operator ?? '', operands: [], target: to, raw };
      }),
    },
  );
}
