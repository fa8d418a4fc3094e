import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/graph/canonical.ts';
import { compare, describeDifference } from '../../src/graph/compare.ts';
import type { FlowAction, FlowGraph } from '../../src/graph/flow-graph.ts';
import type { Json } from '../../src/text/json.ts';
import { anyGraph } from '../flowjson/arbitrary.ts';
import { action, graph } from '../flowjson/make.ts';
import { runs } from '../runs.ts';

const base = graph(
  [
    action('greet', 'MessageParticipant', {
      parameters: { Text: 'Hello', Media: { Uri: 's3://a', List: ['1', '2'] } },
      next: 'ask',
    }),
    action('ask', 'GetParticipantInput', {
      next: 'again',
      errors: [
        { type: 'InputTimeLimitExceeded', target: 'again' },
        { type: 'NoMatchingError', target: 'end' },
      ],
      conditions: [
        { operator: 'Equals', operands: ['1'], target: 'end' },
        { operator: 'Equals', operands: ['2'], target: 'again' },
      ],
    }),
    action('again', 'Loop', {
      next: 'end',
      conditions: [{ operator: 'Equals', operands: ['ContinueLooping'], target: 'ask' }],
    }),
    action('end', 'DisconnectParticipant'),
    action('island', 'MessageParticipant', {
      parameters: { Text: 'Never' },
      next: 'end',
      extra: { Note: 'x' },
      transitionsExtra: { More: 1 },
    }),
  ],
  { top: { Version: '2019-10-30', Settings: { Transitions: [] } } },
);

/** The base with one action changed. */
function changed(id: string, change: (a: FlowAction) => Partial<FlowAction>): FlowGraph {
  return { ...base, actions: base.actions.map((a) => (a.id === id ? { ...a, ...change(a) } : a)) };
}

/** The base with another id on a block; what led to it leads nowhere now. */
function renamed(from: string, to: string): FlowGraph {
  return changed(from, () => ({ id: to }));
}

