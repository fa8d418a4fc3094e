/** Random flow graphs made of the catalogue's own actions: plausible, odd, and broken ones. */
import fc from 'fast-check';
import { actions } from '../../src/catalogue/index.ts';
import type { ActionEntry, Codec, Form, Slot } from '../../src/catalogue/types.ts';
import type { FlowAction, FlowGraph } from '../../src/graph/flow-graph.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';

const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '$.Attributes.x',
    '$.External.a-b',
    '${Token}',
    '{{a.b.arn}}',
    'undefined',
    'True',
    'off',
    'absent',
    '1',
    '"',
    '\n',
    '$.',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const oddJson = fc.oneof(
  oddText,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom<Json>({}, [], { a: 'b' }, { 'a.b': 1 }, ['x'], JSON.parse('{"__proto__":"x"}') as Json),
) as fc.Arbitrary<Json>;

function valueFor(codec: Codec): fc.Arbitrary<Json> {
  if (typeof codec === 'object') {
    if ('ref' in codec)
      return fc.constantFrom<Json>('arn:aws:connect:::thing/one', 'arn:two', '${Arn}', '$.Attributes.x', '');
    if ('enum' in codec) return fc.constantFrom<Json>(...Object.values(codec.enum), 'Else');
    if ('flag' in codec) return fc.constantFrom<Json>(...codec.flag, 'TRUE');
    return fc.array(valueFor(codec.list), { maxLength: 3 }) as fc.Arbitrary<Json>;
  }
  switch (codec) {
    case 'texts':
      return fc.dictionary(fc.oneof(fc.constantFrom('a', 'on', 'x-y', 'a b', '$.p'), oddText), oddText, {
        maxKeys: 3,
      }) as fc.Arbitrary<Json>;
    case 'values':
      return fc.dictionary(
        fc.constantFrom('a', 'b'),
        oddText.map((Value) => ({ Value })),
        { maxKeys: 2 },
      ) as fc.Arbitrary<Json>;
    case 'phone_format':
      return fc.constantFrom<Json>(
        { NumberFormat: 'E164' },
        { NumberFormat: 'Local', CountryCode: 'JP' },
        { NumberFormat: 'x' },
      );
    case 'streams':
      return fc.constantFrom<Json>([{ ParticipantType: 'Customer', MediaDirections: ['From', 'To'] }], []);
    case 'profile_query':
      return fc.constantFrom<Json>({ IdentifierName: '_phone', IdentifierValue: 'x' }, { PhoneNumber: 'x' });
    case 'speeches':
      return fc.constantFrom<Json>([{ Text: 'a' }, { PromptId: 'arn:p' }], [{ SSML: '<speak/>' }], [], [{}]);
    case 'json':
      return oddJson;
    default:
      return fc.oneof(oddText, fc.integer({ min: -5, max: 100000 }).map(String));
  }
}

function set(root: Record<string, Json>, path: string, value: Json): void {
  const segments = path.split('.');
  const last = segments.pop() ?? '';
  let at = root;
  for (const segment of segments) {
    const next = at[segment];
    at = (typeof next === 'object' && next !== null && !Array.isArray(next) ? next : (at[segment] = {})) as Record<
      string,
      Json
    >;
  }
  at[last] = value;
}

function parametersFor(form: Form): fc.Arbitrary<JsonObject> {
  const slots: Slot[] = [
    ...(form.operands ?? []),
    ...(form.entries ?? []),
    ...(form.rest === undefined ? [] : [form.rest]),
  ];
  const speech = fc.constantFrom<JsonObject>(
    { Text: 'Hello. World' },
    { SSML: '<speak>x</speak>' },
    { PromptId: 'arn:prompt' },
    { Media: { Uri: 's3://b/k', SourceType: 'S3', MediaType: 'Audio' } },
    { Text: '', SSML: '' },
    {},
  );
  const values = slots.map((slot) =>
    slot.as === 'speech' ? speech : fc.option(valueFor(slot.as), { nil: undefined, freq: 3 }),
  );
  return fc
    .tuple(
      fc.tuple(...values),
      fc.option(fc.tuple(fc.constantFrom('Extra', 'a.b', '__proto__'), oddJson), { nil: undefined, freq: 12 }),
    )
    .map(([given, extra]) => {
      const root: Record<string, Json> = {};
      for (const [path, value] of Object.entries(form.fixed ?? {})) set(root, path, value);
      slots.forEach((slot, i) => {
        const value = given[i];
        if (value === undefined) return;
        if (slot.as === 'speech') Object.assign(root, value);
        else set(root, slot.path, value as Json);
      });
      return extra === undefined ? root : Object.fromEntries([...Object.entries(root), extra]);
    });
}

const entries = [...actions.values()];

interface Shape {
  readonly type: string;
  readonly parameters: JsonObject;
  readonly errorTypes: readonly string[];
  readonly operands: readonly (readonly [string, string])[];
}

