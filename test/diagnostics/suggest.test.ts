import { expect, it } from 'vitest';
import { nearest, nearestKey } from '../../src/diagnostics/suggest.ts';

it.each([
  ['ProductSuport', ['Delivery', 'ProductSupport'], 'ProductSupport'],
  ['timeot', ['timeout', 'time'], 'timeout'],
  ['chekc', ['init', 'check'], 'check'],
  ['paly', ['pay', 'play'], 'pay'],
  ['paly', ['ask', 'play'], 'play'],
  ['abdc', ['bacd', 'abef'], undefined],
  ['Error', ['error', 'errors'], 'error'],
  ['製品サポト', ['製品サポート', '配送'], '製品サポート'],
  ['x', ['queue'], undefined],
  ['ab', ['cd'], undefined],
  ['error', ['error'], undefined],
  ['anything', [], undefined],
])('%s is near %j: %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

it('looks at no more names than a flow or an instance has', () => {
  const names = Array.from({ length: 2000 }, (_, i) => `other${i}`);
  expect(nearest('Suport', [...names.slice(1), 'Support'])).toBe('Support');
  expect(nearest('Suport', [...names, 'Support'])).toBeUndefined();
});

it.each([
  ['first', ['first_name', 'last_name'], 'first_name'],
  ['Desc', ['tags', 'description'], 'description'],
  ['hours_of_operation', ['hours', 'tags'], 'hours'],
  ['timeot', ['timeout', 'time'], 'timeout'],
  // Nobody knows which; too short; no word of its own; not from its beginning.
  ['auto', ['auto_accept', 'auto_answer'], undefined],
  ['to', ['to_number'], undefined],
  ['on_hold', ['on'], undefined],
  ['tagset', ['tag'], undefined],
  ['name', ['first_name'], undefined],
  ['first_name', ['first_name'], undefined],
])('the key %s is near %j: %s', (word, known, expected) => {
  expect(nearestKey(word, known)).toBe(expected);
});