const mutations: [what: string, FlowGraph, kind: string, path: string][] = [
  ['type', changed('greet', () => ({ type: 'Other' })), 'type', 'Type'],
  [
    'parameter changed',
    changed('greet', (a) => ({ parameters: { ...a.parameters, Text: 'Hi' } })),
    'parameters',
    'Parameters.Text',
  ],
  [
    'parameter added',
    changed('greet', (a) => ({ parameters: { ...a.parameters, More: '' } })),
    'parameters',
    'Parameters.More',
  ],
  ['parameter removed', changed('greet', () => ({ parameters: { Text: 'Hello' } })), 'parameters', 'Parameters.Media'],
  [
    'parameter nested',
    changed('greet', () => ({ parameters: { Text: 'Hello', Media: { Uri: 's3://b', List: ['1', '2'] } } })),
    'parameters',
    'Parameters.Media.Uri',
  ],
  [
    'list item',
    changed('greet', () => ({ parameters: { Text: 'Hello', Media: { Uri: 's3://a', List: ['1', '3'] } } })),
    'parameters',
    'Parameters.Media.List[1]',
  ],
  [
    'list length',
    changed('greet', () => ({ parameters: { Text: 'Hello', Media: { Uri: 's3://a', List: ['1'] } } })),
    'parameters',
    'Parameters.Media.List',
  ],
  [
    'list order',
    changed('greet', () => ({ parameters: { Text: 'Hello', Media: { Uri: 's3://a', List: ['2', '1'] } } })),
    'parameters',
    'Parameters.Media.List[0]',
  ],
  [
    'number for text',
    changed('greet', (a) => ({ parameters: { ...a.parameters, Text: 1 } })),
    'parameters',
    'Parameters.Text',
  ],
  ['NextAction to another', changed('greet', () => ({ next: 'end' })), 'type', 'Type'],
  ['NextAction to itself', changed('greet', () => ({ next: 'greet' })), 'target', 'Transitions.NextAction'],
  ['NextAction to nowhere', changed('greet', () => ({ next: '' })), 'target', 'Transitions.NextAction'],
  ['NextAction to nothing known', changed('greet', () => ({ next: 'gone' })), 'target', 'Transitions.NextAction'],
  ['NextAction removed', changed('greet', () => ({ next: undefined })), 'next', 'Transitions.NextAction'],
  ['NextAction added', changed('end', () => ({ next: 'end' })), 'next', 'Transitions.NextAction'],
  [
    'error type',
    changed('ask', (a) => ({ errors: [{ type: 'Other', target: 'again' }, ...a.errors.slice(1)] })),
    'error',
    'Transitions.Errors.InputTimeLimitExceeded',
  ],
  [
    'error target',
    changed('ask', (a) => ({ errors: [{ type: 'InputTimeLimitExceeded', target: 'ask' }, ...a.errors.slice(1)] })),
    'target',
    'Transitions.Errors.InputTimeLimitExceeded.NextAction',
  ],
  [
    'error removed',
    changed('ask', (a) => ({ errors: a.errors.slice(1) })),
    'error',
    'Transitions.Errors.InputTimeLimitExceeded',
  ],
  [
    'error added',
    changed('greet', () => ({ errors: [{ type: 'NoMatchingError', target: 'end' }] })),
    'error',
    'Transitions.Errors.NoMatchingError',
  ],
  [
    'error twice',
    changed('ask', (a) => ({ errors: [...a.errors, { type: 'NoMatchingError', target: 'end' }] })),
    'error',
    'Transitions.Errors.NoMatchingError',
  ],
  [
    'error entry',
    changed('ask', (a) => ({
      errors: [
        ...a.errors.slice(0, 1),
        { type: 'NoMatchingError', target: 'end', raw: { ErrorType: 'NoMatchingError', Why: 1 } },
      ],
    })),
    'error',
    'Transitions.Errors.NoMatchingError',
  ],
  [
    'operator',
    changed('ask', (a) => ({
      conditions: [{ operator: 'TextContains', operands: ['1'], target: 'end' }, ...a.conditions.slice(1)],
    })),
    'condition',
    'Transitions.Conditions[0].Condition.Operator',
  ],
  [
    'operand',
    changed('ask', (a) => ({
      conditions: [{ operator: 'Equals', operands: ['9'], target: 'end' }, ...a.conditions.slice(1)],
    })),
    'condition',
    'Transitions.Conditions[0].Condition.Operands[0]',
  ],
  [
    'operand added',
    changed('ask', (a) => ({
      conditions: [{ operator: 'Equals', operands: ['1', '1'], target: 'end' }, ...a.conditions.slice(1)],
    })),
    'condition',
    'Transitions.Conditions[0].Condition.Operands',
  ],
  [
    'condition order',
    changed('ask', (a) => ({ conditions: [...a.conditions].reverse() })),
    'condition',
    'Transitions.Conditions[0].Condition.Operands[0]',
  ],
  [
    'condition target',
    changed('ask', (a) => ({
      conditions: [{ operator: 'Equals', operands: ['1'], target: 'ask' }, ...a.conditions.slice(1)],
    })),
    'target',
    'Transitions.Conditions[0].NextAction',
  ],
  [
    'condition removed',
    changed('ask', (a) => ({ conditions: a.conditions.slice(0, 1) })),
    'condition',
    'Transitions.Conditions[1]',
  ],
  [
    'condition added',
    changed('greet', () => ({ conditions: [{ operator: 'Equals', operands: [], target: 'end' }] })),
    'condition',
    'Transitions.Conditions[0]',
  ],
  [
    'condition entry',
    changed('again', () => ({
      conditions: [{ operator: 'Equals', operands: ['ContinueLooping'], target: 'ask', raw: {} }],
    })),
    'condition',
    'Transitions.Conditions[0].Condition',
  ],
  ['start', { ...base, start: 'ask' }, 'type', 'Type'],
  ['start nowhere', { ...base, start: '' }, 'start', 'StartAction'],
  ['start that is one block, and nowhere', renamed('greet', 'hello'), 'start', 'StartAction'],
  ['start missing', { ...base, start: undefined }, 'start', 'StartAction'],
  ['top changed', { ...base, top: { ...base.top, Version: '2' } }, 'top', 'Version'],
  ['top nested', { ...base, top: { ...base.top, Settings: { Transitions: [1] } } }, 'top', 'Settings.Transitions'],
  ['top added', { ...base, top: { ...base.top, Team: 'x' } }, 'top', 'Team'],
  ['top removed', { ...base, top: { Version: '2019-10-30' } }, 'top', 'Settings'],
  ['member added', changed('greet', () => ({ extra: { Note: 'x' } })), 'extra', 'Note'],
  [
    'member of transitions added',
    changed('greet', () => ({ transitionsExtra: { More: 1 } })),
    'extra',
    'Transitions.More',
  ],
  [
    'action added',
    { ...base, actions: [...base.actions, action('more', 'DisconnectParticipant')] },
    'count',
    'Actions',
  ],
  ['action removed', { ...base, actions: base.actions.slice(0, 4) }, 'count', 'Actions'],
  ['unreachable parameter', changed('island', () => ({ parameters: { Text: 'Ever' } })), 'unmatched', 'Actions'],
  ['unreachable member', changed('island', () => ({ extra: { Note: 'y' } })), 'unmatched', 'Actions'],
  ['unreachable target', changed('island', () => ({ next: 'ask' })), 'unmatched', 'Actions'],
];

