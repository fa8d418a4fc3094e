/** The judge and the compiler on every parameter that the catalogue has, at its limits and with odd things in it. */
import { expect, it } from 'vitest';
import { actions } from '../../src/catalogue/index.ts';
import type { ActionEntry, Parameter } from '../../src/catalogue/types.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';
import { disagreement } from './agreement.ts';

it('judge and compiler agree on every parameter', { timeout: 60_000 }, () => {
  const found: string[] = [];
  let changes = 0;
  for (const entry of actions.values()) {
    // Returns depend on the module around them.
    if (entry.type === 'EndFlowModuleExecution') continue;
    for (const fact of entry.parameters) {
      if (/^(\*|\.\.)/.test(fact.name)) continue;
      for (const value of [...ODD, ...atLimits(fact)]) {
        changes++;
        const said = disagreement(actionWith(entry, fact, value));
        if (said !== undefined) found.push(`${fact.name}: ${said}`);
      }
    }
  }
  expect(found).toEqual([]);
  expect(changes).toBeGreaterThan(5000);
});

const ODD: readonly Json[] = [
  '',
  ' ',
  5,
  -1,
  true,
  null,
  'Bogus',
  'true',
  '5.5',
  '007',
  {},
  [],
  [''],
  { a: '' },
  { a: true },
  '$.Attributes.x',
  '$.Bogus.x',
  'a $.Attributes.x b',
  '+12065550100',
];

/** Just within and just beyond what the catalogue says; each word, as it is and in other capitals. */
function atLimits({ min, max, minLen, maxLen, minItems, maxItems, values = [], keys = [] }: Parameter): Json[] {
  const around = (limit: number | undefined) => (limit === undefined ? [] : [limit - 1, limit, limit + 1]);
  const numbers = [...around(min), ...around(max)];
  const lengths = [...around(minLen), ...around(maxLen)].filter((length) => length >= 0);
  const counts = [...around(minItems), ...around(maxItems)].filter((count) => count >= 0);
  return [
    ...numbers,
    ...numbers.map(String),
    ...lengths.flatMap((length) => ['a'.repeat(length), '1'.repeat(length)]),
    ...counts.flatMap((length) => [
      Array.from({ length }, () => values[0] ?? 'a'),
      Array.from({ length }, () => ({ a: 'b' })),
    ]),
    ...values.flatMap((word) => [word, word.toUpperCase(), word.toLowerCase(), [word]]),
    ...keys.map((key) => ({ [key]: '11111111-2222-4333-8444-555555555555' })),
  ];
}

/** With the errors that it always needs, the other parameters that it always needs, and the value in the place of the fact. */
function actionWith(entry: ActionEntry, fact: Parameter, value: Json): JsonObject {
  const needed = entry.parameters.filter(
    ({ required, name, mode }) => required === 'yes' && mode !== 'static' && isTop(name),
  );
  const whole = Object.fromEntries(needed.map(({ name }) => [name, '$.Attributes.x']));
  const errors = entry.errors.filter(({ mandatory }) => mandatory === 'yes');
  return {
    Type: entry.type,
    Parameters: put(whole, stepsOf(fact.name), value),
    Transitions: entry.terminal
      ? {}
      : { NextAction: 'end', Errors: errors.map(({ type }) => ({ ErrorType: type, NextAction: 'end' })) },
  };
}

const isTop = (name: string) => !/[.[]/.test(name);

/** `Messages[].Text` as keys; `[]` stands for the only element of a list, `<key>` for any key. */
function stepsOf(name: string): readonly string[] {
  return name
    .replaceAll('[]', '.[]')
    .replace(/<[^>]*>/g, 'a')
    .split('.');
}

function put(into: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (step === '[]') return [put(undefined, rest, value)];
  const object = typeof into === 'object' && into !== null && !Array.isArray(into) ? (into as JsonObject) : {};
  return { ...object, [step]: put(object[step], rest, value) };
}