const special: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({
    type: fc.constant('Compare'),
    parameters: fc.oneof(
      fc.constantFrom<JsonObject>({ ComparisonValue: '$.Attributes.x' }, { ComparisonValue: '$.External.tier' }, {}),
      fc.constant({ ComparisonValue: 'x' }),
    ),
    errorTypes: fc.subarray(['NoMatchingCondition', 'NoMatchingError']),
    operands: fc.array(
      fc.tuple(
        fc.constantFrom('Equals', 'TextContains', 'NumberGreaterThan', 'KeyExists', 'Odd'),
        fc.constantFrom('a', 'b', '1', ''),
      ),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('Loop'),
    parameters: fc.constantFrom<JsonObject>(
      { LoopCount: '3' },
      { LoopCount: '$.Attributes.n' },
      { LoopCount: 3 },
      { Elements: '$.Attributes.list', LoopName: 'item' },
      { Elements: '', LoopName: 'if' },
      { Elements: 'as' },
      { Elements: ['a'], LoopName: 'item' },
      { LoopCount: '3', LoopName: 'a b' },
    ),
    errorTypes: fc.subarray(['NoMatchingError']),
    operands: fc.constantFrom<(readonly [string, string])[]>(
      [
        ['Equals', 'ContinueLooping'],
        ['Equals', 'DoneLooping'],
      ],
      [
        ['Equals', 'DoneLooping'],
        ['Equals', 'ContinueLooping'],
      ],
      [['Equals', 'DoneLooping']],
    ),
  }),
  fc.record({
    type: fc.constant('DistributeByPercentage'),
    parameters: fc.constant<JsonObject>({}),
    errorTypes: fc.constant(['NoMatchingCondition']),
    operands: fc.constantFrom<(readonly [string, string])[]>(
      [
        ['NumberLessThan', '31'],
        ['NumberLessThan', '80'],
      ],
      [['NumberLessThan', '100']],
      [['NumberLessThan', '101']],
    ),
  }),
  fc.record({
    type: fc.constantFrom('Unknown', 'No Such.Type', ''),
    parameters: fc.dictionary(oddText, oddJson, { maxKeys: 3 }) as fc.Arbitrary<JsonObject>,
    errorTypes: fc.subarray(['NoMatchingError', 'Odd Error']),
    operands: fc.array(fc.tuple(fc.constantFrom('Equals', 'Odd'), oddText), { maxLength: 2 }),
  }),
);

function ofEntry(entry: ActionEntry): fc.Arbitrary<Shape> {
  const types = entry.errors.map((e) => e.type);
  return fc.constantFrom(...entry.forms).chain((form) =>
    fc.record({
      type: fc.constant(entry.type),
      parameters: parametersFor(form),
      errorTypes: fc.oneof(
        { weight: 4, arbitrary: fc.constant(types) },
        { weight: 1, arbitrary: fc.subarray([...types, 'NoMatchingCondition', 'Odd']) },
      ),
      operands: conditionsFor(form),
    }),
  );
}

function conditionsFor(form: Form): fc.Arbitrary<readonly (readonly [string, string])[]> {
  const { control } = form;
  const success = control.kind === 'check' ? (control.success === 'comparison' ? ['0'] : [control.success.equals]) : [];
  const words = (form.branches ?? []).flatMap((b) => ('equals' in b ? [b.equals] : []));
  const operator = control.kind === 'check' && control.success === 'comparison' ? 'NumberGreaterThan' : 'Equals';
  const known = [...success, ...words].map((operand) => [operator, operand] as const);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(known) },
    { weight: 1, arbitrary: fc.shuffledSubarray([...known, ['Equals', '1'] as const, ['Equals', 'Intent'] as const]) },
  );
}

const shape: fc.Arbitrary<Shape> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...entries.filter((e) => e.forms.length > 0)).chain(ofEntry) },
  { weight: 3, arbitrary: special },
);

/** A flow of up to twelve actions with any edges at all: cycles, joins, dead ends, targets that do not exist. */
export const flowGraph: fc.Arbitrary<FlowGraph> = fc.array(shape, { minLength: 1, maxLength: 12 }).chain((shapes) => {
  const ids = shapes.map((_, i) => `id${i}`);
  const target = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom('', 'gone') },
  );
  const built = shapes.map((s, i) =>
    fc
      .record({
        next: fc.option(target, { nil: undefined, freq: 6 }),
        mirror: fc.boolean(),
        targets: fc.array(target, {
          minLength: s.errorTypes.length + s.operands.length,
          maxLength: s.errorTypes.length + s.operands.length,
        }),
        label: fc.option(fc.constantFrom(`Block ${i}`, `block${i}`, i === 0 ? 'end' : `the end of ${i}`), {
          nil: undefined,
          freq: 4,
        }),
        extra: fc.option(fc.constant({ Odd: 'x' }), { nil: undefined, freq: 20 }),
      })
      .map(({ next, mirror, targets, label, extra }): FlowAction => {
        const errors = s.errorTypes.map((type, k) => ({ type, target: targets[k] ?? '' }));
        return {
          id: ids[i] ?? '',
          label,
          type: s.type,
          parameters: s.parameters,
          next: mirror && errors[0] !== undefined ? errors[0].target : next,
          errors,
          conditions: s.operands.map(([operator, operand], k) => ({
            operator,
            operands: [operand],
            target: targets[s.errorTypes.length + k] ?? '',
          })),
          ...(extra === undefined ? {} : { extra }),
        };
      }),
  );
  return fc
    .record({
      actions: fc.tuple(...built),
      start: fc.oneof({ weight: 8, arbitrary: fc.constant('id0') }, { weight: 1, arbitrary: target }),
    })
    .map(({ actions: list, start }): FlowGraph => ({
      name: 'Random',
      description: undefined,
      type: undefined,
      start,
      actions: list,
      notes: [],
      top: { Version: '2019-10-30' },
    }));
});
