/** Any graph has a text, and the text says the same edges. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { structure } from '../../src/constructs/structure/index.ts';
import type { RaisedBlock, RaisedBranch, RaisedTarget } from '../../src/constructs/types.ts';
import { pattern, text, word } from '../../src/syntax/make.ts';
import { differences } from './expect.ts';
import { dangling, make, nothing, none, onPattern, onText, onWord, to } from './make-blocks.ts';
import { runs } from '../runs.ts';

const KINDS = ['plain', 'plain', 'check', 'decision', 'leave', 'terminal', 'compare', 'compare', 'loop'] as const;
const LABELS = ['next', 'Say hello', 'failed', 'message', 'if', 'gone', '挨拶', 'a b'];

/** Targets lean towards the near future, so that graphs look like flows, with everything else now and then. */
const target = (at: number, size: number): fc.Arbitrary<RaisedTarget> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }).map((d) => to(`b${Math.min(at + d, size - 1)}`)) },
    { weight: 3, arbitrary: fc.nat({ max: size - 1 }).map((i) => to(`b${i}`)) },
    { weight: 1, arbitrary: fc.constantFrom(nothing, dangling('gone'), dangling('$end')) },
  );

const block = (at: number, size: number): fc.Arbitrary<RaisedBlock> => {
  const goal = target(at, size);
  const error = fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: 2 }).map((i) => to(`b${size - 1 - (i % size)}`)) },
    { weight: 2, arbitrary: goal },
    { weight: 1, arbitrary: fc.constant(none) },
  );
  return fc
    .record({
      kind: fc.constantFrom(...KINDS),
      success: fc.oneof({ weight: 9, arbitrary: goal }, { weight: 1, arbitrary: fc.constant(none) }),
      cases: fc.array(goal, { maxLength: 3 }),
      odd: fc.nat({ max: 9 }),
      otherwise: fc.oneof({ weight: 9, arbitrary: goal }, { weight: 1, arbitrary: fc.constant(none) }),
      error,
      need: fc.constantFrom('always', 'optional', 'written'),
      phrase: fc.constantFrom('play', 'set queue', 'invoke lambda'),
      label: fc.option(fc.constantFrom(...LABELS), { nil: undefined, freq: 12 }),
      end: fc.constantFrom('DisconnectParticipant', 'EndFlowExecution', 'Other'),
      shareable: fc.boolean(),
    })
    .map((r): RaisedBlock => {
      const id = `b${at}`;
      const errors: RaisedBranch[] = [onWord('error', r.error, r.need as RaisedBranch['need'])];
      const cases = r.cases.map((goal, i) =>
        r.odd === 0 && i === 0
          ? onPattern(pattern([word('starts_with'), text(`case ${i}`)]), goal)
          : r.odd === 1 && i === 0
            ? onPattern(pattern([text('a'), text('b')]), goal)
            : onText(`case ${i}`, goal),
      );
      switch (r.kind) {
        case 'plain':
          return make(id, 'plain', r.phrase, { success: r.success, branches: errors, label: r.label });
        case 'check':
          return make(id, 'check', 'check hours', {
            success: r.success,
            branches: [onWord('closed', r.otherwise, 'always'), ...errors],
            label: r.label,
          });
        case 'decision':
          return make(id, 'decision', 'menu', {
            branches: [...cases, onWord('timeout', r.otherwise), ...errors],
            label: r.label,
          });
        case 'leave':
          return make(id, 'leave', 'transfer to queue', {
            branches: [onWord('at_capacity', r.otherwise), ...errors],
            label: r.label,
          });
        case 'terminal':
          return make(id, 'terminal', 'stop', {
            type: r.end,
            shareable: r.shareable && r.label === undefined,
            label: r.label,
          });
        case 'compare': {
          const extra = r.odd === 2 ? [onPattern(pattern([word('next_action')]), r.success)] : [];
          return make(id, 'compare', 'match', {
            branches: [...cases, ...extra, onWord('default', r.otherwise)],
            label: r.label,
          });
        }
        case 'loop':
          return make(id, 'loop', 'repeat', {
            body: r.otherwise,
            success: r.success,
            branches: r.odd < 3 ? [onWord('error', r.error, 'written')] : [],
            label: r.label,
          });
      }
    });
};

const flow = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc.record({
    blocks: fc.tuple(...Array.from({ length: size }, (_, at) => block(at, size))),
    start: fc.oneof(
      { weight: 9, arbitrary: fc.constant<string | undefined>('b0') },
      { weight: 1, arbitrary: fc.constantFrom<(string | undefined)[]>(undefined, '', 'nowhere', `b${size - 1}`) },
    ),
  }),
);

it('says any graph', () => {
  fc.assert(
    fc.property(flow, ({ blocks, start }) => {
      // Two blocks of one name are told apart by a number; names are compared in the tests of names.
      expect(differences(blocks, start, structure({ blocks, start }))).toEqual([]);
    }),
    { numRuns: runs(1000) },
  );
});