describe('a difference is found', () => {
  it.each(mutations)('%s', (_, other, kind, path) => {
    expect(compare(base, other)).toMatchObject({ kind, path });
    expect(compare(other, base)).toMatchObject({ kind, path });
  });

  it('and told in a sentence', () => {
    const said = (what: string): string => {
      const other = mutations.find(([name]) => name === what)?.[1] ?? base;
      const difference = compare(base, other);
      return difference === undefined ? 'equal' : describeDifference(difference, ['the file', 'Connect']);
    };
    expect(said('parameter changed')).toBe(
      'MessageParticipant "greet": Parameters.Text is "Hello" in the file, "Hi" in Connect.',
    );
    expect(said('parameter added')).toBe(
      'MessageParticipant "greet": Parameters.More is nothing in the file, "" in Connect.',
    );
    expect(said('NextAction to another')).toBe(
      'GetParticipantInput "ask" and DisconnectParticipant "end": Type is "GetParticipantInput" in the file, "DisconnectParticipant" in Connect.',
    );
    expect(said('condition target')).toBe(
      'GetParticipantInput "ask": Transitions.Conditions[0].NextAction is "end" in the file, "ask" in Connect.',
    );
    expect(said('start nowhere')).toBe('The start differs: "greet" in the file, "" in Connect.');
    expect(said('top added')).toBe(`The flow's Team differs: nothing in the file, "x" in Connect.`);
    expect(said('action added')).toBe('The number of actions differs: 5 in the file, 6 in Connect.');
    expect(said('unreachable parameter')).toBe('MessageParticipant "island" of the file has no equal in Connect.');
  });
});

describe('no difference is found', () => {
  it('in what is free', () => {
    const free: FlowGraph = {
      ...base,
      name: 'Other',
      description: 'Other',
      type: 'CUSTOMER_HOLD',
      notes: [{ text: 'x', action: undefined }],
      actions: base.actions.map((a) => ({ ...a, label: 'x', position: { x: 1, y: 2 }, display: { a: 'b' } })),
    };
    expect(compare(base, free)).toBeUndefined();
    expect(
      compare(
        base,
        changed('greet', () => ({ extra: {}, transitionsExtra: {} })),
      ),
    ).toBeUndefined();
    const keys = changed('greet', () => ({
      parameters: { Media: { List: ['1', '2'], Uri: 's3://a' }, Text: 'Hello' },
    }));
    expect(compare(base, keys)).toBeUndefined();
  });

  it('in any graph whose ids and order were changed', () => {
    fc.assert(
      fc.property(anyGraph(), fc.infiniteStream(fc.nat()), (first, numbers) => {
        const second = disguised(first, () => numbers.next().value as number);
        const difference = compare(first, second);
        if (difference !== undefined) throw new Error(describeDifference(difference));
      }),
      { numRuns: runs(300) },
    );
  });

  it('in graphs that are as regular as can be', { timeout: 20_000 }, () => {
    const count = 250;
    const at = (i: number) => `a${i % count}`;
    const wirings: ((i: number) => Partial<FlowAction>)[] = [
      () => ({}),
      (i) => ({ next: at(i) }),
      (i) => ({ next: at(i + 1) }),
      (i) => ({ next: i + 1 < count ? at(i + 1) : '' }),
      (i) => ({ next: at(i ^ 1) }),
      (i) => ({
        errors: [
          { type: 'E', target: at(i + 1) },
          { type: 'E', target: at(i + 50) },
        ],
      }),
    ];
    for (const wiring of wirings) {
      const actions = Array.from({ length: count }, (_, i) => action(at(i), 'MessageParticipant', wiring(i)));
      for (const start of [undefined, 'a0']) {
        const regular = graph(actions, { start });
        const begun = Date.now();
        expect(compare(regular, { ...regular, actions: [...actions].reverse() })).toBeUndefined();
        expect(Date.now() - begun).toBeLessThan(2_000);
      }
    }
  });
});

