import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/syntax/ast.ts';
import type { Codec } from '../../src/catalogue/types.ts';
import { say, understand, type Namer, type Resolver } from '../../src/constructs/codecs.ts';
import { literal, text, word } from '../../src/syntax/make.ts';
import type { Json } from '../../src/text/json.ts';

const names = new Map<string, string>();
const namer: Namer = {
  refer: (_, value) => {
    const name = `N${names.size}`;
    names.set(name, value);
    return name;
  },
};
const resolver: Resolver = {
  resolve: (_, value) => {
    const said = value.kind === 'text' ? value.value : value.kind === 'word' ? value.text : '';
    return names.get(said) ?? said;
  },
  wrong: () => undefined,
  lacks: () => undefined,
};

const SCALARS: Codec[] = [
  'text',
  'number',
  'signed',
  'duration',
  'duration_minutes',
  'duration_ms',
  'signed_duration',
  'language',
  'phone',
  'json',
  { ref: 'queue' },
  { enum: { realtime: 'RealTime', off: 'None' } },
  { flag: ['True', 'False'] },
];

const wireText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer().map(String),
  fc.constantFrom(
    '',
    '-0',
    '007',
    '90',
    '3600',
    '86400',
    'True',
    'RealTime',
    '$.External.x',
    '$.a $.b',
    '${Arn}',
    'ja-JP',
    'undefined',
  ),
);

describe('codecs', () => {
  it.each(SCALARS)('say any text so that it is understood again: %j', (codec) => {
    fc.assert(
      fc.property(wireText, (wire) => {
        const said = say(wire, codec, namer, 'P');
        expect(said).toBeDefined();
        expect(said && understand(said, codec, resolver)).toBe(wire);
      }),
    );
  });

  it('says any JSON so that it is understood again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const said = say(json, 'json', namer, 'P');
        expect(said && understand(said, 'json', resolver)).toEqual(json);
      }),
    );
  });

  it('keeps a key called __proto__', () => {
    const json = JSON.parse('{"a":{"__proto__":"x"}}') as Json;
    const said = say(json, 'json', namer, 'P');
    expect(JSON.stringify(said && understand(said, 'json', resolver))).toBe('{"a":{"__proto__":"x"}}');
  });

  it('writes times in the largest unit that divides', () => {
    expect(say('90', 'duration', namer, '')).toEqual(literal('duration', '90s'));
    expect(say('600', 'duration', namer, '')).toEqual(literal('duration', '10m'));
    expect(say('300000', 'duration_ms', namer, '')).toEqual(literal('duration', '5m'));
    expect(say('-60', 'signed_duration', namer, '')).toEqual(literal('duration', '-1m'));
  });

  it('says formats of telephone numbers', () => {
    const said = (json: Json) => say(json, 'phone_format', namer, '');
    expect(said({ NumberFormat: 'E164' })).toEqual(word('E164'));
    expect(said({ NumberFormat: 'Local', CountryCode: 'JP' })).toEqual(word('JP'));
    expect(said({ NumberFormat: 'E164', CountryCode: 'JP' })).toBeUndefined();
  });

  it('does not take what Connect writes otherwise', () => {
    expect(say(5, 'number', namer, '')).toBeUndefined();
    expect(say(true, { flag: ['True', 'False'] }, namer, '')).toBeUndefined();
  });

  it('writes lists of one without brackets only where they cannot be misread', () => {
    const codec: Codec = { list: { enum: { agent: 'Agent' } }, lone: true, empty: 'off' };
    expect(say(['Agent'], codec, namer, '')).toEqual(word('agent'));
    expect(say([], codec, namer, '')).toEqual(word('off'));
    for (const wire of [['Agent'], [], ['x'], ['Agent', 'Agent'], ['off'], ['absent']]) {
      const said = say(wire, codec, namer, '');
      expect(said && understand(said, codec, resolver)).toEqual(wire);
    }
  });

  it('tells a search key from a plain map', () => {
    for (const wire of [
      { IdentifierName: '_phone', IdentifierValue: 'x' },
      { PhoneNumber: '$.x' },
      { _phone: 'x' },
      {},
    ]) {
      const said = say(wire, 'profile_query', namer, '');
      if (said !== undefined) expect(understand(said, 'profile_query', resolver)).toEqual(wire);
    }
  });

  it('refuses what is no value of the codec', () => {
    const wrong: string[] = [];
    const tell = (_: Value, wanted: string) => (wrong.push(wanted), undefined);
    const strict: Resolver = { resolve: () => undefined, wrong: tell, lacks: tell };
    expect(understand(word('blue'), { flag: ['True', 'False'] }, strict)).toBeUndefined();
    expect(understand(literal('percent', '5%'), 'duration', strict)).toBeUndefined();
    expect(understand(text('5'), 'duration', strict)).toBe('5');
    expect(wrong).toEqual(['`on` or `off`', 'a time like `5s`, `10m` or `2h`']);
  });
});
