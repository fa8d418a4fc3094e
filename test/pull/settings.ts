/** Any settings of any kind, by the entity model. */
import fc from 'fast-check';
import { DAYS, sayMinutes } from '../../src/check/opening.ts';
import type { EntityModel, Property, ValueType } from '../../src/entities/types.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';

const anyText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    'on',
    'if',
    '終了',
    'a "b"',
    '$.x',
    '${y}',
    'line\nfeed',
    '→',
    '///',
    '-> x',
    '"""',
    'flow',
    '営業 時間',
  ),
);
const opening = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 4 })
  .map((times) => times.sort((a, b) => a - b))
  .map((times) => times.slice(0, times.length - (times.length % 2)))
  .map((times) =>
    times.flatMap((from, i) => (i % 2 === 0 ? [{ from: sayMinutes(from), to: sayMinutes(times[i + 1] ?? 0) }] : [])),
  );
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dates = fc.array(
  fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  { minLength: 1, maxLength: 3 },
);

const exchanged: fc.Arbitrary<Json> = fc.letrec<{ type: Json }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Json>(
      { is: 'text' },
      { is: 'number' },
      { is: 'boolean' },
      { is: 'any' },
      { is: 'list', of: { is: 'any' } },
    ),
    fc.array(anyText, { minLength: 1, maxLength: 3 }).map((values): Json => ({ is: 'text', values })),
    tie('type').map((of): Json => ({ is: 'list', of })),
    fc
      .dictionary(fc.constantFrom('a', 'bB', '電話', 'x y'), tie('type'), { maxKeys: 3 })
      .map((fields): Json => ({ is: 'object', fields })),
  ),
})).type;

function valueOf(type: ValueType): fc.Arbitrary<Json> {
  switch (type.is) {
    case 'number':
      return fc.integer({ min: type.min ?? 0, max: type.max ?? 1000 });
    case 'duration':
      return fc.integer({ min: 0, max: 100_000 });
    case 'flag':
      return fc.boolean();
    case 'word': {
      const plain = type.words.filter((word) => type.then?.[word] === undefined);
      const then = Object.entries(type.then ?? {}).map(([word, inner]) =>
        valueOf(inner).map((said): Json => ({ [word]: said })),
      );
      return fc.oneof(fc.constantFrom<Json>(...plain), ...then);
    }
    case 'list':
      return fc.array(valueOf(type.of), { minLength: 1, maxLength: 4 });
    case 'group':
      return settingsFor(type.properties);
    case 'map':
      return fc.dictionary(anyText, valueOf(type.of), { maxKeys: 3 });
    case 'opening':
      return opening;
    case 'dates':
      return dates;
    case 'language':
      return fc.constantFrom('ja-JP', 'en-US');
    case 'phone':
      return fc.constantFrom('+81501234XXXX', '+441632960XXX');
    case 'type':
      return exchanged;
    case 'either':
      return fc.oneof(...type.of.map(valueOf));
    default:
      return anyText.map((said) => said.normalize('NFC'));
  }
}

function settingsFor(
  properties: readonly Property[],
  also: Record<string, fc.Arbitrary<Json>> = {},
): fc.Arbitrary<JsonObject> {
  const each = Object.fromEntries(properties.map(({ key, type }) => [key, valueOf(type)]));
  return fc.record({ ...each, ...also }, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
}

const week = fc
  .record(Object.fromEntries(DAYS.map((each) => [each, opening])), { requiredKeys: ['wed'] })
  .map((said): Json =>
    Object.fromEntries(DAYS.flatMap((each) => (said[each] === undefined ? [] : [[each, said[each]]]))),
  );

/** Settings of a kind; any of them may be missing. */
export function settingsOfKind(model: EntityModel): fc.Arbitrary<JsonObject> {
  const clauses = model.clauses.map(({ word, operand, properties, days }): [string, fc.Arbitrary<Json>] => {
    const own = settingsFor(properties, days === true ? { week } : {});
    const named =
      operand === undefined
        ? own
        : fc.tuple(valueOf(operand.type), own).map(([name, rest]) => ({ [operand.name]: name, ...rest }));
    return [word, fc.array(named, { minLength: 1, maxLength: 3 })];
  });
  const target = model.target === undefined ? [] : [[model.target.key, valueOf(model.target.type)] as const];
  return settingsFor(model.properties, {
    ...Object.fromEntries([...clauses, ...target]),
    ...(model.days === true ? { week } : {}),
  });
}