describe('blocks that nothing leads to', () => {
  const loose = (...kinds: readonly Partial<FlowAction>[]): FlowGraph =>
    graph(
      kinds.map((kind, i) => action(`${i}`, 'X', kind)),
      { start: undefined },
    );
  const failing = (type: string, raw?: Json) => ({
    errors: [{ type, target: 'gone', ...(raw === undefined ? {} : { raw }) }],
  });

  it.each<[string, Partial<FlowAction>, Partial<FlowAction>]>([
    ['parameters', { parameters: { a: '1' } }, { parameters: { a: '2' } }],
    ['a member', { extra: { a: 1 } }, {}],
    ['a member of the transitions', { transitionsExtra: { a: 1 } }, {}],
    ['a next block', { next: '' }, {}],
    ['the next block', { next: 'gone' }, { next: 'lost' }],
    ['an error', failing('E'), failing('F')],
    ['how an error is written', failing('E', { Error: 1 }), failing('E')],
  ])('are told apart by %s', (_, one, other) => {
    expect(compare(loose(one, other), loose(other, one))).toBeUndefined();
    expect(compare(loose(one, other), loose(one, one))).toMatchObject({ kind: 'unmatched' });
  });

  it('are named where they have no equal', () => {
    const [one, two, three] = ['1', '2', '3'].map((a) => ({ parameters: { a } })) as [object, object, object];
    expect(compare(loose(one, two), loose(three, one))?.a?.id).toBe('1');
    expect(compare(loose(one, two, two), loose(one, one, two))?.a?.id).toBe('2');
  });
});

describe('graphs that look alike from every action', () => {
  const ring = (sizes: readonly number[]): FlowGraph => {
    const actions = sizes.flatMap((size, r) =>
      Array.from({ length: size }, (_, i) => action(`${r}.${i}`, 'X', { next: `${r}.${(i + 1) % size}` })),
    );
    return graph(actions, { start: undefined });
  };

  it('are told apart all the same', () => {
    expect(compare(ring([3, 3]), ring([6]))).toMatchObject({ kind: 'unmatched' });
    expect(compare(ring([3, 3]), ring([3, 3]))).toBeUndefined();
    expect(compare(ring([2, 4]), ring([4, 2]))).toBeUndefined();
    expect(compare(ring([2, 4]), ring([3, 3]))).toMatchObject({ kind: 'unmatched' });
  });

  it('are the same where two kinds of blocks take turns in rings', () => {
    const garland = (sizes: readonly number[]): FlowGraph => {
      const actions = sizes.flatMap((size, r) =>
        Array.from({ length: size }, (_, i) => [
          action(`from ${r}.${i}`, 'From', {
            next: `to ${r}.${i}`,
            errors: [{ type: 'E', target: `to ${r}.${(i + 1) % size}` }],
          }),
          action(`to ${r}.${i}`, 'To'),
        ]).flat(),
      );
      return graph(actions, { start: undefined });
    };
    expect(compare(garland([2, 4]), garland([4, 2]))).toBeUndefined();
    expect(compare(garland([2, 4]), garland([3, 3]))).toMatchObject({ kind: 'unmatched' });
  });

  it('may be many, where none leads to another', () => {
    const loose = Array.from({ length: 1_500 }, (_, i) => action(`${i}`, 'X'));
    expect(compare(graph(loose), graph([...loose].reverse(), { start: '0' }))).toBeUndefined();
  });

  it('are given up in the end, and not said to be the same', () => {
    // Two graphs of 16 nodes, each with 6 neighbours, any two with 2 in common: squares of a board in one row or column,
    // and Shrikhande's.
    const rook = (x: number, y: number) => (x === 0) !== (y === 0);
    const shrikhande = (x: number, y: number) => ['0,1', '0,3', '1,0', '3,0', '1,1', '3,3'].includes(`${x},${y}`);
    const all = Array.from({ length: 16 }, (_, i) => i);
    const joined = (...parts: readonly (typeof rook)[]): FlowGraph =>
      graph(
        parts.flatMap((isNeighbour, part) =>
          all.map((i) => {
            const near = all.filter((j) => isNeighbour((j - i + 16) % 4, ((j >> 2) - (i >> 2) + 4) % 4));
            return action(`${part}.${i}`, 'X', { errors: near.map((j) => ({ type: 'E', target: `${part}.${j}` })) });
          }),
        ),
        { start: undefined },
      );
    expect(compare(joined(rook, rook, rook), joined(rook, rook, shrikhande))).toMatchObject({ kind: 'undecided' });
    expect(compare(joined(rook), joined(shrikhande))).toMatchObject({ kind: 'unmatched' });
    expect(compare(joined(rook, shrikhande), joined(shrikhande, rook))).toBeUndefined();
  });
});

