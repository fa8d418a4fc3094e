/** What a document says twice, or in a shape that no flow has, comes back as it was and is judged as it was. */
import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { compare, describeDifference } from '../../src/graph/compare.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';

const error = (ErrorType: string, NextAction: string): JsonObject => ({ ErrorType, NextAction });
const comparing = (condition: JsonObject): JsonObject =>
  action(
    'it',
    'Compare',
    { ComparisonValue: '$.Attributes.a' },
    { NextAction: 'bye', Errors: [error('NoMatchingCondition', 'bye')], Conditions: [condition] },
  );
const equals = (operand: string, NextAction: string): JsonObject => ({
  NextAction,
  Condition: { Operator: 'Equals', Operands: [operand] },
});
const action = (
  Identifier: string,
  Type: string,
  Parameters: JsonObject,
  Transitions: JsonObject = {},
): JsonObject => ({
  Identifier,
  Type,
  Parameters,
  Transitions,
});

function roundTrip(...actions: readonly JsonObject[]) {
  const document: Json = { Version: '2019-10-30', StartAction: 'it', Actions: actions };
  const source = { path: 'x.json', text: JSON.stringify(document) };
  const { graph } = readFlow(source);
  if (graph === undefined) throw new Error('not read');
  const text = decompile([{ source, graph }], { project: false }).files[0]?.text ?? '';
  const { flows, diagnostics } = compile([{ path: 'x.flow', text }]);
  const difference = flows[0] && compare(graph, flows[0].graph);
  const errorsOf = (all: readonly { severity: string; code: string }[]) =>
    all.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const built = { path: 'x.json', text: flows[0]?.emitted().json ?? '' };
  const reread = readFlow(built).graph;
  return {
    text,
    /** The text that an import of what is built from it gives. */
    again: reread && decompile([{ source: built, graph: reread }], { project: false }).files[0]?.text,
    difference: difference && describeDifference(difference),
    fromJson: errorsOf(checkJson(source)),
    fromText: errorsOf(diagnostics),
  };
}

const ends = [action('bye', 'DisconnectParticipant', {}), action('other', 'DisconnectParticipant', {})];

describe('a condition that stands twice', () => {
  it.each([
    ['Compare', { ComparisonValue: '$.Attributes.a' }, 'gold'],
    ['InvokeFlowModule', { FlowModuleId: '$.Attributes.m' }, 'paid'],
    ['Compare', { ComparisonValue: '$.Attributes.a', Extra: '1' }, 'gold'],
  ])('of %s is kept, and no error', (type, parameters, operand) => {
    const errors = [error('NoMatchingCondition', 'bye')];
    if (type === 'InvokeFlowModule') errors.push(error('NoMatchingError', 'bye'));
    const Conditions = [equals(operand, 'bye'), equals('x', 'other'), equals(operand, 'other')];
    const { difference, fromJson, fromText } = roundTrip(
      action('it', type, parameters, { NextAction: 'bye', Errors: errors, Conditions }),
      ...ends,
    );
    expect(difference).toBeUndefined();
    expect(fromText).toEqual(fromJson);
  });
});

describe('an error branch that stands twice', () => {
  const tag = (target: string) =>
    action(
      'it',
      'TagContact',
      { Tags: { a: 'b' } },
      {
        NextAction: 'more',
        Errors: [error('NoMatchingError', 'more'), error('NoMatchingError', target)],
      },
    );
  // Enough errors that go on for the text to have a default, which then covers the first of the two.
  const more = ['more', 'most', 'last'].map((id, i) =>
    action(
      id,
      'TagContact',
      { Tags: { a: id } },
      {
        NextAction: ['most', 'last', 'bye'][i] ?? '',
        Errors: [error('NoMatchingError', ['most', 'last', 'bye'][i] ?? '')],
      },
    ),
  );

  it.each(['more', 'bye'])('is kept where the first is left to a default (to %s)', (target) => {
    const { text, again, difference, fromText } = roundTrip(tag(target), ...more, ...ends);
    expect(text).toContain('raw_error');
    expect(difference).toBeUndefined();
    expect(fromText).toEqual([]);
    expect(again).toBe(text);
  });
});

