/** No content ends in an exception: any text, any JSON, documents that are nearly flows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions } from '../../src/catalogue/index.ts';
import { judgeContent, type ValidateOptions } from '../../src/connect/local/validate/index.ts';
import { MODULE_SETTINGS } from '../../src/catalogue/module-settings.ts';
import { runs } from '../runs.ts';

const RUNS = runs(500);

const settings = fc.oneof(
  fc.constantFrom('{}', '', 'null', '{"input":{"schema":{"properties":{"a":{"type":5}}}}}'),
  fc.json(),
);
const options: fc.Arbitrary<ValidateOptions> = fc.record({
  type: fc.constantFrom('CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CAMPAIGN', 'MODULE'),
  known: fc.boolean().map((answer) => () => answer),
  moduleSettings: fc.option(settings, { nil: undefined }),
  settingsOf: settings.map((text) => () => text),
});

function judged(content: string, given: ValidateOptions): void {
  const verdict = judgeContent(content, given);
  if (verdict.is !== 'invalid') return;
  expect(verdict.problems.length).toBeGreaterThan(0);
  expect(verdict.problems.length).toBeLessThanOrEqual(50);
  for (const problem of verdict.problems) expect(problem.length).toBeLessThanOrEqual(256);
}

const odd = fc.oneof(
  fc.constantFrom(
    null,
    '',
    0,
    true,
    [],
    {},
    ['x'],
    { NextAction: 5 },
    { Condition: { Operator: 'Equals', Operands: [''] } },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const keys = fc.constantFrom(
  ...new Set(
    [...actions.values()].flatMap(({ parameters }) => parameters.flatMap(({ name }) => name.split(/[.[\]]+/))),
  ),
  '__proto__',
  'constructor',
);
const parameters = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    odd,
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;
const edge = fc.oneof(
  odd,
  fc.record({
    NextAction: fc.constantFrom('a', 'b', '', 'gone'),
    ErrorType: fc.constantFrom('NoMatchingError', 'X'),
    Condition: fc.oneof(
      odd,
      fc.record({ Operator: fc.constantFrom('Equals', 'X'), Operands: fc.oneof(odd, fc.array(odd)) }),
    ),
  }),
);
const action = fc.oneof(
  odd,
  fc.record({
    Identifier: fc.oneof(fc.constantFrom('a', 'b', 'c'), odd),
    Type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...actions.keys()) }, { weight: 1, arbitrary: odd }),
    Parameters: fc.oneof(odd, fc.dictionary(keys, parameters, { maxKeys: 5 })),
    Transitions: fc.oneof(
      odd,
      fc.record(
        {
          NextAction: fc.oneof(fc.constantFrom('a', 'b', 'gone'), odd),
          Errors: fc.oneof(odd, fc.array(edge, { maxLength: 3 })),
          Conditions: fc.oneof(odd, fc.array(edge, { maxLength: 3 })),
        },
        { requiredKeys: [] },
      ),
    ),
  }),
);

describe('nothing throws', () => {
  it('at any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), options, judged), { numRuns: RUNS });
  });

  it('at any JSON', () => {
    fc.assert(fc.property(fc.json(), options, judged), { numRuns: RUNS });
  });

  it('at documents that are nearly flows', () => {
    const document = fc.record(
      {
        Version: fc.oneof({ weight: 9, arbitrary: fc.constant('2019-10-30') }, { weight: 1, arbitrary: odd }),
        StartAction: fc.oneof(fc.constantFrom('a', 'b'), odd),
        Actions: fc.oneof({ weight: 9, arbitrary: fc.array(action, { maxLength: 6 }) }, { weight: 1, arbitrary: odd }),
        Settings: fc.oneof(fc.constant(MODULE_SETTINGS), odd),
      },
      { requiredKeys: ['Version', 'StartAction', 'Actions'] },
    );
    const text = document.map((value) => JSON.stringify(value));
    fc.assert(fc.property(text, options, judged), { numRuns: RUNS * 4 });
  });

  it('at JSON nested deeper than any stack', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const type = 'CONTACT_FLOW';
    judged(deep, { type, known: () => true });
    const view = `{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"ShowView","Parameters":{"ViewData":{"a":${deep}}},"Transitions":{}}]}`;
    judged(view, { type, known: () => true });
    judged(view.replace('"ShowView"', deep), { type, known: () => true });
  });
});