describe('the answer', () => {
  it('is that of trying every matching', () => {
    const small = fc
      .integer({ min: 1, max: 5 })
      .chain((count) =>
        fc.record({
          count: fc.constant(count),
          start: fc.option(fc.nat(count - 1), { nil: undefined }),
          types: fc.array(fc.constantFrom('A', 'B'), { minLength: count, maxLength: count }),
          next: fc.array(fc.option(fc.nat(count - 1), { nil: undefined }), { minLength: count, maxLength: count }),
          errors: fc.array(fc.array(fc.tuple(fc.constantFrom('E', 'F'), fc.nat(count - 1)), { maxLength: 2 }), {
            minLength: count,
            maxLength: count,
          }),
          shift: fc.nat(),
          change: fc.option(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { nil: undefined }),
        }),
      )
      .map(({ count, start, types, next, errors, shift, change }) => {
        const make = (with_: readonly (number | undefined)[]) =>
          graph(
            Array.from({ length: count }, (_, i) => {
              const to = with_[i];
              return action(`n${i}`, types[i] ?? 'A', {
                next: to === undefined ? undefined : `n${to}`,
                errors: (errors[i] ?? []).map(([type, target]) => ({ type, target: `n${target}` })),
              });
            }),
            { start: start === undefined ? undefined : `n${start}` },
          );
        const other = next.slice();
        if (change !== undefined) other[change[0]] = change[1];
        let seed = shift;
        return [make(next), disguised(make(other), () => (seed = (seed * 48271 + 11) % 65537))] as const;
      });
    let equal = 0;
    fc.assert(
      fc.property(small, ([a, b]) => {
        const same = compare(a, b) === undefined;
        if (same) equal++;
        expect(same).toBe(someMatchingHolds(a, b));
      }),
      { numRuns: runs(800) },
    );
    expect(equal).toBeGreaterThan(50);
  });
});

/** The same flow under other ids, with actions, errors and keys in another order. */
function disguised(original: FlowGraph, random: () => number): FlowGraph {
  const ids = new Set(original.actions.map(({ id }) => id));
  const to = (target: string): string => (ids.has(target) ? `new ${target}` : target);
  const shuffled = <T>(items: readonly T[]): T[] => {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = random() % (i + 1);
      [out[i], out[j]] = [out[j] as T, out[i] as T];
    }
    return out;
  };
  const reordered = (value: Json): Json =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map(reordered)
        : Object.fromEntries(shuffled(Object.entries(value)).map(([key, inner]) => [key, reordered(inner as Json)]));
  return {
    ...original,
    start: original.start === undefined ? undefined : to(original.start),
    actions: shuffled(original.actions).map((a) => ({
      ...a,
      id: to(a.id),
      parameters: reordered(a.parameters) as FlowAction['parameters'],
      next: a.next === undefined ? undefined : to(a.next),
      errors: shuffled(a.errors).map((edge) => ({ ...edge, target: to(edge.target) })),
      conditions: a.conditions.map((edge) => ({ ...edge, target: to(edge.target) })),
    })),
  };
}

/** By brute force: one of all ways to match the actions makes the graphs the same. */
function someMatchingHolds(a: FlowGraph, b: FlowGraph): boolean {
  if (a.actions.length !== b.actions.length) return false;
  const rendered = ({ start, actions }: FlowGraph, name: (id: string) => string): string =>
    canonicalJson([
      start === undefined ? null : name(start),
      actions
        .map(({ id, type, next, errors }) =>
          canonicalJson([
            name(id),
            type,
            next === undefined ? null : name(next),
            errors.map((e) => `${e.type} ${name(e.target)}`).sort(),
          ]),
        )
        .sort(),
    ]);
  const wanted = rendered(b, (id) => id);
  const used = new Map<string, string>();
  const attempt = (i: number): boolean => {
    const action_ = a.actions[i];
    if (action_ === undefined) return rendered(a, (id) => used.get(id) ?? id) === wanted;
    for (const { id } of b.actions) {
      if ([...used.values()].includes(id)) continue;
      used.set(action_.id, id);
      if (attempt(i + 1)) return true;
      used.delete(action_.id);
    }
    return false;
  };
  return attempt(0);
}
