import { expect, it } from 'vitest';
import { nearest } from '../../src/diagnostics/suggest.ts';

it.each([
  ['ProductSuport', ['Delivery', 'ProductSupport'], 'ProductSupport'],
  ['timeot', ['timeout', 'time'], 'timeout'],
  ['chekc', ['init', 'check'], 'check'],
  ['Error', ['error', 'errors'], 'error'],
  ['製品サポト', ['製品サポート', '配送'], '製品サポート'],
  ['x', ['queue'], undefined],
  ['ab', ['cd'], undefined],
  ['error', ['error'], undefined],
  ['anything', [], undefined],
])('%s is near %j: %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