describe('an error branch beside one of an odd shape', () => {
  const plain = error('NoMatchingError', 'bye');
  const odd: JsonObject = { ...plain, Note: 'odd' };
  const tags = (id: string, next: string, Errors: readonly JsonObject[]) =>
    action(id, 'TagContact', { Tags: { a: id } }, { NextAction: next, Errors });
  // Enough of them for the text to have a default that could cover the plain one.
  const others = [tags('more', 'most', [plain]), tags('most', 'last', [plain]), tags('last', 'other', [plain])];

  it.each([
    ['the plain one first', [plain, odd]],
    ['the odd one first', [odd, plain]],
    ['the odd one alone', [odd]],
    ['two plain ones behind it', [odd, plain, error('NoMatchingError', 'other')]],
  ])('is kept: %s', (_, Errors) => {
    const { text, again, difference, fromJson, fromText } = roundTrip(tags('it', 'more', Errors), ...others, ...ends);
    expect(text).toContain('on error -> bye');
    expect(again).toBe(text);
    expect(difference).toBeUndefined();
    expect(fromText).toEqual(fromJson);
  });

  it('is the one that NextAction copies', () => {
    const noMatch = error('NoMatchingCondition', 'bye');
    const Errors = [{ ...noMatch, NextAction: 'other', Note: 'odd' }, noMatch];
    const Conditions = [equals('gold', 'other')];
    const compareAction = (NextAction: string) =>
      action('it', 'Compare', { ComparisonValue: '$.Attributes.a' }, { NextAction, Errors, Conditions });
    for (const next of ['bye', 'other']) expect(roundTrip(compareAction(next), ...ends).difference).toBeUndefined();
  });
});

describe('a condition with a member of its own', () => {
  it('is read as far as it goes, from JSON and from text', () => {
    const odd = { NextAction: 'other', Condition: { Operator: 'Equals', Operands: ['gold'], Note: 'odd' } };
    const { difference, fromJson, fromText } = roundTrip(comparing(odd), ...ends);
    expect(difference).toBeUndefined();
    expect(fromJson).toEqual([]);
    expect(fromText).toEqual([]);
  });
});

describe('a name that a way of saying gave', () => {
  it('is free again where another way was taken', () => {
    const flow = (id: string) => `arn:aws:connect:us-east-1:000000000000:instance/i/contact-flow/${id}`;
    const ids = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'] as const;
    const { text } = roundTrip(
      // `DisableExecution` of another hook can only be said as `action`, after `set hold` was tried.
      action(
        'it',
        'UpdateContactEventHooks',
        {
          EventHooks: { CustomerHold: flow(ids[0]) },
          EventHooksConfiguration: { CustomerHold: { DisableExecution: 'false' } },
        },
        { NextAction: 'more', Errors: [error('NoMatchingError', 'bye')] },
      ),
      action(
        'more',
        'UpdateContactEventHooks',
        { EventHooks: { CustomerHold: flow(ids[1]) } },
        {
          NextAction: 'bye',
          Errors: [error('NoMatchingError', 'bye')],
        },
      ),
      ...ends,
    );
    expect(text).toContain('existing flow Flow =');
    expect(text).not.toContain('Flow2');
  });
});

describe('a number compared with a path', () => {
  it.each(['NumberLessThan', 'NumberGreaterOrEqualTo', 'Equals', 'TextContains'])(
    'by %s is judged alike',
    (Operator) => {
      const condition = { NextAction: 'other', Condition: { Operator, Operands: ['$.Attributes.limit'] } };
      const { text, fromJson, fromText } = roundTrip(comparing(condition), ...ends);
      expect(text).toContain('"$.Attributes.limit"');
      expect([fromJson, fromText]).toEqual([[], []]);
    },
  );
});

describe('an entry that is null', () => {
  it.each(['Errors', 'Conditions'])('of %s is kept', (list) => {
    const Errors = [error('NoMatchingCondition', 'bye')];
    const Conditions = [equals('gold', 'other')];
    const both: JsonObject = { Errors, Conditions };
    const { difference } = roundTrip(
      action(
        'it',
        'Compare',
        { ComparisonValue: '$.Attributes.a' },
        {
          NextAction: 'bye',
          ...both,
          [list]: [...(both[list] as Json[]), null],
        },
      ),
      ...ends,
    );
    expect(difference).toBeUndefined();
  });
});

describe('an operand that is no text', () => {
  it.each([null, 5, true, 1.5])('%s is kept', (operand) => {
    const Condition = { Operator: 'Equals', Operands: [operand] };
    const { difference } = roundTrip(comparing({ NextAction: 'other', Condition }), ...ends);
    expect(difference).toBeUndefined();
  });
});
